"""Reading programmes and calls from the office's own file, and keeping the law's numbers."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from calls.contents import ROWS
from calls.models import (
    Call,
    CallKind,
    CallVersion,
    Funder,
    Funding,
    Parameter,
    Procedure,
    Programme,
)
from calls.parameters import agree
from calls.rules import first_fault
from calls.rules.blocks import Block
from calls.rules.contents import Content, Declaration, Document
from calls.rules.plain import UnreadableError, from_plain
from calls.rules.premiums import HIGHER_AID, KINDS, OTHER_KIND, Premium, Reserve
from calls.rules.scores import Criterion
from calls.services.contents import write
from parties.models import Body

DATA = Path(__file__).parent.parent / "data"
# What a call in the file says of itself; all the rest are its parameters.
OWN_KEYS = {
    "code",
    "kind",
    "programme",
    "axis",
    "title_it",
    "title_en",
    "procedure",
    "criteria",
    "premiums",
    "candidate_criteria",
    "documents",
    "declarations",
    "blocks",
    "reserves",
    "budget_line",
    "aid_code",
    "real",
}


class CallFileError(ValueError):
    """The file does not have the form of calls: the message says where."""


# Where the numbers of the law stand; rooms upstairs add files of their own when the site starts.
PARAMETER_FILES = [DATA / "parameters.json"]


def load_parameters() -> int:
    """Write the law's numbers that are not there yet; returns how many were added."""
    known = set(Parameter.objects.values_list("code", "valid_from"))
    rows = [row for path in PARAMETER_FILES for row in json.loads(path.read_text())]
    fresh = [
        Parameter(**row)
        for row in rows
        if (row["code"], date.fromisoformat(row["valid_from"])) not in known
    ]
    return len(Parameter.objects.bulk_create(fresh))


@transaction.atomic
def load_calls(content: dict[str, Any], *, owner: Body, manager: Body) -> list[Call]:
    """Write programmes and calls from a file's content; a call that exists is left as it is.

    Returns the calls that were added, unpublished, each with a first version that can still be
    edited. Raises `CallFileError` and writes nothing when a part is missing or cannot be read.
    """
    if fault := first_fault(content, kinds=CallKind.values, procedures=Procedure.values):
        raise CallFileError(fault)
    for row in content.get("programmes", []):
        _load_programme(row)
    try:
        return [
            _load_call(row, owner, manager)
            for row in content.get("calls", [])
            if not Call.objects.filter(code=row["code"]).exists()
        ]
    except UnreadableError as error:
        raise CallFileError(str(error)) from error


def _block(letter: str, text: str | dict[str, str]) -> Block:
    return Block(letter, text) if isinstance(text, str) else Block(letter, **text)


def _load_programme(row: dict[str, Any]) -> Programme:
    programme, _created = Programme.objects.get_or_create(
        code=row["code"],
        defaults={
            "title": row["title_it"],
            "lead": row["lead"],
            "partners": row.get("partners", []),
            "axes": row.get("axes", []),
        },
    )
    for given in row.get("funders", []):
        funder, _created = Funder.objects.get_or_create(name=given["name"])
        amount = given.get("amount")
        Funding.objects.get_or_create(
            programme=programme,
            funder=funder,
            defaults={"amount": Decimal(amount) if amount else None},
        )
    return programme


def _load_call(row: dict[str, Any], owner: Body, manager: Body) -> Call:
    try:
        programme = Programme.objects.get(code=row["programme"])
    except Programme.DoesNotExist as error:
        raise CallFileError(f"call {row['code']}: unknown programme {row['programme']}") from error
    defaults = defaults_of(row["kind"])
    call = Call.objects.create(
        **{name: row.get(name, "") for name in ("code", "kind", "axis", "title_it", "title_en")},
        programme=programme,
        procedure=row.get("procedure", "ranking"),
        owner=owner,
        manager=manager,
        budget_line=row.get("budget_line", ""),
        aid_code=row.get("aid_code", ""),
    )
    own = {key: value for key, value in row.items() if key not in OWN_KEYS}
    parameters = agree(defaults.get("parameters", {}) | own)
    version = CallVersion.objects.create(call=call, number=1, parameters=parameters)
    write(version, _content(row, defaults, parameters))
    call.version = version
    call.save(update_fields=["version"])
    return call


def defaults_of(kind: str) -> dict[str, Any]:
    """Return what the office usually asks in calls of a kind: parameters, papers, texts."""
    return json.loads((DATA / "defaults.json").read_text()).get(kind, {})


def usual_rows(defaults: dict[str, Any], name: str) -> list[Any]:
    """Return the office's usual rows of a sort, as plain values."""
    if name == "blocks":
        return [_block(letter, text) for letter, text in defaults.get("blocks", {}).items()]
    return [from_plain(ROWS[name], one) for one in defaults.get(name, [])]


def _content(row: dict[str, Any], defaults: dict[str, Any], parameters: dict[str, Any]) -> Content:
    def rows(key: str) -> Any:
        return row.get(key, defaults.get(key, []))

    criteria = row.get("criteria") or row.get("candidate_criteria") or []
    return Content(
        parameters=parameters,
        blocks=tuple(_block(letter, text) for letter, text in (rows("blocks") or {}).items()),
        documents=tuple(from_plain(Document, one) for one in rows("documents")),
        declarations=tuple(from_plain(Declaration, one) for one in rows("declarations")),
        reserves=tuple(from_plain(Reserve, one) for one in rows("reserves")),
        criteria=tuple(
            Criterion(f"criterion-{place}", title, Decimal(str(weight)), Decimal(str(minimum)))
            for place, (title, weight, minimum) in enumerate(criteria, 1)
        ),
        premiums=tuple(
            Premium(
                code,
                KINDS.get(code, code).capitalize(),
                HIGHER_AID,
                code if code in KINDS else OTHER_KIND,
                Decimal(amount),
            )
            for code, amount in row.get("premiums", [])
        ),
    )
