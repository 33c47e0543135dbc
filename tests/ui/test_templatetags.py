from datetime import date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from ui.templatetags import ui


def rendered(source, path="/", **context):
    request = RequestFactory().get(path)
    return Template("{% load ui %}" + source).render(Context({"request": request, **context}))


class RentForm(forms.Form):
    rent = forms.DecimalField(label="Rent", help_text="A month.")
    start = forms.DateField(label="Start", required=False)
    desk = forms.ChoiceField(
        label="Desk", choices=[("fixed", "Fixed"), ("any", "Any")], widget=forms.RadioSelect
    )


@pytest.mark.parametrize("write", [ui.euro, ui.longdate, ui.shortdate, ui.filesize_it])
def test_filters_are_empty_when_there_is_no_value(write):
    assert write(None) == ""


def test_lookup_is_none_when_key_or_map_is_missing():
    assert [ui.lookup({"a": 1}, "a"), ui.lookup({"a": 1}, "b"), ui.lookup(None, "a")] == [
        1,
        None,
        None,
    ]


def test_tone_is_neutral_when_status_is_unknown():
    tones = {"awarded": "success"}
    assert [ui.tone("awarded", tones), ui.tone("new", tones)] == ["success", "neutral"]


def test_input_date_is_iso_when_written_in_any_known_form():
    with override("it"):
        assert [
            ui.input_date(value)
            for value in ("23/11/2026", "2026-11-23", date(2026, 11, 23), "soon", None)
        ] == ["2026-11-23", "2026-11-23", "2026-11-23", "soon", ""]


def test_input_datetime_is_iso_to_the_minute_when_seconds_are_given():
    with override("it"):
        assert [
            ui.input_datetime(value)
            for value in ("23/11/2026 12:00:00", datetime(2026, 11, 23, 12, 0))  # noqa: DTZ001
        ] == ["2026-11-23T12:00", "2026-11-23T12:00"]


def test_icon_is_hidden_when_decorative_and_named_when_labelled():
    assert [
        ("aria-hidden" in markup, 'aria-label="Closed"' in markup)
        for markup in (ui.icon("check"), ui.icon("check", label="Closed"))
    ] == [(True, False), (False, True)]


def test_query_without_drops_one_value_and_cursor_when_filter_has_two():
    source = '{% query_without "status" "new" %}'
    assert rendered(source, "/?status=new&status=open&q=a&after=x") == "?status=open&amp;q=a"


def test_query_without_drops_all_values_when_none_is_named():
    assert rendered('{% query_without "status" %}', "/?status=new&status=open&q=a") == "?q=a"


@pytest.mark.parametrize(
    ("path", "link", "order"),
    [
        ("/?after=x", "?sort=due", "none"),
        ("/?sort=due", "?sort=-due", "ascending"),
        ("/?sort=-due", "?sort=due", "descending"),
    ],
)
def test_sorting_turns_round_when_column_is_clicked_again(path, link, order):
    source = '{% query_sorted "due" %} {% sort_order "due" %}'
    assert rendered(source, path) == f"{link} {order}"


def test_any_errors_is_true_when_one_form_is_wrong():
    assert [
        ui.any_errors(forms)
        for forms in (None, [RentForm()], [RentForm(), RentForm({"rent": "x"})])
    ] == [False, False, True]


def test_field_ties_help_and_error_to_input_when_wrong():
    markup = str(RentForm({"rent": "x", "desk": "any"})["rent"].as_field_group())
    assert 'aria-describedby="id_rent_helptext id_rent_error"' in markup
    assert 'aria-invalid="true"' in markup
    assert markup.index("id_rent_helptext") < markup.index("<input") < markup.index("id_rent_error")


def test_date_field_uses_calendar_of_device_when_value_is_italian():
    with override("it"):
        markup = str(RentForm({"start": "23/11/2026"})["start"])
    assert 'type="date"' in markup
    assert 'value="2026-11-23"' in markup


def test_error_summary_links_every_field_when_two_are_wrong():
    markup = rendered('{% include "partials/_error_summary.html" %}', form=RentForm({"rent": "x"}))
    assert [f'href="#id_{name}"' in markup for name in ("rent", "start", "desk")] == [
        True,
        False,
        True,
    ]


def test_error_summary_is_empty_when_form_is_right():
    form = RentForm({"rent": "300", "desk": "any"})
    assert rendered('{% include "partials/_error_summary.html" %}', form=form).strip() == ""
