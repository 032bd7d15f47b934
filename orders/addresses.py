"""Copies of addresses and company data, frozen on orders as plain JSON."""

from accounts.models import Address, Organisation

FIELDS = ["label", "street", "number", "postcode", "town", "country"]


def copy_of(organisation: Organisation, address: Address | None) -> dict:
    """Name, VAT id, mail, phone of the company and the address (label, street, number, postcode, town, country)."""
    place = {field: getattr(address, field, "") for field in FIELDS}
    return {
        "name": organisation.name,
        "vat_id": organisation.vat_id,
        "email": organisation.email,
        "phone": organisation.phone,
        **place,
    }
