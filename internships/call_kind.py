"""What calls for internships have of their own, as the designer asks for it."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from calls.kinds import KindOfCall, Letter, OfficePage, register
from calls.rules.parameters import Parameter
from internships.checks import HOST
from internships.parameters import COWORKING, GREEN
from internships.permissions import may_select

ONE, HUNDRED = Decimal(1), Decimal(100)
CANDIDATE = "candidate"

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
CANDIDATES = (
    Parameter(
        "age",
        "range",
        "requisiti",
        "età dei candidati",
        _("Age of candidates, from"),
        is_required=False,
        least=ONE,
    ),
    Parameter(
        "most_preferences",
        "count",
        "requisiti",
        "offerte che si possono scegliere",
        _("Offers that a candidate may choose"),
        _("Leave it empty where nobody applies through this site."),
        is_required=False,
        least=ONE,
    ),
    Parameter(
        "motivation_characters",
        "range",
        "requisiti",
        "caratteri della motivazione",
        _("Characters of the motivation, from"),
        is_required=False,
        least=ONE,
    ),
    Parameter(
        "neet_only",
        "yes_no",
        "requisiti",
        "solo NEET",
        _("Only for who is neither in work nor in education"),
        is_required=False,
    ),
    Parameter(
        "forbids_kinship",
        "yes_no",
        "requisiti",
        "parentela con l'ospitante",
        _("Relatives of the host are not admitted"),
        is_required=False,
    ),
    Parameter(
        "panel_least",
        "count",
        "requisiti",
        "componenti della commissione di colloquio",
        _("Least people who ask at an interview"),
        _("For the host and for the office or the promoter (R-PUB-09)."),
        is_required=False,
        least=ONE,
    ),
    Parameter(
        "host_list_per_place",
        "count",
        "requisiti",
        "candidati che l'ospitante può indicare per posto",
        _("Candidates that a host may name for each place"),
        _("Zero: pairing follows the ranking alone (R-PUB-11)."),
        is_required=False,
        least=Decimal(0),
    ),
    Parameter(
        "unlisted_follow",
        "yes_no",
        "requisiti",
        "candidati non indicati dall'ospitante",
        _("Candidates whom a host does not name follow in the order of the ranking"),
        is_required=False,
    ),
    *(
        Parameter(code, "days", "termini", name, label, is_required=False, least=ONE)
        for code, name, label in (
            (
                "interview_notice_days",
                "giorni tra convocazione e colloquio",
                _("Days between the call and the interview"),
            ),
            (
                "absence_working_days",
                "giorni per giustificare l'assenza",
                _("Working days to justify an absence"),
            ),
            (
                "acceptance_working_days",
                "giorni per rispondere alla proposta",
                _("Working days to answer a proposal"),
            ),
            (
                "confirmation_working_days",
                "giorni per la conferma dell'ospitante",
                _("Working days for the host to confirm"),
            ),
            (
                "start_days",
                "giorni per avviare il tirocinio",
                _("Days from the assignment to the first day"),
            ),
        )
    ),
)
REFUNDS = (
    Parameter(
        "host_refund_monthly",
        "money",
        "requisiti",
        "rimborso mensile massimo all'ospitante",
        _("Most refunded to the host for a month"),
        _("Of the allowance that was due and paid; leave it empty where nothing is refunded."),
        is_required=False,
        least=Decimal("0.01"),
    ),
    Parameter(
        "refund_by_days",
        "steps",
        "requisiti",
        "rimborso all'ospitante per giorni di tirocinio",
        _("Refunded to the host by days of internship"),
        _("Instead of the amount by month. A line for each step, such as 120 = 250,00."),
        is_required=False,
    ),
    Parameter(
        "refund_attendance_percent",
        "percent",
        "requisiti",
        "presenza minima del mese per il rimborso",
        _("Least attendance of a month that is refunded"),
        is_required=False,
        least=Decimal(0),
        most=HUNDRED,
    ),
    Parameter(
        "promoter_fees",
        "steps",
        "requisiti",
        "compenso del promotore per fascia di aiuto",
        _("Fee of the promoter by band of help"),
        _(
            "A line for each band, such as 2 = 300,00; leave it empty where nothing is paid (R-PUB-20)."
        ),
        is_required=False,
    ),
    Parameter(
        "claim_days",
        "days",
        "termini",
        "giorni per chiedere il rimborso",
        _("Days from the end to ask for the refund"),
        is_required=False,
        least=ONE,
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
    Letter("offer_confirmation_request", _("Request that the host confirms a candidate")),
    Letter("offer_substitute_receipt", _("Receipt of a request to the substitute")),
    Letter("candidacy_receipt", _("Receipt of a candidacy")),
    Letter("candidacy_integration", _("Integration request for a candidacy")),
    Letter("candidacy_refusal_notice", _("Notice of reasons against a candidacy")),
    Letter("candidacy_exclusion", _("Exclusion of a candidacy")),
    Letter("candidacy_admission", _("Admission of a candidacy")),
    Letter("interview_call", _("Call to the interview")),
    Letter("candidacy_outcome", _("Outcome of the ranking for a candidate")),
    Letter("assignment_proposal", _("Proposal of a place")),
    Letter("assignment_reserve", _("Place in the reserve")),
    Letter("placement_not_confirmed", _("The host does not confirm")),
    Letter("assignment_lapse", _("Revocation of an assignment")),
    Letter("assignment_letter", _("Assignment of a place")),
    Letter("candidacy_substitute_receipt", _("Receipt of a candidate's request to the substitute")),
)

KIND = KindOfCall(
    code="internship",
    parameters=(*REQUIREMENTS, *CANDIDATES, *REFUNDS, *TERMS),
    requirements=frozenset(parameter.code for parameter in (*REQUIREMENTS, *CANDIDATES, *REFUNDS)),
    applicants=((HOST, _("Host")), (CANDIDATE, _("Candidate"))),
    letters=LETTERS,
    office_pages=(
        OfficePage("internships:interviews", _("Interviews"), may_select),
        OfficePage("internships:pairings", _("Pairings"), may_select),
    ),
)


def register_kind() -> None:
    """Let the designer ask for all this; called once when the site starts."""
    register(KIND)
