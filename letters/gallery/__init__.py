"""Every letter and act, drawn to be looked at: of real cases, of examples, and of what is hardest."""

from letters.gallery.drawing import Frame, Piece, draw
from letters.gallery.stress import LONG_NAME, OTHER_SCRIPTS, stressed, stressed_frame

__all__ = [
    "LONG_NAME",
    "OTHER_SCRIPTS",
    "Frame",
    "Piece",
    "draw",
    "stressed",
    "stressed_frame",
]
