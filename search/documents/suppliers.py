"""Producers as they are found."""

from django.utils.translation import get_language

from search.registry import Found, Kind, page_document, register
from search.text import Analyser
from search.triggers import announce
from suppliers.models import Supplier


def rows():
    return Supplier.objects.listed().select_related("organisation", "address")


def document(analyser: Analyser, supplier: Supplier) -> dict:
    place = supplier.address
    where = (place.postcode, place.town) if place else ()
    return page_document(analyser, supplier.name, supplier.claim, supplier.claim_en, *where)


def _where(field: str):
    """Producers that a change of these keys of `field` touches."""
    return lambda keys: Supplier.objects.filter(**{f"{field}__in": keys}).values_list("pk", flat=True)


def found(keys: list[int]) -> list[Found]:
    shops = rows().in_bulk(keys)
    is_english = (get_language() or "de").startswith("en")
    return [
        Found("suppliers", shop.name, shop.get_absolute_url(), (is_english and shop.claim_en) or shop.claim, shop)
        for shop in (shops[key] for key in keys if key in shops)
    ]


register(
    Kind(
        "suppliers",
        rows,
        document,
        groups={"organisations": _where("organisation"), "addresses": _where("address")},
        found=found,
    )
)


class ChangedSupplier(Supplier):
    class Meta:
        proxy = True
        triggers = announce("suppliers", watch=("is_open", "claim", "claim_en", "address_id"))
