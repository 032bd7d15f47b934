"""A nursery: fruit trees, hedges, perennials, bedding plants, and what they grow in."""

from marketplace.demo.goods import Article, cents, numbered, rows, shelf

TREES = """
Apfelbaum | Boskoop Topaz Elstar Jonagold Gravensteiner Berlepsch Ontario Pinova
Birnbaum | Conference Williams Gellert Gräfin
Süßkirschbaum | Regina Kordia Burlat
Pflaumenbaum | Hauszwetschge Hanita Katinka
Sauerkirschbaum | Schattenmorelle Morina
Quittenbaum | Konstantinopler Cydora
Walnussbaum | Geisenheim Esterhazy
"""
TREE_SIZES = (("Busch, wurzelnackt", 19.8), ("Halbstamm, Container 10 l", 34.5), ("Hochstamm 8-10 cm, Ballen", 68.0))

SHRUBS = """
Hainbuche | 1.90
Liguster | 1.45
Rotbuche | 2.10
Feldahorn | 1.80
Weißdorn | 1.60
Haselnuss | 3.20
Kornelkirsche | 3.60
Schlehe | 1.70
Hundsrose | 1.50
Eibe | 9.80
Lebensbaum Smaragd | 7.60
Kirschlorbeer | 8.40
Flieder | 6.90
Forsythie | 3.90
Felsenbirne | 5.80
Sommerflieder | 4.60
Hortensie | 8.90
Johannisbeere rot | 4.80
Johannisbeere schwarz | 4.80
Stachelbeere | 5.20
Himbeere Autumn Bliss | 3.60
Brombeere dornenlos | 4.90
Heidelbeere | 8.60
"""
SHRUB_SIZES = (("40-60 cm", 1.0), ("60-80 cm", 1.55), ("80-100 cm", 2.3))

PERENNIALS = """
Achillea Schafgarbe|3.20;Alchemilla Frauenmantel|2.90;Anemone Herbst-Anemone|4.20;Aster Kissen-Aster|3.20
Astilbe Prachtspiere|3.90;Bergenia Bergenie|3.40;Campanula Glockenblume|3.10;Centranthus Spornblume|3.20
Coreopsis Mädchenauge|3.30;Delphinium Rittersporn|4.80;Dianthus Nelke|2.80;Echinacea Sonnenhut|4.40
Epimedium Elfenblume|4.20;Euphorbia Wolfsmilch|3.90;Gaura Prachtkerze|4.10;Geranium Storchschnabel|3.60
Helenium Sonnenbraut|3.80;Helleborus Christrose|6.40;Hemerocallis Taglilie|4.60;Heuchera Purpurglöckchen|4.80
Hosta Funkie|4.90;Iberis Schleifenblume|2.90;Iris Schwertlilie|4.20;Knautia Witwenblume|3.40
Lavandula Lavendel|3.20;Leucanthemum Margerite|3.10;Lupinus Lupine|3.60;Lychnis Lichtnelke|2.90
Monarda Indianernessel|3.90;Nepeta Katzenminze|3.20;Paeonia Pfingstrose|9.80;Papaver Mohn|3.90
Phlox Flammenblume|4.20;Primula Schlüsselblume|2.60;Pulmonaria Lungenkraut|3.40;Rudbeckia Sonnenhut|3.60
Salvia Steppensalbei|3.30;Saxifraga Steinbrech|2.80;Sedum Fetthenne|3.20;Stachys Ziest|3.20
Thymus Thymian|2.80;Tiarella Schaumblüte|3.60;Verbena Eisenkraut|3.40;Veronica Ehrenpreis|3.10
Vinca Immergrün|2.20;Calamagrostis Reitgras|4.60;Carex Segge|3.80;Festuca Schwingel|3.20
Miscanthus Chinaschilf|6.40;Pennisetum Lampenputzergras|4.80
"""
POTS = (("Topf 9 cm", 1.0), ("Container 2 l", 2.1))

