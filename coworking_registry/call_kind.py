"""What the notice of the register has of its own: the set of requirements, version by version."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from calls.kinds import KindOfCall, Letter, register
from calls.models.calls import CallKind
from calls.rules.parameters import Parameter

ONE = Decimal(1)

REQUIREMENTS = (
    *(
        Parameter(code, "count", "requisiti", name, label, least=Decimal(0))
        for code, name, label in (
            ("desks_min", "postazioni minime", _("Least number of desks")),
            (
                "accessible_desks_min",
                "postazioni accessibili minime",
                _("Least number of accessible desks"),
            ),
            ("weekly_hours_min", "ore settimanali minime", _("Least hours of opening a week")),
            ("services_min", "servizi minimi", _("Least number of services")),
            ("events_per_year_min", "eventi minimi in un anno", _("Least number of events a year")),
        )
    ),
    Parameter(
        "photos_max",
        "count",
        "requisiti",
        "fotografie al massimo",
        _("Most photos of a space"),
        least=ONE,
    ),
    *(
        Parameter(code, "yes_no", "requisiti", name, label)
        for code, name, label in (
            ("connectivity", "connessione a internet", _("An internet connection is asked for")),
            ("meeting_room", "sala riunioni", _("A meeting room is asked for")),
            (
                "accessibility_none_allowed",
                "spazi non accessibili ammessi",
                _("Spaces that are not accessible are admitted"),
            ),
        )
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
    Letter("register_receipt", _("Receipt of an application for the register")),
    Letter("register_integration", _("Integration request")),
    Letter("inspection_call", _("Announcement of a visit")),
    Letter("inspection_minutes", _("Minutes of a visit")),
    Letter("register_refusal_notice", _("Notice of reasons against")),
    Letter("register_refusal", _("Refusal of the entry")),
    Letter("register_entry", _("Entry in the register")),
    Letter("register_renewal", _("Renewal of the entry")),
    Letter("register_renewal_notice", _("Notice to renew the entry")),
    Letter("register_suspension", _("Suspension of the entry")),
    Letter("register_reinstatement", _("End of the suspension")),
    Letter("register_change_outcome", _("Answer to a change of the entry")),
    Letter("register_cancellation_start", _("Start of the removal from the register")),
    Letter("register_removal_dropped", _("The space stays in the register")),
    Letter("register_cancellation", _("Removal from the register")),
)
ENTRY = (
    Parameter(
        "validity_months",
        "count",
        "termini",
        "mesi di validità dell'iscrizione",
        _("Months for which an entry lasts"),
        least=ONE,
    ),
    *(
        Parameter(code, "days", "termini", name, label, least=ONE)
        for code, name, label in (
            (
                "renewal_first_notice_days",
                "giorni del primo avviso di rinnovo",
                _("Days before the end of the first notice to renew"),
            ),
            (
                "renewal_second_notice_days",
                "giorni del secondo avviso di rinnovo",
                _("Days before the end of the second notice to renew"),
            ),
            (
                "renewal_last_notice_days",
                "giorni dell'ultimo avviso di rinnovo",
                _("Days before the end of the last notice to renew"),
            ),
        )
    ),
)

KIND = KindOfCall(
    code=CallKind.REGISTER,
    parameters=(*REQUIREMENTS, *TERMS, *ENTRY),
    requirements=frozenset(parameter.code for parameter in REQUIREMENTS),
    letters=LETTERS,
)


def register_kind() -> None:
    """Let the designer ask for all this; called once when the site starts."""
    register(KIND)
