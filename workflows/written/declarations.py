"""What is declared, tick by tick (DOC-01)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from calls.models import Declaration
from workflows.written.base import DraftForm, Entry

PREFIX = "declare-"


class Tick(forms.BooleanField):
    """A statement to tick: its label is the whole text, `title` its name in a list."""

    default_error_messages = {"required": _("Tick it to declare: without it you cannot send.")}

    def __init__(self, declaration: Declaration) -> None:
        super().__init__(label=declaration.text)
        self.title = declaration.title


class DeclarationsForm(DraftForm):
    """Page “dichiarazioni”: the statements that concern whoever fills it in."""

    def build(self) -> None:
        """Ask for the statements that concern this applicant."""
        for declaration in self.application.statements:
            self.fields[PREFIX + declaration.code] = Tick(declaration)

    @property
    def statements(self) -> list[tuple[Declaration, Entry]]:
        """Each statement with its tick."""
        return list(zip(self.application.statements, self.entries(), strict=True))
