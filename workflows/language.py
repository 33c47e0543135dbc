"""The language of what is written down for good, whoever makes it be written."""

from django.conf import settings
from django.utils import translation


def of_the_house() -> translation.override:
    """Return the context in which sentences are those of the house: of history, board, register."""
    return translation.override(settings.LANGUAGE_CODE)
