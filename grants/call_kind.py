"""What calls for coworking contributions have of their own, as the designer asks for it."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from calls.kinds import KindOfCall, Letter, register
from calls.rules.parameters import Parameter
from calls.rules.questions import Known, Option
from grants.answers import APPLICANT, CONTRIBUTION, MONTHS, SPEND_TOTAL
from grants.fields import SPEND_KINDS
from grants.models import ApplicantKind, RentContribution

ONE, HUNDRED, CENT = Decimal(1), Decimal(100), Decimal("0.01")

REQUIREMENTS = (
    Parameter(
        "age",
        "range",
        "requisiti",
        "età di chi chiede",
        _("Age of the person, from"),
        _("On the day of filing; leave both empty for no limit."),
        is_required=False,
        least=Decimal(14),
    ),
    Parameter(
        "province",
        "short_text",
        "requisiti",
        "provincia",
        _("Province of residence or seat"),
        _("Two letters, such as MN."),
    ),
    Parameter(
        "one_per_applicant",
        "yes_no",
        "requisiti",
        "una sola domanda per richiedente",
        _("One application per applicant"),
    ),
    Parameter(
        "vat_opening_days",
        "days",
        "requisiti",
        "giorni per aprire la partita IVA",
        _("Days to open a VAT number after the grant"),
        _("For people who are about to start."),
        least=ONE,
    ),
    Parameter(
        "project_characters",
        "range",
        "requisiti",
        "caratteri del progetto",
        _("Characters of the project, from"),
        least=ONE,
    ),
)
SPEND = (
    Parameter(
        "rate_percent",
        "percent",
        "spesa",
        "percentuale della spesa",
        _("Share of the spend that is paid"),
        least=ONE,
        most=HUNDRED,
    ),
    Parameter(
        "ceiling",
        "money",
        "spesa",
        "contributo massimo",
        _("Most that is granted"),
        least=CENT,
    ),
    Parameter(
        "minimum_spend",
        "money",
        "spesa",
        "spesa minima",
        _("Least spend"),
        _("Below, an application is not admissible."),
        least=Decimal(0),
    ),
    Parameter(
        "kinds_of_spend",
        "choices",
        "spesa",
        "voci di spesa ammesse",
        _("Kinds of spend"),
        choices=tuple(SPEND_KINDS.items()),
    ),
    Parameter(
        "period_months",
        "range",
        "spesa",
        "mesi del periodo",
        _("Months of the period, from"),
        least=ONE,
    ),
    Parameter(
        "price_list_tolerance_percent",
        "percent",
        "spesa",
        "tolleranza sul listino",
        _("Tolerance over the price list"),
        least=Decimal(0),
        most=HUNDRED,
    ),
    Parameter(
        "quote_max_age_days",
        "days",
        "spesa",
        "giorni di validità del preventivo",
        _("Days a quotation is good for"),
        least=ONE,
    ),
    Parameter(
        "minimum_realised_percent",
        "percent",
        "spesa",
        "quota minima di spesa realizzata",
        _("Least share of the spend to be made"),
        least=Decimal(0),
        most=HUNDRED,
    ),
    Parameter(
        "cap_per_enterprise_across_calls",
        "money",
        "spesa",
        "massimo per impresa fra più bandi",
        _("Most for one enterprise across calls"),
        is_required=False,
        least=CENT,
    ),
    Parameter(
        "withholding",
        "yes_no",
        "spesa",
        "ritenuta d'acconto",
        _("Tax is withheld where it is due"),
    ),
)
TERMS = tuple(
    Parameter(code, "days", "termini", name, label, least=ONE)
    for code, name, label in (
        (
            "integration_days",
            "giorni per integrare",
            _("Days to answer an integration request"),
        ),
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
        ("acceptance_days", "giorni per accettare", _("Days to accept the grant")),
        (
            "partial_acceptance_days",
            "giorni per accettare in parte",
            _("Days to accept a partial grant"),
        ),
        ("report_days", "giorni per rendicontare", _("Days to report the spend")),
    )
)
# A change of these says who may ask and for what: everybody gets more time (CALL-21).
TOUCHING = frozenset({parameter.code for parameter in (*REQUIREMENTS, *SPEND)})

KNOWN = (
    Known(
        APPLICANT,
        "choice",
        "Chi chiede",
        (
            Option("aspiring", "Persona che avvia un'attività"),
            Option("professional", "Libero professionista"),
            Option("enterprise", "Impresa"),
            Option("association", "Associazione o ente del terzo settore"),
        ),
    ),
    Known(SPEND_TOTAL, "money", "Spesa in tutto"),
    Known(CONTRIBUTION, "money", "Contributo calcolato"),
    Known(MONTHS, "number", "Mesi del periodo"),
)
LETTERS = (
    Letter("receipt", _("Receipt and notice that the procedure begins")),
    Letter("integration_request", _("Integration request")),
    Letter("refusal_notice", _("Notice of reasons against")),
    Letter("refusal", _("Refusal")),
    Letter("grant", _("Grant")),
    Letter("partial_offer", _("Offer of a partial grant")),
    Letter("waiting_list", _("Waiting list")),
    Letter("substitute_receipt", _("Receipt of a request to the substitute")),
    Letter("annulment_start", _("Start of an annulment")),
    Letter("annulment", _("Annulment")),
    Letter("premium_revocation_start", _("Start of a revocation for a premium not due")),
    Letter("premium_reduction", _("Contribution lowered for a premium not due")),
    Letter("premium_revocation", _("Revocation for a premium not due")),
)

KIND = KindOfCall(
    code=RentContribution.KIND,
    parameters=(*REQUIREMENTS, *SPEND, *TERMS),
    requirements=TOUCHING,
    known=KNOWN,
    has_form=True,
    applicants=tuple(ApplicantKind.choices),
    letters=LETTERS,
    preview_page="grants:try_start",
    trial_page="grants:trial",
)


def register_kind() -> None:
    """Let the designer ask for all this; called once when the site starts."""
    register(KIND)
