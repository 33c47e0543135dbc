"""Templates and clauses to test with, written as the office writes them, beside the default ones."""

from letters.faults import Words
from letters.models import Clause, Template
from letters.services import templates

TEXT = """\
Gentile {{ richiedente.nome }}, la domanda {{ domanda.numero }} è **accolta**.

## Saluti

{{> saluti }}

{{ firma }}
"""
ENGLISH = "Dear {{ richiedente.nome }}, application {{ domanda.numero }} is **granted**.\n"


def clause(
    office, code: str = "saluti", text: str = "Distinti saluti.", text_en: str = ""
) -> Clause:
    return templates.create_clause(
        code=code, name=code.capitalize(), words=Words(text, text_en), by=office.procedure_owner
    )


def template(
    office,
    text: str = TEXT,
    text_en: str = ENGLISH,
    *,
    code: str = "grant",
    name: str = "Concessione di prova",
    **more,
) -> Template:
    """A template "prova-CODE" with its first version; the clause it puts in must be there."""
    made = Template.objects.create(
        **{"code": f"prova-{code}", "vocabulary": "contribution", "name": name} | more
    )
    words = Words(text, text_en, "Concessione a {{ richiedente.nome }}", "Grant" if text_en else "")
    templates.save(made, words, reason="", seen=0, by=office.procedure_owner)
    made.refresh_from_db()
    return made
