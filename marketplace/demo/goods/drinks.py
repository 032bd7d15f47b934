"""Cider press, coffee roaster, brewery."""

from dataclasses import replace
from decimal import Decimal

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, with_gtins, with_steps

PRESS = """
# Direktsäfte | Kiste | flasche | 19
Apfelsaft naturtrüb | 6 x 1 l 10.80; 12 x 0,2 l 9.60
Apfelsaft klar | 6 x 1 l 10.80
Apfel-Möhre-Saft | 6 x 1 l 12.60
Apfel-Quitte-Saft | 6 x 1 l 13.20
Apfel-Holunder-Saft | 6 x 1 l 13.20
Apfel-Kirsch-Saft | 6 x 1 l 12.90
Apfel-Rote-Bete-Saft | 6 x 1 l 12.60
Apfel-Birne-Saft | 6 x 1 l 12.20
Birnensaft | 6 x 1 l 12.60
Streuobstsaft Auenwiesen | 6 x 1 l 13.80; 12 x 0,2 l 11.40
Traubensaft rot | 6 x 1 l 15.60
Johannisbeernektar | 6 x 1 l 14.40
Rhabarbernektar | 6 x 1 l 13.80
Sauerkirschnektar | 6 x 1 l 14.40
Möhrensaft | 6 x 0,7 l 12.90
Rote-Bete-Saft | 6 x 0,7 l 12.90
Sauerkrautsaft | 6 x 0,7 l 11.40
# Saft im Karton | Stück | kiste | 19
Apfelsaft naturtrüb Bag-in-Box | 3 l 6.40; 5 l 9.80; 10 l 18.40
Apfel-Quitte-Saft Bag-in-Box | 5 l 11.60
Apfel-Möhre-Saft Bag-in-Box | 5 l 11.20
Birnensaft Bag-in-Box | 5 l 11.40
Streuobstsaft Bag-in-Box | 3 l 7.20; 5 l 11.20; 10 l 20.90
# Schorlen und Limonaden | Kiste | flasche | 19
Apfelschorle | 24 x 0,33 l 17.40; 12 x 0,5 l 11.80
Rhabarberschorle | 24 x 0,33 l 18.90
Kirschschorle | 24 x 0,33 l 18.90
Johannisbeerschorle | 24 x 0,33 l 18.90
Holunderlimonade | 24 x 0,33 l 18.20
Kräuterlimonade | 24 x 0,33 l 18.20
Ingwerlimonade | 24 x 0,33 l 18.60
Zitronenlimonade | 24 x 0,33 l 16.90
# Cider und Apfelwein | Karton | flasche | 19
Cider trocken | 12 x 0,33 l 21.60; 6 x 0,75 l 24.90
Cider halbtrocken | 12 x 0,33 l 21.60; 6 x 0,75 l 24.90
Cider Quitte | 12 x 0,33 l 23.40
Cider Hopfen | 12 x 0,33 l 23.40
Apfelwein | 6 x 1 l 18.60
Birnenwein | 6 x 0,75 l 22.80
Apfelschaumwein brut | 6 x 0,75 l 41.40
Alkoholfreier Apfelsecco | 6 x 0,75 l 29.40
Fasscider | 30 l 78.00
# Brände und Liköre | Flasche | flasche | 19
Apfelbrand | 0,35 l 14.90; 0,5 l 19.80
Birnenbrand | 0,35 l 16.40; 0,5 l 21.90
Quittenlikör | 0,35 l 12.80
Zwetschgenbrand | 0,35 l 15.60
Walnusslikör | 0,35 l 13.90
# Essig und Mus | Flasche | flasche
Apfelessig naturtrüb | 0,5 l 2.90; 1 l 4.60; 5 l 17.50
Apfelbalsam | 0,25 l 5.90
Quittenessig | 0,25 l 5.40
Apfeldicksaft | 0,33 l 4.40
"""

