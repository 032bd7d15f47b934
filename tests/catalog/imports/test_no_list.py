"""What is said of a file in which no list is found."""

import pytest

from catalog.imports import read
from catalog.imports.review.messages import sentence
from tabular import Unreadable
from tests.catalog.imports.workbooks import workbook

PADDLES = (
    "Bootsbau Kielwasser;;;\n;;;\nArtikelnummer;P-210;P-220;P-230\n"
    "Bezeichnung;Stechpaddel Esche;Doppelpaddel Fichte;SUP-Paddel\nLänge cm;150;220;200\n"
    "Einheit;Stück;Stück;Stück\nPreis netto €;62,00;118,00;134,50\n"
)


@pytest.mark.parametrize(
    ("rows", "rule"),
    (
        (PADDLES, "turned"),
        ("Artikel;Brot;Zopf\nPreis;3,50;4,20\n", "turned"),
        ("Artikel: ;Stechpaddel\nPreis: ;62,00\n", "no_table"),  # a sheet of one article
        ("Artikel;siehe;unten\nPreis;auf;Anfrage\n", "no_table"),
        ("Artikelnummer;Bezeichnung;Preis\n", "only_header"),
    ),
)
def test_a_list_on_its_side_is_told_from_none(rows, rule):
    with pytest.raises(Unreadable) as refused:
        read(rows.encode())

    assert refused.value.rule == rule
    assert sentence(rule, refused.value.params)


@pytest.mark.parametrize(
    ("lines", "rule"),
    (
        (["Nr\tBonbon\tPreis brutto", "B01\tHimbeere\t2,90", "B02\tMinze\t2,90"], "one_column"),
        (["Preise 2026", "Nr;Bonbon;Preis brutto", "B01;Himbeere;2,90", "B02;Minze;2,90", "B3;Malz;1"], "one_column"),
        (["Guten Tag; anbei", "die Liste; mit Preisen", "und Gruß; Ihr Bäcker"], "no_table"),
        (["Artikel; Preis", "finden Sie", "im Netz"], "no_table"),
    ),
)
def test_a_list_in_one_column_is_told_from_none(lines, rule):
    with pytest.raises(Unreadable) as refused:
        read(workbook(("Tabelle1", [[line] for line in lines])))

    assert refused.value.rule == rule
    assert sentence(rule, refused.value.params)
