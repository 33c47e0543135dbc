"""The letters of an internship, and the papers that are signed: called inside the act's transaction."""

from .sending import draw_paper, send_cob_reminder, send_start

__all__ = ["draw_paper", "send_cob_reminder", "send_start"]
