"""What calls for internships have of their own, as the designer asks for it."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from calls.kinds import KindOfCall, Letter, register
from calls.rules.parameters import Parameter
from internships.checks import HOST
from internships.parameters import COWORKING, GREEN

ONE, HUNDRED = Decimal(1), Decimal(100)

REQUIREMENTS = (
    Parameter(
        "track",
        "choice",
        "requisiti",
        "linea del bando",
        _("Track"),
        _("Hosts tied to coworking spaces, or hosts with a green profile."),
        choices=((COWORKING, _("Coworking")), (GREEN, _("Green jobs"))),
    ),
    Parameter(
        "province",
        "short_text",
        "requisiti",
        "provincia",
        _("Province of the operating unit"),
        _("Two letters, such as MN."),
    ),
    Parameter("months", "range", "requisiti", "mesi del tirocinio", _("Months, from"), least=ONE),
    Parameter(
        "max_per_host",
        "count",
        "requisiti",
        "posti per ospitante",
        _("Most places for one host"),
        least=ONE,
    ),
    Parameter(
        "text_characters",
        "range",
        "requisiti",
        "caratteri delle descrizioni",
        _("Characters of activities and initiative, from"),
        least=ONE,
    ),
    Parameter(
        "tutor_least_years",
        "count",
        "requisiti",
        "anni di esperienza del tutor",
        _("Least years of experience of the tutor"),
        least=Decimal(0),
    ),
    Parameter(
        "green_score_min",
        "count",
        "requisiti",
        "punteggio verde minimo",
        _("Least green points"),
        _("For green jobs; leave it empty otherwise."),
        is_required=False,
        least=Decimal(0),
        most=HUNDRED,
    ),
    Parameter(
        "placement_score_min",
        "count",
        "requisiti",
        "punti minimi del ruolo verde",
        _("Least green points of the placement"),
        is_required=False,
        least=Decimal(0),
        most=HUNDRED,
    ),
)
TERMS = tuple(
    Parameter(code, "days", "termini", name, label, least=ONE)
    for code, name, label in (
        ("integration_days", "giorni per integrare", _("Days to answer an integration request")),
        (
            "observation_days",
            "giorni per le osservazioni",
            _("Days to answer the reasons against"),
        ),
        (
            "observation_pause_days",
            "giorni dopo le osservazioni",
            _("Days the office has after the observations"),
        ),
    )
)
LETTERS = (
    Letter("offer_receipt", _("Receipt of an offer")),
    Letter("offer_integration", _("Integration request for an offer")),
    Letter("offer_refusal_notice", _("Notice of reasons against an offer")),
    Letter("offer_refusal", _("Refusal of an offer")),
    Letter("offer_admission", _("Admission of an offer")),
    Letter("offer_substitute_receipt", _("Receipt of a request to the substitute")),
)

KIND = KindOfCall(
    code="internship",
    parameters=(*REQUIREMENTS, *TERMS),
    requirements=frozenset(parameter.code for parameter in REQUIREMENTS),
    applicants=((HOST, _("Host")),),
    letters=LETTERS,
)


def register_kind() -> None:
    """Let the designer ask for all this; called once when the site starts."""
    register(KIND)
