"""A database of its own on the embedded PostgreSQL, and what the bare database can do."""

import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from config.postgres import database_url, program

BENCH_TABLE = "CREATE TABLE IF NOT EXISTS bench_rows (id bigserial PRIMARY KEY, filler text)"
ROW = "INSERT INTO bench_rows (filler) VALUES (repeat('x', 400));"


def fresh_database(name: str) -> str:
    """Create an empty database beside the site's own and return its address."""
    parts = urlsplit(database_url())
    with psycopg.connect(urlunsplit(parts), autocommit=True) as connection:
        target = sql.Identifier(name)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(target))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(target))
    return urlunsplit(parts._replace(path=f"/{name}"))


def settle(folder: str) -> Path:
    """Return a folder for the files of the measurements."""
    path = Path(folder).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def rows_written(connection: psycopg.Connection) -> int:
    """Return how many rows this database has inserted, updated or deleted so far."""
    connection.execute("SELECT pg_stat_clear_snapshot()")
    row = connection.execute(
        "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_all_tables"
        " WHERE schemaname = 'public'"
    ).fetchone()
    return int(row[0]) if row else 0


def pgbench_tps(address: str, statements: str, *, clients: int, seconds: int = 8) -> float:
    """Return transactions per second of pgbench running `statements` as one transaction."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(BENCH_TABLE)
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(f"BEGIN;\n{statements}\nCOMMIT;\n")
        script.flush()
        command = [
            str(program("pgbench")),
            *("--no-vacuum", "--file", script.name),
            *("--client", str(clients), "--jobs", "2", "--time", str(seconds)),
            address,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("tps"))
    return float(line.split()[2])
