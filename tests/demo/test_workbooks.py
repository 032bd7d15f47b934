"""The messy workbooks: readable, reproducible, each in another shape, with the slips they claim."""

import pytest

from marketplace.demo.people import producers
from marketplace.demo.workbooks import new_prices, price_list
from tabular import open_book

PRODUCERS = {producer.slug: producer for producer in producers()}
by_producer = pytest.mark.parametrize("slug", PRODUCERS)


def cells(workbook):
    book = open_book(workbook.content)
    return [[row for row in sheet.rows()] for sheet in book.sheets]


@by_producer
def test_every_article_stands_in_its_workbook(slug):
    workbook = price_list(PRODUCERS[slug])

    written = {str(cell) for sheet in cells(workbook) for row in sheet for cell in row}

    for article in workbook.articles:
        if article.name:
            assert any(text.startswith(article.name) for text in written), article.name


@by_producer
def test_same_seed_gives_the_same_cells(slug):
    assert cells(price_list(PRODUCERS[slug], seed=7)) == cells(price_list(PRODUCERS[slug], seed=7))


def test_another_seed_spoils_other_rows():
    bakery = PRODUCERS["backstube-hollenbach"]

    assert price_list(bakery, seed=1).spoiled != price_list(bakery, seed=2).spoiled


def test_every_layout_is_used_once_and_all_formats_occur():
    layouts = [producer.layout for producer in PRODUCERS.values()]
    endings = {price_list(producer).name.rsplit(".")[-1].lower() for producer in PRODUCERS.values()}

    assert len(set(layouts)) == len(layouts)
    assert endings == {"xlsx", "xls", "ods", "csv", "txt"}


def test_later_list_raises_prices_and_drops_articles():
    bakery = PRODUCERS["backstube-hollenbach"]

    before = {article.number: article.price for article in bakery.articles()}
    later = new_prices(bakery).articles

    assert len(later) == len(before) - 3
    raised = [article for article in later if article.price > before[article.number]]
    assert len(later) / 3 < len(raised) < len(later)
