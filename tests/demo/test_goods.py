"""What the producers make is plausible and distinct."""

import pytest
from stdnum import ean

from catalog.categories import propose
from marketplace.demo.people import producers

SHELVES = {producer.slug: producer.articles() for producer in producers()}
by_producer = pytest.mark.parametrize("slug", SHELVES)


def test_region_has_at_least_3000_articles_and_some_large_ranges():
    sizes = [len(articles) for articles in SHELVES.values()]

    assert sum(sizes) >= 3000
    assert sum(size >= 300 for size in sizes) >= 3


@by_producer
def test_no_article_is_there_twice(slug):
    articles = SHELVES[slug]

    assert len({(article.name, article.content, article.unit) for article in articles}) == len(articles)
    numbers = [article.number.casefold() for article in articles if article.number]
    assert len(set(numbers)) == len(numbers)


@by_producer
def test_prices_are_positive_and_fall_with_quantity(slug):
    for article in SHELVES[slug]:
        ladder = [article.price, *(price for _, price in article.steps)]
        assert article.price > 0
        assert ladder == sorted(ladder, reverse=True), article
        bounds = [bound for bound, _ in article.steps]
        assert bounds == sorted(set(bounds))


@by_producer
def test_gtins_pass_their_check_digit(slug):
    gtins = [article.gtin for article in SHELVES[slug] if article.gtin]

    assert all(ean.is_valid(gtin) for gtin in gtins)
    assert len(set(gtins)) == len(gtins)


def test_nine_tenths_of_the_articles_stand_in_a_group_that_has_a_category():
    articles = [article for shelf in SHELVES.values() for article in shelf]

    placed = [article for article in articles if propose(article.group)]

    assert len(placed) / len(articles) > 0.9
