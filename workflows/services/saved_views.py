"""Filters, order and columns of the queue, kept under a name."""

from django.db import transaction
from django.utils.translation import gettext as _

from parties.models import User
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.models import SavedView
from workflows.permissions import may_change_view

MOST_VIEWS = 50
MOST_CHARACTERS = 1000  # what the row holds


@transaction.atomic
def save_view(*, name: str, query: str, is_shared: bool, by: User) -> SavedView:
    """Keep the query string of a queue under a name, for its owner or for everybody.

    Raises `InputRefused` for a name the person uses already, too many views or too long a query;
    `TransitionRefused` where the person may not share.
    """
    _lock(by)
    if SavedView.objects.filter(owner=by).count() >= MOST_VIEWS:
        raise InputRefused(
            {
                "name": _("You have saved {number} views: delete one first.").format(
                    number=MOST_VIEWS
                )
            }
        )
    if len(query) > MOST_CHARACTERS:
        raise InputRefused(
            {"name": _("These filters are too long to be saved: shorten the search.")}
        )
    return _write(SavedView(owner=by, query=query), name, is_shared, by)


@transaction.atomic
def change_view(view: SavedView, *, name: str, is_shared: bool, by: User) -> SavedView:
    """Give a view another name, share it or keep it to its owner; raises as `save_view`."""
    _ask(view, by)
    _lock(view.owner)
    return _write(view, name, is_shared, by)


@transaction.atomic
def delete_view(view: SavedView, *, by: User) -> None:
    """Forget a view; raises `TransitionRefused` where it is not the person's to delete."""
    _ask(view, by)
    view.delete()


def _write(view: SavedView, name: str, is_shared: bool, by: User) -> SavedView:
    name = " ".join(name.split())
    if not name:
        raise InputRefused({"name": _("A view needs a name.")})
    if is_shared and not view.is_shared and not by.has_perm("workflows.assign_task"):
        raise TransitionRefused(
            Refusal.RIGHT, _("Views are shared by whoever assigns the work of the office.")
        )
    same = SavedView.objects.filter(owner=view.owner, name__iexact=name).exclude(pk=view.pk)
    if same.exists():
        raise InputRefused({"name": _("There is a view of this name already.")})
    view.name, view.is_shared = name, is_shared
    view.save()
    return view


def _ask(view: SavedView, by: User) -> None:
    if not may_change_view(view, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def _lock(owner: User) -> None:
    # Two pages of the same person take turns, so that each sees the other's name.
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
