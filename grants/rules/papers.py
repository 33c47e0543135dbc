"""What comes with an application for a contribution (COW)."""

from datetime import date, timedelta

from workflows.rules import Outcome, judge
from workflows.rules.words import day


def quote_fresh(quoted: date | None, filed: date, max_age_days: int) -> Outcome:
    """COW-08: the quotation bears a date not in the future and not older than the call says."""
    oldest = filed - timedelta(days=max_age_days)
    return judge(
        "COW-08",
        quoted is not None and oldest <= quoted <= filed,
        yes="La data del preventivo è valida.",
        no=f"Il preventivo deve essere datato tra il {day(oldest)} e il {day(filed)}.",
        inputs={"preventivo": quoted or "—", "presentazione": filed},
        source="Bando, documenti",
    )


def project_told(text: str, least: int, most: int) -> Outcome:
    """COW-10: the project is told within the call's number of characters."""
    length = len(text.strip())
    return judge(
        "COW-10",
        least <= length <= most,
        yes="Il progetto d'attività è descritto.",
        no=f"Il progetto d'attività deve avere da {least} a {most} caratteri: ora sono {length}.",
        inputs={"caratteri": length},
        source="Bando, domanda",
    )
