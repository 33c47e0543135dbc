"""The letters of the gallery: of cases that were really decided, otherwise of examples."""

from collections.abc import Collection, Iterator

from django.db.models import F

from grants.models import RentContribution
from letters import vocabulary
from letters.compose import addressee
from letters.gallery import Frame, Piece, draw, stressed
from letters.gallery.stress import OTHER_SCRIPTS
from letters.models import Letter, Template
from letters.templating import Value
from letters.vocabulary import Context
from letters.writing import of_values
from parties import moment
from parties.models import User

# What no case has had yet is drawn of one that has come as far: its state, by the kind of letter
# that brought it there.
STANDS_FOR = {
    "commitment_deed": "grant",
    "ranking_outcome": "waiting_list",
    "withdrawal_acknowledgement": "receipt",
    "refusal_short": "refusal",
}


def pieces(*, only: Collection[str] = (), plain: bool = False) -> Iterator[Piece]:
    """Yield every template as a letter: plain, in English, and with the hardest values."""
    for template in Template.objects.select_related("current"):
        if only and template.code not in only:
            continue
        case = _case_of(template.code)
        yield _piece(template, case, "it")
        if plain:
            continue
        if template.current and template.current.text_en:
            yield _piece(template, case, "en")
        yield _piece(template, case, "it", kind="long")
        if template.vocabulary == "contribution":
            yield _piece(template, case, "it", kind="scripts")


def _piece(
    template: Template, case: RentContribution | None, language: str, *, kind: str = ""
) -> Piece:
    version, frame = template.current, _frame(case)
    if version is None:
        raise LookupError(f"{template.code!r} has no text")
    values = _values(template, case, frame, language)
    if kind:
        values = stressed(values) if kind == "long" else stressed(values, name=OTHER_SCRIPTS)
    known = vocabulary.get(template.vocabulary).fields
    early = {name: value for name, value in values.items() if not known[name].late}
    written = of_values(template, version, language, early)
    name = "-".join(filter(None, (template.vocabulary, template.code, language, kind)))
    return draw(name, written, frame, values)


def _values(
    template: Template, case: RentContribution | None, frame: Frame, language: str
) -> dict[str, Value]:
    one = vocabulary.get(template.vocabulary)
    examples = one.examples(language)
    if case is None:
        return examples
    context = Context(by=_signer(case), day=frame.day, language=language)
    found = vocabulary.resolve(template.vocabulary, case, context)
    shown = {
        name: examples[name]
        for name, field in one.fields.items()
        if not found.get(name) and (field.from_act or name in ("termine.durata", "ritiro.data"))
    }
    return {**found, **shown, "ritardo": None}


def _signer(case: RentContribution) -> User | None:
    decided = case.history.filter(by__isnull=False).order_by(F("id").desc()).first()
    return decided.by if decided else None


def _frame(case: RentContribution | None) -> Frame:
    if case is None:
        return Frame(moment.today())
    return Frame(
        moment.today(),
        body=case.call.manager,
        owner=case.call.owner,
        addressee=addressee(case),
        reference=case.number or "",
    )


def _case_of(code: str) -> RentContribution | None:
    """Return the case that had this letter last, or one that stands for it."""
    kind = STANDS_FOR.get(code, code)
    letter = Letter.objects.filter(kind=kind, case__isnull=False).order_by("id").last()
    if letter is None:
        return None
    found = RentContribution.objects.select_related(
        "call__manager", "call__owner", "call__procedure_owner", "call__substitute"
    )
    return found.filter(pk=letter.case_id).first()
