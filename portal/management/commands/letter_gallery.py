"""Draw every letter, act and call into a folder: of real cases, of examples, of what is hardest."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.test.utils import override_settings
from django.utils import timezone

from letters import pdf, sealing
from letters.gallery import Piece
from parties.models import Body
from portal.demo.loading import Demonstration
from portal.demo.stories import of_every_letter
from portal.gallery import call_texts, pieces
from workflows.models import Case


class Command(BaseCommand):
    """Draw the letters of the office's cases, and leave nothing behind.

    An empty office first gets cases of the demonstration, in which each letter is written.
    """

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder, and whether to seal."""
        parser.add_argument("--out", type=Path, required=True, help="folder for the files")
        parser.add_argument("--only", nargs="*", default=(), help="codes of templates")
        parser.add_argument(
            "--seal", action="store_true", help="seal each file too, with the office's seal"
        )
        parser.add_argument(
            "--plain", action="store_true", help="leave out the hard ones and the English ones"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Draw within a transaction that is rolled back: the registers stay as they were."""
        options["out"].mkdir(parents=True, exist_ok=True)
        with transaction.atomic(), self._office():
            drawn = list(pieces(only=options["only"], plain=options["plain"]))
            drawn += [] if options["only"] else call_texts()
            transaction.set_rollback(True)
        for piece in drawn:
            self.stdout.write(self._keep(piece, options["out"], seal=options["seal"]))

    @contextmanager
    def _office(self) -> Iterator[None]:
        """Give an empty office cases, whose files and mail stand in a folder that goes."""
        if Case.objects.exists() or Body.objects.exists():
            yield
            return
        with (
            tempfile.TemporaryDirectory() as folder,
            override_settings(MEDIA_ROOT=folder, EMAIL_FILE_PATH=folder),
        ):
            Demonstration(self, timezone.localdate(), of_every_letter()).load()
            yield

    def _keep(self, piece: Piece, out: Path, *, seal: bool) -> str:
        data = pdf.render(piece.letter)
        path = out / f"{piece.name}.pdf"
        path.write_bytes(data)
        pages = data.count(b"/Type /Page\n") or data.count(b"/Type /Page")
        said = [path.name, f"{pages} pages", *_told(piece)]
        if seal and sealing.is_configured():
            sealed, _done = sealing.seal_letter(
                data, reason=piece.letter.title, location=piece.letter.place_and_date
            )
            (out / f"{piece.name}.sealed.pdf").write_bytes(sealed)
            said.append("sealed")
        return "  ".join(said)


def _told(piece: Piece) -> Iterator[str]:
    if piece.is_issued:
        yield "as issued"
    if piece.replaced:
        yield "glyphs replaced: " + " ".join(f"U+{ord(one):04X}" for one in piece.replaced)
