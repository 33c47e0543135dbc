"""The fields of the vocabulary `internship`, resolved for an internship in any state.

Nothing of the intern's condition is read here: no letter tells of health or hardship. What a
field has not yet is None, never an error.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from calls.models import Parameter
from internships.letters.placements import deeds
from internships.letters.placements.names import AFTER, BEFORE
from internships.letters.placements.spans import at_least, span
from internships.models import Internship, PromoterKind
from internships.parameters import limits_on
from internships.rules.dates import hours
from internships.rules.indemnity import Payer
from internships.rules.limits import Limits
from internships.rules.start import Actor
from letters import pdf
from letters.vocabulary import Context
from workflows.rules.words import euro
from workflows.terms.italian import from_day, italian_date, length, to_day, with_weekday

VOCABULARY = "internship"
Part = Callable[[Internship], dict[str, Any]]
BEARER = {Actor.HOST.value: "soggetto ospitante", Actor.PROMOTER.value: "soggetto promotore"}
PAYS = {
    Payer.HOST.value: "È pagata dal soggetto ospitante, con mezzi tracciabili.",
    Payer.FUNDER.value: "È pagata dall'ente gestore del bando.",
    Payer.MIXED.value: "È pagata in parte dal soggetto ospitante e in parte dall'ente gestore.",
}


def resolve(case: Internship, _context: Context) -> dict[str, Any]:
    """Return the values of every field that the internship itself gives."""
    found: dict[str, Any] = dict.fromkeys(GIVES)
    for part in PARTS:
        found |= part(case)
    return found


def parties(case: Internship) -> dict[str, Any]:
    """Return who takes part."""
    trainee, host, promoter = case.trainee, case.host, case.promoter
    host_tutor, promoter_tutor = case.tutor("host"), case.tutor("promoter")
    born = {"F": "nata", "M": "nato"}.get(trainee.sex, "nata o nato")
    return {
        "tirocinante.nome": trainee.name,
        "tirocinante.codice_fiscale": trainee.tax_code,
        "tirocinante.nascita": f"{born} a {trainee.birthplace} in data "
        f"{italian_date(trainee.birth_date)}",
        "ospitante.nome": host.name,
        "ospitante.codice_fiscale": host.tax_code,
        "ospitante.unita": str(case.unit),
        "promotore.nome": promoter.party.name if promoter else None,
        "tutor.ospitante": host_tutor.name if host_tutor else None,
        "tutor.promotore": promoter_tutor.name if promoter_tutor else None,
        "tutor.recapiti": promoter_tutor.email if promoter_tutor else None,
    }


def internship(case: Internship) -> dict[str, Any]:
    """Return period, hours and allowance."""
    limits = limits_on(case.start)
    return {
        "tirocinio.dati": lambda: deeds.facts(case),
        "tirocinio.dal": italian_date(case.start),
        "tirocinio.al": with_weekday(case.end),
        "tirocinio.primo_giorno": with_weekday(case.start),
        "tirocinio.ora": f"{case.arrives_at.hour}.{case.arrives_at:%M}",
        "indennita.mensile": euro(case.allowance),
        "indennita.partecipazione": at_least(limits.indemnity.full_from_percent),
        "indennita.minima": euro(limits.indemnity.floor),
        "indennita.pagatore": PAYS[case.payer],
    }


def start(case: Internship) -> dict[str, Any]:
    """Return insurance, safety, communication, and what the first day brings."""
    limits = limits_on(case.start)
    practice = Parameter.objects.value("internship_practice", case.start)
    sent = case.cob_sent_at
    insured = bool(case.accident_reference and case.liability_policy)
    return {
        "tirocinio.assicurazioni": _insurance(case) if insured else None,
        "tirocinio.sicurezza": _safety(case),
        "tirocinio.trasferte": f"{practice['trip_notice_hours']} ore",
        "cob.numero": case.cob_number or None,
        "cob.data": italian_date(timezone.localtime(sent).date()) if sent else None,
        "cob.scadenza": with_weekday(case.start - timedelta(days=1)),
        "cob.variazioni": length(limits.cob_variation_days),
        "cob.sanzione": _fine(limits),
        "cob.dati": lambda: _for_unilav(case),
        "infortunio.assenza": f"{length(practice['injury_absence_days'])} di calendario",
        "infortunio.denunciante": f"il {BEARER[case.cover_bearer]}",
        "infortunio.termine": f"{practice['injury_report_hours']} ore",
    }


def _insurance(case: Internship) -> pdf.Facts:
    policy = f"polizza n. {case.liability_policy}, {case.insurer}"
    if case.liability_expiry:
        policy += f", scadenza {italian_date(case.liability_expiry)}"
    return pdf.Facts(
        (
            (
                "INAIL",
                f"posizione n. {case.accident_reference}, a carico del {BEARER[case.cover_bearer]}",
            ),
            ("Responsabilità civile", policy),
        )
    )


def _safety(case: Internship) -> str:
    done = f" in data {italian_date(case.trained_on)}" if case.trained_on else ""
    return (
        f"Formazione generale di {hours(case.general_hours)} ore e specifica di "
        f"{hours(case.specific_hours)} ore{done}, a cura del {BEARER[case.safety_bearer]}. I "
        "dispositivi di protezione sono forniti dal soggetto ospitante."
    )


def _fine(limits: Limits) -> str:
    least, most = limits.cob_fine
    return f"da {euro(least)} a {euro(most)}"


def _for_unilav(case: Internship) -> pdf.Facts:
    promoter, host_tutor = case.promoter, case.tutor("host")
    name = f"{promoter.party.name}, codice fiscale {promoter.party.tax_code}" if promoter else ""
    rows = (
        ("Soggetto promotore", name),
        ("Sede del promotore", ", ".join(promoter.party.address_lines) if promoter else ""),
        ("Titolo del promotore", deeds.TITLES[PromoterKind(promoter.kind)] if promoter else ""),
        ("Tipo di tirocinio", "extracurriculare"),
        (
            "Posizione INAIL",
            case.accident_reference
            or f"non ancora agli atti: la indica il {BEARER[case.cover_bearer]}",
        ),
        ("Tirocinante", f"{case.trainee.name}, codice fiscale {case.trainee.tax_code}"),
        (
            "Periodo",
            f"{from_day(case.start)} {to_day(case.end)}, {span(case.weekly_minutes)} settimanali",
        ),
        ("Sede", str(case.unit)),
        ("Tutor", host_tutor.name if host_tutor else ""),
    )
    return pdf.Facts(tuple(row for row in rows if row[1]))


# Each tells of a part of an internship's life; those of later parts join here.
PARTS: list[Part] = [parties, internship, start, deeds.convention, deeds.plan]
GIVES = BEFORE | AFTER
