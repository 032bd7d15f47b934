"""Joinery, box maker, ceramics."""

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, sizes, with_steps

WOODS = (("Eiche", 1.35), ("Buche", 1.0), ("Esche", 1.15), ("Kiefer", 0.78), ("Nussbaum", 1.85))
SEATS_AND_TABLES = {"Hocker und Stühle", "Bänke", "Tische"}
FURNITURE = """
Hocker rund | Höhe 45 cm 68.00; Höhe 65 cm 84.00; Höhe 75 cm 92.00 | Hocker und Stühle
Dreibeinhocker | Höhe 45 cm 62.00 | Hocker und Stühle
Stapelhocker | Höhe 45 cm 58.00 | Hocker und Stühle
Stuhl Gohlis | 148.00 | Hocker und Stühle
Stuhl Gohlis mit Armlehne | 189.00 | Hocker und Stühle
Bank ohne Lehne | 120 cm 185.00; 160 cm 228.00; 200 cm 269.00 | Bänke
Gartenbank mit Lehne | 150 cm 298.00 | Bänke
Esstisch | 140 x 80 cm 560.00; 180 x 90 cm 690.00; 220 x 95 cm 840.00 | Tische
Stehtisch rund | Ø 70 cm 289.00 | Tische
Beistelltisch | 45 x 45 cm 138.00 | Tische
Tischplatte geölt | 120 x 70 cm 165.00; 160 x 80 cm 235.00; 200 x 90 cm 315.00 | Tische
Wandregal | 80 cm 48.00; 120 cm 64.00 | Regale
Standregal fünf Böden | 180 x 80 cm 340.00 | Regale
Garderobenleiste | 5 Haken 42.00; 8 Haken 58.00 | Regale
Schneidbrett | 30 x 20 cm 18.50; 40 x 25 cm 26.90; 60 x 40 cm 54.00 | Schneidbretter
Frühstücksbrett | 23 x 15 cm 8.90 | Schneidbretter
Servierbrett rund | Ø 30 cm 24.80 | Schneidbretter
Brotkasten | 40 x 28 cm 79.00 | Schneidbretter
"""
SHOP_FITTING = """
# Ladenbau | Stück | kiste | 19
Brotregal Theke | 100 cm 420.00; 150 cm 560.00
Kassentresen | 180 cm 1480.00
Präsentationskiste schräg | 40 x 30 cm 34.00; 60 x 40 cm 46.00
Kundenstopper Tafel | DIN A1 98.00
Preisschildhalter | 10 Stück 14.50
Speisekartenhalter | 12.80
Tablett | 40 x 30 cm 29.50
# Sonderanfertigung und Reparatur | Stunde | hocker | 19
Tischlerarbeit Werkstatt | 58.00
Tischlerarbeit vor Ort | 64.00
Stuhlreparatur | 52.00
"""

