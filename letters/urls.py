"""Addresses of this room."""

from django.urls import path

from letters.views import reading, signing

app_name = "letters"
urlpatterns = [
    path("ufficio/firma/", signing.acts_to_sign, name="acts_to_sign"),
    path("ufficio/firma/chiave/", signing.signing_key, name="signing_key"),
    path("ufficio/firma/<int:pk>/", signing.act_to_sign, name="act_to_sign"),
    path("lettere/<int:pk>/testo/", reading.letter_text, name="letter_text"),
]
