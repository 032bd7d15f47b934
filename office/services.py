"""The Amt as an organisation, and its roles as Django groups: Wagtail's rights know nothing else."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.users.models import UserProfile

from accounts.models import Membership, Organisation, User

ROLES = ("office_lead", "office_caseworker", "office_editor")


def create_office(name: str) -> Organisation:
    """The Amt's organisation; there is one in each installation."""
    office, _created = Organisation.objects.get_or_create(is_office=True, defaults={"name": name})
    return office


@transaction.atomic
def mirror_roles(user: User) -> None:
    """Put a person into the groups that his roles at the Amt name and out of the others; Wagtail learns his tongue."""
    held = Membership.objects.filter(user=user, organisation__is_office=True).values_list("roles", flat=True)
    wanted = {role for roles in held for role in roles} & set(ROLES)
    user.groups.remove(*Group.objects.filter(name__in=set(ROLES) - wanted))
    user.groups.add(*Group.objects.filter(name__in=wanted))
    if wanted:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": user.language})
