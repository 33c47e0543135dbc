"""What a round of checks finds, as tests compare it."""

from workflows import watch


def found(*only: str) -> list[tuple[str, str, str]]:
    """Return the findings of some checks as (check, severity, sentence)."""
    return [
        (finding["check"], finding["severity"], finding["sentence"])
        for finding in watch.look(only or None).findings
    ]


def one(code: str) -> tuple[str, str]:
    """Return severity and sentence of the only finding of a check."""
    [(_code, severity, sentence)] = found(code)
    return severity, sentence
