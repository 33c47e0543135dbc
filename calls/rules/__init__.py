"""What a call must be before anybody may rely on it; plain values in, faults or values out."""

from .faults import Fault
from .files import first_fault

__all__ = ["Fault", "first_fault"]
