"""Two bakeries: one in the city with many sizes, one in the country with a smaller range."""

from dataclasses import replace

from marketplace.demo.goods import Article, cents, numbered, shelf

CITY = """
# Brote | Stück | brot
Roggenmischbrot | 500 g 2.15; 750 g 2.95; 1 kg 3.80; 1,5 kg 5.40 | Roggen und Weizen, Natursauerteig, 24 Stunden geführt
Bauernbrot | 750 g 3.05; 1 kg 3.95; 2 kg 7.40 | kräftig ausgebacken, Roggenanteil 70 %
Dinkelvollkornbrot | 500 g 3.10; 750 g 4.20 | 100 % Dinkel, ohne Hefezusatz
Sonnenblumenbrot | 500 g 2.85; 750 g 3.75 | mit gerösteten Sonnenblumenkernen
Kürbiskernbrot | 500 g 2.95; 750 g 3.90 | mit Kürbiskernen und Leinsaat
Kartoffelbrot | 500 g 2.45; 1 kg 4.35 | saftig durch gekochte Kartoffeln
Weißbrot Kasten | 500 g 1.95; 750 g 2.65 | Toast- und Kastenform
Buttertoast | 500 g 2.25; 1 kg 4.10 | 16 oder 32 Scheiben
Mehrkornbrot | 500 g 2.75; 750 g 3.65 | Sechs Saaten, Quellstück über Nacht
Roggenvollkornbrot | 500 g 2.60; 1 kg 4.70 | grob geschrotet
Emmerbrot | 500 g 3.40; 750 g 4.65 | Urgetreide aus dem Muldental
Walnussbrot | 400 g 3.35; 750 g 5.20 | mit Walnüssen, zu Käse
Ciabatta | 300 g 1.85 | mit Olivenöl
Baguette | 250 g 1.25; 400 g 1.75 | lange Teigführung
Haferkruste | 750 g 3.55 | Dinkel und Hafer
Zwiebelbrot | 500 g 2.80 | mit Röstzwiebeln
Malzkornbrot | 750 g 3.45 | mit Gerstenmalz
Fladenbrot | 400 g 1.90 | mit Sesam
# Brötchen | Stück | broetchen
Weizenbrötchen | 50 g 0.29; 60 g 0.33 | klassisch, doppelt gebacken
Doppelbrötchen | 100 g 0.52 | Leipziger Art
Roggenbrötchen | 70 g 0.42
Dinkelbrötchen | 65 g 0.48
Vollkornbrötchen | 75 g 0.49 | Weizenvollkorn
Mohnbrötchen | 60 g 0.39
Sesambrötchen | 60 g 0.39
Kürbiskernbrötchen | 75 g 0.55
Mehrkornbrötchen | 75 g 0.52
Laugenbrötchen | 70 g 0.48
Laugenstange | 90 g 0.62
Laugenbrezel | 85 g 0.68
Käsestange | 100 g 0.95 | mit Gouda überbacken
Rosinenbrötchen | 70 g 0.62
Milchbrötchen | 65 g 0.55
Burgerbrötchen | 80 g 0.58; 100 g 0.66 | mit Brioche-Teig
Hotdog-Brötchen | 70 g 0.52
Schusterjunge | 75 g 0.47 | Roggen, Berliner Art
Partyrad | 20 Stück 9.80 | gemischt, zum Brechen
# Feine Backwaren | Stück | broetchen
Buttercroissant | 65 g 0.95
Schokocroissant | 80 g 1.15
Mandelhörnchen | 90 g 1.55
Quarktasche | 110 g 1.35
Apfeltasche | 110 g 1.35
Puddingschnecke | 120 g 1.40
Mohnschnecke | 110 g 1.40
Zimtschnecke | 110 g 1.35
Nussecke | 100 g 1.60
Eierschecke im Stück | 120 g 1.75
Leipziger Lerche | 45 g 1.60; 70 g 2.20 | Mürbeteig mit Marzipan
Pfannkuchen Pflaumenmus | 75 g 0.98
Pfannkuchen Eierlikör | 80 g 1.20
Quarkbällchen | 5 Stück 1.95
Amerikaner | 90 g 1.10
Schweineohr | 80 g 1.25
Plundergebäck Kirsch | 105 g 1.45
Streuseltaler | 120 g 1.30
# Kuchen und Torten | Stück | brot
Bienenstich | 1/2 Blech 18.50; 1 Blech 34.00
Eierschecke | 1/2 Blech 19.50; 1 Blech 36.50
Streuselkuchen | 1/2 Blech 13.50; 1 Blech 24.50
Butterkuchen | 1/2 Blech 14.00; 1 Blech 25.50
Pflaumenkuchen | 1/2 Blech 16.50; 1 Blech 30.00 | Juli bis Oktober
Apfelkuchen gedeckt | 1/2 Blech 17.00; 1 Blech 31.50
Mohnkuchen | 1/2 Blech 17.50; 1 Blech 32.50
Käsekuchen | 26 cm 17.80; 28 cm 21.50
Quarktorte mit Mandarinen | 26 cm 19.40
Schwarzwälder Kirschtorte | 26 cm 27.50; 28 cm 33.00
Nusstorte | 26 cm 25.50
Sachertorte | 26 cm 28.90
Obsttorte Saison | 26 cm 19.90; 28 cm 24.50
Marmorkuchen | 500 g 5.60; 1 kg 9.90
Zitronenkuchen | 500 g 5.60; 1 kg 9.90
Rührkuchen Nuss | 500 g 5.90
# Snacks | Stück | broetchen
Belegtes Brötchen Käse | 130 g 2.10
Belegtes Brötchen Schinken | 130 g 2.20
Belegtes Brötchen Ei und Kresse | 140 g 2.25
Belegtes Brötchen Hummus | 140 g 2.30 | vegan
Zwiebelkuchen | 180 g 2.40
Spinat-Quiche | 180 g 2.80
Pizzaschnitte | 200 g 2.60
Gemüsetasche | 150 g 2.20
# Saisongebäck | Stück | brot
Leipziger Butterstollen | 750 g 11.90; 1 kg 15.40; 2 kg 29.80 | Oktober bis Januar
Mandelstollen | 1 kg 16.20
Mohnstollen | 1 kg 15.60
Pfefferkuchen | 200 g 3.80; 400 g 6.90
Plätzchenmischung | 250 g 4.90; 500 g 9.20
Osterbrot | 500 g 5.20
Hefezopf | 500 g 4.40; 1 kg 8.20
Spekulatius | 250 g 4.20
"""

