"""Addresses of this room."""

from django.urls import path

from accounting.views import budgets, endowments, workbooks

app_name = "accounting"
urlpatterns = [
    path("ufficio/fondi/", budgets.budgets, name="budgets"),
    path("ufficio/fondi/<slug:code>/", budgets.budget, name="budget"),
    path("ufficio/fondi/<slug:code>/dotazione/", endowments.endowment, name="endowment"),
    path("ufficio/estrazioni/", workbooks.workbooks, name="workbooks"),
    path("ufficio/estrazioni/nuova/", workbooks.make_workbook, name="make_workbook"),
    path("ufficio/estrazioni/<int:pk>/", workbooks.workbook, name="workbook"),
    path(
        "ufficio/estrazioni/<int:pk>/scarica/",
        workbooks.download_workbook,
        name="download_workbook",
    ),
]
