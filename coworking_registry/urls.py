"""Addresses of this room."""

from django.urls import path

from coworking_registry import views

app_name = "coworking_registry"
urlpatterns = [
    path("spazi/", views.space_list, name="list"),
    path("spazi/<slug:slug>/", views.space_page, name="space"),
]
