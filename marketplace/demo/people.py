"""Who takes part in the demo region: producers, buyers, and the people who log in for them. All of it is invented."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from zlib import crc32

from stdnum.iso7064.mod_11_10 import calc_check_digit

from marketplace.demo.goods import Article

DATA = Path(__file__).parent / "data"
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})


@dataclass(frozen=True)
class Person:
    """Somebody who logs in: `role` is one of accounts.rights."""

    first: str
    last: str
    role: str
    domain: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        return f"{self.first}.{self.last}@{self.domain}".lower().translate(UMLAUTS)


def _people(rows: list[list[str]], domain: str) -> list[Person]:
    return [Person(first, last, role, domain) for first, last, role in rows]


@dataclass(frozen=True, kw_only=True)
class Company:
    """What both sides state when they join; of prices only who sells. `legal_form` is a code of an application."""

    slug: str
    name: str
    legal_form: str
    street: str
    number: str
    postcode: str
    town: str
    prices: str = ""
    vat: int = 0
    small_business: bool = False

    @property
    def people(self) -> list[Person]:
        """Who logs in for it, the one who applies first."""
        raise NotImplementedError

    @property
    def owner(self) -> Person:
        return self.people[0]

    @property
    def domain(self) -> str:
        return f"{self.slug}.example"

    @property
    def phone(self) -> str:
        """From the block that the network agency keeps free for film and television."""
        return f"0171 39200 {crc32(self.slug.encode()) % 100:02}"

    @property
    def vat_id(self) -> str:
        """A VAT id whose check digit is right, high up where none is in use."""
        body = f"999{crc32(self.slug.encode()) % 100000:05}"
        return f"DE{body}{calc_check_digit(body)}"

    @property
    def register_number(self) -> str:
        """Number in the commercial or cooperative register; nothing for forms that stand in none."""
        part = {"gmbh": "HRB", "ug": "HRB", "ek": "HRA", "ohg": "HRA", "kg": "HRA", "gmbh_kg": "HRA", "eg": "GnR"}
        kind = part.get(self.legal_form)
        return f"Leipzig {kind} {90000 + crc32(self.slug.encode()) % 9000}" if kind else ""


@dataclass(frozen=True, kw_only=True)
class Producer(Company):
    goods: str
    layout: str
    contact: list[str]
    claim: str
    claim_en: str
    makes: str
    story: str
    radius_km: int
    weekdays: list[int]
    cutoff: str
    minimum_order: float
    delivery_charge: float
    free_from: float
    certificates: list[list[str]]
    cutoff_days: int = 1
    pickup: str = ""
    shows_prices: bool = False
    strangers_may_order: bool = False
    team: list[list[str]] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        return _people([[*self.contact, "supplier_owner"], *self.team], self.domain)

    def articles(self) -> list[Article]:
        """Everything on his shelves, in the order of his list."""
        module, _, function = self.goods.partition(".")
        make: Callable[[], list[Article]] = getattr(import_module(f"marketplace.demo.goods.{module}"), function)
        return make()


@dataclass(frozen=True, kw_only=True)
class Customer(Company):
    """A buying organisation: `suppliers` pairs a producer's slug with the agreed discount in per cent."""

    members: list[list[str]]
    suppliers: list[tuple[str, int]]

    @property
    def people(self) -> list[Person]:
        return _people(self.members, self.domain)


@dataclass(frozen=True, kw_only=True)
class Applicant(Company):
    """A company that the Amt has not admitted: `outcome` is a status of an application, `note` the Amt's answer."""

    person: list[str]
    sells: bool
    outcome: str
    note: str

    @property
    def people(self) -> list[Person]:
        return _people([[*self.person, "supplier_owner" if self.sells else "buyer_owner"]], self.domain)


OFFICE_DOMAIN = "amt.leipzig-vernetzt.example"
OFFICE = [
    Person("Ilse", "Amberg", "office_lead", OFFICE_DOMAIN),
    Person("Ole", "Sommer", "office_caseworker", OFFICE_DOMAIN),
    Person("Rike", "Blum", "office_editor", OFFICE_DOMAIN),
]


@cache
def producers() -> tuple[Producer, ...]:
    return tuple(Producer(**row) for row in _read("producers.toml")["producer"])


@cache
def customers() -> tuple[Customer, ...]:
    return tuple(
        Customer(members=row.pop("people"), suppliers=[tuple(pair) for pair in row.pop("suppliers")], **row)
        for row in _read("buyers.toml")["buyer"]
    )


@cache
def applicants() -> tuple[Applicant, ...]:
    return tuple(Applicant(**row) for row in _read("applicants.toml")["applicant"])


def _read(name: str) -> dict:
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)
