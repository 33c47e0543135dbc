"""No aid is granted beyond the room of the single undertaking, nor outside the register (AID, RNA; G4)."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounting import aid
from accounting.files.aid_register import FILLED, read_table
from accounting.files.safe_xml import Unreadable
from accounting.models import AidCheck, AidEntry, AidRegistration, FirmLink
from grants.models import RentContribution
from grants.services import aid as services
from parties import moment
from tests.accounting.books import firm
from tests.grants.acts.act_pages import fresh
from tests.grants.judged import send
from tests.grants.programme import proposed_in, two_calls
from tests.races import at_once
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
CAR = "CAR-1001"
OTHER = "09876543217"


def proposed(office, name: str = "Alfa srl", car: str = CAR):
    """Return a firm's application whose admission is proposed, in a measure of the register."""
    type(office.call).objects.filter(pk=office.call.pk).update(aid_code=car)
    return office.proposed(
        organisation=firm(name),
        applicant_kind="enterprise",
        commits_to_vat=False,
        employment="",
    )


def asked(office, case, but: str = "") -> None:
    """Write both checks down, save the kind named."""
    for number, kind in enumerate((AidCheck.Kind.AID, AidCheck.Kind.DE_MINIMIS), 1):
        if kind != but:
            vercor = f"{case.pk}{number}"
            services.note_check(
                case, by=office.officer, kind=kind, vercor=vercor, on=moment.today()
            )


def registered(office, case, *, days: int = 0, amount: str = "600.00", code: str = ""):
    """Write a COR down, given so many days ago."""
    return services.register_aid(
        case,
        by=office.officer,
        kind="cor",
        code=code or f"99{case.pk}",
        on=moment.today() - timedelta(days=days),
        amount=Decimal(amount),
    )


def refused(office, as_user, case) -> str:
    """Grant by direct POST, which must be refused; return what the page says."""
    page = send(as_user(office.director), fresh(case), "grant")
    assert (page.status_code, fresh(case).status) == (422, "admission_proposed")
    return page.content.decode()


def had(case, amount: str, *, code: str = "", days: int = 30, **more) -> AidEntry:
    """Return an aid that the register tells of."""
    return AidEntry.objects.create(
        case=case,
        source="register",
        firm_code=code or case.applicant.tax_code,
        regulation="2023/2831",
        authority="Regione",
        granted_on=moment.today() - timedelta(days=days),
        amount=Decimal(amount),
        **more,
    )


def test_G4_RNA_04_cannot_grant_before_the_register_was_asked(office, as_user):
    case = proposed(office)
    registered(office, case)
    for missing in (AidCheck.Kind.AID, AidCheck.Kind.DE_MINIMIS):
        AidCheck.objects.all().delete()
        asked(office, case, but=missing)
        assert "manca la visura" in refused(office, as_user, case)


def test_G4_RNA_02_cannot_grant_without_the_code_of_the_register(office, as_user):
    case = proposed(office)
    asked(office, case)

    assert "Manca il COR" in refused(office, as_user, case)


@pytest.mark.parametrize("days", [0, 20])
def test_RNA_03_a_grant_within_twenty_days_of_its_registration(office, as_user, days):
    case = proposed(office)
    asked(office, case)
    found = registered(office, case, days=days)

    assert send(as_user(office.director), fresh(case), "grant").status_code == 302
    case = fresh(case)
    assert (case.status, case.cor) == ("granted", found.code)
    assert found.code in str(case.letters.get(kind="grant").values)


def test_G4_RNA_03_cannot_grant_on_the_twenty_first_day(office, as_user):
    case = proposed(office)
    asked(office, case)
    registered(office, case, days=21)

    assert "serve una nuova registrazione" in refused(office, as_user, case)
    registered(office, case, code="5")
    assert send(as_user(office.director), fresh(case), "grant").status_code == 302


def test_G4_RNA_05_cannot_grant_more_than_was_registered(office, as_user):
    case = proposed(office)
    asked(office, case)
    registered(office, case, amount="599.99")

    assert "registrato per 599,99" in refused(office, as_user, case)


def test_AID_17_who_is_no_undertaking_needs_no_register(office):
    type(office.call).objects.update(aid_code=CAR)

    assert office.granted().status == "granted"


