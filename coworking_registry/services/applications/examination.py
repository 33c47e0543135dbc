"""The officer's proposal to enter; what every examination shares stands in `EXAMINATION`."""

from collections.abc import Mapping

from django.db import transaction

from coworking_registry import letters
from coworking_registry.models import SpaceApplication
from parties.models import User
from workflows.engine import apply_transition
from workflows.services.examination import Examination, write_answers

EXAMINATION = Examination(
    letters, integrated="Integrazione della domanda di iscrizione", source="Avviso, istruttoria"
)


@transaction.atomic
def propose_admission(
    case: SpaceApplication,
    *,
    by: User | None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Propose the entry; `answers` are those to the observations, by reason."""
    write_answers(case, answers)
    return apply_transition(
        case, "propose_admission", by=by, reason=reason, seen_version=seen_version
    )
