"""Questions on the call of the demonstration, most of them answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from calls.models import Call, Enquiry
from calls.services import enquiries
from parties import moment
from parties.models import User
from portal.demo import accounts
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.people import Inventor


@dataclass
class Questions:
    """What was asked about a call, and what the office has answered."""

    call: Call
    staff: dict[str, User]
    calendar: Calendar
    inventor: Inventor
    add: Callable[[datetime, Callable[[], object]], None]

    def plan(self) -> None:
        """Plan questions and answers on their days."""
        at = partial(self.calendar.instant, office=True)
        for said in read("register")["questions"]:
            self.add(self.calendar.instant(said["ago"], 8, 15), partial(self._ask, said["text"]))
            if said["answered"] is not None:
                self.add(at(said["answered"], 15, 30), partial(self._answer, said))
            if "again" in said:
                self.add(at(said["again"], 15, 40), partial(self._answer_again, said))

    def _ask(self, text: str) -> None:
        person = self.inventor.person(moment.today())
        user = accounts.create_applicant(
            person.email, person.first_name, person.last_name, moment.now() - timedelta(hours=1)
        )
        enquiries.ask(self.call, by=user, text=text)

    def _answer(self, said: dict[str, Any]) -> None:
        words = {
            "question_it": said["question"],
            "answer_it": said["answer"],
            "question_en": said.get("question_en", ""),
            "answer_en": said.get("answer_en", ""),
            "is_public": not said.get("private", False),
            "reason": "",
        }
        self._write(said, 0, words)

    def _answer_again(self, said: dict[str, Any]) -> None:
        words = {"question_it": said["question"], "answer_it": said["later"], "is_public": True}
        self._write(said, 1, words | {"reason": said["why"]})

    def _write(self, said: dict[str, Any], seen: int, words: dict[str, Any]) -> None:
        found = Enquiry.objects.get(call=self.call, text=said["text"])
        officer = self.staff[accounts.SECOND_OFFICER.email]
        enquiries.answer(found, by=officer, seen=seen, said=words)
