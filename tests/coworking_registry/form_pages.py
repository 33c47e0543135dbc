"""The manager's form, sent page by page as a browser does."""

from django.urls import reverse

from coworking_registry.models import SpaceApplication
from tests.coworking_registry.pictures import uploaded
from tests.coworking_registry.typed import typed
from tests.office import pdf_file


def address(name, case, *args):
    return reverse(f"coworking_registry:application_{name}", args=[case.pk, *args])


def send_page(client, case, slug, fields, act="next"):
    """Send a page as a browser does, each field with the revision it was shown with."""
    shown = client.get(address("page", case, slug)).context["page_forms"]
    revisions = {
        f"rev-{form.add_prefix(entry.field.name)}": entry.revision
        for form in shown
        for entry in form.entries()
    }
    return client.post(address("page", case, slug), {**revisions, **fields, "act": act})


def write(client, call, user, number):
    """Write an application on its pages, from blank to its last one; return the draft."""
    client.post(reverse("coworking_registry:application_start", args=[call.code]))
    case = SpaceApplication.objects.get(opened_by=user)
    said = typed(number)
    # The kind of manager decides which fields follow.
    send_page(client, case, "chi", {"applicant_kind": "enterprise"}, act="save")
    send_page(client, case, "chi", {"org_legal_form": "company", **said["chi"]}, act="save")
    for slug in ("chi", "spazio", "dotazioni"):
        send_page(client, case, slug, said[slug])
    for _day in range(5):
        send_page(client, case, "orari", {}, act="add:stretch")
    send_page(client, case, "orari", said["orari"])
    send_page(client, case, "listino", {}, act="add:price")
    send_page(client, case, "listino", said["listino"])
    for wanted in call.current_version.documents.all():
        file = uploaded() if wanted.code == "space_photos" else pdf_file()
        client.post(address("upload", case, wanted.code), {"file": file})
    send_page(client, case, "dichiarazioni", said["dichiarazioni"])
    return case


def send(client, case):
    """Look at the summary and send it; return what the page showed and what was answered."""
    review = client.get(address("review", case))
    key = review.context["submission_key"]
    return review, client.post(address("submit", case), {"submission_key": key})
