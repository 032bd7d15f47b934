"""Drafts on their way into the staging table: COPY, a chunk at a time, each chunk committed with its position."""

from collections.abc import Iterable
from decimal import Decimal

import orjson
from django.db import connection, transaction

from accounts.references import new_references
from accounts.sorting import german_slug, german_sort_key
from catalog import sql
from catalog.imports.columns.drafts import Figures, Finding
from catalog.imports.runs.decisions import is_answered
from catalog.imports.runs.known import KnownArticle, Shelves
from catalog.models import ImportFinding, ImportRun, Outcome, StagedRow
from catalog.money import plain, steps_as_kept

TOO_MUCH = 10**8
CHUNK = 4000  # entries: about half a second of work that a killed worker may lose
FINDING_COLUMNS = [field.column for field in ImportFinding._meta.concrete_fields if field.column != "id"]
# As StagedRow.called has it.
KEEP_NAMES = """
    UPDATE catalog_importfinding f SET params = f.params || jsonb_build_object('called',
        trim(CASE WHEN s.number_is_ours THEN s.name ELSE s.article_number || ' ' || s.name END))
    FROM catalog_stagedrow s
    WHERE f.run_id = %(run)s AND s.run_id = %(run)s AND s.number = f.number AND s.outcome = ANY(%(outcomes)s)
"""
EXTRAS = {"quality": "Qualität", "manufacturer": "Hersteller", "rrp": "UVP", "note": "Hinweis"}


class Overtaken(RuntimeError):
    """Another worker has staged this chunk; whoever is late stops."""


class Stage:
    """The staging table of one run, filled chunk by chunk."""

    def __init__(self, run: ImportRun, known: dict[str, KnownArticle], shelves: Shelves):
        self.run, self.known, self.shelves = run, known, shelves
        self.rows: list[dict] = []
        self.findings: list[list] = []
        self.rows_read = run.rows_read
        self.strange_groups: set[str] = set()

    def add_known(self, number: int, entry) -> None:
        """A row that says what it said last time, of an article that is as the last import left it."""
        listing = self.known[entry.key].listing
        values = {"outcome": "unchanged", "is_new": False, "listing_id": listing, "key": entry.key[:400]}
        self._add(number, entry, values)

    def add(self, number: int, entry, draft) -> None:
        """A draft with what the reader noticed; one in order counts as created until it is compared."""
        refuse_what_does_not_fit(draft, self.run)
        outcome = "created" if draft.outcome == "ok" else draft.outcome
        values = {} if outcome == "skipped" else self._article(draft, number)
        article = self.known.get(draft.key) if draft.key else None
        if article:
            values |= {"listing_id": article.listing, "is_new": False}
        settled = all(map(is_answered, draft.findings))  # what was noticed and not answered is to be noticed again
        mark = entry.fingerprint if settled else None
        values |= {"outcome": outcome, "reason": draft.reason or "", "key": (draft.key or "")[:400]}
        values["fingerprint"] = mark
        self._add(number, entry, values)
        self.findings += [finding_row(self.run.pk, number, finding) for finding in draft.findings]

    def _add(self, number: int, entry, values: dict) -> None:
        """`values` are the columns in which the row differs from an empty one."""
        self.rows_read += len(entry.rows)
        rows = "{" + ",".join(map(str, entry.rows)) + "}"
        values |= {"run_id": self.run.pk, "number": number, "rows": rows}
        self.rows.append(values)
        if len(self.rows) >= CHUNK:
            self.save()

    def _article(self, draft, number: int) -> dict:
        shelf = self.shelves.find(draft.category) if draft.category else None
        if draft.category and shelf is None and draft.category not in self.strange_groups:
            self.strange_groups.add(draft.category)
            where = self.run.place(draft.rows[0])
            noted = Finding(*where, None, "category", draft.category, "group_unknown", "warning")
            self.findings.append(finding_row(self.run.pk, number, noted))
        values = article_values(draft)
        values["category_id"] = shelf
        return values

    def save(self) -> None:
        """Commit what was gathered together with the position behind it."""
        if not self.rows:
            return
        with transaction.atomic():
            sql.need_not_last()
            self._advance(self.rows[-1]["number"] + 1)
            self._give_keys(
                [row for row in self.rows if row["outcome"] not in ("skipped", "unchanged") and "listing_id" not in row]
            )
            for columns, rows in by_columns(self.rows).items():
                copy(StagedRow._meta.db_table, columns, rows)
            copy(ImportFinding._meta.db_table, FINDING_COLUMNS, self.findings)
        self.rows, self.findings = [], []

    def _advance(self, position: int) -> None:
        """The lock of staging: only who found the run where it stands may move it on."""
        here = ImportRun.objects.filter(pk=self.run.pk, position=self.run.position, status=ImportRun.Status.READING)
        if not here.update(position=position, rows_read=self.rows_read):
            raise Overtaken(self.run.reference)
        self.run.position, self.run.rows_read = position, self.rows_read

    def _give_keys(self, rows: list[dict]) -> None:
        """New articles get their database keys and public references now, so that the commit only copies."""
        keys = iter(next_keys(len(rows)))
        for row, reference in zip(rows, new_references(len(rows)), strict=True):
            row["listing_id"], row["product_id"] = next(keys)
            row["reference"] = reference
            if row["number_is_ours"]:
                row["article_number"] = reference


