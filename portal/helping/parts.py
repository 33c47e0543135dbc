"""What a help page is made of."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Part:
    """A part of a topic: its title, its steps, and the picture that shows it, with its words."""

    title: Promise
    steps: tuple[Promise, ...]
    picture: str = ""
    shows: Promise | str = ""


@dataclass(frozen=True)
class Topic:
    """A question that people come with, and its answer."""

    slug: str
    title: Promise
    summary: Promise
    parts: tuple[Part, ...]
