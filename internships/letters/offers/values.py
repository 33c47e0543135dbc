"""The fields of the vocabulary `host_offer`, resolved for an offer in any state."""

from decimal import Decimal
from typing import Any

from internships.letters.offers.dossier import OfferDossier
from internships.models import HostOffer, Role, Sector
from internships.quota import Room
from internships.rules.dates import hours
from internships.rules.green import band
from letters import pdf
from letters.cases.examined import examined
from letters.cases.filed import declarations_of, files_of, procedure, requested_items
from letters.compose import moment_words
from letters.vocabulary import Context
from workflows.rules.words import euro
from workflows.terms.italian import from_day, italian_date, to_day

VOCABULARY = "host_offer"
GIVES = frozenset(
    {
        "dichiarazioni",
        "documenti",
        "domanda.dati",
        "domanda.numero",
        "domanda.presentata",
        "domanda.protocollo",
        "esiti",
        "integrazione.elementi",
        "motivi",
        "motivi.comunicati",
        "motivi.piu_di_uno",
        "motivi_e_risposte",
        "offerta.fascia_green",
        "offerta.piu_posti",
        "offerta.posti_ammessi",
        "offerta.posti_richiesti",
        "offerta.posti_ridotti",
        "offerta.pubblicazione",
        "offerta.punteggio_green",
        "offerta.punti_green",
        "offerta.quota",
        "offerta.titolo",
        "offerta.unita",
        "osservazioni.presentate",
        "osservazioni.protocollo",
        "preavviso.protocollo",
        "procedimento.dati",
        "procedimento.durata",
        "procedimento.scadenza",
        "procedimento.scaduto",
        "procedimento.sospensione_massima",
        "proposta.data",
        "proposta.nome",
        "regime.codice",
        "richiedente.codice_fiscale",
        "richiedente.nome",
        "sostituto.nome",
        "sostituto.termine",
        "termine.ripresa",
    }
)
ADMISSIONS = ("propose_admission",)
# What the letters say of the letters of the green grid.
PARTS = (
    ("A", "Settore"),
    ("B", "Ruolo del tirocinante"),
    ("C", "Certificazioni"),
    ("D", "Misure di economia circolare"),
    ("E", "Rendicontazione di sostenibilità"),
    ("F", "Tutoraggio"),
)
SECTORS = {
    Sector.CORE: "attività della green economy",
    Sector.GO_GREEN: "attività convertibile",
    Sector.OTHER: "altra attività",
}
ROLES = {Role.FULL: "ruolo verde", Role.HYBRID: "ruolo ibrido", Role.NONE: "ruolo non verde"}


def resolve(case: HostOffer, context: Context) -> dict[str, Any]:
    """Return the values of every field that the offer itself gives."""
    dossier = OfferDossier(case, context.day)
    found = {
        **_offer(dossier),
        **procedure(dossier),
        **examined(dossier, admissions=ADMISSIONS, decisions=()),
        **_place(dossier),
        "integrazione.elementi": lambda: requested_items(case),
    }
    return {name: value for name, value in found.items() if name in GIVES}


def reduced_because(case: HostOffer, room: Room, stated: str) -> str | None:
    """Return why fewer places are admitted than were asked for; None where all are.

    Where the unit could hold more, it is for the reason that the officer has `stated`.
    """
    if case.admitted_places is None or case.admitted_places >= case.places:
        return None
    if room.left > case.admitted_places:
        return stated.strip().rstrip(".")
    return (
        f"nell'unità operativa la quota è di {room.base + room.premium} e i tirocini presenti o "
        f"già promessi sono {room.present}"
    )


def _offer(dossier: OfferDossier) -> dict[str, Any]:
    case = dossier.case
    party = case.applicant
    return {
        "domanda.numero": case.number,
        "domanda.protocollo": case.protocol_in.mark if case.protocol_in else None,
        "domanda.presentata": moment_words(case.submitted_at) if case.submitted_at else None,
        "domanda.dati": (lambda: _facts(case)) if case.submitted_at else None,
        "documenti": lambda: files_of(case),
        "dichiarazioni": lambda: declarations_of(case),
        "richiedente.nome": party.name if party else None,
        "richiedente.codice_fiscale": party.tax_code if party else None,
        "offerta.titolo": case.title or None,
        "offerta.unita": str(case.unit) if case.unit else None,
        "offerta.posti_richiesti": str(case.places),
    }


