"""What mail servers write back about a message of ours, read without believing it (TERM-12, DIG-03).

`read` takes the bytes of one message and says what it is: a receipt of certified email (PEC), an
ordinary bounce, or something for people. Free of Django; nothing is sent or fetched here. The names
of the headers and of `daticert.xml` are those of the technical rules of certified email (DM
2 November 2005); bounces are read after RFC 3464.
"""

from letters.pec.causes import Cause, cause_of
from letters.pec.message import Flaw, Kind, Notice
from letters.pec.reading import MOST_BYTES, read

__all__ = ["MOST_BYTES", "Cause", "Flaw", "Kind", "Notice", "cause_of", "read"]
