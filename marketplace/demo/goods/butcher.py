"""A country butcher and a farm dairy."""

from dataclasses import replace

from marketplace.demo.goods import Article, cents, numbered, shelf

BUTCHER = """
# Rind | kg | wurst
Rinderfilet | 49.80
Roastbeef | 32.50
Entrecôte | 34.90
Rumpsteak | 33.80
Rinderhüfte | 25.60
Tafelspitz | 21.90
Rinderroulade | 19.80
Rindergulasch | 15.90
Rinderbraten falsches Filet | 16.80
Beinscheibe | 11.40
Ochsenbacke | 17.90
Ochsenschwanz | 12.60
Suppenfleisch | 10.90
Kalbsschnitzel | 29.80
Kalbsleber | 18.50
Rinderleber | 7.90
Markknochen | 2.90
# Schwein | kg | wurst
Schweinefilet | 15.90
Schnitzel aus der Oberschale | 10.80
Kotelett | 8.90
Schweinekamm ohne Knochen | 9.40
Schweinebraten Schulter | 8.20
Krustenbraten | 8.80
Schweinebauch | 7.40
Schälrippchen | 7.20
Eisbein gepökelt | 5.90
Haxe | 5.60
Schweinegulasch | 8.90
Schweinebacke | 9.80
Spanferkel küchenfertig | 11.90
Schweineleber | 3.90
# Lamm und Wild | kg | wurst
Lammkeule | 21.50
Lammrücken | 29.80
Lammgulasch | 18.40
Rehkeule | 26.90
Rehrücken | 38.50
Wildschweingulasch | 17.80
Wildschweinkeule | 21.40
Hirschgulasch | 19.60
# Hackfleisch und Zubereitetes | kg | wurst
Hackfleisch gemischt | 8.40
Rinderhackfleisch | 10.90
Hackepeter gewürzt | 9.60
Burgerpatty Rind | 14.80
Cevapcici | 11.90
Buletten gebraten | 11.40
Schaschlikspieß | 12.90
Steak mariniert Paprika | 10.60
Steak mariniert Kräuter | 10.60
Sülzkotelett | 10.20
Kohlroulade roh | 9.40
# Brühwurst | kg | wurst
Wiener | 11.20
Bockwurst | 10.40
Knacker | 10.90
Jagdwurst | 9.80
Fleischwurst im Ring | 9.20
Bierschinken | 12.40
Mortadella | 9.90
Lyoner | 9.60
Gelbwurst | 9.90
Leberkäse | 8.90
Currywurst | 10.60
Weißwurst | 11.80
Käsewiener | 12.20
Krakauer | 11.40
# Bratwurst | kg | wurst
Thüringer Bratwurst roh | 10.40
Rostbratwurst gebrüht | 10.90
Bratwurst grob | 10.60
Kräuterbratwurst | 11.20
Lammbratwurst | 14.90
Nürnberger Art | 12.60
Geflügelbratwurst | 11.90
Rindsbratwurst | 12.80
# Rohwurst | kg | wurst
Salami fein | 17.90
Salami luftgetrocknet | 23.80
Pfeffersalami | 18.60
Edelsalami | 21.40
Knackwurst geräuchert | 14.80
Landjäger | 19.80
Teewurst | 12.90
Mettwurst grob | 12.40
Zwiebelmettwurst | 12.40
Feldkieker | 22.60
# Kochwurst | kg | wurst
Leberwurst fein | 10.80
Leberwurst grob | 10.60
Kräuterleberwurst | 11.40
Blutwurst | 8.90
Rotwurst Thüringer Art | 9.80
Sülze | 9.40
Presskopf | 9.90
Grützwurst | 7.80
Griebenschmalz | 6.90
Zungenwurst | 12.20
# Schinken und Speck | kg | wurst
Kochschinken | 14.80
Kernschinken geräuchert | 19.90
Nussschinken | 19.40
Lachsschinken | 22.80
Schwarzgeräuchertes | 18.90
Kassler Kamm | 10.40
Kassler Kotelett | 10.90
Bauchspeck geräuchert | 11.60
Rückenspeck | 7.90
Schinkenspeck | 15.80
# Wurst im Glas | Glas | glas
Leberwurst | 200 g 2.90; 400 g 5.20
Blutwurst | 200 g 2.70; 400 g 4.90
Jagdwurst | 200 g 2.80; 400 g 5.10
Sülze | 200 g 2.70; 400 g 4.90
Hackepeter gekocht | 200 g 3.10
Bratwurst | 200 g 3.10; 400 g 5.60
Schmalz mit Äpfeln | 200 g 2.40
# Fertiggerichte im Glas | Glas | glas
Gulasch | 400 g 5.40; 800 g 9.90
Rinderroulade in Sauce | 400 g 7.20
Soljanka | 400 g 3.90; 800 g 6.90
Linseneintopf mit Wurst | 400 g 3.60; 800 g 6.40
Kesselgulasch | 400 g 4.40; 800 g 7.90
Wildgulasch | 400 g 7.40
Letscho mit Wurst | 400 g 3.80
Sauerbraten | 400 g 7.60
# Feinkostsalate | kg | glas
Fleischsalat | 9.80
Kartoffelsalat mit Brühe | 5.90
Kartoffelsalat mit Mayonnaise | 6.20
Nudelsalat | 6.40
Eiersalat | 9.60
Waldorfsalat | 9.90
Wurstsalat | 9.20
Geflügelsalat | 10.80
"""

