"""Which article is meant? Rows that may be one we know: another number, another spelling, a number used again.

Looked for when everything is staged: rows that met no article beside articles that the file does not mention, and rows
whose number leads to an article of another name. Nothing here decides; what is found waits for a person.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from catalog import sql
from catalog.imports.language.likeness import ADDITION, OTHER, SAME, Name, is_strange, kinship, likely, likeness
from catalog.imports.language.name_keys import name_key
from catalog.imports.language.words import key_of
from catalog.imports.rows.survey import identity
from catalog.imports.runs.identity import DOUBTS, told
from catalog.models import ImportFinding, ImportRun
from catalog.unit_words import unit_word

SHARE_OF_A_RANGE = 0.5  # a list that accounts for half of the articles is probably the range and not a part of it
NEAR = Decimal("1.5")  # prices of one article stay within this factor
NOTED_ONLY = "number_changed_maybe"
OF_NUMBER = ("number_changed", NOTED_ONLY, "number_respelt")
FEW = 5  # so many strange names are cases of their own, however short the list is

ROW = """s.number, s.rows[1], s.key, s.article_number, s.number_is_ours, s.name, s.unit, s.origin, s.gtin,
    s.content, s.content_unit, s.price / s.price_quantity"""
ARTICLE = """l.id, 0, COALESCE(i.key, ''), l.article_number, l.number_is_ours, p.title, l.unit, l.origin, l.gtin,
    l.content, l.content_unit, l.price / l.price_quantity"""
OPEN = "s.run_id = %(run)s AND s.outcome IN ('created', 'updated', 'held_back') AND NOT s.number = ANY(%(noted)s)"
NEW = f"FROM catalog_stagedrow s WHERE {OPEN} AND s.is_new AND NOT s.key = ANY(%(keys)s::text[])"
RENAMED = f"""
    SELECT {ROW}, i.name, {ARTICLE} FROM catalog_stagedrow s
    JOIN catalog_listing l ON l.id = s.listing_id JOIN catalogue_product p ON p.id = l.product_id
    LEFT JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE {OPEN} AND NOT s.is_new AND NOT s.number_is_ours AND NOT s.key = ANY(%(settled)s::text[])
      AND s.name NOT IN ('', p.title, COALESCE(i.name, ''))
"""
# Whoever is called like another article is perhaps that one.
NAMES = """
    SELECT p.title FROM catalog_listing l JOIN catalogue_product p ON p.id = l.product_id
    WHERE l.supplier_id = %(supplier)s AND l.online
"""
NUMBERS = "SELECT article_number FROM catalog_listing WHERE supplier_id = %(supplier)s AND NOT number_is_ours"
# What is there less what the list met is what is gone. The difference is made here: of a run just staged the database
# has no statistics yet and would compare each with each.
THERE = """
    SELECT l.id, l.online FROM catalog_listing l LEFT JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE l.supplier_id = %(supplier)s AND (l.online OR i.taken_offline) AND l.article_number NOT LIKE 'PFAND-%%'
"""
MET = "SELECT s.listing_id FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND NOT s.is_new"
GONE = f"""
    SELECT {ARTICLE} FROM catalog_listing l JOIN catalogue_product p ON p.id = l.product_id
    LEFT JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE l.id = ANY(%(gone)s) ORDER BY l.id
"""
# Two rows that led to one article by two spellings: the one that says it exactly keeps it.
SHARED = """
    SELECT number, row, listing_id, key FROM (
        SELECT s.number, s.rows[1] AS row, s.listing_id, s.key, s.outcome, row_number() OVER (
            PARTITION BY s.listing_id ORDER BY s.outcome <> 'unchanged', (s.key = i.key) DESC NULLS LAST, s.number
        ) AS place
        FROM catalog_stagedrow s LEFT JOIN catalog_importedrow i ON i.listing_id = s.listing_id
        WHERE s.run_id = %(run)s AND NOT s.is_new AND s.outcome IN ('created', 'updated', 'unchanged', 'held_back')
    ) led WHERE place > 1 AND outcome <> 'held_back'
