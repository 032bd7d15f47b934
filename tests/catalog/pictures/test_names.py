"""What a file name means: as written first, loosely only where one article fits, and no guesses."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pictures.names import Article, Names, natural


def names(*numbers, **facts) -> Names:
    return Names.of(Article(place, number, **facts) for place, number in enumerate(numbers))


@pytest.mark.parametrize(
    ("number", "path", "place"),
    [
        ("1001", "1001.jpg", 0),
        ("1001", "1001_2.jpg", 2),
        ("1001", "1001-2.JPG", 2),
        ("1001", "Bilder/1001 (2).png", 2),
        ("1001", "Bilder\\2024\\1001(3).png", 3),
        ("1001", "1001 2.jpeg", 2),
        ("1001", "1001_02.jpg", 2),
        ("AB/12", "AB-12.jpg", 0),
        ("AB/12", "AB_12_2.jpg", 2),
        ("AB/12", "AB/12.jpg", 0),
        ("AB/12", "AB/12_2.jpg", 2),
        ("AB 12 c", "ab12C.webp", 0),
        ("Brötchen", "BRÖTCHEN.jpg", 0),
        ("Brötchen", unicodedata.normalize("NFD", "Brötchen") + "_2.jpg", 2),
        ("Brötchen", "Broetchen.jpg", 0),
        ("Süßkirsche 1", "Suesskirsche-1.jpg", 0),
        ("0815", "0815.jpg", 0),
        ("10.01.5", "10.01.5.jpg", 0),
        ("1001", "1001/vorne.jpg", 0),
        ("1001", "Bilder/1001/bild-2.jpg", 2),
        ("1001-2", "1001-2.jpg", 0),
        ("Café", "Cafe.jpg", 0),
        ("20", "20.jpg", 0),
    ],
)
def test_a_name_means_one_article(number, path, place):
    found = names(number, "9999").find(path)

    assert found.article and (found.article.number, found.place) == (number, place)


def test_as_written_comes_before_every_other_reading():
    found = names("1001", "1001-2").find("1001-2.jpg")
    assert (found.article.number, found.place) == ("1001-2", 0)


@pytest.mark.parametrize(
    ("numbers", "path"),
    [
        (("1001", "1001/2"), "1001-2.jpg"),  # the second picture of one, or the other
        (("AB-1", "AB/1"), "AB_1.jpg"),
        (("a1b", "A1-B"), "a1 b.jpg"),
    ],
)
def test_two_readings_are_a_doubt_with_both_named(numbers, path):
    found = names(*numbers).find(path)
    assert found.article is None
    assert (found.rule, sorted(article.number for article in found.articles)) == ("several", sorted(numbers))


def test_a_number_that_is_gone_is_not_a_picture_of_its_family():
    """10-5 was an article; 10-4 and 10-6 still are."""
    found = names("10", "10-4", "10-6").find("10-5.jpg")
    assert (found.article, found.rule, found.proposal) == (None, "article_or_count", "10")


@pytest.mark.parametrize(
    ("path", "proposal"),
    [
        ("815.jpg", "0815"),
        ("1001 Roggenbrot.jpg", "1001"),
        ("1001_vorne_links.jpg", "1001"),
        ("IMG_4711.jpg", ""),
        ("10010.jpg", ""),
        ("1001a.jpg", ""),
        ("2024-31.jpg", ""),
        ("0.jpg", ""),
        ("", ""),
    ],
)
def test_what_is_not_known_stays_out_with_a_proposal_at_most(path, proposal):
    found = names("1001", "0815", "000").find(path)
    assert (found.article, found.rule, found.proposal) == (None, "likely" if proposal else "unknown", proposal)


def test_leading_zeros_are_part_of_a_number():
    found = names("0815", "815")
    assert found.find("815.jpg").article.number == "815"
    assert found.find("0815_2.jpg").article.number == "0815"


def test_a_gtin_speaks_for_its_article():
    known = Names.of([Article(1, "A1", gtin="04012345678901"), Article(2, "A2", gtin="4000000000006")])
    assert known.find("4012345678901_1.jpg").article.number == "A1"


def test_a_list_without_numbers_goes_by_names():
    known = Names.of([Article(1, "K7X2M9QA", "Roggenmischbrot 1 kg", is_ours=True), Article(2, "77", "Brezel")])

    assert known.find("Roggenmischbrot 1kg.jpg").article.listing == 1
    assert known.find("roggenmischbrot_1_kg (2).jpg").place == 2
    assert known.find("Brezel.jpg").article is None  # that one has a number of its own


@given(st.text(max_size=40))
def test_no_name_breaks_it_and_a_found_one_is_the_only_one(path):
    known = names("1001", "1001/2", "AB-1", "ä")
    found = known.find(path)
    assert (found.article is None) == bool(found.rule)
    natural(path)


@given(
    st.text(min_size=1, max_size=12, alphabet=st.characters(blacklist_characters="/\\.", categories=["L", "N", "P"]))
)
def test_every_number_is_found_under_itself(number):
    assert names(unicodedata.normalize("NFC", number), "zz zz").find(f"{number}.jpg").article.listing == 0
