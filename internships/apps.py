from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InternshipsConfig(AppConfig):
    """Who is an intern where, and is everything in order?"""

    name = "internships"
    verbose_name = _("Internships")

    def ready(self) -> None:
        """Make the offers of hosts known to the shared pages, and the numbers they are judged by."""
        from accounting import workbooks as books  # noqa: PLC0415 (models must be loaded first)
        from calls.services import PARAMETER_FILES  # noqa: PLC0415 (same)
        from coworking_registry import dependants as on_spaces  # noqa: PLC0415 (same)
        from internships import (  # noqa: PLC0415 (same)
            call_kind,
            candidate_book,
            candidate_kind,
            candidates,
            dependants,
            kind,
            payable,
            placement_kind,
            watch,
            workbooks,
        )
        from internships.letters.candidates import values as of_candidates  # noqa: PLC0415 (same)
        from internships.letters.offers import values  # noqa: PLC0415 (same)
        from internships.letters.placements import values as papers  # noqa: PLC0415 (same)
        from internships.services.candidates import pairing  # noqa: PLC0415 (same)
        from letters import late, vocabulary  # noqa: PLC0415 (same)
        from letters.cases.sending import late_values  # noqa: PLC0415 (same)

        own = Path(self.path) / "data" / "parameters.json"
        if own not in PARAMETER_FILES:
            PARAMETER_FILES.append(own)
        kind.register()
        placement_kind.register()
        candidate_kind.register()
        candidates.register()
        pairing.register()
        call_kind.register_kind()
        payable.register_payable()
        watch.register()
        on_spaces.register(dependants.internships_at)
        on_spaces.register(dependants.offers_at)
        on_spaces.carry_out(dependants.stop_internship)
        books.register(workbooks.INTERNSHIPS)
        books.register(candidate_book.CANDIDATES)
        late.register(kind.HostOffer.KIND, late_values)
        late.register(placement_kind.Internship.KIND, late_values)
        vocabulary.register(
            values.VOCABULARY,
            resolve=values.resolve,
            gives=values.GIVES,
            kinds={kind.HostOffer.KIND},
        )
        vocabulary.register(
            papers.VOCABULARY,
            resolve=papers.resolve,
            gives=papers.GIVES,
            kinds={placement_kind.Internship.KIND},
        )
        late.register(candidate_kind.Candidacy.KIND, late_values)
        vocabulary.register(
            of_candidates.VOCABULARY,
            resolve=of_candidates.resolve,
            gives=of_candidates.GIVES,
            kinds={candidate_kind.Candidacy.KIND},
        )
