"""What number formats write beside the numbers: for how many, in which money; each for its own cell."""

from tests.catalog.imports.workbooks import case, workbook

HUNDRED, PIECE, EURO, CHF = '#,##0.00\\ "€/100 St"', '#,##0.00\\ "€/St"', '#,##0.00\\ "€"', "[$CHF] #,##0.00"


def formatted(*codes, unit=""):
    """A list whose articles A1, A2, ... cost 1,95 in these formats."""

    def style(sheet):
        for row, code in enumerate(codes, 2):
            sheet.cell(row, 4).number_format = code

    rows = [[f"A{number}", f"Ware {number}", unit, 1.95] for number, _ in enumerate(codes, 1)]
    return workbook(("Liste", [["Art.-Nr.", "Artikel", "Einheit", "Preis"], *rows]), style=style)


def priced(**quantities):
    return {number: ("1.95", quantity, "H87", "19") for number, quantity in quantities.items()}


case("some per hundred, some per piece", formatted(HUNDRED, PIECE, HUNDRED), articles=priced(A1=100, A2=1, A3=100))
case("some per hundred, some in euro", formatted(HUNDRED, EURO, unit="Stk"), articles=priced(A1=100, A2=1))
case(
    "per hundred, and cells that do not say",
    formatted(HUNDRED, HUNDRED, HUNDRED, "0.00", "General", unit="Stk"),
    articles=priced(A1=100, A2=100, A3=100),
    rules={5: "price_quantity_unclear", 6: "price_quantity_unclear"},
)
case(
    "per hundred far down the list",
    formatted(*[EURO] * 70, HUNDRED),
    articles=priced(**{f"A{number}": 1 for number in range(1, 71)}, A71=100),
)
case(
    "the euro with its country, and per hundred behind",
    formatted('#,##0.00 [$€-407]"/100 St"', "#,##0.00 [$€-407]"),
    articles=priced(A1=100, A2=1),
)
case(
    "kilograms and pieces",
    formatted('0.00" €/kg"', '0.00" €/Stk"'),
    articles={"A1": ("1.95", 1, "KGM", "19"), "A2": ("1.95", 1, "H87", "19")},
)
case(
    "francs in some cells",
    formatted(EURO, CHF, EURO, unit="Stk"),
    articles=priced(A1=1, A3=1),
    rules={3: "foreign_currency"},
)
case(
    "francs far down the list",
    formatted(*["0.00"] * 70, CHF, unit="Stk"),
    articles=priced(**{f"A{number}": 1 for number in range(1, 71)}),
    rules={72: "foreign_currency"},
)
case(
    "francs, and cells that do not say",
    formatted(CHF, CHF, "0.00", unit="Stk"),
    rules={2: "foreign_currency", 3: "foreign_currency", 4: "foreign_currency"},
)
