"""A candidacy as the officer's case page shows it: what was said, with checks; what is kept apart."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from calls.kinds import office_pages
from grants.views.office import Found, section, value_row
from internships import candidate_checks as checks
from internships.models import Candidacy, Interview, PairingRow, Preference
from internships.permissions import may_read_restricted
from internships.rules.dates import hours
from parties.models import Party
from ui.formats import long_date
from workflows.offers import ask
from workflows.showing import check

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from parties.models import User


def for_office(cases: QuerySet) -> QuerySet:
    """Add the rows that the page reads; their number does not change the number of queries."""
    return cases.select_related("placement__applicant").prefetch_related(
        Prefetch("applicant", Party.objects.select_related("person", "organisation")),
        "representative",
        Prefetch("preferences", Preference.objects.select_related("offer__applicant")),
        "prior_relations__host",
        "experiences",
        "running_internships",
        "refusal_grounds",
        Prefetch("interviews", Interview.objects.select_related("slot__offer")),
        Prefetch("pairing_rows", PairingRow.objects.select_related("pairing", "offer")),
    )


def codes(case: Candidacy) -> dict[str, dict[str, Any]]:
    """Return the words for what fields of a candidacy hold as codes."""
    declared = case.call_version.declarations.all()
    return {"declarations": {one.code: one.title for one in declared}}


def office_context(case: Candidacy, user: User) -> dict[str, Any]:
    """Return what `internships/office/_candidacy.html` shows, every value with its checks of today."""
    found = Found([*ask(case, checks.merit_outcomes), *ask(case, checks.paper_outcomes)])
    facts = checks.facts_of(case)
    may_read = may_read_restricted(case, user)
    return {
        "sections": [
            _who(case, found),
            _condition(case, found, may_read=may_read),
            _study(case),
            _choice(case),
        ],
        "selection_pages": office_pages(case.call, user),
        "preferences": _preferences(case, facts),
        "restricted": getattr(case, "restricted", None) if may_read else None,
        "may_read_restricted": may_read,
        "interviews": list(case.interviews.all()),
        "pairing_rows": [one for one in case.pairing_rows.all() if one.pairing.approved_at],
        "placement": case.placement,
        "declarations": _declarations(case, found),
        "grounds": case.grounds,
        "document_checks": found.of_rules("SOC-03", "SOC-05"),
        "tally": found.tally,
    }


def _who(case: Candidacy, found: Found) -> dict[str, Any]:
    party, person = case.applicant, case.representative
    rows = [
        value_row(_("Candidate"), party.name),
        value_row(_("Code in rankings"), case.code),
        value_row(_("Tax code"), party.tax_code),
        value_row(
            _("Date of birth"), long_date(person.birth_date), found.of_rules("COW-01", "R-REC-01")
        ),
        value_row(_("Citizenship"), person.citizenship),
        value_row(_("Residence"), ", ".join(party.address_lines)),
        value_row(_("Email address"), party.email),
        value_row(_("Telephone"), party.phone),
        value_row(_("Parent or guardian"), f"{case.guardian} {case.guardian_tax_code}".strip()),
    ]
    return section("candidato", _("Candidate"), rows)


def _condition(case: Candidacy, found: Found, *, may_read: bool) -> dict[str, Any]:
    kept = _("kept apart") if not case.condition else ""
    proof = ", ".join(
        filter(None, (case.evidence_number, case.evidence_on and long_date(case.evidence_on)))
    )
    of_category = found.of_rules("R-REC-02", "R-REC-03") if case.condition or may_read else []
    rows = [
        value_row(
            _("You apply as"),
            str(case.get_condition_display()) if case.condition else kept,
            of_category,
        ),
        value_row(_("Proof"), proof),
        value_row(_("Job centre"), case.job_centre),
        value_row(_("Income support"), case.get_support_display()),
        value_row(_("Compulsory schooling done"), _yes_no(case.schooling_done)),
        value_row(
            _("Neither in work nor in education"),
            _yes_no(case.is_neet),
            found.of_rules("R-REC-06"),
        ),
        value_row(
            _("Permit of stay"),
            long_date(case.permit_until) if case.permit_until else _yes_no(case.needs_permit),
            found.of_rules("R-REC-04"),
        ),
    ]
    return section("condizione", _("Condition"), rows)


def _study(case: Candidacy) -> dict[str, Any]:
    told = "\n".join(
        f"{one.get_kind_display()}: {one.what}, {one.where}, "
        f"{long_date(one.first_day)} – {long_date(one.last_day)}"
        for one in case.experiences.all()
    )
    rows = [
        value_row(_("Title of study"), case.get_education_display()),
        value_row(_("Name of the title"), f"{case.study_title}, {case.institute}"),
        value_row(_("Obtained on"), long_date(case.graduated_on) if case.graduated_on else ""),
        value_row(_("Grade"), case.grade),
        value_row(_("Courses and experience"), told),
        value_row(_("Languages"), case.languages),
        value_row(_("Digital skills"), case.get_digital_display()),
        value_row(_("Driving licence"), _yes_no(case.has_licence)),
    ]
    return section("studi", _("Studies and experience"), rows)


def _choice(case: Candidacy) -> dict[str, Any]:
    relations = "\n".join(
        f"{one.host.name}: {one.get_kind_display()}, {long_date(one.ended_on)}"
        for one in case.prior_relations.all()
    )
    running = "\n".join(
        f"{one.host}: {hours(Decimal(one.weekly_minutes) / 60)}"
        for one in case.running_internships.all()
    )
    rows = [
        value_row(_("Motivation"), case.motivation),
        value_row(
            _("Available from"), long_date(case.available_from) if case.available_from else ""
        ),
        value_row(_("Hours a week"), hours(Decimal(case.weekly_minutes) / 60)),
        value_row(_("Kilometres from home"), str(case.mobility_km)),
        value_row(_("Related to a host"), _yes_no(case.has_kinship)),
        value_row(_("Relations with hosts"), relations),
        value_row(_("Internships under way"), running),
    ]
    return section("motivazione", _("Motivation and availability"), rows)


def _preferences(case: Candidacy, facts: Any) -> list[dict[str, Any]]:
    """Return each offer chosen with what the rules say of the pair."""
    offers = {one.pk: one for one in facts.offers}
    return [
        {
            "row": row,
            "offer": row.offer,
            "checks": [check(one) for one in checks.pair_outcomes(facts, offers[row.offer_id])],
        }
        for row in case.preferences.all()
    ]


def _declarations(case: Candidacy, found: Found) -> dict[str, Any]:
    made = set(case.declarations)
    return {
        "rows": [
            {
                "title": one.title,
                "text": one.text,
                "kind": one.get_kind_display(),
                "made": one.code in made,
            }
            for one in case.call_version.declarations.all()
            if checks.concerns_candidates(one.only_for)
        ],
        "checks": found.of_rules("DOC-01"),
    }


def _yes_no(value: Any) -> str:
    return _("Yes") if value else _("No")
