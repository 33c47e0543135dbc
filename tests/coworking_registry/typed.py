"""An application for the register as its manager types it into the pages of the form."""

from parties import moment
from tests.coworking_registry.applying import SERVICES
from tests.internships.offering import vat
from tests.office import person


def typed(number: int, manager: str = "Gestione Prova srl") -> dict[str, dict]:
    """Return what is typed on each page, by its slug; each kind of row has its first one."""
    who, code = person(number), vat(manager)
    names = ("first_name", "last_name", "tax_code", "birthplace", "sex", "citizenship", "street")
    names += ("street_number", "postcode", "municipality", "province", "phone", "email")
    week = {}
    for day in range(5):
        row = f"stretch-{day + 1}"
        week |= {f"{row}-weekday": str(day), f"{row}-opens": "08:00", f"{row}-closes": "18:00"}
    return {
        "chi": {name: getattr(who, name) for name in names}
        | {
            "applicant_kind": "enterprise",
            "birth_date": who.birth_date.isoformat(),
            "declare-register_privacy": "on",
            "org_legal_form": "company",
            "org_name": manager,
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
        "spazio": {
            "name": "Fabbrica Aperta",
            "kind": "coworking",
            "description": "Un laboratorio condiviso nel centro di Suzzara.",
            "space_street": "Via Argine Vecchio",
            "space_street_number": "21",
            "space_postcode": "46029",
            "space_municipality": "Suzzara",
            "latitude": "44,99100",
            "longitude": "10,74600",
            "tenure": "owned",
            "surface_m2": "240",
        },
        "dotazioni": {
            "desks": "14",
            "open_space": "10",
            "reserved": "4",
            "offices": "0",
            "workshop": "0",
            "accessible_desks": "2",
            "accessibility": "total",
            "connections": ["wifi"],
            "meeting_seats": "12",
            "services": list(SERVICES),
            "events": "4",
            "in_statute": "yes",
            "is_fit": "on",
            "is_fire_safe": "on",
            "has_risk_assessment": "on",
        },
        "orari": {**week, "is_always_open": "no"},
        "listino": {
            "price-1-spend_kind": "desk_rent",
            "price-1-description": "Postazione",
            "price-1-unit": "month",
            "price-1-price": "180,00",
            "price-1-vat_rate": "22",
        },
        "dichiarazioni": {
            "declare-register_truth": "on",
            "declare-register_publication": "on",
        },
        "today": {"day": moment.today().isoformat()},
    }
