"""The text of a call as a chamber prints it: the thirteen blocks, with the numbers that belong to each.

It is drawn from the version alone, so that text, form and rules cannot say different things.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils import timezone, translation

from calls import contents
from calls.kinds import kind_of
from calls.models import Call, CallVersion
from calls.parameters import COMMON
from calls.rules.blocks import BLOCKS
from calls.rules.contents import Content
from calls.rules.parameters import DECIMAL, Parameter, as_decimal
from calls.rules.premiums import POINTS, SYSTEMS, Premium
from calls.rules.ranking import LAST_PLACES, POLICIES, step_in_words
from calls.rules.words import euro, instant, number
from letters import pdf
from letters.compose import bound, bound_blocks, letterhead, name_of
from letters.pdf.content import Block
from parties import moment
from workflows.terms.italian import italian_date

DRAFT = "BOZZA – non pubblicato"
UNITS = {"money": " €", "percent": "%", "points": " punti", "days": " giorni"}
# Under which block the values of each subject of the designer are printed.
SUBJECTS = {
    "b": ("risorse",),
    "d": ("requisiti",),
    "e": ("spesa",),
    "f": ("premialita",),
    "g": ("termini", "criteri", "graduatoria"),
}
# Said in words elsewhere in the text, or of no use to who reads it.
SAID_ELSEWHERE = frozenset(
    {"regime", "allocation", "last_place", "click_day_note", "premiums_left_out_because"}
)


def call_text(call: Call, version: CallVersion) -> pdf.Letter:
    """Return the text of a version of a call; one that is not public says so at its head."""
    with translation.override("it"):
        content = contents.read(version)
        blocks = [pdf.Facts(tuple(_facts(call, version))), *_articles(call, content)]
    body = call.manager
    day = timezone.localtime(version.frozen_at or moment.now()).date()
    mark = f"Bando {call.code} – versione {version.number}"
    return pdf.Letter(
        language="it",
        title=call.title_it,
        letterhead=letterhead(body, call.owner),
        reference_lines=(mark,) if version.frozen_at else (mark, DRAFT),
        place_and_date=f"{body.municipality}, {italian_date(day)}",
        subject=bound(f"Bando – {call.title_it}"),
        blocks=bound_blocks(blocks),
        created=(version.frozen_at or moment.now()).isoformat(),
    )


def _facts(call: Call, version: CallVersion) -> Iterator[tuple[str, str]]:
    funders = [str(funding.funder.name) for funding in call.programme.fundings.all()]
    rows = (
        ("Programma", str(call.programme)),
        ("Finanziato da", ", ".join(funders)),
        ("Amministrazione", call.owner.name),
        ("Soggetto gestore", ", ".join(filter(None, (call.manager.name, call.manager.unit)))),
        ("Procedura", str(call.get_procedure_display())),
        ("Approvato con", call.criteria_act),
        ("Apertura", _instant(call.opens_at)),
        ("Chiusura", _instant(call.closes_at) or ("senza scadenza" if call.opens_at else "")),
        ("Responsabile del procedimento", name_of(call.procedure_owner)),
        ("Titolare del potere sostitutivo", name_of(call.substitute)),
        ("Motivo di questa versione", version.reason),
    )
    return ((label, value) for label, value in rows if value)


def _instant(value: Any) -> str:
    return instant(timezone.localtime(value)) if value else ""


def _articles(call: Call, content: Content) -> Iterator[Block]:
    texts = {block.letter: block for block in content.blocks}
    for place, (letter, title) in enumerate(BLOCKS.items(), 1):
        yield pdf.Heading(f"Art. {place} – {title[:1].upper()}{title[1:]}")
        block = texts.get(letter)
        yield from _words(block.text_it if block else "", block.left_out_because if block else "")
        rows = tuple(_values(call, content, letter))
        if rows:
            yield pdf.Facts(rows)
        yield from OF_BLOCK.get(letter, _nothing)(content)


def _words(text: str, left_out_because: str) -> Iterator[Block]:
    if left_out_because.strip():
        because = pdf.escape(left_out_because.strip())
        yield pdf.Paragraph(f"Non compatibile con questo bando: {because}")
        return
    if not text.strip():
        yield pdf.Callout("Da scrivere: senza questo articolo il bando non può essere pubblicato.")
    for part in text.split("\n"):
        if part.strip():
            yield pdf.Paragraph(pdf.escape(part.strip()))


def _values(call: Call, content: Content, letter: str) -> Iterator[tuple[str, str]]:
    for parameter in (*COMMON, *kind_of(call.kind).parameters):
        if parameter.place in SUBJECTS.get(letter, ()) and parameter.code not in SAID_ELSEWHERE:
            value = in_words(parameter, content.parameters.get(parameter.code))
            if value:
                yield f"{parameter.name[:1].upper()}{parameter.name[1:]}", value


def in_words(parameter: Parameter, value: Any) -> str:
    """Return the value of a parameter as people read it, in the language of the moment."""
    if value is None or value in ("", [], ()):
        return ""
    if parameter.kind == "yes_no":
        return "sì" if value else "no"
    if parameter.kind in {"choice", "choices"}:
        titles = {code: str(label) for code, label in parameter.choices}
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(titles.get(one, str(one)) for one in chosen)
    if parameter.kind == "range":
        return f"da {value[0]} a {value[1]}"
    return (
        _steps_in_words(value) if parameter.kind == "steps" else _number_in_words(parameter, value)
    )


def _steps_in_words(value: Any) -> str:
    return ", ".join(f"{euro(Decimal(amount))} da {days} giorni" for days, amount in _steps(value))


def _number_in_words(parameter: Parameter, value: Any) -> str:
    read = as_decimal(value)
    if read is None or parameter.kind not in DECIMAL | {"count", "days"}:
        return str(value)
    return euro(read) if parameter.kind == "money" else number(read) + UNITS.get(parameter.kind, "")


def _steps(value: Any) -> list[tuple[int, str]]:
    """Return the steps that can be read; a draft may hold others."""
    return [tuple(row) for row in value if isinstance(row, list | tuple)]


def _nothing(_content: Content) -> Iterable[Block]:
    return ()


def _resources(content: Content) -> Iterator[Block]:
    titles = {one.code: one.title_it for one in content.reserves}
    if content.reserves:
        yield pdf.Table(
            ("Riserva", "Quota", "Se non è usata"),
            tuple(
                (
                    one.title_it,
                    f"{number(one.percent)}%"
                    + (f" di “{titles[one.within]}”" if one.within in titles else ""),
                    one.release_it,
                )
                for one in content.reserves
            ),
            widths=(3, 2, 3),
            caption="Riserve di fondi",
            row_headers=True,
        )
    if content.shares:
        yield pdf.Table(
            ("Provincia", "Quota"),
            tuple((one.province, euro(one.amount)) for one in content.shares),
            align=("left", "right"),
            caption="Quote territoriali",
            row_headers=True,
        )


def _premiums(content: Content) -> Iterator[Block]:
    if content.premiums:
        proved = any(one.evidence_it for one in content.premiums)
        yield pdf.Table(
            ("Premialità", "Che cosa dà", *(["Come si prova"] if proved else [])),
            tuple(
                (one.title_it, _gives(one), *([one.evidence_it] if proved else []))
                for one in content.premiums
            ),
            caption="Premialità",
            row_headers=True,
        )
    because = str(content.parameters.get("premiums_left_out_because") or "").strip()
    if because:
        yield pdf.Paragraph(f"Premialità non previste: {pdf.escape(because)}")


def _gives(premium: Premium) -> str:
    if premium.system == POINTS:
        return f"{number(premium.points)} punti"
    more = f": {euro(premium.amount)} in più" if premium.amount else ""
    return f"{SYSTEMS[premium.system]}{more}"


def _access(content: Content) -> Iterator[Block]:
    yield from _list(
        "Con la domanda si allegano:",
        (f"{one.title_it}{'' if one.is_required else ' (se c’è)'}" for one in content.documents),
    )
    yield from _list(
        "La domanda chiede inoltre:",
        (one.title_it for one in content.questions if one.kind not in {"heading", "computed"}),
    )
    yield from _criteria(content)


def _criteria(content: Content) -> Iterator[Block]:
    policy = POLICIES.get(str(content.parameters.get("allocation") or ""))
    last = LAST_PLACES.get(str(content.parameters.get("last_place") or ""))
    if content.criteria:
        total = sum(one.weight for one in content.criteria)
        yield pdf.Table(
            ("Criterio", "Minimo", "Massimo"),
            (
                *(
                    (one.title_it, number(one.minimum), number(one.weight))
                    for one in content.criteria
                ),
                ("Totale", "", number(total)),
            ),
            align=("left", "right", "right"),
            widths=(4, 1, 1),
            total=True,
            caption="Criteri di valutazione",
            row_headers=True,
        )
    if policy:
        yield pdf.Paragraph(f"Le risorse si assegnano: {policy}.")
    chain = content.parameters.get("tie_chain") or ()
    titles = [one.title_it for one in content.criteria]
    if chain:
        yield pdf.Paragraph("A parità di punteggio prevale, nell'ordine:")
        steps = tuple(pdf.escape(step_in_words(step, titles)) for step in chain)
        yield pdf.Bullets(steps, ordered=True)
    if last:
        yield pdf.Paragraph(f"Se le risorse non bastano per l'ultima domanda: {last}.")


def _duties(content: Content) -> Iterator[Block]:
    yield from _list(
        "Chi presenta la domanda dichiara (DPR 445/2000):",
        (one.title_it for one in content.declarations if one.kind != "notice"),
    )


def _list(lead: str, titles: Iterable[str]) -> Iterator[Block]:
    items = tuple(pdf.escape(title) for title in titles)
    if items:
        yield pdf.Paragraph(lead)
        yield pdf.Bullets(items)


OF_BLOCK: dict[str, Callable[[Content], Iterable[Block]]] = {
    "b": _resources,
    "f": _premiums,
    "g": _access,
    "n": _duties,
}
