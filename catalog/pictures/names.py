"""Which article a picture's file name means. Exactly as written comes first, a looser reading only where one article
fits; what is doubtful is said, never guessed. No database in here."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

SUFFIX = re.compile(r"(.*\S)(?:[\s_.\-]+\(?|\()(\d{1,2})\)?\Z")
MOST_COUNTED = 20  # a higher number behind an article's is hardly the count of its pictures
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Article:
    """What a file name may mean of an article; `is_ours`: the supplier has no numbers, so its name speaks for it."""

    listing: int
    number: str
    name: str = ""
    gtin: str = ""
    is_ours: bool = False


@dataclass(frozen=True)
class Match:
    """One article: found. None or several: doubtful, `rule` says why, `proposal` is a number to confirm by hand.

    `place` is the number behind the article's (0 without one).
    """

    articles: tuple[Article, ...] = ()
    place: int = 0
    rule: str = ""
    proposal: str = ""

    @property
    def article(self) -> Article | None:
        return self.articles[0] if len(self.articles) == 1 and not self.rule else None


@dataclass
class Names:
    """The articles of one supplier, by everything that a file name may call them."""

    exact: dict[str, set[Article]] = field(default_factory=lambda: defaultdict(set))
    loosely: dict[str, set[Article]] = field(default_factory=lambda: defaultdict(set))
    gtins: dict[str, set[Article]] = field(default_factory=lambda: defaultdict(set))
    titles: dict[str, set[Article]] = field(default_factory=lambda: defaultdict(set))
    unpadded: dict[str, set[Article]] = field(default_factory=lambda: defaultdict(set))
    families: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Names":
        names = cls()
        for article in articles:
            names._add(article)
        return names

    def _add(self, article: Article) -> None:
        number = unicodedata.normalize("NFC", article.number)
        self.exact[number.casefold()].add(article)
        self.unpadded[number.casefold().lstrip("0")].add(article)
        if loose(number):
            self.loosely[loose(number)].add(article)
        if article.gtin:
            self.gtins[article.gtin.lstrip("0")].add(article)
        if article.is_ours and loose(article.name):
            self.titles[loose(article.name)].add(article)
        base, count = counted(number)
        if count is not None:
            self.families.add(loose(base))

    def find(self, path: str) -> Match:
        """The article that a path like "Bilder/1001 (2).jpg" means."""
        folders, stem = split(path)
        inside = "/".join([*folders[-1:], stem])
        written = self.exact.get(stem.casefold()) or self.exact.get(inside.casefold())
        if written:
            return _match({article: 0 for article in written})
        base, count = counted(stem)
        readings = [(stem, 0), (inside, 0)]
        if count is not None:
            readings += [(base, count), ("/".join([*folders[-1:], base]), count)]
        for look in (self._by_number, self._by_gtin, self._by_title):
            if found := _found(look, readings):
                return self._checked(found, base)
        if folders and (whole := self.exact.get(folders[-1].casefold())):  # a folder for each article
            return _match({article: count or 0 for article in whole})
        proposal = self._proposal(stem)
        return Match(rule="likely" if proposal else "unknown", proposal=proposal)

    def _by_number(self, text: str) -> set[Article]:
        return self.exact.get(text.casefold()) or self.loosely.get(loose(text)) or set()

    def _by_gtin(self, text: str) -> set[Article]:
        digits = text.strip().lstrip("0")
        return self.gtins.get(digits, set()) if digits.isdigit() and len(digits) > 6 else set()

    def _by_title(self, text: str) -> set[Article]:
        return self.titles.get(loose(text), set())

    def _checked(self, found: dict[Article, int], base: str) -> Match:
        """10-5.jpg is no fifth picture of article 10 where other articles are called 10-4 and 10-6."""
        match = _match(found)
        if match.article and match.place and loose(base) in self.families:
            return Match(match.articles, match.place, "article_or_count", match.article.number)
        return match

    def _proposal(self, stem: str) -> str:
        """The one article whose number begins the name, or differs from it by leading zeros only."""
        low = stem.casefold()
        words = re.split(r"[\s_\-]+", low)
        starts = (" ".join(words[:1]), *(low[:at] for at in (m.start() for m in re.finditer(r"[\s_\-]", low))))
        begun = [self.exact[start] for start in dict.fromkeys(starts) if self.exact.get(start)]
        likely = begun[-1] if begun else self.unpadded.get(low.lstrip("0"), set()) if low.strip("0") else set()
        return next(iter(likely)).number if len(likely) == 1 else ""


def _found(look, readings: list[tuple[str, int]]) -> dict[Article, int]:
    found: dict[Article, int] = {}
    for text, place in readings:
        for article in look(text):
            found.setdefault(article, place)
    return found


def _match(found: dict[Article, int]) -> Match:
    articles = tuple(sorted(found, key=lambda article: article.number))
    return Match(articles, min(found.values()), "several" if len(articles) > 1 else "")


def split(path: str) -> tuple[list[str], str]:
    """Folders, and the name without its ending; accents as one sign, as the database has them."""
    *folders, name = unicodedata.normalize("NFC", path.replace("\\", "/")).split("/")
    stem, dot, _ = name.rpartition(".")
    return folders, (stem if dot and stem else name).strip()


def ending(path: str) -> str:
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    return name.rpartition(".")[2].casefold() if "." in name else ""


def counted(stem: str) -> tuple[str, int | None]:
    """1001_2, 1001-2, 1001 (2): the name before and the number behind, None without one."""
    found = SUFFIX.match(stem)
    if not found:
        return stem, None
    count = int(found[2])
    return (found[1], count) if count <= MOST_COUNTED else (stem, None)


def loose(text: str) -> str:
    """Letters and digits only, umlauts written out, no accents: what survives in a file name."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(UMLAUTS)
    plain = unicodedata.normalize("NFD", folded)
    return "".join(sign for sign in plain if sign.isalnum())


def natural(path: str) -> list:
    """Sorts 2 before 10."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in DIGITS.split(path)]
