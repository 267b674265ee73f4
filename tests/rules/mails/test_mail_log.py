"""The email log as a fold: one row per email ever seen, and counts that add up."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_events import ANY_MAIL_EVENT

from letterladder.rules.mails.folded_mails import fold_mails, known_mails
from letterladder.rules.mails.mail_log import (
    AnyMailEvent,
    CardSent,
    CardTaken,
    CardTold,
    MailboxCaughtUp,
    MailboxReset,
    MailboxStarted,
    MailEntry,
    MailFailed,
    MailJudged,
    MailPutAside,
    MailRenumbered,
    MailRow,
    MailSeen,
    ReceiptSent,
    Told,
)
from letterladder.rules.mails.mail_rows import count_verdicts, is_renumbered
from letterladder.rules.words import Level, Verdict

AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


def seen(key: str = "1:7", mailbox: str = "in") -> MailSeen:
    """An email that a mailbox showed."""
    return MailSeen(
        mailbox=mailbox,
        key=key,
        sha256="aa",
        message_id="<1@a.example>",
        subject="",
        sender="",
        received=AT,
        size=1,
    )


def judged(verdict: Verdict = Verdict.OPENED, key: str = "1:7") -> MailJudged:
    """What became of it."""
    return MailJudged(mailbox="in", key=key, sha256="aa", verdict=verdict, ref="2026-0042")


FAILED = MailFailed(mailbox="in", key="1:7", sha256="aa", what="no room")
ASIDE = MailPutAside(mailbox="in", key="1:7")
RECEIPT = ReceiptSent(mailbox="in", key="1:7", to="a@a.example", message_id="<2@a.example>")
TOLD = CardTold(
    mailbox="in",
    key="1:7",
    sha256="aa",
    level=Level.RED,
    to=["dsl@a.example"],
    message_id="<3@a.example>",
    read_by=AT,
)
AGAIN = CardTold(
    mailbox="in",
    key="1:7",
    sha256="aa",
    level=Level.RED,
    to=["head@a.example"],
    message_id="<4@a.example>",
    stage=2,
)
LEFT = CardSent(mailbox="in", key="1:7", sha256="aa", to=["dsl@a.example"], message_id="<3@a.example>")
TAKEN = CardTaken(mailbox="in", key="1:7", sha256="aa", by="Mr Imran Sadiq")
RENUMBERED = MailRenumbered(mailbox="in", key="2:1", was="1:7")


def lines(*events: AnyMailEvent) -> list[MailEntry]:
    """The log lines of these events."""
    return [MailEntry(seq=seq, at=AT, by="rules", event=event) for seq, event in enumerate(events, start=1)]


def row(*events: AnyMailEvent) -> MailRow:
    """The only row."""
    rows = fold_mails(lines(*events))
    assert len(rows) == 1
    return next(iter(rows.values()))


@pytest.mark.parametrize(
    ("verdict", "events"),
    [
        (Verdict.INTRAY, [seen()]),
        (Verdict.INTRAY, [seen(), FAILED]),
        (Verdict.OPENED, [seen(), judged()]),
        (Verdict.ATTACHED, [seen(), judged(Verdict.INTRAY), judged(Verdict.ATTACHED)]),
        (Verdict.OPENED, [seen(), judged(), ASIDE]),
        (Verdict.OPENED, [seen(), judged(), MailboxReset(mailbox="in", what="x")]),
        (Verdict.OPENED, [seen(), judged(), RENUMBERED]),
    ],
)
def test_a_mail_has_the_last_verdict(verdict: Verdict, events: list[AnyMailEvent]) -> None:
    """One that nobody judged yet is in the in-tray: visible, never lost."""
    assert row(*events).verdict is verdict


@pytest.mark.parametrize(
    ("field", "expected", "events"),
    [
        ("put_aside", False, [seen(), judged()]),
        ("put_aside", True, [seen(), judged(), ASIDE]),
        ("put_aside", True, [seen(), ASIDE, judged()]),
        ("failures", 2, [seen(), FAILED, FAILED]),
        ("failures", 1, [seen(), FAILED, judged(), ASIDE]),
        ("receipt", True, [seen(), judged(), RECEIPT]),
        ("judged", None, [seen(), FAILED, ASIDE]),
        ("judged_at", AT, [seen(), judged()]),
        ("told", (Told(at=AT, event=TOLD), Told(at=AT, event=AGAIN)), [seen(), judged(), TOLD, AGAIN]),
        ("told", (Told(at=AT, event=TOLD),), [seen(), judged(), TOLD, TAKEN, judged(), ASIDE]),
        (
            "told",
            (Told(at=AT, event=TOLD, sent_at=AT), Told(at=AT, event=AGAIN)),
            [seen(), judged(), TOLD, AGAIN, LEFT],
        ),
        ("taken_by", "Mr Imran Sadiq", [seen(), judged(), TOLD, TAKEN]),
        (
            "taken_by",
            "Mrs Binns",
            [seen(), TAKEN, CardTaken(mailbox="in", key="1:7", sha256="aa", by="Mrs Binns")],
        ),
        ("taken_at", AT, [seen(), TAKEN, judged()]),
        ("taken_by", "", [seen(), judged(), TOLD]),
    ],
)
def test_a_row_keeps_what_happened(field: str, expected: object, events: list[AnyMailEvent]) -> None:
    """No later line forgets an earlier one."""
    assert getattr(row(*events), field) == expected


def test_rows_stand_in_the_order_first_seen() -> None:
    """And one key in two mailboxes is two emails."""
    rows = fold_mails(lines(seen("2"), seen("1"), seen("2", "other"), judged(key="2")))
    assert list(rows) == [("in", "2"), ("in", "1"), ("other", "2")]
    assert rows["other", "2"].judged is None


@pytest.mark.parametrize("event", [judged(), ASIDE, FAILED, RECEIPT, RENUMBERED, TOLD, TAKEN])
def test_what_was_never_seen_makes_no_row(event: AnyMailEvent) -> None:
    """The fold goes on; `verify` says what does not fit."""
    assert fold_mails(lines(event)) == {}


def test_a_renumbered_mail_is_the_same_mail() -> None:
    """Its row moves to the new key with all that is known of it."""
    rows = fold_mails(lines(seen(), judged(), RENUMBERED))
    assert list(rows) == [("in", "2:1")]
    assert rows["in", "2:1"].seen.key == "2:1"


@pytest.mark.parametrize(
    ("expected", "was", "key"),
    [
        (True, "1:7", "2:7"),
        (False, "1:7", "1:8"),
        (False, "1:7", "1:7"),
        (True, "a.eml:100", "a.eml:200"),
        (False, "a.eml:100", "b.eml:100"),
        (False, "a", "b"),
    ],
)
def test_two_keys_may_be_one_mail(expected: bool, was: str, key: str) -> None:
    """The folder was numbered again, or the time of the file changed."""
    assert is_renumbered(was, key) is expected


STARTED = MailboxStarted(mailbox="in", since=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (None, []),
        (STARTED, [STARTED, seen()]),
        (None, [STARTED, MailboxCaughtUp(mailbox="in")]),
        (STARTED, [STARTED, MailboxCaughtUp(mailbox="other")]),
        (None, [MailboxStarted(mailbox="other")]),
    ],
)
def test_a_first_run_that_was_stopped_goes_on(
    expected: MailboxStarted | None, events: list[AnyMailEvent]
) -> None:
    """Until the mailbox is caught up with."""
    box = known_mails(lines(*events)).box("in")
    assert (box.started, box.since) == (expected is not None, expected.since if expected else None)


@given(st.lists(ANY_MAIL_EVENT, max_size=15))
def test_any_mail_log_can_be_folded_and_its_counts_add_up(events: list[AnyMailEvent]) -> None:
    """The verdicts together are the number of emails ever seen: none is lost."""
    rows = fold_mails(lines(*events))
    counts = count_verdicts(rows.values())
    assert sum(counts.values()) == len(rows)
    assert set(counts) == set(Verdict)
