"""Number formats, hidden and struck rows tell the same in each kind of workbook, and never stop the reader."""

import io
import random
import struct
import time
import zipfile

import pytest

from tabular import open_book
from tabular.formats import label_of
from tabular.styles import formats_of
from tests.tabular.styled import (
    DOLLAR,
    EURO,
    HUNDRED,
    NUMBER,
    NUMBER_STYLES,
    PERCENT,
    PLAIN,
    WRITERS,
    ods_cell,
    ods_of,
    small_xls,
    styled,
    zipped,
)
from tests.tabular.test_reading_hostile import mutated

ROWS = [["Nr", "Name", "Preis", "USD", "MwSt", "EUR"]] + [[n, f"Brot {n}", n + 0.5, 2.5, 0.07, 3.5] for n in range(9)]
FORMATS = {0: NUMBER, 2: HUNDRED, 3: DOLLAR, 4: PERCENT, 5: EURO}
kinds = pytest.mark.parametrize("kind", WRITERS)


def formats(data):
    book = open_book(data)
    return book.format.kind, book.sheets[0].formats(2)


@kinds
def test_formats_tell_what_a_price_is_for_in_which_money_and_zeros_to_fill(kind):
    found, formats_ = formats(styled(kind, ROWS, FORMATS))

    assert found == kind
    assert [[label_of(code) for code in formats_.of_cell(row, 2)] for row in (3, 10)] == [["€/100 St"]] * 2
    assert [formats_.currency_of(3, column) for column in range(6)] == ["", "", "€", "$", "", "€"]
    assert formats_.zeros == {0: 5}
    assert "%" in formats_.codes[4][0]
    assert sorted(formats_.cells) == [2, 3]


@kinds
def test_hidden_rows_and_struck_cells_are_marked(kind):
    _, formats_ = formats(styled(kind, ROWS, FORMATS, hidden={4, 9}, struck={(6, 1), (6, 2)}))

    assert (formats_.marks.hidden, formats_.marks.struck) == ({4, 9}, {6: [1, 2]})


@kinds
def test_plain_cells_tell_nothing(kind):
    _, formats_ = formats(styled(kind, ROWS, {}))

    assert formats_.codes == dict.fromkeys(range(6), [PLAIN])
    assert not (formats_.cells or formats_.currency or formats_.zeros or formats_.marks.hidden or formats_.marks.struck)


def unpacked(data):
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def style(name, format_, parent=""):
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="{parent}"'
        f' style:data-style-name="{format_}"/>'
    )


HUNDREDS = NUMBER_STYLES[HUNDRED].format("N1")


def test_short_lists_of_excel_95_and_several_numbers_in_one_record_are_read():
    def record(kind, form, *values, text=b""):
        body = struct.pack(form, *values) + text
        return struct.pack("<HH", kind, len(body)) + body

    euro = b'0.00" \x80/100 St"'
    begin, end = record(0x809, "<HH", 0x0500, 5), record(0x0A, "")
    styles = b"".join(record(0x31, "<HH", 200, 8 * (at == 4)) for at in range(5))  # the fifth, which has the number 5
    styles += record(0x41E, "<HB", 164, len(euro), text=euro)
    styles += record(0xE0, "<HH", 0, 0) + record(0xE0, "<HH", 5, 164)
    start = len(begin) + len(styles) + 16 + len(end)
    book = begin + styles + record(0x85, "<IBBB", start, 0, 0, 5, text=b"Liste") + end
    row = record(0x208, "<HHHHHHI", 1, 0, 3, 0, 0, 0, 0x20)
    sheet = begin + row + record(0xBD, "<HHHIHIH", 1, 1, 0, 0, 1, 0, 2) + end

    found = formats_of(small_xls(book + sheet), "xls", "Liste", 2)

    assert found.cells == {2: {2: '0.00" €/100 St"'}}
    assert (found.marks.hidden, found.marks.struck) == ({2}, {2: [2]})


def test_conditions_of_ods_stand_before_the_format_and_parts_keep_their_own():
    own = NUMBER_STYLES[EURO].format("N1")
    common = (
        '<document><number:number-style style:name="N1"><number:text>je 100</number:text></number:number-style>'
        + style("basis", "N1")
        + "</document>"
    )
    table = f"<table:table-row>{ods_cell(1.5, 'ce')}{ods_cell(1.5, 'basis')}</table:table-row>"
    data = zipped({**unpacked(ods_of(own + style("ce", "N1"), table)), "styles.xml": common})

    assert formats_of(data, "ods", "Liste", 1).codes == {0: ['0.00" "[$€];"-"0.00[$€]'], 1: ['"je 100"']}


