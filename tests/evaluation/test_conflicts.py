"""Interests: stated at each sitting, or told by codes, representations and spaces (ORG-08)."""

from dataclasses import replace
from datetime import date

import pytest

from evaluation.conflicts import matches
from evaluation.models import Abstention
from evaluation.queries import scorers_by_case
from evaluation.services import committees, sheets, sittings
from evaluation.services.committees import Seat
from parties.models import Organisation, Person, Representation
from parties.roles import Role
from tests.evaluation.world import ACT, tax_code
from tests.office import make_user
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case

pytestmark = pytest.mark.django_db


def found(contest, case):
    case = Case.objects.select_related("applicant", "representative").get(pk=case.pk)
    return [
        (match.member.user.email.split("@")[0], match.source)
        for match in matches(contest.committee.members.all(), [case])
    ]


def acts_for(person: Person, organisation: Organisation, **changes) -> None:
    Representation.objects.create(
        person=person,
        organisation=organisation,
        capacity="legal_representative",
        valid_from=date(2020, 1, 1),
        **changes,
    )


def member_person(contest, name, number) -> Person:
    """The member of a seat as a person of the registry."""
    return Person.objects.create(
        user=contest.people[name],
        first_name="Commissario",
        last_name="Prova",
        tax_code=tax_code(number),
        birth_date=date(1970, 1, 1 + number),
        birthplace="Mantova",
    )


def test_strangers_have_no_conflict(contest):
    case = contest.admitted()
    contest.appoint()

    assert found(contest, case) == []


def test_same_tax_code_is_found(contest):
    case = contest.admitted()
    committees.appoint(
        contest.call,
        [
            Seat(make_user("a@example.org", Role.EVALUATOR), "president", tax_code(1)),
            Seat(make_user("b@example.org", Role.EVALUATOR), "member", tax_code(2)),
            Seat(
                make_user("parte@example.org", Role.EVALUATOR),
                "member",
                case.representative.tax_code,
            ),
        ],
        by=contest.office.director,
        **ACT,
    )
    contest.committee = contest.call.committee

    assert found(contest, case) == [("parte", "tax_code")]


def test_whoever_opened_the_file_is_found(contest):
    case = contest.admitted()
    contest.appoint()
    Case.objects.filter(pk=case.pk).update(opened_by=contest.people["prima"])

    assert found(contest, case) == [("prima", "representation")]


def test_same_vat_number_is_found(contest):
    case = contest.admitted()
    contest.appoint()
    Person.objects.filter(pk=case.applicant_id).update(vat_number="01234560207")
    person = member_person(contest, "seconda", 2)
    Person.objects.filter(pk=person.pk).update(vat_number="01234560207")

    assert found(contest, case) == [("seconda", "vat_number")]


@pytest.mark.parametrize("ended", [None, date(2021, 1, 1)])
def test_acting_for_the_same_body_is_found_even_if_it_has_ended(contest, ended):
    case = contest.admitted()
    contest.appoint()
    body = Organisation.objects.create(
        name="Cooperativa Prova", tax_code="01234560207", legal_form="cooperative"
    )
    acts_for(case.representative, body)
    acts_for(member_person(contest, "presidente", 0), body, valid_to=ended)

    assert found(contest, case) == [("presidente", "representation")]


def test_managing_the_space_that_is_paid_for_is_found(contest):
    case = contest.admitted()
    contest.appoint()
    acts_for(member_person(contest, "prima", 1), contest.office.space.manager)

    assert found(contest, case) == [("prima", "space")]


def test_looking_for_conflicts_takes_as_many_queries_for_one_as_for_three(
    contest, django_assert_num_queries
):
    cases = [contest.admitted() for _number in range(3)]
    contest.appoint()
    members = list(contest.committee.members.select_related("user"))
    rows = list(
        Case.objects.select_related("applicant", "representative").filter(
            pk__in=[case.pk for case in cases]
        )
    )
    for some in (rows[:1], rows):
        with django_assert_num_queries(4):
            matches(members, some)


def test_ORG_08_without_a_statement_no_file_opens(contest):
    case = contest.admitted()
    contest.appoint()
    with pytest.raises(TransitionRefused, match="Nessuna seduta della commissione è aperta"):
        sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])

    contest.sit("prima")
    with pytest.raises(
        TransitionRefused,
        match="Dichiara prima i tuoi interessi in questa seduta: poi le domande si aprono",
    ):
        sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])


