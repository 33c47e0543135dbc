"""Addresses of this room."""

from django.urls import path

from letters.views import reading

app_name = "letters"
urlpatterns = [
    path("lettere/<int:pk>/testo/", reading.letter_text, name="letter_text"),
]
