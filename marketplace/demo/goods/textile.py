"""A sewing workshop: masks, aprons, workwear and linen, in sizes and colours."""

from marketplace.demo.goods import Article, cents, numbered, rows, sizes, with_gtins, with_steps

BODY_SIZES = (("S", 0.0), ("M", 0.0), ("L", 0.0), ("XL", 1.5), ("XXL", 3.0))
WORKWEAR = """
Kochjacke Knopfleiste | 34.90 | weiß schwarz | Kochbekleidung
Kochhose | 29.80 | schwarz Pepita | Kochbekleidung
Bäckerhose | 28.60 | weiß Pepita | Kochbekleidung
Kasack | 24.90 | weiß mint petrol | Arbeitskleidung
Latzhose Baumwolle | 46.80 | grau oliv | Arbeitskleidung
Arbeitsweste | 38.50 | grau marine | Arbeitskleidung
Polohemd Biobaumwolle | 21.90 | weiß marine tanne | Arbeitskleidung
Küchenkittel | 27.40 | weiß | Arbeitskleidung
Fleecejacke | 36.90 | marine | Arbeitskleidung
"""
ONE_SIZE = """
Mund-Nasen-Maske zweilagig | Kind 2.60; Erwachsene 2.90; groß 3.10 | natur marine tanne grau gemustert | Masken
Mund-Nasen-Maske mit Filterfach | Erwachsene 3.90; groß 4.10 | natur marine schwarz | Masken
Maske mit Sichtfenster | Erwachsene 5.80 | natur schwarz | Masken
Latzschürze | 75 x 90 cm 17.90; 80 x 110 cm 21.50 | schwarz leinen tanne bordeaux | Schürzen
Vorbinder | 80 x 40 cm 11.80; 100 x 80 cm 15.60 | schwarz leinen tanne | Schürzen
Schürze gewachst | 75 x 90 cm 38.00 | oliv braun | Schürzen
Kinderschürze | 50 x 60 cm 12.40 | leinen tanne | Schürzen
Tischdecke Halbleinen | 140 x 140 cm 34.50; 140 x 220 cm 48.90 | weiß natur salbei | Tischwäsche
Tischläufer Halbleinen | 40 x 150 cm 18.90 | weiß natur salbei | Tischwäsche
Stoffserviette | 40 x 40 cm 4.60; 50 x 50 cm 5.40 | weiß natur salbei senf | Tischwäsche
Geschirrtuch Halbleinen | 50 x 70 cm 5.90 | weiß gestreift kariert | Tischwäsche
Bettbezug Renforcé | 135 x 200 cm 29.80; 155 x 220 cm 36.40 | weiß natur | Bettwäsche
Kissenbezug Renforcé | 40 x 80 cm 9.40; 80 x 80 cm 11.80 | weiß natur | Bettwäsche
Frottierhandtuch | 50 x 100 cm 8.90; 70 x 140 cm 16.80 | weiß grau petrol | Handtücher
Brotbeutel | 30 x 40 cm 7.80; 38 x 50 cm 9.60 | natur gestreift | Stoffbeutel
Einkaufsbeutel lange Henkel | 38 x 42 cm 5.20 | natur tanne schwarz | Stoffbeutel
Obst- und Gemüsenetz | 25 x 30 cm 2.90; 30 x 40 cm 3.40 | natur | Stoffbeutel
Rucksackbeutel | 35 x 45 cm 9.80 | natur marine | Stoffbeutel
Kochmütze | verstellbar 9.60 | weiß schwarz | Kochbekleidung
Halstuch | 65 x 65 cm 4.80 | weiß bordeaux tanne | Kochbekleidung
Topfhandschuh Paar | 18 x 30 cm 13.90 | grau leinen | Handschuhe
Haarhaube waschbar | verstellbar 4.40 | weiß | Hauben
Bistrotischdecke abwischbar | 80 x 80 cm 16.40; 100 x 100 cm 19.80 | kariert salbei | Tischwäsche
"""
SERVICES = """
Logo sticken bis 5000 Stiche | Stück | 3.60 | Stickerei
Namenszug sticken | Stück | 2.40 | Stickerei
Stickprogramm anlegen | Pauschale | 38.00 | Stickerei
Halbleinen Meterware 150 cm | m | 16.80 | Stoffe
Baumwolle Meterware 150 cm | m | 9.40 | Stoffe
Canvas gewachst Meterware 145 cm | m | 21.50 | Stoffe
Änderung Hosenlänge | Stück | 8.50 | Änderungen
"""


def sewing_workshop() -> list[Article]:
    workwear = [
        Article(
            f"{name} {colour}", group, "Stück", cents(float(price) + extra), "maske", 19, f"Größe {size}", family=name
        )
        for name, price, colours, group in rows(WORKWEAR)
        for colour in colours.split()
        for size, extra in BODY_SIZES
    ]
    pieces = [
        Article(f"{name} {colour}", group, "Stück", cents(price), "maske", 19, size, family=name)
        for name, variants, colours, group in rows(ONE_SIZE)
        for size, price in sizes(variants)
        for colour in colours.split()
    ]
    masks = [with_steps(piece, (50, 10), (500, 22)) if piece.group == "Masken" else piece for piece in pieces]
    services = [
        Article(name, group, unit, cents(price), "maske", 19, family=name)
        for name, unit, price, group in rows(SERVICES)
    ]
    return with_gtins(numbered(masks + workwear + services, "NW-{n:04}", start=1), company=18)
