"""A month of the register, locked together with its case for whoever changes it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from internships.models import Internship, Month
from internships.register import KEPT
from workflows.engine import Refusal, TransitionRefused, hold
from workflows.models import Case
from workflows.rules import Outcome, Verdict


def held(month: Month) -> tuple[Internship, Month]:
    """Lock process and case in the order of every act; return case and month as they stand."""
    case = Internship.objects.only("pk").get(pk=month.internship_id)
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.select_related("offer__applicant", "promoter__party", "trainee").get(
        pk=case.pk
    )
    return case, Month.objects.prefetch_related("days").get(pk=month.pk)


def ask_right(*, allowed: bool) -> None:
    """Refuse whoever may not do this."""
    if not allowed:
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def ask_kept(case: Internship) -> None:
    """Refuse where the register is not kept: before the start, and once it is being evaluated."""
    if case.status not in KEPT:
        raise TransitionRefused(
            Refusal.STATUS, _("The register is kept while the internship runs.")
        )


def ask_rules(outcomes: Iterable[Outcome]) -> None:
    """Refuse where a rule does not hold, warnings too: the register is right or not written."""
    found = list(outcomes)
    against = [one for one in found if one.verdict is not Verdict.MET]
    if against:
        sentences = " ".join(one.sentence for one in against)
        raise TransitionRefused(Refusal.RULE, sentences, against)
