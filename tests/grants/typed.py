"""What a person types into the application, field by field, for the tests of its pages."""

from datetime import timedelta

from django.utils import timezone

from grants import services
from grants.services.lines import LINE
from tests.kept import kept
from tests.office import pdf_file, person
from workflows.services import documents
from workflows.services.drafts import save_fields
from workflows.written.rows import add_row

PERSON = (
    "first_name",
    "last_name",
    "tax_code",
    "birthplace",
    "sex",
    "citizenship",
    "street",
    "street_number",
    "postcode",
    "municipality",
    "province",
    "phone",
    "email",
)


def answers(office, number=1, **changes):
    """Everything a person about to start an activity types; `changes` replace single fields."""
    today, who = timezone.localdate(), person(number)
    typed = {name: getattr(who, name) for name in PERSON}
    typed |= {
        "declare-privacy": "on",
        "applicant_kind": "aspiring",
        "birth_date": f"{who.birth_date:%d/%m/%Y}",
        "space": str(office.space.pk),
        "period_from": f"{today + timedelta(days=10):%d/%m/%Y}",
        "period_to": (today + timedelta(days=210)).isoformat(),
        "line-1-item": str(office.desk.pk),
        "line-1-quantity": "6",
        "line-1-unit_price": "200,00",
        "requested": "600,00",
        "quote_date": f"{today - timedelta(days=5):%d/%m/%Y}",
        "project": "Un laboratorio di grafica per le imprese del territorio. " * 12,
        "network": "Con gli altri professionisti dello spazio.",
        "employment": "unemployed",
        "commits_to_vat": "on",
        "other_aid": "no",
    }
    statements = office.call.version.declarations.exclude(kind="notice")
    typed |= {f"declare-{one.code}": "on" for one in statements if not one.only_for}
    return typed | changes


ENTERPRISE = {
    "applicant_kind": "enterprise",
    "org_legal_form": "company",
    "org_name": "Prova Grafica srl",
    "org_tax_code": "01234560207",
    "org_vat_number": "01234560207",
    "org_rea": "mn 123456",
    "org_ateco": "73.11.01",
    "org_size": "micro",
    "org_street": "Via Prova",
    "org_street_number": "1",
    "org_postcode": "46100",
    "org_municipality": "Mantova",
    "org_province": "mn",
    "org_pec": "prova@pec.example.org",
    "org_email": "prova@example.org",
    "org_capacity": "legal_representative",
    "declare-not_insolvent": "on",
    "declare-annual_fee": "on",
    "declare-de_minimis": "on",
}


@kept
def draft(office, user=None, *, papers=True, **changes):
    """A draft with every field typed and the documents attached."""
    user = user or office.applicant()
    case = office.draft(user) if papers else services.open_draft(office.call, by=user)
    add_row(case, LINE)
    save_fields(case, answers(office, office.count, **changes), {})
    return case


def attach(case, requirement, name="altro.pdf"):
    """Attach one more file, past the pages."""
    return documents.attach(
        case,
        pdf_file(name),
        by=case.opened_by,
        requirement=requirement,
        accepted=frozenset({"pdf"}),
        max_bytes=1_000_000,
    )


def again(case):
    """The case as it now stands in the database."""
    return type(case).objects.get(pk=case.pk)
