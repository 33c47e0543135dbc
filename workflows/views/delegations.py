"""Delegations: given, received, accepted, ended; a draft handed over and back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import BigIntegerField, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from parties import moment
from parties.models import User
from parties.queries import is_party_of
from ui.formats import short_date
from workflows.delegation_forms import DelegationForm
from workflows.delegation_notices import about_of
from workflows.engine import TransitionRefused
from workflows.models import Case, Delegation
from workflows.paging import Key, walk
from workflows.services import delegations as services
from workflows.uploads import Refused, show_refused_uploads
from workflows.written.addresses import address_of

CONFLICT, UNPROCESSABLE = 409, 422
KEYS = (Key("id", BigIntegerField()),)
PAGE_SIZE = 20
# How long a delegation lasts where nobody says otherwise; whoever gives it may write another day.
USUAL_DAYS = 365
MOST_NOTE = 1000
ABOUT = ("case__call", "party", "given_by", "accepted_by", "paper")
STATES = {
    "waiting": (lambda: _("waits for an answer"), "warning"),
    "in_force": (lambda: _("in force"), "success"),
    "over": (lambda: _("run out"), "neutral"),
    "declined": (lambda: _("declined"), "neutral"),
    "revoked": (lambda: _("revoked"), "neutral"),
    "given_up": (lambda: _("given up"), "neutral"),
    "replaced": (lambda: _("replaced"), "neutral"),
}
DONE = {
    "accept": lambda: _("Accepted. What you may do stands on this page."),
    "decline": lambda: _("Declined. We tell whoever asked you."),
    "revoke": lambda: _("Ended. They can no longer open anything of it."),
    "give_up": lambda: _("Given up. We tell whoever asked you."),
    "hand_over": lambda: _("The draft is in their hands: you can read it, and take it back."),
    "hand_back": lambda: _("Done. The draft is with whoever applies again."),
}


@login_required
@require_safe
def delegation_list(request: HttpRequest) -> HttpResponse:
    """List what the person was asked to do for others, or whom they asked; the latest first."""
    side = "date" if request.GET.get("lato") == "date" else "ricevute"
    found = given_by(request.user) if side == "date" else received_by(request.user)
    page = walk(
        found.select_related(*ABOUT),
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "rows": [row_of(one) for one in page.rows],
        "side": side,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "may_give": not request.user.is_office,
    }
    return render(request, "workflows/delegations.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_delegation(request: HttpRequest) -> HttpResponse:
    """Ask to whom, how far and until when; a POST gives the delegation."""
    case = _case_to_give(request)
    parties = None if case else services.parties_to_give(request.user)
    form = DelegationForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        parties=parties,
        statement=_statement(),
        initial={"valid_to": moment.today() + timedelta(days=USUAL_DAYS)},
    )
    if form.is_bound:
        show_refused_uploads(form, request)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        about = case or next(one for one in parties or [] if str(one.pk) == said["party"])
        asked = {name: said[name] for name in ("email", "level", "valid_to", "paper")}
        try:
            given = services.give(by=request.user, about=about, statement=_statement(), **asked)
        except Refused as refused:
            form.add_error("paper", refused.as_validation_error())
        except TransitionRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            sentence = _("Given. We have written to {email}: it holds once they accept.")
            messages.success(request, sentence.format(email=given.email))
            return redirect("workflows:delegation", given.pk)
    context = {"form": form, "case": case, "has_party": bool(case or parties)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workflows/delegation_new.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delegation_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a delegation to its two sides, and do what its buttons ask for."""
    given = get_object_or_404(seen_by(request.user).select_related(*ABOUT), pk=pk)
    if request.method != "POST":
        return _page(request, given)
    note = request.POST.get("note", "").strip()
    if len(note) > MOST_NOTE:
        sentence = _("Write at most {most} characters.").format(most=MOST_NOTE)
        return _page(request, given, sentence, note, status=UNPROCESSABLE)
    act = request.POST.get("act", "")
    acts: dict[str, Callable[[], Any]] = {
        "accept": lambda: services.accept(given, by=request.user),
        "decline": lambda: services.decline(given, by=request.user),
        "revoke": lambda: services.revoke(given, by=request.user),
        "give_up": lambda: services.give_up(given, by=request.user),
        "hand_over": lambda: services.hand_over(given, by=request.user, note=note),
        "hand_back": lambda: services.hand_back(given, by=request.user, note=note),
    }
    if act not in acts:
        return _page(request, given, _("Choose what to do."), note, status=UNPROCESSABLE)
    try:
        acts[act]()
    except TransitionRefused as refused:
        fresh = Delegation.objects.select_related(*ABOUT).get(pk=pk)
        return _page(request, fresh, refused.sentence, note, status=CONFLICT)
    messages.success(request, DONE[act]())
    return redirect("workflows:delegation", pk)


