"""The acts that wait for somebody's digital signature: seen one by one, signed in one go."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from letters import standing
from letters.forms.signing import KeyForm, SignForm
from letters.models import Letter
from letters.services import signing
from letters.twin import twin_of
from workflows.engine import TransitionRefused
from workflows.paging import Key, capped, walk
from workflows.printing import SealFailed

KEYS = (Key("id", BigIntegerField()),)
CAP = 999
UNPROCESSABLE = 422


def waiting_for(user) -> QuerySet[Letter]:
    """Return the letters that wait for this person's signature, the oldest first."""
    waiting = Letter.objects.filter(state=Letter.State.TO_APPROVE, needs_signature=True)
    own = Q(signed_by=user) | Q(signed_by__isnull=True)
    letters = waiting.filter(own).exclude(case__opened_by=user)
    return letters.select_related("case__applicant", "case__call", "call", "addressee")


@login_required
@permission_required("letters.sign", raise_exception=True)
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("secret")
def acts_to_sign(request: HttpRequest) -> HttpResponse:
    """List what waits for the reader's signature; a POST signs the ticked acts with the typed PIN."""
    form = SignForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            job = signing.start_signing(
                form.cleaned_data["letter"], by=request.user, secret=form.cleaned_data["secret"]
            )
        except (SealFailed, TransitionRefused) as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("workflows:job", pk=job.pk)
    rows = waiting_for(request.user)
    page = walk(
        rows, KEYS, after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    context = {
        "form": form,
        "page": page,
        "rows": [(letter, f"{letter.pk}-{letter.version}") for letter in page.rows],
        "count": capped(rows, CAP),
        "cap": CAP,
        "key": signing.key_of(request.user),
        "ticked": set(form.data.getlist("letter")) if form.is_bound else set(),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "letters/acts_to_sign.html", context, status=status)


@login_required
@permission_required("letters.sign", raise_exception=True)
@require_GET
def act_to_sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an act as it will read, with the one after it a key away."""
    rows = waiting_for(request.user)
    letter = get_object_or_404(
        rows.select_related(
            "case__call__manager", "case__call__owner", "call__manager", "call__owner"
        ),
        pk=pk,
    )
    context = {
        "letter": letter,
        "twin": twin_of(standing.as_today(letter), level=2),
        "following": rows.filter(pk__gt=pk).order_by("pk").first(),
    }
    return render(request, "letters/act_to_sign.html", context)


@login_required
@permission_required("letters.sign", raise_exception=True)
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("secret")
def signing_key(request: HttpRequest) -> HttpResponse:
    """Show the reader's own key; a POST puts another in its place."""
    known = signing.tax_code_known(request.user)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = KeyForm(*data, tax_code_known=known)
    if request.method == "POST" and form.is_valid():
        try:
            key = signing.add_key(request.user, **form.key())
        except SealFailed as failure:
            form.add_error(None, str(failure))
        else:
            messages.success(
                request, _("From now on you sign as {signer}.").format(signer=key.signer)
            )
            return redirect("letters:acts_to_sign")
    context = {"form": form, "key": signing.key_of(request.user), "tax_code": known}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "letters/signing_key.html", context, status=status)
