"""Every part of the looks on one page, for eyes and axe; served under /stilbuch/ in development only."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from catalog.pricing import Price, Step
from suppliers.days import DeliveryDay


class Sample(forms.Form):
    """One field of each kind; two of them at fault when sent empty."""

    name = forms.CharField(label="Firma")
    email = forms.EmailField(label="E-Mail-Adresse", help_text="An diese Adresse gehen die Bestellungen.")
    legal_form = forms.ChoiceField(label="Rechtsform", choices=[("", "Bitte wählen"), ("gmbh", "GmbH"), ("gbr", "GbR")])
    lists_are = forms.ChoiceField(
        label="Preise in Ihren Listen", choices=[("net", "netto"), ("gross", "brutto")], widget=forms.RadioSelect
    )
    weekdays = forms.MultipleChoiceField(
        label="Liefertage", choices=[("0", "Montag"), ("1", "Dienstag")], widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label="Nachricht", widget=forms.Textarea, required=False)
    until = forms.DateField(label="Gültig bis", required=False, widget=forms.DateInput({"type": "date"}))
    upload = forms.FileField(label="Preisliste", required=False)
    terms = forms.BooleanField(label="Die Nutzungsbedingungen gelten für uns.")


def _listing(name, supplier, unit="XCR", content="6", minimum="4"):
    return SimpleNamespace(
        name=name,
        supplier=SimpleNamespace(name=supplier),
        reference="7K4M2QXD",
        unit=unit,
        content=Decimal(content),
        content_unit="KGM",
        origin="Taucha",
        minimum=Decimal(minimum),
        interval=Decimal("0.5"),
        vat_rate=Decimal("7.00"),
        get_absolute_url="#",
    )


def _card(name, supplier, amount, late=False, own=True, shown=True, distance=9.2):
    listing = _listing(name, supplier)
    price = Price(
        listing=listing,
        quantity=Decimal(4),
        amount=amount,
        price_quantity=1,
        steps=(Step(Decimal(10), Decimal("10.80")), Step(Decimal(40), Decimal("10.205"))),
        list_amount=Decimal("13.20"),
        agreement=SimpleNamespace() if own else None,
        is_visible=shown,
        may_order=False,
        valid_to=timezone.localdate() + timedelta(days=30) if own else None,
    )
    cutoff = timezone.now() + timedelta(days=0 if late else 1)
    delivery = DeliveryDay(timezone.localdate() + timedelta(days=2), cutoff)
    return {"listing": listing, "price": price, "delivery": delivery, "distance": distance, "picture": ""}


def show(request):
    messages.info(request, "„Laugenbrezel“ ist offline.", extra_tags="/stilbuch/")
    messages.warning(request, "Die Suche läuft gerade im Ersatzbetrieb. Treffer und Preise stimmen.")
    cards = [
        _card("Tafelapfel Elstar, Klasse I", "Hof Lerchenfeld", Decimal("11.40")),
        _card("Apfelsaft naturtrüb, Direktsaft", "Kelterei Muldegold", Decimal("12.90"), late=True, own=False),
        _card("Apfelessig 5 %, naturbelassen", "Kelterei Muldegold", Decimal("3"), shown=False, distance=31),
        _card("Hochzeitstorte", "Bäckerei Kornblum GmbH", None, distance=None),
    ]
    context = {
        "form": Sample({}),
        "cards": cards,
        "page": Paginator(range(47), 9).page(2),
        "suppliers": [card["listing"].supplier.name for card in cards],
        "counts": {"created": 268, "updated": 97, "unchanged": 21, "held_back": 14, "refused": 5, "skipped": 7},
        "figures": [
            {
                "label": "Warten auf Sie",
                "value": 3,
                "note": "Bestellungen, älteste seit 40 Min.",
                "url": "#",
                "act": True,
            },
            {"label": "Diese Woche netto", "value": "2.946,20 €", "note": "19 Bestellungen"},
        ],
        "terms": [("roggenbrot", 64), ("glutenfrei", 38), ("stollen", 22)],
        "months": [("Sep", 88), ("Okt", 121), ("Nov", 148)],
        "now": timezone.now(),
        "days": [1, 3, 4],
        "crumbs": [("Sortiment", "#"), ("Obst und Gemüse", "#"), ("Kernobst", "")],
        "steps": ["Datei", "Spalten", "Prüfen", "Übernehmen"],
    }
    return render(request, "marketplace/styleguide.html", context)
