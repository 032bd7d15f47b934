"""What the invented producers make: one module per trade, each with one function per producer that lists articles.

An assortment is written as a shelf: `# group | unit | motif | VAT` opens a group, and each line below is
`name | content price; content price | description`, one article for every content. Prices are net.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Article:
    """One article as its producer thinks of it: `price` is net in EUR for `per` units, `vat` a whole per cent.

    `price_text` is what his sheet shows in place of a price, `family` what its sizes and colours have in common.
    """

    name: str
    group: str
    unit: str
    price: Decimal
    motif: str
    vat: int = 7
    content: str = ""
    description: str = ""
    number: str = ""
    per: int = 1
    origin: str = ""
    quality: str = ""
    gtin: str = ""
    minimum: int = 0
    deposit: Decimal = Decimal(0)
    steps: tuple[tuple[int, Decimal], ...] = ()
    family: str = ""
    price_text: str = ""

    @property
    def gross(self) -> Decimal:
        return cents(self.price * (100 + self.vat) / 100)


def cents(amount: Decimal | float | str) -> Decimal:
    return Decimal(str(amount)).quantize(CENT, ROUND_HALF_UP)


def shelf(text: str) -> list[Article]:
    """Articles of a shelf text (see the module's docstring for its form)."""
    return list(_read(line.strip() for line in text.splitlines() if line.strip()))


def _read(lines: Iterable[str]) -> Iterator[Article]:
    group, unit, motif, vat = "", "", "", 7
    for line in lines:
        if line.startswith("#"):
            group, unit, motif, *rest = (part.strip() for part in line[1:].split("|"))
            vat = int(rest[0]) if rest else 7
            continue
        name, packs, *rest = (part.strip() for part in line.split("|"))
        text = rest[0] if rest else ""
        for content, price in sizes(packs):
            yield Article(name, group, unit, cents(price), motif, vat, content, text, family=name)


def rows(text: str) -> list[list[str]]:
    """The parts of each line between bars."""
    return [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]


def sizes(text: str) -> list[tuple[str, str]]:
    """`size price; size price` as pairs."""
    return [(size, price) for size, _, price in (part.strip().rpartition(" ") for part in text.split(";"))]


def numbered(articles: Iterable[Article], form: str, start: int = 1, step: int = 1) -> list[Article]:
    """The articles with their producer's numbers: `form` is a format of the running number n, such as "B-{n:03}"."""
    return [replace(article, number=form.format(n=start + place * step)) for place, article in enumerate(articles)]


def with_steps(article: Article, *steps: tuple[int, int]) -> Article:
    """Cheaper from a quantity on: `steps` are pairs of quantity and discount in per cent."""
    cheaper = tuple((quantity, cents(article.price * (100 - off) / 100)) for quantity, off in steps)
    return replace(article, steps=cheaper)


def with_gtins(articles: Iterable[Article], company: int) -> list[Article]:
    """GTINs under 952, the prefix that is set aside for demonstrations."""
    return [replace(article, gtin=gtin(company, place)) for place, article in enumerate(articles, start=1)]


def gtin(company: int, place: int) -> str:
    body = f"952{company:04}{place:05}"
    weighted = sum(int(digit) * (1, 3)[position % 2] for position, digit in enumerate(body))
    return f"{body}{-weighted % 10}"
