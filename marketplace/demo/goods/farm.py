"""From field, stable and cellar: vegetables, eggs and poultry, mushrooms, orchard fruit."""

from dataclasses import replace

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, with_gtins

VEGETABLES = """
# Wurzelgemüse | kg | moehre
Möhren | gewaschen 1.35; ungewaschen 1.10; bunt 2.10
Rote Bete | 1.45
Ringelbete | 2.20
Pastinaken | 2.60
Petersilienwurzel | 3.10
Knollensellerie | 1.95
Steckrüben | 1.40
Schwarzwurzeln | 3.80
Teltower Rübchen | 4.20
Topinambur | 3.20
Meerrettich | 8.50
# Bundgemüse | Bund | moehre
Bundmöhren | 1.75
Radieschen | 0.95
Rettich weiß | 1.20
Mairübchen | 1.65
Frühlingszwiebeln | 0.85
Suppengrün | 1.60
Spargel Bruch | 500 g 3.90
# Kohlgemüse | kg | kohl
Weißkohl | 1.05
Rotkohl | 1.25
Wirsing | 1.60
Spitzkohl | 1.90
Grünkohl | 2.95
Rosenkohl | 3.40
Chinakohl | 1.70
Brokkoli | 2.90
Schwarzkohl | 3.60
Pak Choi | 2.80
# Gemüse im Stück | Stück | kohl
Blumenkohl | 2.10
Kohlrabi | 0.75
Romanesco | 2.40
Knollenfenchel | 1.10
Stangensellerie | 1.95
Kopfsalat | 0.95
Eisbergsalat | 1.10
Eichblattsalat rot | 1.05
Lollo bionda | 1.05
Endivie | 1.35
Radicchio | 1.60
Zuckerhut | 1.45
Schlangengurke | 0.90
Maiskolben | 0.85
Artischocke | 1.80
# Blattgemüse | kg | kohl
Feldsalat | 9.80
Rucola | 8.90
Blattspinat | 4.60
Babyspinat | 7.90
Mangold bunt | 3.40
Portulak | 8.20
Asia-Salatmix | 8.60
Stielmus | 3.10
# Fruchtgemüse | kg | apfel
Tomaten rund | 2.60
Rispentomaten | 2.95
Cherrytomaten | 4.80
Ochsenherztomaten | 5.20
Salatgurken klein | 2.90
Einlegegurken | 2.40
Paprika rot | 3.80
Paprika gelb | 3.80
Spitzpaprika | 4.20
Peperoni | 7.50
Auberginen | 3.60
Zucchini grün | 1.80
Zucchini gelb | 2.10
Hokkaidokürbis | 1.60
Butternutkürbis | 1.70
Muskatkürbis | 1.50
# Zwiebelgemüse | kg | kohl
Zwiebeln gelb | 0.95
Zwiebeln rot | 1.30
Schalotten | 3.20
Knoblauch | 8.50
Lauch | 1.90
# Kartoffeln | kg | moehre
Kartoffeln Laura | vorwiegend festkochend 0.95
Kartoffeln Linda | festkochend 1.10
Kartoffeln Adretta | mehlig 0.90
Kartoffeln Annabelle | festkochend 1.05
Drillinge | 1.45
Bamberger Hörnchen | 2.90
Blaue Kartoffeln | 2.60
Süßkartoffeln | 2.80
# Hülsenfrüchte | kg | kohl
Buschbohnen | 3.90
Stangenbohnen | 4.30
Zuckerschoten | 8.90
Erbsen in der Schote | 5.40
Dicke Bohnen | 3.80
# Kräuter | Bund | kohl
Petersilie glatt | 0.75
Petersilie kraus | 0.75
Schnittlauch | 0.80
Dill | 0.85
Koriander | 0.95
Basilikum | 1.10
Minze | 0.95
Salbei | 1.00
Thymian | 1.05
Rosmarin | 1.05
Liebstöckel | 0.95
Bärlauch | 1.30
Estragon | 1.20
# Topfkräuter | Topf | kohl
Basilikum im Topf | 1.65
Petersilie im Topf | 1.45
Schnittlauch im Topf | 1.45
Kresse im Schälchen | 0.65
"""

