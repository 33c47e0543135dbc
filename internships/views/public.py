"""The public list of offers, and the page of one."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from internships import queries
from internships.forms.search import OfferSearchForm
from internships.models import HostOffer
from internships.parameters import takes_candidates
from internships.rules.dates import hours
from parties import moment
from ui.formats import euro, short_date
from workflows.paging import walk

PAGE_SIZE = 20


@require_safe
def offer_list(request: HttpRequest) -> HttpResponse:
    """List the published offers, narrowed by the filters in the address."""
    today = moment.today()
    form = OfferSearchForm(request.GET, day=today)
    offers = queries.found(today, form.kept())
    page = walk(
        offers,
        queries.LIST_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "form": form,
        "active_filters": form.chips(),
        "clear_url": request.path,
        "total": offers.count(),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "entries": [{"offer": offer, "facts": _facts(offer)} for offer in page.rows],
    }
    return render(request, "internships/public/list.html", context)


@require_safe
def offer_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show a published offer; one that has left the list is no longer there."""
    offers = queries.found(moment.today(), {}).select_related("call__version")
    offers = offers.prefetch_related("competences")
    offer = get_object_or_404(offers, number=number)
    context = {
        "offer": offer,
        "facts": [*_facts(offer), *_more(offer)],
        "competences": list(offer.competences.all()),
        "can_apply": offer.call.is_open_at(moment.now()) and takes_candidates(offer.call.version),
    }
    return render(request, "internships/public/offer.html", context)


def _facts(offer: HostOffer) -> list[dict[str, Any]]:
    """Return what the list says of an offer: who, where, how long, for how much."""
    meals = _("with canteen or meal vouchers") if offer.gives_meals else ""
    months = ngettext("{count} month", "{count} months", offer.months).format(count=offer.months)
    period = f"{short_date(offer.start_from)} – {short_date(offer.start_to)}"
    return [
        {"label": _("Host"), "value": offer.applicant.name, "hint": ""},
        {"label": _("Municipality"), "value": offer.unit.municipality, "hint": ""},
        {"label": _("Places"), "value": str(offer.admitted_places), "hint": ""},
        {"label": _("Duration"), "value": months, "hint": ""},
        {"label": _("It begins between"), "value": period, "hint": ""},
        {"label": _("Gross allowance a month"), "value": euro(offer.allowance), "hint": meals},
    ]


def _more(offer: HostOffer) -> list[dict[str, Any]]:
    weekly = _("{hours} a week").format(hours=hours(Decimal(offer.weekly_minutes) / 60))
    facts = [
        (_("Address"), str(offer.unit)),
        (_("Area"), offer.get_area_display()),
        (_("Hours"), weekly),
        (_("Days a week at a distance"), str(offer.remote_days) if offer.remote_days else ""),
        (_("Role of the tutor"), offer.tutor_role),
        (_("Hiring afterwards"), offer.get_hiring_display()),
        (_("Call"), offer.call.title),
        (_("Offer"), offer.number),
    ]
    return [{"label": label, "value": value, "hint": ""} for label, value in facts if value]
