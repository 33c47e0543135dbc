from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from viewflow.workflow.models import AbstractProcess, AbstractTask
from viewflow.workflow.status import STATUS

from parties import moment


class CaseProcess(AbstractProcess):
    """One run of a flow about one case. It points at the case and stores nothing of its own."""

    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="processes")
    # Under which version of the flow it runs (`CaseFlow.version`).
    flow_version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(finished__isnull=True),
                name="case_has_one_open_process",
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row with the office's time, not the library's."""
        moment.bring_back(self, "created", "finished")
        super().save(*args, **kwargs)


class CaseTask(AbstractTask):
    """Somebody is asked for something: whether that is new, assigned or done."""

    process = models.ForeignKey(CaseProcess, models.CASCADE, related_name="task_set")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="case_tasks",
    )
    data = models.JSONField(default=dict, blank=True)
    # The term whose timer this is.
    term = models.OneToOneField(
        "workflows.CaseTerm", models.CASCADE, related_name="timer", null=True, blank=True
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["owner_permission", "process"],
                condition=Q(status=STATUS.NEW),
                name="task_waiting_for_a_taker",
            ),
            models.Index(
                fields=["owner", "process"],
                condition=Q(status=STATUS.ASSIGNED),
                name="task_in_hand",
            ),
            models.Index(
                fields=["process"],
                condition=Q(status__in=[STATUS.NEW, STATUS.ASSIGNED]),
                name="task_open_of_process",
            ),
            models.Index(
                fields=["flow_task", "status", "process"],
                condition=Q(status__in=[STATUS.NEW, STATUS.ASSIGNED]),
                name="task_asked",
            ),
            models.Index(
                fields=["scheduled", "id"],
                condition=Q(status=STATUS.SCHEDULED),
                name="task_scheduled",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row with the office's time, not the library's."""
        moment.bring_back(self, "created", "assigned", "started", "finished")
        super().save(*args, **kwargs)
