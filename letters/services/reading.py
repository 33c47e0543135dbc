"""Who has opened a letter in the personal area, and when first: a courtesy, no delivery in law."""

from letters.models import Letter, LetterReading
from parties import moment
from parties.models import User


def note_reading(letter: Letter, *, by: User) -> None:
    """Note that somebody has opened a letter; only the first time counts."""
    LetterReading.objects.bulk_create(
        [LetterReading(letter=letter, user=by, read_at=moment.now())], ignore_conflicts=True
    )
