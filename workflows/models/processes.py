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
            ),
            # What the tasks refer to: their case is that of their process.
            models.UniqueConstraint(fields=["id", "case"], name="process_with_its_case"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row with the office's time, not the library's."""
        moment.bring_back(self, "created", "finished")
        super().save(*args, **kwargs)


class CaseTask(AbstractTask):
    """Somebody is asked for something: whether that is new, assigned or done."""

    process = models.ForeignKey(CaseProcess, models.CASCADE, related_name="task_set")
    # That of the process, kept here too: lists of work go from case to task in one step. A foreign
    # key on both columns holds them together (`task_of_the_case_of_its_process`).
    case = models.ForeignKey("workflows.Case", models.PROTECT, related_name="tasks", editable=False)
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
                fields=["owner_permission", "case"],
                condition=Q(status=STATUS.NEW),
                name="task_waiting_for_a_taker",
            ),
            models.Index(
                fields=["owner", "case"],
                condition=Q(status=STATUS.ASSIGNED),
                name="task_in_hand",
            ),
            models.Index(
                fields=["case"],
                condition=Q(status__in=[STATUS.NEW, STATUS.ASSIGNED]),
                name="task_open_of_case",
            ),
            models.Index(
                fields=["flow_task", "status", "case"],
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
        """Write the row with its case, and with the office's time, not the library's."""
        self.case_id = self.process.case_id
        moment.bring_back(self, "created", "assigned", "started", "finished")
        super().save(*args, **kwargs)
