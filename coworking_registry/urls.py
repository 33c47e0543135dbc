"""Addresses of this room."""

from django.urls import path

app_name = "coworking_registry"
urlpatterns: list = []
