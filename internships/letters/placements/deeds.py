"""What agreement and training plan say, as blocks and sentences."""

from __future__ import annotations

from typing import Any

from internships.letters.placements.spans import span, weekly
from internships.models import Agreement, Internship, PromoterKind
from internships.parameters import limits_on
from internships.plans import current_deed, is_minor
from internships.quota import room_for
from internships.rules.start import Actor
from internships.signers import expected
from letters import pdf
from workflows.terms.italian import from_day, italian_date, to_day

TITLES = {
    PromoterKind.SCHOOL: "scuola o istituto tecnico superiore",
    PromoterKind.UNIVERSITY: "università",
    PromoterKind.TRAINING: "ente accreditato per la formazione professionale",
    PromoterKind.JOB_CENTRE: "centro per l'impiego",
    PromoterKind.ACCREDITED: "ente accreditato per i servizi al lavoro",
    PromoterKind.AUTHORISED: "ente autorizzato ai servizi per il lavoro",
    PromoterKind.SOCIAL: "comunità terapeutica o cooperativa sociale",
}
BEARS = {Actor.HOST.value: "Il soggetto ospitante", Actor.PROMOTER.value: "Il soggetto promotore"}
RULED = {
    Agreement.Rules.UNIT: "L'ospitante ha sedi in più Regioni: si applica la disciplina della "
    "Regione in cui si trova l'unità operativa.",
    Agreement.Rules.SEAT: "L'ospitante ha sedi in più Regioni: si applica la disciplina della "
    "Regione della sede legale, nella quale sono accentrate anche le comunicazioni obbligatorie.",
}
CARRIED = {
    Actor.HOST.value: "del soggetto ospitante",
    Actor.PROMOTER.value: "del soggetto promotore",
}


def convention(case: Internship) -> dict[str, Any]:
    """Return what the agreement says of its own (form 4.3)."""
    agreed = case.agreement
    collective = agreed is not None and agreed.is_collective
    until = agreed.valid_to if agreed is not None else None
    return {
        "convenzione.collettiva": collective,
        "convenzione.validita": to_day(until) if collective and until else None,
        "convenzione.disciplina": _ruled(agreed) if agreed is not None else None,
        "convenzione.bollo": _stamp(agreed) if agreed is not None else None,
        "convenzione.parti": (lambda: _parties(case)) if case.promoter else None,
        "convenzione.limiti": lambda: _limits(case),
        "convenzione.assicurazioni": f"{BEARS[case.cover_bearer]} assicura il tirocinante contro gli "
        "infortuni sul lavoro presso l'INAIL e per la responsabilità civile verso terzi, per tutte "
        "le attività del progetto.",
        "convenzione.sicurezza": "La formazione generale e specifica sulla sicurezza è a carico "
        f"{CARRIED[case.safety_bearer]}.",
        "convenzione.firme": lambda: (
            pdf.Signature("Per il soggetto ospitante", name_of(case, Actor.HOST), ""),
            pdf.Signature("Per il soggetto promotore", name_of(case, Actor.PROMOTER), ""),
        ),
    }


def _ruled(found: Agreement) -> str | None:
    """Say whose regional rules apply, for a host with seats in several Regions (R-HOS-07)."""
    if not found.several_regions:
        return None
    return RULED[Agreement.Rules(found.ruled_by)]


def _stamp(found: Agreement) -> str | None:
    if not found.stamp_asked:
        return None
    if found.stamp_receipt:
        return f"L'imposta di bollo è assolta: ricevuta {found.stamp_receipt}."
    return "L'imposta di bollo è dovuta: la ricevuta è acquisita al fascicolo del tirocinio."


def plan(case: Internship) -> dict[str, Any]:
    """Return what the training plan says (form 4.4)."""
    return {
        "progetto.riferimenti": lambda: _references(case),
        "progetto.durata": lambda: _duration(case),
        "progetto.distanza": case.remote_rules.strip() or None,
        "progetto.orari_particolari": case.odd_hours.strip() or None,
        "progetto.trasferte": case.trips.strip() or None,
        "progetto.obiettivi": case.objectives or None,
        "progetto.metodi": case.methods or None,
        "progetto.attivita": lambda: _activities(case),
        "progetto.competenze": lambda: _competences(case),
        "progetto.tutor": lambda: _tutors(case),
        "progetto.minorenne": is_minor(case),
        "progetto.firme": lambda: _signatures(case),
    }


