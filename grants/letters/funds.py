"""What is told when the funds do not cover the whole: an offer in part, or the waiting list."""

from datetime import date

from grants.checks import parameters_of
from grants.letters.premises import (
    applicant_words,
    decider_role,
    findings,
    premises,
    running_reckoning,
    stated_reason,
)
from grants.letters.sending import send
from grants.letters.spend import computation, spend_admitted
from grants.models import RentContribution, Status
from grants.rules import euro
from letters import pdf
from letters.compose import office, online_file, signature
from letters.models import Letter
from letters.pdf.content import Block
from letters.wording import late_field
from parties.models import User
from workflows.models import CaseTerm
from workflows.terms.italian import italian_date, length

OFFER = "Proposta di contributo parziale"
WAITING = "Ammissione in lista d'attesa"
EXAMINED = "propose_admission|recall_from_waiting_list"


def send_partial_offer(case: RentContribution, *, by: User | None) -> Letter:
    """Offer what is left of the funds, with the days to accept and what silence means (RANK-12)."""
    return send(
        case,
        kind="partial_offer",
        amount=case.offered,
        starts=[running_reckoning(case, CaseTerm.Kind.ACCEPTANCE)],
        subject=OFFER,
        by=by,
        blocks=lambda _day: _offer(case, by),
    )


def send_waiting_list(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the application is admitted without funds and waits in its order (RANK-17)."""
    return send(
        case,
        kind="waiting_list",
        subject=WAITING,
        by=by,
        blocks=lambda day: _waiting(case, by, day),
    )


def _offer(case: RentContribution, by: User | None) -> list[Block]:
    days = parameters_of(case).partial_acceptance_days
    return [
        pdf.Paragraph(
            f"La domanda di {applicant_words(case)} è ammissibile per un contributo di "
            f"{euro(case.proposed)}, ma i fondi rimasti nel bando non lo coprono per intero."
        ),
        pdf.Callout(
            f"Si propone un contributo di <b>{euro(case.offered)}</b> su {euro(case.proposed)}. "
            f"La proposta si accetta entro {length(days)} dal ricevimento: il termine scade "
            f"<b>{late_field('termine.scadenza')}</b>."
        ),
        pdf.Heading("Come rispondere"),
        pdf.Paragraph(
            f"La risposta si dà dall'{online_file()}, aprendo la domanda "
            f"n. {pdf.escape(case.number)}. Fino alla scadenza l'importo proposto resta riservato."
        ),
        pdf.Bullets(
            (
                (
                    "<b>Accettazione</b>: è emesso il provvedimento di concessione per "
                    f"{euro(case.offered)}; non si ha diritto alla parte restante."
                ),
                (
                    "<b>Rinuncia alla proposta</b>: la domanda passa in lista d'attesa per l'intero "
                    f"contributo di {euro(case.proposed)}."
                ),
                (
                    "<b>Nessuna risposta nel termine</b>: la proposta decade, l'importo torna "
                    "disponibile e la domanda passa in lista d'attesa."
                ),
            )
        ),
        *premises(case),
        *findings(case, EXAMINED, "offer_partial"),
        *stated_reason(case, "offer_partial"),
        *_amounts(case),
        computation(case, "Contributo proposto", case.offered),
        *_closing(case, by),
    ]


def _waiting(case: RentContribution, by: User | None, day: date) -> list[Block]:
    return [
        pdf.Callout(
            f"La domanda di {applicant_words(case)} è <b>ammessa</b> per un contributo di "
            f"{euro(case.proposed)}, ma <b>non è finanziata</b> per esaurimento dei fondi: è "
            "inserita in lista d'attesa."
        ),
        pdf.Heading("Che cosa significa"),
        pdf.Paragraph(
            f"La lista segue l'ordine di presentazione. Al {italian_date(day)} la domanda è al "
            f"posto <b>n. {_place(case)}</b>. Se si liberano fondi, per rinunce, revoche, economie "
            "o rifinanziamenti, le domande sono riprese in quest'ordine dopo una nuova verifica "
            "dei requisiti. La lista d'attesa non dà diritto al contributo; finché dura, la "
            f"domanda si può ritirare dall'{online_file()}."
        ),
        *premises(case),
        *findings(case, EXAMINED, "put_on_waiting_list"),
        *stated_reason(case, "put_on_waiting_list"),
        *_amounts(case),
        computation(case, "Contributo spettante", case.proposed),
        pdf.Paragraph(late_field("ritardo")),
        *_closing(case, by),
    ]


def _amounts(case: RentContribution) -> list[Block]:
    return [
        pdf.Heading("Spesa ammessa"),
        *spend_admitted(case),
        pdf.Heading("Calcolo del contributo"),
    ]


def _closing(case: RentContribution, by: User | None) -> list[Block]:
    return [
        pdf.Paragraph(late_field("ricorso")),
        *office(case),
        signature(decider_role(case, by), by),
    ]


def _place(case: RentContribution) -> int:
    """Return the place in the list, by order of filing (RANK-01)."""
    before = RentContribution.objects.filter(
        call_id=case.call_id, status=Status.WAITING_LIST, submitted_at__lt=case.submitted_at
    )
    return before.count() + 1