def test_ORG_08_a_new_sitting_wants_a_new_statement(contest):
    case = contest.admitted()
    contest.appoint()
    contest.sit()
    sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])
    sittings.close(contest.sitting, by=contest.people["presidente"], notes="")
    contest.sit("prima")

    with pytest.raises(
        TransitionRefused,
        match="Dichiara prima i tuoi interessi in questa seduta: poi le domande si aprono",
    ):
        sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])


def test_ORG_08_whoever_states_a_conflict_neither_opens_nor_scores(contest):
    case, other = contest.admitted(), contest.admitted()
    contest.appoint()
    contest.sit(conflicts={"prima": {case.pk: "Ho collaborato al progetto."}})

    with pytest.raises(TransitionRefused) as refused:
        sheets.open_file(case, contest.member("prima"), by=contest.people["prima"])

    assert refused.value.why is Refusal.RIGHT
    assert sheets.open_file(other, contest.member("prima"), by=contest.people["prima"]).pk
    assert [member.user for member in scorers_by_case(contest.committee, [case])[case.pk]] == [
        contest.people["presidente"],
        contest.people["seconda"],
    ]


def test_ORG_08_a_conflict_that_the_data_tell_is_written_down_at_the_statement(contest):
    case = contest.admitted()
    contest.appoint()
    acts_for(member_person(contest, "prima", 1), contest.office.space.manager)
    contest.sit()

    assert list(Abstention.objects.values_list("member__user", "case", "source", "reason")) == [
        (
            contest.people["prima"].pk,
            case.pk,
            "space",
            "ha un interesse nello spazio a cui va la spesa",
        )
    ]


def test_ORG_08_a_conflict_that_comes_to_light_later_closes_the_file_and_drops_the_sheet(contest):
    case = contest.admitted()
    contest.appoint()
    contest.sit()
    contest.score(case, "prima", 80)
    sheet = sheets.open_file(case, contest.member("seconda"), by=contest.people["seconda"])
    acts_for(member_person(contest, "seconda", 2), contest.office.space.manager)
    acts_for(member_person(contest, "prima", 1), contest.office.space.manager)

    for attempt in (
        lambda: sheets.open_file(case, contest.member("prima"), by=contest.people["prima"]),
        lambda: sheets.close_sheet(sheet, by=contest.people["seconda"]),
    ):
        with pytest.raises(
            TransitionRefused,
            match="Hai un conflitto di interesse su questa domanda: non la apri e non la valuti",
        ):
            attempt()

    assert set(Abstention.objects.values_list("member__user", flat=True)) == {
        contest.people["prima"].pk,
        contest.people["seconda"].pk,
    }
    assert list(case.score_sheets.standing()) == []


def test_ORG_08_everybody_states_their_own_interests_once(contest):
    contest.appoint()
    contest.sit("prima")
    prima = contest.member("prima")

    with pytest.raises(TransitionRefused, match="Ciascuno dichiara i propri interessi"):
        sittings.declare(contest.sitting, prima, by=contest.people["seconda"], conflicts={})
    sittings.declare(contest.sitting, prima, by=contest.people["prima"], conflicts={})
    with pytest.raises(
        TransitionRefused, match="Hai già dichiarato i tuoi interessi in questa seduta"
    ):
        sittings.declare(contest.sitting, prima, by=contest.people["prima"], conflicts={})


def test_ORG_08_a_stated_conflict_says_what_it_is_and_names_a_file_of_the_call(contest, office):
    case = contest.admitted()
    stranger = replace(contest.office, call=office.call).file()
    contest.appoint()
    contest.sit("prima")
    state = {"member": contest.member("prima"), "by": contest.people["prima"]}

    with pytest.raises(TransitionRefused, match="Indica qual è il conflitto sulla domanda"):
        sittings.declare(contest.sitting, conflicts={case.pk: "  "}, **state)
    with pytest.raises(TransitionRefused, match="Questa domanda non è fra quelle del bando"):
        sittings.declare(contest.sitting, conflicts={stranger.pk: "Parente."}, **state)
    assert not Abstention.objects.exists()
