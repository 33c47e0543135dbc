"""Addresses of this room."""

app_name = "grants"
urlpatterns: list = []
