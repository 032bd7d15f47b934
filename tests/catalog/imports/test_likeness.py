"""Which names are one article's, and which are only near."""

import pytest

from catalog.imports.language.likeness import ADDITION, OTHER, SAME, SPELLING, Name, is_strange, kinship, likely


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("Blumen-Kohl, frisch", "Blumenkohl frisch", SAME),
        ("Möhren bunt", "Möhre, bunt", SPELLING),
        ("Blumenkohl", "Blumenkhol", SPELLING),
        ("Karotten gew.", "Karotten gewaschen", SPELLING),
        ("Kopfsalat", "Salat Kopf", SPELLING),
        ("Hafermilch", "Berief Hafermilch", ADDITION),
        ("Möhren bunt", "Möhre bunt Bioland", ADDITION),
        ("Möhren", "Möhren 1 kg", ADDITION),
        ("Möhren 500 g", "Möhren 1 kg", OTHER),
        ("Äpfel Elstar Kl. I", "Äpfel Elstar Kl. II", OTHER),
        ("Tomaten rot", "Tomaten rosa", OTHER),
        ("Käse mild", "Käse wild", OTHER),
        ("Apfel", "Apfelsaft", OTHER),
        ("Gouda jung", "Gouda alt", OTHER),
        ("Lauch", "Porree", OTHER),
    ],
)
def test_kinship_is_the_same_from_both_sides(one, other, kin):
    assert kinship(Name.of(one), Name.of(other)) == kinship(Name.of(other), Name.of(one)) == kin


@pytest.mark.parametrize(
    ("one", "other", "strange"),
    [
        ("Roggenmischbrot", "Zwiebelbaguette", True),
        ("RMB 1000", "Roggenmischbrot 1 kg", True),
        ("Brot", "Roggenmischbrot", False),
        ("Laugenbrezel", "Brezel mit Lauge", False),
        ("Apfelkuchen", "Apfelkuchen vom Blech, 24 Stücke", False),
    ],
)
def test_strange_names_have_nothing_in_common(one, other, strange):
    assert is_strange(one, other) == is_strange(other, one) == strange


def test_what_is_near_is_found_among_many():
    known = [Name.of(f"Sorte {'abcdefgh'[n % 8] * 3} {n}") for n in range(900)] + [Name.of("Möhren bunt")]
    rows = [Name.of("Möhre, bunt"), Name.of("Weihenstephaner Möhren bunt"), Name.of("Sorte aaa 8")]

    pairs = likely(rows, known)

    assert {(0, 900), (1, 900), (2, 8)} <= pairs and len(pairs) < 40
