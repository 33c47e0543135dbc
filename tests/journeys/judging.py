"""What axe says of the pages that people open; no page is judged twice for the same thing.

A process remembers what it has judged. A page that differs from an earlier one in numbers and tokens
alone has been judged. How text stands out against its ground is the greater half of the work and
depends on the kind of page, not on who reads it: it is looked at once for each
address, title and width.
"""

import hashlib
import re
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NUMBER = re.compile(r"(?<![\w-])\d+")
TOKEN = re.compile(r'(csrfmiddlewaretoken" value|X-CSRFToken&quot;: &quot;|nonce)[^ >]*')
WITHOUT_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}

_axe = Axe()
_pages: set[tuple[int, bytes]] = set()
_grounds: set[tuple[int, str]] = set()


def judge(page: Page) -> None:
    """Fail with what axe finds on a page; nothing is done for one that it has found in order."""
    width = page.viewport_size["width"]
    markup = TOKEN.sub("", NUMBER.sub("0", page.content()))
    seen = (width, hashlib.sha256(markup.encode()).digest())
    if seen in _pages:
        return
    ground = (width, NUMBER.sub("0", f"{urlsplit(page.url).path} {page.title()}"))
    options = ONLY_VIOLATIONS | (WITHOUT_CONTRAST if ground in _grounds else {})
    found = _axe.run(page, options=options)
    assert not found.response["violations"], page.url + "\n" + found.generate_report()
    _pages.add(seen)
    _grounds.add(ground)
