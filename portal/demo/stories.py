"""What became of each application, in days before today: the script of the demonstration.

Terms decide what is late, so the numbers follow from the call's (60 days to conclude, 10 to
answer) and leave room for holidays: what nobody answers within its term, the clock goes on with by
itself. Acts of the office fall on the last working day before.
"""

from dataclasses import dataclass, replace

from portal.demo import accounts
from portal.demo.people import Quirk
from portal.demo.post import FAILED, HELD, REPLACED, WAITS

FIRST_SPACES = ("Officina Virgilio", "Darsena Quattro", "Corte Aperta", "Il Mulino delle Idee")
SUSPENDED_SPACE, EXPIRED_SPACE = "Fucina dell'Oglio", "Sala Polesine"


@dataclass(frozen=True)
class Step:
    """One act so many days ago; `detail` names the words that go with it.

    `hour` is given where two cases depend on one another on the same day. `letter` is what became
    of the letter, where it did not simply leave and arrive (`portal.demo.post`).
    """

    days_ago: int
    act: str
    detail: str = ""
    hour: int | None = None
    letter: str = ""


@dataclass(frozen=True)
class Story:
    """One application: when it was filed, by what kind of applicant, what happened then."""

    filed: int
    steps: tuple[Step, ...] = ()
    is_draft: bool = False
    kind: str = ""
    space: str = ""
    quirk: Quirk = ""
    above_list: bool = False
    is_large: bool = False
    account: accounts.DemoAccount | None = None

    @property
    def is_granted(self) -> bool:
        """Whether the whole contribution is granted, whatever becomes of it later."""
        return any(step.act == "grant" for step in self.steps)


def taken(filed: int, *then: Step) -> tuple[Step, ...]:
    """An officer takes charge a few days after filing; the rest follows."""
    return (Step(filed - 6, "start_examination"), *then)


def proposed(filed: int, days_ago: int, *then: Step) -> tuple[Step, ...]:
    """Taken charge of, proposed for admission so many days ago; the rest follows."""
    return taken(filed, Step(days_ago, "propose_admission"), *then)


def granted(filed: int) -> Story:
    """Granted within a month."""
    return Story(filed, proposed(filed, filed - 15, Step(filed - 26, "grant")))


def accepted(filed: int, *then: Step) -> Story:
    """Granted within a month, the deed back in ten days and in order; the rest follows."""
    steps = (
        Step(filed - 36, "return_deed"),
        Step(filed - 38, "confirm_deed"),
        Step(filed - 38, "note_codes", hour=17),
    )
    return Story(filed, (*granted(filed).steps, *steps, *then))


def refused(filed: int, ground: str) -> Story:
    """Refused after the notice and the applicant's observations."""
    steps = (
        Step(filed - 11, "give_refusal_notice", ground),
        Step(filed - 16, "file_observations", ground),
        Step(filed - 22, "propose_refusal", ground),
        Step(filed - 28, "refuse"),
    )
    return Story(filed, taken(filed, *steps))


def undone(filed: int, *then: Step) -> Story:
    """Granted within a month; then the office sets out to annul the grant."""
    return Story(filed, (*accepted(filed).steps, *then))


def integrated(days_ago: int, item: str) -> tuple[Step, Step]:
    """Something was asked for and brought six days later: within the term on any calendar."""
    return (
        Step(days_ago, "request_integration", item),
        Step(days_ago - 6, "answer_integration", item),
    )


def _ending(story: Story, letter: str) -> Story:
    """Let the letter of the last act of a story meet another fate."""
    return replace(story, steps=(*story.steps[:-1], replace(story.steps[-1], letter=letter)))


def _closed() -> list[Story]:
    grants = [118, 116, 113, 111, 108, 106, 104, 100, 97, 94, 92, 89, 86, 84, 81, 79, 76]
    stories = [accepted(filed) for filed in grants]
    stories[0] = accepted(118, Step(30, "file_report"), Step(21, "approve_report"), Step(14, "pay"))
    stories[1] = accepted(116, Step(28, "file_report", "lower"), Step(20, "approve_report"))
    stories[2] = accepted(113, Step(9, "file_report"))
    stories[4] = accepted(
        108, Step(12, "file_report"), Step(5, "request_report_integration", letter=WAITS)
    )
    stories[6] = accepted(104, Step(3, "ask_change"))
    stories[9] = accepted(
        94,
        Step(50, "file_report"),
        Step(46, "approve_report"),
        Step(41, "pay"),
        Step(30, "start_recall", "unused"),
        Step(21, "file_memories", "unused"),
        Step(8, "recall_whole", "unused"),
        Step(1, "take_instalment"),
    )
    stories[5] = Story(106, (*granted(106).steps, Step(70, "return_deed")))
    stories[3] = replace(stories[3], quirk="omocodia")
    stories[7] = replace(stories[7], above_list=True)
    stories[8] = Story(
        97,
        taken(
            97,
            *integrated(89, "identity"),
            Step(78, "propose_admission"),
            Step(71, "grant"),
            Step(60, "return_deed"),
            Step(59, "confirm_deed"),
        ),
    )
    stories[12] = replace(stories[12], space=EXPIRED_SPACE)
    stories[15] = _ending(granted(79), REPLACED)
    late = (Step(41, "return_deed"), Step(40, "confirm_deed"))
    stories[15] = replace(stories[15], steps=(*stories[15].steps, *late))
    stories[16] = _ending(granted(76), FAILED)
    stories[14] = replace(stories[14], steps=(*stories[14].steps, Step(2, "waive")))
    return [
        *stories,
        # The deed is never returned: the term passes and the money comes free.
        Story(75, proposed(75, 43, Step(40, "grant"), Step(3, "lapse"))),
        refused(102, "quote"),
        refused(95, "kind"),
        refused(93, "conflict"),
        undone(
            115,
            Step(40, "start_annulment", "quote"),
            Step(31, "file_memories", "quote"),
            Step(2, "annul", "quote", letter=WAITS),
        ),
        undone(109, Step(22, "start_annulment", "seat"), Step(12, "file_memories", "seat")),
        undone(98, Step(6, "start_annulment", "quote")),
        Story(110, (Step(107, "withdraw"),)),
        Story(90, taken(90, Step(80, "withdraw"))),
    ]