"""


@dataclass(slots=True)
class Good:
    """A row or an article, as far as it takes to tell which is which; `price` is net for one unit."""

    id: int
    row: int
    key: str
    number: str
    number_is_ours: bool
    name: str
    unit: str
    origin: str
    gtin: str
    content: Decimal | None
    content_unit: str
    price: Decimal | None


@dataclass(slots=True)
class Doubt:
    """A row and the article that it may be; `sure` is what may be answered for all alike, `gone` see Told."""

    rule: str
    row: Good
    article: Good
    gone: bool = True
    sure: bool = True


def notice(run: ImportRun) -> None:
    """Hold back the rows in doubt, each with the article that it may be; what was noticed before stays."""
    if not run.columns:
        return
    look = _Look(run)
    doubts = look.doubts()
    _write(run, [doubt for doubt in doubts if doubt.rule in DOUBTS], "held_back")
    ImportFinding.objects.filter(run=run, rule=NOTED_ONLY).delete()
    _write(run, [doubt for doubt in doubts if doubt.rule == NOTED_ONLY], "info")


def _write(run: ImportRun, doubts: list[Doubt], severity: str) -> None:
    ImportFinding.objects.bulk_create((_finding(run, doubt, severity) for doubt in doubts), batch_size=2000)
    if severity == "held_back" and doubts:
        held = "UPDATE catalog_stagedrow SET outcome = 'held_back' WHERE run_id = %(run)s AND number = ANY(%(numbers)s)"
        sql.execute(held, run=run.pk, numbers=[doubt.row.id for doubt in doubts])


def _finding(run: ImportRun, doubt: Doubt, severity: str) -> ImportFinding:
    of_number = doubt.rule in OF_NUMBER
    field = "article_number" if of_number else "name"
    row, article = doubt.row, doubt.article
    return run.finding_at(
        row.row,
        number=row.id,
        column=run.columns.get(field, {}).get("column", ""),
        field=field,
        raw=row.number if of_number else row.name,
        rule=doubt.rule,
        severity=severity,
        proposal=_number(article) if of_number else article.name,
        params={
            "listing": article.id,
            "before": article.key if "|" in article.key else _key(article),
            "gone": doubt.gone,
            "sure": doubt.sure,
            "number": row.number,
            "name": row.name,
        },
    )


def _number(article: Good) -> str:
    return article.name if article.number_is_ours else article.number


def _key(article: Good) -> str:
    return identity(article.name, "", unit_word(article.unit), article.origin)[:400]


class _Look:
    """One look at a staged run."""

    def __init__(self, run: ImportRun):
        self.run, self.provided = run, set(run.provided)
        answers = told(run)
        noted = ImportFinding.objects.filter(run=run, rule__in=DOUBTS).values_list("number", "params")
        self.values = {
            "run": run.pk,
            "supplier": run.supplier_id,
            "noted": [number for number, _ in noted],
            "keys": [answer.key for answer in answers],
            "settled": [answer.key for answer in answers if answer.same],
        }
        self.settled = {answer.listing for answer in answers if answer.same} | {one["listing"] for _, one in noted}
        self.online = self.met_online = 0

    def doubts(self) -> list[Doubt]:
        reused = self._reused()
        shared = self._shared()
        if not reused and not sql.rows(f"SELECT EXISTS (SELECT {NEW})", **self.values)[0][0]:
            return shared
        gone = self._gone()
        if not gone and not reused:
            return shared
        fresh = [Good(*values) for values in sql.rows(f"SELECT {ROW} {NEW} ORDER BY s.number", **self.values)]
        respelt = self._respelt(fresh, gone)
        moved = respelt + self._renumbered(_rest(fresh, respelt), reused, _without(gone, respelt))
        left = _rest(fresh, moved)
        taken = {doubt.row.id for doubt in moved}
        left_over = _without(gone, moved)
        found = [doubt for doubt in moved if doubt.rule in DOUBTS] + self._named_alike(left, left_over)
        found += self._only_reused([doubt for doubt in reused if doubt.row.id not in taken])
        return shared + found + [doubt for doubt in moved if doubt.rule == NOTED_ONLY]

    def _gone(self) -> list[Good]:
        """Articles that the list does not mention, online or waiting to come again."""
        there = dict(sql.rows(THERE, **self.values))
        met = {listing for (listing,) in sql.rows(MET, **self.values)}
        self.online = sum(there.values())
        self.met_online = sum(there.get(listing, False) for listing in met)
        gone = [listing for listing in there if listing not in met and listing not in self.settled]
        return [Good(*values) for values in sql.rows(GONE, gone=gone)] if gone else []

    # rows whose number leads to an article of another name

    def _reused(self) -> list[Doubt]:
        width = len(Good.__slots__)
        renamed = sql.rows(RENAMED, **self.values)
        names = {key_of(name) for (name,) in sql.rows(NAMES, **self.values)} if renamed else set()
        found = []
        for values in renamed:
            row, said, article = Good(*values[:width]), values[width], Good(*values[width + 1 :])
            is_other = key_of(row.name) in names - {key_of(article.name), key_of(said or "")}
            if is_other or self._is_another(row, article, said or article.name):
                found.append(Doubt("number_reused", row, article, gone=False))
        return found

    def _is_another(self, row: Good, article: Good, said: str) -> bool:
        """A new name of the same thing is nothing to ask about: its GTIN or its price says so."""
        if row.gtin and row.gtin == article.gtin:
            return False
        if not is_strange(row.name, article.name) or not is_strange(row.name, said):
            return False
        same_price = row.price is not None and row.price == article.price and self._same_unit(row, article)
        return not same_price or bool(row.gtin and article.gtin)

    def _only_reused(self, reused: list[Doubt]) -> list[Doubt]:
        """Where most names are others, one answer is asked for the whole list."""
        met = "SELECT count(*) FROM catalog_stagedrow WHERE run_id = %(run)s AND NOT is_new AND outcome <> 'skipped'"
        if len(reused) > FEW and len(reused) * 2 > sql.rows(met, **self.values)[0][0]:
            for doubt in reused:
                doubt.rule = "names_differ"
        return reused

    # rows with a number that we do not know

    def _respelt(self, fresh: list[Good], gone: list[Good]) -> list[Doubt]:
        """`W-204` and `w 204`, whatever their names; not where blanks and signs tell the supplier's articles apart."""
        some, others = ([good for good in goods if not good.number_is_ours] for goods in (fresh, gone))
        pairs = [
            (row, article)
            for (row, *more), (article, *rest) in _groups(some, others, lambda good: key_of(good.number) or None, set())
            if not more and not rest and not (row.gtin and article.gtin and row.gtin != article.gtin)
        ]
        numbers = [number for (number,) in sql.rows(NUMBERS, **self.values)] if pairs else []
        if len({key_of(number) for number in numbers}) < len(numbers):
            return []
        return [Doubt("number_respelt", row, article) for row, article in pairs]

    def _renumbered(self, fresh: list[Good], reused: list[Doubt], gone: list[Good]) -> list[Doubt]:
        rows = [row for row in fresh if not row.number_is_ours] + [doubt.row for doubt in reused]
        articles = gone + [doubt.article for doubt in reused]
        own = {doubt.row.id: doubt.article.id for doubt in reused}
        absent = {article.id for article in gone}
        doubts = [
            Doubt("number_changed", row, article, gone=article.id in absent, sure=sure)
            for row, article, sure in _same_things(rows, articles, self.provided)
            if own.get(row.id) != article.id
        ]
        if not self._is_range(doubts):
            for doubt in doubts:
                if doubt.gone and not _is_certain(doubt):
                    doubt.rule = NOTED_ONLY
        return doubts

    def _is_range(self, doubts: list[Doubt]) -> bool:
        """Is this plausibly the whole range, so that a number that it does not mention is really gone?"""
        if self.run.whole_range:
            return True
        found = self.met_online + sum(doubt.gone for doubt in doubts)
        return found >= SHARE_OF_A_RANGE * self.online

    # rows without a number

    def _named_alike(self, rows: list[Good], gone: list[Good]) -> list[Doubt]:
        ours = any(article.number_is_ours for article in gone)
        rows = [row for row in rows if row.name and (row.number_is_ours or ours)]
        if not rows or not gone:
            return []
        return [Doubt("identity_doubtful", row, article) for row, article in _nearest(rows, gone, self._fits)]

    def _fits(self, row: Good, article: Good, kin: str) -> bool:
        if kin == OTHER or not (row.number_is_ours or article.number_is_ours):
            return False
        if kin == SAME:
            return True
        same_unit = self._same_unit(row, article)
        if kin == ADDITION:
            return same_unit and _near(row.price, article.price)
        return same_unit or self._same_origin(row, article)

    def _same_unit(self, row: Good, article: Good) -> bool:
        return "unit" not in self.provided or row.unit == article.unit

    def _same_origin(self, row: Good, article: Good) -> bool:
        return "origin" not in self.provided or key_of(row.origin) == key_of(article.origin)

    def _shared(self) -> list[Doubt]:
        """Lists without numbers know an article by several keys; in others answers may lead two rows to one."""
        if "article_number" in self.run.columns and not self.values["settled"]:
            return []
        found = sql.rows(SHARED, run=self.run.pk)
        if not found:
            return []
        rows = {number: listing for number, _row, listing, _key in found}
        return [_shared_doubt(self.run, number, listing) for number, listing in rows.items()]


