"""Packaging trade and print shop."""

from dataclasses import replace
from decimal import Decimal

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, sizes, with_gtins, with_steps

# length x width x height in mm; the price of a carton grows with its surface
CARTONS = """
120 x 100 x 80 | 150 x 150 x 100 | 200 x 150 x 90 | 200 x 200 x 200 | 250 x 200 x 150 | 300 x 200 x 150
300 x 215 x 140 | 305 x 215 x 100 | 350 x 250 x 200 | 400 x 300 x 200 | 400 x 300 x 300 | 430 x 310 x 250
500 x 300 x 200 | 500 x 400 x 300 | 600 x 400 x 300 | 600 x 400 x 400 | 800 x 600 x 400
"""
KINDS = (("Faltkarton", 1.0), ("Automatikkarton", 1.35))
WALLS = (("einwellig", 1.0), ("zweiwellig", 1.75))
PRINTS = (("braun", 1.0), ("weiß", 1.15), ("1-farbig bedruckt", 1.4))

BAGS = """
Flachbeutel Kraftpapier | 12 x 20 cm 14.80; 16 x 25 cm 19.60; 20 x 30 cm 26.40
Bodenbeutel Kraftpapier | 10 x 6 x 20 cm 24.90; 14 x 8 x 28 cm 36.80; 18 x 11 x 35 cm 52.60
Brötchentüte bedruckt | 14 x 22 cm 16.40; 18 x 28 cm 21.80
Brotbeutel mit Sichtfenster | 16 x 33 cm 48.60; 20 x 38 cm 59.80
Hähnchenbeutel Alu-Papier | 13 x 24 cm 62.00
Spitztüte | 17 cm 12.40; 23 cm 15.90
Papiertragetasche Flachhenkel | 18 x 8 x 22 cm 78.00; 22 x 10 x 28 cm 92.00; 32 x 17 x 27 cm 128.00
Papiertragetasche Kordel | 18 x 8 x 24 cm 290.00; 24 x 10 x 32 cm 360.00
Zellglasbeutel | 95 x 160 mm 29.80; 115 x 190 mm 36.40; 145 x 235 mm 48.90
Standbodenbeutel mit Zip | 110 x 170 mm 158.00; 140 x 210 mm 196.00; 180 x 260 mm 248.00
Vakuumbeutel 90 my | 150 x 250 mm 62.00; 200 x 300 mm 89.00; 300 x 400 mm 164.00
"""
JARS = """
Sturzglas | 53 ml 0.42; 125 ml 0.48; 230 ml 0.55; 435 ml 0.68
Rundglas | 106 ml 0.44; 212 ml 0.52; 314 ml 0.58; 580 ml 0.74; 720 ml 0.82
Sechseckglas | 47 ml 0.46; 110 ml 0.54; 280 ml 0.69
Honigglas neutral | 250 g 0.52; 500 g 0.64
Vierkantglas | 106 ml 0.58; 312 ml 0.78
Geradhalsflasche | 100 ml 0.78; 250 ml 0.92; 500 ml 1.12
Saftflasche | 250 ml 0.62; 500 ml 0.74; 1000 ml 0.98
Bügelflasche | 250 ml 1.95; 500 ml 2.30; 1000 ml 2.90
Apothekerflasche Braunglas | 50 ml 0.68; 100 ml 0.82; 250 ml 1.14
"""
LIDS = """
Twist-off-Deckel | TO 43 0.11; TO 53 0.12; TO 66 0.13; TO 82 0.16
"""
LID_COLOURS = ("gold", "silber", "schwarz", "weiß", "kariert rot", "kariert grün")
CUPS = """
Kaffeebecher Pappe | 200 ml 68.00; 300 ml 82.00; 400 ml 98.00
Kaffeebecher doppelwandig | 200 ml 112.00; 300 ml 136.00
Becherdeckel Faserguss | 80 mm 58.00; 90 mm 64.00
Suppenbecher | 350 ml 128.00; 500 ml 156.00; 750 ml 189.00
Salatschale Kraftkarton | 500 ml 148.00; 750 ml 169.00; 1000 ml 198.00
Menüschale Bagasse | 1-geteilt 162.00; 2-geteilt 178.00; 3-geteilt 189.00
Burgerbox Bagasse | 15 x 15 cm 186.00
Pommesschale | 11 x 7 cm 32.00; 14 x 9 cm 41.00
Holzgabel | 160 mm 28.00
Holzmesser | 160 mm 28.00
Holzlöffel | 160 mm 28.00
Trinkhalm Papier | 200 mm 14.80
"""
MISC = """
# Packaging film and tape | Rolle | kiste | 19
Stretchfolie transparent | 500 mm 8.90
Stretchfolie schwarz | 500 mm 9.80
Luftpolsterfolie | 50 cm x 100 m 24.80; 100 cm x 100 m 45.60
Papierklebeband | 50 mm x 50 m 3.40; 75 mm x 50 m 4.90
PP-Klebeband leise | 50 mm x 66 m 1.95
Nassklebeband verstärkt | 70 mm x 100 m 9.60
Umreifungsband | 12 mm x 1000 m 38.50
# Void fill | Sack | kiste | 19
Packpapier Schrenz | 10 kg 16.80; 25 kg 37.50
Seidenpapier | 500 Bogen 18.90
Verpackungschips Maisstärke | 120 l 14.90; 500 l 48.00
Kartonschnipsel | 10 kg 12.60
# Cake boxes | Stück | kiste | 19
Tortenkarton weiß | 26 cm 0.48; 28 cm 0.54; 32 cm 0.68
Tortenkarton mit Fenster | 28 cm 0.79
Tortenscheibe gold | 26 cm 0.24; 30 cm 0.32
Pralinenschachtel | 4er 0.42; 9er 0.58; 16er 0.74
Geschenkkarton Wein | 1 Flasche 1.60; 2 Flaschen 2.10; 3 Flaschen 2.60
# Labels | Rolle | papier | 19
Thermoetikett | 58 x 40 mm 4.80; 100 x 50 mm 7.90; 100 x 150 mm 12.40
Etikett ablösbar | 38 x 23 mm 6.20
MHD-Etikett | 26 x 12 mm 3.60
Siegeletikett „Von hier“ | 40 mm 9.80
"""

