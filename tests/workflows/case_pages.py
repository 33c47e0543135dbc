"""The office's page of a case: where it is, and what it says."""

from django.urls import reverse


def page_of(case, query=""):
    return reverse("workflows:office_case", args=[case.pk]) + query


def words(response):
    return " ".join(response.content.decode().split())
