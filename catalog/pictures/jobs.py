"""Asking the worker to go on with pictures; one job of a supplier at a time, asked for twice it is done once."""

from procrastinate.contrib.django import app

from catalog.models import ImportRun, PictureZip


def keep_later(zip: PictureZip) -> None:
    app.configure_task("catalog.tasks.keep_pictures", lock=f"pictures-{zip.supplier_id}").defer(zip=zip.pk)


def fetch_later(run: ImportRun) -> None:
    app.configure_task("catalog.tasks.fetch_pictures", lock=f"pictures-{run.supplier_id}").defer(run=run.pk)
