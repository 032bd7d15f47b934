"""Elasticsearch and a browser for the tests that ask for them.

Where the machine lacks one, its tests are left out and the last lines of the run say so; with REQUIRE_ALL=1 they fail.
Tests that ask for `elasticsearch_url` or for Playwright's `page` are marked `elasticsearch` and `browser`, so that
`-m "not browser"` leaves them out on purpose.
"""

import os
import shutil

import hypothesis
import pytest

from scripts import elasticsearch

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
MARKED = {"browser": {"page", "context", "browser"}, "elasticsearch": {"elasticsearch_url"}}

# A busy machine is no fault of the code under test.
hypothesis.settings.register_profile(
    "house", deadline=None, database=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")


def chromium():
    """The machine's browser: the one that CHROMIUM names, or one that is on the path; None without."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def pytest_collection_modifyitems(items):
    for item in items:
        for mark, fixtures in MARKED.items():
            if fixtures & set(getattr(item, "fixturenames", ())):
                item.add_marker(mark)


def missing(what):
    """The machine lacks something: a failure where all is required, else left out, loudly."""
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"REQUIRE_ALL=1, but {what}")
    pytest.skip(f"LEFT OUT: {what}")


@pytest.fixture(scope="session")
def elasticsearch_url():
    """The address of a real server: ELASTICSEARCH_URL if that is set, else the one under var/elasticsearch."""
    if url := os.environ.get("ELASTICSEARCH_URL"):
        return url
    try:
        return elasticsearch.start()[0]
    except elasticsearch.Unavailable as reason:
        missing(f"no Elasticsearch: {reason}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Playwright with the machine's own Chromium."""
    if not chromium():
        missing("no browser: Chromium is not installed (Debian: apt-get install chromium)")
    return browser_type_launch_args | {"executable_path": chromium(), "args": QUIET}


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)]
    left_out = [reason for reason in reasons if "LEFT OUT" in reason]
    for reason in sorted(set(left_out)):
        terminalreporter.write_line(f"{left_out.count(reason)} tests {reason.removeprefix('Skipped: ')}", red=True)
