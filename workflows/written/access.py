"""Who reaches an applicant's pages, and what happens to writing whose session has ended."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

PARKED = "written_parked"
MOST_PARKED_CHARACTERS = 60_000

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Send strangers to sign in; they come back to the page they asked for."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.path)
        return view(request, *args, **kwargs)

    return guarded


def keeps_writing(view: View) -> View:
    """As `signed_in`; what was typed on a page whose session has ended waits for its owner."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, pk, **kwargs)
        if request.method == "POST":
            park(request)
        return redirect_to_login(request.path)

    return guarded


def park(request: HttpRequest) -> None:
    """Keep the text of a form in the session of a person who is signed out."""
    kept: dict[str, list[str]] = {}
    room = MOST_PARKED_CHARACTERS
    for name, values in request.POST.lists():
        room -= len(name) + sum(len(value) for value in values)
        if room < 0:
            break
        if name != "csrfmiddlewaretoken":
            kept[name] = values
    request.session[PARKED] = {"path": request.path, "fields": kept}


def unpark(request: HttpRequest) -> QueryDict | None:
    """Return what waited for this page, once; what waited for another page stays."""
    parked = request.session.get(PARKED)
    if not parked or parked.get("path") != request.path:
        return None
    del request.session[PARKED]
    form = QueryDict(mutable=True)
    for name, values in parked["fields"].items():
        form.setlist(name, values)
    return form


def drop_parked(request: HttpRequest) -> None:
    """Forget writing that waits for a page of somebody else."""
    request.session.pop(PARKED, None)


def read_form(
    form: QueryDict, names: list[str], several: frozenset[str] = frozenset()
) -> tuple[dict[str, str | list[str]], dict[str, int]]:
    """Return what was typed in the fields the page showed, and the revision it showed them with.

    A field counts as shown when its hidden revision came along: an empty tick box sends nothing.
    In those of `several` more than one answer may be ticked: each a value, or a line of one.
    """
    typed: dict[str, str | list[str]] = {}
    seen: dict[str, int] = {}
    for name in names:
        revision = form.get(f"rev-{name}")
        if revision is None:
            continue
        lines = one_line_end("\n".join(form.getlist(name))).split("\n")
        ticked = [line for line in lines if line]
        typed[name] = ticked if name in several else one_line_end(form.get(name, ""))
        if revision.isascii() and revision.isdigit():
            seen[name] = int(revision[:9])
    return typed, seen


def one_line_end(text: str) -> str:
    """Write line ends as scripts do, so that the same text is the same."""
    return text.replace("\r\n", "\n").replace("\x00", "")
