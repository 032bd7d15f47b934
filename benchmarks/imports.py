"""How fast and how lean an import is, beside COPY of the same rows into the same tables."""

import csv
import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import psutil
from django.db import connection
from openpyxl import Workbook

from benchmarks import Figure
from catalog.imports import Statement, service
from catalog.models import ImportRun
from search import indexer
from search.engines import configured
from suppliers.models import Supplier
from tests.orders import region

ROWS, PRICES, LARGE = 20_000, 50_000, 100_000
HEADER = ["Artikelnummer", "Bezeichnung", "Beschreibung", "Einheit", "Preis netto", "MwSt", "Warengruppe", "Herkunft"]
GROUPS = ["Brot", "Brötchen", "Kuchen", "Käse", "Wurst", "Gemüse", "Obst", "Säfte"]
ONE_LARGE_IMPORT = """
import sys, django
django.setup()
from benchmarks.imports import one_large_import
one_large_import(*sys.argv[1:])
"""
NET = Statement("net", Decimal(7))
# Columns that must be others in a second copy of the same rows.
MOVED = {
    "catalogue_product": {"id": "id + 100000000"},
    "catalog_listing": {
        "id": "id + 100000000",
        "product_id": "product_id + 100000000",
        "supplier_id": "%(other)s",
        "reference": "left(md5(reference), 8)",
    },
    "partner_stockrecord": {
        "id": "id + 100000000",
        "product_id": "product_id + 100000000",
        "partner_id": "%(partner)s",
    },
    "catalogue_productcategory": {"id": "id + 100000000", "product_id": "product_id + 100000000"},
}


def rows(count: int, dearer: int = 0) -> Iterator[list[str]]:
    """A list of goods; every `dearer`th article costs ten cents more."""
    yield HEADER
    for number in range(count):
        cents = 100 + number % 900 + (10 if dearer and number % dearer == 0 else 0)
        price = f"{cents // 100},{cents % 100:02}"
        name, group = f"{GROUPS[number % 8]} Sorte {number}", GROUPS[number % 8]
        yield [f"A{number:06}", name, f"Aus der Region, Nummer {number}", "Stück", price, "7 %", group, "Sachsen"]


def as_csv(lines) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(lines)
    return text.getvalue().encode()


def as_xlsx(lines) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sortiment")
    for line in lines:
        sheet.append(line)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def take(supplier: Supplier, data: bytes, name: str) -> tuple[float, ImportRun]:
    """Seconds from bytes to committed."""
    start = time.perf_counter()
    run = service.start_import(supplier, data, name, by=None, statement=NET)
    run = service.commit_run(service.run_to_dry_run(run), by=None)
    return time.perf_counter() - start, run


def copy_beside(supplier: Supplier, other: Supplier) -> float:
    """Seconds for COPY of the supplier's rows, moved to another, into the four tables that an import writes."""
    buffers = {table: _copy_out(table, moved, supplier, other) for table, moved in MOVED.items()}
    start = time.perf_counter()
    with connection.cursor() as cursor:
        for table, data in buffers.items():
            with cursor.copy(f"COPY {table} FROM STDIN") as target:
                target.write(data)
    return time.perf_counter() - start


def _copy_out(table: str, moved: dict, supplier: Supplier, other: Supplier) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} LIMIT 0")
        columns = [moved.get(column.name, f'"{column.name}"') for column in cursor.description]
        key = "id" if table == "catalogue_product" else "product_id"
        mine = f"SELECT product_id FROM catalog_listing WHERE supplier_id = {supplier.pk}"
        chosen = ", ".join(columns) % {"other": other.pk, "partner": other.partner_id}
        with cursor.copy(f"COPY (SELECT {chosen} FROM {table} WHERE {key} IN ({mine})) TO STDOUT") as source:
            return b"".join(source)


def peak_above_idle(data: bytes, supplier: Supplier) -> float:
    """MB that a fresh process needs beyond what it had before it touched the file."""
    path = os.path.join(os.environ["VAR_DIR"], "large.xlsx")
    with open(path, "wb") as file:
        file.write(data)
    command = [sys.executable, "-c", ONE_LARGE_IMPORT, path, str(supplier.pk)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout)


def one_large_import(path: str, supplier: str) -> None:
    idle = psutil.Process().memory_info().rss
    with open(path, "rb") as file:
        take(Supplier.objects.get(pk=supplier), file.read(), "large.xlsx")
    # Not getrusage: its peak may be that of the process that started this one.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    print((int(peak[1]) * 1024 - idle) / 2**20)


def measure() -> Iterator[Figure]:
    for engine in configured():
        indexer.take_into_use(engine)  # so that each change is announced to it, in the import as in COPY
    supplier = region.supplier("Messbetrieb")
    data = as_csv(rows(ROWS))
    seconds, _run = take(supplier, data, "neu.csv")
    beside = ROWS / copy_beside(supplier, region.supplier("Vergleich"))
    yield Figure("import.new", ROWS / seconds, "rows/s", beside)

    seconds, run = take(supplier, data, "neu.csv")
    assert run.counts["unchanged"] == ROWS
    yield Figure("import.unchanged", ROWS / seconds, "rows/s", beside)

    prices = region.supplier("Preisbetrieb")
    take(prices, as_csv(rows(PRICES)), "liste.csv")
    seconds, run = take(prices, as_csv(rows(PRICES, dearer=10)), "preise.csv")
    assert run.counts["updated"] == PRICES // 10
    yield Figure("import.prices", seconds, "s", PRICES / beside)

    yield Figure("import.memory", peak_above_idle(as_xlsx(rows(LARGE)), region.supplier("Großbetrieb")), "MB")
