"""Axe on the main pages in both languages: `python -m tools.axe [--address URL] [words…]`.

The pages of `make screenshots`, as the same people see them. Beside what axe finds it names every
sentence of the catalogue that stands on a page in the other language.
"""

import argparse
import html
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Page, sync_playwright

from tools.screenshots import SHOTS, Shot, reach, sign_in
from tools.visiting import NoOffice, chromium, chromium_arguments, office

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "it" / "LC_MESSAGES" / "django.po"
LANGUAGES = ("it", "en")
TEXT = re.compile(r">([^<>]+)<")
# What says its own language: texts of legal value, the button that changes it.
MARKED = re.compile(r'<(\w+)[^>]*\slang="(?:it|en)"[^>]*>.*?</\1>', re.DOTALL)


def faults(browser: Browser, address: str, shots: tuple[Shot, ...]) -> Iterator[str]:
    """Yield what is wrong with each page in each language, person after person."""
    for language in LANGUAGES:
        for who in dict.fromkeys(shot.who for shot in shots):
            context = browser.new_context(locale="it-IT", reduced_motion="reduce")
            cookie = {"name": "django_language", "value": language, "url": address}
            context.add_cookies([cookie])  # type: ignore[list-item]
            page = context.new_page()
            if who:
                sign_in(page, address, who)
            for shot in shots:
                if shot.who == who:
                    reach(page, address, shot)
                    yield from (
                        f"{language} {shot.name}: {fault}" for fault in _judge(page, language)
                    )
            context.close()


def _judge(page: Page, language: str) -> Iterator[str]:
    for one in Axe().run(page).response["violations"]:
        yield f"{one['id']}: {one['nodes'][0]['html'][:160]}"
    for sentence in sorted(foreign(page.content(), language)):
        yield f"in the other language: {sentence}"


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


def main() -> int:
    """Look at the pages; the exit status is 1 where something is wrong, or nothing to look at."""
    parser = argparse.ArgumentParser(description="Axe on the main pages in both languages.")
    parser.add_argument("--address", default="", help="a demonstration office that runs already")
    parser.add_argument("words", nargs="*", help="keep the pages whose name holds one of them")
    asked = parser.parse_args()
    shots = tuple(
        shot for shot in SHOTS if not asked.words or any(word in shot.name for word in asked.words)
    )
    found = 0
    try:
        with office(asked.address) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=chromium_arguments()
            )
            for fault in faults(browser, address, shots):
                found += 1
                print(fault, flush=True)
            browser.close()
    except NoOffice as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(shots)} pages in {len(LANGUAGES)} languages: {found} faults.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