def _shared_doubt(run: ImportRun, number: int, listing: int) -> Doubt:
    row = sql.rows(f"SELECT {ROW} FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND s.number = %(number)s",
                   run=run.pk, number=number)[0]  # fmt: skip
    joined = """FROM catalog_listing l JOIN catalogue_product p ON p.id = l.product_id
        LEFT JOIN catalog_importedrow i ON i.listing_id = l.id WHERE l.id = %(listing)s"""
    article = sql.rows(f"SELECT {ARTICLE} {joined}", listing=listing)[0]
    return Doubt("identity_doubtful", Good(*row), Good(*article), gone=False)


def _rest(rows: list[Good], doubts: Iterable[Doubt]) -> list[Good]:
    taken = {doubt.row.id for doubt in doubts}
    return [row for row in rows if row.id not in taken]


def _without(gone: list[Good], doubts: Iterable[Doubt]) -> list[Good]:
    taken = {doubt.article.id for doubt in doubts}
    return [article for article in gone if article.id not in taken]


def _near(one: Decimal | None, other: Decimal | None) -> bool:
    if not one or not other:
        return True
    return max(one, other) <= NEAR * min(one, other)


def _is_certain(doubt: Doubt) -> bool:
    """The same GTIN and the same name: no need to see the whole range for that question."""
    row, article = doubt.row, doubt.article
    return bool(row.gtin) and row.gtin == article.gtin and name_key(row.name) == name_key(article.name)