POULTRY = """
# Eier | Stück | eier
Eier Freiland | Größe M 0.24; Größe L 0.27; Größe XL 0.31
Eier aus Bodenhaltung | Größe M 0.19; Größe L 0.21
Bio-Eier | Größe M 0.33; Größe L 0.36
Bruderhahn-Eier | Größe M 0.38
Grünleger-Eier | gemischt 0.42
Wachteleier | 0.28
Gänseeier | 1.90
# Eier im Karton | Pack | eier
Freilandeier | 6er 1.65; 10er 2.70; 30er 7.60
Bio-Freilandeier | 6er 2.25; 10er 3.60; 30er 10.20
Ostereier gefärbt | 6er 2.35; 10er 3.70
Eier gekocht und geschält | 20 Stück 7.90
# Eiprodukte | Flasche | flasche
Vollei pasteurisiert | 1 l 4.60; 5 l 21.50
Eigelb pasteurisiert | 1 l 9.80
Eiweiß pasteurisiert | 1 l 5.40
Eierlikör | 0,5 l 9.90
# Geflügel | kg | wurst
Suppenhuhn | ca. 1,8 kg 4.90
Hähnchen ganz | ca. 1,6 kg 8.90
Hähnchenkeule | 9.60
Hähnchenbrustfilet | 17.80
Hähnchenflügel | 6.40
Maispoularde | ca. 1,9 kg 12.40
Bruderhahn ganz | ca. 1,3 kg 11.20
Ente | ca. 2,4 kg 12.90
Entenkeule | 16.50
Entenbrust | 24.80
Gans | ca. 4,5 kg 15.90
Gänsekeule | 21.50
Gänsebrust | 26.90
Putenbrust | 14.90
Putengulasch | 12.60
Hühnerleber | 6.20
Hühnerklein | 3.40
# Hausgemacht im Glas | Glas | glas
Hühnerfrikassee | 400 g 4.90; 800 g 8.90
Hühnersuppe | 400 g 3.80; 800 g 6.90
Geflügelleberwurst | 200 g 3.60
Gänseschmalz | 200 g 4.20
Geflügelfond | 400 ml 4.40
"""

MUSHROOMS = """
# Edelpilze frisch | kg | pilz
Austernseitling | 7.80
Rosenseitling | 10.90
Zitronenseitling | 11.20
Kräuterseitling | 9.40
Limonenseitling | 10.60
Shiitake | 11.50
Braune Champignons | 5.60
Weiße Champignons | 4.90
Riesenchampignons | 6.40
Portobello | 7.20
Igelstachelbart | 18.50
Pioppino | 13.90
Buchenpilze braun | 12.40
Buchenpilze weiß | 12.40
Enoki | 12.80
Maitake | 19.50
Nameko | 14.20
Stockschwämmchen | 15.50
Pilzmischung Küche | 9.90
Pilzbruch für Fonds | 4.20
# Schalenware | Schale | pilz
Austernseitling | 200 g 2.10; 500 g 4.60
Kräuterseitling | 200 g 2.40; 500 g 5.40
Shiitake | 150 g 2.20; 400 g 5.40
Champignons braun | 250 g 1.75; 500 g 3.20
Pilzpfanne gemischt | 250 g 2.70; 500 g 5.10
# Trockenpilze | Beutel | pilz
Shiitake getrocknet | 50 g 4.40; 250 g 18.90
Austernpilze getrocknet | 50 g 3.90; 250 g 16.50
Champignons getrocknet | 50 g 3.20; 250 g 13.90
Pilzmischung getrocknet | 50 g 3.80; 250 g 15.90
Pilzpulver | 80 g 5.20
# Im Glas | Glas | glas
Eingelegte Seitlinge | 190 g 4.60; 370 g 7.90
Shiitake in Öl | 190 g 5.20
Pilzpesto | 165 g 4.90
Pilzaufstrich | 165 g 3.90
# Pilzzucht für zu Hause | Stück | kiste | 19
Zuchtset Austernseitling | 14.20
Zuchtset Kräuterseitling | 15.40
Zuchtset Shiitake | 16.80
Körnerbrut Austernseitling | 1 l 8.90
"""

