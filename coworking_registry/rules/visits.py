"""What a visit looks at, and what it found (co-mantova 15.2): plain values."""

from dataclasses import asdict, dataclass
from typing import Any

MET, MEND = "met", "mend"
# What is checked on the spot: the code of a check and its words.
CHECKS = (
    ("desks", "Postazioni, comprese quelle accessibili"),
    ("rooms", "Sala riunioni e area comune"),
    ("connection", "Connessione a internet"),
    ("opening", "Orari esposti e rispettati"),
    ("prices", "Listino esposto e uguale a quello dichiarato"),
    ("accessibility", "Accesso senza ostacoli"),
    ("safety", "Agibilità, antincendio e valutazione dei rischi"),
    ("machines", "Macchinari e istruzioni per l'uso"),
)
RESULTS = {"met": "rispettato", "mend": "da regolarizzare", "absent": "non rispettato"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One check of a visit: what was found, and the result."""

    check: str
    result: str
    note: str = ""

    @property
    def words(self) -> str:
        """What was checked, in words."""
        return dict(CHECKS)[self.check]

    @property
    def is_to_put_right(self) -> bool:
        """Whether the manager is given time to put it right."""
        return self.result == MEND

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for the row."""
        return asdict(self)
