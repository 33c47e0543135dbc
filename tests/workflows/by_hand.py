"""Rows written by hand: what no service would leave behind."""

from typing import Any

from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob


def sql(statement: str, *values: Any, table: str = "") -> None:
    """Write to the database by hand, past triggers where a table is named."""
    with connection.cursor() as cursor:
        if table:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        if table:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def queued(*, status: str, attempts: int = 0) -> ProcrastinateJob:
    """Return a job of the queue as a worker would have left it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts)"
            " VALUES ('prova', 'prova.lavoro', '{}', 'todo', %s) RETURNING id",
            [attempts],
        )
        pk = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s::procrastinate_job_status WHERE id = %s",
            [status, pk],
        )
    return ProcrastinateJob.objects.get(pk=pk)
