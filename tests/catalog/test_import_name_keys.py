"""In lists without numbers names are keys: what stands between two digits tells articles apart."""

import importlib
from decimal import Decimal

import pytest
from django.apps import apps

from catalog.imports import service
from catalog.imports.language.name_keys import name_key, renewed
from catalog.models import ImportedRow, Listing, Spelling
from tests.catalog.importing import doubts, imported, kornblum, told

renew = importlib.import_module("catalog.migrations.0016_keys_keep_signs").renew
HEAD = "Bezeichnung;Einheit;Preis netto\n"
SMALL, LARGE = "Grieß 2,5 kg;Beutel;3,90\n", "Grieß 25 kg;Beutel;24,50\n"


def titles(supplier):
    found = Listing.objects.filter(supplier=supplier).select_related("product")
    return {line.product.title: line.price for line in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mehl 2,5 kg", "Mehl 25 kg"), ("Öl 1/2 l", "Öl 12 l"), ("Öl ½ l", "Öl ¼ l"), ("Latte 8 40", "Latte 84 0")],
)
def test_signs_between_digits_tell_names_apart(one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mehl 2,5 kg", "MEHL 2.5kg"), ("Öl ½ l", "Öl 1/2 l"), ("Möhre, bunt", "Möhre bunt")]
)
def test_spellings_of_one_name_meet(one, other):
    assert name_key(one) == name_key(other)


def test_a_key_is_renewed_only_by_a_name_that_made_it():
    assert renewed("mehl25kg|sack|", ["Mehl 2,5 kg"]) == "mehl2.5kg|sack|"
    assert renewed("mehl25kgbio|sack|", ["", "Mehl 2,5 kg"]) == "mehl2.5kgbio|sack|"
    assert renewed("mehl25kg|sack|", ["Weizenmehl"]) is None
    assert renewed("mehl|sack|", ["Weizenmehl"]) == "mehl|sack|"


@pytest.mark.django_db
def test_two_sizes_are_two_articles_in_one_list_and_across_lists():
    supplier = kornblum()
    assert imported(supplier, HEAD + SMALL + LARGE).counts["created"] == 2

    other = kornblum("Mühle Ahorn")
    imported(other, HEAD + SMALL)
    run = imported(other, HEAD + LARGE)
    assert titles(other)["Grieß 2,5 kg"] == Decimal("3.90")
    assert run.counts["created"] + run.counts["held_back"] == 1


@pytest.mark.django_db
def test_articles_of_old_keys_are_met_by_the_name_that_made_them():
    supplier = kornblum()
    imported(supplier, HEAD + SMALL)
    ImportedRow.objects.filter(supplier=supplier).update(key="griess25kg|beutel|")
    Listing.objects.get(supplier=supplier).product.__class__.objects.update(title="Hartweizengrieß fein")

    renew(apps, None)
    run = imported(supplier, HEAD + SMALL.replace("3,90", "4,10") + LARGE)

    assert doubts(run) == [] and (run.counts["updated"], run.counts["created"]) == (1, 1)
    assert sorted(line.price for line in Listing.objects.filter(supplier=supplier)) == [
        Decimal("4.1"),
        Decimal("24.5"),
    ]


@pytest.mark.django_db
def test_spellings_of_old_keys_are_met_or_asked_for_again():
    supplier = kornblum()
    imported(supplier, HEAD + "Möhren 2,5 kg;Beutel;3,90\n")
    run = imported(supplier, HEAD + "Möhre 2,5 kg;Beutel;3,90\n")
    assert [rule for _row, rule, *_ in doubts(run)] == ["identity_doubtful"]
    service.commit_run(told(run, same=[2]), by=None)
    Spelling.objects.filter(key="moehre2.5kg|beutel|").update(key="moehre25kg|beutel|")
    run.staged.update(key="moehre25kg|beutel|")
    unexplained = Spelling.objects.create(
        supplier=supplier, key="feines25kg|beutel|", listing=Listing.objects.get(supplier=supplier)
    )

    renew(apps, None)

    assert Spelling.objects.filter(key="moehre2.5kg|beutel|").exists()
    assert not Spelling.objects.filter(pk=unexplained.pk).exists()
    assert imported(supplier, HEAD + "Möhre 2,5 kg;Beutel;3,90\n").counts["unchanged"] == 1
