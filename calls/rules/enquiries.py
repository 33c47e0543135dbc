"""Questions on a call: until when they are taken, and why not.

Every number comes in as an argument; sentences are Italian, as those of the other rules.
"""

from datetime import datetime, timedelta


def last_instant(closes_at: datetime | None, days_before: int | None) -> datetime | None:
    """Return until when questions are taken: so many days before the closing, at the same hour.

    `closes_at` is in local time, so that a change of clocks between moves no hour. A call without a
    closing takes questions as long as it lives: None.
    """
    if closes_at is None:
        return None
    return closes_at - timedelta(days=days_before or 0)


def why_not_asked(
    now: datetime, *, last: datetime | None, has_ended: bool, asked_today: int, most: int
) -> str:
    """Say in a sentence why a question is not taken now; nothing where it is."""
    if has_ended:
        return "Il bando è concluso: non si ricevono più quesiti."
    if last is not None and now >= last:
        return f"I quesiti si potevano inviare fino al {last:%d/%m/%Y} alle {last:%H:%M}."
    if asked_today >= most:
        return (
            f"Hai già inviato {asked_today} quesiti nelle ultime ventiquattr'ore: "
            "scrivi di nuovo domani, oppure telefona all'ufficio."
        )
    return ""
