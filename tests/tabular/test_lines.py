"""Rows with their own characters: nothing is lost, and the cells are those of the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabular import lines_of
from tabular.delimited import rows_of

SIGNS = st.text(alphabet='ab;,"\t\n\r\x00\x0b =1', max_size=120)


@given(SIGNS, st.sampled_from(";,\t"))
def test_all_characters_come_back_in_order(text, delimiter):
    assert "".join(raw for raw, _ in lines_of(text, delimiter)) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_counted_as_the_reader_counts_them(end):
    text = end.join(["sep=;", "Bäckerei", "", "Nr;Name", '1;"Brot', 'und Butter"', '2;12" Pizza', "3;Käse"])

    found = list(lines_of(text, ";"))

    assert [cells for _, cells in found] == list(rows_of(text, ";"))
    assert found[4][0] == f'1;"Brot{end}und Butter"{end}' and found[-1][0] == "3;Käse"


def test_a_stray_quotation_mark_keeps_lines_apart():
    text = "Nr;Name;Preis\n" + "".join(f'{number};Rohr 3" lang;1,00\n' for number in range(5))

    assert [raw for raw, _ in lines_of(text, ";")] == text.splitlines(keepends=True)
