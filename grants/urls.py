"""Addresses of this room."""

from django.urls import path

app_name = "grants"
urlpatterns: list = []
