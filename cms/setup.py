"""Lays out an empty house's pages in both languages: front page, producers, legal texts. Safe to repeat."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupApprovalTask, Locale, Page, Site

from cms.models import FrontPage, ShopIndexPage, TextPage

DATA = Path(__file__).parent / "data"

FRONT = {
    "de": (
        "Aus der Region bestellen. Zu Ihren Preisen.",
        "Brot, Gemüse, Käse, Möbel, Metallteile: Betriebe aus Leipzig und dem Umland zeigen hier ihr ganzes Sortiment."
        " Sie suchen einmal, bestellen bei mehreren und sehen vorher, wer wann liefert.",
        "Betriebe, vom Amt geprüft und aufgenommen",
    ),
    "en": (
        "Order from the region. At your prices.",
        "Bread, vegetables, cheese, furniture, metal parts: companies in and around Leipzig show their whole range."
        " You search once, order from several and see beforehand who delivers when.",
        "companies, checked and admitted by the office",
    ),
}
TEXTS = {
    "impressum": ("Impressum", "Legal notice"),
    "datenschutz": ("Datenschutz", "Privacy"),
    "barrierefreiheit": ("Barrierefreiheit", "Accessibility"),
    "nutzungsbedingungen": ("Nutzungsbedingungen", "Terms of use"),
    "hilfe": ("Hilfe", "Help"),
    "leichte-sprache": ("Leichte Sprache", "Easy language"),
}
LANGUAGES = ("de", "en")
EDITORS = ("office_lead", "office_editor")  # groups that mirror the Amt's roles


@transaction.atomic
def lay_out() -> None:
    """Create what is missing; pages that editors changed stay as they are."""
    root = Page.objects.get(depth=1)
    fronts = {language: _front(root, language) for language in LANGUAGES}
    _point_site_to(fronts["de"])
    for language, front in fronts.items():
        _shop_index(front, language)
        for slug, titles in TEXTS.items():
            _text(front, language, slug, titles[LANGUAGES.index(language)])
    _let_editors_work()


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def _front(root: Page, language: str) -> FrontPage:
    existing = FrontPage.objects.filter(locale=_locale(language)).first()
    if existing:
        return existing
    title, lead, proof = FRONT[language]
    front = FrontPage(title=title, slug=f"start-{language}", lead=lead, proof=proof, locale=_locale(language))
    if german := FrontPage.objects.first():
        front.translation_key = german.translation_key
    root.refresh_from_db()
    return root.add_child(instance=front)


def _point_site_to(front: FrontPage) -> None:
    """The front page replaces the welcome page that Wagtail brings."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
    welcome = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = front, settings.NETWORK_NAME
    site.save()
    if welcome and welcome.pk != front.pk and welcome.slug == "home":
        Page.objects.get(pk=welcome.pk).delete()


def _shop_index(front: FrontPage, language: str) -> None:
    _child(ShopIndexPage, front, language, "produzenten", {"de": "Produzenten", "en": "Producers"}[language])


def _text(front: FrontPage, language: str, slug: str, title: str) -> None:
    body = (DATA / language / f"{slug}.html").read_text(encoding="utf-8")
    _child(TextPage, front, language, slug, title, body=body)


def _child(model, front: FrontPage, language: str, slug: str, title: str, **fields) -> None:
    locale = _locale(language)
    if model.objects.child_of(front).filter(slug=slug).exists():
        return
    page = model(title=title, slug=slug, locale=locale, **fields)
    if twin := model.objects.filter(slug=slug).exclude(locale=locale).first():
        page.translation_key = twin.translation_key
    front.refresh_from_db()
    front.add_child(instance=page)


def _let_editors_work() -> None:
    """The Amt's editors and its lead approve shop pages and keep the synonyms."""
    editors = Group.objects.filter(name__in=EDITORS)
    for task in GroupApprovalTask.objects.all():
        task.groups.add(*editors)
    synonyms = Permission.objects.filter(content_type__app_label="market_search", content_type__model="synonym")
    for group in editors:
        group.permissions.add(*synonyms)
