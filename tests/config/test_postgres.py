"""The embedded server: who starts it, who stops it, and what it survives."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from config.postgres import database_url
from config.postgres.account import Account, PostgresUnavailableError
from config.postgres.cluster import Cluster
from config.postgres.lease import Lease

USE_AND_DIE = """
import os, sys
from pathlib import Path
from config.postgres.cluster import Cluster
from config.postgres.lease import Lease
Lease(Cluster(Path(sys.argv[1]))).take()
os.kill(os.getpid(), 9)
"""
USE_AND_FORK = """
import os, sys
from pathlib import Path
from config.postgres.cluster import Cluster
from config.postgres.lease import Lease
lease = Lease(Cluster(Path(sys.argv[1])))
lease.take()
if os.fork() == 0:
    lease.give_back()
    os._exit(0)
os.wait()
print(lease.cluster.is_running())
lease.give_back()
"""


@pytest.fixture
def folder():
    """A folder that no other test run closes: pytest shuts its own against other accounts."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def cluster(folder):
    """A cluster of its own, stopped when the test ends."""
    cluster = Cluster(folder / "postgres")
    yield cluster
    Lease(cluster).stop()


def answer(cluster: Cluster, question: str = "SELECT current_user, current_database()"):
    with psycopg.connect(cluster.url()) as connection:
        return connection.execute(question).fetchone()


def test_first_user_starts_and_last_one_out_stops(cluster):
    first, second = Lease(cluster), Lease(cluster)
    first.take()
    second.take()
    assert answer(cluster) == ("sportello", "sportello")

    first.give_back()
    assert cluster.is_running()
    second.give_back()
    assert not cluster.is_running()


def test_data_is_there_again_when_server_starts_again(cluster):
    lease = Lease(cluster)
    lease.take()
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'Però' AS word")
    lease.give_back()

    lease.take()
    assert answer(cluster, "SELECT upper(word) FROM kept") == ("PERÒ",)
    lease.give_back()


def test_server_started_by_hand_outlives_its_users(cluster):
    lease = Lease(cluster)
    lease.keep()
    lease.take()
    lease.give_back()

    assert cluster.is_running()
    assert lease.stop()
    assert not lease.stop()


def test_next_user_takes_over_when_a_process_was_killed(cluster):
    killed = subprocess.run([sys.executable, "-c", USE_AND_DIE, str(cluster.folder)], check=False)
    assert (killed.returncode, cluster.is_running()) == (-signal.SIGKILL, True)

    lease = Lease(cluster)
    lease.take()
    lease.give_back()
    assert not cluster.is_running()


def test_forked_child_leaves_the_server_to_its_parent(cluster):
    forked = subprocess.run(
        [sys.executable, "-c", USE_AND_FORK, str(cluster.folder)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert (forked.stdout, cluster.is_running()) == ("True\n", False)


def test_server_starts_again_when_it_was_killed(cluster):
    lease = Lease(cluster)
    lease.keep()
    os.kill(cluster.pid(), signal.SIGKILL)
    psutil.wait_procs([psutil.Process(pid) for pid in [cluster.pid()] if pid], timeout=5)
    while cluster.is_running():
        time.sleep(0.05)

    lease.keep()
    assert answer(cluster) == ("sportello", "sportello")


def test_number_of_a_dead_server_given_to_another_process_is_no_obstacle(cluster):
    lease = Lease(cluster)
    lease.keep()
    lease.stop()
    (cluster.folder / "postmaster.pid").write_text(f"{os.getpid()}\n")

    lease.keep()
    assert cluster.is_running()


def test_socket_moves_to_a_short_folder_when_path_is_long_or_odd(folder):
    long, odd = folder / ("a" * 100) / "postgres", folder / "d'una, volta" / "postgres"
    assert [Cluster(path).socket_folder.parent for path in (long, odd)] == [Path("/tmp")] * 2

    deep = Cluster(long.parent / "l'altra casa" / "postgres")
    lease = Lease(deep)
    lease.take()
    assert answer(deep) == ("sportello", "sportello")
    lease.give_back()
    assert not deep.socket_folder.exists()


def test_interrupted_creation_is_made_anew(cluster):
    aside = cluster.folder.with_name("postgres.new")
    aside.mkdir()
    (aside / "half").touch()

    Lease(cluster).keep()
    assert cluster.is_running()
    assert not (cluster.folder / "half").exists()


def test_cluster_of_another_version_is_refused_with_a_sentence(cluster):
    cluster.folder.mkdir()
    (cluster.folder / "PG_VERSION").write_text("16\n")

    with pytest.raises(PostgresUnavailableError, match="was made by PostgreSQL 16, this is 18"):
        Lease(cluster).keep()


def test_broken_configuration_is_told_with_the_end_of_the_log(cluster):
    lease = Lease(cluster)
    lease.keep()
    lease.stop()
    (cluster.folder / "postgresql.conf").write_text("no_such_setting = 1\n")

    with pytest.raises(PostgresUnavailableError, match="unrecognized configuration parameter"):
        lease.keep()


def test_folder_that_is_a_link_is_refused_when_made_for_a_socket(tmp_path):
    (tmp_path / "target").mkdir()
    (tmp_path / "trap").symlink_to(tmp_path / "target")

    with pytest.raises(PostgresUnavailableError, match="belongs to somebody else"):
        Account.current().make_folder(tmp_path / "trap")


@pytest.mark.parametrize("variable", ["DATABASE_URL", "SPORTELLO_DATABASE_URL"])
def test_url_of_the_environment_wins(monkeypatch, variable):
    monkeypatch.setenv(variable, "postgresql://office@db.example/sportello")

    assert database_url() == "postgresql://office@db.example/sportello"