APPLES = """
Boskoop | Elstar | Jonagold | Gala | Braeburn | Topaz | Pinova | Idared | Gloster | Cox | Berlepsch | Holsteiner
Rubinette | Pilot | Natyra | Santana | Ontario | Kaiser-Wilhelm | Gravensteiner | Klarapfel
"""
SORTS = (("Klasse I", "1.85"), ("Klasse II", "1.35"), ("Schulapfel", "1.55"))

ORCHARD = """
# Birnen und Quitten | kg | apfel
Birne Conference | 1.95
Birne Williams Christ | 2.10
Birne Köstliche von Charneux | 2.20
Birne Alexander Lucas | 1.90
Birne Clapps Liebling | 2.15
Quitte Apfelform | 2.60
Quitte Birnenform | 2.60
Nashi | 3.40
# Steinobst | kg | apfel
Süßkirschen | 5.20
Sauerkirschen | 3.90
Hauszwetschge | 2.20
Pflaume Hanita | 2.40
Mirabellen | 3.10
Reneklode | 3.00
Aprikosen | 4.60
Pfirsiche | 4.20
# Beeren | Schale | apfel
Erdbeeren | 500 g 2.60; 1 kg 4.90
Himbeeren | 125 g 1.80; 250 g 3.30
Brombeeren | 125 g 1.70
Heidelbeeren | 125 g 1.75; 500 g 5.60
Johannisbeeren rot | 250 g 1.90; 500 g 3.50
Johannisbeeren schwarz | 250 g 2.20
Stachelbeeren | 250 g 1.95
Aronia | 500 g 3.80
# Trockenobst | Beutel | apfel
Apfelringe | 100 g 2.60; 500 g 11.20
Birnenschnitze | 100 g 2.90
Dörrpflaumen | 200 g 3.20
Apfelchips Zimt | 60 g 2.10
Trockenkirschen | 100 g 3.60
# Walnüsse | kg | apfel
Walnüsse in der Schale | 6.40
Walnusskerne | 17.90
# Aufstriche und Mus | Glas | glas
Apfelmus | 350 g 2.40; 720 g 3.90
Apfel-Birnen-Mus | 350 g 2.60
Pflaumenmus | 225 g 2.95
Quittengelee | 225 g 3.40
Erdbeerkonfitüre | 225 g 3.20
Sauerkirschkonfitüre | 225 g 3.20
Johannisbeergelee | 225 g 3.10
"""


def vegetable_farm() -> list[Article]:
    """A weekly list: no numbers, an origin, and a good part of it organic at its own price."""
    field = [replace(article, origin="Eigenanbau") for article in shelf(VEGETABLES)]
    organic_groups = {"Wurzelgemüse", "Kohlgemüse", "Kartoffeln", "Fruchtgemüse"}
    organic = [
        replace(article, name=f"{article.name} Bio", quality="Bio", price=cents(article.price * cents("1.45")))
        for article in field
        if article.group in organic_groups
    ]
    bought = {"Artischocke", "Süßkartoffeln", "Ochsenherztomaten", "Peperoni"}
    return [replace(article, origin="Italien") if article.family in bought else article for article in field + organic]


def poultry_farm() -> list[Article]:
    return numbered(shelf(POULTRY), "EI-{n:03}", start=10, step=5)


def mushroom_farm() -> list[Article]:
    return numbered(shelf(MUSHROOMS), "P{n}", start=100)


def orchard() -> list[Article]:
    apples = [
        Article(
            f"Tafelapfel {kind}",
            "Äpfel",
            "kg",
            cents(float(price) + place % 5 * 0.08),
            "apfel",
            content=sort,
            family=kind,
        )
        for place, kind in enumerate(kind for row in rows(APPLES) for kind in row)
        for sort, price in SORTS
    ]
    return with_gtins(numbered(apples + shelf(ORCHARD), "1{n:03}", start=1), company=7)
