"""The demo region: invented producers and buyers around Leipzig, whose messy workbooks run through the real import."""

from typing import NamedTuple

from marketplace.demo.people import OFFICE, customers, producers

PASSWORD = "leipzig-vernetzt"  # everybody's; the people are invented and the region is for trying out
SHOWN = {"backstube-hollenbach", "hof-wiesengrund", "metallbau-voigtlaender", "kantine-am-ring", "hotel-lindenhof"}


class Login(NamedTuple):
    company: str
    person: str
    role: str
    email: str
    password: str


def logins() -> list[Login]:
    """One person for each role, to sign in with: the Amt first, then producers and buyers."""
    shown = [company for company in (*producers(), *customers()) if company.slug in SHOWN]
    members = [("Amt für Wirtschaftsförderung", person) for person in OFFICE]
    members += [(company.name, person) for company in shown for person in company.people]
    return [Login(company, person.name, person.role, person.email, PASSWORD) for company, person in members]


def login_table() -> str:
    """The logins as lines of text for a terminal."""
    rows = logins()
    width = max(len(row.email) for row in rows)
    lines = [f"{row.email:<{width}}  {row.role:<20} {row.person}, {row.company}" for row in rows]
    return "\n".join([f"Password of everybody: {PASSWORD}", *lines])
