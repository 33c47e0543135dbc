"""A candidacy as its candidate types it into the pages of the form."""

from datetime import timedelta

from internships.models import HostOffer
from parties import moment
from tests.internships.applying import WHY
from tests.office import person


def typed(number: int, *offers: HostOffer) -> dict[str, dict]:
    """Return what is typed on each page, by its slug; rows are those that a new draft gets first."""
    who = person(number)
    names = ("first_name", "last_name", "tax_code", "birthplace", "sex", "citizenship", "street")
    names += ("street_number", "postcode", "municipality", "province", "phone", "email")
    return {
        "chi": {name: getattr(who, name) for name in names}
        | {
            "birth_date": who.birth_date.isoformat(),
            "declare-candidate_privacy": "on",
            "declare-candidate_publication": "on",
        },
        "condizione": {
            "restricted_condition": "A",
            "evidence_number": "DID-2026-4471",
            "evidence_on": "2026-01-12",
            "job_centre": "Mantova",
            "support": "none",
            "schooling_done": "yes",
            "is_neet": "yes",
            "needs_permit": "no",
        },
        "studi": {
            "education": "diploma",
            "study_title": "Perito meccanico",
            "institute": "Istituto tecnico di prova",
            "graduated_on": "2022-07-05",
            "digital": "independent",
            "has_licence": "yes",
        },
        "offerte": {
            f"preference-{place}-offer": str(offer.pk) for place, offer in enumerate(offers, 1)
        }
        | {
            "has_kinship": "no",
            "available_from": (moment.today() + timedelta(days=20)).isoformat(),
            "weekly_hours": "38,5",
            "mobility_km": "30",
        },
        "motivazione": {"motivation": WHY},
        "dichiarazioni": {
            f"declare-{code}": "on" for code in ("candidate_truth", "candidate_relations")
        },
    }
