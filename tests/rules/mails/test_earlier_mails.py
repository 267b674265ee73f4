"""What a sender wrote before."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from letterladder.rules.mails.earlier_mails import NONE, by_sender, earlier_mails
from letterladder.rules.mails.mail_log import MailJudged, MailRow, MailSeen
from letterladder.rules.words import Verdict

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


def row(
    number: int, sender: str = "ann@x.example", verdict: Verdict | None = Verdict.INTRAY, ref: str = ""
) -> MailRow:
    """The email of an hour, judged unless `verdict` is None."""
    sha = f"{number:064d}"
    seen = MailSeen(
        mailbox="a",
        key=str(number),
        sha256=sha,
        message_id="",
        subject="s",
        sender=sender,
        received=NOW + timedelta(hours=number),
        size=1,
    )
    judged = (
        MailJudged(mailbox="a", key=str(number), sha256=sha, verdict=verdict, ref=ref) if verdict else None
    )
    return MailRow(seen=seen, judged=judged)


def test_all_are_counted_and_the_last_three_are_told_newest_first() -> None:
    """Whatever the case of the address; the email itself and later ones are not earlier."""
    rows = [row(number, sender="Ann@x.example", ref=f"2026-000{number}") for number in range(1, 7)]
    found = earlier_mails(rows[4], rows)
    assert (found.count, [one.ref for one in found.last]) == (4, ["2026-0004", "2026-0003", "2026-0002"])


def test_copies_others_and_emails_not_judged_do_not_count() -> None:
    """Nor a second arrival of the same bytes."""
    rows = [row(1, verdict=Verdict.DUPLICATE), row(2, sender="bob@x.example"), row(3, verdict=None), row(4)]
    assert earlier_mails(row(4), rows) == NONE


def test_of_two_emails_of_one_moment_neither_is_earlier() -> None:
    """Such as two that waited for the first round."""
    first = row(1)
    second = MailRow(seen=replace(row(2).seen, received=first.seen.received), judged=row(2).judged)
    assert earlier_mails(first, [first, second]) == NONE


def test_a_sender_without_an_address_wrote_nothing_before() -> None:
    """Anybody can bear a name."""
    rows = [row(1, sender="Ann"), row(2, sender="Ann")]
    assert earlier_mails(rows[1], rows) == NONE


def test_emails_are_grouped_by_address() -> None:
    """So that a long log is read once."""
    rows = [row(1), row(2, sender="bob@x.example"), row(3, sender="ANN@x.example")]
    found = by_sender(rows)
    assert found == {"ann@x.example": [rows[0], rows[2]], "bob@x.example": [rows[1]]}


def test_an_email_is_earlier_whatever_its_fingerprint() -> None:
    """Only the same one is none."""
    rows = [row(1), row(2), row(3)]
    turned = [
        MailRow(seen=replace(one.seen, sha256=f"{9 - at:064d}"), judged=one.judged)
        for at, one in enumerate(rows)
    ]
    assert (earlier_mails(rows[2], rows).count, earlier_mails(turned[2], turned).count) == (2, 2)
