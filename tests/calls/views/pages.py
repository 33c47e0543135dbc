"""Opening and sending the designer's pages as their forms do."""

from django.urls import reverse

from calls.models import Call


def address(name: str, *args) -> str:
    return reverse(f"calls:{name}", args=args)


def shown_fields(response) -> dict:
    """Return what the form of a page holds, as a browser would send it back untouched."""
    form = response.context["form"]
    sent = {}
    for name in form.fields:
        value = form[name].value()
        if value is True:
            sent[name] = "on"
        elif value not in (None, False, "", []):
            sent[name] = value
    return sent


def send(client, url: str, **changes):
    """Open a page, change some fields and send the form; None takes a field out."""
    page = client.get(url)
    data = shown_fields(page) | {"seen": page.context.get("seen", "")} | changes
    return client.post(url, {name: value for name, value in data.items() if value is not None})


def fresh(code: str = "COW-GRAD") -> Call:
    return Call.objects.select_related("version").get(code=code)
