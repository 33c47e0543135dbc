"""The columns that somebody wants in each workbook."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounting import workbooks
from accounting.forms import ColumnsForm
from accounting.services import columns as services


@login_required
@permission_required(services.MAKE, raise_exception=True)
@never_cache
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, kind: str) -> HttpResponse:
    """Choose the columns of a kind of workbook and their order, or go back to all of them."""
    try:
        of = workbooks.kind_of(kind)
    except KeyError as error:
        raise Http404 from error
    chosen = services.chosen_columns(kind, by=request.user)
    if "all" in request.POST:
        services.choose_columns(kind, [column.key for column in of.columns], by=request.user)
        messages.success(request, _("The workbook has all its columns again."))
        return redirect("accounting:workbooks")
    form = ColumnsForm(request.POST or None, kind=of, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        services.choose_columns(kind, form.chosen(), by=request.user)
        messages.success(
            request, _("Your columns are kept: the next workbook of this kind has them.")
        )
        return redirect("accounting:workbooks")
    context = {"form": form, "kind": of, "chosen": chosen}
    status = 422 if request.method == "POST" else 200
    return render(request, "accounting/columns.html", context, status=status)
