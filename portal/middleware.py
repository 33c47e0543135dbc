"""What every page of the site has in common."""

from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import add_never_cache_headers


class ChosenLanguageMiddleware:
    """Speak Italian unless the reader has chosen otherwise; a browser's guess does not count."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer in the language the reader has chosen."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


class PackedPagesMiddleware(GZipMiddleware):
    """Pack pages and tables for browsers that can unpack them; photos and papers are packed already.

    Tokens of forms are masked anew in each answer, so that the size of a page tells nothing of them.
    """

    packed = ("text/", "application/json", "application/geo+json", "application/xml")

    def process_response(self, request, response):
        """Pack an answer that is text."""
        if not response.headers.get("Content-Type", "").startswith(self.packed):
            return response
        return super().process_response(request, response)


class PrivatePagesMiddleware:
    """Keep the pages of a person who is signed in out of every cache."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Mark what a signed-in person gets as theirs alone."""
        response = self.get_response(request)
        if request.user.is_authenticated or "sessionid" in response.cookies:
            add_never_cache_headers(response)
            response.headers["Cache-Control"] = "no-store, private"
        return response