def _place(dossier: OfferDossier) -> dict[str, Any]:
    case = dossier.case
    admitted, is_green = case.admitted_places, case.green_score is not None
    published = case.published_on
    return {
        "offerta.pubblicazione": italian_date(published) if published else None,
        "offerta.posti_ammessi": str(admitted) if admitted else None,
        "offerta.piu_posti": (admitted or 0) > 1,
        "offerta.posti_ridotti": None,
        "offerta.quota": (lambda: _quota(dossier)) if case.base_quota is not None else None,
        "offerta.punteggio_green": str(case.green_score) if is_green else None,
        "offerta.fascia_green": (lambda: band(case.green_score, dossier.facts.grid))
        if is_green
        else None,
        "offerta.punti_green": (lambda: _green(dossier)) if is_green else None,
    }


def _facts(case: HostOffer) -> pdf.Facts:
    months = f"{case.months} mesi" if case.months != 1 else "1 mese"
    places = f"{case.places} posti" if case.places != 1 else "1 posto"
    payer = "a carico del soggetto ospitante"
    period = f"{months}, con inizio {from_day(case.start_from)} {to_day(case.start_to)}"
    return pdf.Facts(
        (
            ("Offerta n.", str(case.number)),
            ("Protocollo in arrivo", f"n. {case.protocol_in.mark}"),
            ("Presentata", moment_words(case.submitted_at)),
            (
                "Soggetto ospitante",
                f"{case.applicant.name}, codice fiscale {case.applicant.tax_code}",
            ),
            ("Presentata da", case.representative.name),
            ("Bando", f"{case.call.title_it} ({case.call.code})"),
            ("Posizione", f"{case.title}, {places}"),
            ("Unità operativa", str(case.unit)),
            (
                "Periodo e orario",
                f"{period}, {hours(Decimal(case.weekly_minutes) / 60)} ore settimanali",
            ),
            ("Indennità", f"{euro(case.allowance)} lordi al mese, {payer}"),
            ("Tutor", f"{case.tutor_name}, {case.tutor_role}"),
        )
    )


def _quota(dossier: OfferDossier) -> pdf.Table:
    case, room = dossier.case, dossier.facts.room
    rows = (
        ("Risorse umane che contano", str(case.counted_staff)),
        ("Quota base", str(case.base_quota)),
        ("Quota premiale", str(case.premium_quota)),
        ("Tirocini già in corso o promessi", str(room.present)),
        ("Posti ammessi", str(case.admitted_places)),
    )
    return pdf.Table(
        head=("Quota dell'unità operativa", "Numero"),
        rows=rows,
        widths=(0.75, 0.25),
        align=("left", "right"),
        row_headers=True,
        total=True,
    )


def _green(dossier: OfferDossier) -> pdf.Table:
    case, score = dossier.case, dossier.facts.score
    proofs = {
        "A": SECTORS[case.green_sector],
        "B": f"{ROLES[case.green_role]}, {case.green_percent}% delle ore su attività verdi",
        "C": "; ".join(f"{one}" for one in case.certificates.all()),
        "D": "; ".join(one.proof for one in case.measures.all() if one.proof),
        "E": "relazione allegata" if case.has_report else "",
        "F": f"{case.tutor_green_years} anni del tutor, {case.training_hours} ore di formazione",
    }
    rows = tuple((title, str(score.parts[letter]), proofs[letter]) for letter, title in PARTS)
    return pdf.Table(
        head=("Voce", "Punti", "Prova"),
        rows=(*rows, ("Totale", str(score.total), "")),
        widths=(0.35, 0.12, 0.53),
        align=("left", "right", "left"),
        row_headers=True,
        total=True,
    )
