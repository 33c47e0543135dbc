"""The list is made, approved by an act that freezes it, and published."""

from datetime import date
from decimal import Decimal

import pytest

from calls.models import Call, State
from evaluation.models import Ranking
from evaluation.services import rankings, sheets, sittings
from grants import services
from grants.models import Status
from parties.roles import Role
from tests.evaluation.world import ACT, fresh
from tests.letters.reading import missing_from
from tests.office import make_user
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

RANKING_ACT = "Determinazione n. 12/2026 del 02/11/2026"
pytestmark = pytest.mark.django_db


def rows(ranking):
    return [
        (row.case_id, row.place, row.listed, row.total, row.granted)
        for row in ranking.rows.order_by("position")
    ]


def approve(contest, ranking, **changes):
    details = {"by": contest.office.director, "seen_digest": ranking.digest, **ACT} | changes
    return rankings.approve_ranking(ranking, **details)


def test_RANK_11_the_list_has_its_four_parts(contest):
    ranking, cases = contest.ranked(92, 88, 75, 70, 59)

    assert rows(ranking) == [
        (cases[0].pk, 1, "A", 9200, Decimal("960.00")),
        (cases[1].pk, 2, "A", 8800, Decimal("960.00")),
        (cases[2].pk, 3, "B", 7500, Decimal("80.00")),
        (cases[3].pk, 4, "C", 7000, Decimal("0.00")),
        (cases[4].pk, None, "D", 5900, Decimal("0.00")),
    ]
    assert ranking.rows.get(place=None).reasons == ["Totale: 59,00 punti su un minimo di 60,00."]


def test_RANK_10_the_mean_of_the_members_is_rounded_once(contest):
    case = contest.admitted()
    contest.appoint()
    contest.sit()
    for name, points in (
        ("presidente", (30, 25, 25, 20)),
        ("prima", (30, 25, 25, "19.99")),
        ("seconda", (30, 25, 25, "19.98")),
    ):
        contest.score(case, name, *points)

    ranking = rankings.make_ranking(contest.call, by=contest.office.procedure_owner)

    assert (ranking.rows.get().total, ranking.rows.get().means) == (9999, [3000, 2500, 2500, 1999])


def test_RANK_08_a_tie_is_kept_with_the_step_that_broke_it(contest):
    ranking, cases = contest.ranked(80, 80)

    first, second = ranking.rows.order_by("position")
    assert (first.case_id, first.tie) == (cases[0].pk, None)
    assert (second.tie["step"], second.tie["ahead"]) == ("earlier_filing", cases[0].number)


def test_RANK_02_files_under_examination_or_not_scored_stop_the_list(contest):
    scored, unscored = contest.admitted(), contest.admitted()
    pending = contest.examined()
    contest.appoint()
    contest.sit()
    contest.score_all(scored, 80)
    contest.score(unscored, "prima", 80)

    with pytest.raises(TransitionRefused) as refused:
        rankings.make_ranking(contest.call, by=contest.office.procedure_owner)

    assert refused.value.sentence == (
        f"Domande ancora in istruttoria: {pending.number}. "
        f"Domande senza tutte le schede chiuse: {unscored.number}."
    )
    assert not Ranking.objects.exists()


def test_a_list_without_committee_or_right_is_refused(contest):
    contest.admitted()
    contest.close()
    with pytest.raises(
        TransitionRefused,
        match="Questo bando ha dei criteri e non ancora una commissione: nominala",
    ):
        rankings.make_ranking(contest.call, by=contest.office.procedure_owner)
    with pytest.raises(TransitionRefused) as refused:
        rankings.make_ranking(contest.call, by=contest.office.officer)
    assert refused.value.why is Refusal.RIGHT


def test_ORG_08_whoever_abstains_is_not_waited_for(contest):
    case = contest.admitted()
    contest.appoint()
    contest.sit(conflicts={"prima": {case.pk: "Parente."}})
    contest.score(case, "presidente", 80)
    contest.score(case, "seconda", 70)

    ranking = rankings.make_ranking(contest.call, by=contest.office.procedure_owner)

    assert ranking.rows.get().total == 7500


def test_a_new_list_takes_the_place_of_the_draft(contest):
    ranking, _cases = contest.ranked(90)

    again = rankings.make_ranking(contest.call, by=contest.people["presidente"])

    assert list(Ranking.objects.values_list("pk", flat=True)) == [again.pk]
    assert again.digest == ranking.digest


