"""Addresses of this room."""

from django.urls import path

from portal.views import (
    board,
    calls,
    desk,
    public,
    questions,
    statistics,
    transparency,
    verification,
)

app_name = "portal"
urlpatterns = [
    path("", public.home, name="home"),
    path("bandi/", calls.call_list, name="calls"),
    path("bandi/<slug:code>/", calls.call_page, name="call"),
    path("bandi/<slug:code>/posso/", calls.can_i_apply, name="can_i_apply"),
    path("bandi/<slug:code>/quesiti/", questions.questions, name="questions"),
    path("bandi/<slug:code>/quesiti/<int:number>/", questions.question, name="question"),
    path("area/", desk.desk, name="desk"),
    path("dopo-accesso/", desk.after_login, name="after_login"),
    path("verifica/", verification.ask_code, name="verify"),
    path("verifica/<str:code>/", verification.verify_letter, name="verify_letter"),
    path("statistiche/", statistics.statistics, name="statistics"),
    path("statistiche/<slug:code>.<str:ending>", statistics.table_file, name="statistics_file"),
    path("trasparenza/", transparency.latest, name="transparency"),
    path("trasparenza/<int:year>/", transparency.of_year, name="transparency_year"),
    path("trasparenza/<int:year>.<str:ending>", transparency.list_file, name="transparency_file"),
    path("progetti/", public.project_list, name="projects"),
    path("aiuto/", public.help_index, name="help"),
    path("aiuto/<slug:slug>/", public.help_topic, name="help_topic"),
    path("ufficio/quadro/", board.overview, name="board"),
    path("ufficio/quadro/<slug:code>.<str:ending>", board.table_file, name="board_file"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibilita/", public.accessibility, name="accessibility"),
    path("note-legali/", public.legal, name="legal"),
]
