"""A host's pages: the candidates for its offer, its list, its word on whoever has accepted."""

import pytest
from django.urls import reverse

from internships.candidate_content import RestrictedContent
from internships.models import Candidacy, CandidacyStatus, HostChoice, Internship, Slot
from internships.services import candidates
from tests.evaluation.views.pages import asked
from tests.internships import applying, offering
from workflows.engine import TransitionRefused
from workflows.models import Document
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(office):
    return offering.open_call(office)


@pytest.fixture
def place(office, call):
    return offering.published(office, call, places=1)


def fresh(case) -> Candidacy:
    return Candidacy.objects.get(pk=case.pk)


def page(place, *more: int, name: str = "offer_candidates") -> str:
    return reverse(f"internships:{name}", args=[place.pk, *more])


def accepted(office, call, place) -> Candidacy:
    case = applying.interviewed(office, call, place)
    applying.ranked(office, call, {case: 90})
    applying.paired(office, call)
    return perform(fresh(case), "accept_placement", by=case.opened_by)


def test_a_host_reads_its_own_candidates_without_what_is_kept_apart(office, call, place, as_user):
    other = applying.elsewhere(office, call, title="Addetto alla molitura")
    restricted = RestrictedContent("", "", "Sala accessibile")
    mine = applying.admitted(office, call, other, place, restricted=restricted)
    applying.admitted(office, call, other)
    applying.file(office, call, place)
    client = as_user(place.opened_by)

    answer = client.get(page(place))

    assert [row["case"].pk for row in answer.context["rows"]] == [mine.pk]
    shown = client.get(page(place, mine.pk, name="offer_candidate")).content.decode()
    assert mine.applicant.name in shown
    hidden = (mine.applicant.tax_code, mine.applicant.email, "accessibile", other.title, "DID-2026")
    assert [word for word in hidden if word and word in shown] == []
    paper = client.get(page(place, mine.pk, name="offer_candidate_cv"))
    assert paper.getvalue().startswith(b"%PDF")
    papers = Document.objects.filter(case_id=mine.pk).exclude(requirement="candidate_cv")
    assert papers.exists()


def test_a_host_does_not_reach_the_candidates_of_another(office, call, place, as_user):
    other = applying.elsewhere(office, call)
    theirs = applying.admitted(office, call, other)
    waiting = applying.file(office, call, place)
    client = as_user(place.opened_by)

    pages = [
        page(other),
        page(other, theirs.pk, name="offer_candidate"),
        page(place, theirs.pk, name="offer_candidate"),
        page(place, theirs.pk, name="offer_candidate_cv"),
        page(place, waiting.pk, name="offer_candidate"),
    ]

    assert [client.get(one).status_code for one in pages] == [404] * 5


def test_R_PUB_11_a_host_names_up_to_three_for_each_place_and_the_pairing_follows(
    office, call, place, as_user
):
    first = applying.interviewed(office, call, place)
    second = applying.interviewed(office, call, place)
    applying.ranked(office, call, {first: 90, second: 70})
    client = as_user(place.opened_by)
    form = page(place, name="offer_name_list")
    assert len(client.get(form).context["form"].fields) == 3

    twice = client.post(form, {"rank_1": second.pk, "rank_2": second.pk})
    assert (twice.status_code, HostChoice.objects.count()) == (422, 0)
    assert "R-PUB-11" in twice.content.decode()
    client.post(form, {"rank_1": second.pk})
    made = applying.paired(office, call)

    assert fresh(second).status == CandidacyStatus.PROPOSED
    assert fresh(first).status == CandidacyStatus.RANKED
    why = {row.candidacy_id: row.why for row in made.rows.all()}
    title = "Tecnico per il recupero degli scarti, Officine Verdi srl"
    assert why[first.pk] == [
        f"Preferenza n. 1, «{title}»: c'era un posto libero.",
        (
            f"Per «{title}» è poi subentrato chi occupa la posizione 2 della graduatoria, che "
            "precede nell'ordine dell'ospitante."
        ),
        (
            "Resta in riserva: tutte le offerte scelte sono di chi precede nell'ordine "
            "dell'ospitante o in graduatoria."
        ),
    ]


def test_a_host_confirms_who_has_accepted_and_all_are_written_to(office, call, place, as_user):
    case = accepted(office, call, place)
    client = as_user(place.opened_by)
    asked_of_host = place.letters.order_by("pk").last()
    assert asked_of_host.kind == "offer_confirmation_request"
    assert case.applicant.name in asked_of_host.text

    answer = client.post(
        page(place, case.pk, name="offer_candidate"),
        {"act": "confirm", "seen_version": case.version},
    )

    assert answer.status_code == 302
    assert fresh(case).status == CandidacyStatus.ASSIGNED
    assert Internship.objects.get().trainee_id == case.representative_id
    letter = case.letters.order_by("pk").last()
    assert letter.kind == "assignment_letter"
    told = {(one.party_id, one.is_copy) for one in letter.deliveries.all()}
    assert told == {(case.applicant_id, False), (place.applicant_id, True)}
    # The host confirmed; the letter is the office's all the same.
    assert str(call.procedure_owner) in str(letter.values)
    assert str(place.opened_by) not in str(letter.values)


