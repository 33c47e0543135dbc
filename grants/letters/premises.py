"""What an act rests on: the application, the law, what the examination found, the time it took."""

from datetime import date

from django.utils import timezone

from grants.models import RentContribution
from letters import pdf
from letters.compose import name_of
from letters.models import Letter
from letters.pdf.content import Block
from parties.models import User
from workflows.models import CaseTerm, HistoryEntry
from workflows.rules import Outcome, Verdict
from workflows.terms import Term, delay_statement
from workflows.terms.italian import of_day

CODE = "CODE"
"""The regime of calls published under the code of incentives (PROC-T6)."""


def conclusion_term(case: RentContribution) -> Term:
    """Return the term of the procedure as it was last reckoned, running or ended."""
    kept = CaseTerm.objects.filter(case_id=case.pk, kind=CaseTerm.Kind.CONCLUSION).latest("id")
    return Term.from_dict(kept.reckoning)


def running_reckoning(case: RentContribution, kind: str) -> CaseTerm:
    """Return the running term of a kind; a letter that names it is written after it has begun."""
    return CaseTerm.objects.get(case_id=case.pk, kind=kind, ended_at__isnull=True)


def last_move(case: RentContribution, *names: str) -> HistoryEntry | None:
    """Return the latest entry of the history with one of these names."""
    return case.history.filter(name__in=names).order_by("-id").first()


def applicant_words(case: RentContribution) -> str:
    """Name who applies, escaped."""
    party = case.applicant
    return f"<b>{pdf.escape(party.name)}</b> (codice fiscale {pdf.escape(party.tax_code)})"


def call_words(case: RentContribution) -> str:
    """Name the call, escaped."""
    return f"bando «{pdf.escape(case.call.title_it)}» ({pdf.escape(case.call.code)})"


def premises(case: RentContribution) -> list[Block]:
    """Return the facts and rules in view of which the act is taken (PROC-03, PROC-12)."""
    call = case.call
    adopted = f", adottato con {pdf.escape(call.criteria_act)}" if call.criteria_act else ""
    items = [
        (
            f"la domanda di {applicant_words(case)}, protocollo n. {case.protocol_in.mark}, per "
            f"l'utilizzo di una postazione presso {pdf.escape(case.space.name)} "
            f"({pdf.escape(case.space.address)});"
        ),
        (
            f"il {call_words(case)}, promosso da {pdf.escape(call.owner.name)}{adopted}, e i criteri "
            "che fissa;"
        ),
        "la L. 241/1990, in particolare gli artt. 2, 3 e 12;",
    ]
    if conclusion_term(case).rule.regime == CODE:
        items.append("il D.Lgs. 184/2025 (Codice degli incentivi);")
    items.append(_proposal(case))
    return [pdf.Heading("Presupposti"), pdf.Paragraph("Visti:"), pdf.Bullets(tuple(items))]


def findings(case: RentContribution, *names: str) -> list[Block]:
    """Return which rules held at the latest moves with these names, each sentence once.

    `names` are moves; "one|other" takes the later of two. What a rule only warned of was looked at
    by a person: it shows in the reasons of the cuts.
    """
    said: dict[str, Outcome] = {}
    for name in names:
        move = last_move(case, *name.split("|"))
        for stored in move.outcomes if move else ():
            outcome = Outcome.from_dict(stored)
            if outcome.verdict is Verdict.MET:
                said.setdefault(outcome.sentence, outcome)
    if not said:
        return []
    return [
        pdf.Heading("Esito dell'istruttoria"),
        pdf.Paragraph("L'esame della domanda ha dato questi esiti:"),
        pdf.Bullets(tuple(_sentence(outcome) for outcome in said.values())),
    ]


def reason_with_source(case: RentContribution, text: str, rule: str) -> str:
    """Join a reason to the source that its rule bore when it was last asked, escaped (PROC-03)."""
    sources = [
        stored["source"]
        for outcomes in case.history.order_by("-id").values_list("outcomes", flat=True)
        for stored in outcomes
        if stored["rule"] == rule and stored["source"]
    ]
    said = "; ".join([*sources[:1], f"rif. {rule}"])
    return f"{pdf.escape(text.rstrip().rstrip('.'))} ({pdf.escape(said)})."


def stated_reason(case: RentContribution, name: str) -> list[Block]:
    """Return what the person who decided added in their own words (PROC-03, PROC-10)."""
    move = last_move(case, name)
    if move is None or not move.reason.strip():
        return []
    return [pdf.Paragraph(f"Motivazione: {pdf.escape(move.reason.strip())}")]


def letter_of(case: RentContribution, kind: str) -> Letter:
    """Return the latest letter of a kind about a case."""
    return case.letters.filter(kind=kind).select_related("protocol").latest("id")


def late_clause(case: RentContribution, day: date, *, decided_on: date) -> list[Block]:
    """Return the statement that a late act owes, nothing where the act is in time (PROC-T7).

    The act bears the day of its number, `day`. A procedure that an act before the one of
    `decided_on` has ended, as the waiting list does, is not late by this one.
    """
    kept = CaseTerm.objects.filter(case_id=case.pk, kind=CaseTerm.Kind.CONCLUSION).latest("id")
    if kept.ended_at is not None and timezone.localtime(kept.ended_at).date() < decided_on:
        return []
    statement = delay_statement(Term.from_dict(kept.reckoning), day)
    if not statement:
        return []
    return [
        pdf.Heading("Tempi del procedimento"),
        pdf.Paragraph(
            f"{statement} L'indicazione è dovuta ai sensi dell'art. 2, comma 9-quinquies, "
            "L. 241/1990."
        ),
    ]


def role_of(case: RentContribution, by: User | None) -> str:
    """Return in which capacity somebody writes in the course of the examination (ORG-07)."""
    if by is None or by.pk == case.call.procedure_owner_id:
        return "Il responsabile del procedimento"
    return "L'incaricato dell'istruttoria"


def decider_role(case: RentContribution, by: User | None) -> str:
    """Return in which capacity somebody decides: the director's, or in their place (PROC-T8)."""
    if by is not None and case.substitute_id == by.pk:
        return "Il titolare del potere sostitutivo"
    return "Il direttore"


def _proposal(case: RentContribution) -> str:
    move = last_move(case, "propose_admission", "recall_from_waiting_list", "propose_refusal")
    if move is None:
        return "gli esiti dell'istruttoria."
    proposer = f" di {pdf.escape(name_of(move.by))}" if move.by else ""
    return f"la proposta{proposer} {of_day(timezone.localtime(move.at).date())} e gli esiti dell'istruttoria."


def _sentence(outcome: Outcome) -> str:
    source = f" ({pdf.escape(outcome.source)})" if outcome.source else ""
    return f"{pdf.escape(outcome.sentence.rstrip('.'))}{source}."
