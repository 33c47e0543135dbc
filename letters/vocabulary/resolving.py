"""Who gives the fields of a vocabulary their values, and whether all that is declared is given."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.core import checks

from letters.templating import Value, as_value
from letters.vocabulary.context import Context
from letters.vocabulary.english import in_english
from letters.vocabulary.files import COMMON, read


class Resolver(Protocol):
    """Gives values by name of field; None where a field has none.

    What costs a question to the database may be a function without parameters: it is called only
    for a text that names the field.
    """

    def __call__(self, case: Any, context: Context, /) -> Mapping[str, Any]:
        """`case` is what the letter is about: a case of the kind, or a call.

        Previews ask with cases in any state: what a case does not have yet is None, never an error.
        """


@dataclass(frozen=True)
class _Registered:
    resolve: Resolver
    gives: frozenset[str]
    kinds: frozenset[str]


_resolvers: dict[str, _Registered] = {}


def register(
    code: str, *, resolve: Resolver, gives: Collection[str], kinds: Collection[str] = ()
) -> None:
    """Make known who resolves the fields of a vocabulary, and for which kinds of case.

    `gives` names every field that `resolve` answers for; a field that is known only when its letter
    gets its number (`late`), or that an act brings itself, is among them only if `resolve` gives it.
    """
    _resolvers[code] = _Registered(resolve, frozenset(gives), frozenset(kinds))


def registered() -> list[str]:
    """Return the codes of the vocabularies that have a resolver."""
    return sorted(_resolvers)


def is_in_use(code: str) -> bool:
    """Tell whether a room gives this vocabulary values: without, its letters cannot be written."""
    return code in _resolvers


def kinds_of(code: str) -> frozenset[str]:
    """Return the kinds of case whose letters a vocabulary serves (`workflows.kinds`)."""
    return _resolvers[code].kinds if code in _resolvers else frozenset()


def resolve(
    code: str, case: Any, context: Context, *, names: Collection[str] | None = None
) -> dict[str, Value]:
    """Return the values for a case, common fields included, late ones left out.

    `names` are the fields that a text names; without them every field gets its value.
    Raises LookupError where nobody resolves the vocabulary or a value is for no field of it, and
    TypeError where a value is not of its field's type.
    """
    vocabulary = read()[code]
    found: dict[str, Any] = {}
    for owner in (COMMON, code):
        if owner in _resolvers:
            found |= _resolvers[owner].resolve(case, context)
        elif owner == code:
            raise LookupError(f"nobody resolves the fields of {code!r}")
    found |= context.given
    if unknown := found.keys() - vocabulary.fields.keys():
        raise LookupError(f"{code!r} has no field {', '.join(sorted(unknown))}")
    wanted = vocabulary.fields.keys() if names is None else vocabulary.fields.keys() & set(names)
    values = {
        name: as_value(_called(found.get(name)), field)
        for name, field in vocabulary.fields.items()
        if name in wanted and (name in found or not field.late)
    }
    if context.language == "it":
        return values
    return {name: in_english(value, vocabulary.english) for name, value in values.items()}


def _called(value: Any) -> Any:
    return value() if callable(value) else value


@checks.register("letters")
def check_resolvers(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Say where what a resolver gives and what its vocabulary declares differ."""
    found: list[checks.CheckMessage] = []
    vocabularies = read()
    for code, one in sorted(_resolvers.items()):
        if code not in vocabularies:
            found.append(checks.Error(f"No vocabulary is called {code!r}.", id="letters.E001"))
            continue
        own = list(vocabularies[code].fields.values())
        if code != COMMON and COMMON in vocabularies:
            own = [field for field in own if field.name not in vocabularies[COMMON].fields]
        wanted = {field.name for field in own if not field.late and not field.from_act}
        known = {field.name for field in own}
        found += [
            checks.Error(
                f"{code!r} declares {name}, which its resolver does not give.", id="letters.E002"
            )
            for name in sorted(wanted - one.gives)
        ]
        found += [
            checks.Error(
                f"The resolver of {code!r} gives {name}, which is no field.", id="letters.E003"
            )
            for name in sorted(one.gives - known)
        ]
    return found
