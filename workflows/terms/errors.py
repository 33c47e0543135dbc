"""The one error of the term engine."""


class TermError(ValueError):
    """A term, a suspension or an instant that cannot be.

    `code` is a stable word for programs, `sentence` the Italian text for the page.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
