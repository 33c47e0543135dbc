"""The addresses of a kind's form, the same for each kind."""

from django.urls import URLPattern, path

from workflows.written import answers, form, review, saving, uploads
from workflows.written.kinds import Written


def written_paths(kind: Written, base: str, prefix: str = "") -> list[URLPattern]:
    """Return the pages of a form below `base`, their names after `prefix`.

    They stand last in a room's list: a page of the form is known by any word below `base`.
    """
    own = {"kind": kind}
    return [
        path(f"{base}salva/", saving.autosave, own, name=f"{prefix}autosave"),
        path(f"{base}carica/<slug:requirement>/", uploads.upload, own, name=f"{prefix}upload"),
        path(
            f"{base}togli/<int:document>/",
            uploads.remove_document,
            own,
            name=f"{prefix}remove_document",
        ),
        path(f"{base}riepilogo/", review.review, own, name=f"{prefix}review"),
        path(f"{base}invia/", review.submit, own, name=f"{prefix}submit"),
        path(f"{base}inviata/", review.sent, own, name=f"{prefix}sent"),
        path(f"{base}integrazione/", answers.integration, own, name=f"{prefix}integration"),
        path(f"{base}osservazioni/", answers.observations, own, name=f"{prefix}observations"),
        path(f"{base}<slug:slug>/", form.page, own, name=f"{prefix}page"),
    ]
