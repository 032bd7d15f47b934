"""The hidden key of an upload form: one click or two, nobody else's, and never in the way of another file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalog.agreements import create_price_list
from catalog.imports import service
from catalog.models import ImportRun, Upload
from tests.catalog.importing import LIST, kornblum

pytestmark = pytest.mark.django_db
KEY = "ABCDEFGN"


def send(client, text: str = LIST, key: str = KEY, price_list=None, **fields) -> ImportRun:
    where = ["catalog:price-list-upload", [price_list.reference]] if price_list else ["catalog:imports", []]
    file = SimpleUploadedFile("liste.csv", text.encode())
    answer = client.post(reverse(where[0], args=where[1]), {"file": file, "key": key} | fields)
    return ImportRun.objects.get(reference=answer.url.rstrip("/").rsplit("/", 1)[-1])


def test_a_second_click_is_the_same_run(owner):
    run = send(owner)

    assert send(owner) == run and run.upload.reference == KEY


def test_another_file_or_use_under_the_same_key_is_a_new_run(owner, supplier):
    hotels, schools = (create_price_list(supplier, name, by=None) for name in ("Hotels", "Schulen"))
    sent = [{}, {"text": LIST + "1004;Semmel;Stück;0,40;7;Brot\n"}, {"whole_range": "on"}]
    sent += [{"price_list": hotels}, {"price_list": schools}, {"price_list": schools, "prices": "gross"}]

    runs = [send(owner, **fields) for fields in sent]

    assert len(set(runs)) == len(sent)
    assert [send(owner, **fields) for fields in sent] == runs
    assert [run.price_list for run in runs[3:]] == [hotels, schools, schools]


def test_the_key_of_somebody_else_is_not_his_run(owner):
    other = service.start_import(kornblum("Anders"), LIST.encode(), "a.csv", by=None, key=KEY)

    run = send(owner)

    assert run != other and run.upload.reference != KEY
    assert send(owner) == run


@pytest.mark.parametrize("key", ["", "../../x", "ABCDEFGH", "x" * 300])
def test_what_is_no_key_names_nothing(owner, key):
    run = send(owner, key=key)

    assert Upload.objects.get() == run.upload and len(run.upload.reference) == 8 and run.upload.reference != key
