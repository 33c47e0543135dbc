"""A contribution as the officer's case page shows it: what was asked, in the order of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from coworking_registry.models import PriceItem, Space
from grants import aiding, award_page, checks, rules
from grants.fields import SPEND_KINDS
from grants.forms.questions import answer_in_words
from grants.models import Annulment, DeclaredLink, RentContribution, SpendLine
from parties.codes import CodeError, parse_person_tax_code, tax_code_mismatches
from parties.models import Organisation, Party, Person
from ui.formats import euro, long_date
from workflows.examination.showing import Found, Row, declarations_made, section, value_row
from workflows.offers import ask
from workflows.rules import Outcome, Verdict
from workflows.services.answers import answers_of
from workflows.showing import check

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from parties.models import User

UNITS = dict(PriceItem.Unit.choices)


def for_office(cases: QuerySet) -> QuerySet:
    """Add the rows that the page reads; their number does not change the number of queries.

    Parties and space are asked for apart: to plan one join of all these tables took longer.
    """
    return cases.prefetch_related(
        Prefetch("applicant", Party.objects.select_related("person", "organisation")),
        "representative",
        Prefetch("space", Space.objects.select_related("manager")),
        "lines",
        "declared_aids",
        "declared_links",
        "refusal_grounds",
        Prefetch("annulments", Annulment.objects.select_related("premium")),
        "annulments__grounds",
        "representative__representations",
    )


def codes(case: RentContribution) -> dict[str, dict[str, Any]]:
    """Return the words for what fields of a contribution and of its lines hold as codes."""
    declared = case.call_version.declarations.all()
    return {"unit": UNITS, "declarations": {one.code: one.title for one in declared}}


def office_context(case: RentContribution, _user: User) -> dict[str, Any]:
    """Return what `grants/office/_contribution.html` shows, every value with its checks of today."""
    found = _found(case)
    return {
        "sections": [
            *_who(case, found),
            _space(case, found),
            _period(case, found),
            _project(case, found),
            *_answers(case),
            _aid(case, found),
        ],
        "is_aid": aiding.is_aid(case),
        "award": award_page.for_office(case),
        "spend": _spend(case, found),
        "declarations": declarations_made(case, found, lambda one: checks.applies(one, case)),
        # Those against a change stand beside the change.
        "grounds": [one for one in case.refusal_grounds.all() if one.change_id is None],
        "annulments": list(case.annulments.all()),
        "document_checks": found.of_rules("SOC-03", "SOC-05"),
        "tally": found.tally,
    }


def _found(case: RentContribution) -> Found:
    """Ask the rules; of a case that is over they are asked as on the day of filing."""
    merit = checks.merit_outcomes if case.closed_at else checks.admission_outcomes
    return Found([*ask(case, merit), *ask(case, checks.paper_outcomes)])


def _answers(case: RentContribution) -> list[dict[str, Any]]:
    """Return the answers to the extra questions of the call, where there are some."""
    rows = [
        value_row(one.question.title, answer_in_words(one.question.plain, one.value))
        for one in answers_of(case)
    ]
    return [section("domande", _("Questions of the call"), rows)] if rows else []


def _who(case: RentContribution, found: Found) -> list[dict[str, Any]]:
    kind = value_row(_("Applies as"), case.get_applicant_kind_display(), found.of_rules("COW-09"))
    person = _person(case, found)
    if case.applicant_id == case.representative_id:
        seat = value_row(_("Residence"), _address(case.applicant), found.of_rules("COW-02"))
        return [section("richiedente", _("Applicant"), [kind, *person, seat])]
    return [
        section("richiedente", _("Applicant"), [kind, *_organisation(case, found)]),
        section("firma", _("Representative"), [_capacity(case), *person]),
    ]


def _organisation(case: RentContribution, found: Found) -> list[Row]:
    firm: Organisation = case.applicant.organisation
    opened = long_date(firm.vat_opened_on) if firm.vat_opened_on else ""
    return [
        value_row(_("Name"), firm.name),
        value_row(_("Legal form"), firm.get_legal_form_display()),
        value_row(_("Tax code"), firm.tax_code),
        value_row(_("VAT number"), firm.vat_number),
        value_row(_("VAT number opened on"), opened),
        value_row("REA", firm.rea),
        value_row("ATECO", firm.ateco),
        value_row(_("Size"), firm.get_size_display()),
        value_row(_("Seat"), _address(firm), found.of_rules("COW-02")),
        value_row("PEC", firm.pec),
        value_row(_("Email"), firm.email),
    ]


def _person(case: RentContribution, found: Found) -> list[Row]:
    person: Person = case.representative
    born = f"{long_date(person.birth_date)}, {person.birthplace}"
    return [
        value_row(_("First and last name"), person.name),
        value_row(_("Tax code"), person.tax_code, _tax_code_checks(person)),
        *([value_row(_("VAT number"), person.vat_number)] if person.vat_number else []),
        value_row(_("Born"), born, found.of_rules("COW-01")),
        value_row(_("Citizenship"), person.citizenship),
        value_row(_("Employment"), case.get_employment_display()),
        value_row(_("Email"), person.email),
        *([value_row("PEC", person.pec)] if person.pec else []),
        value_row(_("Telephone"), person.phone),
    ]


def _capacity(case: RentContribution) -> Row:
    held = [
        one
        for one in case.representative.representations.all()
        if one.organisation_id == case.applicant_id and one.valid_to is None
    ]
    verified = any(one.verified_at for one in held)
    outcome = Outcome(
        "DIG-15",
        Verdict.MET if verified else Verdict.WARNING,
        "La rappresentanza è stata verificata."
        if verified
        else "La rappresentanza è dichiarata e non ancora verificata.",
        source="CAD, art. 64-ter",
    )
    words = ", ".join(str(one.get_capacity_display()) for one in held)
    return value_row(_("Signs as"), words, [check(outcome)])


def _tax_code_checks(person: Person) -> list[dict[str, Any]]:
    """Hold the tax code against name, birth and place: differences warn, a person looks (IDC-01)."""
    try:
        code = parse_person_tax_code(person.tax_code)
    except CodeError:
        return [check(Outcome("IDC-01", Verdict.NOT_MET, "Il codice fiscale non è valido."))]
    mismatches = tax_code_mismatches(
        code,
        first_name=person.first_name,
        last_name=person.last_name,
        birth_date=person.birth_date,
        birthplace=person.birthplace,
        sex=person.sex or None,
    )
    if not mismatches:
        agrees = "Il codice fiscale concorda con i dati della persona."
        return [check(Outcome("IDC-01", Verdict.MET, agrees, source="DM 23/12/1976"))]
    words = {
        "last_name": "cognome",
        "first_name": "nome",
        "birth_date": "data di nascita",
        "birthplace": "luogo di nascita",
        "sex": "sesso",
    }
    return [
        check(
            Outcome(
                "IDC-01",
                Verdict.WARNING,
                f"Il codice fiscale non concorda con i dati: {words[one.field]}.",
                {"nel codice": one.expected, "nei dati": one.given},
                source="DM 23/12/1976",
            )
        )
        for one in mismatches
    ]


def _space(case: RentContribution, found: Found) -> dict[str, Any]:
    space = case.space
    return section(
        "spazio",
        _("Space"),
        [
            value_row(_("Space"), space.name, found.of_rules("COW-03")),
            value_row(_("Address"), space.address),
            value_row(_("Managed by"), space.manager.name, found.of_rules("COW-04")),
        ],
    )


def _period(case: RentContribution, found: Found) -> dict[str, Any]:
    return section(
        "periodo",
        _("Period"),
        [
            value_row(_("From"), long_date(case.period_from), found.of_rules("COW-05")),
            value_row(_("To"), long_date(case.period_to)),
        ],
    )


def _project(case: RentContribution, found: Found) -> dict[str, Any]:
    return section(
        "progetto",
        _("Project"),
        [
            value_row(_("Activity and project"), case.project, found.of_rules("COW-10")),
            value_row(_("Network and collaborations"), case.network),
        ],
    )


def _aid(case: RentContribution, found: Found) -> dict[str, Any]:
    other = case.other_aid_detail if case.other_aid else _("none declared")
    aids = [
        value_row(
            aid.authority,
            f"{aid.measure} · {long_date(aid.granted_on)} · {euro(aid.amount)}".strip(" ·"),
        )
        for aid in case.declared_aids.all()
    ]
    return section(
        "aiuti",
        _("Other contributions and aid"),
        [
            value_row(_("On the same spend"), other, found.of_rules("CALL-19")),
            *aids,
            *(
                value_row(_("Firm tied to the applicant"), _tied(one))
                for one in case.declared_links.all()
            ),
            value_row(
                _("De minimis aid"),
                _("{number} declared").format(number=len(aids)) if aids else _("none declared"),
                found.of_rules("AID-01", "AID-12", "AID-13", "AID-17"),
            ),
        ],
    )


def _tied(link: DeclaredLink) -> str:
    way = _("it holds the applicant") if link.holds_applicant else _("held by the applicant")
    return f"{link.firm} ({link.code}) · {way} · {link.get_relation_display()}"


def _spend(case: RentContribution, found: Found) -> dict[str, Any]:
    set_, result = checks.parameters_of(case), checks.computed(case)
    quoted = long_date(case.quote_date) if case.quote_date else ""
    vat = _("included: it cannot be recovered") if case.vat_is_cost else _("excluded")
    return {
        "lines": [
            _line(line, set_.price_list_tolerance_percent, with_vat=case.vat_is_cost)
            for line in case.lines.all()
        ],
        "shows_admitted": any(line.admitted is not None for line in case.lines.all()),
        "checks": found.of_rules("COW-06"),
        "steps": [{"label": label, "amount": amount} for label, amount in result.steps],
        "rows": [
            value_row(_("Date of the quotation"), quoted, found.of_rules("COW-08")),
            value_row(_("VAT"), vat),
            value_row(
                _("Contribution requested"),
                euro(case.requested),
                found.of_rules("AMT-01", "COW-11"),
            ),
            *(
                value_row(label, euro(amount))
                for label, amount in (
                    (_("Contribution proposed"), case.proposed),
                    (_("Partial contribution offered"), case.offered),
                    (_("Contribution granted"), case.granted),
                )
                if amount is not None
            ),
        ],
    }


def _line(line: SpendLine, tolerance: Any, *, with_vat: bool) -> dict[str, Any]:
    asked = rules.Line(
        line.kind, line.description, line.quantity, line.unit_price, line.vat_rate, line.list_price
    )
    return {
        "description": line.description,
        "kind": str(SPEND_KINDS.get(line.kind, line.kind)),
        "quantity": line.quantity.normalize(),
        "unit": str(UNITS.get(line.unit, line.unit)),
        "unit_price": line.unit_price,
        "list_price": line.list_price,
        "cost": asked.cost(with_vat=with_vat),
        "admitted": line.admitted,
        "cut_reason": line.cut_reason,
        "check": check(rules.price_within_list(line.plain, tolerance)),
    }


def _address(party: Party) -> str:
    return ", ".join(party.address_lines)