def test_AID_01_what_a_linked_firm_has_had_counts(office, as_user):
    case = proposed(office, car="")
    had(case, "299400.01", code=OTHER)
    client = as_user(office.officer)
    assert send(as_user(office.director), fresh(case), "grant").status_code == 302

    other = office.proposed(
        organisation=firm("Beta srl"),
        applicant_kind="enterprise",
        commits_to_vat=False,
        employment="",
    )
    client = as_user(office.officer)
    link = {
        "holder": "Beta srl",
        "holder_code": other.applicant.tax_code,
        "held": "Gamma srl",
        "held_code": OTHER,
        "relation": "votes",
        "since": f"{moment.today():%d/%m/%Y}",
        "evidence": "Visura camerale",
    }
    page = client.post(reverse("grants:write_aid", args=[other.pk, "legame"]), link)
    assert page.url == reverse("grants:aid", args=[other.pk])
    shown = client.get(page.url).content.decode()
    assert "299.400,01" in shown
    assert "supera il de minimis" in refused(office, as_user, other)

    # The firm was sold: what it had counts for it alone from then on.
    client = as_user(office.officer)
    found = FirmLink.objects.get()
    FirmLink.objects.update(since=moment.today() - timedelta(days=9))
    client.post(reverse("grants:end_aid_link", args=[other.pk, found.pk]))
    FirmLink.objects.update(until=moment.today() - timedelta(days=1))
    assert send(as_user(office.director), fresh(other), "grant").status_code == 302


def test_AID_02_aid_of_more_than_three_years_ago_is_out_of_the_window(office, as_user):
    case = proposed(office, car="")
    had(case, "299999.99", days=3 * 366)

    assert send(as_user(office.director), fresh(case), "grant").status_code == 302


def test_AID_12_aid_under_several_regulations_stays_under_the_highest_ceiling(office, as_user):
    case = proposed(office, car="")
    had(case, "250000.00")
    AidEntry.objects.update(regulation="2023/2831")
    entry = had(case, "49500.00")
    AidEntry.objects.filter(pk=entry.pk).update(regulation="1408/2013")

    page = refused(office, as_user, case)
    assert "AID-12" in page
    AidEntry.objects.filter(pk=entry.pk).update(amount=Decimal("49400.00"))
    assert send(as_user(office.director), fresh(case), "grant").status_code == 302


def test_AID_13_all_aid_on_the_same_costs_stays_within_the_costs(office, as_user):
    case = proposed(office, car="")
    said = {
        "firm_code": case.applicant.tax_code,
        "regulation": "2023/2831",
        "authority": "Comune",
        "granted_on": f"{moment.today():%d/%m/%Y}",
        "amount": "600,01",
        "same_costs": "on",
    }
    page = as_user(office.officer).post(reverse("grants:write_aid", args=[case.pk, "aiuto"]), said)
    assert page.status_code == 302

    assert "AID-13" in refused(office, as_user, case)
    AidEntry.objects.update(amount=Decimal("600.00"))
    assert send(as_user(office.director), fresh(case), "grant").status_code == 302


def test_AID_06_an_aid_of_a_firm_that_is_no_part_of_the_undertaking_is_refused(office, as_user):
    case = proposed(office)
    said = {
        "firm_code": OTHER,
        "regulation": "2023/2831",
        "authority": "Comune",
        "granted_on": f"{moment.today():%d/%m/%Y}",
        "amount": "10,00",
    }

    page = as_user(office.officer).post(reverse("grants:write_aid", args=[case.pk, "aiuto"]), said)

    assert (page.status_code, AidEntry.objects.count()) == (422, 0)
    assert "AID-06" in page.content.decode()


def test_an_aid_granted_here_and_told_by_the_register_counts_once(office):
    case = proposed(office)
    asked(office, case)
    found = registered(office, case)
    case = perform(fresh(case), "grant", by=office.director)
    had(case, "600.00", reference=found.code)

    law = aid.law_on(moment.today())
    assert [one.amount for one in aid.aids_of({case.applicant.tax_code}, law)] == [
        Decimal("600.00")
    ]


@pytest.mark.parametrize(
    ("what", "typed"),
    [
        ("visura", {"kind": "aid", "vercor": "12A", "on": "01/01/2026"}),
        ("visura", {"kind": "aid", "vercor": "12", "on": "01/01/2199"}),
        ("registrazione", {"kind": "cor", "code": "", "on": "01/01/2026", "amount": "600,00"}),
        ("registrazione", {"kind": "cor", "code": "7", "on": "01/01/2026", "amount": "0,00"}),
        ("registrazione", {"kind": "covar", "code": "7", "on": "01/01/2026", "amount": "1,00"}),
    ],
)
def test_RNA_codes_are_digits_of_days_that_have_come(office, as_user, what, typed):
    case = proposed(office)

    page = as_user(office.officer).post(reverse("grants:write_aid", args=[case.pk, what]), typed)

    assert page.status_code == 422
    assert (AidCheck.objects.count(), AidRegistration.objects.count()) == (0, 0)


def test_RNA_02_a_code_is_never_used_twice(office, as_user):
    first, second = proposed(office), proposed(office, "Beta srl")
    registered(office, first, code="77")

    with pytest.raises(TransitionRefused, match=first.number):
        registered(office, second, code="77")
    with pytest.raises(TransitionRefused) as why:
        services.note_check(first, by=office.director, kind="aid", vercor="1", on=moment.today())
    assert why.value.why is Refusal.RIGHT


