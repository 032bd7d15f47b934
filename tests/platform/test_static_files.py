"""Static files are named and compressed when there is something new among them."""

import os

import pytest
from django.core.files.storage import FileSystemStorage

from marketplace.static_files import StaticFiles


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "style.css").write_text("body { color: black }" * 20)
    return tmp_path


def collect(folder):
    storage = StaticFiles(location=str(folder), base_url="/static/")
    source = FileSystemStorage(location=str(folder))
    return [
        name for name, *_ in storage.post_process({path.name: (source, path.name) for path in folder.glob("*.css")})
    ]


def test_what_was_done_before_is_not_done_again(folder):
    assert "style.css" in collect(folder)
    for hashed in folder.glob("style.*.css"):
        hashed.rename(folder / "aside")

    assert collect(folder) == []


@pytest.mark.parametrize("name", ["style.css", "more.css"])
def test_a_newer_file_is_done(folder, name):
    collect(folder)
    for hashed in folder.glob("style.*.css"):
        hashed.rename(folder / "aside")
    (folder / name).write_text("body { color: white }" * 20)
    later = (folder / "staticfiles.json").stat().st_mtime + 1
    os.utime(folder / name, (later, later))

    assert name in collect(folder)
