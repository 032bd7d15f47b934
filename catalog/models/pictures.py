"""Pictures on their way to articles, and how an article's pictures were before they came."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.imports import UNDO_DAYS, ImportRun, Upload


def from_one_source(name: str) -> models.CheckConstraint:
    """A picture comes with an import or with a zip."""
    return models.CheckConstraint(condition=Q(run__isnull=True) ^ Q(zip__isnull=True), name=name)


class PictureZipQuerySet(models.QuerySet):
    def run_by(self, actor):
        """The zips of the producer for which the actor works."""
        return self.filter(supplier__organisation=actor.organisation)


class PictureZip(models.Model):
    """A zip with pictures as the supplier sent it; `fault` says why nothing could be read from it."""

    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="picture_zips")
    upload = models.OneToOneField(Upload, models.PROTECT, related_name="picture_zip")
    fault = models.JSONField(default=dict)
    kept_edits = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    objects = PictureZipQuerySet.as_manager()

    class Meta:
        ordering = ["-upload__created_at", "-pk"]

    def __str__(self):
        return self.upload.name

    @property
    def reference(self) -> str:
        return self.upload.reference

    @property
    def undo_until(self):
        return self.upload.created_at + timedelta(days=UNDO_DAYS)

    @property
    def may_undo(self) -> bool:
        return not self.undone_at and not self.fault and timezone.now() < self.undo_until


class IncomingPicture(models.Model):
    """One picture that a list or a zip speaks of.

    `source` is the web address or file name in the list, or the path in the zip (with `entry`, its place there).
    `place` orders the pictures of an article. `name` is the stored picture once it is kept. `reason` is a key of
    catalog.pictures.words.REASONS; `proposal` an article number that a person may confirm. Where a list names a file,
    `file` is the one in a zip that it got.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet")
        KEPT = "kept", _("da")
        AWAITED = "awaited", _("fehlt noch")
        FAILED = "failed", _("nicht gelungen")
        UNMATCHED = "unmatched", _("ohne Artikel")
        TAKEN_BACK = "taken_back", _("zurückgenommen")

    supplier = models.ForeignKey("suppliers.Supplier", models.CASCADE, related_name="+", db_index=False)
    run = models.ForeignKey(ImportRun, models.CASCADE, null=True, related_name="pictures", db_index=False)
    zip = models.ForeignKey(PictureZip, models.CASCADE, null=True, related_name="pictures")
    listing = models.ForeignKey("catalog.Listing", models.CASCADE, null=True, related_name="incoming_pictures")
    place = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=500)
    entry = models.PositiveIntegerField(null=True)
    file = models.ForeignKey("self", models.SET_NULL, null=True, related_name="named_by")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=20, blank=True)
    proposal = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            from_one_source("picture_from_one_source"),
            models.UniqueConstraint(fields=["run", "listing", "place"], name="picture_once_per_run"),
            models.UniqueConstraint(fields=["zip", "entry"], name="picture_once_per_zip"),
        ]
        indexes = [
            models.Index(fields=["supplier", "source"]),
            models.Index(fields=["run", "state"]),
        ]

    def __str__(self):
        return self.source


class PicturesBefore(models.Model):
    """An article's pictures, [stored name, own text] in order, as an import or a zip found them and as it left them."""

    run = models.ForeignKey(ImportRun, models.CASCADE, null=True, related_name="pictures_before")
    zip = models.ForeignKey(PictureZip, models.CASCADE, null=True, related_name="pictures_before")
    listing = models.ForeignKey("catalog.Listing", models.CASCADE, related_name="pictures_before")
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        constraints = [
            from_one_source("before_one_source"),
            models.UniqueConstraint(fields=["run", "listing"], name="pictures_before_run"),
            models.UniqueConstraint(fields=["zip", "listing"], name="pictures_before_zip"),
        ]

    def __str__(self):
        return f"{self.listing_id}: {len(self.before)} → {len(self.after)}"
