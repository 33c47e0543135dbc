"""Setting a call up subject by subject: short forms, rows in an order, nothing overwritten unseen."""

from decimal import Decimal

import pytest

from calls.models import Criterion, Reserve, TerritorialShare
from calls.services import approve
from calls.subjects import SUBJECTS
from tests.calls.setting_up import ACT, prepared
from tests.calls.views.pages import address, fresh, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def designer(as_user, office):
    return as_user(office.procedure_owner)


def subject(slug: str, code: str = "COW-GRAD") -> str:
    return address("subject", code, slug)


def errors(response) -> dict[str, list[str]]:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


@pytest.mark.parametrize("slug", [one.slug for one in SUBJECTS])
def test_every_subject_is_shown_and_saved_untouched(designer, slug):
    page = designer.get(subject(slug))
    assert page.status_code == 200
    if page.context["form"] is None:
        return
    before = fresh().version.parameters

    assert send(designer, subject(slug)).status_code == 302
    after = fresh().version.parameters
    assert {name: value for name, value in after.items() if before.get(name, value) != value} == {}


def test_save_goes_on_to_the_next_subject_or_stays(designer):
    response = send(designer, subject("requisiti"), go="next")
    assert response.url == subject("spesa")
    assert send(designer, subject("lettere"), go="next").url == address("setup", "COW-GRAD")
    assert send(designer, subject("requisiti"), go="stay").url == subject("requisiti")


def test_parameters_are_kept_as_the_rules_read_them(designer):
    send(
        designer,
        subject("spesa"),
        ceiling="2.500,50",
        rate_percent="40,5",
        period_months_from="4",
        period_months_to="9",
        kinds_of_spend=["insurance"],
        withholding=None,
    )

    kept = fresh().version.parameters
    assert (kept["ceiling"], kept["rate_percent"], kept["period_months"]) == (
        "2500.50",
        "40.5",
        [4, 9],
    )
    assert (kept["kinds_of_spend"], kept["withholding"]) == (["insurance"], False)


@pytest.mark.parametrize(
    ("slug", "changes", "field", "sentence"),
    [
        ("spesa", {"rate_percent": "140"}, "rate_percent", "il valore massimo è 100."),
        ("spesa", {"ceiling": "tanto"}, "ceiling", "Scrivi un numero"),
        ("spesa", {"period_months_from": "9", "period_months_to": "3"}, "period_months_from", "il minimo (9) supera il massimo (3)."),
        ("requisiti", {"age_from": "40", "age_to": "18"}, "age_from", "il minimo (40) supera il massimo (18)."),
        ("termini", {"integration_days": "0"}, "integration_days", "il valore minimo è 1."),
        ("termini", {"opens_at": "2026-10-25T02:30"}, "opens_at", "ricorre due volte"),
        ("termini", {"closes_at": "2027-03-28T02:30"}, "closes_at", "non esiste"),
        ("termini", {"opens_at": "2026-09-02T10:00", "closes_at": "2026-09-01T10:00"}, "closes_at", "deve venire dopo l'apertura"),
        ("termini", {"opens_at": "domani"}, "opens_at", "Scrivi un giorno e un'ora"),
        ("generale", {"title_it": ""}, "title_it", "obbligatorio"),
    ],
)  # fmt: skip
def test_value_that_cannot_stand_is_refused_beside_its_field_and_nothing_is_kept(
    designer, slug, changes, field, sentence
):
    before = fresh()

    response = send(designer, subject(slug), **changes)

    assert response.status_code == 422
    assert any(sentence in error for error in errors(response)[field]), errors(response)
    after = fresh()
    assert (after.version.parameters, after.opens_at, after.title_it) == (
        before.version.parameters,
        before.opens_at,
        before.title_it,
    )


def test_PROC_T2_longer_term_without_a_reason_stays_on_the_list(designer):
    send(designer, subject("termini"), conclusion_days="120")

    page = designer.get(subject("termini"))
    assert any("oltre 90 giorni" in fault["sentence"] for fault in page.context["here"])
    send(designer, subject("termini"), conclusion_reason="Servono pareri di altri enti.")
    page = designer.get(subject("termini"))
    assert not any("90 giorni" in fault["sentence"] for fault in page.context["here"])


def test_two_windows_do_not_overwrite_each_other_unseen(designer):
    page = designer.get(subject("risorse"))
    send(designer, subject("risorse"), endowment="90.000,00")

    response = designer.post(
        subject("risorse"), {"seen": page.context["seen"], "endowment": "80.000,00"}
    )

    assert response.status_code == 409
    assert {
        str(one["label"]): (one["now"], one["mine"])
        for one in response.context["differs"]
        if str(one["label"]) == "Dotazione"
    } == {"Dotazione": ("90000,00", "80.000,00")}
    assert fresh().version.parameters["endowment"] == "90000.00"
    again = response.context["seen"]
    designer.post(subject("risorse"), {"seen": again, "endowment": "80.000,00"})
    assert fresh().version.parameters["endowment"] == "80000.00"


