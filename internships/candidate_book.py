"""The workbook of candidates: candidacies with their ranking, pairings with their reasons, interviews.

Titles and notes are Italian in every language of the site: the file is an annex of Italian acts.
Nothing in it tells of health or hardship: what is kept apart stands in no row.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, LedgerEntry, Pot
from accounting.reconciliation import Check
from accounting.sheets import Column, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind
from calls.models import CallKind
from evaluation.models import RankingRow
from internships.models import (
    Candidacy,
    CandidacyStatus,
    Internship,
    Interview,
    PairingRow,
    Preference,
)

BATCH = 2000
NOTHING = Decimal("0.00")
HUNDRED = Decimal(100)
LISTED = [
    CandidacyStatus.RANKED,
    CandidacyStatus.PROPOSED,
    CandidacyStatus.ACCEPTED,
    CandidacyStatus.ASSIGNED,
    CandidacyStatus.STARTED,
]

CANDIDACY_COLUMNS = (
    Column("call", "bando", "code"),
    Column("number", "candidatura", "code", width=26),
    Column("code", "codice", "code"),
    Column("name", "candidato", "text", width=30),
    Column("filed", "presentata_il", "date"),
    Column("status", "stato", "text", width=24),
    Column("first", "prima_scelta", "text", width=34),
    Column("choices", "offerte_scelte", "integer"),
    Column("interview", "colloquio_del", "date"),
    Column("points", "punti", "number"),
    Column("place", "posizione", "integer"),
    Column("offer", "offerta_del_posto", "code", width=26),
    Column("host", "soggetto_ospitante", "text", width=34),
    Column("accepted", "accettata_il", "date"),
    Column("assigned", "assegnata_il", "date"),
    Column("set_aside", "rimborso_accantonato", "money", total=True),
)
PAIRING_COLUMNS = (
    Column("call", "bando", "code"),
    Column("pairing", "abbinamento", "integer"),
    Column("act", "atto", "text", width=30),
    Column("place", "posizione", "integer"),
    Column("number", "candidatura", "code", width=26),
    Column("code", "codice", "code"),
    Column("offer", "offerta", "code", width=26),
    Column("host", "soggetto_ospitante", "text", width=34),
    Column("why", "perche", "text", width=80),
)
INTERVIEW_COLUMNS = (
    Column("call", "bando", "code"),
    Column("number", "candidatura", "code", width=26),
    Column("code", "codice", "code"),
    Column("at", "giorno", "date"),
    Column("for_programme", "per_ufficio_o_promotore", "text", width=30),
    Column("for_host", "per_ospitante", "text", width=30),
    Column("state", "stato", "text", width=24),
    Column("declared", "assenza_conflitti", "text"),
)


def build(asked: Request) -> Book:
    """Make the workbook: every candidacy that was sent, its place in the ranking and what came of it."""
    cases, held = _cases(asked), _held(asked)
    pairings, interviews = _pairings(asked), _interviews(asked)
    return Book(
        sheets=(
            Sheet("Candidature e graduatoria", CANDIDACY_COLUMNS, _case_rows(cases, held)),
            Sheet("Abbinamenti", PAIRING_COLUMNS, _pairing_rows(pairings)),
            Sheet("Colloqui", INTERVIEW_COLUMNS, _interview_rows(interviews)),
            reconciliation.sheet(_checks(asked, cases, held)),
        ),
        row_count=cases.count(),
        total="set_aside",
        ledger_total=_reserved(asked),
    )


def _cases(asked: Request) -> QuerySet[Candidacy]:
    found = Candidacy.objects.filter(submitted_at__isnull=False, submitted_at__lte=asked.as_of)
    if asked.call is not None:
        found = found.filter(call=asked.call)
    rows = RankingRow.objects.filter(ranking__approved_at__isnull=False).order_by("-ranking_id")
    return (
        found.select_related("call", "applicant", "placement__applicant")
        .prefetch_related(
            Prefetch("ranking_rows", rows),
            Prefetch("preferences", Preference.objects.select_related("offer__applicant")),
        )
        .order_by("call__code", "pk")
    )


def _held(asked: Request) -> dict[tuple[int, int], Decimal]:
    """Return what is set aside for each internship, by its offer and its intern, in EUR."""
    entries = LedgerEntry.objects.filter(case__kind=Internship.KIND)
    if asked.call is not None:
        entries = entries.filter(case__call=asked.call)
    sums: dict[int, Decimal] = {}
    for case, source, target, amount in entries.values_list("case", "source", "target", "amount"):
        sign = (target == Pot.RESERVED) - (source == Pot.RESERVED)
        sums[case] = sums.get(case, NOTHING) + sign * amount
    keys = Internship.objects.in_bulk([case for case, amount in sums.items() if amount])
    return {(one.offer_id, one.trainee_id): sums[pk] for pk, one in keys.items()}


def _reserved(asked: Request) -> Decimal:
    """Return what the budgets say is reserved, in EUR."""
    budgets = Budget.objects.filter(call__kind=CallKind.INTERNSHIP)
    if asked.call is not None:
        budgets = budgets.filter(call=asked.call)
    return budgets.aggregate(sum=Sum("reserved", default=NOTHING))["sum"]


def _pairings(asked: Request) -> QuerySet[PairingRow]:
    found = PairingRow.objects.filter(pairing__approved_at__isnull=False)
    if asked.call is not None:
        found = found.filter(pairing__call=asked.call)
    return found.select_related("pairing__call", "candidacy", "offer__applicant").order_by(
        "pairing__call__code", "pairing__number", "place", "pk"
    )


def _interviews(asked: Request) -> QuerySet[Interview]:
    found = Interview.objects.all()
    if asked.call is not None:
        found = found.filter(slot__call=asked.call)
    return found.select_related("slot__call", "candidacy").order_by(
        "slot__call__code", "slot__starts_at", "pk"
    )


def _case_rows(
    cases: QuerySet[Candidacy], held: dict[tuple[int, int], Decimal]
) -> Iterator[tuple[object, ...]]:
    for case in cases.iterator(BATCH):
        row = next(iter(case.ranking_rows.all()), None)
        chosen = list(case.preferences.all())
        first, place = chosen[0].offer if chosen else None, case.placement
        key = (case.placement_id or 0, case.representative_id or 0)
        yield (
            case.call.code,
            case.number,
            case.code,
            case.applicant.name if case.applicant else "",
            _day(case.submitted_at),
            case.get_status_display(),
            f"{first.title}, {first.applicant.name}" if first and first.applicant else None,
            len(chosen),
            _day(case.interview_at),
            None if row is None or row.total is None else Decimal(row.total) / HUNDRED,
            row.place if row else None,
            place.number if place else None,
            place.applicant.name if place and place.applicant else None,
            _day(case.accepted_at),
            case.assigned_on,
            held.get(key, NOTHING) or None,
        )


def _pairing_rows(pairings: QuerySet[PairingRow]) -> Iterator[tuple[object, ...]]:
    for row in pairings.iterator(BATCH):
        offer = row.offer
        yield (
            row.pairing.call.code,
            row.pairing.number,
            row.pairing.act,
            row.place,
            row.candidacy.number,
            row.candidacy.code,
            offer.number if offer else None,
            offer.applicant.name if offer and offer.applicant else None,
            " ".join(row.why),
        )


def _interview_rows(interviews: QuerySet[Interview]) -> Iterator[tuple[object, ...]]:
    for one in interviews.iterator(BATCH):
        yield (
            one.slot.call.code,
            one.candidacy.number,
            one.candidacy.code,
            _day(one.slot.starts_at),
            one.slot.for_programme,
            one.slot.for_host,
            str(one.get_state_display()),
            "sì" if one.is_declared else None,
        )


def _checks(
    asked: Request, cases: QuerySet[Candidacy], held: dict[tuple[int, int], Decimal]
) -> Iterator[Check]:
    """Compare what is set aside with the ledger, and candidates in the ranking with its rows."""
    code = asked.call.code if asked.call else "tutti"
    told = sum(held.values(), NOTHING)
    counted = cases.order_by().aggregate(
        listed=Count("pk", filter=Q(status__in=LISTED), distinct=True),
        placed=Count(
            "pk",
            filter=Q(
                status__in=LISTED,
                ranking_rows__ranking__approved_at__isnull=False,
                ranking_rows__place__isnull=False,
            ),
            distinct=True,
        ),
    )
    yield Check(code, "Rimborsi accantonati", "Righe", told, "Registro", _reserved(asked))
    yield Check(
        code,
        "Candidati in graduatoria (numero)",
        "Stato della candidatura",
        Decimal(counted["listed"]),
        "Graduatoria approvata",
        Decimal(counted["placed"]),
    )


def _day(instant: object) -> object:
    return timezone.localtime(instant).date() if instant else None  # type: ignore[arg-type]


CANDIDATES = WorkbookKind(
    code="candidates",
    title=_("Candidates and pairings"),
    purpose=_(
        "Every candidacy with its points, its place and what came of it; pairings with their "
        "reasons; interviews with who asked."
    ),
    build=build,
    columns=CANDIDACY_COLUMNS,
    needed={
        **dict.fromkeys(("call", "number"), IDENTITY),
        "set_aside": RECONCILED,
    },
    call_kind=CallKind.INTERNSHIP,
)
