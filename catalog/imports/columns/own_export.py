"""What the columns of our own export are called, and how it is known when it comes back."""

from __future__ import annotations

from collections.abc import Collection

OWN_EXPORT = (
    "article_number",
    "name",
    "description",
    "unit",
    "price",
    "price_quantity",
    "currency",
    "vat_rate",
    "gtin",
    "minimum",
    "interval",
    "steps",
    "category",
    "attributes",
    "online",
)
OWN_MARKS = {"price", "price_quantity", "interval", "attributes"}
MAY_LACK = 3  # columns that its owner deleted; more where nothing else is left, and two of these
OWN_CODES = {*OWN_MARKS - {"price"}, "steps"}  # words that a list in two languages has no use for
# The same for people, whose spreadsheets write numbers with a comma; known by any word that nobody else has.
OWN_WORDS = {
    "article_number": "Artikelnummer",
    "name": "Bezeichnung",
    "description": "Beschreibung",
    "unit": "Bestelleinheit",
    "price": "Preis netto für 1",
    "price_quantity": "Im Shop gezeigt für",
    "vat_rate": "MwSt. in %",
    "gtin": "EAN/GTIN",
    "minimum": "Mindestmenge",
    "interval": "Mengenschritt",
    "steps": "Staffelpreise netto für 1",
    "category": "Warengruppe",
    "attributes": "Merkmale",
    "online": "Online",
    "name_en": "Bezeichnung englisch",
    "description_en": "Beschreibung englisch",
    "content": "Inhalt",
    "content_unit": "Inhalt in",
    "origin": "Herkunft",
    "group_key": "Gehört zusammen",
    "stock": "Vorrat",
    "deposit": "Pfand netto",
}
BY_WORD = {word.casefold(): field for field, word in OWN_WORDS.items()}
NOBODY_ELSES = {OWN_WORDS[name].casefold() for name in ("price", "price_quantity", "steps")}
OWN_EXTRA = (
    "name_en",
    "description_en",
    "content",
    "content_unit",
    "origin",
    "quality",
    "manufacturer",
    "deposit",
    "stock",
    "group_key",
    "image",
    "note",
    "valid_from",
    "valid_to",
    "rrp",
)


def sign_of(headers: Collection[str]) -> str:
    """The decimal sign of our own export, also where its owner has deleted columns; "" for any other list."""
    found = {header.casefold() for header in headers if header}
    only_ours = found <= {*OWN_EXPORT, *OWN_EXTRA} and len(found & OWN_CODES) > 1
    if found >= OWN_MARKS and len(set(OWN_EXPORT) - found) <= MAY_LACK or only_ours:
        return "."
    return "," if found & NOBODY_ELSES and len(found & BY_WORD.keys()) > 1 else ""


def field_of(header: str, sign: str) -> str | None:
    """What a header of our export means, by code or, where its sign is a comma, by word."""
    key = header.casefold()
    return key if key in (*OWN_EXPORT, *OWN_EXTRA) else BY_WORD.get(key) if sign == "," else None


def may_be_ours(headers: Collection[str]) -> bool:
    """`article_number | price`: what is left of our own export, or a list of somebody who calls his columns so."""
    found = {header.casefold() for header in headers if header}
    return "price" in found and found <= {*OWN_EXPORT, *OWN_EXTRA}
