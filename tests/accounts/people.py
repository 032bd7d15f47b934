"""Who appears in the tests of people, joining and the Amt."""

from accounts.actor import Actor, actor_for
from accounts.models import Organisation, User
from accounts.services import add_member, create_person
from office.services import create_office

PASSWORD = "ein langes Kennwort 7"


def person(name: str, **facts) -> User:
    return create_person(f"{name}@kontor.example", PASSWORD, first_name=name.title(), last_name="Muster", **facts)


def member(name: str, organisation: Organisation, *roles: str) -> Actor:
    """A person with these roles there, acting for it."""
    user = person(name)
    add_member(organisation, user, roles)
    return actor_for(user, organisation)


def company(name: str, **facts) -> Organisation:
    return Organisation.objects.create(name=name, **facts)


def case_worker(name: str = "seidel", *roles: str) -> Actor:
    return member(name, create_office("Amt für Wirtschaftsförderung"), *(roles or ["office_lead"]))
