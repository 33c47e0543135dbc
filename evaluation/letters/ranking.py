"""The act that approves a list: premises, lists A to D, money, the digest of what is frozen (RANK-11)."""

from decimal import Decimal

from django.utils import timezone

from evaluation.kinds import ADMISSIBLE
from evaluation.letters import frame, lists
from evaluation.models import RankedList, Ranking, Sitting
from evaluation.queries import rows_of
from letters import pdf
from letters.models import Letter
from parties.models import User
from workflows.rules.words import euro
from workflows.terms.italian import italian_date

PUBLIC = "Pubblicazione"


def write_approval(ranking: Ranking, *, by: User, stages: list[str]) -> Letter:
    """Put the act of approval on record; `stages` are those of the files (`evaluation.kinds`)."""
    call, rows = ranking.call, list(rows_of(ranking))
    criteria = list(call.current_version.criteria.order_by("position"))
    given = {
        "commissione.verbali": _minutes(ranking),
        "proposta.data": italian_date(timezone.localdate(ranking.made_at)),
        "graduatoria.atto": ranking.act,
        "graduatoria.presentate": str(len(stages)),
        "graduatoria.valutate": str(stages.count(ADMISSIBLE)),
        "graduatoria.dotazione": euro(ranking.endowment),
        "graduatoria.elenco_a": lists.table(RankedList.FINANCED, rows),
        "graduatoria.elenco_b": lists.table(RankedList.PARTLY, rows),
        "graduatoria.elenco_c": lists.table(RankedList.NOT_FINANCED, rows),
        "graduatoria.elenco_d": lists.table(RankedList.NOT_ADMITTED, rows),
        "graduatoria.pari_merito": lists.ties(rows, criteria),
        "graduatoria.seme": ranking.seed or None,
        "graduatoria.sorteggio": lists.draw(ranking, rows),
        "graduatoria.fondi": _funds(ranking, rows),
        "graduatoria.impronta": ranking.digest,
        "graduatoria.validita": f"fino al {until(ranking)}",
        "firma": frame.director(call.manager, by),
    }
    return frame.put(call, "ranking_act", by=by, counterpart=PUBLIC, given=given)


def until(ranking: Ranking) -> str | None:
    """Return the last day on which the list is good, in words."""
    return italian_date(ranking.validity_until) if ranking.validity_until else None


def _minutes(ranking: Ranking) -> str | None:
    """Name the minutes of the committee with the number that each has in the protocol."""
    sittings = (
        Sitting.objects.filter(committee__call=ranking.call, letter__protocol__isnull=False)
        .select_related("letter__protocol")
        .order_by("number")
    )
    entries = ((one.number, one.letter and one.letter.protocol) for one in sittings)
    found = (f"n. {number} (prot. n. {entry.mark})" for number, entry in entries if entry)
    return ", ".join(found) or None


def _funds(ranking: Ranking, rows: list) -> pdf.Table:
    given = {
        listed: sum((row.granted for row in rows if row.listed == listed), Decimal("0.00"))
        for listed in (RankedList.FINANCED, RankedList.PARTLY)
    }
    said = (
        ("Dotazione", euro(ranking.endowment)),
        ("Assegnati all'elenco A", euro(given[RankedList.FINANCED])),
        ("Assegnati all'elenco B", euro(given[RankedList.PARTLY])),
        ("Residuo", euro(ranking.left)),
    )
    return pdf.Table(
        ("Fondi", "Importo"),
        said,
        align=("left", "right"),
        widths=(0.75, 0.25),
        row_headers=True,
        total=True,
    )
