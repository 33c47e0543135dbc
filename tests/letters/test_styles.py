"""How the letters of a body look, and who decides it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from letters import compose, logos, pdf
from letters.models import BodyStyle
from letters.services import styles
from parties.roles import Role
from workflows.engine import InputRefused, Refusal, TransitionRefused

pytestmark = pytest.mark.django_db


def image(kind: str = "PNG", name: str = "logo.png") -> SimpleUploadedFile:
    stream = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(stream, kind)
    return SimpleUploadedFile(name, stream.getvalue())


def save(office, **changes) -> BodyStyle:
    said = {
        "head_unit": " Ufficio  bandi ",
        "head_lines": "Sportello 3\n\n  primo piano ",
        "foot_lines": "",
        "signatures": {Role.DIRECTOR: {"title": "La dirigente", "name": " ", "note": ""}},
        "leaves_at_once": False,
        "seen": compose.style_of(office.agency).version,
        "by": office.procedure_owner,
    }
    return styles.save(office.agency, **said | changes)


def test_a_style_is_kept_without_stray_space(office):
    style = save(office)
    style.refresh_from_db()

    assert (style.head_unit, style.head_lines) == ("Ufficio bandi", "Sportello 3\nprimo piano")
    assert style.signatures == {"director": {"title": "La dirigente"}}
    assert not style.leaves_at_once
    assert compose.signature_of(office.agency, Role.DIRECTOR, office.director) == pdf.Signature(
        "La dirigente", str(office.director), compose.PRINTED_NAME
    )
    assert compose.signature_of(office.agency, Role.OFFICER, None).role == "L'istruttore"


def test_a_body_without_a_style_gets_its_first_one(office):
    BodyStyle.objects.filter(body=office.chamber).delete()
    styles.save(
        office.chamber,
        head_unit="",
        head_lines="",
        foot_lines="",
        signatures={},
        leaves_at_once=True,
        seen=0,
        by=office.procedure_owner,
    )
    assert BodyStyle.objects.get(body=office.chamber).version == 1


def test_an_old_page_and_other_people_change_nothing(office):
    before = BodyStyle.objects.get(body=office.agency).version
    for changes, why in (
        ({"seen": before + 1}, Refusal.STALE),
        ({"by": office.director}, Refusal.RIGHT),
    ):
        with pytest.raises(TransitionRefused) as refused:
            save(office, **changes)
        assert refused.value.why == why
    assert BodyStyle.objects.get(body=office.agency).version == before


def test_a_logo_is_judged_by_content_and_printed(office):
    with pytest.raises(InputRefused) as refused:
        save(office, logo=SimpleUploadedFile("logo.png", b"%PDF-1.7 not an image"))
    assert refused.value.message_dict.keys() == {"logo"}

    style = save(office, logo=image("JPEG", "foto.png"))
    assert style.logo.name.endswith(".jpg")
    head = compose.letterhead(office.agency, office.agency)
    assert logos.picture(head.logo.digest) == head.logo.data
    assert (
        pdf.letter_from_dict(
            pdf.letter_to_dict(
                pdf.Letter(language="it", title="x", letterhead=head, created="2026-03-12")
            ),
            logos.picture,
        ).letterhead
        == head
    )

    # A letter drawn with it can be drawn again when another has taken its place.
    save(office, logo=image())
    assert logos.picture(head.logo.digest) == head.logo.data
    save(office, drops_logo=True)
    assert compose.letterhead(office.agency, office.agency).logo is None
    with pytest.raises(KeyError):
        logos.picture("0" * 64)


def typed(office, **changes):
    style = compose.style_of(office.agency)
    return {
        "head_unit": "Ufficio",
        "seen": str(style.version),
        "director_title": "La dirigente",
    } | changes


def test_the_page_keeps_what_is_typed_until_it_is_right(office, as_user):
    owner, address = (
        as_user(office.procedure_owner),
        reverse("letters:style", args=[office.agency.pk]),
    )
    page = owner.post(address, typed(office, head_lines="a\n" * 5, foot_lines="x" * 73))
    assert page.status_code == 422
    assert sorted(page.context["form"].errors) == ["foot_lines", "head_lines"]
    assert page.context["form"]["director_title"].value() == "La dirigente"

    page = owner.post(address, typed(office, logo=SimpleUploadedFile("logo.svg", b"<svg/>")))
    assert sorted(page.context["form"].errors) == ["logo"]
    page = owner.post(address, typed(office, seen="99"))
    assert (page.status_code, page.context["form"]["seen"].value()) == (409, 1)

    assert owner.post(address, typed(office, logo=image())).url == address
    again = owner.get(address)
    assert again.context["form"]["director_title"].value() == "La dirigente"
    assert "drops_logo" in again.context["form"].fields
    logo = owner.get(reverse("letters:style_logo", args=[office.agency.pk]))
    assert (logo.status_code, logo["Content-Type"]) == (200, "image/png")
    specimen = owner.get(reverse("letters:style_specimen", args=[office.agency.pk]))
    assert specimen.content.startswith(b"%PDF")
    owner.post(address, typed(office, drops_logo="on"))
    assert not BodyStyle.objects.get(body=office.agency).logo


def test_the_list_says_whose_letters_wait(office, as_user):
    save(office, leaves_at_once=False)
    page = as_user(office.procedure_owner).get(reverse("letters:styles"))

    assert page.context["careful"] == {office.agency.pk}


def test_a_body_without_a_style_is_listed_as_its_letters_leave(office, as_user):
    BodyStyle.objects.all().delete()
    page = as_user(office.procedure_owner).get(reverse("letters:styles"))

    assert page.context["careful"] == set()


def test_the_office_says_on_the_page_whether_letters_wait(office, as_user):
    owner, address = (
        as_user(office.procedure_owner),
        reverse("letters:style", args=[office.agency.pk]),
    )
    assert owner.get(address).context["form"]["leaves_at_once"].value() is True

    owner.post(address, typed(office))
    waits = _grant(office)
    owner.post(address, typed(office, leaves_at_once="on"))
    leaves = _grant(office)

    assert [waits.state, leaves.state] == ["to_approve", "ready"]


def _grant(office):
    return office.granted().letters.get(kind="grant")