PRINT_RUNS = (100, 250, 500, 1000, 2500, 5000)
PRINTED = """
Visitenkarten | einseitig 29.00; beidseitig 34.00; Naturkarton 42.00; mit Prägung 68.00 | Visitenkarten
Briefbogen DIN A4 | 1-farbig 48.00; 4-farbig 62.00 | Geschäftspapier
Briefumschläge DIN lang | mit Fenster 54.00; ohne Fenster 49.00 | Geschäftspapier
Grußkarten | Klappkarte A6 72.00 | Karten
Postkarten A6 | einseitig 38.00; beidseitig 44.00 | Karten
Flyer DIN A6 | 135 g 32.00; Recycling 36.00 | Flyer
Flyer DIN A5 | 135 g 41.00; Recycling 46.00 | Flyer
Faltblatt DIN lang | 6 Seiten 78.00; 8 Seiten 98.00 | Flyer
Broschüre DIN A5 | 8 Seiten 168.00; 16 Seiten 236.00; 24 Seiten 298.00 | Broschüren
Broschüre DIN A4 | 8 Seiten 224.00; 16 Seiten 318.00 | Broschüren
Getränkeetiketten | 0,33 l 62.00; 0,5 l 68.00; 0,75 l 74.00 | Etiketten
Honigetiketten | 250 g 52.00; 500 g 56.00 | Etiketten
Anhänger mit Lochung | 50 x 90 mm 58.00 | Etiketten
Bierdeckel rund | 1-farbig 84.00; 4-farbig 98.00 | Gastronomie
Papiertischset A3 | 4-farbig 76.00 | Gastronomie
"""
PRINT_PIECES = """
# Speisekarten und Blöcke | Stück | papier | 19
Speisekarte laminiert A4 | 2 Seiten 4.90; 4 Seiten 7.80
Speisekarte Holzdeckel A4 | 24.50
Kellnerblock | 50 Blatt 1.95; 100 Blatt 2.60
Lieferscheinblock A5 | 2-fach 6.90; 3-fach 8.40
Notizblock A6 | 50 Blatt 1.40
Notizbuch A5 Graupappe | 96 Seiten 5.80
Wandkalender A3 | 13 Blatt 9.80
# Plakate und Schilder | Stück | papier | 19
Plakat | A3 1.90; A2 4.60; A1 8.90; A0 16.80
Aufsteller Karton | A4 12.60; A3 16.90
Alu-Verbundschild | 30 x 20 cm 24.00; 60 x 40 cm 58.00
Banner mit Ösen | 200 x 100 cm 64.00; 300 x 100 cm 89.00
Hohlkammerschild | 50 x 70 cm 18.60
Fensterbeschriftung | 1 m 28.00
Marktstandschild | 120 x 40 cm 46.00
Aufkleber rund | Ø 60 mm 0.38; Ø 95 mm 0.52
# Satz und Gestaltung | Stunde | papier | 19
Satz und Druckdaten | 68.00
Gestaltung Logo und Erscheinungsbild | 82.00
"""


