"""Workers killed while pictures come: what hangs stays, what does not comes again, nothing is doubled."""

import json
import os
import random
import subprocess
import sys
import time

import psutil
import pytest
from django.core.files.base import ContentFile
from oscar.core.loading import get_model

from catalog.models import IncomingPicture, PicturesBefore
from catalog.pictures import zips
from tests.catalog.importing import imported, kornblum
from tests.catalog.pictures.gallery import HEAD, hanging_at, packed, stored
from tests.catalog.pictures.servers import picture, serving

pytestmark = pytest.mark.django_db(transaction=True)
ProductImage = get_model("catalogue", "ProductImage")
ARTICLES = 30

# Does what the two tasks do, with this machine's loopback in the place of the public net.
PROGRAM = """
import json, os, sys
import django
django.setup()
from django.db import connections
from catalog.models import ImportRun, PictureZip
from catalog.pictures import columns, zips
from catalog.pictures.fetching import Rules
columns.BATCH = zips.BATCH = 4
connections.close_all()
for line in sys.stdin:
    child = os.fork()
    if child:
        print(child, flush=True)
        continue
    try:
        said = json.loads(line)
        rules = Rules(allows=lambda address: address.is_loopback, ports=frozenset({said["port"]}), seconds=5)
        run, zip = ImportRun.objects.get(pk=said["run"]), PictureZip.objects.get(pk=said["zip"])
        while columns.fetch_some(run, rules) + zips.keep_some(zip):
            pass
    finally:
        os._exit(0)
"""


@pytest.fixture
def program():
    made = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ, text=True
    )
    yield made
    made.kill()
    made.wait()


def start(program, **said) -> psutil.Process:
    program.stdin.write(json.dumps(said) + "\n")
    program.stdin.flush()
    return psutil.Process(int(program.stdout.readline()))


def wait_for(process, limit=120):
    give_up = time.monotonic() + limit
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.05)


def test_kills_lose_and_double_nothing(program):
    supplier = kornblum()
    colours = [(at * 8, 255 - at * 8, at) for at in range(ARTICLES)]
    fetched, packed_ones = ([picture(colour, size) for colour in colours] for size in ((40, 30), (60, 45)))
    with serving() as site:
        rows = [f"{1000 + at};Ware {at};Stück;3,60;7;{site.put(f'/{at}.jpg', fetched[at])}" for at in range(ARTICLES)]
        rows += [f"{2000 + at};Torte {at};Stück;9,60;7;" for at in range(ARTICLES)]
        run = imported(supplier, "\n".join([HEAD, *rows]))
        files = {f"{2000 + at}.jpg": packed_ones[at] for at in range(ARTICLES)}
        zip = zips.take_zip(supplier, ContentFile(packed(files)), "a.zip", by=None)
        dice = random.Random(3)
        waiting = []
        for _ in range(12):
            worker = start(program, run=run.pk, zip=zip.pk, port=site.port)
            time.sleep(dice.uniform(0.05, 0.6))
            worker.kill()
            wait_for(worker)
            waiting.append(IncomingPicture.objects.filter(state="waiting").count())
        wait_for(start(program, run=run.pk, zip=zip.pk, port=site.port))

    assert waiting == sorted(waiting, reverse=True) and waiting[0] > 0
    assert set(IncomingPicture.objects.values_list("state", flat=True)) == {"kept"}
    assert ProductImage.objects.count() == PicturesBefore.objects.count() == 2 * ARTICLES
    assert hanging_at(supplier, "1007") == stored(fetched[7])
    assert hanging_at(supplier, "2029") == stored(packed_ones[29])
