"""Mill, beekeeper, pasta kitchen."""

from dataclasses import replace

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, with_gtins

FLOURS = """
Weizenmehl Type 405 | 0.98
Weizenmehl Type 550 | 0.92
Weizenmehl Type 812 | 0.94
Weizenmehl Type 1050 | 0.96
Weizenvollkornmehl | 1.05
Roggenmehl Type 815 | 0.95
Roggenmehl Type 997 | 0.90
Roggenmehl Type 1150 | 0.88
Roggenvollkornmehl | 0.98
Dinkelmehl Type 630 | 1.75
Dinkelmehl Type 812 | 1.78
Dinkelmehl Type 1050 | 1.82
Dinkelvollkornmehl | 1.85
Emmervollkornmehl | 2.60
Einkornvollkornmehl | 3.10
Buchweizenmehl | 3.40
Hafermehl | 2.10
Gerstenmehl | 1.60
Pizzamehl Tipo 00 | 1.45
Kichererbsenmehl | 3.60
"""
GRAINS = """
Weizen | 0.85
Roggen | 0.82
Dinkel entspelzt | 1.60
Emmer | 2.30
Einkorn | 2.80
Nackthafer | 1.40
Nacktgerste | 1.30
Buchweizen geschält | 2.90
Hirse | 2.40
Haferflocken zart | 1.70
Haferflocken kernig | 1.70
Dinkelflocken | 2.30
Roggenflocken | 1.60
Fünfkornflocken | 1.90
Weizengrieß | 1.20
Dinkelgrieß | 2.05
Polenta | 1.80
Weizenkleie | 0.75
Haferkleie | 1.50
Leinsaat | 2.70
Sonnenblumenkerne | 2.90
Kürbiskerne | 7.90
Sesam | 4.80
"""
SACKS = (("1 kg", "1.55", "Beutel"), ("5 kg", "6.2", "Sack"), ("25 kg", "25", "Sack"))

MIXES = """
# Backmischungen | Beutel | brot
Backmischung Bauernbrot | 500 g 2.30; 10 kg 22.00
Backmischung Dinkelbrot | 500 g 2.90; 10 kg 29.50
Backmischung Eiweißbrot | 500 g 4.20; 10 kg 46.00
Backmischung Sechskornbrot | 500 g 2.60; 10 kg 25.50
Backmischung Pizzateig | 500 g 2.40; 10 kg 23.00
Backmischung Waffeln | 500 g 2.80
Backmischung Haferkekse | 500 g 3.40
Roggensauer getrocknet | 250 g 2.60
# Müsli | Beutel | kiste
Früchtemüsli | 500 g 4.20; 5 kg 34.00
Knuspermüsli Honig | 500 g 4.60; 5 kg 37.50
Schokomüsli | 500 g 4.70; 5 kg 38.50
Porridge Apfel-Zimt | 400 g 4.10
# Speiseöle | Flasche | flasche
Rapsöl kaltgepresst | 0,5 l 4.40; 5 l 34.00
Leinöl | 0,25 l 4.20; 0,5 l 7.40
Sonnenblumenöl | 0,5 l 3.90; 5 l 29.50
Hanföl | 0,25 l 7.20
Senföl | 0,25 l 5.60
Walnussöl | 0,25 l 9.80
# Hülsenfrüchte | Beutel | kiste
Tellerlinsen | 500 g 2.40; 5 kg 19.50
Belugalinsen | 500 g 3.20; 5 kg 27.00
Gelbe Erbsen | 500 g 1.90; 5 kg 15.50
Ackerbohnen | 500 g 1.80
Weiße Bohnen | 500 g 2.60; 5 kg 21.00
# Futtermittel | Sack | kiste
Hühnerfutter gemischt | 25 kg 16.50
Legemehl | 25 kg 18.20
Pferdehafer | 25 kg 14.80
"""

