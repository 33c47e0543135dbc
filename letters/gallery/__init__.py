"""Every letter and act, drawn to be looked at: of real cases, of examples, and of what is hardest."""

from letters.gallery.drawing import Frame, Piece, draw
from letters.gallery.stress import stressed

__all__ = ["Frame", "Piece", "draw", "stressed"]
