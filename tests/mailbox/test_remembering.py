from datetime import UTC, datetime

import pytest
from mailbox_mails import TAKEN_AT, mail

from letterladder.ground.values import replace
from letterladder.mailbox.message import read_arrival
from letterladder.mailbox.remembering import MOST_REMEMBERED, RememberingReader
from letterladder.rules.texts.report import Arrival

RAW = mail("He wrote it again.", "Subject: x", "Date: Mon, 02 Nov 2026 16:42:08 +0000")
FIRST = Arrival(key="1:1", raw=RAW, size=len(RAW), received=datetime(2026, 11, 3, 8, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    "later",
    [
        FIRST,
        replace(FIRST, received=datetime(2026, 11, 4, 8, 0, tzinfo=UTC)),
        replace(FIRST, received=None),
        replace(FIRST, key="1:2", size=70_000_000, cut=True),
    ],
)
def test_a_remembered_mail_reads_as_a_fresh_one(later: Arrival) -> None:
    """Whatever else the mailbox says of the same bytes the second time."""
    reader = RememberingReader()
    reader(FIRST, TAKEN_AT)
    assert reader(later, TAKEN_AT) == read_arrival(later, TAKEN_AT)


def test_the_same_bytes_are_taken_apart_once() -> None:
    """The text is the very same object."""
    reader = RememberingReader()
    assert reader(FIRST, TAKEN_AT).text is reader(FIRST, TAKEN_AT).text


@pytest.mark.parametrize("received", [None, datetime(2026, 11, 4, 8, 0, tzinfo=UTC)])
def test_an_email_of_a_case_is_taken_apart_once_for_all_its_letters(received: datetime | None) -> None:
    """Nobody says of a kept email when the mailbox got it; each gate of each draft reads it again."""
    reader = RememberingReader()
    kept = replace(FIRST, received=received)
    assert reader(kept, TAKEN_AT).text is reader(kept, TAKEN_AT).text


def test_another_time_of_taking_is_another_time_of_receipt() -> None:
    """Where the email itself says no time that can be believed."""
    reader, later = RememberingReader(), TAKEN_AT.replace(hour=TAKEN_AT.hour - 1)
    kept = Arrival(key="1:3", raw=mail("Undated.", "Subject: x"), size=60)
    assert [reader(kept, one).received for one in (TAKEN_AT, later, TAKEN_AT)] == [TAKEN_AT, later, TAKEN_AT]


def test_old_ones_are_forgotten() -> None:
    """A backlog of years does not fill the memory."""
    reader = RememberingReader()
    before = reader(FIRST, TAKEN_AT)
    for number in range(MOST_REMEMBERED // 100_000 + 1):
        raw = mail("x" * 100_000, f"Subject: {number}")
        reader(Arrival(key="1:9", raw=raw, size=len(raw)), TAKEN_AT)
    assert reader(FIRST, TAKEN_AT).text is not before.text