CRATES = """
Obstkiste | 50 x 40 x 30 cm 8.90; 60 x 40 x 30 cm 9.80
Obststeige | 40 x 30 x 13 cm 3.40; 60 x 40 x 15 cm 4.60
Kartoffelkiste | 60 x 40 x 40 cm 13.80
Weinkiste | 1 Flasche 6.20; 2 Flaschen 7.90; 3 Flaschen 8.90; 6 Flaschen 12.40
Bierkiste | 6 Flaschen 11.80; 12 Flaschen 15.60
Stapelkiste | 30 x 20 x 15 cm 7.40; 40 x 30 x 20 cm 10.20; 60 x 40 x 24 cm 14.60
Klappkiste | 40 x 30 x 23 cm 12.90; 60 x 40 x 28 cm 17.80
Deckelkiste | 30 x 20 x 12 cm 11.60; 40 x 30 x 15 cm 15.40
Brotkiste | 60 x 40 x 12 cm 12.20
Versandkiste | 80 x 60 x 50 cm 38.50; 120 x 80 x 60 cm 64.00
Präsentkiste | 30 x 25 x 10 cm 5.80; 40 x 30 x 12 cm 7.60
Werkzeugkiste | 45 x 25 x 20 cm 18.90
"""
FINISHES = (("roh", 1.0), ("gehobelt", 1.18), ("geölt", 1.32), ("geflammt", 1.26), ("mit Brandstempel", 1.45))
PALLETS = """
# Paletten | Stück | kiste | 19
Europalette neu | 1200 x 800 mm 17.90
Europalette gebraucht Klasse A | 1200 x 800 mm 11.40
Europalette gebraucht Klasse B | 1200 x 800 mm 8.60
Halbpalette | 800 x 600 mm 9.80
Einwegpalette | 1200 x 800 mm 7.40; 1200 x 1000 mm 8.20
Aufsetzrahmen faltbar | 1200 x 800 x 200 mm 15.60
Palettendeckel Sperrholz | 1200 x 800 mm 12.90
IPPC-Behandlung je Palette | 1.80
# Zuschnitte | m | kiste | 19
Kantholz Fichte | 60 x 60 mm 2.40; 80 x 80 mm 3.90; 100 x 100 mm 5.80
Dachlatte | 30 x 50 mm 0.95
Glattkantbrett | 18 x 95 mm 1.60; 18 x 145 mm 2.40
Leiste Kiefer | 20 x 20 mm 0.85; 30 x 30 mm 1.20
# Füllmaterial | Sack | kiste | 19
Holzwolle | 5 kg 14.80; 25 kg 59.00
Hobelspäne entstaubt | 20 kg 9.80
"""

GLAZES = ["Sandweiß", "Seegrün", "Tintenblau", "Schiefer", "Ziegelrot", "Moos"]
POTTERY = """
Kaffeebecher | 0,3 l 12.90; 0,4 l 14.80 | Tassen und Becher
Espressotasse mit Unterteller | 60 ml 11.80 | Tassen und Becher
Cappuccinotasse mit Unterteller | 0,2 l 15.90 | Tassen und Becher
Henkelbecher | 0,35 l 14.20 | Tassen und Becher
Teller flach | 20 cm 13.80; 26 cm 18.90; 29 cm 22.80 | Teller
Suppenteller | 22 cm 17.60 | Teller
Müslischale | 15 cm 13.90 | Schüsseln
Servierschüssel | 22 cm 28.50; 28 cm 38.90 | Schüsseln
Dipschale | 8 cm 6.80 | Schüsseln
Krug | 0,5 l 26.80; 1 l 36.50 | Krüge und Vasen
Vase | 18 cm 24.90; 28 cm 39.80 | Krüge und Vasen
Blumentopf mit Untersetzer | 14 cm 18.60 | Krüge und Vasen
Butterdose | 250 g 29.50 | Platten und Dosen
Auflaufform | 30 x 20 cm 42.00 | Platten und Dosen
"""


def joinery() -> list[Article]:
    furniture = [
        Article(
            f"{name} {wood}",
            group,
            "Stück",
            cents(float(price) * factor),
            "hocker" if group in SEATS_AND_TABLES else "kiste",
            19,
            size,
            f"Massivholz {wood}, geölt",
            family=name,
        )
        for name, variants, group in rows(FURNITURE)
        for size, price in sizes(variants)
        for wood, factor in WOODS
    ]
    return numbered(furniture + shelf(SHOP_FITTING), "T-{n:04}", start=1001)


def box_maker() -> list[Article]:
    boxes = [
        with_steps(
            Article(
                f"{name} {finish}", "Holzkisten", "Stück", cents(float(price) * factor), "kiste", 19, size, family=name
            ),
            (20, 5), (100, 12), (500, 18),
        )
        for name, variants in rows(CRATES)
        for size, price in sizes(variants)
        for finish, factor in FINISHES
    ]  # fmt: skip
    return numbered(boxes + shelf(PALLETS), "HK {n}", start=300, step=2)


def pottery() -> list[Article]:
    pieces = [
        Article(f"{name} {glaze}", group, "Stück", cents(float(price) + place % 3 * 0.5), "tasse", 19, size,
                "Steinzeug, spülmaschinenfest", family=name)
        for name, variants, group in rows(POTTERY)
        for size, price in sizes(variants)
        for place, glaze in enumerate(GLAZES)
    ]  # fmt: skip
    return numbered(pieces, "TON-{n:03}", start=1)
