"""The letters of the gallery: those really issued, others of cases or of examples, the texts of calls."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from calls.models import Call
from calls.queries import with_everything
from grants.models import RentContribution
from letters import logos, pdf, vocabulary
from letters.call_text import call_text
from letters.compose import addressee
from letters.gallery import OTHER_SCRIPTS, Frame, Piece, draw, stressed, stressed_frame
from letters.models import Letter, Template
from letters.templating import Value
from letters.vocabulary import Context
from letters.vocabulary.english import in_english
from letters.wording import fields_of
from letters.writing import of_values
from parties import moment
from workflows.kinds import numbered

LONG, SCRIPTS = "long", "scripts"
# What no case has had yet is drawn of one that has come as far: its state, by the kind of letter
# that brought it there.
STANDS_FOR = {
    "commitment_deed": "grant",
    "ranking_outcome": "waiting_list",
    "refusal_short": "refusal",
    "premium_revocation_start": "annulment_start",
    "premium_reduction": "annulment",
    "premium_revocation": "annulment",
    "premium_revocation_dropped": "annulment_dropped",
}
# What such a case lacks shows its example, as what acts bring themselves does.
LACKING = ("termine.durata",)


@dataclass(frozen=True)
class Wanted:
    """One file of the gallery: a template in a language, as it is (no kind) or with hard values."""

    template: Template
    language: str
    kind: str = ""

    @property
    def name(self) -> str:
        """The name of its file."""
        parts = (self.template.vocabulary, self.template.code, self.language, self.kind)
        return "-".join(filter(None, parts))

    @cached_property
    def letter(self) -> Letter | None:
        """The last letter of its kind that was issued in Italian, if there is one."""
        return _issued(self.template.code)

    @cached_property
    def case(self) -> RentContribution | None:
        """The case that had this letter, or one that stands for it."""
        letter = self.letter or _issued(STANDS_FOR.get(self.template.code, ""))
        found = RentContribution.objects.select_related(
            "call__manager", "call__owner", "call__procedure_owner", "call__substitute"
        )
        return found.filter(pk=letter.case_id).first() if letter and letter.case_id else None

    def piece(self) -> Piece:
        """Return the letter to draw; as it was issued, where nothing is changed in it."""
        if self.letter is not None and (self.language, self.kind) == ("it", ""):
            kept = pdf.letter_from_dict(self.letter.content, logos.picture)
            return Piece(self.name, kept, is_issued=True)
        version, frame, values = self.template.current, self._frame(), self._values()
        if version is None:
            raise LookupError(f"{self.template.code!r} has no text")
        if self.kind:
            name = (OTHER_SCRIPTS,) if self.kind == SCRIPTS else ()
            values, frame = stressed(values, *name), stressed_frame(frame, *name)
        known = vocabulary.get(self.template.vocabulary).fields
        early = {name: value for name, value in values.items() if not known[name].late}
        written = of_values(self.template, version, self.language, early)
        return draw(self.name, written, frame, values)

    def _values(self) -> dict[str, Value]:
        one = vocabulary.get(self.template.vocabulary)
        examples = one.examples(self.language)
        if self.case is None:
            return examples
        context = Context(by=None, day=moment.today(), language=self.language)
        found = vocabulary.resolve(self.template.vocabulary, self.case, context)
        shown = {
            name: examples[name]
            for name, field in one.fields.items()
            if not found.get(name) and (field.from_act or name in LACKING)
        }
        late = examples["ritardo"] if self.kind == LONG else None
        return {**found, **shown, **self._said(one), "ritardo": late}

    def _frame(self) -> Frame:
        case = self.case
        if case is None:
            return Frame(moment.today())
        return Frame(
            moment.today(),
            body=case.call.manager,
            owner=case.call.owner,
            addressee=addressee(case),
            reference=numbered(case, self.language),
        )

    def _said(self, one: vocabulary.Vocabulary) -> dict[str, Value]:
        """Return what the act brought: who signed, and the reason in that person's own words."""
        stood = self.letter or _issued(STANDS_FOR[self.template.code])
        if stood is None or stood.case is None:
            return {}
        move = stood.case.history.filter(at__lte=stood.created_at).order_by("-id").first()
        said: dict[str, Value] = {"motivazione": (move.reason.strip() or None) if move else None}
        if signed := fields_of(stood).get("firma"):
            said["firma"] = in_english(signed, one.english) if self.language == "en" else signed
        return said


def wanted(*, only: Collection[str] = (), plain: bool = False) -> Iterator[Wanted]:
    """Yield every file: each template plain, in English, and with the hardest values."""
    for template in Template.objects.select_related("current").order_by("vocabulary", "code"):
        if only and template.code not in only:
            continue
        yield Wanted(template, "it")
        if plain:
            continue
        if template.current and template.current.text_en:
            yield Wanted(template, "en")
        yield Wanted(template, "it", LONG)
        if template.vocabulary == "contribution":
            yield Wanted(template, "it", SCRIPTS)


def pieces(*, only: Collection[str] = (), plain: bool = False) -> Iterator[Piece]:
    """Yield the letter of every file."""
    for one in wanted(only=only, plain=plain):
        yield one.piece()


def call_texts() -> Iterator[Piece]:
    """Yield the text of every call, of the version that its designer shows."""
    for code in Call.objects.order_by("code").values_list("code", flat=True):
        call = with_everything(code).get()
        version = call.draft_version or call.current_version
        yield Piece(f"bando-{code.lower()}", call_text(call, version))


def _issued(code: str) -> Letter | None:
    issued = Letter.objects.filter(kind=code, language="it", content__isnull=False)
    return issued.select_related("case").order_by("id").last()
