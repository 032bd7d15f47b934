"""A csv comes back as it came, with a note in each open row; uploaded again it takes only what is still open."""

import csv
import io
from itertools import zip_longest

import pytest
from django.urls import reverse
from django.utils import translation

from catalog.imports.cells import notes
from catalog.imports.review import marked_text, returned
from catalog.imports.review.marked_text import spelled
from catalog.models import ImportRun
from tests.catalog.importing import dry_run, imported, kornblum, person, prices

LETTERHEAD = "Bäckerei Kornblum;;;\r\nPreisliste, gültig ab 1.10.;;;\r\n\r\n"
LIST = (
    "Artikelnummer;Bezeichnung;Einheit;Preis netto;MwSt;Warengruppe\r\n"
    "1001;Roggenmischbrot;Stück;3,60;7;Brot\r\n"
    '1002;"Laugenbrezel\r\nmit Salz";Stück;auf Anfrage;7;Brötchen\r\n'
    "1003;Apfelkuchen;Stück;14,50;7;Kuchen\r\n"
    "1004;Grüne Grütze;Hümpel;4,50;9;Kuchen\r\n"
)


def back(run: ImportRun) -> bytes:
    return returned.marked(run)[0]


def changed_lines(old: bytes, new: bytes, codec: str) -> list[str]:
    """Lines of the new file that are not, byte for byte, those of the old one at the same place."""
    one, other = (data.decode(codec).split("\r\n") for data in (old, new))
    return [new for old, new in zip_longest(one, other) if old != new]


@pytest.mark.parametrize("codec", ["cp1252", "cp850", "mac_roman", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.django_db
def test_a_csv_comes_back_as_it_came_and_goes_on(codec):
    supplier, data = kornblum(), (LETTERHEAD + LIST).encode(codec)
    run = imported(supplier, data)
    assert (run.counts["created"], run.open_rows) == (2, 2)

    marked, kind = returned.marked(run)

    assert kind == "csv"
    header, pretzel, jelly = changed_lines(data, marked, codec)
    assert header.endswith(";Warengruppe;Import-Hinweis")
    assert pretzel.startswith('mit Salz";Stück;auf Anfrage;7;Brötchen;Offen: Preis netto: Statt eines Preises')
    assert "Einheit: " in jelly and "MwSt: " in jelly and "ü" in jelly
    again = imported(supplier, marked)
    assert (again.counts["unchanged"], again.counts["created"], again.open_rows) == (2, 0, 2)
    assert again.headers_fingerprint == run.headers_fingerprint and again.encoding == run.encoding
    assert back(again) == marked

    done = imported(supplier, back(again).decode(codec).replace("auf Anfrage", "0,49").encode(codec))

    assert (done.counts["unchanged"], done.counts["created"], done.open_rows) == (2, 1, 1)
    assert [line for line in changed_lines(data, back(done), codec) if "Brezel" in line or "mit Salz" in line] == [
        'mit Salz";Stück;0,49;7;Brötchen'
    ]


@pytest.mark.django_db
def test_what_has_nothing_open_comes_back_to_the_byte():
    supplier, data = kornblum(), LIST.replace("auf Anfrage", "0,49").replace("Hümpel;4,50;9", "Stück;4,50;7").encode()

    assert back(imported(supplier, data)) == data


@pytest.mark.parametrize("text", [LIST.rstrip(), LIST.replace("\r\n", "\n"), LIST.replace("\r\n", "\r")])
@pytest.mark.django_db
def test_line_ends_stay_and_the_last_line_may_lack_one(text):
    run = dry_run(kornblum(), text)

    marked = back(run).decode()

    note = "Offen: "
    assert marked.count(note) == 2
    assert [line.partition(f";{note}")[0].removesuffix(";Import-Hinweis") for line in marked.splitlines()] == (
        text.splitlines()
    )


@pytest.mark.django_db
def test_every_dialect_keeps_its_quotes_and_delimiters():
    rows = [*csv.reader(io.StringIO(LIST, newline=""), delimiter=";")]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=",", quoting=csv.QUOTE_ALL).writerows(rows)
    supplier = kornblum()

    marked = back(imported(supplier, text.getvalue())).decode()

    header, *lines = [*csv.reader(io.StringIO(marked, newline=""))]
    assert header == [*rows[0], "Import-Hinweis"] and marked.startswith('"Artikelnummer",')
    assert '"Import-Hinweis"\r\n' in marked and ',"Offen: Preis netto: ' in marked
    assert [row[:6] for row in lines] == rows[1:]
    assert imported(supplier, marked).counts["unchanged"] == 2


@pytest.mark.django_db
def test_a_row_with_a_cell_too_many_still_waits_when_it_comes_again():
    supplier = kornblum()
    data = LIST.replace("14,50;7;Kuchen", "14,50;7;Kuchen;verrutscht") + "1005;Torte;Stück;9,00;7;Kuchen\r\n" * 9
    run = imported(supplier, data)
    assert "row_too_long" in run.findings.values_list("rule", flat=True)

    marked = back(run).decode()

    assert ";14,50;7;Kuchen;verrutscht;Offen: Spalte G: Die Zeile hat mehr Zellen" in marked
    again = imported(supplier, marked)
    assert (again.counts["held_back"], again.counts["created"]) == (run.counts["held_back"], 0)
    assert prices(supplier) == prices(supplier) and "1003" not in prices(supplier)


@pytest.mark.django_db
def test_a_spreadsheet_may_save_it_again():
    """Excel fills every row up to the width of the widest and quotes as it likes."""
    supplier = kornblum()
    run = imported(supplier, LIST)
    rows = [*csv.reader(io.StringIO(back(run).decode(), newline=""), delimiter=";")]
    width = max(map(len, rows))
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=";").writerows([*row, *[""] * (width - len(row))] for row in rows)

    again = imported(supplier, saved.getvalue().replace("auf Anfrage", "0,49"))

    assert (again.counts["unchanged"], again.counts["created"], again.open_rows) == (2, 1, 1)
    assert back(again).decode().count("Import-Hinweis") == 1 and back(again).decode().count("Offen: ") == 1