def let_go(run: ImportRun, outcomes: Iterable[str] = Outcome.values) -> None:
    """Forget the staged rows with these outcomes; what was noticed about them keeps the names of their articles."""
    outcomes = list(outcomes)
    sql.execute(KEEP_NAMES, run=run.pk, outcomes=outcomes)
    StagedRow.objects.filter(run=run, outcome__in=outcomes).delete()


def by_columns(rows: list[dict]) -> dict[tuple[str, ...], list]:
    """Rows that fill the same columns together, as COPY wants them: most of a known article's row stays empty."""
    found: dict[tuple[str, ...], list] = {}
    for row in rows:
        found.setdefault(tuple(row), []).append(row.values())
    return found


def refuse_what_does_not_fit(draft, run: ImportRun) -> None:
    """Numbers beyond the columns of the catalogue: nobody sells that, and the database would refuse the whole chunk."""
    numbers = [draft.price, draft.gross, draft.deposit, draft.content, draft.minimum, draft.interval, draft.stock]
    numbers += [amount for step in draft.steps or () for amount in step]
    for amount in numbers:
        if amount is not None and abs(amount) >= TOO_MUCH:
            draft.outcome = "refused"
            draft.price = draft.gross = draft.deposit = draft.content = draft.stock = None
            draft.minimum = draft.interval = None
            draft.steps = []
            where = run.place(draft.rows[0])
            raw, rule = plain(amount), "value_too_large"
            draft.findings.append(Finding(*where, None, "", raw, rule, "refused", in_figures=True))
            return


def article_values(draft) -> dict:
    """The columns of a staged row that describe the article."""
    name, number = draft.name or "", (draft.article_number or "")[:80]
    return {
        "article_number": number,
        "number_is_ours": not number,
        "name": name,
        "slug": german_slug(name, 80, "artikel"),
        "sort_key": german_sort_key(name),
        "description": draft.description or "",
        "texts": dumped({"name": draft.name_en, "description": draft.description_en}),
        "category": draft.category or "",
        "group_key": (draft.group_key or "")[:80],
        "gtin": draft.gtin or "",
        "unit": draft.unit or "",
        "content_unit": draft.content_unit or "",
        "content": draft.content,
        "minimum": draft.minimum or 1,
        "interval": draft.interval or 1,
        "price": draft.price,
        "price_quantity": draft.price_quantity or 1,
        "gross_price": draft.gross,
        "steps": orjson.dumps(steps_as_kept(draft.steps or ())).decode(),
        "vat_category": draft.vat_category or "S",
        "vat_rate": draft.vat_rate,
        "deposit": draft.deposit or None,
        "stock": draft.stock,
        "online": draft.online,
        "origin": (draft.origin or "")[:80],
        "attributes": dumped(draft.attributes | extras(draft)),
        "images": orjson.dumps(draft.images).decode(),
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
    }


def extras(draft) -> dict:
    """What has no column of its own is kept as a named attribute."""
    found = [(label, value) for name, label in EXTRAS.items() if (value := getattr(draft, name))]
    return {label: plain(value) if isinstance(value, Decimal) else value for label, value in found}


def dumped(values: dict) -> str:
    return orjson.dumps({name: value for name, value in values.items() if value}).decode()


def finding_row(run: int, number: int | None, finding) -> list:
    values = {name: getattr(finding, name, None) for name in FINDING_COLUMNS}
    letters = finding.column or ""  # a text file may have more columns than any spreadsheet
    values |= {
        "run_id": run,
        "number": number,
        "sheet": (finding.sheet or "")[:200],
        "column": letters if len(letters) <= 3 else "",
        "field": (finding.field or "")[:60],
        "raw": text_or_empty(finding.raw),
        "proposal": None if finding.proposal is None else orjson.dumps(finding.proposal, default=plain_json).decode(),
        "params": _params(finding),
    }
    return [values[column] for column in FINDING_COLUMNS]


def _params(finding) -> str:
    """How to show what was read, and what the file says where a person has written something else."""
    if finding.in_file is None:
        return '{"in_figures":true}' if finding.in_figures else "{}"
    found = {"in_figures": finding.in_figures, "in_file": str(finding.in_file)}
    return orjson.dumps(found | {"file_in_figures": isinstance(finding.in_file, Figures)}).decode()


def plain_json(value):
    return plain(value) if isinstance(value, Decimal) else str(value)


def text_or_empty(value) -> str:
    return "" if value is None else str(value)


def next_keys(count: int) -> list[tuple]:
    """Pairs of fresh keys: listing, product. The sequences are looked up once, not once per key."""
    return sql.rows(
        "WITH named AS MATERIALIZED (SELECT pg_get_serial_sequence('catalog_listing', 'id')::regclass AS listings,"
        " pg_get_serial_sequence('catalogue_product', 'id')::regclass AS products)"
        " SELECT nextval(listings), nextval(products) FROM named, generate_series(1, %(count)s)",
        count=count,
    )


def copy(table: str, columns: Iterable[str], lines: Iterable) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({quoted(columns)}) FROM STDIN") as target,
    ):
        for line in lines:
            target.write_row(line)


def quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
