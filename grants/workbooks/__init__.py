"""Workbooks about contributions; each module is one."""

from .granted import GRANTED

__all__ = ["GRANTED"]
