"""The office's bar shows each role what it may open."""

import pytest
from django.urls import reverse

from parties.roles import Role

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    Role.OFFICER: [
        *("queue", "outbox", "absences", "calls", "rankings", "templates", "protocol"),
        *("failures", "budgets", "jobs"),
    ],
    Role.PROCEDURE_OWNER: [
        *("queue", "outbox", "substitutes", "workload", "absences", "calls", "rankings"),
        *("templates", "protocol", "failures", "budgets", "jobs"),
    ],
    Role.DIRECTOR: [
        *("queue", "bulk", "outbox", "acts", "substitutes", "workload", "absences", "calls"),
        *("rankings", "templates", "protocol", "failures", "budgets", "workbooks", "jobs"),
        *("watch", "verify"),
    ],
    Role.ACCOUNTANT: [
        *("queue", "outbox", "calls", "rankings", "templates", "protocol", "failures"),
        *("budgets", "workbooks", "jobs"),
    ],
    Role.AUDITOR: [
        *("queue", "outbox", "calls", "rankings", "templates", "protocol", "failures"),
        *("budgets", "workbooks", "jobs", "watch", "verify"),
    ],
    Role.ADMINISTRATOR: ["calls", "templates", "failures", "jobs", "watch", "verify"],
    Role.EVALUATOR: ["my_files"],
}
ELSEWHERE = {
    "outbox": "letters:outbox",
    "acts": "letters:acts_to_sign",
    "calls": "calls:list",
    "rankings": "evaluation:overview",
    "my_files": "evaluation:my_files",
    "templates": "letters:templates",
    "failures": "letters:failures",
    "budgets": "accounting:budgets",
    "workbooks": "accounting:workbooks",
}


@pytest.mark.parametrize("role", list(Role))
def test_bar_leads_only_where_the_role_may_go_when_shown(office, as_user, role):
    client = as_user(office.staff[role])

    here = reverse("evaluation:my_files" if role is Role.EVALUATOR else "workflows:jobs")
    links = client.get(here).context["office_links"]

    assert [link["url"] for link in links] == [
        reverse(ELSEWHERE.get(name, f"workflows:{name}")) for name in EVERYWHERE[role]
    ]
    assert {client.get(link["url"]).status_code for link in links} == {200}
    assert [link["url"] for link in links if link["current"]] == [here]
