"""Reading a letter as a page, beside its PDF."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from letters.queries import readable_letters
from letters.twin import twin_of


@login_required
@require_safe
def letter_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a letter says; a page of a case gets the words alone, to put them in its place."""
    letter = get_object_or_404(readable_letters(request.user), pk=pk)
    context = {"letter": letter, "twin": twin_of(letter.content, level=3 if request.htmx else 2)}
    template = "letters/_twin.html" if request.htmx else "letters/letter_text.html"
    return render(request, template, context)
