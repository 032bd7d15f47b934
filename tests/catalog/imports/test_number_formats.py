"""Where a sheet is too large to look at each cell, number formats that say different things say nothing."""

from catalog.imports import Checker, read
from tabular.styles import xlsx
from tests.catalog.imports.workbooks import NET
from tests.catalog.imports.workbooks_formats import HUNDRED, PIECE, formatted


def rules(data):
    return [{finding.rule for finding in draft.findings} for draft in Checker(read(data), NET).drafts()]


def test_formats_that_differ_are_asked_about(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_BYTES", 10)

    assert rules(formatted(HUNDRED, PIECE)) == [{"price_quantity_unclear"}] * 2


def test_formats_that_agree_are_believed(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_BYTES", 10)

    assert rules(formatted(HUNDRED, HUNDRED)) == [set()] * 2
