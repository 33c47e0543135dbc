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
            desk,
            kind,
            payable,
            placement_kind,
            watch,
            workbooks,
        )
        from internships.services.candidates import pairing  # noqa: PLC0415 (same)

        own = Path(self.path) / "data" / "parameters.json"
        if own not in PARAMETER_FILES:
            PARAMETER_FILES.append(own)
        kind.register()
        desk.register_part()
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
        _say_words()


def _say_words() -> None:
    """Let the letters of this room name what its cases give."""
    from internships.letters.candidates import values as of_candidates  # noqa: PLC0415 (as above)
    from internships.letters.offers import values as of_offers  # noqa: PLC0415 (same)
    from internships.letters.placements import values as of_placements  # noqa: PLC0415 (same)
    from internships.models import Candidacy, HostOffer, Internship  # noqa: PLC0415 (same)
    from letters import late, vocabulary  # noqa: PLC0415 (same)
    from letters.cases.sending import late_values  # noqa: PLC0415 (same)

    rooms = {
        HostOffer.KIND: of_offers,
        Internship.KIND: of_placements,
        Candidacy.KIND: of_candidates,
    }
    for kind, words in rooms.items():
        late.register(kind, late_values)
        vocabulary.register(
            words.VOCABULARY, resolve=words.resolve, gives=words.GIVES, kinds={kind}
        )
