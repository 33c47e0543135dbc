"""Nobody works in the office with a password alone (DIG-12)."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

OPEN_NAMES = {"set_language"}


class SecondFactorMiddleware:
    """Send staff without a second factor to the page where they set one up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Let pass who needs no second factor, or has one."""
        user = request.user
        if not user.is_authenticated or not user.is_office or _is_open(request.path_info):
            return self.get_response(request)
        if request.session.get("second_factor_known"):
            return self.get_response(request)
        if is_mfa_enabled(user):
            request.session["second_factor_known"] = True
            return self.get_response(request)
        messages.info(request, _("Before you work in the office, set up a second way to sign in."))
        return redirect(reverse("mfa_activate_totp"))


def _is_open(path: str) -> bool:
    try:
        name = resolve(path).url_name or ""
    except Resolver404:
        return True
    return name.startswith(("account_", "mfa_")) or name in OPEN_NAMES
