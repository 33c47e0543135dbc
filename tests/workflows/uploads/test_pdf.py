import io

import pikepdf
import pytest
from django.utils.translation import override
from pikepdf import Array, Dictionary, Name

from tests.workflows.uploads.files import pdf_bytes, pdf_with_closed_object_stream
from workflows.uploads import Reason, Refused
from workflows.uploads.findings import Findings
from workflows.uploads.pdf import inspect_pdf


def script():
    return Dictionary(S=Name.JavaScript, JS="app.alert(1)")


MODES = [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate]


def outcome(data: bytes) -> Findings | Reason:
    try:
        return inspect_pdf(io.BytesIO(data), "lease.pdf")
    except Refused as refused:
        return refused.reason


def found_in(data: bytes) -> str:
    """What the refusal calls the active content."""
    with pytest.raises(Refused) as refusal:
        inspect_pdf(io.BytesIO(data), "lease.pdf")
    with override("en"):
        return str(refusal.value.params["found"])


def open_action(document):
    document.Root.OpenAction = script()


def additional_action(document):
    document.pages[0].obj.AA = Dictionary(O=script())


def names_tree(document):
    leaf = document.make_indirect(Dictionary(Names=Array(["start", script()])))
    document.Root.Names = Dictionary(JavaScript=Dictionary(Kids=Array([leaf])))


def annotation(document):
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=script())
    document.pages[0].obj.Annots = Array([document.make_indirect(link)])


def chained_action(document):
    next_action = Dictionary(S=Name.GoTo, D=[0, Name.Fit], Next=Array([script()]))
    document.Root.OpenAction = next_action


def unreferenced_object(document):
    document.Root.Spare = document.make_indirect(script())


def script_in_a_stream(document):
    text = document.make_stream(b"app.alert(1)")
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=text)


def field_action(document):
    field = Dictionary(FT=Name.Tx, T="total", AA=Dictionary(K=script()))
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))


@pytest.mark.parametrize(
    "change",
    [
        open_action,
        additional_action,
        names_tree,
        annotation,
        chained_action,
        unreferenced_object,
        script_in_a_stream,
        field_action,
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_DIG_10_inspect_pdf_refuses_scripts_wherever_they_stand(change, mode):
    data = pdf_bytes(change=change, object_stream_mode=mode)
    assert found_in(data) == "a script (JavaScript)"


def test_DIG_10_inspect_pdf_refuses_a_script_with_an_escaped_name():
    data = pdf_bytes(change=open_action).replace(b"/JavaScript", b"/J#61vaScript")
    assert found_in(data.replace(b"/JS", b"/J#53")) == "a script (JavaScript)"


def launch(document):
    document.Root.OpenAction = Dictionary(S=Name.Launch, F="cmd.exe")


def submit(document):
    document.pages[0].obj.Annots = Array([Dictionary(A=Dictionary(S=Name.SubmitForm, F="x"))])


def attach(document):
    document.attachments["list.txt"] = b"content"


def xfa(document):
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<x/>"))


def rich_media(document):
    document.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.RichMedia)])


def remote_embedded(document):
    document.Root.OpenAction = Dictionary(S=Name.GoToE)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (launch, "a command that starts a program"),
        (submit, "a button that sends or loads data"),
        (attach, "attached files"),
        (remote_embedded, "attached files"),
        (xfa, "a dynamic form (XFA)"),
        (rich_media, "video, sound or 3D content"),
    ],
)
def test_DIG_10_inspect_pdf_refuses_other_active_content(change, words):
    assert found_in(pdf_bytes(change=change)) == words


def test_inspect_pdf_takes_links_bookmarks_and_opening_on_a_page():
    def change(document):
        link = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://example.org"))
        document.pages[0].obj.Annots = Array([link])
        document.Root.OpenAction = Array([document.pages[0].obj, Name.Fit])
        document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))
        document.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, T="sign")]))

    assert outcome(pdf_bytes(2, change)) == Findings(pages=2)


def test_inspect_pdf_refuses_a_password_and_takes_a_restriction_with_a_note():
    locked = pikepdf.Encryption(owner="o", user="u")
    restricted = pikepdf.Encryption(owner="o", user="", allow=pikepdf.Permissions(extract=False))
    with override("en"):
        found = [outcome(pdf_bytes(encryption=how)) for how in (locked, restricted)]
    note = "The PDF restricts printing or copying; the office can read it."
    assert found == [Reason.ENCRYPTED, Findings(1, (note,))]


def test_inspect_pdf_refuses_encryption_by_certificate():
    data = pdf_bytes(encryption=pikepdf.Encryption(owner="o", user="u"))
    assert outcome(data.replace(b"/Filter /Standard", b"/Filter /Adobe.Pb")) == Reason.ENCRYPTED


def test_DIG_10_inspect_pdf_finds_a_script_behind_a_restriction():
    restricted = pikepdf.Encryption(owner="o", user="")
    data = pdf_bytes(change=open_action, encryption=restricted)
    assert outcome(data) == Reason.ACTIVE_CONTENT


def test_inspect_pdf_refuses_a_document_without_pages():
    assert outcome(pdf_bytes(0)) == Reason.NO_PAGES


def test_inspect_pdf_refuses_a_cut_file():
    data = pdf_bytes(30)
    assert [outcome(data[:size]) for size in (20, len(data) // 2, len(data) - 10)] == [
        Reason.BROKEN
    ] * 3


def test_inspect_pdf_notes_a_repaired_table_of_objects():
    data = pdf_bytes(2, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = data.rindex(b"startxref")
    with override("en"):
        found = outcome(data[:start] + b"startxref\n7\n%%EOF\n")
    assert found == Findings(2, ("The PDF has small defects; check that all its pages show.",))


def test_DIG_10_inspect_pdf_refuses_objects_it_cannot_unpack():
    open_one, bomb = pdf_with_closed_object_stream(1), pdf_with_closed_object_stream(300)
    marker = open_one.index(b"stream\n", open_one.index(b"/ObjStm")) + 7
    spoilt = open_one[:marker] + b"\xff\xff\xff" + open_one[marker + 3 :]
    assert [outcome(data) for data in (open_one, bomb, spoilt)] == [
        Reason.ACTIVE_CONTENT,
        Reason.BROKEN,
        Reason.BROKEN,
    ]


def test_inspect_pdf_gives_up_on_a_document_of_too_many_values():
    def change(document):
        for _number in range(12):
            document.make_indirect(Array([0] * 100_000))
        document.Root.Spare = Array(list(document.objects)[3:])

    assert outcome(pdf_bytes(change=change)) == Reason.TOO_COMPLEX
