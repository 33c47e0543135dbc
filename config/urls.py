"""Where every page lives; each room brings its own addresses."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("portal.urls")),
    path("", include("coworking_registry.urls")),
    path("", include("grants.urls")),
    path("", include("internships.urls")),
    path("", include("calls.urls")),
    path("", include("workflows.urls")),
    path("", include("letters.urls")),
    path("", include("accounting.urls")),
    path("", include("evaluation.urls")),
    path("lingua/", set_language, name="set_language"),
    path("accesso/", include("allauth.urls")),
]
