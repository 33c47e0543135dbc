"""The look of a letter: sheet, margins, type sizes (all in points) and colours."""

from typing import NamedTuple

from letters.pdf.lines import Style

MM = 72 / 25.4


class Sheet(NamedTuple):
    """The paper: its width and height, and the white at its left and right."""

    width: float
    height: float
    margin: float

    @property
    def text_width(self) -> float:
        """How wide lines, tables and rules are."""
        return self.width - 2 * self.margin


PORTRAIT = Sheet(210 * MM, 297 * MM, 22 * MM)
LANDSCAPE = Sheet(297 * MM, 210 * MM, 15 * MM)
TOP_FIRST = 16 * MM
TOP_NEXT = 26 * MM
RUNNING_HEAD = 15 * MM
FOOT = 11 * MM
FOOT_GAP = 6 * MM
QR_SIDE = 20 * MM
RIGHT_COLUMN = 0.55
"""Where addresses and signatures begin, as a part of the text width."""

INK = b"0.1 0.1 0.1"
MUTED = b"0.29 0.33 0.38"
NAVY = b"0.09 0.2 0.3"
BLUE = b"0 0.35 0.7"
HAIRLINE = b"0.76 0.78 0.8"
SHADE = b"0.93 0.95 0.97"

BODY = Style(10.5, 14.5)
BODY_BOLD = Style(10.5, 14.5, bold=True)
BODY_NAME = Style(15, 18, bold=True, colour=NAVY)
UNIT = Style(10, 13, colour=MUTED)
SMALL = Style(8.5, 11.5, colour=MUTED)
REFERENCE = Style(9.5, 13)
SUBJECT = Style(11, 15, bold=True)
TITLE = Style(15, 19, bold=True, colour=NAVY)
HEADING_2 = Style(12.5, 16, bold=True, colour=NAVY)
HEADING_3 = Style(10.5, 14.5, bold=True, colour=NAVY)
CELL = Style(9.5, 12.5)
CELL_BOLD = Style(9.5, 12.5, bold=True)
CELL_LABEL = Style(9.5, 12.5, colour=MUTED)
SMALL_CELL = Style(7.5, 9.75)
SMALL_CELL_BOLD = Style(7.5, 9.75, bold=True)
FURNITURE = Style(7.5, 9.5, colour=MUTED)

CELL_PADDING = 3.5
BAR = 2.5
"""Width of the bar beside a callout."""
RULE = 0.5
"""Thickness of a rule."""
