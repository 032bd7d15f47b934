"""Delimited text in any dialect and encoding."""

import pytest

from tabular import open_book
from tabular.delimited import delimiter_of
from tabular.encoding import encoding_of

GERMAN = (
    "Nr;Bezeichnung;Preis\n1;Käse Größe Ø 12 mm;3,50 €\n2;„Bio“-Müsli ½ kg;2,10\n"
    "3;Öl für 5 m²;1,00\n4;Süßes Früchtebrot;4,20\n",
    "Artikel;Ort\nFrüchte;Köln\nÄpfel;Übach\nGemüse;Gößnitz\n",
    "Art;Text\n1;ÄPFEL UND BIRNEN\n2;KÄSE\n3;Würstchen\n",
    "Nr;Name;Preis\n1;Straußenei;9,00\n2;Weißwurst;2,00\n",
)


def rows(data, **choice):
    book = open_book(data, **choice)
    return book, list(book.sheets[0].rows())


@pytest.mark.parametrize("text", GERMAN)
@pytest.mark.parametrize(
    "encoding", ["cp1252", "iso8859-15", "cp850", "mac_roman", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_german_survives_every_encoding(text, encoding):
    data = text.encode(encoding, "ignore")

    assert data.decode(encoding_of(data)) == data.decode(encoding)


def test_the_euro_of_the_other_western_table_is_found_where_windows_has_another_sign():
    data = "Säge;89,90 €\nHammer;12,50 €\n".encode("iso8859-15")

    assert rows(data)[1] == [["Säge", "89,90 €"], ["Hammer", "12,50 €"]]
    assert open_book("Säge;89,90\nBürste ½;12,50 ´\n".encode("cp1252")).format.encoding == "cp1252"


def test_the_first_header_is_free_of_the_byte_order_mark():
    assert rows("\ufeffHauptartikelnr;Name\n1;A\n".encode())[1][0][0] == "Hauptartikelnr"


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(sign):
    lines = [["Nr", "Name", "Preis"], ["1", "Brot", "3.80"], ["2", "Kuchen", "12.00"]]
    book, found = rows("\n".join(sign.join(line) for line in lines).encode())

    assert (book.format.delimiter, found) == (sign, lines)


def test_semicolons_win_over_decimal_commas():
    book, found = rows(b"Nr;Name;Preis;UVP\n1;Brot, dunkel;3,80;4,20\n2;Kuchen;12,00;13,00\n3;Brot, hell;3,10;4,00\n")

    assert book.format.delimiter == ";"
    assert found[1] == ["1", "Brot, dunkel", "3,80", "4,20"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Roggenbrot 1 kg ..... 3,90 €\nMischbrot ..... 3,20 €\nBaguette ..... 1,80 €\n", ";"),
        ("Brot 3,90\nSemmel 0,40\nBrot, geschnitten 4,10\n", ";"),
        ("Brot\t3,90\nSemmel\t0,40\n", "\t"),
        ("Nr,Artikel,Preis\n1,Brot,3.90\n2,Semmel,0.40\n", ","),
        ("Artikelnummer,Preis\n4711,12\n4712,15\n", ","),
        ("Artikel,Preis\nBrot,390\nSemmel,40\n", ","),
        ('Artikel,Preis\nBrot,"3,90"\nSemmel,"0,40"\n', ","),
    ],
)
def test_a_decimal_comma_parts_no_columns(text, sign):
    assert delimiter_of(text) == sign


def test_a_sep_line_counts_as_a_row_and_is_obeyed():
    assert rows(b"sep=|\nNr|Name;Zusatz\n1|Brot\n")[1] == [[], ["Nr", "Name;Zusatz"], ["1", "Brot"]]


def test_quoted_line_breaks_stay_in_their_cell():
    assert rows(b'Nr;Text;Preis\n1;"Zeile 1\nZeile 2";3,00\n2;"Er sagte ""Moin""";4,00\n')[1][1:] == [
        ["1", "Zeile 1\nZeile 2", "3,00"], ["2", 'Er sagte "Moin"', "4,00"],
    ]  # fmt: skip


def test_a_stray_quotation_mark_swallows_no_rows():
    text = 'Nr;Name;Preis\n1;Rohr 1/2";3,00\n2;"1/2 Bogen;4,00\n3;Muffe;5,00\n4;"Platte; groß";6,00\n'

    found = rows(text.encode())[1]

    assert [row[0] for row in found] == ["Nr", "1", "2", "3", "4"]
    assert [row[-1] for row in found] == ["Preis", "3,00", "4,00", "5,00", "6,00"]
    assert found[4][1] == "Platte; groß"


def test_guarded_zeros_come_out_bare():
    assert rows(b'Nr;Name\n="0012";Brot\n')[1][1] == ["0012", "Brot"]


def test_a_person_may_choose_encoding_and_delimiter():
    book, found = rows("Nr,Name\n1,Käse\n".encode("cp850"), encoding="cp850", delimiter=",")

    assert (book.format.encoding, found[1]) == ("cp850", ["1", "Käse"])
