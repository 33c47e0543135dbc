"""What will follow from something done to a letter, said before it is done."""

from django.utils.translation import gettext as _

from letters.messages import office_of
from letters.models import Letter
from parties import moment
from ui.formats import long_date
from workflows.models import CaseTerm, ProtocolCounter
from workflows.services import clock
from workflows.terms import Term, compute_term

State = Letter.State


def of_approval(letter: Letter) -> list[str]:
    """It gets its number and leaves; the terms that begin with it run from its arrival."""
    said = [_number(letter)]
    said += [
        _("It goes to {name}, {address}.").format(
            name=one.name, address=one.address or one.get_channel_display()
        )
        for one in letter.deliveries.all()
    ]
    for term in _running(letter):
        said += _begins(term)
    if letter.supersedes is not None and letter.supersedes.protocol is not None:
        said.append(
            _("The letter no. {mark} gives way to it.").format(mark=letter.supersedes.protocol.mark)
        )
    return [*said, _("From then on nobody can change it: it can only be replaced by another.")]


def of_hold(letter: Letter) -> list[str]:
    """Nothing leaves until somebody takes it up again."""
    return [
        _("The letter stays here until somebody takes it up again."),
        *(
            _("The term “{term}” does not begin meanwhile.").format(term=term.get_kind_display())
            for term in _running(letter)
        ),
    ]


def of_taking_up(_letter: Letter) -> list[str]:
    """It waits for approval again."""
    return [_("The letter waits for approval again, with its text as it is.")]


def of_withdrawal(letter: Letter) -> list[str]:
    """It never leaves; a number it had is annulled."""
    said = [_("Nobody receives this letter; the decision itself stands.")]
    if letter.protocol is not None:
        said.append(
            _(
                "Its number in the protocol, {mark}, is annulled: both entries stay readable."
            ).format(mark=letter.protocol.mark)
        )
    said += [
        _("The term “{term}” waits for the letter that takes its place.").format(
            term=term.get_kind_display()
        )
        for term in _running(letter)
    ]
    return [*said, _("Another letter can be written in its place from this page.")]


def of_replacing(letter: Letter) -> list[str]:
    """A new letter with the same words waits for approval."""
    said = [
        _("A new letter with the same words waits in the outbox, where its text can be changed.")
    ]
    if letter.has_left or letter.state == State.FAILED:
        said.append(_("It says which letter it replaces; this one gives way when it leaves."))
    said += [
        _("The term “{term}” begins with the new letter.").format(term=term.get_kind_display())
        for term in _running(letter)
    ]
    return said


def _number(letter: Letter) -> str:
    body = office_of(letter)
    year = moment.today().year
    last = (
        ProtocolCounter.objects.filter(body=body, year=year)
        .values_list("last_number", flat=True)
        .first()
    )
    return _(
        "It gets the next number of the protocol: the last one given is {number}/{year}."
    ).format(number=last or 0, year=year)


def _begins(term: CaseTerm) -> list[str]:
    rule = Term.from_dict(term.reckoning).rule
    due = compute_term(moment.today(), rule).due
    said = [
        _("The term “{term}” begins when it arrives: if that is today, it ends on {day}.").format(
            term=term.get_kind_display(), day=long_date(due)
        )
    ]
    if term.stops:
        stopped = CaseTerm.Kind(term.stops["term"]).label
        sentence = (
            _("The term “{term}” stands still from today.")
            if term.stops["at"] == clock.SENDING
            else _("The term “{term}” stands still from its arrival.")
        )
        said.append(sentence.format(term=stopped))
    return said


def _running(letter: Letter) -> list[CaseTerm]:
    return [term for term in letter.starts.all() if term.ended_at is None]
