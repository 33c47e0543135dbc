"""The thirteen blocks that every call must have (CALL-03; D.Lgs. 184/2025, art. 6 c. 1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from calls.rules.faults import Fault

PLACE = "testi"
RULE = "CALL-03"
SOURCE = "D.Lgs. 184/2025, art. 6 c. 1"
LONGEST_TEXT = 20_000

BLOCKS: dict[str, str] = {
    "a": "finalità, ambito e base giuridica",
    "b": "risorse e riserve",
    "c": "chi gestisce ciascuna attività",
    "d": "requisiti di chi chiede",
    "e": "interventi, presupposti e spese ammissibili",
    "f": "agevolazione, calcolo, cumulo e regime di aiuto",
    "g": "procedure di accesso e di erogazione",
    "h": "variazioni",
    "i": "revoca",
    "l": "controlli",
    "m": "dati per il monitoraggio e la valutazione",
    "n": "altri obblighi",
    "o": "dati personali",
}


@dataclass(frozen=True)
class Block:
    """One block: its text, or the reason why it is not compatible with this call."""

    letter: str
    text_it: str = ""
    text_en: str = ""
    left_out_because: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether there is content or a reason, and not both."""
        return bool(self.text_it.strip()) != bool(self.left_out_because.strip())


def block_faults(blocks: Iterable[Block]) -> list[Fault]:
    """Return what keeps the thirteen blocks from being complete, in their order."""
    known = {block.letter: block for block in blocks}
    found = []
    for letter in BLOCKS:
        block = known.get(letter, Block(letter))
        if not block.is_settled:
            found.append(Fault(PLACE, _sentence(block), RULE, letter))
    return found


def _sentence(block: Block) -> str:
    name = f"blocco {block.letter}) {BLOCKS[block.letter]}"
    if block.text_it.strip():
        return f"Nel {name} ci sono sia un testo sia il motivo per cui manca: lascia uno dei due."
    return f"Manca il {name}: scrivi il contenuto, o perché non è compatibile con questo bando."
