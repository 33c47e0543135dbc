"""A large office in bulk: rows as the services would have left them, written by the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

CASES = 100_000
OPEN_SHARE = 0.6
FLOW = "grants/flows.ContributionFlow"
# Where open cases stand, in twentieths; closed ones are granted, refused or withdrawn.
STATUSES = (
    ["submitted"] * 4
    + ["under_examination"] * 6
    + ["integration_requested"] * 3
    + ["refusal_notice", "observations_received"]
    + ["admission_proposed"] * 2
    + ["refusal_proposed", "partial_offered", "waiting_list"]
)
NODES = {
    "submitted": ("take_charge", "grants.examine", False),
    "under_examination": ("examine", "grants.examine", True),
    "integration_requested": ("integrate", None, False),
    "refusal_notice": ("observe", None, False),
    "observations_received": ("weigh", "grants.examine", True),
    "admission_proposed": ("decide_admission", "grants.decide", False),
    "refusal_proposed": ("decide_refusal", "grants.decide", False),
    "partial_offered": ("answer_offer", None, False),
    "waiting_list": ("wait", "grants.examine", True),
}
TRACKED = (
    "parties_party",
    "parties_person",
    "workflows_case",
    "grants_rentcontribution",
    "grants_spendline",
)

PARTIES = """
WITH new AS (
    INSERT INTO parties_party (kind, name, tax_code, vat_number, email, pec, phone, street,
        street_number, postcode, municipality, province)
    SELECT 'person', 'Nome' || i %% 97 || ' Cognome' || i, 'BENCH' || lpad(i::text, 11, '0'), '',
        'p' || i || '@example.org', '', '', 'Via di Prova', i::text, '46100', 'Mantova', 'MN'
    FROM generate_series(1, %(cases)s) i
    RETURNING id, name
)
INSERT INTO parties_person (party_ptr_id, first_name, last_name, sex, birth_date, birthplace,
    citizenship)
SELECT id, split_part(name, ' ', 1), split_part(name, ' ', 2), 'F', '1998-01-01', 'Mantova', ''
FROM new
"""
PROTOCOL = """
INSERT INTO workflows_protocolentry (body_id, year, number, registered_at, direction, subject,
    counterpart, digests, note, seal)
SELECT %(body)s, 2000, i, now() - (%(cases)s - i) * interval '5 minutes', 'in', 'Domanda',
    'Richiedente', '[]', '', ''
FROM generate_series(1, %(cases)s) i
"""
CASE_ROWS = """
INSERT INTO workflows_case (kind, call_id, call_version_id, opened_by_id, applicant_id,
    representative_id, number, status, officer_id, protocol_in_id, submitted_at, due_on, amount,
    closed_at, search, version, created_at, history_length, history_last, history_head)
SELECT 'rent_contribution', %(call)s, %(version)s, %(opener)s, p.id, p.id,
    'BENCH-2000-' || lpad(e.number::text, 6, '0'),
    CASE WHEN open THEN (%(statuses)s::text[])[1 + h %% 20] ELSE %(closed_status)s END,
    CASE WHEN NOT open OR (%(statuses)s::text[])[1 + h %% 20] <> 'submitted'
         THEN (%(officers)s::bigint[])[1 + h / 20 %% cardinality(%(officers)s::bigint[])] END, e.id, e.registered_at,
    CASE WHEN open THEN current_date - 10 + h %% 90 END, 300 + h %% 1200,
    CASE WHEN open THEN NULL ELSE now() END,
    'bench2000' || lpad(e.number::text, 6, '0') || ' ' || lower(p.name), 3, e.registered_at,
    0, '', ''
FROM (SELECT id, number, registered_at, hashint4(number) & 2147483647 AS h,
             number > %(cases)s * (1 - %(open_share)s) AS open
      FROM workflows_protocolentry WHERE year = 2000) e
JOIN parties_party p ON p.tax_code = 'BENCH' || lpad(e.number::text, 11, '0')
"""
CONTRIBUTIONS = """
INSERT INTO grants_rentcontribution (case_ptr_id, applicant_kind, employment, commits_to_vat,
    project, network, vat_is_cost, other_aid, other_aid_detail, declarations, requested, proposed,
    granted, decided_at, period_from, period_to, cup, cor, space_id)
SELECT id, 'aspiring', 'unemployed', true, '', '', false, false, '', '[]', amount, amount,
    CASE WHEN status = 'granted' THEN amount END,
    CASE WHEN status = 'granted' THEN closed_at END,
    current_date, current_date + 180, '', '', %(space)s
FROM workflows_case WHERE number LIKE 'BENCH-2000-%%'
"""
LINES = """
INSERT INTO grants_spendline (contribution_id, kind, description, unit, quantity, unit_price,
    vat_rate, cut_reason)
SELECT id, 'desk_rent', 'Postazione', 'month', 2, amount, 22, ''
FROM workflows_case WHERE number LIKE 'BENCH-2000-%%'
"""
PROCESSES = """
INSERT INTO workflows_caseprocess (flow_class, status, created, finished, case_id, flow_version)
SELECT %(flow)s, CASE WHEN closed_at IS NULL THEN 'NEW' ELSE 'DONE' END, submitted_at, closed_at,
    id, 1