def test_a_host_that_does_not_confirm_says_why_and_the_candidate_is_told(
    office, call, place, as_user
):
    case = accepted(office, call, place)
    client = as_user(place.opened_by)
    answers = page(place, case.pk, name="offer_candidate")
    given = {"act": "decline", "seen_version": case.version}

    silent = client.post(answers, given | {"reason": "  "})
    assert (silent.status_code, fresh(case).status) == (409, CandidacyStatus.ACCEPTED)
    stale = client.post(answers, given | {"seen_version": 1, "reason": "Il tutor manca."})
    assert (stale.status_code, fresh(case).status) == (409, CandidacyStatus.ACCEPTED)
    assert "Il tutor manca." in stale.content.decode()
    client.post(answers, given | {"reason": "Il tutor manca."})

    assert fresh(case).status == CandidacyStatus.RANKED
    letter = case.letters.order_by("pk").last()
    assert letter.kind == "placement_not_confirmed"
    assert "Il tutor manca." in letter.text
    assert client.get(answers).status_code == 404


def test_a_host_is_shown_how_many_wait_on_its_offer(office, call, place, as_user):
    accepted(office, call, place)

    shown = as_user(place.opened_by).get(reverse("workflows:case", args=[place.pk]))

    assert (shown.context["admitted_candidates"], shown.context["to_confirm"]) == (1, 1)
    assert page(place) in shown.content.decode()


def test_the_list_of_candidates_costs_the_same_with_one_and_with_three(
    office, call, place, as_user
):
    client = as_user(place.opened_by)
    applying.invited(office, call, place)
    one = asked(client, page(place))
    for _more in range(2):
        applying.invited(office, call, place)

    assert asked(client, page(place)) == one
    assert len(client.get(page(place)).context["rows"]) == 3


def test_R_PUB_09_a_time_without_host_or_programme_is_refused_on_the_page(
    office, call, place, as_user
):
    client = as_user(office.officer)
    typed = {
        "day": "2099-05-04",
        "hour": "10.00",
        "minutes": "30",
        "place": "Sala B",
        "for_programme": "Sara Conti",
        "for_host": " , ",
    }

    answer = client.post(reverse("internships:interviews", args=[call.code]), typed)

    assert (answer.status_code, Slot.objects.count()) == (422, 0)
    assert "per l&#x27;ospitante" in answer.content.decode()


def test_R_PUB_09_an_interview_counts_once_everybody_has_declared_no_conflict(
    office, call, place, as_user
):
    case = applying.invited(office, call, place)
    Candidacy.objects.filter(pk=case.pk).update(interview_at=case.submitted_at)
    client = as_user(office.officer)
    act = reverse("workflows:act", args=[case.pk, "hold_interview"])
    typed = {"seen_version": fresh(case).version}

    assert "Sara Conti, Paolo Righi: ciascuno ha dichiarato" in client.get(act).text
    assert 'type="submit"' in client.get(act).text.split('name="declared"')[1]
    refused = client.post(act, typed)
    assert fresh(case).status == CandidacyStatus.INVITED
    assert "R-PUB-09" in refused.content.decode()
    client.post(act, typed | {"declared": "on"})

    assert fresh(case).status == CandidacyStatus.INTERVIEWED
    assert case.interviews.get().is_declared


def test_nobody_is_named_once_the_offer_is_closed(office, call, place):
    case = applying.interviewed(office, call, place)
    applying.ranked(office, call, {case: 90})
    perform(place, "close_offer", by=office.officer, reason="L'ospitante ha cambiato sede.")

    with pytest.raises(TransitionRefused):
        candidates.name_candidates(place, [case.pk], by=place.opened_by)
    assert HostChoice.objects.count() == 0


def test_the_letters_of_an_offer_are_on_its_hosts_page_and_for_nobody_else(
    office, call, place, as_user
):
    other = applying.elsewhere(office, call)
    accepted(office, call, place)
    letters = place.letters.order_by("pk")
    papers = [reverse("workflows:document", args=[one.document_id]) for one in letters]

    shown = as_user(place.opened_by).get(reverse("workflows:case", args=[place.pk]))

    assert [one.kind for one in letters] == [
        *("offer_receipt", "offer_admission", "offer_confirmation_request")
    ]
    assert [paper in shown.text for paper in papers] == [True] * 3
    client = as_user(place.opened_by)
    assert [client.get(paper).getvalue()[:4] for paper in papers] == [b"%PDF"] * 3
    for stranger in (other.opened_by, Candidacy.objects.get().opened_by):
        client = as_user(stranger)
        assert [client.get(paper).status_code for paper in papers] == [404] * 3
        assert client.get(reverse("workflows:case", args=[place.pk])).status_code == 404


def test_it_is_the_hosts_move_while_somebody_waits_for_its_word(office, call, place, as_user):
    host = as_user(place.opened_by)
    own, home = reverse("workflows:case", args=[place.pk]), reverse("portal:desk")
    assert host.get(own).context["words"].moves == "nobody"
    case = accepted(office, call, place)

    host = as_user(place.opened_by)
    shown = host.get(own)

    assert (shown.context["words"].moves, page(place) in shown.text) == ("you", True)
    assert page(place, case.pk, name="offer_candidate") in host.get(home).text
    assert (
        page(place, case.pk, name="offer_candidate") not in as_user(case.opened_by).get(home).text
    )
    perform(fresh(case), "assign", by=place.opened_by)
    assert as_user(place.opened_by).get(own).context["words"].moves == "nobody"


def test_once_a_call_is_answered_it_is_no_longer_the_candidates_move(office, call, place, as_user):
    case = applying.invited(office, call, place)
    own, client = reverse("workflows:case", args=[case.pk]), as_user(case.opened_by)

    moves = [client.get(own).context["words"].moves]
    candidates.confirm_interview(case, by=case.opened_by)
    moves.append(client.get(own).context["words"].moves)
    candidates.ask_another_time(fresh(case), by=case.opened_by, reason="Ho un esame.")
    moves.append(client.get(own).context["words"].moves)

    assert moves == ["you", "nobody", "office"]
    assert reverse("internships:candidacy_interview", args=[case.pk]) in client.get(own).text
