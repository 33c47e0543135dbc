"""Axe on every page in both languages at two widths: `python -m tools.axe [--resume] [words…]`.

The pages are those that the table of rights lets somebody read (`tests/access_*.py`), each as the
nearest of those sees it, in the table's own world, which is built anew in a database of its own.
Beside what axe finds it names every sentence of the catalogue that stands on a page in the other
language, and pages that are wider than the screen. With `--resume` what was in order the last time
is left out.
"""

import argparse
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Error, Page, ViewportSize, sync_playwright

from config import postgres
from tools.children import Child
from tools.static import are_static_files_collected, note_collected_static_files
from tools.visiting import NoOffice, chromium, chromium_arguments, free_port

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "it" / "LC_MESSAGES" / "django.po"
IN_ORDER = ROOT / ".data" / "axe" / "in-order.json"
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
DATABASE = "world_of_axe"
SET_UP = "import django; django.setup();"
LANGUAGES = ("it", "en")
SIZES: dict[str, ViewportSize] = {
    "1280": {"width": 1280, "height": 900},
    "390": {"width": 390, "height": 844},
}
RUN = "() => axe.run().then(found => found.violations.map(one => [one.id, one.nodes[0].html]))"
WIDTH = "() => document.documentElement.scrollWidth"
ANSWER_SECONDS, PAUSE = 60, 0.2
SERVER_ERROR = 400
TEXT = re.compile(r">([^<>]+)<")
# What says its own language: texts of legal value, the button that changes it.
MARKED = re.compile(r'<(\w+)[^>]*\slang="(?:it|en)"[^>]*>.*?</\1>', re.DOTALL)
Visit = dict[str, Any]


@contextmanager
def world() -> Iterator[tuple[str, list[Visit]]]:
    """Yield the address of the table's world, served while it is visited, and its pages."""
    if not are_static_files_collected():
        _printed("manage.py", "collectstatic", "--no-input", "--clear", "-v0")
        note_collected_static_files()
    # Whoever uses the embedded database keeps it up; the server of the pages is not counted.
    postgres.database_url()
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = os.environ | {
            "SPORTELLO_DATABASE_URL": _printed(
                "-c",
                f"{SET_UP} from tests import database; print(database.copy({DATABASE!r}))",
            ).splitlines()[-1],
            "SPORTELLO_MEDIA_ROOT": folder,
            "SPORTELLO_EMAIL_FILE_PATH": f"{folder}/mail",
            "SPORTELLO_DEMO": "true",
            "SPORTELLO_SITE_URL": f"http://localhost:{port}",
        }
        visits = json.loads(
            _printed(
                "-c", f"{SET_UP} from tests import visits; visits.write()", environment=environment
            )
        )
        web = Child.web("127.0.0.1", port, environment, ROOT / ".data" / "log" / "axe.log")
        web.start()
        try:
            _wait(f"http://localhost:{port}/")
            yield f"http://localhost:{port}", visits
        finally:
            web.ask_to_stop()
            web.make_sure_it_ended()
            postgres.close()


def faults(browser: Browser, address: str, visits: list[Visit]) -> Iterator[tuple[str, list[str]]]:
    """Yield each page in each language, and what is wrong with it: one window a person."""
    for language in LANGUAGES:
        for session in dict.fromkeys(visit["session"] for visit in visits):
            context = browser.new_context(locale="it-IT", reduced_motion="reduce")
            # Once a window, and not once a page: it is there before the page is.
            context.add_init_script(path=AXE)
            cookies = {"django_language": language, **({"sessionid": session} if session else {})}
            context.add_cookies(
                [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
            )
            page = context.new_page()
            for visit in visits:
                if visit["session"] == session:
                    key = f"{language} {visit['name']} {visit['who']}"
                    yield key, list(_judge(page, address + visit["url"], language))
            context.close()


def _judge(page: Page, url: str, language: str) -> Iterator[str]:
    page.set_viewport_size(SIZES["1280"])
    try:
        answer = page.goto(url, wait_until="load")
    except Error as error:
        yield f"{url}: {error.message.splitlines()[0]}"
        return
    if answer is None or answer.status >= SERVER_ERROR:
        yield f"{url}: answered {answer.status if answer else 'nothing'}"
        return
    for size, pixels in SIZES.items():
        page.set_viewport_size(pixels)
        for name, node in page.evaluate(RUN):
            yield f"{url} at {size}: {name}: {node[:160]}"
        if (width := page.evaluate(WIDTH)) > pixels["width"]:
            yield f"{url} at {size}: {width} px wide"
    for sentence in sorted(foreign(page.content(), language)):
        yield f"{url}: in the other language: {sentence}"


def foreign(text: str, language: str) -> set[str]:
    """Return the sentences on a page that the catalogue has in the other language."""
    bare = MARKED.sub("", text.partition("<main")[2])
    said = {" ".join(html.unescape(one).split()) for one in TEXT.findall(bare)}
    return said & _other_sentences(language)


@cache
def _other_sentences(language: str) -> frozenset[str]:
    """Return what is said in the other language alone: two words at least, so that names are none."""
    with CATALOGUE.open("rb") as file:
        pairs = [(str(one.id), str(one.string)) for one in read_po(file) if one.string]
    ours = {pair[0 if language == "en" else 1] for pair in pairs}
    theirs = {pair[1 if language == "en" else 0] for pair in pairs}
    return frozenset(" ".join(one.split()) for one in theirs - ours if " " in one)


def _printed(*arguments: str, environment: dict[str, str] | None = None) -> str:
    """Return what a program of ours prints; raise `NoOffice` where it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=(environment or dict(os.environ)) | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoOffice(f"{' '.join(arguments)[:80]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def _wait(url: str) -> None:
    deadline = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=ANSWER_SECONDS)  # noqa: S310 (our own server)
        except OSError:
            time.sleep(PAUSE)
        else:
            return
    raise NoOffice("The site did not answer in time.")


def look(words: list[str], *, resume: bool) -> int:
    """Look at the pages, say what is wrong, keep what is in order; return how many are not."""
    in_order = set(json.loads(IN_ORDER.read_text())) if resume and IN_ORDER.exists() else set()
    bad, seen = 0, 0
    with world() as (address, visits), sync_playwright() as playwright:
        kept = [one for one in visits if not words or any(word in one["name"] for word in words)]
        kept = [
            one
            for one in kept
            if not all(
                f"{language} {one['name']} {one['who']}" in in_order for language in LANGUAGES
            )
        ]
        browser = playwright.chromium.launch(executable_path=chromium(), args=chromium_arguments())
        for key, found in faults(browser, address, kept):
            seen += 1
            bad += bool(found)
            print(*found, sep="\n", end="\n" if found else "", flush=True)
            (in_order.discard if found else in_order.add)(key)
            IN_ORDER.parent.mkdir(parents=True, exist_ok=True)
            IN_ORDER.write_text(json.dumps(sorted(in_order)))
        browser.close()
        print(f"{len(kept)} of {len(visits)} pages, {seen} looks at two widths: {bad} with faults.")
    return bad


def main() -> int:
    """Look at the pages; the exit status is 1 where something is wrong, or nothing to look at."""
    parser = argparse.ArgumentParser(description="Axe on every page in both languages.")
    parser.add_argument(
        "--resume", action="store_true", help="leave out what was in order the last time"
    )
    parser.add_argument("words", nargs="*", help="keep the pages whose name holds one of them")
    asked = parser.parse_args()
    try:
        return 1 if look(asked.words, resume=asked.resume) else 0
    except NoOffice as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
