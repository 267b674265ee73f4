"""The questions that the rounds ask of the email log, each answered in the order the emails were first seen."""

from datetime import UTC, date, datetime

import pytest

from letterladder.rules.mails.folded_mails import FoldedMails
from letterladder.rules.mails.mail_log import (
    AnyMailEvent,
    MailboxCaughtUp,
    MailboxStarted,
    MailEntry,
    MailJudged,
    MailPutAside,
    MailRow,
    MailSeen,
)
from letterladder.rules.words import Verdict


def at(hour: int) -> datetime:
    """A moment of 9 November 2026."""
    return datetime(2026, 11, 9, hour, tzinfo=UTC)


def seen(key: str, *, mailbox: str = "in", sha256: str = "", message_id: str = "", hour: int = 9) -> MailSeen:
    """An email that a mailbox showed."""
    return MailSeen(
        mailbox=mailbox,
        key=key,
        sha256=sha256 or key,
        message_id=message_id,
        subject="",
        sender="",
        received=at(hour),
        size=1,
    )


def judged(
    key: str, verdict: Verdict = Verdict.OPENED, *, mailbox: str = "in", sha256: str = ""
) -> MailJudged:
    """What became of it."""
    return MailJudged(mailbox=mailbox, key=key, sha256=sha256 or key, verdict=verdict, ref="2026-0042")


def log(*events: AnyMailEvent) -> FoldedMails:
    """The email log of these lines."""
    return FoldedMails(
        [MailEntry(seq=seq, at=at(10), by="rules", event=event) for seq, event in enumerate(events, start=1)]
    )


def keys(rows: list[MailRow]) -> list[str]:
    """By what the mailbox calls each."""
    return [row.seen.key for row in rows]


THREE = (seen("b"), seen("a"), seen("c", mailbox="zz"), seen("d", mailbox="aa"))


def test_what_was_not_judged_yet() -> None:
    """In the order first seen, whatever the mailbox."""
    assert keys(log(*THREE, judged("a")).unjudged()) == ["b", "c", "d"]


def test_what_waits_for_a_person() -> None:
    """Judged, and for the in-tray; what nobody judged yet is not there."""
    mails = log(*THREE, judged("a", Verdict.INTRAY), judged("b"), judged("c", Verdict.INTRAY, mailbox="zz"))
    assert keys(mails.in_tray()) == ["a", "c"]


@pytest.mark.parametrize(("left", "mailbox"), [(["a"], "in"), (["c"], "zz"), (["d"], "aa"), ([], "none")])
def test_what_is_still_in_a_mailbox(left: list[str], mailbox: str) -> None:
    """Of this one alone, without what was put aside there."""
    assert keys(log(*THREE, MailPutAside(mailbox="in", key="b")).unmoved(mailbox)) == left


@pytest.mark.parametrize(
    ("expected", "sha256"), [("b", "two"), ("a", "one"), (None, "three"), (None, "none")]
)
def test_an_email_of_the_same_bytes(expected: str | None, sha256: str) -> None:
    """The first that was judged."""
    same = [seen("x", sha256="two"), seen("b", sha256="two"), seen("c", sha256="two")]
    mails = log(
        seen("a", sha256="one"),
        *same,
        seen("d", sha256="three"),
        *(judged(key, sha256=sha) for key, sha in (("a", "one"), ("b", "two"), ("c", "two"))),
    )
    found = mails.of_bytes(sha256)
    assert (found and found.seen.key) == expected


@pytest.mark.parametrize(
    ("expected", "message_id"), [(["a", "c"], "<2@x>"), (["d"], "<3@x>"), ([], "<1@x>"), ([], "")]
)
def test_the_emails_of_one_message_id(expected: list[str], message_id: str) -> None:
    """Judged ones that are no copies; an email without an id is like no other."""
    ids = {"a": "<2@x>", "b": "<2@x>", "c": "<2@x>", "d": "<3@x>", "e": "", "f": "<2@x>"}
    mails = log(
        *(seen(key, message_id=one) for key, one in ids.items()),
        *(judged(key) for key in "acde"),
        judged("b", Verdict.DUPLICATE),
    )
    assert keys(mails.of_message_id(message_id)) == expected


def test_a_mailbox_is_known_from_its_first_run() -> None:
    """And that run is under way until it has caught up."""
    since = date(2026, 11, 1)
    started = MailboxStarted(mailbox="in", since=since)
    assert (log().is_known("in"), log().first_run_since("in")) == (False, (False, None))
    assert (log(started).is_known("in"), log(started).first_run_since("in")) == (True, (True, since))
    assert not log(started).is_known("other")
    ended = log(started, MailboxCaughtUp(mailbox="in"))
    assert (ended.is_known("in"), ended.first_run_since("in")) == (True, (False, None))


def test_a_mailbox_that_showed_an_email_is_known() -> None:
    """It was read."""
    assert log(seen("a")).is_known("in")


def test_when_the_newest_email_was_received() -> None:
    """Not the one seen last; none, of none."""
    assert log(seen("a", hour=8), seen("b", hour=11), seen("c", hour=9)).last_received() == at(11)
    assert log().last_received() is None


@pytest.mark.parametrize(
    ("mailbox", "opened", "waiting"), [("in", 1, 1), ("zz", 0, 1), ("aa", 0, 1), ("none", 0, 0)]
)
def test_the_counts_are_of_one_mailbox(mailbox: str, opened: int, waiting: int) -> None:
    """What was not judged yet counts as in the in-tray."""
    counts = log(*THREE, judged("a")).counts(mailbox)
    assert (counts[Verdict.OPENED], counts[Verdict.INTRAY]) == (opened, waiting)
