"""Letters under Einheit and PE: a house's codes, or metre, tonne and hour."""

from catalog.imports import Memory
from tests.catalog.imports.workbooks import case, text


def letters(header, *units, before="", answered=None):
    """A list whose articles A1, A2, ... cost 10,50 for one of these."""
    lines = [f"A{number};Ware {number};{unit};10,50" for number, unit in enumerate(units, 1)]
    data = text("\n".join([before, f"Art.-Nr.;Artikel;{header};Preis netto", *lines]))
    return {"data": data, "header_row": 2 if before else 1, "memory": Memory(units=answered) if answered else None}


def priced(*per):
    return {f"A{number}": ("10.50", quantity, unit, "19") for number, (quantity, unit) in enumerate(per, 1)}


SHT = priced((1, "H87"), (100, "H87"), (1000, "H87"), (100, "H87"))
case("one, a hundred, a thousand as letters", **letters("PE", "S", "H", "T", "H"), articles=SHT)
case("the same in the unit column", **letters("Einheit", "S", "H", "T", "H"), articles=SHT)
case("each, centum, mille", **letters("PE", "E", "C", "M", "C"), articles=SHT)
case("one, a hundred, a thousand as words", **letters("PE", "Stk", "Hdt", "Tsd", "Hdt"), articles=SHT)
case(
    "two letters may be hours and tonnes",
    **letters("PE", "H", "T"),
    rules={2: "price_unit_unknown", 3: "price_unit_unknown"},
)
case("a hundred or an hour beside pieces", **letters("Einheit", "STK", "H"), rules={3: "unit_unknown"})
case("a thousand or a tonne beside pieces and kilograms", **letters("ME", "KG", "STK", "T"), rules={4: "unit_unknown"})
case("a lone letter", **letters("Einheit", "T", "T"), rules={2: "unit_unknown", 3: "unit_unknown"})
case(
    "a letter that is no unit makes codes of all",
    **letters("Einheit", "F", "K", "L"),
    rules={2: "unit_unknown", 3: "unit_unknown", 4: "unit_unknown"},
)
case("a metre or mille", **letters("PE", "STK", "M"), rules={3: "price_unit_unknown"})
case(
    "the list explains its letters",
    **letters("PE", "H", "T", before="PE: H = je 100 Stück, T = je 1.000"),
    articles=priced((100, "H87"), (1000, "H87")),
)
case(
    "the list explains a tonne",
    **letters("Einheit", "T", "S", before="S = Sack, T = Tonne"),
    articles=priced((1, "TNE"), (1, "XSA")),
)
case(
    "the supplier explained them",
    **letters("PE", "H", "T", answered={"H": "CEN", "T": "MIL"}),
    articles=priced((100, "H87"), (1000, "H87")),
)
case(
    "measures in small letters",
    **letters("Einheit", "Stk", "h", "m", "t", "l"),
    articles=priced((1, "H87"), (1, "HUR"), (1, "MTR"), (1, "TNE"), (1, "LTR")),
)
case(
    "measures in capital letters",
    **letters("Einheit", "KG", "T", "L", "M"),
    articles=priced((1, "KGM"), (1, "TNE"), (1, "LTR"), (1, "MTR")),
)
case("metres beside pieces", **letters("Einheit", "STK", "M"), articles=priced((1, "H87"), (1, "MTR")))
case(
    "priced by the hundred and the piece, sold by the piece, the hundred and the dozen",
    text("""
Art.-Nr.;Artikel;ME;Preis netto;PE
A;Dübel;Stk;3,10;Hdt
B;Niet;Hdt;0,05;Stk
C;Glas;Dtzd;4,10;Stk
"""),
    articles={"A": ("3.10", 100, "H87", "19"), "B": ("5", 1, "CEN", "19"), "C": ("49.20", 1, "DZN", "19")},
)


def headed(header, unit="", **more):
    """A list with a letter in the header of its prices, and perhaps a column of units."""
    beside = (f"{unit};" for _ in range(2)) if unit else iter(("", ""))
    lines = f"A1;Ware 1;{next(beside)}10,50\nA2;Ware 2;{next(beside)}10,50"
    return {"data": text(f"Art.-Nr.;Artikel;{'Einheit;' if unit else ''}{header}\n{lines}")} | more


for header in ("Preis/T", "EUR/H", "Preis netto je T"):
    case(f"{header}: a measure or so many", **headed(header), rules=dict.fromkeys((2, 3), "price_unit_unknown"))
case("a tonne in a small letter", **headed("Preis/t"), articles=priced((1, "TNE"), (1, "TNE")))
case("an hour in a small letter", **headed("€/h"), articles=priced((1, "HUR"), (1, "HUR")))
case("a tonne beside tonnes", **headed("Preis/T", "t"), articles=priced((1, "TNE"), (1, "TNE")))
case("litres", **headed("Preis/L"), articles=priced((1, "LTR"), (1, "LTR")))
case(
    "the supplier explained the letter in the header",
    **headed("Preis/T", memory=Memory(units={"T": "MIL"})),
    articles=priced((1000, "H87"), (1000, "H87")),
)
case(
    "or that it is the tonne after all",
    **headed("Preis/T", memory=Memory(units={"T": "TNE"})),
    articles=priced((1, "TNE"), (1, "TNE")),
)
case(
    "the list explains the letter in its header",
    text("H = je 100 Stück\nArt.-Nr.;Artikel;Preis/H\nA1;Ware 1;10,50\nA2;Ware 2;10,50"),
    header_row=2,
    articles=priced((100, "H87"), (100, "H87")),
)
case(
    "a sentence about less than a tonne explains no letter",
    text("Nr;Körnung;€/t netto\n1;Sand;14,80\n2;Kies;16,00\n;;\nMindermengen unter 1 t: pauschal 12 €;;"),
    articles={"1": ("14.8", 1, "TNE", "19"), "2": ("16", 1, "TNE", "19")},
)
