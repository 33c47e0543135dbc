"""veraPDF on letters that are hard to set, and on a file that is no letter."""

from reportlab.pdfgen.canvas import Canvas

from letters.pdf import render
from tests.letters.pdf.hard import hard_letters
from tools import verapdf


def test_verapdf_passes_letters_and_fails_what_is_none(tmp_path):
    names = [name for name, _letter in hard_letters()]
    for name, letter in hard_letters():
        (tmp_path / f"{name}.pdf").write_bytes(render(letter))
    control = tmp_path / "plain.pdf"
    canvas = Canvas(str(control))
    canvas.drawString(72, 720, "Testo")
    canvas.save()

    verdicts = verapdf.judge([*(tmp_path / f"{name}.pdf" for name in names), control])
    faults = [one for one in verdicts if one.path != str(control) and not one.passes]

    assert faults == []
    assert len(verdicts) == 2 * (len(names) + 1)
    assert [one.passes for one in verdicts if one.path == str(control)] == [False, False]
