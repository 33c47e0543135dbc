"""Addresses of this room."""

from django.urls import path

from letters.views import (
    call_texts,
    editing,
    failures,
    inbox,
    letter,
    outbox,
    outbox_acts,
    outbox_edit,
    previews,
    reading,
    returned,
    signing,
    styles,
    texts,
)
from letters.views.shelves import CLAUSES, TEMPLATES, Shelf

OFFICE = "ufficio/lettere/"


def _pages_of(shelf: Shelf, folder: str) -> list:
    """Return the pages that templates and clauses both have."""
    one, kept = f"{OFFICE}{folder}/<int:pk>/", {"shelf": shelf}
    pages = (
        ("", texts.text_page, "page"),
        ("modifica/", editing.edit, "edit"),
        ("modifica/salva/", editing.keep, "keep"),
        ("modifica/butta/", editing.throw_away, "throw_away"),
        ("anteprima/", previews.preview_text, "preview"),
        ("anteprima.pdf", previews.preview_pdf, "pdf"),
        ("versioni/<int:number>/", texts.version, "version"),
    )
    return [path(one + rest, view, kept, f"{shelf.code}_{name}") for rest, view, name in pages]


app_name = "letters"
urlpatterns = [
    path("ufficio/firma/", signing.acts_to_sign, name="acts_to_sign"),
    path("ufficio/firma/chiave/", signing.signing_key, name="signing_key"),
    path("ufficio/firma/<int:pk>/", signing.act_to_sign, name="act_to_sign"),
    path(OFFICE, outbox.outbox_list, name="outbox"),
    path(f"{OFFICE}<int:pk>/", letter.page, name="letter"),
    path(f"{OFFICE}<int:pk>/testo/", outbox_edit.edit, name="edit"),
    path(f"{OFFICE}<int:pk>/<slug:word>/", outbox_acts.act, name="act"),
    path("lettere/<int:pk>/testo/", reading.letter_text, name="letter_text"),
    path(f"{OFFICE}modelli/", texts.template_list, name="templates"),
    path(f"{OFFICE}modelli/<int:pk>/uscita/", texts.set_release, name="template_release"),
    *_pages_of(TEMPLATES, "modelli"),
    path(f"{OFFICE}clausole/", texts.clause_list, name="clauses"),
    path(f"{OFFICE}clausole/nuova/", texts.new_clause, name="clause_new"),
    *_pages_of(CLAUSES, "clausole"),
    path(f"{OFFICE}stile/", styles.style_list, name="styles"),
    path(f"{OFFICE}stile/<int:pk>/", styles.style, name="style"),
    path(f"{OFFICE}stile/<int:pk>/logo/", styles.style_logo, name="style_logo"),
    path(f"{OFFICE}stile/<int:pk>/esempio.pdf", styles.style_specimen, name="style_specimen"),
    path("area/lettere/", inbox.letters, name="inbox"),
    path("area/lettere/<int:pk>/", inbox.letter, name="inbox_letter"),
    path("area/lettere/<int:pk>/pdf/", inbox.letter_file, name="inbox_file"),
    path(f"{OFFICE}mancate-consegne/", failures.board, name="failures"),
    path(f"{OFFICE}mancate-consegne/<int:pk>/", failures.failure, name="failure"),
    path("ufficio/bandi/<slug:code>/testo/", call_texts.text, name="call_text"),
    path("ufficio/bandi/<slug:code>/testo.pdf", call_texts.text_file, name="call_text_file"),
    path("bandi/<slug:code>/testo.pdf", call_texts.public_file, name="public_call_text"),
    path(f"{OFFICE}messaggi/<int:pk>/", returned.message, name="message"),
]
