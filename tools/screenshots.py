"""Pictures of the main pages: `python -m tools.screenshots [--address URL] [--help-pages] [words…]`.

Pages of the demonstration office, in Italian, as on a desk and on a phone, into `screenshots/`
(which git ignores). With `--help-pages`: those that the help pages show, as they look on a small
desk, among the static files. Words keep the pages whose name holds one of them.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tools.visiting import NoOffice, chromium, chromium_arguments, office

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "screenshots"
SIZES: dict[str, ViewportSize] = {
    "1280": {"width": 1280, "height": 900},
    "390": {"width": 390, "height": 844},
}
HELP_FOLDER = ROOT / "ui" / "static" / "ui" / "help"
HELP_SIZE: ViewportSize = {"width": 1024, "height": 720}
HELP_WIDTH, HELP_QUALITY = 840, 55
# What the help pages show (portal.helping).
HELP = frozenset(
    {
        *("call", "can-i-apply", "form", "integration", "case", "inbox", "space"),
        *("delegations", "delegation-new"),
    }
)
STILL = ".ui-form-foot, .ui-bulk, .ui-table thead th { position: static !important; }"
PASSWORD = "prova-di-sportello"  # noqa: S105 (of the demonstration: printed where it starts)
VISITOR, APPLICANT, WRITER = "", "anna@example.org", "elisa@example.org"
OFFICER, OWNER, DIRECTOR = (
    "istruttoria1@example.org",
    "responsabile@example.org",
    "direzione@example.org",
)
ACCOUNTANT, EVALUATOR = "ragioneria@example.org", "commissione@example.org"
MANAGER, HOST, INTERN = "gestore@example.org", "fabio@example.org", "sara@example.org"
CONSULTANT = "consulente@example.org"
FIRST_CASE = "main tbody a[href*='/pratiche/']"


@dataclass(frozen=True)
class Shot:
    """A page: who looks at it, where it is, and which links lead on from there (CSS)."""

    name: str
    who: str
    path: str
    follow: tuple[str, ...] = ()


SHOTS = (
    Shot("home", VISITOR, "/"),
    Shot("calls", VISITOR, "/bandi/"),
    Shot("call", VISITOR, "/bandi/COW-SPORT/"),
    Shot("can-i-apply", VISITOR, "/bandi/COW-SPORT/posso/"),
    Shot("questions", VISITOR, "/bandi/COW-SPORT/quesiti/"),
    Shot("spaces", VISITOR, "/spazi/"),
    Shot("space", VISITOR, "/spazi/", ("main article a",)),
    Shot("offers", VISITOR, "/tirocini/"),
    Shot("closed-call", VISITOR, "/bandi/COW-GRAD/"),
    Shot("verify", VISITOR, "/verifica/"),
    Shot("open-data", VISITOR, "/dati-aperti/"),
    Shot("statistics", VISITOR, "/statistiche/"),
    Shot("projects", VISITOR, "/progetti/"),
    Shot("help", VISITOR, "/aiuto/"),
    Shot("help-topic", VISITOR, "/aiuto/fare-domanda/"),
    Shot("embedded", VISITOR, "/spazi/incorpora/"),
    Shot("transparency", VISITOR, "/trasparenza/"),
    Shot("accessibility", VISITOR, "/accessibilita/"),
    Shot("privacy", VISITOR, "/privacy/"),
    Shot("legal", VISITOR, "/note-legali/"),
    Shot("sign-in", VISITOR, "/accesso/login/"),
    Shot("desk", APPLICANT, "/area/"),
    Shot("case", APPLICANT, "/area/", ("#cases .ui-card-title a",)),
    Shot("integration", APPLICANT, "/area/", ("#asked .btn-primary",)),
    Shot("inbox", APPLICANT, "/area/lettere/"),
    Shot("delegations", APPLICANT, "/area/deleghe/?lato=date"),
    Shot("delegation", APPLICANT, "/area/deleghe/?lato=date", ("main .ui-card-title a",)),
    Shot("delegation-new", APPLICANT, "/area/deleghe/nuova/"),
    Shot("mail-choices", APPLICANT, "/area/messaggi/"),
    Shot("received", CONSULTANT, "/area/deleghe/"),
    Shot("desk-consultant", CONSULTANT, "/area/"),
    Shot("desk-manager", MANAGER, "/area/"),
    Shot("desk-host", HOST, "/area/"),
    Shot("desk-intern", INTERN, "/area/"),
    Shot("internship", INTERN, "/area-personale/tirocini/", ("main article a",)),
    Shot("form", WRITER, "/area/", ("#drafts .btn-primary",)),
    Shot("queue", OFFICER, "/ufficio/?tab=all"),
    Shot("office-case", OFFICER, "/ufficio/?tab=all", (FIRST_CASE,)),
    Shot("enquiries", OFFICER, "/ufficio/quesiti/"),
    Shot("enquiry", OFFICER, "/ufficio/quesiti/", ("main .ui-card-title a",)),
    Shot("office-calls", OFFICER, "/ufficio/bandi/"),
    Shot("agreements", OFFICER, "/ufficio/tirocini/convenzioni/"),
    Shot("quotas", OFFICER, "/ufficio/tirocini/quote/"),
    Shot("signs", OFFICER, "/ufficio/tirocini/indicatori/"),
    Shot("figures", OFFICER, "/ufficio/tirocini/numeri/"),
    Shot("months", OFFICER, "/ufficio/tirocini/registri/"),
    Shot("interviews", OFFICER, "/ufficio/colloqui/"),
    Shot("controls", OFFICER, "/ufficio/controlli-concessioni/"),
    Shot(
        "before-grant",
        OFFICER,
        "/ufficio/?tab=all&status=admission_proposed",
        (FIRST_CASE, "main a[href$='/concessione/']"),
    ),
    Shot(
        "aid",
        OFFICER,
        "/ufficio/?tab=all&status=admission_proposed",
        (FIRST_CASE, "main a[href$='/aiuti/']"),
    ),
    Shot("register", OFFICER, "/ufficio/elenco-spazi/"),
    Shot("interests", OFFICER, "/ufficio/manifestazioni/"),
    Shot("rankings", OFFICER, "/ufficio/valutazione/"),
    Shot("board", OWNER, "/ufficio/quadro/"),
    Shot("board-accountant", ACCOUNTANT, "/ufficio/quadro/?call=COW-SPORT"),
    Shot("protocol", OFFICER, "/ufficio/protocollo/"),
    Shot("workload", OWNER, "/ufficio/carichi/"),
    Shot("outbox", OWNER, "/ufficio/lettere/"),
    Shot("to-sign", DIRECTOR, "/ufficio/decisioni/"),
    Shot("budgets", ACCOUNTANT, "/ufficio/fondi/"),
    Shot("budget", ACCOUNTANT, "/ufficio/fondi/COW-SPORT/"),
    Shot("payments", ACCOUNTANT, "/ufficio/pagamenti/"),
    Shot(
        "payment", ACCOUNTANT, "/ufficio/pagamenti/", ("main tbody a[href*='/ufficio/pagamenti/']",)
    ),
    Shot("to-propose", ACCOUNTANT, "/ufficio/pagamenti/da-proporre/"),
    Shot("orders", ACCOUNTANT, "/ufficio/distinte/"),
    Shot("recoveries", ACCOUNTANT, "/ufficio/recuperi/"),
    Shot(
        "recovery", ACCOUNTANT, "/ufficio/recuperi/", ("main tbody a[href*='/ufficio/recuperi/']",)
    ),
    Shot("workbooks", ACCOUNTANT, "/ufficio/estrazioni/"),
    Shot("aid-table", OFFICER, "/ufficio/bandi/COW-SPORT/registro-aiuti/"),
    Shot("my-files", EVALUATOR, "/commissione/"),
    Shot("declaration", EVALUATOR, "/commissione/COW-GRAD/dichiarazione/"),
)


def take(
    browser: Browser, address: str, shots: tuple[Shot, ...], *, for_help: bool
) -> Iterator[Path]:
    """Take each page at both sizes, or small for the help pages, person after person; yield the files."""
    for who in dict.fromkeys(shot.who for shot in shots):
        # The style that holds sticking parts still is not the page's own: its policy would refuse it.
        context = browser.new_context(locale="it-IT", reduced_motion="reduce", bypass_csp=True)
        page = context.new_page()
        if who:
            sign_in(page, address, who)
        for shot in shots:
            if shot.who == who:
                reach(page, address, shot)
                yield from [_small(page, shot.name)] if for_help else _pictures(page, shot.name)
        context.close()


def reach(page: Page, address: str, shot: Shot) -> None:
    """Open the page of a shot, along its links."""
    page.set_viewport_size(SIZES["1280"])
    page.goto(address + shot.path)
    for selector in shot.follow:
        with page.expect_navigation(wait_until="load"):
            page.locator(selector).first.click()


def sign_in(page: Page, address: str, who: str) -> None:
    """Sign in as a demonstration account; the second step shows its code."""
    page.goto(f"{address}/accesso/login/")
    page.locator("input[name=login]").fill(who)
    page.locator("input[name=password]").fill(PASSWORD)
    with page.expect_navigation(wait_until="load"):
        page.locator("form[action*='login'] button[type=submit]").last.click()
    if page.locator("input[name=code]").count():
        code = re.search(r"\b\d{6}\b", page.locator(".ui-callout").first.inner_text())
        page.locator("input[name=code]").fill(code.group() if code else "")
        with page.expect_navigation(wait_until="load"):
            page.locator("form button[type=submit]").last.click()


def _pictures(page: Page, name: str) -> Iterator[Path]:
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        page.reload(wait_until="networkidle")
        path = FOLDER / f"{name}-{size}.png"
        # What sticks to the window would lie across a picture of the whole page.
        page.screenshot(path=path, full_page=True, animations="disabled", style=STILL)
        yield path


def _small(page: Page, name: str) -> Path:
    page.set_viewport_size(HELP_SIZE)
    page.reload(wait_until="networkidle")
    # What the page says, without the head that all pages share.
    page.locator("#main").evaluate("main => main.scrollIntoView()")
    with Image.open(io.BytesIO(page.screenshot(animations="disabled"))) as picture:
        small = picture.convert("RGB")
        small.thumbnail((HELP_WIDTH, HELP_WIDTH))
        path = HELP_FOLDER / f"{name}.webp"
        small.save(path, quality=HELP_QUALITY, method=6)
    return path


def main() -> int:
    """Take the pictures; the exit status is 1 where there is nothing to take them of."""
    parser = argparse.ArgumentParser(description="Pictures of the main pages.")
    parser.add_argument("--address", default="", help="a demonstration office that runs already")
    parser.add_argument("words", nargs="*", help="keep the pages whose name holds one of them")
    parser.add_argument("--help-pages", action="store_true", help="what the help pages show")
    asked = parser.parse_args()
    shots = tuple(shot for shot in SHOTS if shot.name in HELP) if asked.help_pages else SHOTS
    shots = tuple(
        shot for shot in shots if not asked.words or any(word in shot.name for word in asked.words)
    )
    for folder in (FOLDER, HELP_FOLDER):
        folder.mkdir(exist_ok=True)
    try:
        with office(asked.address) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=chromium_arguments()
            )
            for path in take(browser, address, shots, for_help=asked.help_pages):
                print(path.relative_to(ROOT))
            browser.close()
    except NoOffice as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
