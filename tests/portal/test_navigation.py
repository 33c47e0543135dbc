"""The office's bar shows each role what it may open."""

import pytest
from django.urls import reverse

from parties.roles import Role

pytestmark = pytest.mark.django_db

CALLS = {"calls", "parameters", "rankings", "budgets", "spaces"}
LETTERS = {"outbox", "failures", "protocol", "templates"}
# Each role's bar: what stands by itself, and the menus.
EVERYWHERE = {
    Role.OFFICER: [
        "queue",
        "board",
        CALLS | {"enquiries", "interests", "months", "selections", "controls"},
        LETTERS,
        "absences",
        "jobs",
    ],
    Role.PROCEDURE_OWNER: [
        *(
            "queue",
            "board",
            CALLS | {"enquiries", "interests", "months", "selections", "controls"},
            LETTERS,
        ),
        *({"workload", "absences", "substitutes"}, "jobs"),
    ],
    Role.DIRECTOR: [
        *(
            "queue",
            "board",
            "bulk",
            CALLS | {"enquiries", "workbooks", "selections", "yearly"},
            LETTERS | {"acts"},
        ),
        *({"workload", "absences", "substitutes"}, {"jobs", "watch", "verify"}),
    ],
    Role.ACCOUNTANT: ["queue", "board", CALLS | {"workbooks", "yearly"}, LETTERS, "jobs"],
    Role.AUDITOR: [
        "queue",
        "board",
        CALLS | {"workbooks", "yearly"},
        LETTERS,
        {"jobs", "watch", "verify"},
    ],
    Role.ADMINISTRATOR: [
        {"calls", "parameters", "spaces"},
        {"failures", "templates"},
        {"jobs", "watch", "verify"},
    ],
    Role.EVALUATOR: ["my_files"],
}
ELSEWHERE = {
    "outbox": "letters:outbox",
    "board": "portal:board",
    "acts": "letters:acts_to_sign",
    "calls": "calls:list",
    "enquiries": "calls:enquiries",
    "parameters": "calls:parameters",
    "rankings": "evaluation:overview",
    "my_files": "evaluation:my_files",
    "templates": "letters:templates",
    "failures": "letters:failures",
    "budgets": "accounting:budgets",
    "controls": "grants:controls",
    "months": "internships:months",
    "selections": "internships:selections",
    "workbooks": "accounting:workbooks",
    "yearly": "grants:yearly_papers",
    "spaces": "coworking_registry:register",
    "interests": "coworking_registry:interests",
}


@pytest.mark.parametrize("role", list(Role))
def test_bar_leads_only_where_the_role_may_go_when_shown(office, as_user, role):
    client = as_user(office.staff[role])

    here = reverse("evaluation:my_files" if role is Role.EVALUATOR else "workflows:jobs")
    bar = client.get(here).context["office_bar"]

    assert [shown(item) for item in bar] == [
        {address(name) for name in item} if isinstance(item, set) else address(item)
        for item in EVERYWHERE[role]
    ]
    links = [link for item in bar for link in item.get("links", [item])]
    assert {client.get(link["url"]).status_code for link in links} == {200}
    assert [link["url"] for link in links if link["current"]] == [here]
    assert [item["current"] for item in bar].count(True) == 1


def shown(item):
    """Return the address of a link, or those of a menu."""
    return {link["url"] for link in item["links"]} if "links" in item else item["url"]


def address(name):
    return reverse(ELSEWHERE.get(name, f"workflows:{name}"))


def test_yearly_papers_are_current_on_the_page_of_a_year(office, as_user):
    page = as_user(office.accountant).get(reverse("grants:yearly_papers_of", args=[2026]))

    links = [link for item in page.context["office_bar"] for link in item.get("links", [item])]
    assert [link["url"] for link in links if link["current"]] == [reverse("grants:yearly_papers")]
