"""The office opens the internship of a person on a published offer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from internships import permissions
from internships.forms.before_start import OpeningForm
from internships.models import HostOffer
from internships.services.placements import open_internship
from internships.views.refusing import words_of
from parties.models import Person
from workflows.engine import TransitionRefused
from workflows.written.access import signed_in

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def open_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the person and the first day, and open the internship; a rule may refuse it."""
    offer = get_object_or_404(
        HostOffer.objects.filter(published_on__isnull=False).select_related("applicant", "unit"),
        pk=pk,
    )
    if not permissions.may_examine(offer, request.user):
        raise PermissionDenied
    start = {"start": offer.start_from, "months": offer.months}
    form = OpeningForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        trainee = _person(form)
        if trainee is not None:
            try:
                case = open_internship(offer, trainee, by=request.user, opening=form.opening())
            except TransitionRefused as refusal:
                form.add_error(None, words_of(refusal))
            else:
                messages.success(request, _("The internship has been opened."))
                return redirect("workflows:office_case", case.pk)
    status = UNPROCESSABLE if request.method == "POST" else 200
    context = {"offer": offer, "form": form}
    return render(request, "internships/office/open.html", context, status=status)


def _person(form: OpeningForm) -> Person | None:
    """Return the person of a tax code; say so in the form where nobody is known under it."""
    code = form.cleaned_data["tax_code"].strip().upper()
    found = Person.objects.select_related("user").filter(tax_code=code).first()
    if found is None:
        form.add_error("tax_code", _("Nobody is known under this tax code."))
    return found
