"""Pages of the office's acts, as a browser fills and sends them."""

from django.urls import reverse

from workflows.models import Case
from workflows.tasks import perform


def address(case, name):
    return reverse("workflows:act", args=[case.pk, name])


def fresh(case):
    return Case.objects.get(pk=case.pk).specific


def words(response):
    return " ".join(response.content.decode().split())


def fields_of(response):
    """Return what a browser would send back unchanged."""
    form = response.context["form"]
    return {
        bound.html_name: bound.value() for bound in form if bound.value() not in (None, "", False)
    }


def submit(client, case, name, **typed):
    page = client.get(address(case, name))
    return client.post(address(case, name), fields_of(page) | typed)


def noticed(office, **changes):
    """Return a case whose applicant has answered one of two reasons against."""
    case = perform(
        office.examined(**changes),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile."), ("COW-10", "Progetto generico.")],
    )
    first = case.refusal_grounds.first()
    return perform(
        case, "file_observations", by=case.opened_by, observations={first.pk: "Eccolo leggibile."}
    )


def integration(**changes):
    """Return what an officer types to ask for two things."""
    return {
        "reason": "Il preventivo non si legge.",
        "item_0": "document:quote",
        "explanation_0": "Manca la seconda pagina.",
        "item_1": "field:period",
        "explanation_1": "Le date non coincidono con il preventivo.",
    } | changes
