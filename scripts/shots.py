"""Look at pages: screenshots at desk and phone width, axe, overflow, console and missing files.

    python scripts/shots.py /suche/?q=apfel /korb/ --as buyer@example.org
    python scripts/shots.py --tour          each demo login's pages

Pictures go to var/shots; every fault is printed, and the exit is 1 when there was one.
"""

import argparse
import os
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {1280: False, 390: True}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TOUR = {
    "": ["/", "/suche/?q=apfel", "/produzenten/", "/mitmachen/", "/konto/login/", "/konto/password/reset/"],
    "buyer": [
        "/heute/",
        "/suche/?q=apfel",
        "/korb/",
        "/bestellungen/",
        "/lieferanten/",
        "/konto/email/",
        "/konto/2fa/",
    ],
    "supplier": ["/heute/", "/verkauf/artikel/", "/verkauf/import/", "/verkauf/bestellungen/", "/verkauf/kunden/"],
}


def sign_in(page: Page, base: str, email: str, password: str) -> None:
    page.goto(f"{base}/konto/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.click("main button:has-text('Anmelden')")
    page.wait_for_load_state("networkidle")
    if "/login/" in page.url:
        sys.exit(f"{email} cannot sign in")


def look(page: Page, url: str, picture: Path, width: int) -> list[str]:
    """Open the page, take its picture, return what is wrong with it."""
    faults: list[str] = []
    page.on("response", lambda answer: faults.extend([f"{answer.status} {answer.url}"] * (answer.status >= 400)))
    page.on("console", lambda line: faults.extend([f"console: {line.text}"] * _is_own_fault(line)))
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    try:
        page.goto(url, wait_until="networkidle")
    except Error as error:
        return [*faults, str(error).splitlines()[0]]
    page.evaluate("document.querySelectorAll('img[loading]').forEach(image => image.loading = 'eager')")
    page.set_viewport_size({"width": width, "height": page.evaluate("document.documentElement.scrollHeight")})
    page.wait_for_timeout(200)
    page.screenshot(path=picture)
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if too_wide > 0:
        faults.append(f"too wide by {too_wide} px")
    page.evaluate(AXE.read_text())
    for finding in page.evaluate("axe.run()")["violations"]:
        nodes = finding["nodes"]
        faults.append(f"axe {finding['id']} ({len(nodes)}): {nodes[0]['target']} {nodes[0]['html'][:160]}")
    return faults


def _is_own_fault(line) -> bool:
    """Answers of 400 and above are named with their address elsewhere."""
    return line.type == "error" and not line.text.startswith("Failed to load resource")


def visit(browser: Browser, arguments: argparse.Namespace, email: str, paths: list[str]) -> int:
    found = 0
    for width, phone in WIDTHS.items():
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, is_mobile=phone, has_touch=phone, locale="de-DE")
        context.set_default_timeout(60_000)
        if email:
            sign_in(context.new_page(), arguments.base, email, arguments.password)
        for path in paths:
            page = context.new_page()
            name = re.sub(r"\W+", "-", f"{email.partition('@')[0]}{path}").strip("-") or "start"
            faults = look(page, arguments.base + path, arguments.out / f"{name}-{width}.png", width)
            print(f"{'FAULT' if faults else 'ok   '} {width} {path} {name}-{width}.png")
            for fault in faults:
                print("      ", fault)
            found += len(faults)
            page.close()
        context.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--base", default=os.environ.get("BASE_URL", "http://localhost:8000"))
    parser.add_argument("--as", dest="email", default="", help="sign in first")
    parser.add_argument("--password", default=os.environ.get("DEMO_PASSWORD", "leipzig-vernetzt"))
    parser.add_argument("--out", type=Path, default=ROOT / "var" / "shots")
    parser.add_argument("--tour", nargs="*", metavar="ROLE=EMAIL", help="the usual pages: visitor, buyer=…, supplier=…")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    visits = [(arguments.email, arguments.paths)] if arguments.paths else []
    if arguments.tour is not None:
        people = dict(pair.split("=") for pair in arguments.tour)
        visits += [(people.get(role, ""), paths) for role, paths in TOUR.items() if not role or role in people]
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        found = sum(visit(browser, arguments, email, paths) for email, paths in visits)
        browser.close()
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