def test_cells_of_ods_take_the_format_of_their_column_or_row_or_parent_style():
    styles = HUNDREDS + style("basis", "N1") + style("built", "", "basis") + style("circle", "", "circle")
    table = (
        '<table:table-column/><table:table-column table:number-columns-repeated="16000"'
        ' table:default-cell-style-name="basis"/>'
        f"<table:table-row>{ods_cell('Preis', '')}</table:table-row>"
        '<table:table-row table:default-cell-style-name="built">'
        f"{ods_cell(1.5, '')}{ods_cell(2.5, 'circle')}</table:table-row>"
        f"<table:table-row>{ods_cell(1.5, 'nowhere')}{ods_cell(2.5, '')}</table:table-row>"
    )

    _, formats_ = formats(ods_of(styles, table))

    assert formats_.cells == {
        0: {1: PLAIN, 2: '0.00" €/100 St"', 3: PLAIN},
        1: {2: PLAIN, 3: '0.00" €/100 St"'},
    }


def test_repeated_rows_and_cells_of_ods_are_counted():
    twice = ods_cell(1.5, "ce", 'table:number-columns-repeated="2"')
    table = (
        f'<table:table-row table:number-rows-repeated="3" table:visibility="filter">{twice}</table:table-row>'
        '<table:table-row table:number-rows-repeated="5" table:visibility="collapse"><table:table-cell/>'
        "</table:table-row>"
        f'<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>{ods_cell(1.5, "ce")}'
        "</table:table-row>"
    )

    _, formats_ = formats(ods_of(HUNDREDS + style("ce", "N1"), table))

    assert {column: list(rows) for column, rows in formats_.cells.items()} == {0: [1, 2, 3], 1: [1, 2, 3], 2: [9]}
    assert formats_.marks.hidden == {1, 2, 3}


@pytest.mark.parametrize("rows", ["999999999", "-5", "viele"])
def test_numbers_out_of_reason_end_soon(rows):
    started = time.monotonic()
    table = (
        f'<table:table-column table:number-columns-repeated="{rows}"/><table:table-row'
        f' table:number-rows-repeated="{rows}">{ods_cell(1.5, "ce")}</table:table-row>'
    )
    data = ods_of(HUNDREDS.replace('digits="1"', f'digits="{rows}"') + style("ce", "N1"), table)

    formats_ = formats_of(data, "ods", "Liste", 2)

    assert all(len(code) < 100 for codes in formats_.codes.values() for code in codes)
    assert time.monotonic() - started < 5


def test_styles_by_the_ten_thousand_end_soon():
    started = time.monotonic()
    styles = (
        HUNDREDS.replace("</number:n", "<number:text>€</number:text>" * 100_000 + "</number:n")
        + '<number:number-style style:name="N2">'
        + '<style:map style:apply-style-name="N1"/>' * 20_000
        + "</number:number-style>"
        + "".join(style(f"s{at}", "N2" if at == 0 else "", f"s{at - 1}") for at in range(20_000))
    )
    table = "".join(f"<table:table-row>{ods_cell(1.5, f's{at}')}</table:table-row>" for at in range(20_000))

    assert formats_of(ods_of(styles, table), "ods", "Liste", 1).cells[0][1].startswith('0.00" €/100 St"')
    assert time.monotonic() - started < 5


def test_a_document_type_is_not_followed():
    head = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]>'
    table = f"<table:table-row>{ods_cell('&a;', 'ce')}</table:table-row>"

    assert not formats_of(ods_of(HUNDREDS + style("ce", "N1"), table, head), "ods", "Liste", 1).codes


@kinds
def test_a_sheet_that_is_not_there_and_bytes_of_another_kind_tell_nothing(kind):
    data = styled(kind, ROWS, FORMATS)

    assert not formats_of(data, kind, "Andere", 2).codes
    assert not formats_of(b"PK" + data[2:200], kind, "Liste", 2).codes


@kinds
def test_damaged_workbooks_tell_something_or_nothing_and_soon(kind):
    chance = random.Random(f"{kind} styles")
    seed = styled(kind, ROWS * 20, FORMATS, hidden={4}, struck={(6, 1)})
    parts = unpacked(seed)
    for _ in range(60):
        started = time.monotonic()
        if parts:
            name = chance.choice(sorted(parts))
            data = zipped({**parts, name: mutated(parts[name], chance)})
        else:
            data = mutated(seed, chance)
        formats_of(data, kind, "Liste", 2)
        assert time.monotonic() - started < 5
