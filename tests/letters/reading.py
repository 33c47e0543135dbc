"""What a letter says, read from the file that was sent."""

from letters.models import Letter
from tests.letters.pdf.examples import opened, words


def file_of(letter: Letter) -> bytes:
    """The bytes that were kept."""
    with letter.document.file.open("rb") as file:
        return file.read()


def pages_of(letter: Letter) -> list[str]:
    """The text of each page, white space made one, with what surrounds it at the end."""
    return [words(page) for page in opened(file_of(letter)).pages]


def text_of(letter: Letter) -> str:
    """All pages as one text, without verification code, running heads and feet."""
    label = "Verification code" if letter.language == "en" else "Codice di verifica"
    first = f"{label}: {letter.code}"
    later = f"{letter.content['letterhead']['body_name']} {letter.content['title']}"
    return " ".join(
        page.rpartition(later if number else first)[0].rstrip()
        for number, page in enumerate(pages_of(letter))
    )


def missing_from(letter: Letter, *phrases: str) -> list[str]:
    """The phrases that the letter does not say."""
    text = text_of(letter)
    return [phrase for phrase in phrases if phrase not in text]


def sent(case, kind: str) -> Letter:
    """The latest letter of a kind about a case."""
    return case.letters.filter(kind=kind).latest("id")
