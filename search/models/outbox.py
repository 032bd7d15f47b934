"""What search keeps in the database: which indices are in use, what they have not seen yet, and the Amt's synonyms."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Index(models.Model):
    """The generation of an engine's index that is asked now; changing this row is the swap.

    While a row is there, the triggers announce every change to its engine. `words` are the catalogue's own words
    that this generation splits compounds by.
    """

    engine = models.CharField(max_length=20, unique=True)
    generation = models.CharField(max_length=60, blank=True)
    words = ArrayField(models.CharField(max_length=40), default=list)
    built_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "indices"

    def __str__(self):
        return f"{self.engine} {self.generation}"


class Change(models.Model):
    """The outbox: something changed that this engine has not seen yet. Written by triggers, deleted by the drainer."""

    engine = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["engine", "id"], name="change_by_engine")]

    def __str__(self):
        return f"{self.engine}: {self.kind} {self.key}"


class Synonym(models.Model):
    """Words that mean the same to buyers: who searches one finds all. Acts at once, without a new index."""

    words = models.CharField(_("Gleichbedeutende Wörter"), max_length=400, help_text=_("Durch Kommas getrennt"))

    class Meta:
        ordering = ["words"]
        verbose_name = _("Synonym")
        verbose_name_plural = _("Synonyme")

    def __str__(self):
        return self.words

    def as_list(self) -> list[str]:
        return [word.strip() for word in self.words.split(",") if word.strip()]
