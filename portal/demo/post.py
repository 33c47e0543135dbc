"""What became of the letters of the demonstration: read again, approved, sent, and how they arrived."""

from dataclasses import dataclass

from grants.models import RentContribution
from letters import services
from letters.models import Delivery, Letter
from letters.services import arrivals
from letters.services.failing import fail
from letters.services.progress import settle
from parties import moment
from parties.models import User
from portal.demo.contents import read

State, Channel = Letter.State, Delivery.Channel
WAITS, HELD, WITHDRAWN, FAILED, REPLACED = "waits", "held", "withdrawn", "failed", "replaced"


@dataclass(frozen=True)
class Post:
    """The letters of one case, in the hands of whoever approves and of whoever writes."""

    case_id: int
    approver: User
    writer: User

    def see_to(self, fate: str) -> None:
        """Let the letters that wait meet their fate; those that have left arrive."""
        for letter in self._letters():
            left = self._approve(letter, fate) if letter.state == State.TO_APPROVE else letter
            if left.state == State.READY:
                _fail(left) if fate == FAILED else _arrive(left)

    def write_again(self) -> None:
        """Put a letter in the place of the last one, with its reason, and let it leave."""
        words = read("words")["letters"]
        old = self._case.letters.filter(state__in=[State.SENT, State.DELIVERED]).latest("pk")
        new = services.replace(old.pk, by=self.writer, reason=words["replaced"])
        text = new.text.rstrip() + f"\n\n{words['added']}\n"
        services.edit(new.pk, text, by=self.writer, reason=words["edited"])
        _arrive(services.approve(new.pk, by=self.approver))

    def _approve(self, letter: Letter, fate: str) -> Letter:
        words = read("words")["letters"]
        if fate == WAITS:
            return letter
        if fate == HELD:
            return services.hold(letter.pk, by=self.approver, reason=words["held"])
        if fate == WITHDRAWN:
            return services.withdraw(letter.pk, by=self.approver, reason=words["withdrawn"])
        return services.approve(letter.pk, by=self.approver)

    @property
    def _case(self) -> RentContribution:
        return RentContribution.objects.get(pk=self.case_id)

    def _letters(self) -> list[Letter]:
        waiting = Letter.objects.filter(state__in=[State.TO_APPROVE, State.READY])
        return list(waiting.filter(case_id=self.case_id).order_by("pk"))


def _arrive(letter: Letter) -> None:
    """Note that every recipient has a letter, as the mail servers would have told."""
    deliveries = _begin(letter)
    now = moment.now()
    for delivery in deliveries:
        delivery.state, delivery.accepted_at = Delivery.State.ACCEPTED, now
        if delivery.channel != Channel.EMAIL:
            delivery.state, delivery.delivered_at = Delivery.State.DELIVERED, now
        delivery.save()
    letter = settle(letter.pk)
    for delivery in deliveries:
        delivery.letter = letter
        arrivals.note_arrival(delivery, now)


def _fail(letter: Letter) -> None:
    words = read("words")["letters"]["failed"]
    for delivery in _begin(letter):
        fail(delivery, Delivery.Failure.ADDRESS, words)


def _begin(letter: Letter) -> list[Delivery]:
    """Hand a letter to the mail servers, to each recipient; nobody else is at work: nothing is locked."""
    deliveries = list(letter.deliveries.order_by("pk"))
    for delivery in deliveries:
        delivery.state, delivery.attempts = Delivery.State.SENDING, 1
        delivery.save()
    settle(letter.pk)
    return deliveries
