"""Whether an aid stands in the national register before its act: asked, written there, in its time (RNA).

Every kind of case that gives aid asks the same; each says itself which of its cases are registered.
"""

from decimal import Decimal

from accounting.models import AidCheck, AidRegistration
from accounting.rules import aid_answer, cor_given, cor_in_window
from calls.models import Parameter
from parties import moment
from workflows.models import Case
from workflows.rules import Outcome, judge
from workflows.rules.words import euro
from workflows.terms.italian import of_day

ASKED = {
    AidCheck.Kind.AID: "Visura aiuti",
    AidCheck.Kind.DE_MINIMIS: "Visura de minimis",
}


def last_check(case: Case, kind: str) -> AidCheck | None:
    """Return the last time that the register was asked for a case."""
    return AidCheck.objects.filter(case_id=case.pk, kind=kind).order_by("-pk").first()


def last_registration(case: Case) -> AidRegistration | None:
    """Return under which code an aid, or its latest change, stands in the register."""
    return AidRegistration.objects.filter(case_id=case.pk).order_by("-pk").first()


def answers_of(case: Case) -> list[tuple[str, str]]:
    """Return what the register answered before the act, as its letter says it (RNA-06)."""
    found = ((words, last_check(case, kind)) for kind, words in ASKED.items())
    return [(words, f"VERCOR {check.vercor} {of_day(check.on)}") for words, check in found if check]


def registration_outcomes(case: Case, amount: Decimal) -> list[Outcome]:
    """The register was asked, and the aid of `amount` EUR is there, in its time (G4: RNA-02 to RNA-05)."""
    today, found = moment.today(), last_registration(case)
    window = Parameter.objects.value("rna_confirm_days", today)
    return [
        *(
            aid_answer(check.vercor if check else "", words)
            for kind, words in ASKED.items()
            for check in [last_check(case, kind)]
        ),
        cor_given(found.code if found else ""),
        *(
            [cor_in_window(found.on, today, window["most"], window["warning"])]
            if found is not None
            else []
        ),
        _registered_for(amount, found),
    ]


def _registered_for(amount: Decimal, found: AidRegistration | None) -> Outcome:
    source = "DM 115/2017, artt. 9 e 14"
    if found is None:
        words = f"Nel registro manca l'aiuto di {euro(amount)}: va scritto prima della concessione."
        return judge(
            "RNA-05", False, yes="", no=words, inputs={"concessione": amount}, source=source
        )
    return judge(
        "RNA-05",
        amount <= found.amount,
        yes=f"L'aiuto è registrato per {euro(found.amount)}.",
        no=f"L'aiuto è registrato per {euro(found.amount)}, la concessione sarebbe di {euro(amount)}: "
        "serve una nuova registrazione.",
        inputs={"registrato": found.amount, "concessione": amount},
        source=source,
    )
