"""Who asks for a contribution: age and seat as the call wants them."""

from typing import Any

from grants import rules
from grants.models import ApplicantKind
from workflows.written.who import WhoForm


class ApplicantForm(WhoForm):
    """Page “chi” of a contribution (COW-01, COW-02)."""

    kinds = ApplicantKind.choices

    def judge(self, data: dict[str, Any]) -> None:
        """Ask the rules on age and seat."""
        application = self.application
        if born := data.get("birth_date"):
            limits = application.parameters.age
            self.refuse("birth_date", rules.age_within(born, application.day, limits))
        seat = "org_province" if "org_province" in self.fields else "province"
        if data.get(seat):
            self.refuse(seat, rules.seat_in_province(data[seat], application.parameters.province))
