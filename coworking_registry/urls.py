"""Addresses of this room."""

from django.urls import path

from coworking_registry.views import (
    changes,
    directory,
    interests,
    manager,
    open_data,
    past,
    photos,
    visits,
)
from coworking_registry.views.written import SPACE
from workflows.written import answers
from workflows.written.paths import written_paths

app_name = "coworking_registry"
urlpatterns = [
    path("spazi/", directory.space_list, name="list"),
    path("spazi/manifesta-interesse/", interests.interest, name="interest"),
    path("ufficio/manifestazioni/", interests.interests, name="interests"),
    path("ufficio/manifestazioni/<int:pk>/", interests.move, name="move_interest"),
    path("spazi/incorpora/", directory.embedded, name="embedded"),
    path("spazi/<slug:slug>/", directory.space_page, name="space"),
    path("spazi/foto/<int:pk>.jpg", photos.photo, name="photo"),
    path("dati-aperti/", open_data.catalogue, name="open_data"),
    path("dati-aperti/spazi.<str:ending>", open_data.spaces, name="open_spaces"),
    path("ufficio/elenco-spazi/", past.register, name="register"),
    path("ufficio/elenco-spazi/<slug:slug>/foto/", photos.photos, name="photos"),
    path(
        "ufficio/elenco-spazi/<slug:slug>/foto/<int:pk>/togli/",
        photos.remove,
        name="remove_photo",
    ),
    path("ufficio/sopralluoghi/<int:pk>/", visits.visit, name="visit"),
    path("bandi/<slug:code>/iscrizione/", manager.start, name="application_start"),
    path("iscrizioni/<int:pk>/ritiro/", manager.withdraw, name="application_withdraw"),
    path(
        "iscrizioni/<int:pk>/memorie/",
        answers.memories,
        {"kind": SPACE},
        name="application_memories",
    ),
    path("iscrizioni/<int:pk>/variazione/", changes.change, name="application_change"),
    path("iscrizioni/<int:pk>/rinnovo/", manager.renewal, name="application_renewal"),
    path("iscrizioni/<int:pk>/sopralluogo.ics", manager.visit_calendar, name="visit_calendar"),
    *written_paths(SPACE, "iscrizioni/<int:pk>/", "application_"),
]
