"""The look of the house: what every page needs to be drawn, and nothing of its business."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Formats, template tags, scripts and style sheet shared by all pages."""

    name = "ui"
