"""A whole application as its forms see it: one draft, six pages, one filing."""

from functools import cached_property
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from calls.forms.answers import WITHOUT_FIELD, name_of, read_answers
from calls.models import Declaration
from calls.rules.questions import Question, dependencies
from calls.rules.sheets import Sheet, fill, is_answered
from coworking_registry.models import PriceItem, Space
from coworking_registry.presentation import prices_on
from grants import rules
from grants.answers import file_codes, known_values, plain_questions
from grants.checks import filing_day, parameters_of
from grants.filing import Filing
from grants.forms.aids import AidForm
from grants.forms.links import LinkForm
from grants.forms.place import PlaceForm
from grants.forms.project import ProjectForm
from grants.forms.questions import AnswerRowForm, AskedQuestion, QuestionsForm
from grants.forms.spend import LineForm, SpendForm
from grants.forms.who import ApplicantForm
from grants.models import ApplicantKind, RentContribution
from grants.services.lines import AID, FIRM, LINE
from workflows.models import Document, Draft
from workflows.services.drafts import Kept
from workflows.written.base import DraftForm
from workflows.written.declarations import PREFIX, DeclarationsForm
from workflows.written.pages import Page, Problem, form_problems, paper_problems
from workflows.written.papers import Paper, loose_files, papers_of
from workflows.written.rows import row_numbers

LONGEST_KEY = 18
UNDERTAKINGS = {ApplicantKind.ENTERPRISE, ApplicantKind.PROFESSIONAL}


PAGES = (
    Page("chi", _("Who applies"), "workflows/written/chi.html"),
    Page("spazio", _("Space"), "grants/applicant/spazio.html"),
    Page("spese", _("Spend"), "grants/applicant/spese.html", (LINE,)),
    Page("progetto", _("Project"), "grants/applicant/progetto.html"),
    Page("domande", _("Questions of the call"), "grants/applicant/domande.html"),
    Page("documenti", _("Documents"), "workflows/written/documenti.html"),
    Page("dichiarazioni", _("Declarations"), "grants/applicant/dichiarazioni.html", (FIRM, AID)),
)