def table(office, as_user) -> str:
    page = as_user(office.officer).get(
        reverse("grants:download_aid_table", args=[office.call.code])
    )
    return page.content.decode("utf-8-sig")


def test_RNA_the_table_goes_out_and_comes_back_with_its_codes(office, as_user):
    first, second = proposed(office), proposed(office, "Beta srl")
    head, *rows = table(office, as_user).splitlines()
    assert [row.split(";")[1] for row in rows] == [first.number, second.number]
    assert rows[0].startswith(f"{CAR};{first.number};Alfa srl;{first.applicant.tax_code};")
    assert "600,00" in rows[0]
    empty = ";" * 8
    assert rows[0].endswith(empty)

    today = f"{moment.today():%d/%m/%Y}"
    good = rows[0].removesuffix(empty) + f";11;12;{today};13;{today};;;600,00"
    bad = rows[1].removesuffix(empty) + f";14;15;{today};13;{today};;;600,00"
    stray = bad.replace(second.number, "COW-X-1")
    data = f"{head}\r\n{good}\r\n{bad}\r\n{stray}".encode("utf-8-sig")
    page = as_user(office.officer).post(
        reverse("grants:aid_table", args=[office.call.code]),
        {"file": SimpleUploadedFile("registro.csv", data)},
    )

    assert [bool(row.refusal) for row in page.context["taken"]] == [False, True, True]
    assert RentContribution.objects.get(pk=first.pk).cor == "13"
    # The whole row is refused: its checks are not kept either.
    assert AidCheck.objects.filter(case=second).count() == 0
    assert send(as_user(office.director), fresh(first), "grant").status_code == 302


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a;b\r\n1;2\r\n", b""])
def test_a_table_that_cannot_be_read_changes_nothing(office, as_user, data):
    proposed(office)

    page = as_user(office.officer).post(
        reverse("grants:aid_table", args=[office.call.code]),
        {"file": SimpleUploadedFile("registro.csv", data)},
    )

    assert (page.status_code, AidRegistration.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1.200", "1200"), ("1.200,50", "1200.50"), ("600,5", "600.5"), ("600.00", "600.00")],
)
def test_RNA_05_an_amount_of_the_table_is_read_as_an_accountant_wrote_it(written, amount):
    head = "domanda;" + ";".join(FILLED)
    data = f"{head}\r\nCOW-1;11;12;;13;;;;{written}\r\n".encode()

    [row] = read_table(data)

    assert row.amount == Decimal(amount)


@pytest.mark.parametrize("written", ["1.2000", "12.34.5", "-5", "1,234.50", "NaN", "1e9"])
def test_RNA_05_an_amount_that_can_be_mistaken_is_not_read(written):
    head = "domanda;" + ";".join(FILLED)
    data = f"{head}\r\nCOW-1;11;12;;13;;;;{written}\r\n".encode()

    with pytest.raises(Unreadable, match="riga 2"):
        read_table(data)


@pytest.mark.django_db(transaction=True)
def test_AID_06_two_calls_that_grant_at_once_to_linked_firms_stay_under_the_ceiling(office):
    calls = two_calls(office, cap="900000.00")
    pairs = [(f"Madre {number}", f"Figlia {number}") for number in range(4)]
    cases = []
    for names in pairs:
        both = [
            proposed_in(office, call, name=name) for name, call in zip(names, calls, strict=True)
        ]
        holder, held = (one.applicant.tax_code for one in both)
        FirmLink.objects.create(
            holder=names[0],
            held=names[1],
            holder_code=holder,
            held_code=held,
            relation="votes",
            since=moment.today() - timedelta(days=400),
            evidence="Visura camerale",
            by=office.officer,
        )
        # Of the 300.000 EUR there is room for one grant of 600, and not for two.
        had(both[0], "299000.00")
        cases += both

    results = at_once([partial(perform, case, "grant", by=office.director) for case in cases])

    refused = [one for one in results if isinstance(one, TransitionRefused)]
    assert [one.why for one in refused] == [Refusal.RULE] * 4
    for names in pairs:
        granted = RentContribution.objects.filter(applicant__name__in=names, status="granted")
        assert granted.count() == 1


def test_RNA_the_table_is_read_and_sent_page_by_page(office, as_user, monkeypatch):
    monkeypatch.setattr("grants.views.tables.PAGE_SIZE", 1)
    first, second = proposed(office), proposed(office, "Beta srl")
    page = reverse("grants:aid_table", args=[office.call.code])
    file = reverse("grants:download_aid_table", args=[office.call.code])
    client = as_user(office.officer)

    shown = [client.get(page, {"pagina": number}).text for number in (1, 2)]
    sent = [client.get(file, {"pagina": number}).text for number in (1, 2)]

    for texts in (shown, sent):
        assert [first.number in text for text in texts] == [True, False]
        assert [second.number in text for text in texts] == [False, True]
    assert "pagina=2" in shown[0]
