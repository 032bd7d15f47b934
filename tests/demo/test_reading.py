"""The real import reads the messy workbooks: right columns, right net prices, and it sees what is spoiled."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest

from catalog.imports import Checker, Statement, read
from catalog.units import unit_of
from marketplace.demo.layouts.parts import title, whole_title
from marketplace.demo.people import producers
from marketplace.demo.workbooks import price_list

PRODUCERS = {producer.slug: producer for producer in producers()}
by_producer = pytest.mark.parametrize("slug", PRODUCERS)
STOPPED = {"held_back", "refused"}


@cache
def judged(slug):
    """The producer's list and the drafts of its articles, in the order of the file."""
    producer = PRODUCERS[slug]
    workbook = price_list(producer)
    rate = None if producer.small_business else Decimal(producer.vat)
    checker = Checker(read(workbook.content), Statement(producer.prices, rate, producer.small_business))
    drafts = [checker.draft(entry) for entry in checker.entries()]
    return workbook, [draft for draft in drafts if draft.outcome != "skipped"]


def net_for(article, draft, producer):
    """What the article costs for the draft's price quantity; a gross list loses at most the rounding of its cents."""
    stated = article.gross * 100 / (100 + article.vat) if producer.prices == "gross" else article.price
    return (stated / article.per * draft.price_quantity).quantize(Decimal("0.0001"), ROUND_HALF_UP)


@by_producer
def test_every_article_has_exactly_one_draft(slug):
    workbook, drafts = judged(slug)

    assert len(drafts) == len(workbook.articles)


@by_producer
def test_what_is_right_is_taken_with_its_price_unit_and_rate(slug):
    producer = PRODUCERS[slug]
    workbook, drafts = judged(slug)

    for place, (article, draft) in enumerate(zip(workbook.articles, drafts, strict=True)):
        if place in workbook.spoiled or draft.outcome in STOPPED:
            continue
        assert draft.price == net_for(article, draft, producer), article
        assert (draft.article_number or "") == article.number
        assert draft.name.startswith((title(article), whole_title(article)))
        assert draft.vat_rate == (0 if producer.small_business else article.vat)
        if producer.layout != "plain_numbers":  # it names no unit, so pieces are assumed
            assert draft.unit == unit_of(article.unit).code


@by_producer
def test_steps_arrive(slug):
    _, drafts = judged(slug)
    has_step_columns = PRODUCERS[slug].layout in {"step_columns", "step_pairs", "step_rows"}

    assert has_step_columns == any(draft.steps for draft in drafts)


@by_producer
def test_spoiled_rows_are_not_taken(slug):
    workbook, drafts = judged(slug)

    for place, fault in workbook.spoiled.items():
        assert drafts[place].outcome in STOPPED, (fault, workbook.articles[place])


@by_producer
def test_hardly_anything_else_is_stopped(slug):
    """Trays of the country bakery are a unit that only its baker can explain; a few odd sizes look like slips."""
    workbook, drafts = judged(slug)

    stopped = [
        draft for place, draft in enumerate(drafts) if draft.outcome in STOPPED and place not in workbook.spoiled
    ]
    explained = [draft for draft in stopped if any(finding.rule == "unit_unknown" for finding in draft.findings)]
    assert len(stopped) - len(explained) <= len(drafts) * 0.03 + 1
