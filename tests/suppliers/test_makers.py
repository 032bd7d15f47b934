"""The public list and map of producers, and the outline that an operator loads."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from suppliers import region as outline
from tests.orders import region

AREA = {"type": "Polygon", "coordinates": [[[12.3, 51.3], [12.4, 51.3], [12.4, 51.4], [12.3, 51.3]]]}


def page(client, **query):
    return client.get(reverse("suppliers:suppliers"), query).content.decode()


def test_everybody_sees_the_open_shops(client, db):
    region.supplier("Mühle Zwenkau")
    region.supplier("Zu", is_open=False)
    text = page(client)
    assert "Mühle Zwenkau" in text
    assert "1 Betrieb" in text


def test_a_suspended_producer_is_gone_from_list_and_page(client, db):
    mill = region.supplier("Mühle Zwenkau")
    mill.organisation.status = "suspended"
    mill.organisation.save()
    assert "Mühle Zwenkau" not in page(client)
    assert client.get(mill.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("query, found", [({"q": "zwen"}, True), ({"q": "Kaffee"}, False), ({"day": "6"}, False)])
def test_the_list_is_narrowed_by_word_and_day(client, db, query, found):
    region.supplier("Mühle Zwenkau", weekdays=[1, 4])
    assert ("Mühle Zwenkau" in page(client, **query)) is found


def test_the_list_costs_the_same_for_one_and_six(client, db):
    counts = []
    for more in (1, 5):
        for number in range(more):
            region.supplier(f"Betrieb {more}-{number}")
        with CaptureQueriesContext(connection) as queries:
            page(client)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_outline_is_kept_slim(tmp_path, db, settings):
    settings.MEDIA_ROOT = tmp_path
    file = tmp_path / "region.json"
    shaky = json.loads(json.dumps(AREA).replace("12.3,", "12.312345678,"))
    file.write_text(json.dumps({"features": [{"geometry": shaky, "properties": {"Einwohner": 9}}]}))
    call_command("load_region", file)
    kept = (tmp_path / outline.OUTLINE).read_text()
    assert "12.3123," in kept
    assert "Einwohner" not in kept


@pytest.mark.parametrize("text", ["no json", "{}", '{"features": []}'])
def test_another_file_is_refused(tmp_path, db, text):
    file = tmp_path / "region.json"
    file.write_text(text)
    with pytest.raises(CommandError):
        call_command("load_region", file)
