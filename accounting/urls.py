"""Addresses of this room."""

from django.urls import path

from accounting.views import (
    answers,
    budgets,
    columns,
    endowments,
    orders,
    payments,
    recoveries,
    workbooks,
)

app_name = "accounting"
urlpatterns = [
    path("ufficio/fondi/", budgets.budgets, name="budgets"),
    path("ufficio/fondi/<slug:code>/", budgets.budget, name="budget"),
    path("ufficio/fondi/<slug:code>/dotazione/", endowments.endowment, name="endowment"),
    path("ufficio/estrazioni/", workbooks.workbooks, name="workbooks"),
    path("ufficio/estrazioni/nuova/", workbooks.make_workbook, name="make_workbook"),
    path("ufficio/estrazioni/colonne/<slug:kind>/", columns.columns, name="columns"),
    path("ufficio/estrazioni/<int:pk>/", workbooks.workbook, name="workbook"),
    path(
        "ufficio/estrazioni/<int:pk>/scarica/",
        workbooks.download_workbook,
        name="download_workbook",
    ),
    path("ufficio/pagamenti/", payments.payments, name="payments"),
    path("ufficio/pagamenti/da-proporre/", payments.payable_cases, name="payable_cases"),
    path("ufficio/pagamenti/esiti/", answers.answers, name="answers"),
    path("ufficio/pagamenti/nuovo/<int:case>/", payments.propose, name="propose_payment"),
    path("ufficio/pagamenti/<str:number>/", payments.payment, name="payment"),
    path(
        "ufficio/pagamenti/<str:number>/prove/<slug:kind>/",
        payments.evidence,
        name="payment_evidence",
    ),
    path("ufficio/pagamenti/<str:number>/liquidazione/", payments.liquidate, name="liquidate"),
    path("ufficio/pagamenti/<str:number>/sospesi/", payments.set_free, name="set_free"),
    path("ufficio/pagamenti/<str:number>/ritiro/", payments.withdraw, name="withdraw_payment"),
    path("ufficio/recuperi/", recoveries.recoveries, name="recoveries"),
    path("ufficio/recuperi/<str:number>/", recoveries.recovery, name="recovery"),
    path("ufficio/recuperi/<str:number>/incasso/", recoveries.receipt, name="recovery_receipt"),
    path("ufficio/recuperi/<str:number>/rate/", recoveries.plan, name="recovery_plan"),
    path("ufficio/recuperi/<str:number>/ruolo/", recoveries.enrol, name="recovery_roll"),
    path("ufficio/distinte/", orders.orders, name="orders"),
    path("ufficio/distinte/nuova/", orders.open_order, name="open_order"),
    path("ufficio/distinte/<str:number>/", orders.order, name="order"),
    path("ufficio/distinte/<str:number>/approvazione/", orders.approve_order, name="approve_order"),
    path("ufficio/distinte/<str:number>/abbandono/", orders.give_up_order, name="give_up_order"),
    path("ufficio/distinte/<str:number>/file/", orders.make_order_file, name="make_order_file"),
    path("ufficio/distinte/<str:number>/scarica/", orders.download_order, name="download_order"),
    path("ufficio/distinte/<str:number>/togli/<str:payment>/", orders.take_out, name="take_out"),
]
