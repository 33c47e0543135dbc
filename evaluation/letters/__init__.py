"""The papers of a committee and of its list: minutes, approval, scroll-downs.

Each is an act of the office's own template, written inside the transaction of what it tells of, and
put on record: nobody is written to. What the call itself says is resolved in `values`, what an act
brings in the module of the act.
"""

from .minutes import write_minutes
from .ranking import write_approval
from .scroll import write_scroll

__all__ = ["write_approval", "write_minutes", "write_scroll"]
