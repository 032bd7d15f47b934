"""The search page as people meet it, on the embedded engine."""

import shutil
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Organisation
from catalog.models import Listing
from search import indexer, params, queries
from search.models import Index, Synonym
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair(settings):
    """Three producers with articles, all indexed: `fair(names)` adds more to the first."""
    shutil.rmtree(settings.SEARCH_DIR / "tantivy", ignore_errors=True)

    class Fair:
        orchard = region.supplier("Hof Lerchenfeld", claim="Obst aus Taucha")
        joiner = region.supplier("Tischlerei Spanwerk", shows_prices=False)

        def add(self, *names, supplier=None, **facts):
            made = [region.listing(supplier or self.orchard, name=name, **facts) for name in names]
            indexer.drain()
            return made

    return Fair()


def ask(text="", actor=None, **wanted):
    return queries.search(actor, params.Params(text=text, **wanted))


def names(answer):
    return [card.listing.name for card in answer.cards]


def page(address, actor=None, **headers):
    client = Client(headers=headers)
    if actor:
        client.force_login(actor.user)
    return client.get(address)


GERMAN = {
    "Holzkiste": ["Holzkiste", "Holz-Kiste", "Kiste aus Holz", "Holzkisten gestapelt", "Obstkiste aus Fichtenholz"],
    "Apfel": ["Äpfel lose", "Tafelapfel", "Apfelsaft", "Aepfel gemischt"],
    "Brötchen": ["Broetchen dunkel", "Körnerbrötchen", "Brötchen"],
    "500 g": ["Honig 500 g", "Honig 0,5 kg", "Honig 500g-Glas"],
}


@pytest.mark.parametrize("text", ["Holzkiste", "Holz-Kiste", "holzkisten", "Kiste aus Holz", "HOLZKISTE"])
def test_compounds_find_each_other(fair, text):
    fair.add(*GERMAN["Holzkiste"], "Kiste aus Pappe", "Holzlöffel")

    assert sorted(names(ask(text))) == sorted(GERMAN["Holzkiste"])


@pytest.mark.parametrize("text", ["Apfel", "Äpfel", "Aepfel", "aepfel", "APFEL"])
def test_umlauts_and_plurals_find_each_other(fair, text):
    fair.add(*GERMAN["Apfel"], "Birne")

    assert sorted(names(ask(text))) == sorted(GERMAN["Apfel"])


@pytest.mark.parametrize("text", ["500 g", "500g", "0,5 kg", "0.5kg"])
def test_sizes_find_each_other_in_every_spelling(fair, text):
    fair.add(*GERMAN["500 g"], "Honig 5 kg", "Honig 500 Stück")

    assert sorted(names(ask(f"Honig {text}"))) == sorted(GERMAN["500 g"])


def test_a_number_alone_finds_sizes_too(fair):
    fair.add("Honig 500 g", "Honig 250 g")

    assert names(ask("Honig 500")) == ["Honig 500 g"]


def test_the_content_of_a_unit_is_found_like_a_size_in_the_name(fair):
    fair.add("Waldhonig", unit="XJR", content=Decimal("0.5"), content_unit="KGM")
    fair.add("Blütenhonig", unit="XJR", content=Decimal("250"), content_unit="GRM")

    assert names(ask("Honig 500 g")) == ["Waldhonig"]
    assert names(ask("Honig 0,25 kg")) == ["Blütenhonig"]


@pytest.mark.parametrize("text", ["Flansch DN50", "Flansch DN 50", "flansch dn-50"])
def test_names_of_sizes_are_found_with_and_without_blank(fair, text):
    fair.add("Flansch DN50", "Flansch DN 50 blank", "Flansch DN 500", "Flansch DN 80, 50 mm")

    assert set(names(ask(text))[:2]) == {"Flansch DN50", "Flansch DN 50 blank"}


def test_a_number_before_a_thread_is_no_length(fair):
    fair.add("Sechskantschraube DIN 933 M8 x 20", "Sechskantschraube DIN 933 M6 x 8")

    assert names(ask("Schraube M8")) == ["Sechskantschraube DIN 933 M8 x 20"]


def test_endings_are_no_eggs(fair):
    fair.add("Druckerei-Papier", "Freilandeier")

    assert names(ask("Eier")) == ["Freilandeier"]


@pytest.mark.parametrize("text", ["BR-1020", "br1020", "BR 1020"])
def test_the_article_number_comes_first(fair, text):
    wanted = fair.add("Krustenbrot", article_number="BR-1020")[0]
    fair.add("Messer BR 1020", "Ersatzklinge zu BR-1020")

    assert ask(text).cards[0].listing == wanted


def test_a_gtin_finds_its_article(fair):
    wanted = fair.add("Krustenbrot", gtin="4006381333931")[0]
    fair.add("Mischbrot")

    assert [card.listing for card in ask("4006381333931").cards] == [wanted]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Hafermlich", "Hafermilch"), ("Brotchn", "Brötchen"), ("Apfelsfat", "Apfelsaft"), ("Joghurtt", "Joghurt")],
)
def test_a_typing_error_is_answered_with_the_word_that_finds_something(fair, typed, meant):
    fair.add(meant)
    answer = ask(typed)

    assert answer.total == 0
    assert (meant, 1) in answer.proposals


