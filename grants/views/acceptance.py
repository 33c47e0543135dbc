"""Returning the deed of commitment, with the account that is to be paid (REV-01, PAY-12)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grants import accepting
from grants.forms.acceptance import AccountForm
from grants.models import RentContribution, Status
from grants.services.acceptances import DEED
from grants.views import files
from grants.views.written import RENT
from workflows.models import Document
from workflows.tasks import perform
from workflows.written.access import keeps_writing, unpark
from workflows.written.acting import do, no_longer_asked, seen_version, shell

SIGNED = frozenset({"pdf", "p7m"})
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_writing
def acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the signed deed and the account, or say what is wrong with them."""
    case = RENT.own(request, pk)
    if case.status != Status.GRANTED or not accepting.awaits_deed(case):
        return no_longer_asked(request, case)
    if request.method != "POST":
        return _page(request, case, AccountForm(unpark(request), case=case))
    form = AccountForm(request.POST, case=case)
    deed, refused = files.take(
        request,
        case,
        "deed",
        requirement=DEED,
        accepted=SIGNED,
        max_bytes=settings.UPLOAD_MAX_BYTES,
    )
    missing = refused or ("" if deed else _("Attach the deed that you have signed."))
    if not form.is_valid() or missing:
        return _page(request, case, form, deed, missing, status=UNPROCESSABLE)
    return do(
        request,
        case,
        lambda: perform(
            case,
            "return_deed",
            by=request.user,
            seen_version=seen_version(request),
            deed=deed,
            account=form.account(),
        ),
        lambda why: _page(request, RENT.own(request, pk), form, deed, status=409, refused=why),
        _("We have received the deed. If something in it is not in order we write to you."),
    )


def _page(
    request: HttpRequest,
    case: RentContribution,
    form: AccountForm,
    deed: Document | None = None,
    wrong: str = "",
    *,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    letter = case.letters.filter(kind="grant", document__isnull=False).order_by("-pk").first()
    context = shell(case) | {
        "acceptance": accepting.acceptance_of(case),
        "form": form,
        "deed": deed,
        "wrong_file": wrong,
        "letter": letter,
    }
    return render(request, "grants/applicant/acceptance.html", context | more, status=status)
