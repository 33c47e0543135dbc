"""Codes that other registers give: CUP of the project, COR of the aid (CUP, RNA)."""

import re
from datetime import date, timedelta

from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import day

CUP = re.compile(r"[A-Z][0-9]{2}[A-Z][0-9]{11}")
REGISTER_CODE = re.compile(r"[0-9]{1,12}")


def cup_given(cup: str, used_by: str = "") -> Outcome:
    """CUP-01, CUP-04: an act of public funding bears its CUP, well formed, of this grant alone.

    `used_by` is the number of another case that has the same one.
    """
    well_formed = CUP.fullmatch(cup) is not None
    if not cup:
        no = "Manca il CUP: senza, l'atto è nullo."
    elif well_formed:
        no = f"Il CUP {cup} è già della pratica {used_by}."
    else:
        no = f"“{cup}” non è un CUP: lettera, due cifre, lettera, undici cifre."
    return judge(
        "CUP-04" if cup else "CUP-01",
        well_formed and not used_by,
        yes=f"Il CUP {cup} è ben formato.",
        no=no,
        inputs={"CUP": cup or "—"},
        source="L. 3/2003, art. 11 c. 2-bis",
    )


def cor_given(cor: str, used_by: str = "") -> Outcome:
    """RNA-02: an aid is registered before it is granted; its code is made of digits, never used twice."""
    well_formed = REGISTER_CODE.fullmatch(cor) is not None
    if not cor:
        no = "Manca il COR: l'aiuto va registrato prima della concessione."
    elif well_formed:
        no = f"Il COR {cor} è già della pratica {used_by}."
    else:
        no = f"“{cor}” non è un codice COR: solo cifre."
    return judge(
        "RNA-02",
        well_formed and not used_by,
        yes=f"L'aiuto è registrato con COR {cor}.",
        no=no,
        inputs={"COR": cor or "—"},
        source="DM 115/2017, art. 9",
    )


def cor_until(registered_on: date, confirm_days: int) -> date:
    """Return the last day to confirm a registration; no holiday moves it (RNA-03, TERM-09)."""
    return registered_on + timedelta(days=confirm_days)


def cor_in_window(
    registered_on: date | None, granted_on: date, confirm_days: int, warn_days: int
) -> Outcome:
    """RNA-03: the grant falls within the days after registration; past them a new code is needed."""
    source = "DM 115/2017, art. 9"
    if registered_on is None:
        return Outcome(
            "RNA-03", Verdict.NOT_MET, "Manca la data di registrazione dell'aiuto.", source=source
        )
    last = cor_until(registered_on, confirm_days)
    inputs = {"registrato": registered_on, "entro": last}
    if not registered_on <= granted_on <= last:
        return Outcome(
            "RNA-03",
            Verdict.NOT_MET,
            f"La concessione va confermata tra il {day(registered_on)} e il {day(last)}: "
            "fuori da questi giorni serve una nuova registrazione.",
            inputs,
            source,
            "Registra di nuovo l'aiuto e scrivi il nuovo COR.",
        )
    is_late = granted_on >= registered_on + timedelta(days=warn_days)
    return Outcome(
        "RNA-03",
        Verdict.WARNING if is_late else Verdict.MET,
        f"La registrazione vale fino al {day(last)}" + (": manca poco." if is_late else "."),
        inputs,
        source,
    )


def aid_answer(answered: str, asked: str) -> Outcome:
    """RNA-04: the register is asked before the grant, and its answer (VERCOR) is kept."""
    return judge(
        "RNA-04",
        REGISTER_CODE.fullmatch(answered) is not None,
        yes=f"{asked}: VERCOR {answered}.",
        no=f"{asked}: manca la visura (VERCOR).",
        inputs={"VERCOR": answered or "—"},
        source="DM 115/2017, artt. 13-15",
    )
