"""What is kept of Bootstrap Italia: what the pages use, found as any style sheet is."""

from pathlib import Path

from django.contrib.staticfiles import finders

from ui import subset
from workflows import kinds


def test_kept_styles_and_icons_are_found_and_have_what_pages_use():
    found = {name: Path(finders.find(name)).read_text(encoding="utf-8") for name in subset.files()}

    assert found == subset.files()
    styles, icons = found["ui/css/bootstrap-italia.css"], found["ui/icons.svg"]
    assert all(word in styles for word in (".btn-primary", ".form-check", ".it-header-wrapper"))
    assert all(f'id="it-{name}"' in icons for name in ("user", "check", "plus", "warning"))
    assert (".vjs-poster" in styles, len(styles) < 120_000) == (False, True)


def test_every_icon_that_a_template_names_is_kept():
    named = {
        name
        for path in subset.ROOT.glob("templates/**/*.html")
        for name in subset.re.findall(r'{% icon "([a-z0-9-]+)"', path.read_text("utf-8"))
    }

    assert [n for n in sorted(named) if f'id="it-{n}"' not in subset.files()["ui/icons.svg"]] == []


def test_the_button_of_every_act_has_its_colour():
    styles = subset.files()["ui/css/bootstrap-italia.css"]
    tones = {act.tone for kind in kinds.kinds() for act in kind.acts} - {"secondary"}

    assert "warning" in tones
    assert [tone for tone in sorted(tones) if f".btn-{tone}{{" not in styles] == []


def test_a_rule_stays_where_every_class_of_it_is_used():
    text = (
        ".a,.b .c:not(.z){x:1}.d{x:2}@media(min-width:1px){.a{x:3}.d{x:4}}"
        "@font-face{font-family:V}html{x:5}.a:is(.d,.b){x:6}"
    )

    assert list(subset._kept(text, frozenset({"a", "b", "c"}))) == [
        ".a,.b .c:not(.z){x:1}",
        "@media(min-width:1px){.a{x:3}}",
        "html{x:5}",
    ]