MORE = """
# Beet- und Balkonpflanzen | Stück | pflanze
Pelargonie stehend | Topf 12 cm 2.40
Pelargonie hängend | Topf 12 cm 2.50
Petunie | Topf 11 cm 1.90
Zauberglöckchen | Topf 11 cm 2.20
Fleißiges Lieschen | Topf 9 cm 1.20
Stiefmütterchen | Topf 9 cm 0.85; 10er-Schale 6.90
Hornveilchen | Topf 9 cm 0.85; 10er-Schale 6.90
Primel | Topf 9 cm 1.10
Tagetes | Topf 9 cm 0.80
Begonie | Topf 11 cm 1.80
Fuchsie | Topf 12 cm 2.60
Chrysantheme | Topf 12 cm 2.40; Topf 19 cm 5.90
Heidekraut | Topf 11 cm 1.60
Alpenveilchen | Topf 12 cm 3.20
Weihnachtsstern | Topf 13 cm 3.90
# Gemüsejungpflanzen | Stück | pflanze
Tomate Harzfeuer | Topf 9 cm 1.60
Tomate Ochsenherz | Topf 9 cm 1.90
Cherrytomate | Topf 9 cm 1.80
Paprika rot | Topf 9 cm 1.80
Chili | Topf 9 cm 1.90
Aubergine | Topf 9 cm 1.90
Gurke veredelt | Topf 9 cm 2.80
Zucchini | Topf 9 cm 1.70
Hokkaidokürbis | Topf 9 cm 1.70
Kopfsalat | 12er-Platte 2.60
Pflücksalat | 12er-Platte 2.60
Kohlrabi | 12er-Platte 2.60
Weißkohl | 12er-Platte 2.70
Brokkoli | 12er-Platte 2.80
Sellerie | 12er-Platte 2.90
# Kräutertöpfe | Topf | pflanze
Rosmarin | 12 cm 2.60; 17 cm 6.40
Salbei | 12 cm 2.40
Thymian | 12 cm 2.40
Oregano | 12 cm 2.40
Minze | 12 cm 2.40
Zitronenmelisse | 12 cm 2.40
Estragon | 12 cm 2.60
Liebstöckel | 12 cm 2.60
Schnittlauch | 12 cm 2.10
Waldmeister | 12 cm 2.80
# Schnittblumen und Floristik | Bund | pflanze
Tulpen | 10 Stück 3.90
Sonnenblumen | 5 Stück 4.60
Dahlien | 10 Stück 5.40
Gladiolen | 10 Stück 5.80
Sommerstrauß | klein 7.90; groß 14.50
Tischgesteck | Ø 20 cm 16.80
Adventskranz | Ø 30 cm 26.50; Ø 40 cm 36.00
Trockenblumenstrauß | 15.80
# Erde und Dünger | Sack | kiste | 19
Pflanzerde torffrei | 40 l 5.90; 70 l 8.90
Kräutererde torffrei | 20 l 4.60
Kompost gesiebt | 40 l 3.60
Rindenmulch | 60 l 4.90
Hornspäne | 5 kg 13.80; 25 kg 48.00
Organischer Rosendünger | 2,5 kg 8.60
Pflanztöpfe Ton | 14 cm 2.40; 20 cm 4.60
# Pflanzarbeiten | Stunde | pflanze | 19
Pflanzarbeiten vor Ort | 48.00
Obstbaumschnitt | 56.00
"""


def nursery() -> list[Article]:
    return numbered([*_trees(), *_shrubs(), *_perennials(), *shelf(MORE)], "{n}", start=50001, step=3)


def _trees() -> list[Article]:
    return [
        Article(f"{kind} {sort}", "Obstbäume", "Stück", cents(price + place * 0.7), "pflanze", 7, size, family=kind)
        for kind, sorts in rows(TREES)
        for place, sort in enumerate(sorts.split())
        for size, price in TREE_SIZES
    ]


def _shrubs() -> list[Article]:
    return [
        Article(name, "Hecken und Sträucher", "Stück", cents(float(price) * factor), "pflanze", 7, size, family=name)
        for name, price in rows(SHRUBS)
        for size, factor in SHRUB_SIZES
    ]


def _perennials() -> list[Article]:
    return [
        Article(name, "Stauden und Gräser", "Stück", cents(float(price) * factor), "pflanze", 7, pot, family=name)
        for name, price in (item.split("|") for line in PERENNIALS.split("\n") if line for item in line.split(";"))
        for pot, factor in POTS
    ]
