"""What number formats and hidden rows say of prices holds for a list in any kind of workbook."""

import pytest

from catalog.imports import Checker, read
from catalog.imports.review import marked_book
from tests.catalog.imports.workbooks import NET
from tests.tabular.styled import DOLLAR, EURO, HUNDRED, NUMBER, PERCENT, PLAIN, WRITERS, styled

HEADER = ["Art.-Nr.", "Artikel", "Einheit", "Preis", "MwSt"]
ROWS = [HEADER, [12, "Schraube", "Stk", 1.95, 0.07], [13, "Mutter", "Stk", 2.95, 0.07], [14, "Dübel", "Stk", 3.5, 0.07]]


def judged(kind, formats, **marked):
    return judged_bytes(styled(kind, ROWS, {4: PERCENT} | formats, **marked))


def judged_bytes(data):
    checker = Checker(read(data), NET)
    return [
        (
            draft.article_number,
            draft.price,
            draft.price_quantity,
            draft.vat_rate,
            [found.rule for found in draft.findings if found.severity in ("held_back", "refused")],
        )
        for draft in checker.drafts()
    ]


kinds = pytest.mark.parametrize("kind", WRITERS)


@kinds
def test_a_price_per_hundred_is_none_of_one_piece(kind):
    assert [quantity for _, _, quantity, *_ in judged(kind, {3: HUNDRED})] == [100] * 3


@kinds
def test_dollars_are_no_euros(kind):
    assert [rules for *_, rules in judged(kind, {3: DOLLAR})] == [["foreign_currency"]] * 3


@kinds
def test_article_numbers_keep_their_zeros(kind):
    assert [number for number, *_ in judged(kind, {0: NUMBER})] == ["00012", "00013", "00014"]


@kinds
def test_a_rate_in_per_cent_is_read(kind):
    assert {rate for _, _, _, rate, _ in judged(kind, {})} == {7}


@kinds
def test_hidden_and_struck_rows_wait(kind):
    assert [rules for *_, rules in judged(kind, {}, hidden={2}, struck={(4, 1)})] == [
        ["row_hidden"],
        [],
        ["row_struck"],
    ]


@kinds
@pytest.mark.parametrize("code", [PLAIN, EURO])
def test_plain_prices_stay_what_they_are(kind, code):
    assert [(quantity, rules) for _, _, quantity, _, rules in judged(kind, {3: code})] == [(1, [])] * 3


@kinds
def test_a_file_that_comes_back_says_the_same(kind):
    data = styled(kind, ROWS, {0: NUMBER, 3: HUNDRED, 4: PERCENT}, hidden={2}, struck={(4, 1)})

    back = marked_book.marked(data, kind, ["Liste"], [("Liste", "D2", "held_back", "Bitte prüfen")])

    assert judged_bytes(back) == judged_bytes(data)
    assert [number for number, *_ in judged_bytes(back)] == ["00012", "00013", "00014"]
