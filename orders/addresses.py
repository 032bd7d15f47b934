"""Copies of addresses and company data, frozen on orders as plain JSON."""

from accounts.models import Address, Organisation


def copy_of(organisation: Organisation, address: Address | None) -> dict:
    """The company's name, vat_id, email, phone and the address as `Address.as_copy` keeps it."""
    company = {name: getattr(organisation, name) for name in ("name", "vat_id", "email", "phone")}
    return company | (address.as_copy() if address else {})