@pytest.mark.django_db
def test_an_own_cell_that_begins_like_our_note_stays():
    supplier = kornblum()
    data = LIST.replace("Warengruppe", "Termin").replace(";Kuchen", ";Offen: nach Absprache").encode()

    run = imported(supplier, data)

    first, second = (line for line in back(run).decode().split("\r\n") if "Apfelkuchen" in line or "Grütze" in line)
    assert first == "1003;Apfelkuchen;Stück;14,50;7;Offen: nach Absprache"
    assert second.startswith("1004;Grüne Grütze;Hümpel;4,50;9;Offen: nach Absprache;Offen: ")


@pytest.mark.django_db
def test_bytes_that_no_encoding_explains_are_not_rewritten():
    data = LIST.encode() + b"\xff\xfe;kaputt\r\n"
    run = dry_run(kornblum(), data)

    marked, kind = returned.marked(run)

    rest = [line for line in marked.split(b"\r\n") if b"kaputt" in line] if kind == "csv" else []
    assert kind == "xlsx" or rest[0].startswith(b"\xff\xfe;kaputt")


def test_a_note_is_spelled_in_the_letters_there_are():
    assert spelled("Größe „12 €“ – prüfen…", "ascii") == "Groesse '12 EUR' - pruefen..."
    assert spelled("Größe „12 €“", "cp850") == "Größe '12 EUR'"
    assert spelled("Größe „12 €“", "cp1252") == "Größe „12 €“"
    assert spelled("Łódź 价", "ascii") == "?odz ?"


def test_plain_letters_stay_plain():
    """Without one special letter nobody knows the encoding: the note brings none in."""
    data = b"Artikelnummer;Bezeichnung;Preis netto\n1;Brot;\n"

    assert marked_text.marked(data, {2: "Preis netto: für „Brot“ fehlt er"}, 1).isascii()


def test_no_note_begins_a_formula_and_none_opens_a_cell():
    data = b'Nr,"=1+1",Preis\n1,Brot,ab\n'

    new = marked_text.marked(data, {2: '=cmd|"/c calc"!A1, "x"\n@y'}, 1)

    row = [*csv.reader(io.StringIO(new.decode(), newline=""))][1]
    assert row == ["1", "Brot", "ab", "Offen: =cmd|'/c calc'!A1, 'x' @y"]


def test_the_words_of_the_column_are_known_in_both_languages():
    for place, language in enumerate(["de", "en"]):
        with translation.override(language):
            new = marked_text.marked("Nr;Name\n1;Käse\n".encode(), {2: "x"}, 1).decode()
        assert new == f"Nr;Name;{notes.HEADERS[place]}\n1;Käse;{notes.STARTS[place]}x\n"


@pytest.mark.django_db
def test_the_page_gives_the_file_its_own_name_and_ending(client):
    supplier = kornblum()
    client.force_login(person(supplier, "supplier_owner"))
    run = dry_run(supplier, LIST)

    answer = client.get(reverse("catalog:import-returned", args=[run.reference]))

    assert answer["Content-Type"].startswith("text/csv")
    assert "liste%20gepr%C3%BCft.csv" in answer["Content-Disposition"]
    assert b"Import-Hinweis" in b"".join(answer.streaming_content)
