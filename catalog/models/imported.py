"""What imports have left behind: for recognising an article, for the undo, for the next list."""

from django.db import models

from catalog.models.imports import ImportRun


class ImportedRow(models.Model):
    """What the last import said of an article: the row's fingerprint, and a digest of the article as it left it.

    While both still hold, the same row again is known to change nothing without being looked at. `taken_offline` says
    that an import or its undo did that: when the article comes again, it goes back online. `name` is what the list
    calls the article, whatever its producer has made of that since.
    """

    listing = models.OneToOneField("catalog.Listing", models.CASCADE, primary_key=True, related_name="imported")
    # the listing's own, which the database checks there; the index below begins with it
    supplier = models.ForeignKey(
        "suppliers.Supplier", models.CASCADE, related_name="+", db_constraint=False, db_index=False
    )
    key = models.CharField(max_length=400)
    name = models.CharField(max_length=255, blank=True, db_default="")
    fingerprint = models.BinaryField(null=True)
    digest = models.CharField(max_length=32)
    taken_offline = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["supplier", "key"])]

    def __str__(self):
        return self.key


class Spelling(models.Model):
    """A key under which an article of a list without numbers also came, as a person has said."""

    supplier = models.ForeignKey("suppliers.Supplier", models.CASCADE, related_name="+")
    key = models.CharField(max_length=400)
    listing = models.ForeignKey("catalog.Listing", models.CASCADE, related_name="spellings")
    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, related_name="spellings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["supplier", "key"], name="spelling_once")]

    def __str__(self):
        return self.key


class BeforeImage(models.Model):
    """One article as a run found it and as it left it, so that the run can be undone and shown as a difference."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="before_images", db_index=False)
    listing = models.ForeignKey("catalog.Listing", models.CASCADE, related_name="before_images")
    is_new = models.BooleanField(default=False)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["run", "listing"])]

    def __str__(self):
        return f"{self.run_id}: {self.listing_id}"


class ImportMemory(models.Model):
    """What a supplier has explained once: columns and answers by header fingerprint, units, categories."""

    supplier = models.OneToOneField("suppliers.Supplier", models.CASCADE, related_name="import_memory")
    reading = models.JSONField(default=dict)
    categories = models.JSONField(default=dict)

    def __str__(self):
        return str(self.supplier)
