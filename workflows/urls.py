"""Addresses of this room."""

app_name = "workflows"
urlpatterns: list = []
