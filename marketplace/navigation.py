"""The main menu: for visitors, for buying, for selling, for the Amt. A right opens each door, as in the views."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """A place in the menu; `right` is None where every member of that side may go, `also` are pages under it."""

    label: str
    name: str
    right: str | None = None
    also: tuple[str, ...] = ()


VISITOR = [
    Entry(_("Sortiment"), "find:search"),
    Entry(_("Produzenten"), "suppliers:suppliers"),
    Entry(_("Mitmachen"), "applications:start"),
]
BUYING = [
    Entry(_("Heute"), "home"),
    Entry(_("Sortiment"), "find:search"),
    Entry(_("Produzenten"), "suppliers:suppliers"),
    Entry(_("Meine Lieferanten"), "buyers:suppliers", "purchases.view"),
    Entry(_("Bestellungen"), "orders:purchases", "purchases.view"),
    Entry(_("Schnellbestellung"), "orders:quick", "purchases.make"),
]
SELLING = [
    Entry(_("Heute"), "home"),
    Entry(_("Bestellungen"), "orders:orders", "orders.view"),
    Entry(_("Artikel"), "catalog:listings", "catalog.view"),
    Entry(_("Import"), "catalog:imports", "catalog.view"),
    Entry(_("Kunden und Preise"), "catalog:customers", "customers.view", ("catalog:price-lists",)),
    Entry(_("Shopseite"), "cms:shop-edit", "shop.edit"),
    Entry(_("Lieferung"), "suppliers:delivery", "supplier.manage"),
]
OFFICE = [
    Entry(_("Heute"), "home"),
    Entry(_("Aufnahme"), "office:applications", "applications.decide"),
    Entry(_("Betriebe"), "office:companies", "office.view"),
    Entry(_("Seiten"), "wagtailadmin_home", "pages.edit"),
]


def entries_for(request) -> list[dict]:
    """What this visitor's menu shows: label, url, current (the entry whose path leads furthest to this page)."""
    entries = [_linked(entry) for entry in _choose(getattr(request, "actor", None))]
    entries = [entry for entry in entries if entry["url"]]
    paths = [(path, entry) for entry in entries for path in entry["paths"] if request.path.startswith(path)]
    if paths:
        max(paths, key=lambda leading: len(leading[0]))[1]["current"] = True
    return entries


def _choose(actor) -> list[Entry]:
    if actor is None:
        return VISITOR
    sides = {role.partition("_")[0] for role in actor.roles}
    menus = [menu for side, menu in (("supplier", SELLING), ("buyer", BUYING), ("office", OFFICE)) if side in sides]
    chosen = {entry.name: entry for menu in menus for entry in menu if entry.right is None or actor.may(entry.right)}
    return list(chosen.values()) or VISITOR


def _linked(entry: Entry) -> dict:
    try:
        url = reverse(entry.name)
    except NoReverseMatch:
        url = ""
    paths = [url, *(reverse(name) for name in entry.also)]
    return {"label": entry.label, "url": url, "paths": paths, "current": False}