def test_RANK_11_the_approval_does_what_the_list_says(contest):
    ranking, cases = contest.ranked(92, 88, 75, 70, 59)

    job = contest.approve(ranking)

    assert [fresh(case).status for case in cases] == [
        Status.GRANTED,
        Status.GRANTED,
        Status.PARTIAL_OFFERED,
        Status.WAITING_LIST,
        Status.REFUSED,
    ]
    assert [(row.label, row.outcome) for row in job.rows.order_by("pk")] == [
        (case.number, "done") for case in cases
    ]
    assert contest.funds() == ("0.00", "80.00", "1920.00")
    ranking.refresh_from_db()
    assert (ranking.act, ranking.validity_until, ranking.approved_by) == (
        "Determinazione n. 12/2026 del 02/11/2026",
        date(2027, 11, 2),
        contest.office.director,
    )


def test_each_file_gets_its_letter_and_list_D_its_reasons_alone(contest):
    ranking, cases = contest.ranked(92, 88, 75, 70, 59)
    contest.approve(ranking)

    assert [case.letters.order_by("pk").last().kind for case in (fresh(one) for one in cases)] == [
        "grant",
        "grant",
        "partial_offer",
        "ranking_outcome",
        "ranking_outcome",
    ]


def test_exclusion_by_a_list_is_annulled_by_a_letter_that_names_it(contest):
    ranking, cases = contest.ranked(92, 59)
    contest.approve(ranking)
    excluded = fresh(cases[-1])
    told = excluded.letters.get(kind="ranking_outcome")

    perform(excluded, "annul_refusal", by=contest.office.director, reason="I punti erano altri.")

    letter = excluded.letters.get(kind="refusal_annulled")
    assert letter.state == "ready"
    assert missing_from(letter, f"con nota prot. n. {told.protocol.mark}") == []


def test_RANK_11_every_letter_says_place_points_and_the_members_reasons(contest):
    ranking, cases = contest.ranked(92, 92, 75, 70, 59)
    contest.approve(ranking)

    letters = [fresh(case).letters.order_by("pk").last() for case in cases]
    for letter, place, points in zip(letters, (1, 2, 3, 4), ("92", "92", "75", "70"), strict=False):
        assert (
            missing_from(
                letter,
                f"alla posizione n. {place} con {points},00 punti",
                "Risponde a quanto chiede il criterio.",
                f"Totale 100,00 {points},00",
            )
            == []
        )
    parity = "a parità di punteggio ha deciso: chi ha presentato prima la domanda"
    assert missing_from(letters[1], RANKING_ACT, parity) == []
    assert missing_from(letters[3], "La graduatoria è valida fino al 2 novembre 2027.") == []
    assert (
        missing_from(
            letters[4],
            "non è idonea: ha ottenuto 59,00 punti (il bando ne chiede almeno 60)",
            "Totale: 59,00 punti su un minimo di 60,00.",
        )
        == []
    )


def test_nothing_is_done_twice_by_a_job_that_starts_again(contest):
    ranking, cases = contest.ranked(92, 88)
    job = contest.approve(ranking)
    from evaluation.services import applying  # noqa: PLC0415

    applying.run(job)

    assert job.rows.count() == 2
    assert [case.history.filter(name="grant_by_ranking").count() for case in cases] == [1, 1]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"act_number": " "}, "Scrivi il numero dell'atto."),
        ({"act_date": date(2999, 1, 1)}, "L'atto non può avere una data futura."),
        (
            {"seen_digest": "0" * 64},
            "Qualcosa è cambiato da quando questa graduatoria è stata formata: formala di nuovo",
        ),
    ],
)
def test_an_approval_that_is_not_as_it_must_is_refused(contest, changes, sentence):
    ranking, _cases = contest.ranked(92)

    with pytest.raises(TransitionRefused, match=sentence):
        approve(contest, ranking, **changes)

    assert Ranking.objects.get().approved_at is None


def test_ORG_09_neither_the_procedure_owner_nor_a_director_in_the_committee_approves(contest):
    ranking, _cases = contest.ranked(92)

    with pytest.raises(TransitionRefused) as refused:
        approve(contest, ranking, by=contest.office.procedure_owner)
    assert refused.value.why is Refusal.RIGHT
    contest.people["presidente"].role_assignments.create(role=Role.DIRECTOR)
    president = type(contest.people["presidente"]).objects.get(pk=contest.people["presidente"].pk)
    with pytest.raises(TransitionRefused) as refused:
        approve(contest, ranking, by=president)
    assert refused.value.why is Refusal.RIGHT


