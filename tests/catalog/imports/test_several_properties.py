"""Whatever stands side by side, below each other or under sizes: no article is lost and no price is another's."""

import csv
import io
from collections import Counter
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.imports import Checker, Statement, read
from catalog.imports.cells.packaging import parse_pack
from catalog.imports.language.price_words import ENDS, STARTS, day_in, price_header

NET = Statement("net", Decimal(7))
CENTS = st.integers(100, 999)
LISTS = st.lists(st.lists(CENTS, min_size=2, max_size=8), min_size=2, max_size=3)


def written(rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode()


def euros(cents):
    return f"{cents // 100},{cents % 100:02}"


def drafts_of(rows):
    return list(Checker(read(written(rows)), NET).drafts())


@settings(max_examples=40, deadline=None)
@given(LISTS, st.booleans())
def test_lists_side_by_side_keep_every_article_with_its_price(lists, gap):
    between = [""] if gap else []
    blocks = [
        [["Nr", "Artikel", "Einheit", "Preis"]]
        + [[f"{at}{row:03}", f"Artikel {at} {row}", "Stk", euros(cents)] for row, cents in enumerate(block)]
        for at, block in enumerate(lists, 1)
    ]
    height = max(map(len, blocks))
    padded = [block + [[""] * 4] * (height - len(block)) for block in blocks]
    rows = [sum((block[at] + between for block in padded), []) for at in range(height)]

    drafts = drafts_of(rows)

    stated = {draft.article_number: (draft.price, draft.rows) for draft in drafts if draft.article_number}
    assert {number: price for number, (price, _) in stated.items()} == {
        f"{at}{row:03}": Decimal(cents) / 100 for at, block in enumerate(lists, 1) for row, cents in enumerate(block)
    }
    assert all(rows == (int(number[1:]) + 2,) for number, (_, rows) in stated.items())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CENTS, st.booleans()), min_size=2, max_size=8))
def test_each_size_has_the_price_of_its_column(goods):
    goods = [(goods[0][0], True), *goods[1:]]  # a column without any price is no size
    rows = [["Kaffee", "250 g", "1 kg"]]
    rows += [
        [f"Sorte {at}", euros(cents), euros(cents * 3) if large else ""] for at, (cents, large) in enumerate(goods)
    ]

    found = {draft.name: draft.price for draft in drafts_of(rows)}

    wanted = {f"Sorte {at} 250 g": Decimal(cents) / 100 for at, (cents, _) in enumerate(goods)}
    wanted |= {f"Sorte {at} 1 kg": Decimal(cents * 3) / 100 for at, (cents, large) in enumerate(goods) if large}
    assert found == wanted


@settings(max_examples=40, deadline=None)
@given(st.permutations(["Nr", "Artikel", "Einheit", "Preis netto"]), st.lists(CENTS, min_size=1, max_size=5))
def test_a_later_header_may_put_its_columns_anyhow(order, prices):
    values = {"Nr": "N{}", "Artikel": "Ware {}", "Einheit": "Stk", "Preis netto": "{}"}
    rows = [
        ["Nr", "Artikel", "Einheit", "Preis netto"],
        ["A1", "Brot", "Stk", "3,50"],
        ["A2", "Zopf", "Stk", "4,50"],
        order,
    ]
    rows += [
        [values[name].format(euros(cents) if name == "Preis netto" else at) for name in order]
        for at, cents in enumerate(prices)
    ]

    drafts = drafts_of(rows)

    found = {draft.article_number: draft.price for draft in drafts if draft.article_number}
    assert found == {"A1": Decimal("3.5"), "A2": Decimal("4.5")} | {
        f"N{at}": Decimal(cents) / 100 for at, cents in enumerate(prices)
    }
    assert Counter(row for draft in drafts for row in draft.rows) == Counter(range(2, len(rows) + 1))


@given(st.text(alphabet="0123456789/½¼¾ ,.kglmxX", max_size=14))
def test_pack_texts_are_read_or_not_without_a_crash(text):
    pack = parse_pack(text)
    assert pack is None or pack.content is None or pack.content > 0


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2098, 12, 31)))
def test_the_day_in_a_price_header_is_found(day):
    header = price_header(f"Preis ab {day:%d.%m.%Y}")
    assert header is not None and (header.starts, header.bound) == (day, 0)


@given(st.text(max_size=40))
def test_any_header_is_read_without_a_crash(text):
    assert price_header(text) is None or price_header(text).role
    assert {day_in(text, STARTS).__class__, day_in(text, ENDS).__class__} <= {date, type(None)}