def test_last_place_says_whether_a_part_may_be_granted(designer):
    send(designer, subject("graduatoria"), last_place="skip")

    kept = fresh().version.parameters
    assert (kept["last_place"], kept["partial_last"]) == ("skip", False)


def test_chain_of_ties_is_put_in_an_order(designer):
    steps = ["criterion:2", "earlier_filing", "", "public_draw", "", ""]
    send(designer, subject("graduatoria"), **{f"tie-{n}": step for n, step in enumerate(steps)})

    assert fresh().version.parameters["tie_chain"] == [
        "criterion:2",
        "earlier_filing",
        "public_draw",
    ]


def test_sentence_of_the_call_is_kept_for_a_letter(designer):
    send(designer, subject("lettere"), grant="Auguri per la nuova attività.")

    assert fresh().version.parameters["letter_notes"] == {"grant": "Auguri per la nuova attività."}


def rows(name: str) -> list[str]:
    return [row.title for row in getattr(fresh().version, name).all()]


def test_criterion_is_added_changed_moved_and_removed(designer):
    new = address("new_row", "COW-GRAD", "criteri", "criteria")
    response = send(
        designer,
        new,
        title_it="Sostenibilità",
        weight="10",
        minimum="2,5",
        guidance_it="Da 0 a 10.",
    )
    assert response.url == subject("criteri")
    row = Criterion.objects.get(version=fresh().version, code="sostenibilita")
    assert (row.weight, row.minimum, row.position) == (Decimal(10), Decimal("2.5"), 5)

    send(designer, address("row", "COW-GRAD", "criteri", "criteria", row.pk), weight="12")
    row.refresh_from_db()
    assert (row.weight, row.code) == (Decimal(12), "sostenibilita")

    move = address("move_row", "COW-GRAD", "criteri", "criteria", row.pk)
    response = designer.post(move, {"up": "1"})
    assert response.url == f"{subject('criteri')}#criteria-{row.pk}"
    assert rows("criteria")[3] == "Sostenibilità"
    designer.post(move, {"down": "1"})
    designer.post(move, {"down": "1"})
    assert rows("criteria")[4] == "Sostenibilità"

    designer.post(address("remove_row", "COW-GRAD", "criteri", "criteria", row.pk))
    assert "Sostenibilità" not in rows("criteria")


def test_RANK_09_minimum_above_maximum_is_refused(designer):
    new = address("new_row", "COW-GRAD", "criteri", "criteria")

    response = send(designer, new, title_it="Idea", weight="10", minimum="11")

    assert response.status_code == 422
    assert errors(response) == {"minimum": ["I punti minimi superano i massimi."]}
    assert len(rows("criteria")) == 4


def test_RANK_02_points_that_do_not_sum_stand_on_the_list(designer):
    send(
        designer,
        address("new_row", "COW-GRAD", "criteri", "criteria"),
        title_it="Idea",
        weight="10",
    )

    page = designer.get(subject("criteri"))
    assert "I punti massimi dei criteri fanno 110 e devono fare 100." in [
        fault["sentence"] for fault in page.context["here"]
    ]


def test_row_that_somebody_else_changed_is_not_overwritten(designer):
    row = fresh().version.criteria.first()
    url = address("row", "COW-GRAD", "criteri", "criteria", row.pk)
    page = designer.get(url)
    Criterion.objects.filter(pk=row.pk).update(weight=31)

    response = designer.post(
        url,
        {"seen": page.context["seen"], "title_it": row.title_it, "weight": "29", "minimum": "0"},
    )

    assert response.status_code == 409
    assert [(one["now"], one["mine"]) for one in response.context["differs"]] == [("31", "29")]
    row.refresh_from_db()
    assert row.weight == Decimal(31)


def test_rows_of_each_sort_are_written(designer):
    send(
        designer,
        address("new_row", "COW-GRAD", "premialita", "reserves"),
        title_it="Giovani",
        percent="10",
        groups=["young"],
        within="",
    )
    send(
        designer,
        address("new_row", "COW-GRAD", "premialita", "premiums"),
        title_it="Lavoro di giovani",
        kind="youth_women_work",
        system="points",
        points="3",
    )
    send(
        designer,
        address("new_row", "COW-GRAD", "risorse", "shares"),
        province="mn",
        amount="100.000",
    )
    send(
        designer,
        address("new_row", "COW-GRAD", "documenti", "documents"),
        title_it="Planimetria",
        accepted=["pdf"],
        megabytes="4",
        is_required="on",
    )
    send(
        designer,
        address("new_row", "COW-GRAD", "dichiarazioni", "declarations"),
        title_it="Età",
        kind="46",
        text_it="Dichiaro la mia età.",
        only_for=["enterprise"],
    )

    version = fresh().version
    assert (version.reserves.last().groups, version.premiums.last().points) == (["young"], 3)
    assert [(s.province, s.amount) for s in version.shares.all()] == [("MN", Decimal(100000))]
    assert version.documents.last().max_bytes == 4 * 1024 * 1024
    assert version.declarations.last().only_for == ["enterprise"]


