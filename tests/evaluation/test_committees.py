"""Appointing a committee and calling in its substitutes."""

from datetime import date

import pytest

from evaluation.models import Committee, Substitution
from evaluation.queries import scorers_by_case
from evaluation.services import committees
from evaluation.services.committees import Seat
from parties.roles import Role
from tests.evaluation.world import ACT, tax_code
from tests.office import make_user
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db


def seats(*functions, role=Role.EVALUATOR):
    return [
        Seat(make_user(f"c{number}@example.org", role), function, tax_code(number))
        for number, function in enumerate(functions)
    ]


THREE = ("president", "member", "member")


def test_RANK_18_the_director_appoints_by_an_act(contest):
    committee = contest.appoint()

    assert str(committee.act) == "Determinazione n. 12/2026 del 02/11/2026"
    assert [
        (member.user.email.split("@")[0], member.function) for member in committee.members.all()
    ] == [
        ("presidente", "president"),
        ("prima", "member"),
        ("seconda", "member"),
        ("segretaria", "secretary"),
        ("supplente", "substitute"),
    ]


@pytest.mark.parametrize(
    ("functions", "changes", "sentence"),
    [
        (("president", "member"), {}, "ci sono 1 presidenti e 2 componenti"),
        (("member", "member", "member"), {}, "ci sono 0 presidenti e 3 componenti"),
        ((*THREE, "president"), {}, "ci sono 2 presidenti e 4 componenti"),
        ((*THREE, "secretary", "secretary"), {}, "La commissione ha un solo segretario."),
        (THREE, {"act_number": " "}, "Scrivi il numero dell'atto di nomina."),
        (
            THREE,
            {"act_date": date(2999, 1, 1)},
            "L'atto di nomina non può avere una data futura.",
        ),
    ],
)
def test_RANK_18_a_committee_that_is_not_as_it_must_is_refused(
    contest, functions, changes, sentence
):
    with pytest.raises(TransitionRefused) as refused:
        committees.appoint(
            contest.call, seats(*functions), by=contest.office.director, **ACT | changes
        )

    assert sentence in refused.value.sentence
    assert not Committee.objects.exists()


def test_nobody_sits_twice_nor_under_the_code_of_another(contest):
    found = seats(*THREE)
    twice = [*found[:2], Seat(found[0].user, "member", tax_code(9))]
    same_code = [*found[:2], Seat(found[2].user, "member", found[0].tax_code)]

    for wrong, sentence in (
        (twice, "Qualcuno è nominato due volte."),
        (same_code, "Due persone non possono avere lo stesso codice fiscale."),
    ):
        with pytest.raises(TransitionRefused, match=sentence):
            committees.appoint(contest.call, wrong, by=contest.office.director, **ACT)


def test_whoever_holds_no_role_for_it_has_no_seat(contest):
    with pytest.raises(TransitionRefused, match="non ha un ruolo che possa sedere"):
        committees.appoint(
            contest.call,
            seats(*THREE, role=Role.ACCOUNTANT),
            by=contest.office.director,
            **ACT,
        )


def test_the_procedure_owner_does_not_appoint(contest):
    with pytest.raises(TransitionRefused) as refused:
        committees.appoint(contest.call, seats(*THREE), by=contest.office.procedure_owner, **ACT)

    assert refused.value.why is Refusal.RIGHT


def test_a_call_has_one_committee(contest):
    contest.appoint()

    with pytest.raises(TransitionRefused, match="Questo bando ha già una commissione"):
        committees.appoint(contest.call, seats(*THREE), by=contest.office.director, **ACT)


def test_a_call_in_order_of_filing_needs_none(office):
    with pytest.raises(
        TransitionRefused,
        match="Questo bando non va a graduatoria: non ha bisogno di una commissione",
    ):
        committees.appoint(office.call, seats(*THREE), by=office.director, **ACT)


def scorers(contest, case):
    members = scorers_by_case(contest.committee, [case])[case.pk]
    return [member.user.email.split("@")[0] for member in members]


def test_ORG_08_a_substitute_scores_one_file_or_all(contest):
    one, other = contest.admitted(), contest.admitted()
    contest.appoint()

    committees.substitute(
        contest.member("prima"),
        contest.member("supplente"),
        by=contest.people["segretaria"],
        reason="Astenuta.",
        case=one,
    )

    assert scorers(contest, one) == ["presidente", "supplente", "seconda"]
    assert scorers(contest, other) == ["presidente", "prima", "seconda"]

    committees.substitute(
        contest.member("seconda"),
        contest.member("supplente"),
        by=contest.office.director,
        reason="Dimissioni.",
    )

    assert scorers(contest, other) == ["presidente", "prima", "supplente"]


@pytest.mark.parametrize(
    ("people", "reason", "sentence"),
    [
        (("prima", "supplente", "prima"), "x", "Non hai il diritto di farlo."),
        (("prima", "supplente", "presidente"), " ", "Indica perché il componente è sostituito."),
        (
            ("prima", "seconda", "presidente"),
            "x",
            "Si può chiamare soltanto un supplente di questa commissione",
        ),
        (
            ("segretaria", "supplente", "presidente"),
            "x",
            "Si può sostituire soltanto un componente che valuta",
        ),
    ],
)
def test_a_substitution_that_is_not_as_it_must_is_refused(contest, people, reason, sentence):
    member, by_member, by = people
    contest.appoint()

    with pytest.raises(TransitionRefused, match=sentence):
        committees.substitute(
            contest.member(member),
            contest.member(by_member),
            by=contest.people[by],
            reason=reason,
        )
    assert not Substitution.objects.exists()


def test_a_substitute_sits_for_one_member_at_a_time(contest):
    case = contest.admitted()
    contest.appoint()
    call_in = {
        "by_member": contest.member("supplente"),
        "by": contest.people["presidente"],
        "reason": "Assente.",
    }
    committees.substitute(contest.member("prima"), case=case, **call_in)
    with pytest.raises(
        TransitionRefused, match="Questo supplente valuta già quella domanda al posto di un altro"
    ):
        committees.substitute(contest.member("seconda"), case=case, **call_in)
    committees.substitute(contest.member("prima"), **call_in)
    with pytest.raises(TransitionRefused, match="Questo supplente siede già al posto di un altro"):
        committees.substitute(contest.member("seconda"), **call_in)
    with pytest.raises(TransitionRefused, match="Questo supplente siede già al posto di un altro"):
        committees.substitute(contest.member("prima"), **call_in)
