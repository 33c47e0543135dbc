"""Addresses of this room."""

from django.urls import path

from workflows.views import (
    acts,
    applicant,
    bulk,
    documents,
    jobs,
    office,
    protocol,
    queue,
    tasks,
)

app_name = "workflows"
urlpatterns = [
    path("pratiche/<int:pk>/", applicant.case_page, name="case"),
    path("documenti/<int:pk>/", documents.document, name="document"),
    path("ufficio/pratiche/<int:pk>/", office.office_case, name="office_case"),
    path("ufficio/pratiche/<int:pk>/atti/<slug:name>/", acts.act, name="act"),
    path("ufficio/pratiche/<int:pk>/note/", office.note, name="note"),
    path("ufficio/", queue.queue_list, name="queue"),
    path("ufficio/colonne/", queue.choose_columns, name="queue_columns"),
    path("ufficio/compiti/prendi/", tasks.take_many, name="take_many"),
    path("ufficio/compiti/<int:pk>/prendi/", tasks.take, name="take"),
    path("ufficio/compiti/<int:pk>/cedi/", tasks.hand_over, name="hand_over"),
    path("ufficio/compiti/<int:pk>/rilascia/", tasks.release, name="release"),
    path("ufficio/decisioni/", bulk.to_sign, name="bulk"),
    path("ufficio/decisioni/conferma/", bulk.confirm, name="bulk_confirm"),
    path("ufficio/lavori/", jobs.job_list, name="jobs"),
    path("ufficio/lavori/<int:pk>/", jobs.job, name="job"),
    path("ufficio/protocollo/", protocol.register, name="protocol"),
]