def facts(case: Internship) -> pdf.Facts:
    """Return the internship in a few lines."""
    signed = current_deed(case, "plan")
    at = signed.completed_at if signed else None
    rows = [
        ("Tirocinio n.", str(case.number)),
        ("Tirocinante", case.trainee.name),
        ("Soggetto ospitante", f"{case.host.name}, {case.unit}"),
        ("Soggetto promotore", case.promoter.party.name if case.promoter else ""),
        ("Periodo", f"{from_day(case.start)} {to_day(case.end)}"),
        ("Orario", _week(case)),
        ("Progetto formativo", f"firmato in data {italian_date(at.date())}" if at else ""),
    ]
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _parties(case: Internship) -> pdf.Facts:
    promoter, host = case.promoter, case.host
    if promoter is None:
        raise ValueError("an agreement names its promoter")
    rows = (
        (
            "Soggetto promotore",
            f"{promoter.party.name}, codice fiscale {promoter.party.tax_code}",
        ),
        ("Titolo del promotore", TITLES[PromoterKind(promoter.kind)]),
        ("Iscrizione o accreditamento", promoter.registration),
        ("Rappresentato da", _person(case, Actor.PROMOTER)),
        ("Soggetto ospitante", f"{host.name}, codice fiscale {host.tax_code}"),
        ("Sede dell'ospitante", ", ".join(host.address_lines)),
        ("Rappresentato da", _person(case, Actor.HOST)),
    )
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _limits(case: Internship) -> str:
    limits = limits_on(case.start)
    room = room_for(case, limits, case.end)
    staff = (
        "è contata 1 risorsa umana"
        if room.resources == 1
        else f"sono contate {room.resources} risorse umane"
    )
    premium = f", di cui {room.premium} per la premialità" if room.premium else ""
    return (
        f"Nell'unità operativa {staff}: i tirocini presenti insieme sono al massimo "
        f"{room.base + room.premium}{premium}."
    )


def _references(case: Internship) -> pdf.Facts:
    agreed = current_deed(case, "convention")
    at = agreed.completed_at if agreed else None
    rows = (
        ("Tirocinio n.", str(case.number)),
        ("Convenzione", f"firmata in data {italian_date(at.date())}" if at else ""),
        ("Tirocinante", case.trainee.name),
        ("Posizione", case.title),
        ("Bando", f"{case.call.title_it} ({case.call.code})"),
    )
    return pdf.Facts(tuple(row for row in rows if row[1]))


def _duration(case: Internship) -> pdf.Facts:
    return pdf.Facts(
        (
            ("Periodo", f"{from_day(case.start)} {to_day(case.end)}"),
            ("Orario", weekly(case.week)),
            (
                "Contratto collettivo",
                f"{case.contract}, {span(case.contract_minutes)} settimanali",
            ),
            ("Sede", str(case.unit)),
        )
    )


def _week(case: Internship) -> str:
    return f"{span(case.weekly_minutes)} settimanali"


def _activities(case: Internship) -> pdf.Table | None:
    rows = tuple(
        (one.text, span(one.minutes) if one.minutes else "") for one in case.activities.all()
    )
    return _table("Attività", "Durata", rows)


def _competences(case: Internship) -> pdf.Table | None:
    rows = tuple((one.text, str(one.level)) for one in case.competences.all())
    return _table("Competenza", "Livello EQF", rows)


def _table(first: str, second: str, rows: tuple[tuple[str, str], ...]) -> pdf.Table | None:
    if not rows:
        return None
    return pdf.Table(
        head=(first, second),
        rows=rows,
        widths=(0.7, 0.3),
        align=("left", "right"),
        row_headers=True,
    )


def _tutors(case: Internship) -> pdf.Facts:
    host, promoter = case.tutor("host"), case.tutor("promoter")
    rows = []
    if host is not None:
        years = f"{host.years} anni di esperienza"
        rows.append(("Tutor aziendale", f"{host.name}, {host.role}, {years}, {host.email}"))
        if host.substitute:
            rows.append(("Supplente", host.substitute))
    if promoter is not None:
        rows.append(("Tutor del promotore", f"{promoter.name}, {promoter.email}"))
    return pdf.Facts(tuple(rows))


def _signatures(case: Internship) -> tuple[pdf.Signature, ...]:
    found = [
        pdf.Signature("Per il soggetto ospitante", name_of(case, Actor.HOST), ""),
        pdf.Signature("Il tutor aziendale", name_of(case, Actor.HOST_TUTOR), ""),
        pdf.Signature("Il tirocinante", name_of(case, Actor.TRAINEE), ""),
    ]
    if is_minor(case):
        found.append(
            pdf.Signature("Esercente la responsabilità genitoriale", case.guardian_name, "")
        )
    found.append(pdf.Signature("Per il soggetto promotore", name_of(case, Actor.PROMOTER), ""))
    return tuple(found)


def _person(case: Internship, actor: Actor) -> str:
    """Return who is to sign for a party; the first of those who may, none where nobody is known."""
    return next(iter(expected(case, actor).values()), "")


def name_of(case: Internship, actor: Actor) -> str:
    """Return who is to sign; where no person is known yet, the body for which somebody will."""
    bodies = {
        Actor.HOST: case.host.name,
        Actor.PROMOTER: case.promoter.party.name if case.promoter else "",
    }
    return _person(case, actor) or bodies.get(actor, "")
