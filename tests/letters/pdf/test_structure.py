from letters.pdf import (
    Bullets,
    Callout,
    Facts,
    Heading,
    Paragraph,
    Signature,
    Table,
    render,
)
from tests.letters.pdf.examples import letter, opened, read_aloud, tree

OPENING = [["P"]] * 10


def _body(*blocks):
    """The structure of the blocks alone: what follows the opening and the subject."""
    document = tree(render(letter(*blocks)))
    assert document[:12] == ["Document", *OPENING, ["H1"]]
    return document[12:]


def test_blocks_give_headings_paragraphs_and_signatures():
    assert _body(
        Paragraph("Testo"),
        Heading("Parte", 2),
        Heading("Punto", 3),
        Callout("Termine"),
        Signature("Il dirigente", "Nome Cognome", "Firmato digitalmente"),
    ) == [["P"], ["H2"], ["H3"], ["P"], ["P"], ["P"], ["P"]]


def test_heading_moves_up_when_a_level_would_be_left_out():
    assert _body(Heading("", 2), Heading("Punto", 3), Heading("Punto", 3)) == [["H2"], ["H3"]]


def test_lists_and_facts_give_labels_and_bodies():
    item = ["LI", ["Lbl"], ["LBody"]]

    assert _body(Bullets(("a", "", "b")), Facts((("CUP", "B12"), ("", "")))) == [
        ["L", item, item],
        ["L", item],
    ]


def test_table_gives_headers_of_columns():
    data = render(letter(Table(("A", "B"), (("1", "2"), ("3", "4")))))

    assert tree(data)[-1] == [
        "Table",
        ["TR", ["TH"], ["TH"]],
        ["TR", ["TD"], ["TD"]],
        ["TR", ["TD"], ["TD"]],
    ]
    table = opened(data).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"][-1].get_object()
    header = table["/K"][0]["/K"][0]
    assert header["/A"] == {"/O": "/Table", "/Scope": "/Column"}


def test_table_gives_headers_of_rows_when_it_has_no_head():
    assert _body(Table((), (("A", "1"), ("B", "2")))) == [
        ["Table", ["TR", ["TH"], ["TD"]], ["TR", ["TH"], ["TD"]]]
    ]


def test_empty_blocks_give_nothing():
    assert (
        _body(
            Paragraph(" "),
            Heading(""),
            Bullets(()),
            Bullets(("",)),
            Table((), ()),
            Facts(()),
            Facts((("", ""),)),
            Callout(""),
            Signature("", ""),
        )
        == []
    )


def test_letter_is_read_aloud_in_order_with_words_apart():
    sentence = "La domanda risulta completa degli allegati richiesti dal bando. " * 30
    data = render(
        letter(
            *[Paragraph(sentence)] * 6,
            Bullets(("uno", "due"), ordered=True),
            Table(("Voce", "EUR"), (("Affitto", "100,00"),)),
            code="MN-1",
        )
    )

    assert len(opened(data).pages) == 3
    assert read_aloud(data) == [
        ("P", "Camera di commercio"),
        ("P", "Ufficio contributi"),
        ("P", "Via dell'Esempio 12"),
        ("P", "46100 Mantova"),
        ("P", "contributi@pec.example.it"),
        ("P", "Protocollo n. 7/2026"),
        ("P", "Pratica CW-42"),
        ("P", "Mantova, 12 marzo 2026"),
        ("P", "Spazio Aperto S.r.l."),
        ("P", "Via Roma 1"),
        ("H1", "Oggetto: contributo concesso"),
        *[("P", sentence.rstrip())] * 6,
        ("Lbl", "1."),
        ("LBody", "uno"),
        ("Lbl", "2."),
        ("LBody", "due"),
        ("TH", "Voce"),
        ("TH", "EUR"),
        ("TD", "Affitto"),
        ("TD", "100,00"),
        ("P", "Codice di verifica: MN-1"),
    ]


def test_link_has_its_annotation_and_its_way_back():
    data = render(letter(Paragraph('Il <a href="https://x.it/b?a=(1)">bando <b>qui</b></a>.')))

    reader = opened(data)
    (annotation,) = reader.pages[0]["/Annots"]
    link = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"][-1]["/K"][1]
    parents = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert tree(data)[-1] == ["P", ["Link"]]
    assert [link["/K"][-1]["/Type"], link["/K"][-1].raw_get("/Obj")] == ["/OBJR", annotation]
    assert parents[annotation["/StructParent"] * 2 + 1].get_object() == link.get_object()
    assert (annotation["/A"]["/URI"], annotation["/Contents"], annotation["/F"]) == (
        "https://x.it/b?a=(1)",
        "bando qui",
        4,
    )
