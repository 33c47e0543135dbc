"""Looking at the premiums of a file, before it is admitted to the ranking (CALL-13)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from evaluation.forms import PremiumForm
from evaluation.kinds import ranked_kind
from evaluation.losses import consequence_of
from evaluation.permissions import CHECK_PREMIUM
from evaluation.services import premiums
from evaluation.views.reaching import UNPROCESSABLE, done
from parties.models import User
from workflows.models import Case
from workflows.offers import office_offers


@login_required
@permission_required(CHECK_PREMIUM, raise_exception=True)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show each premium of the call with what is known of it; a POST writes one down."""
    case = get_object_or_404(
        Case.objects.visible_to(request.user).select_related("call", "call_version", "applicant"),
        pk=pk,
        submitted_at__isnull=False,
        call__procedure="ranking",
    )
    premiums_of = list(case.call_version.premiums.order_by("position"))
    asked = request.POST.get("premium", "") if request.method == "POST" else ""
    if request.method == "POST" and asked not in {str(premium.pk) for premium in premiums_of}:
        raise Http404
    known = {one.premium_id: one for one in case.premium_checks.select_related("by")}
    rows, is_wrong = [], False
    for premium in premiums_of:
        is_this = asked == str(premium.pk)
        form = _form(request, premium.pk, known.get(premium.pk), is_this=is_this)
        if is_this and form.is_valid():
            said = form.cleaned_data
            if done(
                form,
                lambda premium=premium, said=said: premiums.check_premium(
                    case, premium, by=request.user, **said
                ),
            ):
                messages.success(request, _("The premium has been looked at."))
                return redirect("evaluation:premiums", case.pk)
        is_wrong = is_wrong or bool(form.errors)
        rows.append(
            {
                "premium": premium,
                "check": known.get(premium.pk),
                "form": form,
                "lost": consequence_of(case, premium),
            }
        )
    is_open = premiums.may_still_be_checked(case)
    context = {
        "case": case,
        "rows": rows,
        "is_open": is_open,
        "forms": [row["form"] for row in rows],
        "losing_act": _losing_act(case, request.user) if any(row["lost"] for row in rows) else "",
    }
    status = UNPROCESSABLE if is_wrong else 200
    return render(request, "evaluation/premiums.html", context, status=status)


def _losing_act(case: Case, user: User) -> str:
    """Name the act that begins to take the grant back, where it is open to the person now."""
    act = ranked_kind(case.kind).losing_act
    # No task asks for it: it opens a closed case again.
    offered = {offer.act.name for offer in office_offers(case.specific, user, ())}
    return act if act in offered else ""


def _form(request: HttpRequest, premium: int, known: object, *, is_this: bool) -> PremiumForm:
    prefix = f"premium-{premium}"
    if is_this:
        return PremiumForm(request.POST, prefix=prefix)
    initial = {}
    if known is not None:
        initial = {
            "is_held": "yes" if known.is_held else "no",
            "evidence": known.evidence,
        }
    return PremiumForm(prefix=prefix, initial=initial)
