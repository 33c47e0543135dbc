"""Addresses of this room."""

from django.urls import path

from grants.views import (
    acceptance,
    aid,
    application,
    changes,
    controls,
    cups,
    evidence,
    offers,
    reports,
    trial,
    trying,
    yearly,
)
from grants.views.written import RENT
from workflows.written import answers, versions
from workflows.written.paths import written_paths

TRIAL = "ufficio/bandi/<slug:code>/prova/"

app_name = "grants"
urlpatterns = [
    path("bandi/<slug:code>/domanda/", application.start, name="start"),
    path("domande/<int:pk>/versione/", versions.move_on, {"kind": RENT}, name="move_on"),
    path("domande/<int:pk>/memorie/", answers.memories, {"kind": RENT}, name="memories"),
    path("domande/<int:pk>/offerta/", offers.offer, name="offer"),
    path("domande/<int:pk>/ritiro/", offers.withdraw, name="withdraw"),
    path("domande/<int:pk>/rinuncia/", offers.waive, name="waive"),
    path("domande/<int:pk>/accettazione/", acceptance.acceptance, name="acceptance"),
    path("domande/<int:pk>/rendiconto/", reports.report, name="report"),
    path("domande/<int:pk>/rendiconto/fattura/", reports.read_invoice, name="read_invoice"),
    path("domande/<int:pk>/rendiconto/spese/nuova/", reports.expense, name="new_expense"),
    path(
        "domande/<int:pk>/rendiconto/spese/<int:expense>/", reports.expense, name="report_expense"
    ),
    path(
        "domande/<int:pk>/rendiconto/spese/<int:expense>/togli/",
        reports.remove_expense,
        name="remove_expense",
    ),
    path("ufficio/certificazioni/", yearly.latest, name="yearly_papers"),
    path("ufficio/certificazioni/<int:year>/", yearly.of_year, name="yearly_papers_of"),
    path("ufficio/certificazioni/<int:year>/redazione/", yearly.draw_up, name="draw_yearly_papers"),
    path("domande/<int:pk>/controllo/", controls.answer_control, name="answer_control"),
    path("ufficio/controlli-concessioni/", controls.controls, name="controls"),
    path("ufficio/controlli-concessioni/<int:pk>/", controls.control, name="control"),
    path(
        "ufficio/controlli-concessioni/campione/<int:pk>/",
        controls.control_sample,
        name="control_sample",
    ),
    path("ufficio/pratiche/<int:pk>/controllo/", controls.open_control, name="open_control"),
    path("domande/<int:pk>/modifiche/", changes.changes, name="changes"),
    path("domande/<int:pk>/modifiche/ritiro/", changes.take_change_back, name="take_change_back"),
    path("domande/<int:pk>/modifiche/<slug:kind>/", changes.ask_change, name="ask_change"),
    path(TRIAL, trying.start, name="try_start"),
    path(f"{TRIAL}riepilogo/", trying.review, name="try_review"),
    path(f"{TRIAL}invia/", trying.submit, name="try_submit"),
    path(f"{TRIAL}salva/", trying.autosave, name="try_autosave"),
    path(f"{TRIAL}carica/<slug:requirement>/", trying.upload, name="try_upload"),
    path(f"{TRIAL}togli/<int:document>/", trying.remove_document, name="try_remove_document"),
    path("ufficio/pratiche/<int:pk>/concessione/", evidence.before_grant, name="before_grant"),
    path(
        "ufficio/pratiche/<int:pk>/concessione/<slug:what>/",
        evidence.write_evidence,
        name="write_evidence",
    ),
    path("ufficio/pratiche/<int:pk>/aiuti/", aid.aid, name="aid"),
    path("ufficio/pratiche/<int:pk>/aiuti/<slug:what>/", aid.write_aid, name="write_aid"),
    path(
        "ufficio/pratiche/<int:pk>/aiuti/legami/<int:link>/fine/",
        aid.end_link,
        name="end_aid_link",
    ),
    path("ufficio/bandi/<slug:code>/cup/", cups.cup_table, name="cup_table"),
    path(
        "ufficio/bandi/<slug:code>/cup/scarica/",
        cups.download_cup_table,
        name="download_cup_table",
    ),
    path("ufficio/bandi/<slug:code>/registro-aiuti/", aid.aid_table, name="aid_table"),
    path(
        "ufficio/bandi/<slug:code>/registro-aiuti/scarica/",
        aid.download_aid_table,
        name="download_aid_table",
    ),
    path("ufficio/bandi/<slug:code>/collaudo/", trial.trial_run, name="trial"),
    path(f"{TRIAL}pagina/<slug:slug>/", trying.page, name="try_page"),
    *written_paths(RENT, "domande/<int:pk>/"),
]
