"""The fields of the vocabulary `candidacy`, resolved for a candidacy in any state."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from evaluation import rules as lists
from evaluation.queries import ranked_row
from internships.letters.candidates.dossier import CandidacyDossier
from internships.models import Candidacy, HostOffer
from internships.parameters import limits_on
from internships.rules.dates import DAY, end_for, hours
from letters import pdf
from letters.cases.examined import examined
from letters.cases.filed import declarations_of, files_of, procedure, requested_items
from letters.compose import moment_words, name_of
from letters.templating import Items
from letters.vocabulary import Context
from parties import moment
from workflows.rules.words import euro
from workflows.terms.italian import from_day, italian_date, length, to_day, with_weekday

VOCABULARY = "candidacy"
GIVES = frozenset(
    {
        "assegnazione.accettata",
        "assegnazione.adempimenti",
        "assegnazione.avvio_durata",
        "assegnazione.avvio_entro",
        "assegnazione.confermata",
        "assegnazione.dati",
        "assegnazione.effetti_rifiuto",
        "assegnazione.ospitante",
        "assegnazione.pagatore",
        "assegnazione.partecipazione",
        "assegnazione.titolo",
        "assegnazione.verifica",
        "candidatura.codice",
        "candidatura.escluse",
        "candidatura.preferenze",
        "colloquio.adattamenti",
        "colloquio.collegamento",
        "colloquio.commissione",
        "colloquio.data",
        "colloquio.documenti",
        "colloquio.giustificazione",
        "colloquio.luogo",
        "colloquio.minimo",
        "colloquio.offerta",
        "colloquio.ora",
        "colloquio.ospitante",
        "colloquio.punti",
        "colloquio.punti_totali",
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
ADMISSIONS = ("admit_candidate",)
TO_BRING = ("documento di identità valido;", "curriculum aggiornato.")
DECLINED = "chi rifiuta resta in graduatoria per le altre offerte scelte"
PAYER = "È pagata dal soggetto ospitante."


def resolve(case: Candidacy, context: Context) -> dict[str, Any]:
    """Return the values of every field that the candidacy itself gives."""
    dossier = CandidacyDossier(case, context.day)
    found = {
        **_candidacy(dossier),
        **procedure(dossier),
        **examined(dossier, admissions=ADMISSIONS, decisions=()),
        **_interview(dossier),
        **_placement(dossier),
        "integrazione.elementi": lambda: requested_items(case),
        "preavviso.protocollo": dossier.mark_of("candidacy_refusal_notice"),
    }
    return {name: value for name, value in found.items() if name in GIVES}


def outcome_values(case: Candidacy) -> dict[str, Any]:
    """Return what the approved ranking says of a candidacy: its act, its points, its place."""
    row = ranked_row(case)
    if row is None:
        raise LookupError(f"{case} stands in no approved ranking")
    threshold = case.call_version.parameters.get("threshold_total")
    return {
        "graduatoria.atto": row.ranking.act,
        "graduatoria.soglia": str(threshold) if threshold else None,
        "esito.posizione": str(row.place) if row.place else None,
        "esito.punteggio": lists.points(row.total) if row.total is not None else None,
        "esito.punteggi": _points(case, row.means, row.total),
        "esito.idoneo": row.place is not None,
        "esito.motivi": Items(tuple(row.reasons), ordered=True) if row.reasons else None,
    }


def _candidacy(dossier: CandidacyDossier) -> dict[str, Any]:
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
        "candidatura.codice": case.code,
        "candidatura.preferenze": lambda: _preferences(case, standing=True),
        "candidatura.escluse": lambda: _preferences(case, standing=False),
    }


def _facts(case: Candidacy) -> pdf.Facts:
    return pdf.Facts(
        (
            ("Candidatura n.", str(case.number)),
            ("Codice per le graduatorie", str(case.code)),
            ("Protocollo in arrivo", f"n. {case.protocol_in.mark}"),
            ("Presentata", moment_words(case.submitted_at)),
            ("Candidato", f"{case.applicant.name}, codice fiscale {case.applicant.tax_code}"),
            ("Bando", f"{case.call.title_it} ({case.call.code})"),
        )
    )


def _preferences(case: Candidacy, *, standing: bool) -> Items:
    rows = [
        one
        for one in case.preferences.select_related("offer__applicant", "offer__unit")
        if bool(one.dropped) is not standing
    ]
    last = len(rows) - 1
    return Items(
        tuple(
            f"{one.offer.title}, {one.offer.applicant.name}, {one.offer.unit.municipality}"
            + (f": {one.dropped}" if one.dropped else "." if place == last else ";")
            for place, one in enumerate(rows)
        ),
        ordered=standing,
    )


def _interview(dossier: CandidacyDossier) -> dict[str, Any]:
    case, interview = dossier.case, dossier.interview
    criteria = list(case.call_version.criteria.order_by("position"))
    asked = next((one for one in reversed(criteria) if one.minimum), None)
    working = length(dossier.parameters.absence_working_days, "working_days")
    owner = case.call.procedure_owner
    common = {
        "colloquio.documenti": Items(TO_BRING),
        "colloquio.punti": _number(asked.weight) if asked else None,
        "colloquio.minimo": _number(asked.minimum) if asked else None,
        "colloquio.punti_totali": _number(sum((one.weight for one in criteria), Decimal(0))),
        "colloquio.giustificazione": working,
        "colloquio.adattamenti": ", ".join(filter(None, (name_of(owner), owner.email)))
        if owner
        else None,
    }
    if interview is None:
        return common
    slot = interview.slot
    local = timezone.localtime(slot.starts_at)
    offer = slot.offer or _first_choice(case)
    return common | {
        "colloquio.data": with_weekday(local.date()),
        "colloquio.ora": f"{local:%H.%M}",
        "colloquio.luogo": slot.place or None,
        "colloquio.collegamento": slot.link or None,
        "colloquio.commissione": slot.panel,
        "colloquio.offerta": offer.title if offer else None,
        "colloquio.ospitante": offer.applicant.name if offer else None,
    }


def _first_choice(case: Candidacy) -> HostOffer | None:
    row = case.preferences.filter(dropped="").select_related("offer__applicant").first()
    return row.offer if row else None


def _placement(dossier: CandidacyDossier) -> dict[str, Any]:
    case, offer = dossier.case, dossier.case.placement
    if offer is None:
        return {}
    limits = limits_on(offer.start_from)
    today = moment.today()
    days = dossier.parameters.start_days
    confirmed = dossier.last("assign")
    return {
        "assegnazione.titolo": offer.title,
        "assegnazione.ospitante": offer.applicant.name,
        "assegnazione.dati": lambda: placement_facts(offer),
        "assegnazione.partecipazione": f"{limits.indemnity.full_from_percent}%",
        "assegnazione.pagatore": PAYER,
        "assegnazione.effetti_rifiuto": DECLINED,
        "assegnazione.accettata": italian_date(timezone.localtime(case.accepted_at).date())
        if case.accepted_at
        else None,
        "assegnazione.confermata": italian_date(timezone.localtime(confirmed.at).date())
        if confirmed
        else None,
        "assegnazione.verifica": italian_date(today),
        "assegnazione.adempimenti": lambda: _steps(offer),
        "assegnazione.avvio_durata": length(days),
        "assegnazione.avvio_entro": italian_date(
            case.due_on
            if case.assigned_on and case.due_on
            else min(today + DAY * days, offer.start_to)
        ),
    }


def placement_facts(offer: HostOffer) -> pdf.Facts:
    """Return the place as a proposal tells it: where, when, how long, for how much."""
    months = f"{offer.months} mesi" if offer.months != 1 else "1 mese"
    period = f"{months}, con inizio {from_day(offer.start_from)} {to_day(offer.start_to)}"
    meals = ", con mensa o buoni pasto" if offer.gives_meals else ""
    return pdf.Facts(
        (
            ("Soggetto ospitante", offer.applicant.name),
            ("Unità operativa", str(offer.unit)),
            ("Posizione", offer.title),
            ("Periodo", period),
            ("Orario", f"{hours(Decimal(offer.weekly_minutes) / 60)} ore settimanali"),
            ("Indennità", f"{euro(offer.allowance)} lordi al mese{meals}"),
            ("Tutor", f"{offer.tutor_name}, {offer.tutor_role}"),
        )
    )


def _steps(offer: HostOffer) -> pdf.Table:
    """Return what comes before the first day, and who does it (R-DOC-07)."""
    before = f"prima {_of(offer)}"
    return pdf.Table(
        head=("Adempimento", "Chi", "Entro"),
        rows=(
            ("Convenzione", "ospitante e promotore", "prima del progetto formativo"),
            (
                "Progetto formativo individuale",
                "ospitante, tirocinante, promotore",
                "prima della comunicazione obbligatoria",
            ),
            ("Assicurazioni INAIL e responsabilità civile", "promotore", before),
            ("Comunicazione obbligatoria", "ospitante", "le ore 24 del giorno precedente l'inizio"),
            ("Lettera di avvio", "promotore", before),
        ),
        widths=(0.4, 0.3, 0.3),
        row_headers=True,
    )


def _of(offer: HostOffer) -> str:
    last = italian_date(end_for(offer.start_to, 0) + DAY)
    return f"dell'inizio, al più tardi il {last}"


def _points(case: Candidacy, means: list[int], total: int | None) -> pdf.Table | None:
    if not means or total is None:
        return None
    criteria = list(case.call_version.criteria.order_by("position"))
    rows = tuple(
        (one.title_it, _number(one.weight), lists.points(mean))
        for one, mean in zip(criteria, means, strict=True)
    )
    most = _number(sum((one.weight for one in criteria), Decimal(0)))
    return pdf.Table(
        head=("Criterio", "Massimo", "Punti"),
        rows=(*rows, ("Totale", most, lists.points(total))),
        widths=(0.6, 0.2, 0.2),
        align=("left", "right", "right"),
        row_headers=True,
        total=True,
    )


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
