"""A metal workshop that also trades fasteners: priced by the hundred, sized by the norm."""

from dataclasses import replace

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, sizes, with_gtins

# (form, norm, factor, lengths in mm)
SCREWS = (
    ("Sechskantschraube", "DIN 933", 1.0, (16, 20, 25, 30, 40, 50, 60, 80)),
    ("Zylinderschraube Innensechskant", "DIN 912", 1.35, (16, 20, 25, 30, 40, 50, 60)),
    ("Senkschraube Innensechskant", "DIN 7991", 1.25, (16, 20, 30, 40, 50)),
    ("Linsenkopfschraube", "ISO 7380", 1.2, (16, 20, 30, 40)),
    ("Schlossschraube", "DIN 603", 1.45, (30, 40, 60, 80)),
)
THREADS = {"M5": 2.1, "M6": 2.9, "M8": 5.2, "M10": 9.4, "M12": 15.8}
FINISHES = (("verzinkt", 1.0), ("Edelstahl A2", 2.4))
NUTS = (
    ("Sechskantmutter", "DIN 934", 0.45, "Muttern"), ("Sicherungsmutter", "DIN 985", 0.85, "Muttern"),
    ("Hutmutter", "DIN 1587", 1.6, "Muttern"), ("Flügelmutter", "DIN 315", 2.1, "Muttern"),
    ("Unterlegscheibe", "DIN 125", 0.16, "Scheiben"), ("Karosseriescheibe", "DIN 9021", 0.3, "Scheiben"),
    ("Federring", "DIN 127", 0.22, "Scheiben"),
)  # fmt: skip

FLANGES = """
Vorschweißflansch | DN 25 14.80; DN 40 19.60; DN 50 22.90; DN 65 29.80; DN 80 34.50; DN 100 42.80
Gewindeflansch | DN 25 13.40; DN 40 17.90; DN 50 20.80; DN 80 31.60
Blindflansch | DN 25 12.60; DN 40 16.80; DN 50 19.40; DN 80 29.90; DN 100 38.20
Losflansch | DN 50 18.60; DN 80 27.80; DN 100 35.40
"""
STEELS = (("Stahl P250GH", 1.0), ("Edelstahl 1.4571", 2.65))

WORKSHOP = """
# Rohrschellen und Verbinder | Stück | flansch | 19
Rohrschelle mit Gummi | 1/2 Zoll 1.15; 3/4 Zoll 1.30; 1 Zoll 1.55; 1 1/2 Zoll 2.10; 2 Zoll 2.60
Rohrverbinder gerade | 33,7 mm 6.90; 42,4 mm 7.80; 48,3 mm 8.60
Rohrverbinder T-Stück | 33,7 mm 9.80; 42,4 mm 11.20; 48,3 mm 12.60
Rohrbogen 90° | 33,7 mm 4.20; 42,4 mm 5.60; 48,3 mm 6.80
Fußplatte rund | 33,7 mm 8.40; 42,4 mm 9.20
# Halbzeug | m | flansch | 19
Flachstahl | 20 x 5 mm 2.40; 30 x 5 mm 3.50; 40 x 8 mm 6.90; 50 x 10 mm 10.80
Winkelstahl | 20 x 20 x 3 mm 2.60; 30 x 30 x 3 mm 3.90; 40 x 40 x 4 mm 6.40
Quadratrohr | 20 x 20 x 2 mm 3.40; 40 x 40 x 3 mm 8.90; 60 x 60 x 3 mm 13.60
Rundrohr | 33,7 x 2,6 mm 6.40; 42,4 x 2,6 mm 8.20; 48,3 x 2,6 mm 9.60
Rundstahl blank | Ø 8 mm 2.10; Ø 12 mm 3.90; Ø 16 mm 6.40; Ø 20 mm 9.80
# Bleche | m² | flansch | 19
Feinblech verzinkt | 1 mm 24.50; 1,5 mm 34.80; 2 mm 45.60
Lochblech Rv 5-8 | 1,5 mm 48.90; 2 mm 61.50
Riffelblech Aluminium | 2,5 mm 52.80
Edelstahlblech geschliffen | 1 mm 68.00; 1,5 mm 96.00
# Beschläge und Winkel | Stück | flansch | 19
Lochwinkel | 40 x 40 mm 0.85; 60 x 60 mm 1.20; 90 x 90 mm 1.95
Lastkonsole | 200 mm 9.80; 300 mm 12.60; 400 mm 16.40
Ladenband | 300 mm 8.90; 500 mm 12.80
Torriegel verzinkt | 160 mm 11.40; 240 mm 14.90
Möbelgriff Bügel | 128 mm 4.60; 192 mm 5.90
Wandhaken geschmiedet | 6.80; groß 9.40
# Drehteile und Laserteile | Stück | flansch | 19
Distanzbuchse | Ø 10 x 20 mm 1.60; Ø 16 x 30 mm 2.40; Ø 20 x 50 mm 3.80
Gewindebolzen gedreht | M8 x 60 mm 2.90; M12 x 100 mm 5.40
Lasche gelasert | 60 x 30 x 5 mm 2.20; 100 x 40 x 8 mm 4.90
Gehäusedeckel gekantet | 200 x 150 mm 18.60; 300 x 200 mm 26.80
# Geländer und Tore | Stück | flansch | 19
Handlauf Edelstahl | 1 m 78.00; 2 m 139.00
Geländerpfosten | 1,1 m 96.00
Gartentor verzinkt | 100 x 120 cm 420.00; 120 x 150 cm 540.00
Pflanzgitter | 60 x 180 cm 88.00
Fahrradbügel | 85 x 80 cm 119.00
# Montage | Stunde | flansch | 19
Schlosserarbeit Werkstatt | 62.00
Montage vor Ort | 68.00
"""


def metal_workshop() -> list[Article]:
    fasteners = [*_screws(), *_nuts()]
    flanges = [
        Article(
            f"{name} PN16 {steel}", "Flansche", "Stück", cents(float(price) * factor), "flansch", 19, size, family=name
        )
        for name, variants in rows(FLANGES)
        for size, price in sizes(variants)
        for steel, factor in STEELS
    ]
    return with_gtins(numbered(fasteners + flanges + shelf(WORKSHOP), "{n}", start=102850), company=14)


def _screws() -> list[Article]:
    return [
        _hundred(
            f"{form} {norm} {thread} x {length} {finish}",
            "Schrauben",
            price * factor * extra * (0.55 + length / 45),
            form,
        )
        for form, norm, factor, lengths in SCREWS
        for thread, price in THREADS.items()
        for length in lengths
        for finish, extra in FINISHES
    ]


def _nuts() -> list[Article]:
    return [
        _hundred(f"{form} {norm} {thread} {finish}", group, price * factor * extra, form)
        for form, norm, factor, group in NUTS
        for thread, price in THREADS.items()
        for finish, extra in FINISHES
    ]


def _hundred(name: str, group: str, price: float, family: str) -> Article:
    """Sold by the piece from 100 on, priced by the hundred, as the trade does."""
    return replace(Article(name, group, "Stück", cents(price), "flansch", 19, family=family), per=100, minimum=100)
