"""The grant: the act and, in the same sheet, its notice to the beneficiary (REV-01)."""

from datetime import date

from grants.against import CUT, weighed_cuts
from grants.letters.aid import aid_block, publication_note, withholding_note
from grants.letters.duties import duties, payment, revocation, steps
from grants.letters.premises import (
    applicant_words,
    decider_role,
    findings,
    last_move,
    premises,
    stated_reason,
)
from grants.letters.refusal import answered, hearing
from grants.letters.sending import send
from grants.letters.spend import computation, spend_admitted
from grants.models import RentContribution
from grants.rules import euro
from letters import pdf
from letters.compose import moment_words, office, signature
from letters.models import Letter
from letters.pdf.content import Block
from letters.wording import late_field
from parties.models import User
from workflows.terms.italian import from_day, to_day

TITLE = "Provvedimento di concessione del contributo"
SUBJECT = "Concessione del contributo"


def send_grant(case: RentContribution, *, by: User | None) -> Letter:
    """Send the act of grant, signed by the director.

    Where the beneficiary accepts a part (`by` is None), the act is the director's who offered it.
    """
    director = by or _offerer(case)

    return send(
        case,
        kind="grant",
        amount=case.granted,
        subject=SUBJECT,
        by=director,
        blocks=lambda day: _blocks(case, director, day),
        title=TITLE,
    )


def _blocks(case: RentContribution, by: User | None, day: date) -> list[Block]:
    return [
        pdf.Callout(
            f"Si concede a {applicant_words(case)} un contributo di <b>{euro(case.granted)}</b> "
            f"per l'utilizzo di {pdf.escape(case.space.name)} {from_day(case.period_from)} "
            f"{to_day(case.period_to)}."
        ),
        *([pdf.Facts((("CUP", case.cup),))] if case.cup else []),
        pdf.Paragraph(
            "Questo documento è il provvedimento di concessione e vale come sua comunicazione al "
            "beneficiario."
        ),
        *premises(case),
        *_acceptance(case),
        *findings(case, "propose_admission|recall_from_waiting_list", "grant|offer_partial"),
        *stated_reason(case, "grant"),
        pdf.Heading("Spesa ammessa"),
        *spend_admitted(case),
        *_cuts_heard(case),
        pdf.Heading("Calcolo del contributo"),
        computation(case, "Contributo concesso", case.granted),
        *aid_block(case),
        *steps(case),
        pdf.Heading("Pagamento"),
        payment(case),
        *withholding_note(case, day),
        *publication_note(case, day),
        *duties(case),
        *revocation(case),
        pdf.Paragraph(late_field("ritardo")),
        pdf.Paragraph(late_field("ricorso")),
        *office(case),
        signature(decider_role(case, by), by),
    ]


def _cuts_heard(case: RentContribution) -> list[Block]:
    """Return the cuts that were told first, with what was said to them and the answer (PRE-09)."""
    told = [ground for ground in case.grounds if ground.rule == CUT and ground.told_at]
    if not told or not weighed_cuts(case):
        return []
    blocks = [block for number, one in enumerate(told, 1) for block in answered(case, number, one)]
    return [
        pdf.Heading("Motivi della riduzione, osservazioni e risposte"),
        pdf.Paragraph(hearing(case)),
        *blocks,
    ]


def _offerer(case: RentContribution) -> User | None:
    offer = last_move(case, "offer_partial")
    return offer.by if offer else None


def _acceptance(case: RentContribution) -> list[Block]:
    """Recall the offer in part and its acceptance, where the grant came that way (RANK-12)."""
    accepted = last_move(case, "accept_partial")
    if accepted is None:
        return []
    offer = case.letters.filter(kind="partial_offer").select_related("protocol").latest("id")
    return [
        pdf.Paragraph(
            f"Con nota prot. n. {offer.protocol.mark} è stato proposto un contributo parziale di "
            f"{euro(case.granted)}, per insufficienza dei fondi; la proposta è stata accettata il "
            f"{moment_words(accepted.at)}."
        )
    ]
