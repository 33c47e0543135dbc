"""Start, stop or ask after the embedded PostgreSQL: `python -m config.postgres ACTION`."""

import argparse
import sys

from config.postgres import PostgresUnavailableError, embedded

ACTIONS = {
    "start": "start the server and keep it running until `stop`",
    "stop": "stop the server, whoever uses it",
    "status": "say whether the server runs; the exit status is 3 when it does not",
    "url": "like `start`, and print the URL of the database",
}
NOT_RUNNING = 3


def main() -> int:
    """Carry out the action named on the command line; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m config.postgres",
        description=__doc__,
        epilog="; ".join(f"{name}: {what}" for name, what in ACTIONS.items()),
    )
    parser.add_argument("action", choices=ACTIONS)
    try:
        return _carry_out(parser.parse_args().action)
    except PostgresUnavailableError as error:
        print(error, file=sys.stderr)
        return 1


def _carry_out(action: str) -> int:
    lease = embedded()
    if action == "stop":
        print("PostgreSQL stopped." if lease.stop() else "PostgreSQL was not running.")
        return 0
    if action == "status":
        if not lease.cluster.is_running():
            print("PostgreSQL is not running.")
            return NOT_RUNNING
        until = "until it is stopped" if lease.is_kept else "while it is used"
        print(f"PostgreSQL runs {until}: process {lease.cluster.pid()}, {lease.cluster.url()}")
        return 0
    lease.keep()
    print(lease.cluster.url() if action == "url" else "PostgreSQL is running.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
