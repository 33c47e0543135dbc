"""The tests' own watchmen bark."""

import datetime as dt

import pytest
from django.http import HttpResponse
from django.template import Context, Origin, Template

from parties.models import Body, User
from tests.architecture.tree import ROOT
from tests.office import make_body, make_user
from tests.strictness import StrictClient, _look_at_markup

OURS = Origin(str(ROOT / "templates" / "page.html"))
THEIRS = Origin("/usr/lib/python3/site-packages/library/templates/page.html")


def test_undefined_variable_fails_when_the_template_is_ours():
    with pytest.raises(AssertionError, match="variable missing is undefined"):
        Template("{{ missing }}", origin=OURS).render(Context())


def test_undefined_variable_is_empty_when_the_template_is_a_librarys():
    assert Template("[{{ missing }}]", origin=THEIRS).render(Context()) == "[]"


@pytest.mark.django_db
def test_loop_over_rows_without_order_fails():
    make_body("a", "Uno")
    make_body("b", "Due")
    page = Template("{% for body in bodies %}{{ body }} {% endfor %}", origin=OURS)

    with pytest.raises(AssertionError, match="rows of Body come in no order"):
        page.render(Context({"bodies": Body.objects.all()}))

    assert page.render(Context({"bodies": Body.objects.order_by("code")})) == "Uno Due "


@pytest.mark.django_db
def test_instant_in_a_field_of_days_fails():
    user = make_user("persona@example.org")

    with pytest.raises(AssertionError, match="is an instant, a day was wanted"):
        user.role_assignments.filter(valid_from__lte=dt.datetime.now(dt.UTC)).exists()


@pytest.mark.django_db
def test_naive_instant_fails():
    with pytest.raises(RuntimeWarning, match="naive datetime"):
        User.objects.filter(date_joined__lt=dt.datetime(2026, 1, 1)).exists()  # noqa: DTZ001


@pytest.mark.parametrize(
    "markup",
    [
        '<button onclick="go()">',
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        "<script>go()</script>",
        '<a href="javascript:go()">',
        '<div hx-on:click="go()">',
        '<form method="post"></form>',
    ],
)
def test_inline_code_and_unprotected_forms_fail(markup, rf):
    with pytest.raises(AssertionError):
        look_at(markup, rf)


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/static/page.js"></script>',
        '<script type="application/json">{}</script>',
        '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="x"></form>',
        '<form method="get"></form>',
    ],
)
def test_clean_markup_passes(markup, rf):
    look_at(markup, rf)


def test_every_test_gets_the_strict_browser(client):
    assert isinstance(client, StrictClient)


def look_at(markup, rf):
    response = HttpResponse(markup)
    response.wsgi_request = rf.get("/pagina/")
    _look_at_markup(response)
