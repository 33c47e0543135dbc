"""The parts of page “chi” that follow from what is chosen on it."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string


def who_fragments(request: HttpRequest, whole: Any, name: str) -> dict[str, str]:
    """Return what the kind of applicant or the legal form shows, by the id it stands in."""
    if name not in {"applicant_kind", "org_legal_form"}:
        return {}
    whole.who.hide_unwritten()
    context = {"case": whole.case, "application": whole}

    def drawn(template: str) -> str:
        return render_to_string(f"workflows/written/{template}.html", context, request)

    contacts = {"contact-fields": drawn("_contacts")}
    if name == "applicant_kind":
        return contacts | {"organisation": drawn("_organisation")}
    return contacts | {"organisation-rest": drawn("_organisation_rest")}
