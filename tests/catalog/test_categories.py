"""The tree is whole, and suppliers' own group names find their node."""

from collections import Counter

import pytest

from catalog import categories
from catalog.categories import path, propose, tree


def test_tree_has_about_150_nodes_in_tree_order_with_both_names():
    nodes = list(tree().values())

    assert 140 <= len(nodes) <= 160
    assert [node.code for node in nodes] == sorted(node.code for node in nodes)
    assert all(node.name and node.name_en for node in nodes)
    assert all(node.parent in tree() for node in nodes if node.depth > 1)


def test_no_word_is_claimed_by_two_nodes():
    claims = Counter()
    for node in tree().values():
        claims.update({" ".join(categories._words(text)) for text in (node.name, node.name_en, *node.words)})

    assert [word for word, count in claims.items() if count > 1] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_node_is_found_by_its_own_path_and_name(language):
    for code, node in tree().items():
        assert propose(path(code, language)) == code
        assert propose(node.name_en if language == "en" else node.name) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brötchen", "101020"), ("BROETCHEN", "101020"), ("Vollkornbrötchen", "101020"), ("Brötchn", "101020"),
        ("Bread rolls", "101020"), ("Brot & Brötchen", "1010"), ("Food > Bakery", "1010"), ("Brote", "101010"),
        ("Wurstwaren", "104050"), ("Fleisch- und Wurstwaren", "1040"), ("Rind", "104010"), ("Vom Schwein", "104020"),
        ("Schrauben", "6510"), ("Sechskantschrauben DIN 933", "6510"), ("Muttern", "6510"), ("Flansche", "6530"),
        ("Säfte und Moste", "2020"), ("Obst/Äpfel", "103010"), ("Beeren", "103040"), ("Beer", "2030"),
        ("Kartoffelsalat", "109040"), ("Käsekuchen", "101030"), ("Masken (Stoff)", "5010"), ("Dispensers", "4030"),
        ("Kraeuter", "102070"), ("Wellpappkartons", "3010"), ("Apfelbäume", "7510"), ("Leergut", "2090"),
        ("Kuchen aus der Form", "101030"), ("Braten vom Rind", "104010"), ("Sahnetorten", "101030"),
        ("Fleischwürste", "104050"), ("Tafeläpfel", "103010"), ("Kernobst", "1030"), ("Landeier", "1065"),
        ("Obstschalen", "3070"), ("Schale", "3070"), ("Süßes", "1080"), ("Kuchen vom Blech", "101030"),
        ("Öle", "109010"), ("Speiseöle", "109010"), ("Barbarieente", "104030"), ("Kräutersalz", "109050"),
    ],
)  # fmt: skip
def test_suppliers_words_find_their_node(text, expected):
    assert propose(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "12345", "Preisliste", "Neuheiten", "Hemdblusen", "Seite 2", "Wein und Schrauben", "Gartenschläuche",
        "Kandidaturen", "Doktoren", "Rotoren", "Zement", "Küche", "Rollen", "Nachweis", "Einkaufspreis", "Landkreis",
        "Halter für Bücher", "Doppelwaschtisch", "Schal", "Schals", "Tücher & Schals", "Wollschal", "Eisen", "Rahmen",
        "Instrumente", "Badesalz", "Weingläser", "Ätherische Öle", "Non-Food", "vergriffen", "Clothing > Accessories",
    ],
)  # fmt: skip
def test_unclear_words_propose_nothing(text):
    assert propose(text) is None