ORIGINS = """
Brasilien Cerrado | 13.90 | nussig, wenig Säure
Brasilien Fazenda Santa Clara | 15.60 | Haselnuss, Kakao
Kolumbien Huila | 17.80 | Karamell, rote Beeren
Kolumbien entkoffeiniert | 18.90 | mit Zuckerrohr entkoffeiniert
Äthiopien Sidamo | 18.60 | floral, Zitrus
Äthiopien Yirgacheffe | 20.40 | Jasmin, Bergamotte
Guatemala Huehuetenango | 18.20 | Schokolade, Orange
Honduras Marcala | 17.20 | Milchschokolade
Peru Cajamarca | 17.40 | Nuss, mild
Costa Rica Tarrazú | 19.80 | Honig, Pfirsich
Kenia AA | 22.90 | Johannisbeere, lebhaft
Ruanda Musasa | 20.90 | Tee, rote Früchte
Indien Monsooned Malabar | 17.90 | würzig, sehr wenig Säure
Indien Robusta Cherry | 13.40 | kräftig, für Mischungen
Sumatra Mandheling | 18.80 | erdig, schwer
Papua-Neuguinea Sigri | 18.40 | ausgewogen
"""
BLENDS = """
Espresso Nordlicht | 16.80 | Hausmischung, 80 % Arabica
Espresso Plagwitz | 15.90 | dunkel, viel Crema
Espresso Kanal 28 | 17.60 | reine Arabica-Mischung
Filterkaffee Frühschicht | 14.80 | für große Maschinen
Filterkaffee Auwald | 15.90 | mild, für den ganzen Tag
Café Crème Passage | 16.20 | für Vollautomaten
Bürokaffee Kompass | 13.90 | sanft geröstet
Schonkaffee Feierabend | 17.20 | langsam geröstet, wenig Säure
"""
BAGS = (("250 g", "0.27"), ("500 g", "0.52"), ("1 kg", "1"))
GRINDS = (("ganze Bohne", "0"), ("gemahlen", "0.30"))

EXTRAS = """
# Zubehör | Stück | kaffee | 19
Handfilter Porzellan | Größe 2 9.80; Größe 4 12.40
Filterpapier | 100 Stück 3.20; 500 Stück 13.90
French Press | 0,35 l 16.90; 1 l 24.90
Handmühle | 49.00
Milchkännchen Edelstahl | 0,35 l 11.80; 0,6 l 14.60
Kaffeebecher Emaille | 0,3 l 8.40
Reinigungspulver Espressomaschine | 500 g 8.90
Tamper 58 mm | 24.50
# Tee und Schokolade | Beutel | kaffee
Kräutertee Auwald | 100 g 5.60; 1 kg 42.00
Früchtetee Streuobst | 100 g 4.90; 1 kg 38.00
Schwarztee Assam | 100 g 4.60; 1 kg 36.00
Trinkschokolade 60 % | 250 g 5.90; 1 kg 19.80
Chai-Mischung | 250 g 6.90
"""

BEERS = """
Helles | 4,9 % | 14.90
Pilsner | 4,8 % | 14.60
Rotbier | 5,2 % | 15.80
Schwarzbier | 5,0 % | 15.60
Gose | 4,5 % | 17.40
Kellerbier | 5,1 % | 15.90
Weizen | 5,3 % | 16.20
Pale Ale | 5,6 % | 19.80
India Pale Ale | 6,4 % | 21.90
Märzen | 5,8 % | 17.20
Doppelbock | 7,4 % | 21.40
Porter | 6,0 % | 20.60
Rauchbier | 5,2 % | 18.40
Sommerbier | 4,2 % | 15.40
Alkoholfreies Helles | 0,4 % | 14.80
Alkoholfreies Weizen | 0,4 % | 15.60
Malztrunk | 0,0 % | 13.90
Radler | 2,5 % | 14.20
"""
CRATES = (("20 x 0,5 l", "1", "4.50"), ("24 x 0,33 l", "0.95", "5.10"))
KEGS = (("30 l", "5.6"), ("50 l", "9.1"))


def press() -> list[Article]:
    bottled = [
        replace(article, deposit=Decimal("2.40")) if article.unit == "Kiste" else article for article in shelf(PRESS)
    ]
    return with_gtins(numbered(bottled, "K{n:03}", start=1), company=8)


def roaster() -> list[Article]:
    coffees = [
        with_steps(
            Article(name=f"{name} {grind}", group=group, unit="Beutel", content=size, motif="kaffee", description=taste,
                    price=cents(float(kilo) * float(share) + float(extra)), family=name),
            (10, 4), (50, 9),
        )
        for group, text in (("Röstkaffee sortenrein", ORIGINS), ("Espresso und Mischungen", BLENDS))
        for name, kilo, taste in rows(text)
        for size, share in BAGS
        for grind, extra in GRINDS
    ]  # fmt: skip
    return with_gtins(numbered(coffees + shelf(EXTRAS), "NL-{n:04}", start=1000, step=5), company=10)


def brewery() -> list[Article]:
    bottled = [
        Article(name, "Flaschenbier", "Kiste", cents(float(price) * float(share)), "flasche", 19, crate,
                f"Alkohol {strength}", deposit=Decimal(deposit), family=name)
        for name, strength, price in rows(BEERS)
        for crate, share, deposit in CRATES
    ]  # fmt: skip
    barrels = [
        Article(name, "Fassbier", "Fass", cents(float(price) * float(share)), "flasche", 19, keg,
                f"Alkohol {strength}", deposit=Decimal(30), family=name)
        for name, strength, price in rows(BEERS)[:12]
        for keg, share in KEGS
    ]  # fmt: skip
    return numbered(bottled + barrels, "S-{n}", start=201)
