from datetime import date

import pytest

from letters import vocabulary
from letters.templating import Items
from letters.vocabulary import Context, files, resolving

CONTEXT = Context(by=None, day=date(2026, 3, 12))

COMMON = """
code = "common"
label = "Tutte"
[groups]
protocollo = "Protocollo"
[[fields]]
name = "firma"
label = "Firma"
type = "block"
[[fields]]
name = "protocollo.numero"
label = "Numero"
late = true
"""
LOANS = """
code = "loans"
label = "Prestiti"
[groups]
domanda = "La domanda"
[[fields]]
name = "domanda.numero"
label = "Numero"
example = "7"
[[fields]]
name = "motivi"
label = "Motivi"
type = "list"
example = ["uno", "due"]
[[fields]]
name = "domanda.accolta"
label = "Accolta"
type = "flag"
[[fields]]
name = "motivazione"
label = "Motivazione"
from_act = true
"""


@pytest.fixture
def loans(tmp_path, monkeypatch):
    """A folder with a vocabulary of its own, and nobody registered."""
    (tmp_path / "common.toml").write_text(COMMON)
    (tmp_path / "loans.toml").write_text(LOANS)
    monkeypatch.setattr(resolving, "read", lambda: files.read(tmp_path))
    monkeypatch.setattr(resolving, "_resolvers", {})
    return files.read(tmp_path)["loans"]


def test_a_vocabulary_has_the_common_fields_and_its_groups_in_order(loans):
    assert [(label, [field.name for field in members]) for label, members in loans.grouped()] == [
        ("La domanda", ["domanda.numero", "domanda.accolta"]),
        ("La lettera", ["motivi", "motivazione", "firma"]),
        ("Protocollo", ["protocollo.numero"]),
    ]


def test_every_field_has_an_example(loans):
    examples = loans.examples()

    assert examples.keys() == loans.fields.keys()
    assert examples["domanda.numero"] == "7"
    assert examples["motivi"] == Items(("uno", "due"))


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("other", LOANS, "named for its code"),
        ("loans", LOANS + '[[fields]]\nname = "motivi"\nlabel = "x"', "twice"),
        ("loans", LOANS + '[[fields]]\nname = "firma"\nlabel = "x"', "of others too"),
        ("loans", LOANS + '[[fields]]\nname = "x"\nlabel = "x"\ntype = "number"', "loans.toml, x"),
        ("loans", LOANS + '[[fields]]\nname = "x"\nlabel = "x"\nlatte = true', "loans.toml, x"),
        ("loans", LOANS + '[[fields]]\nname = "Sì"\nlabel = "x"', "loans.toml, Sì"),
        (
            "loans",
            LOANS + '[[fields]]\nname = "x"\nlabel = "x"\ntype = "block"\nexample = [{type = "y"}]',
            "loans.toml, x",
        ),
    ],
)
def test_a_data_file_that_is_wrong_is_refused(tmp_path, name, text, words):
    (tmp_path / "common.toml").write_text(COMMON)
    (tmp_path / f"{name}.toml").write_text(text)

    with pytest.raises(ValueError, match=words):
        files.read(tmp_path)


def test_values_come_from_both_resolvers_and_from_the_act(loans):
    resolving.register("common", resolve=lambda case, _context: {"firma": []}, gives={"firma"})
    resolving.register(
        "loans",
        resolve=lambda case, context: {"domanda.numero": f"{case} {context.language}"},
        gives={"domanda.numero"},
    )
    context = Context(by=None, day=CONTEXT.day, given={"motivi": ["a"], "domanda.numero": "nuovo"})

    assert resolving.resolve("loans", "CW-1", context) == {
        "domanda.numero": "nuovo",
        "motivi": Items(("a",)),
        "domanda.accolta": False,
        "motivazione": None,
        "firma": (),
    }


def test_only_what_a_text_names_is_looked_up(loans):
    asked: list[str] = []
    resolving.register("common", resolve=lambda *_: {}, gives=())
    resolving.register(
        "loans",
        resolve=lambda *_: {
            "domanda.numero": lambda: asked.append("domanda.numero") or "CW-1",
            "motivi": lambda: asked.append("motivi") or ["a"],
        },
        gives={"domanda.numero", "motivi"},
    )

    values = resolving.resolve("loans", "CW-1", CONTEXT, names={"domanda.numero", "motivazione"})

    assert values == {"domanda.numero": "CW-1", "motivazione": None}
    assert asked == ["domanda.numero"]


def test_values_for_no_field_or_of_another_type_are_refused(loans):
    with pytest.raises(LookupError, match="nobody resolves"):
        resolving.resolve("loans", "CW-1", CONTEXT)
    resolving.register("loans", resolve=lambda *_: {"boh": "x"}, gives={"boh"})
    with pytest.raises(LookupError, match="boh"):
        resolving.resolve("loans", "CW-1", CONTEXT)
    resolving.register("loans", resolve=lambda *_: {"motivi": "x"}, gives={"motivi"})
    with pytest.raises(TypeError, match="motivi"):
        resolving.resolve("loans", "CW-1", CONTEXT)


def test_what_a_resolver_gives_and_what_is_declared_must_agree(loans):
    assert resolving.check_resolvers() == []
    resolving.register("common", resolve=lambda *_: {}, gives={"firma"})
    resolving.register(
        "loans",
        resolve=lambda *_: {},
        gives={"domanda.numero", "domanda.accolta", "boh", "protocollo.numero"},
    )
    resolving.register("altro", resolve=lambda *_: {}, gives=())

    assert [(one.id, one.msg) for one in resolving.check_resolvers()] == [
        ("letters.E001", "No vocabulary is called 'altro'."),
        ("letters.E002", "'loans' declares motivi, which its resolver does not give."),
        ("letters.E003", "The resolver of 'loans' gives boh, which is no field."),
        ("letters.E003", "The resolver of 'loans' gives protocollo.numero, which is no field."),
    ]


def test_the_vocabularies_of_the_house_can_be_read():
    codes = [one.code for one in vocabulary.all_vocabularies()]

    assert "contribution" in codes
    assert vocabulary.COMMON not in codes
    assert vocabulary.get("contribution").fields["protocollo.numero"].late
    assert resolving.check_resolvers() == []
