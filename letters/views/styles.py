"""How the letters of each body look: letterhead, foot, signatures, and whether they wait."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from letters import pdf
from letters.compose import style_of
from letters.forms.styles import StyleForm
from letters.logos import content_type, logo_of
from letters.models import BodyStyle
from letters.permissions import MANAGE_TEMPLATES
from letters.previewing import specimen
from letters.services import styles
from parties.models import Body
from workflows.engine import InputRefused, TransitionRefused

CONFLICT, UNPROCESSABLE = 409, 422


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_safe
def style_list(request: HttpRequest) -> HttpResponse:
    """List the bodies whose letters the office writes."""
    careful = BodyStyle.objects.filter(leaves_at_once=False).values_list("body_id", flat=True)
    context = {"bodies": Body.objects.order_by("name"), "careful": set(careful)}
    return render(request, "letters/styles.html", context)


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_http_methods(["GET", "POST"])
def style(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how the letters of a body look."""
    body = get_object_or_404(Body, pk=pk)
    kept = style_of(body)
    seen = kept.version if kept.pk else 0
    if request.method == "GET":
        initial = {
            name: getattr(kept, name) for name in StyleForm.base_fields if hasattr(kept, name)
        }
        form = StyleForm(initial=initial | {"seen": seen, "logo": None}, style=kept)
        return _page(request, body, kept, form)
    form = StyleForm(request.POST, request.FILES, style=kept)
    if not form.is_valid():
        return _page(request, body, kept, form, status=UNPROCESSABLE)
    try:
        styles.save(body, by=request.user, **form.typed())
    except InputRefused as refused:
        form.add_error(None, refused)
        return _page(request, body, kept, form, status=UNPROCESSABLE)
    except TransitionRefused as refused:
        again = StyleForm({**request.POST.dict(), "seen": seen}, style=kept)
        again.is_valid()
        again.add_error(None, refused.sentence)
        return _page(request, body, kept, again, status=CONFLICT)
    messages.success(request, _("Letters look like this from now on; those sent stay as they are."))
    return redirect("letters:style", pk=pk)


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_safe
def style_logo(_request: HttpRequest, pk: int) -> HttpResponse:
    """Show the logo of a body's letters."""
    logo = logo_of(get_object_or_404(BodyStyle, body_id=pk))
    if logo is None:
        raise Http404
    return HttpResponse(logo.data, content_type=content_type(logo))


@login_required
@permission_required(MANAGE_TEMPLATES, raise_exception=True)
@require_safe
def style_specimen(_request: HttpRequest, pk: int) -> HttpResponse:
    """Draw a letter without words of its own, to look at head, foot and signatures."""
    body = get_object_or_404(Body, pk=pk)
    response = HttpResponse(pdf.render(specimen(body)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="bozza-{body.code}.pdf"'
    return response


def _page(
    request: HttpRequest, body: Body, kept: BodyStyle, form: StyleForm, *, status: int = 200
) -> HttpResponse:
    context = {"body": body, "style": kept, "form": form}
    return render(request, "letters/style.html", context, status=status)
