from collections import defaultdict

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone

from accounts.hooks import sentences


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

    @property
    def who(self) -> str:
        """The person, and his organisation as far as he acted for one."""
        return ", ".join(str(party) for party in (self.user, self.organisation) if party)

    @property
    def sentence(self) -> str:
        """What happened, as the verb's app words it; the bare verb where nobody words it."""
        return str(sentences.get(self.verb, self.verb)).format_map(defaultdict(str, self.data))


def object_key(thing) -> str:
    return f"{thing._meta.label_lower}:{thing.pk}"
