"""The house's pages: laid out once, in both languages; a shop page from admission to approval."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale, Page

from accounts.services import add_member
from cms import places
from cms.models import FrontPage, ShopPage, TextPage
from cms.setup import lay_out
from cms.shops import draft_shop_page
from tests.orders import region


@pytest.fixture(autouse=True)
def house(db):
    lay_out()


def test_laying_out_twice_changes_nothing(db):
    before = Page.objects.count()
    lay_out()
    assert Page.objects.count() == before


@pytest.mark.parametrize("path, word", [("/", "Zu Ihren Preisen"), ("/en/", "At your prices")])
def test_the_front_page_greets_in_both_languages(client, path, word):
    assert word in client.get(path).content.decode()


@pytest.mark.parametrize("slug", ["impressum", "datenschutz", "barrierefreiheit", "nutzungsbedingungen", "hilfe"])
def test_legal_pages_stand_in_both_languages(client, slug):
    assert client.get(f"/{slug}/").status_code == 200
    assert client.get(f"/en/{slug}/").status_code == 200


def test_a_page_cannot_hide_an_app(db):
    front = FrontPage.objects.get(locale=Locale.objects.get(language_code="de"))
    page = TextPage(title="Suche", slug="suche")
    with pytest.raises(ValidationError):
        front.add_child(instance=page)
        page.full_clean()


@pytest.mark.parametrize("step", ["suche", "verkauf", "einkauf", "konto", "admin", "cms", "artikel", "produzenten"])
def test_every_app_protects_its_paths(step):
    assert step in places.taken()


def test_an_admitted_producer_has_a_page_at_once_and_a_draft_to_fill(client):
    mill = region.supplier("Mühle Zwenkau", claim="Mehl seit 1890")
    page = draft_shop_page(mill, None)
    assert not page.live
    assert "Mehl seit 1890" in client.get(mill.get_absolute_url()).content.decode()
    assert draft_shop_page(mill, None) == page


@pytest.fixture
def words():
    parts = {}
    for prefix in ("pictures", "certificates"):
        parts |= {f"{prefix}-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
        parts[f"{prefix}-MAX_NUM_FORMS"] = "8"
    return parts | {"makes": "Mehl und Grieß", "story": "Wir mahlen langsam."}


@pytest.mark.parametrize(("tongue", "label"), [("", "Reihenfolge"), ("/en", "Sort order")])
def test_the_order_of_rows_is_no_purchase(client, tongue, label):
    client.force_login(region.seller(region.supplier("Mühle Zwenkau")).user)

    page = client.get(tongue + reverse("cms:shop-edit")).content.decode()

    assert page.count(label) == 2


def test_an_edit_waits_for_the_amt(client, words):
    mill = region.supplier("Mühle Zwenkau")
    client.force_login(region.seller(mill).user)
    client.post(reverse("cms:shop-edit"), words)
    page = ShopPage.objects.get(supplier=mill)
    assert "Wir mahlen langsam" not in client.get(mill.get_absolute_url()).content.decode()
    assert "Wir mahlen langsam" in client.get(reverse("cms:shop-preview")).content.decode()
    assert page.workflow_in_progress


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"weekdays": []}, "Liefertage noch nicht genannt"),
        ({"weekdays": [], "delivery_area": "none"}, "Liefert nicht aus"),
        ({"weekdays": [0, 3]}, "Liefert Montag, Donnerstag"),
    ],
)
def test_who_has_named_no_days_yet_delivers_all_the_same(client, terms, said):
    mill = region.supplier("Mühle Zwenkau", **terms)
    draft_shop_page(mill, None)
    client.force_login(region.seller(mill).user)

    page = client.get(reverse("cms:shop-preview")).content.decode()

    assert said in page and ("nicht aus" in page) == ("nicht aus" in said)


def test_the_amts_editor_may_approve(client, words, editor):
    mill = region.supplier("Mühle Zwenkau")
    client.force_login(region.seller(mill).user)
    client.post(reverse("cms:shop-edit"), words)
    task = ShopPage.objects.get(supplier=mill).current_workflow_task_state.task.specific
    assert "approve" in [action for action, *_ in task.get_actions(ShopPage.objects.get(supplier=mill), editor)]


@pytest.fixture
def editor(db):
    office = region.organisation("Amt")
    office.is_office = True
    office.save()
    editor = get_user_model().objects.create_user("redaktion@amt.example")
    add_member(office, editor, ["office_editor"])
    return editor


def test_an_edit_that_was_sent_back_is_sent_again(client, words, editor):
    mill = region.supplier("Mühle Zwenkau")
    client.force_login(region.seller(mill).user)
    client.post(reverse("cms:shop-edit"), words)
    page = ShopPage.objects.get(supplier=mill)
    page.current_workflow_task_state.reject(user=editor, comment="Bitte ein Bild mehr.")
    assert "Bitte ein Bild mehr." in client.get(reverse("cms:shop-edit")).content.decode()

    assert client.post(reverse("cms:shop-edit"), words | {"story": "Mit Bild."}).status_code == 302

    assert "Bitte ein Bild mehr." not in client.get(reverse("cms:shop-edit")).content.decode()
    ShopPage.objects.get(supplier=mill).current_workflow_task_state.approve(user=editor)
    assert "Mit Bild." in client.get(mill.get_absolute_url()).content.decode()


def test_mails_of_moderation_are_in_our_words(client, words, editor, mailoutbox):
    mill = region.supplier("Mühle & Sohn")
    sam = region.seller(mill).user
    client.force_login(sam)
    client.post(reverse("cms:shop-edit"), words)
    page = ShopPage.objects.get(supplier=mill)
    page.current_workflow_task_state.reject(user=editor, comment="Bitte ein Bild & ein Satz mehr.")
    client.post(reverse("cms:shop-edit"), words)
    ShopPage.objects.get(supplier=mill).current_workflow_task_state.approve(user=editor)

    mails = {mail.subject: mail for mail in mailoutbox}
    assert [(mail.subject, mail.to) for mail in mailoutbox] == [
        ("Zur Freigabe: Mühle & Sohn", [editor.email]),
        ("Bitte ändern: Mühle & Sohn", [sam.email]),
        ("Zur Freigabe: Mühle & Sohn", [editor.email]),
        ("Freigegeben: Mühle & Sohn", [sam.email]),
    ]
    for mail in mails.values():
        assert mail.body.startswith("Guten Tag,\n\ndie Seite") or "das Amt bittet um eine Änderung" in mail.body
        assert "Moderators" not in mail.body and "&amp;" not in mail.body
        assert mail.body.rstrip().endswith(settings.BASE_URL) and settings.NETWORK_NAME in mail.body
    assert "Bitte ein Bild & ein Satz mehr." in mails["Bitte ändern: Mühle & Sohn"].body
    assert reverse("cms:shop-edit") in mails["Bitte ändern: Mühle & Sohn"].body


def test_an_approved_edit_is_public(client, words, admin_user):
    mill = region.supplier("Mühle Zwenkau")
    client.force_login(region.seller(mill).user)
    client.post(reverse("cms:shop-edit"), words)
    page = ShopPage.objects.get(supplier=mill)
    page.current_workflow_task_state.approve(user=admin_user)
    assert "Wir mahlen langsam" in client.get(mill.get_absolute_url()).content.decode()


def test_a_published_text_is_announced_to_the_search(db):
    from search.models import Change, Index

    Index.objects.create(engine="test")
    page = TextPage.objects.get(slug="hilfe", locale__language_code="de")
    Change.objects.all().delete()
    page.body = "<p>Neu</p>"
    page.save_revision().publish()
    assert Change.objects.filter(engine="test", kind="pages", key=page.pk).exists()


def test_a_producer_can_be_made_in_a_house_that_nobody_laid_out(db, capsys):
    Page.objects.filter(depth__gt=1).delete()
    call_command("create_supplier", "Mühle Zwenkau")
    assert capsys.readouterr().out.strip() == "muehle-zwenkau"
