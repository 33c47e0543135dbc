"""Which columns of each workbook somebody wants: remembered, and forgotten again."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounting.models import ColumnChoice
from accounting.workbooks import kind_of, settled
from parties.models import User
from workflows.engine import Refusal, TransitionRefused

MAKE = "accounting.make_workbook"


def choose_columns(kind: str, columns: Sequence[str], *, by: User) -> list[str]:
    """Remember for somebody which columns of a kind of workbook are wanted, and in which order.

    Columns that cannot be left out are kept. Returns what was remembered; nothing is where it is all
    columns as they stand anyway. Raises `KeyError` for a kind that nobody registered.
    """
    if not by.has_perm(MAKE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    of = kind_of(kind)
    wanted = settled(of, columns)
    if wanted == [column.key for column in of.columns]:
        ColumnChoice.objects.filter(user=by, kind=kind).delete()
        return []
    ColumnChoice.objects.update_or_create(user=by, kind=kind, defaults={"columns": wanted})
    return wanted


def chosen_columns(kind: str, *, by: User) -> list[str]:
    """Return the columns of a kind of workbook that somebody wants; none where no choice was made."""
    return choices_of(by).get(kind, [])


def choices_of(user: User) -> dict[str, list[str]]:
    """Return the choices of somebody, by the code of the kind, as they come to now."""
    rows = ColumnChoice.objects.filter(user=user).values_list("kind", "columns")
    return {kind: settled(kind_of(kind), columns) for kind, columns in rows}