def _same_things(rows: list[Good], articles: list[Good], provided: set) -> Iterator[tuple[Good, Good, bool]]:
    """Row, article and whether there is no other choice: by GTIN, then by all that the list says, then by less."""
    marks = _marks(provided)
    taken: set[int] = set()
    for mark in marks:
        for some, others in _groups(rows, articles, mark, taken):
            if len(some) == len(others) == 1:
                taken |= {id(some[0]), id(others[0])}
                yield some[0], others[0], True
    for some, others in _groups(rows, articles, marks[-1], taken):
        yield from ((row, article, False) for row, article in zip(some, others, strict=False))


def _marks(provided: set) -> list[Callable[[Good], object]]:
    """By what a row may be known, the surest first; what the list does not carry says nothing."""

    def thing(good: Good, *more) -> tuple | None:
        unit = good.unit if "unit" in provided else ""
        content = (good.content, good.content_unit) if "content" in provided else ()
        return (name_key(good.name), unit, content, *more) if good.name else None

    def origin(good: Good) -> str:
        return key_of(good.origin) if "origin" in provided else ""

    return [
        lambda good: good.gtin or None,
        lambda good: thing(good, origin(good), good.price),
        lambda good: thing(good, origin(good)),
        thing,
    ]


def _groups(rows, articles, mark, taken) -> list[tuple[list[Good], list[Good]]]:
    """Rows and articles that share a mark and are not taken."""
    known, found = defaultdict(list), defaultdict(list)
    for article in articles:
        if id(article) not in taken and (sign := mark(article)) is not None:
            known[sign].append(article)
    for row in rows:
        if id(row) not in taken and (sign := mark(row)) in known:
            found[sign].append(row)
    return [(some, known[sign]) for sign, some in found.items()]


def _nearest(rows: list[Good], articles: list[Good], fits: Callable) -> list[tuple[Good, Good]]:
    """Each row with the article that is most like it, each article once; same names before like ones."""
    names, others = [Name.of(row.name) for row in rows], [Name.of(article.name) for article in articles]
    pairs = []
    for place, other in likely(names, others):
        kin = kinship(names[place], others[other])
        if fits(rows[place], articles[other], kin):
            pairs.append((_order(rows[place], articles[other], kin, names[place], others[other]), place, other))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _rank, place, other in sorted(pairs):
        if place not in chosen and other not in taken:
            chosen[place] = other
            taken.add(other)
    return [(rows[place], articles[other]) for place, other in sorted(chosen.items())]


def _order(row: Good, article: Good, kin: str, name: Name, other: Name) -> tuple:
    same = (row.unit == article.unit) + (key_of(row.origin) == key_of(article.origin))
    return kin != SAME, -same, -likeness(name, other)
