"""An offer as its host types it into the pages of the form."""

from datetime import timedelta

from parties import moment
from tests.internships.offering import WORDS, vat
from tests.office import Office, person


def typed(office: Office, number: int, host: str = "Officine Verdi srl") -> dict[str, dict]:
    """Return what is typed on each page, by its slug; rows are those that a new draft gets first."""
    who, code, start = person(number), vat(host), moment.today() + timedelta(days=40)
    names = ("first_name", "last_name", "tax_code", "birthplace", "sex", "citizenship", "street")
    names += ("street_number", "postcode", "municipality", "province", "phone", "email")
    return {
        "chi": {name: getattr(who, name) for name in names}
        | {
            "applicant_kind": "enterprise",
            "birth_date": who.birth_date.isoformat(),
            "declare-host_privacy": "on",
            "org_legal_form": "company",
            "org_name": host,
            "org_tax_code": code,
            "org_vat_number": code,
            "org_rea": "MN-123456",
            "org_ateco": "62.01.00",
            "org_size": "small",
            "org_street": "Via del Lavoro",
            "org_street_number": "4",
            "org_postcode": "46100",
            "org_municipality": "Mantova",
            "org_province": "MN",
            "org_pec": "ditta@pec.example.org",
            "org_email": "ditta@example.org",
            "org_capacity": "legal_representative",
        },
        "unita": {
            "unit_street": "Via del Lavoro",
            "unit_street_number": "4",
            "unit_postcode": "46100",
            "unit_municipality": "Mantova",
            "unit_province": "MN",
            "owners": "2",
            "permanent": "8",
            "is_seasonal": "no",
        },
        "requisiti": {
            "safety_in_order": "on",
            "assessed_on": "2026-01-20",
            "risk": "low",
            "disabled_quota": "not_subject",
            "contributions_in_order": "on",
            "annual_fee_paid": "on",
            "no_antimafia": "on",
            "replaces_nobody": "on",
            "is_insolvent": "no",
        },
        "posizione": {
            "title": "Tecnico per il recupero degli scarti",
            "area": "environment",
            "places": "1",
            "activities": WORDS,
            "skills": "riuso, rilievo",
            "start_from": start.isoformat(),
            "start_to": (start + timedelta(days=30)).isoformat(),
            "months": "6",
            "contract": "Metalmeccanici artigianato",
            "contract_hours": "40",
            "weekly_hours": "37,5",
            "daily_hours": "8",
            "allowance": "600,00",
            "gives_meals": "no",
            "requirements": "Diploma tecnico o laurea.",
            "needs_surveillance": "no",
            "equipment": "nessuno",
            "hiring": "possible",
            "competence-1-text": "Progettare il recupero degli scarti",
            "competence-1-level": "4",
        },
        "tutor": {
            "tutor_name": "Ada Prova",
            "tutor_tax_code": who.tax_code,
            "tutor_role": "Responsabile della produzione",
            "tutor_years": "6",
            "tutor_skills": "Organizzazione del lavoro e materiali.",
            "tutor_email": "tutor@example.org",
        },
        "profilo": {"link": "networked", "space": str(office.space.pk), "initiative": WORDS},
        "dichiarazioni": {
            f"declare-{code}": "on"
            for code in ("host_truth", "host_safety", "host_bans", "host_duties")
        },
    }
