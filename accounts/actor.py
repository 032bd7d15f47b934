"""A person acting for one organisation at a time: what every queryset and verb asks about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.models import Membership, Organisation, User
from accounts.rights import KEPT_WHILE_SUSPENDED, RIGHTS, rights_of

SESSION_KEY = "organisation"


@dataclass(eq=False)
class Actor:
    """`user` acting for `organisation`; `rights` as the roles there grant them, a few only while it is suspended."""

    user: User
    organisation: Organisation
    roles: list[str] = field(default_factory=list)

    @cached_property
    def rights(self) -> frozenset[str]:
        held = rights_of(self.roles)
        return held & KEPT_WHILE_SUSPENDED if self.organisation.is_suspended else held

    def may(self, right: str) -> bool:
        return right in self.rights

    # templates cannot call `may` with a right
    @property
    def may_manage(self) -> bool:
        return self.may("organisation.manage")

    @property
    def may_suspend(self) -> bool:
        return self.may("members.suspend")

    @property
    def may_decide(self) -> bool:
        return self.may("applications.decide")


def actor_for(user: User, organisation: Organisation | int | None = None) -> Actor | None:
    """The person as a member of that organisation, else of the first that he joined; None without a membership."""
    memberships = Membership.objects.filter(user=user).select_related("organisation").order_by("pk")
    if organisation is not None:
        chosen = memberships.filter(organisation=organisation).first()
        if chosen:
            return Actor(user, chosen.organisation, chosen.roles)
    first = memberships.first()
    return Actor(user, first.organisation, first.roles) if first else None


def needs(right: str) -> Callable:
    """View decorator: anonymous people go to the login, strangers get 404, members without the right 403.

    A stranger is somebody who acts for nobody, or for an organisation of another kind in which no role has the right.
    """

    def decorate(view):
        @wraps(view)
        @login_required
        def guarded(request, *args, **kwargs):
            if request.actor is None or not _is_of_kind(request.actor, right):
                raise Http404
            if not request.actor.may(right):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def member_only(view: Callable) -> Callable:
    """View decorator: anonymous people go to the login, who acts for nobody gets 404."""

    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        if request.actor is None:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def _is_of_kind(actor: Actor, right: str) -> bool:
    kinds = {role.partition("_")[0] for role in RIGHTS[right]}
    return any(role.partition("_")[0] in kinds for role in actor.roles)
