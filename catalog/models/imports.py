"""An import on its way: file, run, staged rows, findings; what it leaves behind is in `imported`."""

from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference
from catalog.figures import as_read
from catalog.money import cents
from tabular import place_of, row_at

UNDO_DAYS = 30


def private_storage():
    return storages["private"]


def upload_path(upload, name: str) -> str:
    """The stored name tells nothing of the file's: that one is the supplier's business."""
    return f"imports/{upload.supplier_id}/{upload.reference}"


class Outcome(models.TextChoices):
    CREATED = "created", _("neu")
    UPDATED = "updated", _("geändert")
    UNCHANGED = "unchanged", _("unverändert")
    HELD_BACK = "held_back", _("zurückgehalten")
    REFUSED = "refused", _("abgelehnt")
    SKIPPED = "skipped", _("übersprungen")


class Upload(models.Model):
    """A file as the supplier sent it, private to him; the bytes go after `UPLOAD_KEEP_DAYS`, the row stays."""

    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="uploads")
    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    name = models.CharField(max_length=200)
    file = models.FileField(storage=private_storage, upload_to=upload_path, blank=True)
    size = models.PositiveIntegerField()
    pasted = models.BooleanField(default=False)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self):
        return self.name

    @property
    def title(self) -> str:
        """What pages call it; cells that were pasted have no name of their own."""
        return str(_("Eingefügte Zellen")) if self.pasted else self.name

    def read(self) -> bytes:
        with self.file.open("rb") as file:
            return file.read()


class ImportRunQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The imports of the producer for which the actor works; those of agreed prices for who manages these."""
        own = self.filter(supplier__organisation=actor.organisation)
        return own if actor.may("prices.manage") else own.of_goods()

    def of_goods(self):
        return self.filter(price_list=None)


class ImportRun(models.Model):
    """One file on its way into the catalogue, or with `price_list` into one customer's prices.

    `done` counts the rows already taken over by outcome, `counts` all rows; `position` counts the entries staged, so
    that a killed worker goes on where it stopped; after a commit `open_entries` are those that it left. `decisions`
    are a person's answers by first row, see catalog.imports.runs.decisions; `evidence` is what the list says on each
    question about it, kept with the answer: {question: words}; of net_or_gross only which of both, `tax` quotes it. Of
    a list on several `sheets` staged rows and decisions count on from one to the next, see tabular.joined; findings
    name sheet and row as Excel does.
    """

    class Status(models.TextChoices):
        READING = "reading", _("wird gelesen")
        UNREADABLE = "unreadable", _("nicht lesbar")
        READY = "ready", _("wartet auf Sie")
        COMMITTING = "committing", _("wird übernommen")
        DONE = "done", _("übernommen")
        UNDOING = "undoing", _("wird zurückgenommen")
        UNDONE = "undone", _("zurückgenommen")
        DISCARDED = "discarded", _("verworfen")

    UNDER_WAY = (Status.READING, Status.COMMITTING, Status.UNDOING)  # a job is at it

    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="imports")
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="runs")
    price_list = models.ForeignKey("catalog.PriceList", models.CASCADE, null=True, related_name="imports")
    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.READING)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    # what the supplier says about the file
    prices = models.CharField(max_length=5, blank=True)
    vat = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    small_business = models.BooleanField(default=False)
    wanted_sheet = models.CharField(max_length=200, blank=True)
    assigned = models.JSONField(default=dict)
    decisions = models.JSONField(default=dict)
    whole_range = models.BooleanField(default=False)
    range_confirmed = models.BooleanField(default=False)

    # what the reader found
    format = models.CharField(max_length=10, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    sheet = models.CharField(max_length=200, blank=True)
    sheets = models.JSONField(default=list)
    header_row = models.PositiveIntegerField(null=True)
    columns = models.JSONField(default=dict)
    questions = models.JSONField(default=list)
    headers_fingerprint = models.CharField(max_length=80, blank=True)
    evidence = models.JSONField(default=dict)
    provided = ArrayField(models.CharField(max_length=40), default=list)
    fault = models.JSONField(default=dict)

    # how far it is
    position = models.PositiveIntegerField(default=0)
    rows_read = models.PositiveIntegerField(default=0)
    rows_expected = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    done = models.JSONField(default=dict)
    skipped_reasons = models.JSONField(default=dict)
    open_entries = models.JSONField(default=list)
    vanished = models.PositiveIntegerField(default=0)
    kept_edits = models.JSONField(default=list)
    started_at = models.DateTimeField(default=timezone.now)
    reading_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    committed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects = ImportRunQuerySet.as_manager()
    waiting: int  # where review.with_waiting was asked

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["supplier", "-started_at"])]

    def __str__(self):
        return f"{self.upload.name} ({self.get_status_display()})"

    def place(self, row: int) -> tuple[str, int]:
        """Sheet and row there, as Excel counts, of a staged row's row."""
        return place_of(self.sheets or [self.sheet], row)

    def finding_at(self, row: int, **said) -> "ImportFinding":
        """A finding on a staged row's row, not saved yet."""
        sheet, place = self.place(row)
        return ImportFinding(run=self, sheet=sheet, row=place, **said)

    def row_at(self, sheet: str, row: int) -> int:
        """The way back."""
        return row_at(self.sheets, sheet, row)

    def where(self, sheet: str, row: int | None) -> str:
        """`12`, and `12 in „Kuchen“` where the list stands on several sheets."""
        if row is None or len(self.sheets) < 2:
            return "" if row is None else str(row)
        return _("%(row)s in „%(sheet)s“") % {"row": row, "sheet": sheet}

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    @property
    def fine(self) -> int:
        """Rows that the next commit takes over or finds as they should be."""
        return sum(self.counts.get(name, 0) - self.done.get(name, 0) for name in ("created", "updated", "unchanged"))

    @property
    def in_order(self) -> int:
        return sum(self.counts.get(name, 0) for name in ("created", "updated", "unchanged"))

    @property
    def rows_done(self) -> int:
        return sum(self.done.values())

    @property
    def tables_to_choose(self) -> list[tuple]:
        """(sheet, line of headings, rows) of each where it is asked which one is the list; else none."""
        rule, params = self.fault.get("rule"), self.fault.get("params", {})
        tables = params.get("tables") or [(name, None, None) for name in params.get("sheets", ())]
        asked = rule in ("two_tables", "no_sheet") or (rule == "no_table" and len(tables) > 1)
        return tables if asked and self.status == self.Status.UNREADABLE else []

    @property
    def is_own_export(self) -> bool:
        return any(column["reason"] == "own export" for column in self.columns.values())

    @property
    def open_rows(self) -> int:
        """Rows that a commit leaves back; nothing is open any more where the run is over."""
        is_open = self.status in (self.Status.READY, self.Status.DONE, self.Status.COMMITTING)
        return self.counts.get("held_back", 0) + self.counts.get("refused", 0) if is_open else 0

    @property
    def undo_until(self):
        return self.committed_at + timedelta(days=UNDO_DAYS) if self.committed_at else None

    @property
    def may_undo(self) -> bool:
        return self.status == self.Status.DONE and timezone.now() < self.undo_until

    @property
    def file_kept_until(self):
        return self.upload.created_at + timedelta(days=settings.UPLOAD_KEEP_DAYS)