class Application:
    """The forms of a draft. Every row it needs is fetched once, however many lines there are."""

    def __init__(
        self,
        case: RentContribution,
        values: dict[str, Any] | None = None,
        draft: Kept | None = None,
    ) -> None:
        self.case = case
        self.draft = (
            draft or Draft.objects.filter(case_id=case.pk).first() or Draft(case_id=case.pk)
        )
        self.values = (values or {}) | self.draft.values()
        self.parameters = parameters_of(case)
        self.day = filing_day(case)

    @property
    def kind(self) -> str:
        """The kind of applicant, as far as it is known."""
        return str(self.values.get("applicant_kind", ""))

    @property
    def own_codes(self) -> set[str]:
        """The codes of person and organisation, as typed."""
        names = ("tax_code", "org_tax_code", "org_vat_number", "vat_number")
        typed = (str(self.values.get(name, "")) for name in names)
        return {code.replace(" ", "").upper() for code in typed if code}

    @cached_property
    def spaces(self) -> list[Space]:
        """The spaces in the list on the day that counts."""
        return list(Space.objects.qualified_on(self.day).select_related("manager"))

    @cached_property
    def space(self) -> Space | None:
        """The chosen space, in the list or not."""
        key = str(self.values.get("space", ""))
        if not key.isascii() or not key.isdigit() or len(key) > LONGEST_KEY:
            return None
        listed = next((space for space in self.spaces if str(space.pk) == key), None)
        return listed or Space.objects.select_related("manager").filter(pk=key).first()

    @cached_property
    def price_items(self) -> dict[str, PriceItem]:
        """The chosen space's prices of today for the kinds of spend of the call, by key."""
        if self.space is None:
            return {}
        allowed = self.parameters.kinds_of_spend
        items = prices_on(self.space, self.day)
        return {str(item.pk): item for item in items if item.spend_kind in allowed}

    @cached_property
    def _declarations(self) -> list[Declaration]:
        return [d for d in self.case.call_version.declarations.all() if self.concerns(d)]

    @property
    def notices(self) -> list[Declaration]:
        """What the first page asks to have read."""
        return [d for d in self._declarations if d.kind == Declaration.Kind.NOTICE]

    @property
    def statements(self) -> list[Declaration]:
        """What the last page asks to declare."""
        return [d for d in self._declarations if d.kind != Declaration.Kind.NOTICE]

    def concerns(self, content: Any) -> bool:
        """Tell whether a document or declaration of the call concerns this kind of applicant."""
        return not content.only_for or self.kind in content.only_for

    @cached_property
    def who(self) -> ApplicantForm:
        """Page “chi”."""
        return ApplicantForm(self)

    @cached_property
    def place(self) -> PlaceForm:
        """Page “spazio”."""
        return PlaceForm(self)

    @cached_property
    def lines(self) -> list[LineForm]:
        """The lines of spend, one form each."""
        return [LineForm(self, number) for number in row_numbers(self.draft, LINE)]

    @cached_property
    def spend(self) -> SpendForm:
        """The rest of page “spese”."""
        return SpendForm(self)

    @cached_property
    def project(self) -> ProjectForm:
        """Page “progetto”."""
        return ProjectForm(self)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The extra questions of the call, all of them."""
        return plain_questions(self.case.call_version)

    @cached_property
    def sheet(self) -> Sheet:
        """Which questions are asked, and every answer that can be read or calculated."""
        if not self.questions:
            return Sheet((), {})
        given = read_answers(
            self.questions,
            self.values,
            lambda code: row_numbers(self.draft, name_of(code)),
            file_codes(file.requirement for file in self.loose_files),
        )
        return fill(self.questions, given, self._known_values())

    def _known_values(self) -> dict[str, Any]:
        place = self.place
        dates = [
            place.cleaned_data.get(name) for name in place.period if not place.errors.get(name)
        ]
        starts, ends = dates if len(dates) == len(place.period) else (None, None)
        return known_values(self.kind, self.contribution, (starts, ends))

    @property
    def asked_questions(self) -> list[Question]:
        """The questions that are asked now, in their order."""
        return [question for question in self.questions if self.sheet.shows(question.code)]

    @cached_property
    def question_boxes(self) -> list[AskedQuestion]:
        """Page “domande” as it is drawn; files stand on the page of documents."""
        return [AskedQuestion(self, one) for one in self.questions if one.kind != "file"]

    @cached_property
    def questions_form(self) -> QuestionsForm:
        """The questions that are answered in one field each."""
        return QuestionsForm(self)

    @cached_property
    def answer_rows(self) -> dict[str, list[AnswerRowForm]]:
        """The lines of each question of lines that is asked, one form a line."""
        return {
            question.code: [
                AnswerRowForm(self, question, number)
                for number in row_numbers(self.draft, name_of(question.code))
            ]
            for question in self.asked_questions
            if question.kind == "lines"
        }

    @property
    def several(self) -> frozenset[str]:
        """The fields in which several answers may be ticked."""
        return frozenset(name_of(one.code) for one in self.questions if one.kind == "choices")

    def depending_on(self, code: str) -> set[str]:
        """Return the questions that a change of one may show, hide or calculate anew."""
        needs = dependencies(self.questions)
        found, waiting = set(), [code]
        while waiting:
            here = waiting.pop()
            further = {name for name, needed in needs.items() if here in needed} - found
            found |= further
            waiting += further
        return found

    @property
    def pages(self) -> tuple[Page, ...]:
        """The steps of this application: questions only where the call has some to answer here."""
        return tuple(page for page in PAGES if page.slug != "domande" or self.question_boxes)

    @cached_property
    def loose_files(self) -> list[Document]:
        """The files that are there and not filed yet."""
        return loose_files(self.case.pk)

    @cached_property
    def papers(self) -> list[Paper]:
        """Page “documenti”: what is asked for, with the files that are there."""
        return papers_of(self)

    @property
    def is_undertaking(self) -> bool:
        """Whether aid to this applicant is de minimis aid."""
        return self.kind in UNDERTAKINGS

    @cached_property
    def aids(self) -> list[AidForm]:
        """The aids received, one form each; none where they are not asked for."""
        if not self.is_undertaking:
            return []
        return [AidForm(self, number) for number in row_numbers(self.draft, AID)]

    @cached_property
    def links(self) -> list[LinkForm]:
        """The firms tied to the applicant, one form each; none where they are not asked for."""
        if not self.is_undertaking:
            return []
        return [LinkForm(self, number) for number in row_numbers(self.draft, FIRM)]

    @cached_property
    def declarations(self) -> DeclarationsForm:
        """The rest of page “dichiarazioni”."""
        return DeclarationsForm(self)

    @property
    def lines_are_valid(self) -> bool:
        """Whether there are lines, and each can be counted."""
        return bool(self.lines) and all(line.is_valid() for line in self.lines)

    @property
    def with_vat(self) -> bool:
        """Whether VAT counts as spend."""
        return bool(self.values.get("vat_is_cost"))

    @property
    def contribution(self) -> rules.Contribution:
        """What the lines that can be counted give, in EUR."""
        return rules.contribution(
            [line.plain for line in self.lines if line.is_valid()],
            rate_percent=self.parameters.rate_percent,
            ceiling=self.parameters.ceiling,
            minimum=self.parameters.minimum_spend,
            with_vat=self.with_vat,
        )

    def forms(self, slug: str) -> list[DraftForm]:
        """Return the forms of a page, rows first; the page of documents has none."""
        return {
            "chi": [self.who],
            "spazio": [self.place],
            "spese": [*self.lines, self.spend],
            "progetto": [self.project],
            "domande": [
                *(row for rows in self.answer_rows.values() for row in rows),
                self.questions_form,
            ],
            "documenti": [],
            "dichiarazioni": [*self.links, *self.aids, self.declarations],
        }[slug]

    def names(self, slug: str) -> list[str]:
        """Return the fields of a page as the draft names them.

        A question that the last words of a page have brought up is among them.
        """
        names = [name for form in self.forms(slug) for name in form.names]
        if slug == "domande":
            names += [
                name_of(one.code)
                for one in self.questions
                if one.kind not in WITHOUT_FIELD and name_of(one.code) not in names
            ]
        return names

    def problems(self, slug: str | None = None) -> list[Problem]:
        """Return what is missing or wrong, on one page or on all of them."""
        return [
            problem
            for page in self.pages
            if slug in (None, page.slug)
            for problem in [*form_problems(page, self.forms(page.slug)), *self._missing(page)]
        ]

    def _missing(self, page: Page) -> list[Problem]:
        if page.slug != "documenti":
            return []
        return paper_problems(page, self.papers, gettext("Attach this document."))

    def filing(self) -> Filing:
        """Return the application as plain values; only where there are no problems."""
        who, place, spend, project = self.who, self.place, self.spend, self.project
        ticked = [name for form in (who, self.declarations) for name in form.fields]
        return Filing(
            applicant_kind=self.kind,
            person=who.person(),
            organisation=who.organisation(),
            vat_number=who.own_vat_number(),
            employment=project.value("employment"),
            commits_to_vat=project.value("commits_to_vat", default=False),
            space=place.value("space"),
            period_from=place.value("period_from"),
            period_to=place.value("period_to"),
            project=project.value("project"),
            network=project.value("network"),
            quote_date=spend.value("quote_date"),
            vat_is_cost=spend.value("vat_is_cost"),
            other_aid=project.value("other_aid"),
            other_aid_detail=project.value("other_aid_detail"),
            requested=spend.value("requested"),
            lines=[line.line() for line in self.lines],
            aids=[aid.aid() for aid in self.aids],
            links=[link.link() for link in self.links],
            declarations=[n.removeprefix(PREFIX) for n in ticked if n.startswith(PREFIX)],
            given_answers={
                code: value for code, value in self.sheet.values.items() if is_answered(value)
            },
        )