@pytest.mark.parametrize(
    ("slug", "name", "typed", "field"),
    [
        ("premialita", "premiums", {"title_it": "A", "kind": "other", "system": "points"}, "points"),
        ("premialita", "reserves", {"title_it": "A", "percent": "120", "groups": ["sme"]}, "percent"),
        ("risorse", "shares", {"province": "ZZ", "amount": "10"}, "province"),
        ("documenti", "documents", {"title_it": "A", "megabytes": "2"}, "accepted"),
        ("documenti", "documents", {"title_it": "A", "accepted": ["pdf"], "megabytes": "2", "is_essential": "on"}, "is_essential"),
        ("dichiarazioni", "declarations", {"title_it": "A", "kind": "99", "text_it": "B"}, "kind"),
    ],
)  # fmt: skip
def test_row_with_a_fault_is_refused_beside_its_field(designer, slug, name, typed, field):
    response = designer.post(address("new_row", "COW-GRAD", slug, name), typed)

    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_usual_rows_are_added_once(designer):
    fresh().version.declarations.filter(code__in=["privacy", "truth"]).delete()

    for _time in range(2):
        designer.post(address("add_usual", "COW-GRAD", "dichiarazioni"))

    codes = list(fresh().version.declarations.values_list("code", flat=True))
    assert (len(codes), len(set(codes)), codes[-2:]) == (10, 10, ["privacy", "truth"])


def test_CALL_03_block_holds_its_text_or_the_reason_why_not(designer):
    url = address("block", "COW-GRAD", "h")

    response = send(designer, url, text_it="", left_out_because="Non sono previste.", go="next")
    assert response.url == address("block", "COW-GRAD", "i")
    block = fresh().version.blocks.get(letter="h")
    assert (block.text_it, block.left_out_because) == ("", "Non sono previste.")

    response = send(designer, url, text_it="Testo.")
    assert response.status_code == 422
    assert "left_out_because" in response.context["form"].errors


def test_approved_call_is_locked(designer, office):
    approve(prepared(office), by=office.director, act=ACT)
    before = fresh().version.parameters

    page = designer.get(subject("risorse"))
    response = send(designer, subject("risorse"), endowment="1,00")

    assert "approvato" in page.context["lock"]
    assert response.status_code == 422
    assert fresh().version.parameters == before


def test_published_call_is_locked_until_a_version_begins(designer, office):
    assert "nuova versione" in designer.get(subject("spesa", "COW-SPORT")).context["lock"]

    designer.post(address("begin_version", "COW-SPORT"), {"reason": "Nuovo massimale"})

    assert designer.get(subject("spesa", "COW-SPORT")).context["lock"] == ""
    send(designer, subject("spesa", "COW-SPORT"), ceiling="1.600,00")
    call = fresh("COW-SPORT")
    assert call.version.parameters["ceiling"] == "1500.00"
    assert call.draft_version.parameters["ceiling"] == "1600.00"


def test_CALL_21_criteria_are_locked_once_somebody_has_applied(designer, office):
    office.file()
    designer.post(address("begin_version", "COW-SPORT"), {"reason": "Prova"})

    response = send(designer, subject("graduatoria", "COW-SPORT"), allocation="draw")

    assert response.status_code == 422
    assert fresh("COW-SPORT").draft_version.parameters["allocation"] == "filing_order"


def test_auditor_looks_and_does_not_write(as_user, office):
    client = as_user(office.officer)

    page = client.get(subject("criteri"))

    assert "chi prepara i bandi" in page.context["lock"]
    assert "fieldset" in page.content.decode()
    assert client.post(subject("criteri"), {}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_rows_take_the_same_queries_however_many_they_are(
    designer, django_assert_num_queries, count
):
    version = fresh().version
    version.criteria.filter(position__gt=count).delete()
    Reserve.objects.filter(version=version).delete()
    TerritorialShare.objects.filter(version=version).delete()
    designer.get(subject("criteri"))

    with django_assert_num_queries(20):
        designer.get(subject("criteri"))


@pytest.mark.parametrize(
    "path", ["imposta/nulla/", "blocchi/z/", "imposta/criteri/premiums/nuova/"]
)
def test_what_is_not_there_is_not_found(designer, path):
    assert designer.get(f"/ufficio/bandi/COW-GRAD/{path}").status_code == 404
