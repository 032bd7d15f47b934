"""Rows judged: every article becomes a draft with all that can be said about it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from catalog.imports.cells.numbers import DecimalSign
from catalog.imports.cells.values import article_number_of, text_value
from catalog.imports.columns.dealer_prices import QUESTION as DEALERS_PRICE
from catalog.imports.columns.drafts import LONGEST_RAW, Draft, Entry, Figures, Finding
from catalog.imports.columns.memory import LastPrice, Memory, Statement
from catalog.imports.columns.reading import Reading
from catalog.imports.language.price_words import price_header
from catalog.imports.rows import prices_beside
from catalog.imports.rows.deposits import Deposits
from catalog.imports.rows.details import Details
from catalog.imports.rows.outliers import CHANGE, USUAL, agreed_rule, jump_rule, probably_meant
from catalog.imports.rows.pricing_of_rows import Pricing
from catalog.imports.rows.rules import SEVERITY, WEIGHT
from catalog.imports.rows.survey import entries, fill_of, neighbour_columns, neighbourhood, survey
from tabular import letter, text_of

CODE_VERSION = "40"
NAME_LENGTH, NUMBER_LENGTH = 255, 80
LEFT_OUT = {
    "purchase_price": "purchase_price_dropped",
    "promotion_price": "promotion_dropped",
    "step_discount": "step_discount_dropped",
}
VARIANT_PARENTS = ("variable", "grouped", "configurable")
FIELDS = {
    "article_number": "article_number",
    "name": "name",
    "name_2": "name",
    "description": "description",
    "unit": "unit",
    "packaging": "unit",
    "content": "content",
    "content_per_unit": "content",
    "price": "price",
    "vat_rate": "vat_rate",
    "gtin": "gtin",
    "minimum": "minimum",
    "interval": "interval",
    "size_price": "content",
    "step_price": "steps",
    "step_bound": "steps",
    "step_text": "steps",
    "steps": "steps",
    "rrp": "rrp",
    "list_price": "list_price",
    "deposit": "deposit",
    "category": "category",
    "origin": "origin",
    "quality": "quality",
    "manufacturer": "manufacturer",
    "group_key": "group_key",
    "attributes": "attributes",
    "image": "images",
    "online": "online",
    "offline": "online",
    "stock": "stock",
    "valid_from": "valid_from",
    "valid_to": "valid_to",
    "note": "note",
    "name_en": "name_en",
    "description_en": "description_en",
    "attribute_name": "attributes",
}


class Checker:
    """Judges a reading's rows for one supplier. `last` maps keys (see Entry.key) to the prices of the last import."""

    def __init__(
        self,
        reading: Reading,
        statement: Statement | None = None,
        *,
        last: Mapping[str, LastPrice] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.reading, self.table, self.plan = reading, reading.table, reading.plan
        self.memory, self.evidence = memory or Memory(), dict[str, str]()
        self.last = last or {}
        self.survey = survey(self.table, self.plan)
        self.statement = self._as_answered(statement or Statement())
        self.formats = self.table.sheet.formats(self.table.last_header + 1)
        self._learn_person()
        self.width = self.plan.width
        self.least = max((at for at, header in enumerate(self.table.headers, 1) if header), default=0)
        self.number, self.name = self.plan.index("article_number"), self.plan.index("name")
        self.name_2 = self.plan.second_name
        self.row_type, self.price = self.plan.index("row_type"), self.plan.index("price")
        self.essential = {self.number, self.name, self.price}
        self.where = neighbour_columns(self.plan)
        self.zeros = self.formats.zeros.get(self.number, 0)
        self.surplus_is_usual = self._surplus_is_usual()
        self.gap_is_usual = self._gap_is_usual()
        self.pricing = Pricing(self)
        self.details, self.deposits = Details(self), Deposits(self)
        self.beside = prices_beside.PricesBeside(self)
        self.base = self._base_fingerprint()

    def answered(self, question: str, evidence: str = "") -> str:
        """What a person answered to this question about the list; "" where it says something else by now.

        `evidence`: what the list says of the matter; it is kept with the answer.
        """
        self.evidence[question] = evidence[:LONGEST_RAW]
        return self.memory.answer(self.plan.headers_fingerprint, question, self.evidence[question])

    def _as_answered(self, statement: Statement) -> Statement:
        """The list claims the small businesses' exemption, and the supplier said that it is right."""
        claim = self.survey.said.no_tax
        exempt = claim and self.answered("small_business", claim) == "yes"
        return replace(statement, small_business=True) if exempt else statement

    def _surplus_is_usual(self) -> bool:
        """Some shops end each row with a cell too many; between commas it is a decimal comma that split a price."""
        many = self.survey.longer > 0.8 * max(1, self.survey.articles)
        return many and self.reading.book.format.delimiter != ","

    def _gap_is_usual(self) -> bool:
        """Sheets leave empty cells at the end of a row out; in a text file that writes them all, a row lacks one."""
        return self.reading.book.format.kind != "csv" or self.survey.shorter > 0.4 * self.survey.articles

    def _learn_person(self) -> None:
        """A decimal sign that a person chose for this header line counts where the numbers prove none."""
        said = self.answered("mixed_decimal")
        if said and not self.plan.own_export:
            chosen, look = DecimalSign(None if said == "both" else said), self.survey
            look.signs = {index: sign if sign.sign else chosen for index, sign in look.signs.items()}
            look.overall = look.overall if look.overall.sign else chosen

    @property
    def provided(self) -> set[str]:
        """Draft attributes that the file carries; what it does not mention stays as it is."""
        filled = [column.field for column in self.plan.columns if column.filled]
        found = {FIELDS[name] for field in filled for name in (field, field.rstrip("_0123456789")) if name in FIELDS}
        if any(field.startswith("attribute:") for field in filled):
            found.add("attributes")
        if self.deposits.texts:
            found.add("deposit")  # perhaps; a row that says none leaves its article's alone
        return found

    def entries(self) -> Iterator[Entry]:
        """One entry per article or skipped row, in file order, each with key and fingerprint; cheap."""
        for entry in entries(self.table, self.plan, self.survey):
            if not entry.skipped:
                doubtful = entry.key in self.survey.conflicts or entry.key in self.survey.spellings
                days = self.details.validity.around(entry.group)
                raw = repr((entry.cells, entry.group, entry.basis, doubtful, days)).encode("utf-8", "surrogatepass")
                entry.fingerprint = hashlib.blake2b(raw, digest_size=12, key=self.base).digest()
            yield entry

    def drafts(self) -> Iterator[Draft]:
        """All drafts; the pipeline that skips unchanged entries calls `draft` itself."""
        return map(self.draft, self.entries())

    def draft(self, entry: Entry) -> Draft:
        """Judge one entry; see Draft.outcome and Draft.findings."""
        if entry.skipped:
            return Draft(entry.rows, "skipped", entry.reason, view=entry.view)
        draft = Draft(entry.rows, key=entry.key, view=entry.view)
        cells = entry.cells[0]
        if self._is_parent(cells):
            return Draft(entry.rows, "skipped", "heading", view=entry.view)
        if entry.doubt:
            self.find(draft, "", entry.doubt, "other_columns")
        self._note_marks(draft, cells)
        self._identify(draft, cells, entry.above)
        self.details.fill(draft, entry)
        self.pricing.fill(draft, entry)
        self.deposits.fill(draft, cells)
        self._compare(draft, entry)
        if draft.findings:
            draft.outcome = self._outcome(draft)
        return draft

    def _note_marks(self, draft: Draft, cells: list[Any]) -> None:
        """A row that is hidden, or whose name, number or price is struck through, is perhaps no offer any more."""
        marks, row = self.formats.marks, draft.rows[0]
        name = cells[self.name] if 0 <= self.name < len(cells) else ""
        if row in marks.hidden:
            self.find(draft, "", name, "row_hidden")
        if self.essential.intersection(marks.struck.get(row, ())):
            self.find(draft, "", name, "row_struck")

    def _is_parent(self, cells: list[Any]) -> bool:
        """A shop's parent of variants has no price of its own; its variants follow."""
        kind = text_of(cells[self.row_type]).casefold() if 0 <= self.row_type < len(cells) else ""
        return kind.startswith(VARIANT_PARENTS) and not any(
            column.index < len(cells) and cells[column.index] != "" for column in self.plan.numbered("price")
        )

    def _outcome(self, draft: Draft) -> str:
        worst = max((finding.severity for finding in draft.findings), key=WEIGHT.__getitem__)
        return worst if worst in ("held_back", "refused") else "ok"

    def find(
        self, draft: Draft, field: str, raw: object, rule: str, proposal: str = "", column: int | None = None
    ) -> None:
        """Note a finding on a draft's first row."""
        known = self.plan.column(field)
        index = column if column is not None else known.index if known else None
        where = None if index is None else draft.view.letter(index) if draft.view else letter(index)
        draft.findings.append(
            Finding(
                *self.table.place(draft.rows[0]),
                where,
                field,
                text_of(raw)[:LONGEST_RAW],
                rule,
                SEVERITY[rule],
                proposal,
                isinstance(raw, (float, Figures)),
            )
        )

    def _identify(self, draft: Draft, cells: list[Any], above: str = "") -> None:
        if self.number >= 0:
            self._number(draft, cells[self.number] if self.number < len(cells) else "")
        elif draft.key in self.survey.conflicts:
            self.find(draft, "name", cells[self.name], "name_double")
        name = text_value(cells[self.name]) if 0 <= self.name < len(cells) else ""
        if 0 <= self.name_2 < len(cells) and (more := text_value(cells[self.name_2])) and not _says(name, more):
            name = f"{name} {more}".strip()
        if not name and self.name >= 0:
            self.find(draft, "name", above, "row_continues" if above else "name_missing")
        elif len(name) > NAME_LENGTH:
            self.find(draft, "name", name, "name_too_long")
            name = name[:NAME_LENGTH].rstrip()
        draft.name = name
        if len(draft.rows) > 1 and draft.key in self.survey.twins:
            rows = (self._called(row, near=draft.rows[0]) for row in draft.rows[1:])
            self.find(draft, "article_number", ", ".join(rows), "said_twice")
        self._measure(draft, cells)

    def _called(self, row: int, near: int) -> str:
        """`12`, or `Kuchen 12` where that is another sheet."""
        sheet, number = self.table.place(row)
        return f"{number}" if sheet == self.table.place(near)[0] else f"{sheet} {number}"

    def _measure(self, draft: Draft, cells: list[Any]) -> None:
        """A row with a cell more or less than the others has perhaps shifted."""
        if len(cells) < self.least and not self.gap_is_usual:
            self.find(draft, "", " | ".join(map(text_of, cells)), "row_too_short")
        if len(cells) > self.width and not self.surplus_is_usual and any(cell != "" for cell in cells[self.width :]):
            self.find(
                draft, "", " | ".join(text_of(cell) for cell in cells[self.width :]), "row_too_long", column=self.width
            )

    def _number(self, draft: Draft, cell: Any) -> None:
        verbatim = self.plan.own_export and cell.__class__ is str and cell.startswith("'")
        number, rule = (cell.strip(), None) if verbatim else article_number_of(cell, self.zeros)
        draft.article_number = number[:NUMBER_LENGTH]
        rule = "number_too_long" if len(number) > NUMBER_LENGTH else rule if number else rule or "number_missing"
        if rule:
            self.find(draft, "article_number", cell, rule)
        if draft.view and draft.view.size and number:
            self.find(draft, "article_number", cell, "number_sized", number)
        if draft.key in self.survey.spellings:
            self.find(draft, "article_number", cell, "number_two_spellings")
        elif draft.key in self.survey.conflicts:
            self.find(draft, "article_number", cell, "number_double")
        draft.key = number.casefold() or None

    def _compare(self, draft: Draft, entry: Entry) -> None:
        """The price against its neighbours and against the last import; an agreed one against the list price."""
        if draft.price is None:
            return
        raw = self._raw_price(entry)
        if amount := self.pricing.parse(self.price, raw).value if raw != "" else None:
            self._compare_stated(draft, entry, raw, float(amount))
        if (old := self.last.get(draft.key or "")) and old.unit == draft.unit:
            now = draft.price / draft.price_quantity
            if rule := (agreed_rule if self.plan.agreed else jump_rule)(now, old.price):
                self.find(draft, "price", raw, rule, self._meant(raw, now / old.price))

    def _compare_stated(self, draft: Draft, entry: Entry, raw: Any, price: float) -> None:
        """As the list states them, prices are compared: before VAT and units are calculated; one doubt of a price."""
        odd = self.beside.is_odd(entry.cells[0], price)
        if rule := prices_beside.QUESTION if odd else self._stands_out(entry, price):
            self.find(draft, "price", raw, rule)

    def _meant(self, raw: Any, factor: Decimal) -> str:
        """What the cell should probably say, as the column writes numbers; empty where nothing suggests itself."""
        index = self.plan.index("price")
        stated = self.pricing.parse(index, raw).value if raw != "" else None
        change = CHANGE if self.plan.agreed else USUAL  # a customer's discount is more than a week's change
        meant = probably_meant(stated, factor, change) if stated else None
        sign = self.survey.signs.get(index, DecimalSign()).sign or ","
        return f"{meant.normalize():f}".replace(".", sign) if meant else ""

    def _stands_out(self, entry: Entry, price: float) -> str | None:
        """price_outlier or price_unusual among the other rows."""
        group, unit = neighbourhood(self.where, entry)
        name = text_of(entry.cells[0][self.name]) if 0 <= self.name < len(entry.cells[0]) else ""
        if self.survey.sizes.absurd(name, unit, price) or self.survey.siblings.slipped(name, unit, price):
            return "price_outlier"
        fill = fill_of(self.where, entry.cells[0]) if self.survey.measured.groups else None
        if fill and self.survey.measured.hundredfold(fill[0], "", price / fill[1]):
            return "price_outlier"
        return self.survey.neighbours.rule(group, unit, price)

    def _raw_price(self, entry: Entry) -> Any:
        return entry.cells[0][self.price] if 0 <= self.price < len(entry.cells[0]) else ""

    def findings(self) -> list[Finding]:
        """What concerns the file as a whole."""
        sheet = self.table.sheet.name
        found = [
            Finding(name, header, None, "", f"{rows}", "other_table", SEVERITY["other_table"])
            for name, header, rows in self.reading.others
        ]
        found += [
            Finding(*self.table.place(row), None, "", f"{rows}", "other_table", SEVERITY["other_table"])
            for row, rows in self.survey.below.items()
        ]
        if left := self.survey.left:
            where = self.table.place(left[0])
            found.append(Finding(*where, None, "", f"{len(left)}", "rows_left", SEVERITY["rows_left"]))
        if not self.survey.articles:
            found.append(Finding(sheet, None, None, "", "", "nothing_taken", SEVERITY["nothing_taken"]))
        if self.survey.lost:
            column, raw = letter(self.name), f"{self.survey.lost}"
            found.append(Finding(sheet, None, column, "name", raw, "lost_letters", SEVERITY["lost_letters"]))
        found += self._remarks_on_columns()
        if self.pricing.unit_assumed and self.pricing.assumed == "H87":
            found.append(Finding(sheet, None, None, "unit", "", "unit_assumed", SEVERITY["unit_assumed"], "Stk"))
        return found

    def _remarks_on_columns(self) -> Iterator[Finding]:
        """Columns with prices that are not taken, but for one whose meaning is still asked for."""
        asked = self.pricing.questions.get(DEALERS_PRICE)
        for column in self.plan.columns:
            rule = LEFT_OUT.get(column.field) if column.filled or column.field == "purchase_price" else None
            if column.field == "old_price" and self._holds_later(column.header):
                rule = "price_later"
            if rule and column.header != asked:
                where = self.table.sheet.name, self.reading.header_row, column.letter, column.field
                yield Finding(*where, column.header, rule, SEVERITY[rule])

    def _holds_later(self, header: str) -> bool:
        said, today = price_header(header), self.details.validity.today
        return bool(said and (said.starts and said.starts > today or said.year > today.year))

    def _base_fingerprint(self) -> bytes:
        survey_ = self.survey
        state = (
            CODE_VERSION,
            self.plan.fingerprint,
            self.statement,
            self.memory.to_json(),
            survey_.said,
            survey_.footnotes,
            sorted(survey_.signs.items(), key=str),
            survey_.legend,
            survey_.letters,
            self.formats,
            (self.pricing.packs.meaning, self.pricing.basis.unless),
            self.surplus_is_usual,
            self.gap_is_usual,
            sorted(self.details.parents.rows.items(), key=str),
            (self.details.validity.columns or self.details.validity.starts) and self.details.validity.today,
            self.details.validity.starts,
            (self.details.validity.ended, self.details.validity.usual),
        )
        return hashlib.blake2b(repr(state).encode(), digest_size=16).digest()


def _says(name: str, more: str) -> bool:
    """Whether a name holds these words already; the L of `Freilandeier | L` is no letter of theirs."""
    return more in name and re.search(rf"(?<!\w){re.escape(more)}(?!\w)", name) is not None
