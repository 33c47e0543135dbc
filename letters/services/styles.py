"""How the letters of a body look, who signs them in which words, and whether they wait."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from letters import logos
from letters.models import BodyStyle
from letters.permissions import MANAGE_TEMPLATES
from parties.models import Body, User
from parties.roles import Role
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.uploads import Refused, judge

SIGNING = (Role.DIRECTOR, Role.PROCEDURE_OWNER, Role.OFFICER)
SAID = ("title", "name", "note")
LOGO_KINDS = frozenset({"png", "jpeg"})
LOGO_BYTES = 1_000_000

Signatures = Mapping[str, Mapping[str, str]]


@transaction.atomic
def save(
    body: Body,
    *,
    head_unit: str,
    head_lines: str,
    foot_lines: str,
    signatures: Signatures,
    leaves_at_once: bool,
    seen: int,
    by: User,
    logo: UploadedFile | None = None,
    drops_logo: bool = False,
) -> BodyStyle:
    """Keep the style of a body's letters; those that have a number stay as they were drawn.

    `signatures` gives, by role, "title", "name" and "note" in the body's words. `seen` is the
    version the page was drawn with, 0 where the body had no style. Raises `InputRefused` for a logo
    that is no image, `TransitionRefused` for an old page or where `by` may not.
    """
    if not by.has_perm(MANAGE_TEMPLATES):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    style = BodyStyle.objects.filter(body_id=body.pk).first() or BodyStyle(body=body, version=0)
    if style.version != seen:
        raise TransitionRefused(
            Refusal.STALE, _("Somebody else has changed this since you opened the page.")
        )
    style.head_unit, style.leaves_at_once = " ".join(head_unit.split()), leaves_at_once
    style.head_lines, style.foot_lines = _lines(head_lines), _lines(foot_lines)
    style.signatures = _said(signatures)
    style.version += 1
    if logo is not None:
        style.logo = _kept(logo)
    elif drops_logo:
        style.logo = ""
    style.save()
    return style


def _kept(logo: Any) -> str:
    """Keep a logo, judged by content, and return its name."""
    try:
        judged = judge(logo, name=logo.name or "", accepted=LOGO_KINDS, max_bytes=LOGO_BYTES)
    except Refused as refused:
        raise InputRefused({"logo": refused.sentence}) from refused
    return logos.keep(logo, judged.sha256, judged.extension)


def _said(signatures: Signatures) -> dict[str, dict[str, str]]:
    kept = {
        str(role): {
            name: text
            for name in SAID
            if (text := " ".join(signatures.get(role, {}).get(name, "").split()))
        }
        for role in SIGNING
    }
    return {role: said for role, said in kept.items() if said}


def _lines(text: str) -> str:
    lines: list[Any] = [" ".join(line.split()) for line in text.splitlines()]
    return "\n".join(line for line in lines if line)