def test_a_spelling_that_finds_nothing_is_not_proposed(fair):
    fair.add("Birnensaft")

    assert ask("Hafermlich").proposals == []


def test_too_many_words_are_answered_with_one_less(fair):
    fair.add("Roggenbrot", "Dinkelbrot")
    answer = ask("Roggenbrot glutenfrei")

    assert (answer.total, answer.proposals) == (0, [("Roggenbrot", 1)])


def test_synonyms_act_at_once_in_every_direction(fair):
    Synonym.objects.all().delete()
    fair.add("Karottensaft", "Möhren", "Gelbe Rüben", "Rüben rot")
    assert names(ask("Möhre")) == ["Möhren"]

    Synonym.objects.create(words="Möhre, Karotte, Gelbe Rübe")
    for text in ("Möhre", "Karotten", "gelbe Rüben"):
        assert sorted(names(ask(text))) == ["Gelbe Rüben", "Karottensaft", "Möhren"]


def test_hits_carry_the_buyers_own_price(fair):
    (apple,) = fair.add("Apfel", price="2.00")
    buyer = region.buyer()
    region.agreed(region.known(buyer, fair.orchard), {apple: "1.60"})
    indexer.drain()
    purchaser = region.purchaser(buyer)

    (card,) = ask("Apfel", purchaser).cards
    assert (card.price.amount, card.price.is_own) == (Decimal("1.60"), True)
    assert ask("Apfel", purchaser, high=Decimal("1.70")).total == 1
    assert ask("Apfel", high=Decimal("1.70")).total == 0
    assert ask("Apfel").cards[0].price.amount == Decimal("2.00")


def test_the_price_order_is_that_of_the_buyer(fair):
    cheap, dear = fair.add("Apfel A", price="1.00") + fair.add("Apfel B", price="5.00")
    buyer = region.buyer()
    region.agreed(region.known(buyer, fair.orchard), {dear: "0.50"})
    indexer.drain()

    assert names(ask("Apfel", sort="price")) == ["Apfel A", "Apfel B"]
    assert names(ask("Apfel", region.purchaser(buyer), sort="price")) == ["Apfel B", "Apfel A"]


def test_hidden_prices_are_neither_shown_nor_counted_nor_filtered(fair):
    (box,) = fair.add("Kiste", supplier=fair.joiner, price="6.80")
    answer = ask("Kiste")

    assert not answer.cards[0].price.is_visible
    assert sum(answer.counts.prices) == 0
    assert ask("Kiste", low=Decimal(6)).total == 0
    response = page(reverse("find:search") + "?q=kiste")
    assert "6,80" not in response.content.decode()
    assert "Den Preis zeigt der Betrieb nach Freigabe." in response.content.decode()


def test_a_suspended_producer_vanishes_before_the_index_knows(fair):
    fair.add("Apfel")
    Organisation.objects.filter(pk=fair.orchard.organisation_id).update(status=Organisation.Status.SUSPENDED)

    answer = ask("Apfel")
    assert (answer.total, answer.cards, answer.beside) == (0, [], [])


def test_an_article_taken_offline_is_not_shown_before_the_index_knows(fair):
    (apple,) = fair.add("Apfel")
    Listing.objects.filter(pk=apple.pk).update(online=False)

    assert ask("Apfel").cards == []


def test_counts_of_a_group_leave_its_own_filter_out(fair):
    fair.add("Apfel rot", attributes={"Farbe": "rot"})
    fair.add("Apfel grün", "Apfel grasgrün", attributes={"Farbe": "grün"})
    answer = ask("Apfel", attributes=(("Farbe", "rot"),))
    colour = next(group for group in answer.groups if group.title == "Farbe")

    assert answer.total == 1
    assert {value.label: value.count for value in colour.values} == {"rot": 1, "grün": 2}


def test_only_few_short_values_shared_by_several_hits_become_a_filter(fair):
    for number, kind in enumerate(["Lager", "Lager", "frisch", "frisch"]):
        note = f"Hinweis Nummer {number}, der mehr ein Satz als ein Merkmal ist"
        fair.add(f"Apfel {kind} {number}", attributes={"Ware": kind, "Hinweis": note, "Los": f"L{number}"})

    titles = [group.title for group in ask("Apfel").groups]
    assert "Ware" in titles
    assert not {"Hinweis", "Los"} & set(titles)


def test_distance_and_delivery_day_filter_by_producer(fair):
    far = region.supplier("Weit weg")
    far.address.latitude = 52.5
    far.address.save()
    fair.add("Apfel nah")
    fair.add("Apfel fern", supplier=far)

    assert names(ask("Apfel", sort="distance")) == ["Apfel nah", "Apfel fern"]
    assert names(ask("Apfel", radius=50)) == ["Apfel nah"]
    near = next(group for group in ask("Apfel", radius=10).groups if group.name == "umkreis")
    assert [value.count for value in near.values] == [1, 1, 1, 1]
    assert ask("Apfel", days=(0, 1, 2, 3, 4, 5)).total == 1