HONEY = """
# Blütenhonig | Glas | glas
Frühlingsblüte cremig | 250 g 4.20; 500 g 6.60
Sommerblüte | 250 g 4.20; 500 g 6.60
Rapshonig | 250 g 3.90; 500 g 6.20
Lindenhonig | 250 g 4.40; 500 g 7.20
Akazienhonig | 250 g 4.80; 500 g 7.90
Kornblumenhonig | 250 g 5.20; 500 g 8.60
Heidehonig | 250 g 5.90; 500 g 9.80
# Waldhonig | Glas | glas
Waldhonig Dübener Heide | 250 g 4.90; 500 g 8.20
Edelkastanienhonig | 250 g 5.60
# Honigspezialitäten | Stück | glas
Wabenhonig | 200 g 7.90
Honig mit Zimt | 250 g 4.90
Honig mit Walnüssen | 250 g 6.20
Honig-Senf | 180 g 4.20
Blütenpollen | 100 g 6.80
Propolis-Tinktur | 20 ml 8.90
# Gastro | Eimer | spender
Sommerblüte Eimer | 2,5 kg 28.50; 5 kg 54.00; 12,5 kg 129.00
Rapshonig Eimer | 2,5 kg 26.50; 5 kg 49.50
Portionsgläser Frühlingsblüte | 50 x 30 g 48.00
# Bienenwachs | Stück | glas
Teelichter aus Bienenwachs | 10 Stück 7.90
Stumpenkerze | 10 cm 9.80; 15 cm 14.20
Stabkerzen Paar | 6.90
Bienenwachstuch | klein 5.90; groß 9.80
# Imkereibedarf | Stück | kiste
Mittelwände | 1 kg 17.50
Rähmchen gedrahtet | 1.90
"""

SHAPES = """
Spirelli | Bandnudeln | Spaghetti | Penne | Fusilli | Tagliatelle | Hörnchen | Muscheln | Suppennudeln | Lasagneplatten
"""
DOUGHS = (
    ("Hartweizen", "2.10"),
    ("Dinkel", "2.85"),
    ("Dinkelvollkorn", "2.95"),
    ("Ei", "2.60"),
    ("Linse", "3.60"),
)
PASTA = """
# Gefüllte Nudeln frisch | Pack | brot
Maultaschen Fleisch | 250 g 3.90; 1 kg 13.80
Maultaschen Gemüse | 250 g 3.80; 1 kg 13.20
Ravioli Ricotta-Spinat | 250 g 4.20; 1 kg 14.90
Ravioli Pilz | 250 g 4.40; 1 kg 15.60
Ravioli Kürbis | 250 g 4.30; 1 kg 15.20
Tortellini Käse | 250 g 4.20; 1 kg 14.80
Schlutzkrapfen | 250 g 4.60
# Frische Nudeln | Pack | brot
Bandnudeln frisch | 500 g 3.40; 2 kg 11.90
Spätzle frisch | 500 g 3.20; 2 kg 10.90
Schupfnudeln | 500 g 3.30; 2 kg 11.40
Gnocchi | 500 g 3.40; 2 kg 11.80
# Nudelsaucen | Glas | glas
Tomatensauce Basilikum | 330 g 3.60
Linsenbolognese | 330 g 3.90
Pesto Bärlauch | 165 g 4.40
Pesto Petersilie-Walnuss | 165 g 4.60
Pesto Tomate | 165 g 4.40
"""


def mill() -> list[Article]:
    """Flour and grain in three sizes, and loose by 100 kg; and organic as well."""
    loose = [
        Article(f"{name} lose", group, "kg", cents(float(price) * 88), "kiste", per=100, minimum=500, family=name)
        for name, price, group in _staples()
        if float(price) < 1.9
    ]
    bagged = [
        Article(name, group, unit, cents(float(price) * float(share)), "kiste", content=sack, family=name)
        for name, price, group in _staples()
        for sack, share, unit in SACKS
    ]
    organic = [
        replace(article, name=f"Bio-{article.name}", quality="Bio", price=cents(article.price * cents("1.4")))
        for article in bagged
    ]
    return with_gtins(numbered(bagged + organic + loose + shelf(MIXES), "{n:06}", start=4711, step=7), company=12)


def _staples() -> list[tuple[str, str, str]]:
    shelves = (("Mehle", FLOURS), ("Getreide und Flocken", GRAINS))
    return [(name, price, group) for group, text in shelves for name, price in rows(text)]


def beekeeper() -> list[Article]:
    wax = {"Bienenwachs", "Imkereibedarf"}
    articles = [replace(article, vat=19) if article.group in wax else article for article in shelf(HONEY)]
    return numbered(articles, "H{n}", start=1)


def pasta_kitchen() -> list[Article]:
    dried = [
        Article(f"{dough}-{shape}" if dough != "Ei" else f"Eier-{shape}", "Trockennudeln", "Pack",
                cents(float(price) * share), "kiste", content=size, family=shape)
        for dough, price in DOUGHS
        for row in rows(SHAPES)
        for shape in row
        for size, share in (("500 g", 1), ("5 kg", 8.4))
    ]  # fmt: skip
    return numbered(dried + shelf(PASTA), "TZ{n:03}", start=1)