DAIRY = """
# Milch und Sahne | Flasche | flasche
Vollmilch | 0,5 l 0.95; 1 l 1.55
Fettarme Milch | 1 l 1.45
Heumilch | 1 l 1.75
Rohmilch Vorzug | 1 l 1.95
Kakao | 0,5 l 1.35; 1 l 2.30
Erdbeermilch | 0,5 l 1.35
Schlagsahne | 0,25 l 1.25; 0,5 l 2.35; 1 l 4.40
Kaffeesahne | 0,25 l 1.10
Buttermilch | 0,5 l 0.95; 1 l 1.65
Kefir | 0,5 l 1.15; 1 l 1.95
Molke | 1 l 1.10
# Kanister und Eimer | Eimer | spender
Vollmilch Kanister | 5 l 6.90; 10 l 13.20
Naturjoghurt | 5 kg 12.80; 10 kg 24.50
Speisequark mager | 5 kg 14.90; 10 kg 28.50
Saure Sahne | 5 kg 16.40
Schmand | 5 kg 19.80
# Joghurt | Glas | glas
Naturjoghurt 3,8 % | 150 g 0.75; 500 g 1.65; 1 kg 2.95
Naturjoghurt 10 % | 500 g 2.10
Erdbeerjoghurt | 150 g 0.95; 500 g 2.15
Kirschjoghurt | 150 g 0.95; 500 g 2.15
Heidelbeerjoghurt | 150 g 0.98; 500 g 2.20
Vanillejoghurt | 150 g 0.95; 500 g 2.10
Rhabarberjoghurt | 150 g 0.95
Apfel-Zimt-Joghurt | 150 g 0.95
Honigjoghurt | 150 g 1.05
Schafjoghurt natur | 150 g 1.25; 500 g 3.40
Ziegenjoghurt natur | 150 g 1.20
# Quark und Dessert | Becher | glas
Speisequark | 250 g 1.05; 500 g 1.85
Kräuterquark | 200 g 1.55; 1 kg 6.20
Leinölquark | 200 g 1.75
Quarkspeise Vanille | 150 g 1.15
Milchreis | 200 g 1.25; 1 kg 4.90
Grießpudding | 200 g 1.25
Schokopudding | 200 g 1.30
Panna cotta | 120 g 1.60
# Butter | Stück | kaese
Süßrahmbutter | 125 g 1.65; 250 g 3.10; 1 kg 11.60
Sauerrahmbutter | 250 g 3.15
Salzbutter | 250 g 3.25
Kräuterbutter | 125 g 2.10; 250 g 3.90
Butterportionen | 100 x 10 g 16.90
# Schnittkäse | kg | kaese
Partheländer jung | 15.90
Partheländer mittelalt | 17.80
Partheländer alt | 22.40
Tilsiter | 15.60
Bockshornkleekäse | 18.90
Kümmelkäse | 16.80
Brennnesselkäse | 17.40
Paprikakäse | 17.20
Senfkornkäse | 17.20
Rotwein-Käse | 21.90
Räucherkäse | 17.90
Butterkäse | 14.80
Raclette | 18.60
Bergkäse 6 Monate | 21.80
Bergkäse 12 Monate | 27.40
Heukäse | 23.60
Schafkäse gereift | 29.80
Ziegengouda | 26.40
# Weichkäse | Stück | kaese
Camembert | 150 g 2.80; 300 g 5.20
Brie | 200 g 3.40; 1 kg 15.80
Rotschmierkäse | 150 g 2.95
Ziegencamembert | 125 g 3.80
Ziegenrolle | 200 g 4.90; 1 kg 22.50
Blauschimmelkäse | 200 g 4.40
# Frischkäse | Becher | kaese
Frischkäse natur | 150 g 1.95; 1 kg 10.40
Frischkäse Schnittlauch | 150 g 2.10; 1 kg 11.20
Frischkäse Meerrettich | 150 g 2.10
Ziegenfrischkäse | 150 g 2.95; 1 kg 16.80
Hirtenkäse in Lake | 200 g 3.20; 1 kg 13.90
Mozzarella | 125 g 1.95; 1 kg 11.90
Grillkäse | 200 g 3.40; 1 kg 14.90
Ricotta | 250 g 2.60
"""


def butcher() -> list[Article]:
    """Weight goods by the kilogram; many sausages also sliced and packed for canteens."""
    counter = shelf(BUTCHER)
    packed_groups = {"Brühwurst", "Rohwurst", "Kochwurst", "Schinken und Speck"}
    packed = [
        replace(article, name=f"{article.name} Aufschnitt", unit="Pack", content="500 g",
                price=cents(article.price * cents("0.56")), description="geschnitten, unter Schutzatmosphäre verpackt")
        for article in counter
        if article.group in packed_groups
    ]  # fmt: skip
    organic = [
        replace(article, name=f"Bio-{article.name}", quality="Bio", price=cents(article.price * cents("1.38")))
        for article in counter
        if article.group in {"Rind", "Schwein"}
    ]
    return numbered(counter + packed + organic, "{n}", start=1010, step=10)


def dairy() -> list[Article]:
    return numbered(shelf(DAIRY), "{n}.10", start=100)