def _end_of_funds() -> list[Story]:
    """The first funds end: a part offered and left, the same part offered again, then nobody."""
    return [
        Story(
            71,
            proposed(71, 40, Step(20, "offer_partial"), Step(14, "decline_partial")),
            is_large=True,
        ),
        Story(
            69,
            taken(
                69,
                *integrated(58, "quote"),
                Step(10, "propose_admission"),
                Step(4, "offer_partial", hour=10),
            ),
            kind="professional",
            is_large=True,
            account=accounts.OFFERED_A_PART,
        ),
        *(
            Story(
                filed,
                taken(
                    filed,
                    *integrated(52, "network"),
                    Step(11, "propose_admission"),
                    Step(4, "put_on_waiting_list", hour=12, letter=WAITS),
                ),
            )
            for filed in (68, 67)
        ),
    ]


def _late_and_soon() -> list[Story]:
    return [
        Story(66, taken(66)),
        Story(65, taken(65)),
        Story(65, proposed(65, 12, Step(1, "ask_substitute"))),
        Story(64, taken(64), quirk="birth_date"),
        Story(60, taken(60), above_list=True),
        Story(59, proposed(59, 8)),
        Story(58, taken(58)),
        Story(57, proposed(57, 6)),
        Story(56, taken(56), quirk="last_name"),
    ]


def _under_way() -> list[Story]:
    return [
        Story(52, taken(52, Step(17, "request_integration", "quote"))),
        Story(50, taken(50), space=SUSPENDED_SPACE),
        Story(48, taken(48, Step(16, "give_refusal_notice", "space")), space=SUSPENDED_SPACE),
        Story(47, taken(47, Step(30, "withdraw"))),
        Story(
            45,
            taken(
                45, Step(22, "give_refusal_notice", "kind"), Step(16, "file_observations", "kind")
            ),
        ),
        Story(43, proposed(43, 9), kind="enterprise"),
        Story(
            41,
            taken(
                41,
                Step(30, "give_refusal_notice", "quote"),
                Step(24, "file_observations", "quote"),
                Step(9, "propose_refusal", "quote"),
            ),
        ),
        Story(
            39,
            taken(
                39,
                Step(31, "give_refusal_notice", "conflict"),
                Step(5, "propose_refusal", "conflict"),
            ),
        ),
        Story(37, proposed(37, 7), kind="association"),
        Story(35, proposed(35, 18, Step(9, "send_back"))),
        Story(
            33,
            taken(33, Step(5, "request_integration", "quote")),
            kind="aspiring",
            account=accounts.ASKED_TO_INTEGRATE,
        ),
        Story(31, taken(31, *integrated(22, "identity"))),
        Story(29, taken(29, Step(4, "give_refusal_notice", "quote", letter=HELD))),
        Story(27, proposed(27, 3), quirk="omocodia"),
        Story(24, taken(24, Step(2, "request_integration", "network", letter=WAITS))),
        Story(21, taken(21), above_list=True),
        Story(18, proposed(18, 2)),
        Story(15, taken(15)),
        Story(12, taken(12)),
    ]


def _new() -> list[Story]:
    return [
        *(Story(filed) for filed in (9, 7, 6, 5, 4, 3, 2, 2, 1)),
        Story(20, is_draft=True),
        Story(6, is_draft=True, account=accounts.HALF_WRITTEN, kind="aspiring"),
        Story(2, is_draft=True),
        Story(1, is_draft=True),
    ]


def stories() -> list[Story]:
    """Return every application of the demonstration, in the order of filing."""
    told = [*_closed(), *_end_of_funds(), *_late_and_soon(), *_under_way(), *_new()]
    return sorted(told, key=lambda story: -story.filed)


def of_every_letter() -> list[Story]:
    """Return a short script in which each letter of the office is written, and leaves, at least once."""
    told = [
        granted(118),
        replace(granted(117), kind="association"),
        replace(granted(116), kind="enterprise", above_list=True),
        refused(102, "quote"),
        refused(99, "essential"),
        refused(64, "conflict"),
        replace(
            refused(66, "kind"),
            steps=(*refused(66, "kind").steps, Step(30, "annul_refusal", "kind")),
        ),
        undone(
            115,
            Step(40, "start_annulment", "quote"),
            Step(31, "file_memories", "quote"),
            Step(2, "annul", "quote"),
        ),
        undone(
            109,
            Step(22, "start_annulment", "seat"),
            Step(12, "file_memories", "seat"),
            Step(2, "drop_annulment", "seat"),
        ),
        *map(_left, _end_of_funds()),
        Story(90, taken(90, Step(80, "withdraw"))),
        Story(65, proposed(65, 12, Step(1, "ask_substitute"))),
    ]
    return sorted(told, key=lambda story: -story.filed)


def _left(story: Story) -> Story:
    """Let every letter of a story leave and arrive."""
    return replace(story, steps=tuple(replace(step, letter="") for step in story.steps))
