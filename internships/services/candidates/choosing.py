"""The candidates whom a host names for its offer, best first, before a pairing (R-PUB-11)."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from internships import permissions
from internships.models import Candidacy, CandidacyStatus, HostChoice, HostOffer, OfferStatus
from internships.parameters import CandidacyParameters
from internships.rules.assigning import host_list_valid
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend


@transaction.atomic
def name_candidates(offer: HostOffer, chosen: Sequence[int], *, by: User) -> HostOffer:
    """Write a host's list anew: numbers of candidacies, best first; none takes the list back.

    It counts in the pairings that are put together from now on. Only those who are fit and chose the
    offer can be named, so many for each place.
    """
    offer = HostOffer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    if not permissions.is_applicant(offer, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if offer.status != OfferStatus.PUBLISHED:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    fit = Candidacy.objects.filter(
        status=CandidacyStatus.RANKED, preferences__offer=offer, preferences__dropped=""
    )
    listed = host_list_valid(
        chosen,
        list(fit.values_list("pk", flat=True)),
        places=offer.admitted_places or 0,
        per_place=CandidacyParameters.of(offer.call_version).host_list_per_place,
    )
    if listed.blocks:
        raise TransitionRefused(Refusal.RULE, listed.sentence, [listed])
    offer.choices.all().delete()
    HostChoice.objects.bulk_create(
        HostChoice(offer=offer, candidacy_id=one, rank=rank) for rank, one in enumerate(chosen, 1)
    )
    return amend(offer, "name_candidates", by=by)