def received_by(user: User) -> QuerySet[Delegation]:
    """Return what the person was asked to do for others; what was withdrawn unanswered is gone."""
    waiting = Q(email=user.email, accepted_at__isnull=True, ended_at__isnull=True)
    declined = Q(email=user.email, ended_by=user)
    return Delegation.objects.filter(Q(accepted_by=user) | waiting | declined)


def given_by(user: User) -> QuerySet[Delegation]:
    """Return what the person gave, or anybody gave for whom they act."""
    today = moment.today()
    of_party = is_party_of(user, today, "party") | is_party_of(user, today, "case__applicant")
    return Delegation.objects.filter(Q(given_by=user) | of_party)


def seen_by(user: User) -> QuerySet[Delegation]:
    """Return what the person gave or was asked to do: what their pages may show."""
    keys = received_by(user).order_by().values("pk").union(given_by(user).order_by().values("pk"))
    return Delegation.objects.filter(pk__in=keys)


def row_of(given: Delegation) -> dict[str, Any]:
    """Return a delegation as lists and pages show it; it asks nothing of the database."""
    words, tone = STATES[given.state_on(moment.today())]
    return {
        "given": given,
        "about": _title_of(given),
        "call": given.case.call.title if given.case else "",
        "state": words(),
        "tone": tone,
        "to": str(given.accepted_by) if given.accepted_by else given.email,
    }


def _case_to_give(request: HttpRequest) -> Case | None:
    """Return the case that the page is about, if any; 404 for one that is not theirs to give."""
    asked = request.GET.get("pratica") or request.POST.get("pratica") or ""
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit()):
        raise Http404
    found = Case.objects.visible_to(request.user).select_related("call", "applicant")
    case = get_object_or_404(found, pk=int(asked[:18]))
    if not services.may_give(case, request.user):
        raise Http404
    return case


def _page(
    request: HttpRequest, given: Delegation, refused: str = "", note: str = "", status: int = 200
) -> HttpResponse:
    user, state = request.user, given.state_on(moment.today())
    is_mine = given.accepted_by_id == user.pk
    is_giver = services.is_giver(given, user)
    is_draft = given.case is not None and given.case.submitted_at is None
    fills = given.level != Delegation.Level.READ
    alive = state in {"waiting", "in_force"}
    in_hand = given.holds_since is not None and state == "in_force"
    context = row_of(given) | {
        "facts": _facts(given),
        "paper": getattr(given, "paper", None),
        "is_mine": is_mine,
        "is_draft": is_draft,
        "in_hand": in_hand,
        "review_url": address_of(given.case.specific, "review") if is_draft else "",
        "may_answer": state == "waiting" and given.email == user.email,
        "may_revoke": is_giver and alive,
        "may_give_up": is_mine and state == "in_force",
        "may_hand_over": is_giver and is_draft and fills and state == "in_force" and not in_hand,
        "may_hand_back": in_hand and (is_mine or is_giver),
        "may_open": state == "in_force" and is_mine,
        "refused": refused,
        "note": note,
    }
    return render(request, "workflows/delegation.html", context, status=status)


def _title_of(given: Delegation) -> str:
    """Return what a delegation is about, as a title: one of a party reaches all that it has sent."""
    if given.case is None:
        return _("All applications of {party}").format(party=given.party)
    return about_of(given)


def _facts(given: Delegation) -> list[dict[str, str]]:
    """Return who, what and when, for `partials/_facts.html`."""
    told = [
        (_("About"), _title_of(given)),
        (_("Given by"), f"{given.given_by}, {short_date(given.given_at)}"),
        (
            _("Given to"),
            given.email if not given.accepted_by else f"{given.accepted_by}, {given.email}",
        ),
        (_("What they may do"), str(given.get_level_display())),
        (_("Last day"), short_date(given.valid_to)),
    ]
    if given.accepted_at:
        told.append((_("Accepted on"), short_date(given.accepted_at)))
    if given.ended_at:
        told.append((_("Ended on"), f"{short_date(given.ended_at)}, {given.get_end_display()}"))
    return [{"label": label, "value": value} for label, value in told]


def _statement() -> str:
    return _(
        "I let this person act in my place as said here. I remain answerable for what is declared, "
        "letters go on to the applicant, and I can end this at any time."
    )
