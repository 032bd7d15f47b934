"""A whole house for a tour: pages laid out, web server, worker and indexer running, and eyes that miss nothing."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import expect

from accounts.mail import letters

ROOT = Path(settings.BASE_DIR)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 60  # seconds that a busy machine may take for a job
PANELS = {"/cms/": ".lv-desk"}  # in Wagtail's admin axe judges what is ours


@pytest.fixture
def programs(live_server):
    """The worker and the indexer, ended with the tour; mails that the worker writes lead to this house too."""
    commands, env = ("run_worker", "run_indexer"), os.environ | {"BASE_URL": live_server.url}
    running = [subprocess.Popen([sys.executable, "manage.py", name], cwd=ROOT, env=env) for name in commands]
    yield
    for program in running:
        program.terminate()
    for program in running:
        program.wait(30)


@pytest.fixture
def house(live_server, programs, settings):
    """The address of an empty house that runs."""
    settings.BASE_URL = live_server.url
    call_command("set_up")
    return live_server.url


class Visitor:
    """A person with a browser of his own; every page that he sees is looked at by axe, once per address."""

    def __init__(self, context, house: str):
        self.page = context.new_page()
        self.house = house
        self.page.set_default_timeout(PATIENCE * 1000)
        self.faults: list[str] = []
        self._seen: set[str] = set()
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("response", lambda answer: answer.status >= 500 and self.faults.append(f"500 {answer.url}"))

    def go(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.house + path)
        self.look()

    def press(self, name: str, role: str = "button") -> None:
        """Press what is called so, and look where it leads."""
        self.page.get_by_role(role, name=name).first.click()
        self.page.wait_for_load_state()
        self.look()

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.fill(f"main [name={name}]", value)

    def sees(self, text: str | re.Pattern) -> None:
        expect(self.page.locator("main").get_by_text(text).first).to_be_visible(timeout=PATIENCE * 1000)

    def look(self) -> None:
        path = self.page.url.removeprefix(self.house).partition("?")[0]
        if path in self._seen:
            return
        self._seen.add(path)
        ours = next((panel for prefix, panel in PANELS.items() if path.startswith(prefix)), None)
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("scope => axe.run(scope || document)", ours)["violations"]
        self.faults += [f"axe on {path}: {fault['id']} {fault['nodes'][0]['html'][:120]}" for fault in found]

    def reads_mail(self, to: str, subject: str) -> str:
        """The first link in the mail with that subject, once the worker has delivered it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for letter in letters(to):
                if subject in letter.subject:
                    return re.search(r"https?://\S+", letter.text).group()
            time.sleep(0.3)
        raise AssertionError(f"no mail to {to} about {subject}: {[letter.subject for letter in letters(to)]}")


@pytest.fixture
def visitor(browser, house):
    """Makes visitors, and at the end of the tour asks each what he found wrong."""
    made = []

    def arrive(**options):
        context = browser.new_context(locale="de-DE", **options)
        made.append((context, Visitor(context, house)))
        return made[-1][1]

    yield arrive
    faults = [fault for _, person in made for fault in person.faults]
    for context, _ in made:
        context.close()
    assert faults == []