FROM workflows_case WHERE number LIKE 'BENCH-2000-%%'
"""
TASKS = """
INSERT INTO workflows_casetask (flow_task, flow_task_type, status, created, finished, token,
    owner_permission, process_id, case_id, owner_id, data)
SELECT %(node)s, 'HUMAN', %(state)s, p.created, CASE WHEN %(state)s = 'DONE' THEN p.created END,
    'start', %(permission)s, p.id, k.id, CASE WHEN %(owned)s THEN k.officer_id END, '{}'
FROM workflows_caseprocess p JOIN workflows_case k ON k.id = p.case_id
WHERE k.number LIKE 'BENCH-2000-%%' AND (%(status)s = '' OR k.status = %(status)s)
"""
# Each label stands on four cases in a hundred.
LABELS = """
INSERT INTO workflows_caselabel (label_id, case_id, by_id, at)
SELECT %(label)s, id, opened_by_id, submitted_at
FROM workflows_case WHERE number LIKE 'BENCH-2000-%%' AND (id + %(label)s * 7) %% 25 = 0
"""
LEDGER = """
INSERT INTO accounting_ledgerentry (budget_id, source, target, amount, case_id, at, description)
SELECT %(budget)s, 'available', 'granted', amount, id, now(), 'Concessione'
FROM workflows_case WHERE number LIKE 'BENCH-2000-%%'
"""
MOVED = """
UPDATE accounting_budget SET available = available - moved.amount, granted = granted + moved.amount
FROM (SELECT sum(e.amount) AS amount FROM accounting_ledgerentry e
      JOIN workflows_case k ON k.id = e.case_id WHERE k.number LIKE 'BENCH-2000-%%') moved
WHERE accounting_budget.id = %(budget)s
"""


def fill_queue(office: Any, officers: list[Any], labels: list[Any]) -> None:
    """Write 100,000 cases, 60,000 of them open, and 300,000 tasks, most of them done."""
    _fill(office, OPEN_SHARE, "refused", officers)
    with connection.cursor() as cursor:
        for node in ("start", "take_charge"):
            cursor.execute(TASKS, _task(node, "DONE", None, owned=True, status=""))
        for status, (node, permission, owned) in NODES.items():
            state = "ASSIGNED" if owned else "NEW"
            cursor.execute(TASKS, _task(node, state, permission, owned=owned, status=status))
        cursor.execute(TASKS, _task("decide_refusal", "DONE", None, owned=True, status="refused"))
        for label in labels:
            cursor.execute(LABELS, {"label": label.pk})
    _look_again()


def fill_grants(office: Any) -> None:
    """Write 100,000 grants and their entries in the ledger."""
    clear()
    _fill(office, 0, "granted", [office.officer])
    with connection.cursor() as cursor:
        # One row moved 100,000 times in one transaction would take minutes: it is moved once.
        cursor.execute("ALTER TABLE accounting_ledgerentry DISABLE TRIGGER move_money")
        cursor.execute(LEDGER, {"budget": office.call.budget.pk})
        cursor.execute("ALTER TABLE accounting_ledgerentry ENABLE TRIGGER move_money")
        cursor.execute("ALTER TABLE accounting_budget DISABLE TRIGGER by_ledger_alone")
        cursor.execute(MOVED, {"budget": office.call.budget.pk})
        cursor.execute("ALTER TABLE accounting_budget ENABLE TRIGGER by_ledger_alone")
    _look_again()


def clear() -> None:
    """Forget what was measured before."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(
            "TRUNCATE workflows_casetask, workflows_caseprocess, grants_spendline,"
            " grants_rentcontribution, workflows_case, workflows_protocolentry,"
            " parties_person CASCADE"
        )
        with _untold(cursor):
            cursor.execute("DELETE FROM parties_party WHERE tax_code LIKE 'BENCH%'")


def _fill(office: Any, open_share: float, closed_status: str, officers: list[Any]) -> None:
    values = {
        "cases": CASES,
        "body": office.agency.pk,
        "call": office.call.pk,
        "version": office.call.version_id,
        "opener": office.applicant().pk,
        "officers": [officer.pk for officer in officers],
        "space": office.space.pk,
        "statuses": STATUSES,
        "closed_status": closed_status,
        "open_share": open_share,
        "flow": FLOW,
    }
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        with _untold(cursor):
            for statement in (PARTIES, PROTOCOL, CASE_ROWS, CONTRIBUTIONS, LINES, PROCESSES):
                cursor.execute(statement, values)


@contextmanager
def _untold(cursor: Any) -> Iterator[None]:
    """Keep no history of fields meanwhile: row by row it takes minutes, and no list asks for it."""
    for table in TRACKED:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    for table in TRACKED:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _task(
    node: str, state: str, permission: str | None, *, owned: bool, status: str
) -> dict[str, Any]:
    return {
        "node": f"{FLOW}.{node}",
        "state": state,
        "permission": permission,
        "owned": owned,
        "status": status,
    }


def _look_again() -> None:
    """Let the planner know the new sizes, as autovacuum would."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
