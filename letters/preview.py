"""A letter that has no number yet, as it will read: what only the number brings is left open."""

from collections import defaultdict

from letters import pdf
from letters.compose import letterhead
from letters.models import Letter
from letters.wording import blocks_of
from parties import moment

OPEN = "…"


def preview(letter: Letter) -> pdf.Letter:
    """Return what a letter about a case will say; number, day and terms are shown as "…".

    Raises ValueError for one that is about no case.
    """
    case, kept = letter.case, letter.values
    if case is None:
        raise ValueError(f"letter {letter.pk} is about no case")
    return pdf.Letter(
        language=letter.language,
        title=kept["title"],
        letterhead=letterhead(case.call.manager, case.call.owner),
        reference_lines=(f"Prot. n. {OPEN}", f"Domanda n. {case.number}"),
        place_and_date=f"{case.call.manager.municipality}, {OPEN}",
        addressee_lines=tuple(kept["addressee"]),
        subject=kept["heading"],
        blocks=blocks_of(letter, defaultdict(lambda: OPEN)),
        created=moment.now().isoformat(),
    )