def packaging_trade() -> list[Article]:
    bulk = [
        Article(name, group, "Stück", cents(price), motif, 19, size, per=1000, minimum=1000, family=name)
        for group, motif, text in (("Paper bags", "kiste", BAGS), ("To go", "tasse", CUPS))
        for name, variants in rows(text)
        for size, price in sizes(variants)
    ]
    jars = [
        with_steps(
            Article(name, "Jars and bottles", "Stück", cents(price), "glas", 19, size, family=name),
            (120, 6),
            (1200, 14),
        )
        for name, variants in rows(JARS)
        for size, price in sizes(variants)
    ]
    lids = [
        Article(f"{name} {colour}", "Closures", "Stück", cents(price), "glas", 19, size, minimum=50, family=name)
        for name, variants in rows(LIDS)
        for size, price in sizes(variants)
        for colour in LID_COLOURS
    ]
    everything = [*_cartons(), *bulk, *jars, *lids, *shelf(MISC)]
    return with_gtins(numbered(everything, "PM-{n:05}", start=20010, step=10), company=16)


def _cartons() -> list[Article]:
    cartons = [
        Article(
            f"{kind} {wall} {colour}",
            "Cardboard boxes",
            "Stück",
            cents(surface(size) * kind_factor * wall_factor * colour_factor),
            "kiste",
            19,
            f"{size} mm",
            minimum=10,
            family=kind,
        )
        for kind, kind_factor in KINDS
        for row in rows(CARTONS)
        for size in row
        for wall, wall_factor in WALLS
        for colour, colour_factor in PRINTS
    ]
    return [with_steps(carton, (100, 8), (500, 15)) for carton in cartons]


def surface(size: str) -> float:
    """A price in EUR from the surface of a box, 1.30 a square metre and 12 cents for its making."""
    length, width, height = (int(side) / 1000 for side in size.split(" x "))
    return 0.12 + 1.3 * 2 * (length * width + length * height + width * height)


def print_shop() -> list[Article]:
    """Print runs are priced by the run: one article a size, cheaper by the piece the longer the run."""
    runs = [
        _run(name, variant, group, float(price))
        for name, variants, group in rows(PRINTED)
        for variant, price in sizes(variants)
    ]
    return numbered(runs + shelf(PRINT_PIECES), "D{n:04}", start=1100, step=10)


def _run(name: str, variant: str, group: str, price: float) -> Article:
    each = {run: Decimal(str(round(price * (run / 100) ** 0.55 / run, 3))) for run in PRINT_RUNS}
    steps = tuple((run, cents(amount * 100)) for run, amount in each.items())
    first = Article(name, group, "Stück", steps[0][1], "papier", 19, variant, per=100, minimum=100, family=name)
    return replace(first, steps=steps[1:])
