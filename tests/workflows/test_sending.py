"""What may go out: only what a log mentions, and all of it, also reminders of requests."""

from datetime import date
from pathlib import Path

import pytest
from fakes_disk import MemoryQueue
from office import Rehearsal, an_office
from prepared import prepared_once

from letterladder.desk.clock import RehearsalClock
from letterladder.ground.values import replace
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.words import RequestAbout
from letterladder.workflows.office import Tally
from letterladder.workflows.requesting import NewRequest, record_request, remind_of_requests
from letterladder.workflows.sending import send_waiting


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A school with one open case."""
    school: Rehearsal = an_office(tmp_path, queue=MemoryQueue())
    school.report()
    return school


@pytest.mark.parametrize("ref", ["", "2026-0001"])
def test_a_reminder_of_a_request_goes_out_whatever_case_it_is_about(school: Rehearsal, ref: str) -> None:
    """It is in the school's own log of requests, not in the case's."""
    new = NewRequest(about=RequestAbout.SUBJECT_ACCESS, received=date(2026, 11, 2), ref=ref)
    record_request(school.office, new, by="Mrs Binns")
    later = replace(school.office, clock=RehearsalClock(date(2026, 12, 2)))
    remind_of_requests(later, Tally())
    before = len(school.sent_mails())
    send_waiting(later, Tally())
    assert [mail.kind for mail in school.sent_mails()[before:]] == ["reminder"]


@pytest.mark.parametrize("ref", ["", "2026-0001"])
def test_a_reminder_that_no_log_speaks_of_is_withdrawn(school: Rehearsal, ref: str) -> None:
    """The program stopped between queue and log; the next round reminds again, and nobody hears it twice."""
    left_over = OutgoingMail(
        message_id="<a@larkfield.example>",
        kind=MailKind.REMINDER,
        to=("office@larkfield.example",),
        subject="s",
        text="t",
        ref=ref,
    )
    before = len(school.sent_mails())
    school.office.queue.put(left_over)
    send_waiting(school.office, Tally())
    assert school.sent_mails()[before:] == []
    assert school.office.queue.waiting() == []