COUNTRY = """
# Brot | Stk | brot
Landbrot aus dem Holzofen | 1 kg 4.20; 1,5 kg 5.95; 3 kg 11.20 | im Holzofen gebacken, dicke Kruste
Mühlenbrot | 750 g 3.35; 1,5 kg 6.10 | Mehl aus der Elstermühle
Roggensauer | 1 kg 3.90
Gerstenbrot | 750 g 3.60
Leinsamenbrot | 500 g 2.90; 750 g 3.85
Buttermilchbrot | 750 g 3.40
Möhrenbrot | 500 g 2.95
Karlsbader Kasten | 750 g 3.15
Dinkel-Chia-Brot | 500 g 3.45
Eiweißbrot | 500 g 3.95
Kastenweißbrot | 1 kg 3.20
Holzofen-Ciabatta | 350 g 2.30
Steinofenbaguette | 300 g 1.65
Pane rustico | 500 g 3.20
# Semmeln | Stk | broetchen
Semmel einfach | 0.28
Doppelsemmel | 0.50
Dinkelsemmel | 0.46
Roggensemmel | 0.40
Mohnsemmel | 0.37
Kürbissemmel | 0.54
Kartoffelsemmel | 0.44
Möhren-Walnuss-Semmel | 0.62
Laugenecke | 0.85
Laugenknoten | 0.55
Zwiebelsemmel | 0.58
Rosinensemmel | 0.58
Minisemmel gemischt | 25 Stück 6.50
Kaisersemmel | 0.36
# Blechkuchen | Blech | brot
Bienenstich Blech | 30 Stücke 38.00
Eierschecke Blech | 30 Stücke 41.00
Kleckselkuchen | 30 Stücke 36.50 | Mohn, Quark, Pflaumenmus
Rhabarberkuchen mit Baiser | 30 Stücke 42.00
Kirschstreusel | 30 Stücke 37.00
Apfelstreusel | 30 Stücke 36.00
Prasselkuchen | 30 Stücke 29.50
Papageienkuchen | 30 Stücke 34.00
Donauwelle | 30 Stücke 41.50
Zupfkuchen | 30 Stücke 40.00
Mohn-Birnen-Kuchen | 30 Stücke 41.00
Schmandschnitte | 30 Stücke 38.50
# Hefe- und Plundergebäck | Stk | broetchen
Hefeklöße gefüllt | 1.30
Rosenbrot süß | 2.40
Nusszopf | 400 g 5.20
Kirschplunder | 1.35
Vanilleschnecke | 1.25
Quarkkeulchen | 4 Stück 3.60 | sächsisch, zum Aufbraten
Mohnhörnchen | 1.20
Apfel-Zimt-Knoten | 1.35
Krapfen Hagebutte | 0.95
Windbeutel | 1.80
# Dauerbackwaren | Pack | brot
Knäckebrot Roggen | 250 g 3.10
Knäckebrot Dinkel-Sesam | 250 g 3.40
Zwieback Vanille | 200 g 2.80
Haferkekse | 200 g 2.95; 1 kg 12.90
Dinkel-Butterkekse | 200 g 3.10; 1 kg 13.50
Schokokekse | 200 g 3.30; 1 kg 14.20
Käsecracker | 150 g 3.20
Brotchips Rosmarin | 150 g 2.90
Semmelbrösel | 500 g 1.60; 5 kg 12.50
Knödelbrot | 500 g 2.10; 2,5 kg 8.90
Croûtons Kräuter | 250 g 2.95
"""


def city_bakery() -> list[Article]:
    loaves_and_more = shelf(CITY)
    sliced = [
        replace(article, name=f"{article.name} geschnitten", price=cents(article.price + cents("0.15")))
        for article in loaves_and_more
        if article.group == "Brote" and article.content in {"500 g", "750 g", "1 kg"}
    ]
    organic = [
        replace(article, name=f"Bio-{article.name}", quality="Bio", price=cents(article.price * cents("1.28")))
        for article in loaves_and_more
        if article.group == "Brötchen" and article.family not in {"Partyrad", "Doppelbrötchen"}
    ]
    return numbered(loaves_and_more + sliced + organic, "{n:04}", start=12, step=3)


def country_bakery() -> list[Article]:
    return numbered(shelf(COUNTRY), "L{n:03}", start=101)
