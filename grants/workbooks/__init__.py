"""Workbooks about contributions; each module is one."""

from .granted import GRANTED
from .transparency import TRANSPARENCY

__all__ = ["GRANTED", "TRANSPARENCY"]
