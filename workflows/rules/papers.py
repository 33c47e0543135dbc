"""What comes with an application, and what a notice may say against it (SOC, DOC, PRE)."""

from collections.abc import Sequence

from workflows.rules import Outcome, Verdict, judge


def documents_present(missing: Sequence[tuple[str, bool]]) -> list[Outcome]:
    """SOC-03, SOC-05: what is missing is asked for; only an essential document blocks filing."""
    if not missing:
        return [Outcome("SOC-03", Verdict.MET, "I documenti richiesti ci sono tutti.")]
    return [
        Outcome(
            "SOC-03" if essential else "SOC-05",
            Verdict.NOT_MET if essential else Verdict.WARNING,
            f"Manca il documento “{title}”.",
            source="D.Lgs. 184/2025, art. 14",
        )
        for title, essential in missing
    ]


def declarations_made(missing: Sequence[str]) -> Outcome:
    """DOC-01, DOC-02: every declaration is made, tick by tick."""
    return judge(
        "DOC-01",
        not missing,
        yes="Tutte le dichiarazioni sono state rese.",
        no="Mancano delle dichiarazioni: " + ", ".join(missing) + ".",
        source="DPR 445/2000, artt. 46-47",
    )


def ground_not_own_fault(rule: str) -> Outcome:
    """PRE-10: a delay or fault of the office is no reason against whoever applies."""
    return judge(
        "PRE-10",
        not rule.upper().startswith(("PRE-10", "PROC-T", "TERM")),
        yes="Il motivo non riguarda ritardi o mancanze dell'ufficio.",
        no="Ritardi e mancanze dell'ufficio non possono essere motivi contro chi fa domanda.",
        inputs={"regola": rule},
        source="L. 241/1990, art. 10-bis",
    )
