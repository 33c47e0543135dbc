"""Setting calls up: reading them from a file, publishing them, keeping the law's numbers."""

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from calls.models import (
    Call,
    CallKind,
    CallVersion,
    Criterion,
    Declaration,
    Funder,
    Funding,
    Parameter,
    Premium,
    Procedure,
    Programme,
    RequiredDocument,
)
from calls.rules import first_fault
from parties import moment
from parties.models import Body, User

DATA = Path(__file__).parent / "data"
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
    "real",
}


class CallFileError(ValueError):
    """The file does not have the form of calls: the message says where."""


def load_parameters() -> int:
    """Write the law's numbers that are not there yet; returns how many were added."""
    added = 0
    for row in json.loads((DATA / "parameters.json").read_text()):
        key = {"code": row.pop("code"), "valid_from": row.pop("valid_from")}
        added += Parameter.objects.get_or_create(**key, defaults=row)[1]
    return added


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
    return [
        _load_call(row, owner, manager)
        for row in content.get("calls", [])
        if not Call.objects.filter(code=row["code"]).exists()
    ]


@transaction.atomic
def publish(
    call: Call,
    *,
    by: User | None,
    opens_at: datetime,
    closes_at: datetime | None,
    procedure_owner: User,
    substitute: User | None,
    criteria_act: str,
    published_at: datetime | None = None,
) -> Call:
    """Freeze the call's version and show it to the public (CALL-03, ORG-07)."""
    call.opens_at, call.closes_at = opens_at, closes_at
    call.published_by = by
    call.procedure_owner, call.substitute, call.criteria_act = (
        procedure_owner,
        substitute,
        criteria_act,
    )
    call.published_at = published_at or moment.now()
    version = call.version
    version.frozen_at = call.published_at
    version.save(update_fields=["frozen_at"])
    call.save()
    return call


@transaction.atomic
def revise(call: Call, *, reason: str, parameters: dict[str, Any] | None = None) -> CallVersion:
    """Return a new version of a published call, a copy that can still be edited.

    `parameters` replaces single ones. Nobody sees it until `publish_version`; the present version
    and the cases filed under it stay as they are. Raises `ValueError` without a reason.
    """
    if not reason.strip():
        raise ValueError("a later version says why it was made")
    call = Call.objects.select_for_update(of=("self",)).select_related("version").get(pk=call.pk)
    last = call.versions.order_by("-number").values_list("number", flat=True)[0]
    version = CallVersion.objects.create(
        call=call,
        number=last + 1,
        parameters=call.version.parameters | (parameters or {}),
        texts=call.version.texts,
        reason=reason.strip(),
    )
    for model in (RequiredDocument, Declaration, Criterion, Premium):
        rows = list(model.objects.filter(version=call.version_id))
        for row in rows:
            row.pk, row.version = None, version
        model.objects.bulk_create(rows)
    return version


@transaction.atomic
def publish_version(version: CallVersion) -> Call:
    """Freeze a later version and let new applications be made under it (CALL-03).

    Cases filed before keep theirs; `manage.py migrate_cases` says which could move. Raises
    `ValueError` where the call was never published, or the version is no later than the present.
    """
    call = (
        Call.objects.select_for_update(of=("self",))
        .select_related("version")
        .get(pk=version.call_id)
    )
    if call.published_at is None or version.number <= call.version.number:
        raise ValueError("only a later version of a published call takes the place of the present")
    version.frozen_at = moment.now()
    version.save(update_fields=["frozen_at"])
    call.version = version
    call.save(update_fields=["version"])
    return call


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
    defaults = json.loads((DATA / "defaults.json").read_text()).get(row["kind"], {})
    call = Call.objects.create(
        code=row["code"],
        kind=row["kind"],
        programme=programme,
        axis=row.get("axis", ""),
        title_it=row["title_it"],
        title_en=row.get("title_en", ""),
        procedure=row.get("procedure", "ranking"),
        owner=owner,
        manager=manager,
    )
    own = {key: value for key, value in row.items() if key not in OWN_KEYS}
    version = CallVersion.objects.create(
        call=call, number=1, parameters=defaults.get("parameters", {}) | own
    )
    _load_contents(version, row, defaults)
    call.version = version
    call.save(update_fields=["version"])
    return call


def _load_contents(version: CallVersion, row: dict[str, Any], defaults: dict[str, Any]) -> None:
    for model, key in ((RequiredDocument, "documents"), (Declaration, "declarations")):
        items = row.get(key, defaults.get(key, []))
        model.objects.bulk_create(
            model(version=version, position=position, **item)
            for position, item in enumerate(items, 1)
        )
    criteria = row.get("criteria") or row.get("candidate_criteria") or []
    Criterion.objects.bulk_create(
        Criterion(
            version=version,
            position=position,
            code=f"criterion-{position}",
            title_it=title,
            weight=Decimal(str(weight)),
            minimum=Decimal(str(minimum)),
        )
        for position, (title, weight, minimum) in enumerate(criteria, 1)
    )
    Premium.objects.bulk_create(
        Premium(
            version=version, position=position, code=code, title_it=code, amount=Decimal(amount)
        )
        for position, (code, amount) in enumerate(row.get("premiums", []), 1)
    )