def test_an_empty_ring_offers_a_wider_one(fair):
    far = region.supplier("Weit weg")
    far.address.latitude = 51.34 + 0.3  # some 33 km
    far.address.save()
    fair.add("Quitte", supplier=far)
    answer = ask("Quitte", radius=10)

    assert (answer.total, answer.wider) == (0, (50, 1))
    assert "Umkreis auf 50 km erweitern" in page(reverse("find:search") + "?q=quitte&umkreis=10").content.decode()


def test_producers_are_found_too(fair):
    fair.add("Apfel")
    found = ask("Lerchenfeld").beside

    assert [one.title for one in found] == ["Hof Lerchenfeld"]


def test_the_page_pages_and_keeps_what_was_asked(fair):
    fair.add(*(f"Apfel {number}" for number in range(30)))
    response = page(reverse("find:search") + "?q=apfel&sort=name&page=2")

    assert len(response.context["answer"].cards) == 6
    assert "q=apfel" in response.content.decode()
    assert response.context["chips"] == []


def test_a_page_behind_the_end_shows_the_last_one(fair):
    fair.add(*(f"Apfel {number}" for number in range(30)))
    answer = ask("Apfel", page=500)

    assert (answer.page.number, len(answer.cards)) == (2, 6)


def test_htmx_gets_the_part_and_a_visitor_the_page(fair):
    fair.add("Apfel")
    whole = page(reverse("find:search") + "?q=apfel").content.decode()
    part = page(reverse("find:search") + "?q=apfel", **{"HX-Request": "true"}).content.decode()

    assert "<html" in whole and "<html" not in part
    assert 'id="suche"' in whole and 'id="suche"' in part


def test_a_chip_takes_its_filter_away(fair):
    fair.add("Apfel", attributes={"Farbe": "rot"})
    chips = page(reverse("find:search") + "?q=apfel&merkmal=Farbe=rot&von=0,50&umkreis=25").context["chips"]

    assert [chip.label for chip in chips] == ["bis 25 km", "rot", "ab 0,50 €"]
    assert [chip.query for chip in chips] == [
        "q=apfel&von=0%2C5&merkmal=Farbe%3Drot",
        "q=apfel&umkreis=25&von=0%2C5",
        "q=apfel&umkreis=25&merkmal=Farbe%3Drot",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00&page=99999999",
        "?umkreis=x&tag=9&von=abc&bis=-1&merkmal=a&kategorie=zz&sort=evil",
        "?page=0&q=%20",
        "?von=NaN",
    ],
)
def test_what_cannot_be_read_is_left_out(fair, query):
    fair.add("Apfel")
    response = page(reverse("find:search") + query)

    assert response.status_code == 200
    assert response.context["answer"].total == 1


def test_without_an_engine_the_page_says_so(fair):
    Index.objects.all().delete()
    response = page(reverse("find:search") + "?q=apfel")

    assert response.status_code == 503
    assert "Die Suche ist gerade nicht erreichbar" in response.content.decode()


def test_a_dead_server_is_stood_in_for_by_the_embedded_index(fair, settings):
    fair.add("Apfel")
    settings.SEARCH_URL = "http://127.0.0.1:9"
    Index.objects.create(engine="elasticsearch", generation="gone")
    answer = ask("Apfel")

    assert (answer.engine, answer.stands_in, answer.total) == ("tantivy", True, 1)


def test_words_complete_only_with_what_is_findable(fair):
    fair.add("Apfelsaft", "Apfelmus")
    fair.add("Apfelgeheimnis", online=False)

    assert sorted(queries.complete(None, "frischer apf")) == ["frischer Apfelmus", "frischer Apfelsaft"]
    assert 'value="Apfelmus"' in page(reverse("find:complete") + "?q=apfelm").content.decode()
    assert queries.complete(None, "a") == []


def test_the_order_page_names_the_weights(fair):
    assert "1,3" in page(reverse("find:order")).content.decode()


@pytest.mark.parametrize("count", [1, 6])
def test_a_page_costs_the_same_for_one_hit_and_six(fair, count, django_assert_max_num_queries):
    fair.add(*(f"Apfel {number}" for number in range(count)))
    with django_assert_max_num_queries(14):
        assert len(ask("Apfel").cards) == count


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"weekdays": []}, "Liefertage noch nicht genannt"),
        ({"delivery_area": "none"}, "keine Lieferung zu Ihnen"),
    ],
)
def test_search_and_article_say_the_same_of_delivery(fair, terms, said):
    bea = region.purchaser(region.buyer())
    [quince] = fair.add("Quitte", supplier=region.supplier("Hof Ostwind", **terms))

    for address in (reverse("find:search") + "?q=quitte", quince.get_absolute_url()):
        content = page(address, bea).content.decode()
        assert said in content
        assert ("keine Lieferung zu Ihnen" in content) == (said == "keine Lieferung zu Ihnen"), address
