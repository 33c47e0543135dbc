"""Addresses of this room."""

from django.urls import path

from calls.views import (
    acts,
    enquiries,
    lists,
    parameters,
    questions,
    rows,
    setup,
    subject,
    versions,
)

app_name = "calls"
CALL = "ufficio/bandi/<slug:code>"
SUBJECT = f"{CALL}/imposta/<slug:slug>"
ROW = f"{SUBJECT}/<slug:name>"

urlpatterns = [
    path("ufficio/bandi/", lists.call_list, name="list"),
    path("ufficio/bandi/nuovo/", lists.new_call, name="new"),
    path("ufficio/bandi/importa/", lists.import_call, name="import"),
    path("ufficio/parametri/", parameters.parameters, name="parameters"),
    path("ufficio/quesiti/", enquiries.enquiries, name="enquiries"),
    path("ufficio/quesiti/<int:pk>/", enquiries.enquiry, name="enquiry"),
    path(f"{CALL}/", setup.setup, name="setup"),
    path(f"{CALL}/copia/", lists.clone_call, name="clone"),
    path(f"{CALL}/esporta/", lists.export_call, name="export"),
    path(f"{CALL}/atti/<slug:name>/", acts.act, name="act"),
    path(f"{CALL}/versione/", versions.begin, name="begin_version"),
    path(f"{CALL}/versione/pubblica/", versions.publish, name="publish_version"),
    path(f"{CALL}/versione/scarta/", versions.discard, name="discard_version"),
    path(f"{CALL}/blocchi/<slug:letter>/", rows.block, name="block"),
    path(f"{CALL}/domande/nuova/", questions.new_question, name="new_question"),
    path(f"{CALL}/domande/prova/", questions.try_questions, name="try_questions"),
    path(f"{CALL}/domande/<int:pk>/", questions.question, name="question"),
    path(f"{CALL}/domande/<int:pk>/prova/", questions.preview_question, name="preview_question"),
    path(f"{SUBJECT}/", subject.subject, name="subject"),
    path(f"{SUBJECT}/consueti/", subject.add_usual, name="add_usual"),
    path(f"{ROW}/nuova/", rows.row, name="new_row"),
    path(f"{ROW}/<int:pk>/", rows.row, name="row"),
    path(f"{ROW}/<int:pk>/sposta/", rows.move_row, name="move_row"),
    path(f"{ROW}/<int:pk>/togli/", rows.remove_row, name="remove_row"),
]
