from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone


class JournalQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Entries that the actor's organisation may read."""
        return self.filter(readers__contains=[actor.organisation.pk])

    def about(self, thing):
        return self.filter(object_key=object_key(thing))


class JournalEntry(models.Model):
    """Who did what, when, to which thing; each app owns the sentences for its verbs.

    `object_key` is "label:pk" (for example "orders.supplierorder:17"), `readers` are keys of organisations.
    """

    at = models.DateTimeField(default=timezone.now, editable=False)
    verb = models.CharField(max_length=60)
    object_key = models.CharField(max_length=80)
    user = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.SET_NULL, null=True, related_name="+")
    readers = ArrayField(models.BigIntegerField(), default=list)
    data = models.JSONField(default=dict)

    objects = JournalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["object_key", "-at"]), GinIndex(fields=["readers"])]

    def __str__(self):
        return f"{self.verb} {self.object_key}"


def object_key(thing) -> str:
    return f"{thing._meta.label_lower}:{thing.pk}"