class StagedRow(models.Model):
    """One article of the file as it would be written, or one skipped row; filled by COPY, read by set-based SQL.

    `listing_id` is the article it meets or will become; `product_id`, `reference`, `slug` are for new ones. Rows that
    a commit took over are deleted. Rows are many and short-lived: what is empty comes from the database, and the run is
    no foreign key there, since whoever stages a chunk has locked it.
    """

    pk = models.CompositePrimaryKey("run_id", "number")
    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="staged", db_index=False, db_constraint=False)
    number = models.PositiveIntegerField()
    rows = ArrayField(models.IntegerField())
    key = models.CharField(max_length=400, blank=True, db_default="")
    fingerprint = models.BinaryField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.CharField(max_length=40, blank=True, db_default="")
    is_new = models.BooleanField(default=True, db_default=True)
    listing_id = models.BigIntegerField(null=True)
    product_id = models.BigIntegerField(null=True)
    reference = models.CharField(max_length=8, blank=True, db_default="")
    slug = models.CharField(max_length=255, blank=True, db_default="")

    article_number = models.CharField(max_length=80, blank=True, db_default="")
    number_is_ours = models.BooleanField(default=False, db_default=False)
    name = models.CharField(max_length=255, blank=True, db_default="")
    description = models.TextField(blank=True, db_default="")
    texts = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    category_id = models.BigIntegerField(null=True)
    category = models.TextField(blank=True, db_default="")
    sort_key = models.CharField(max_length=120, blank=True, db_default="")
    group_key = models.CharField(max_length=80, blank=True, db_default="")
    gtin = models.CharField(max_length=14, blank=True, db_default="")
    unit = models.CharField(max_length=3, blank=True, db_default="")
    content_unit = models.CharField(max_length=3, blank=True, db_default="")
    content = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    minimum = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    interval = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    price = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    price_quantity = models.PositiveIntegerField(null=True)
    gross_price = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    steps = models.JSONField(default=list, db_default=models.Value([], models.JSONField()))
    vat_category = models.CharField(max_length=2, blank=True, db_default="")
    vat_rate = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    deposit = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    stock = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    online = models.BooleanField(null=True)
    origin = models.CharField(max_length=80, blank=True, db_default="")
    attributes = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    images = models.JSONField(default=list, db_default=models.Value([], models.JSONField()))
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["run", "outcome"], name="staged_outcome")]

    def __str__(self):
        return f"{self.run_id}/{self.number}: {self.outcome}"

    @property
    def where(self) -> str:
        return self.run.where(*self.run.place(self.rows[0]))

    @property
    def called(self) -> str:
        """Number and name as the file has them."""
        return self.name if self.number_is_ours else f"{self.article_number} {self.name}".strip()

    @property
    def gross_shown(self):
        """The price with tax, for explanation only; None without price or rate."""
        if self.gross_price is not None or self.price is None or self.vat_rate is None:
            return self.gross_price
        return cents(self.price * (100 + self.vat_rate) / 100)


class ImportFinding(models.Model):
    """Something that the reader noticed in a cell (or, without `number`, in the file as a whole)."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField(null=True)
    sheet = models.CharField(max_length=200, blank=True)
    row = models.PositiveIntegerField(null=True)
    column = models.CharField(max_length=3, blank=True)
    field = models.CharField(max_length=60, blank=True)
    raw = models.TextField(blank=True)
    rule = models.CharField(max_length=40)
    severity = models.CharField(max_length=10)
    proposal = models.JSONField(null=True)
    params = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["run", "severity", "rule"])]

    def __str__(self):
        return f"{self.rule} {self.column or ''}{self.row or ''}"

    @property
    def where(self) -> str:
        return self.run.where(self.sheet, self.row)

    @property
    def shown(self) -> str:
        """What was read; numbers as the reader's language writes them."""
        return as_read(self.raw) if self.params.get("in_figures") else self.raw

    @property
    def in_file(self) -> str:
        """What the file says there, whatever a person has written instead."""
        text = self.params.get("in_file", self.shown)
        return as_read(text) if self.params.get("file_in_figures") else text

    @property
    def written(self) -> str:
        """What a person has written instead of what the file says."""
        return self.shown if self.in_file != self.shown else ""
