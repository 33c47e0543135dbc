"""Grants of every nature, and workbooks read back."""

from decimal import Decimal

from openpyxl import load_workbook

from accounting.models import Budget, FrozenWorkbook
from accounting.services.workbooks import request_workbook
from tests.jobs import forget_jobs, run_jobs
from tests.kept import kept
from tests.office import Office, _vat
from workflows.written.people import OrganisationData

POTS = ("available", "reserved", "granted", "paid", "economies")


def firm(name: str, legal_form: str = "company", **changes) -> OrganisationData:
    """Return an invented organisation with valid codes."""
    return OrganisationData(
        **{
            "name": name,
            "legal_form": legal_form,
            "tax_code": _vat(name),
            "vat_number": _vat(name),
            "rea": "MN-123456",
            "ateco": "62.01",
            "size": "micro",
            "vat_opened_on": None,
            "street": "Via dei Mulini",
            "street_number": "3/A",
            "postcode": "46100",
            "municipality": "Mantova",
            "province": "MN",
            "pec": "impresa@pec.example.org",
            "email": "impresa@example.org",
            "capacity": "legal_representative",
        }
        | changes
    )


@kept
def granted_to(office: Office, organisation: OrganisationData, applicant_kind: str):
    """Return a grant to an organisation."""
    return office.granted(
        organisation=organisation,
        applicant_kind=applicant_kind,
        commits_to_vat=False,
        employment="",
    )


def made(office: Office, kind: str = "granted", call="one", **inputs) -> FrozenWorkbook:
    """Return a workbook that the worker has made."""
    call = office.call if call == "one" else call
    # The letters of the grants wait in the queue as well: they are no part of this.
    forget_jobs()
    job = request_workbook(kind, call, by=office.accountant, **inputs)
    run_jobs()
    job.refresh_from_db()
    assert (job.state, job.error) == ("done", "")
    return FrozenWorkbook.objects.get(job=job)


def sheets(workbook: FrozenWorkbook, *, values: bool = False) -> dict:
    """Return the sheets of a kept workbook by title; `values` instead of formulas."""
    return {
        sheet.title: sheet
        for sheet in load_workbook(workbook.file.path, data_only=values).worksheets
    }


def table(sheet) -> list[dict]:
    """Return the rows below a sheet's header by column title."""
    rows = list(sheet.iter_rows(values_only=True))
    start = int(sheet.freeze_panes[1:]) - 1
    return [dict(zip(rows[start - 1], row, strict=True)) for row in rows[start:]]


def cents(amounts) -> Decimal:
    """Add up what a spreadsheet gives back as binary numbers."""
    return sum((Decimal(str(amount)) for amount in amounts), Decimal("0.00"))


def pots() -> dict[str, str]:
    """Return the pots of the one call that hold something; together they are its endowment."""
    budget = Budget.objects.get()
    held = {name: str(getattr(budget, name)) for name in POTS if getattr(budget, name)}
    assert sum(Decimal(amount) for amount in held.values()) == budget.endowment
    return held


def own_queries(captured) -> list[str]:
    """Return what a page asked the database, apart from the bookkeeping of the session."""
    return [
        query["sql"]
        for query in captured
        if "django_session" not in query["sql"] and "SAVEPOINT" not in query["sql"]
    ]
