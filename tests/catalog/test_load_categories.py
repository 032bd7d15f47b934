"""The tree arrives in Oscar's tables by the migrations, and loading again writes only what is missing."""

import pytest
from django.utils import translation
from oscar.core.loading import get_model

from catalog.categories import load_categories, tree
from catalog.models import Category

OscarCategory = get_model("catalogue", "Category")

pytestmark = pytest.mark.django_db


def test_migrations_bring_the_whole_tree():
    assert set(Category.objects.values_list("code", flat=True)) == set(tree())
    assert OscarCategory.objects.get(code="101020").full_name == "Lebensmittel > Backwaren > Brötchen und Kleingebäck"


def test_tree_has_no_problems():
    assert OscarCategory.find_problems() == ([], [], [], [], [])


def test_loading_again_writes_nothing_and_keeps_names():
    OscarCategory.objects.filter(code="101010").update(name="Brot und mehr")

    assert load_categories() == 0
    assert OscarCategory.objects.get(code="101010").name == "Brot und mehr"


def test_missing_leaf_is_added_behind_its_siblings():
    Category.objects.get(code="101020").category.delete()
    parent = OscarCategory.objects.get(code="1010")
    parent.add_child(name="Vom Amt hinzugefügt")

    assert load_categories() == 1

    parent.refresh_from_db()
    assert [child.name for child in parent.get_children()][-1] == "Brötchen und Kleingebäck"
    assert OscarCategory.find_problems() == ([], [], [], [], [])


def test_english_reader_gets_english_names():

    with translation.override("en"):
        assert Category.objects.get(code="101010").name == "Bread"
