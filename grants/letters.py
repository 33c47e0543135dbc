"""The letters of a coworking contribution."""


def send_receipt(case):
    """Receipt and start notice."""


def send_integration_request(case, request, *, by):
    """Integration request."""


def send_refusal_notice(case, *, by):
    """Notice of reasons against."""


def send_grant(case, *, by):
    """Grant."""


def send_partial_offer(case, *, by):
    """Partial grant offer."""


def send_waiting_list(case, *, by):
    """Waiting list."""


def send_refusal(case, *, by):
    """Refusal."""


def register_answer(case, *, subject):
    """Register what the applicant handed in."""
