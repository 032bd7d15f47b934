"""The verbs of agreed prices: lists, their lines, and for whom and when a list holds."""

from datetime import date, timedelta
from decimal import Decimal
from json import dumps

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actor import Actor
from accounts.errors import Refused
from accounts.journal import record
from buyers.models import Relationship
from catalog.models import Agreement, Listing, PriceLine, PriceList
from catalog.money import steps_as_kept
from catalog.price_days import ONE, agree_prices
from suppliers.models import Supplier


class NameTaken(Refused):
    message = _("Eine Preisliste mit diesem Namen haben Sie schon.")


class DaysOverlap(Refused):
    message = _("In dieser Zeit gilt für diesen Kunden schon eine andere Preisliste.")


class PriceMoved(Refused):
    message = _("Dieser Preis hat sich gerade geändert. Bitte sehen Sie noch einmal nach.")


class OthersListing(Refused):
    message = _("Dieser Artikel gehört nicht zu Ihrem Sortiment.")


@transaction.atomic
def create_price_list(supplier: Supplier, name: str, *, by: Actor | None) -> PriceList:
    try:
        with transaction.atomic():
            price_list = PriceList.objects.create(supplier=supplier, name=name.strip())
    except IntegrityError as error:
        raise NameTaken from error
    record("price_list.created", price_list, by=by, name=price_list.name)
    return price_list


@transaction.atomic
def set_price(
    price_list: PriceList,
    listing: Listing,
    price: Decimal,
    steps=(),
    *,
    by: Actor | None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> None:
    """Agree a net price (for the listing's `price_quantity` as it is now) with steps [(quantity, price)] on that list.

    On these days, both included, it replaces what was agreed before; on others that goes on.
    """
    if listing.supplier_id != price_list.supplier_id:
        raise OthersListing
    shape = dumps(steps_as_kept(sorted(steps)))
    days = {"valid_from": valid_from, "valid_to": valid_to}
    agree_prices(ONE, price_list=price_list.pk, listing=listing.pk, price=price, steps=shape, **days)
    _touch(price_list)
    record("price_list.price", price_list, by=by, number=listing.article_number, price=str(price))


@transaction.atomic
def remove_price(line: PriceLine, *, by: Actor) -> None:
    """On the days of that line the base price holds again for everybody on the list; raises PriceMoved."""
    PriceList.objects.select_for_update().get(pk=line.price_list_id)
    if not PriceLine.objects.filter(pk=line.pk).exists():
        raise PriceMoved
    record("price_list.removed", line.price_list, by=by, number=line.listing.article_number)
    _touch(line.price_list)
    line.delete()


def _touch(price_list: PriceList) -> None:
    price_list.changed_at = timezone.now()
    price_list.save(update_fields=["changed_at"])


@transaction.atomic
def agree(
    relationship: Relationship,
    price_list: PriceList,
    *,
    by: Actor | None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Agreement:
    """Let a list hold for a customer from day to day, both included; an open one that runs ends the day before."""
    Relationship.objects.select_for_update().get(pk=relationship.pk, supplier=price_list.supplier_id)
    if valid_from:
        _end_running(relationship, valid_from)
    try:
        with transaction.atomic():
            agreement = Agreement.objects.create(
                relationship=relationship, price_list=price_list, valid_from=valid_from, valid_to=valid_to
            )
    except IntegrityError as error:
        raise DaysOverlap from error
    record("agreement.made", relationship, by=by, list=price_list.name)
    return agreement


def _end_running(relationship: Relationship, day: date) -> None:
    Agreement.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lt=day), relationship=relationship, valid_to__isnull=True
    ).update(valid_to=day - timedelta(days=1))


@transaction.atomic
def end_agreement(agreement: Agreement, *, by: Actor) -> None:
    """From today on the base prices hold again; one that had not begun vanishes."""
    yesterday = timezone.localdate() - timedelta(days=1)
    record("agreement.ended", agreement.relationship, by=by, list=agreement.price_list.name)
    if agreement.valid_from and agreement.valid_from > yesterday:
        agreement.delete()
        return
    agreement.valid_to = yesterday
    agreement.save(update_fields=["valid_to"])