@pytest.mark.parametrize("what", ["withdrawal", "sheet", "funds"])
def test_a_list_that_is_no_longer_true_is_not_approved(contest, what):
    ranking, cases = contest.ranked(92, 88)
    if what == "withdrawal":
        services.withdraw(fresh(cases[0]), by=cases[0].opened_by)
    elif what == "sheet":
        sheet = cases[0].score_sheets.first()
        again = sheets.reopen_sheet(sheet, by=contest.people["presidente"], reason="Errore.")
        typed = {"points-criterion-1": "1"}
        sheets.save_typed(again, typed, {}, by=again.member.user)
        sheets.close_sheet(again, by=again.member.user)
    else:
        from accounting.services import ledger  # noqa: PLC0415

        ledger.endow(contest.call, Decimal(1), by=None, description="Altro")

    with pytest.raises(TransitionRefused) as refused:
        approve(contest, ranking)

    assert refused.value.why is Refusal.STALE
    assert contest.funds()[2] == "0.00"


def test_an_approved_call_gets_no_other_list(contest):
    ranking, _cases = contest.ranked(92)
    contest.approve(ranking)

    with pytest.raises(TransitionRefused, match="La graduatoria di questo bando è già approvata"):
        rankings.make_ranking(contest.call, by=contest.office.procedure_owner)
    with pytest.raises(TransitionRefused, match="La graduatoria di questo bando è già approvata"):
        approve(contest, ranking)


def test_what_the_list_decided_does_not_go_back_to_the_examination(contest):
    ranking, cases = contest.ranked(92, 59)
    job = approve(contest, ranking)

    with pytest.raises(TransitionRefused, match="La graduatoria è approvata"):
        perform(fresh(cases[1]), "send_back", by=contest.office.director, reason="Da rivedere.")
    assert job.rows.count() == 0


def test_RANK_11_only_an_approved_list_is_published(contest):
    ranking, _cases = contest.ranked(92)
    with pytest.raises(TransitionRefused, match="Si pubblica soltanto una graduatoria approvata"):
        rankings.publish_ranking(ranking, by=contest.office.procedure_owner)
    contest.approve(ranking)

    with pytest.raises(TransitionRefused) as refused:
        rankings.publish_ranking(ranking, by=contest.office.officer)
    assert refused.value.why is Refusal.RIGHT
    published = rankings.publish_ranking(ranking, by=contest.office.procedure_owner)
    assert published.published_by == contest.office.procedure_owner


def test_a_call_that_still_receives_applications_has_no_list(contest):
    contest.admitted()
    contest.appoint()

    with pytest.raises(TransitionRefused, match="Il bando non è ancora chiuso"):
        rankings.make_ranking(contest.call, by=contest.office.procedure_owner)
    with pytest.raises(TransitionRefused, match="non sono ancora state affidate"):
        sittings.begin(contest.committee_now, by=contest.people["presidente"], place="Sala 1")


def test_the_call_says_that_its_ranking_is_approved(contest):
    ranking, _cases = contest.ranked(92)
    contest.approve(ranking)

    call = Call.objects.get(pk=contest.call.pk)
    assert (call.state, call.history.latest("position").act) == (State.RANKED, RANKING_ACT)


def test_RANK_08_a_draw_waits_for_its_seed(contest):
    ranking, cases = contest.ranked(92, 88)

    assert ranking.seed == ""
    seeded = rankings.make_ranking(
        contest.call, by=contest.office.procedure_owner, seed=" 22 45 67 "
    )
    assert (seeded.seed, [row[0] for row in rows(seeded)]) == (
        "22 45 67",
        [case.pk for case in cases],
    )


def test_a_call_whose_filings_were_all_refused_has_a_list_of_them_alone(contest):
    case = contest.examined()
    perform(
        case,
        "give_refusal_notice",
        by=contest.office.officer,
        grounds=[("COW-08", "Preventivo illeggibile.")],
    )
    perform(fresh(case), "file_observations", by=case.opened_by, observations={})
    perform(
        fresh(case),
        "propose_refusal",
        by=contest.office.officer,
        answers={case.refusal_grounds.get().pk: "Confermato."},
    )
    perform(fresh(case), "refuse", by=make_user("dir2@example.org", Role.DIRECTOR))
    contest.appoint()
    contest.close()

    ranking = rankings.make_ranking(contest.call, by=contest.office.procedure_owner)

    assert [(row.listed, row.reasons) for row in ranking.rows.all()] == [
        ("D", ["Preventivo illeggibile."])
    ]
