"""The first run on a mailbox: it asks from which day on, drafts nothing for older email; a dry run changes nothing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fakes_mail import MemoryInbox
from office import DUNN_MAIL, Rehearsal, an_office, edited, form, school_folder
from prepared import reported_school

from letterladder.rules.texts.report import Arrival
from letterladder.workflows.keeping import ALL
from letterladder.workflows.rehearsing import dry_round
from letterladder.workflows.rounds import run_round

SINCE = date(2026, 10, 30)
FIRST = datetime(2026, 10, 10, 9, 0, tzinfo=UTC)


def report(number: int, parent: str = "Mr Ross Dunn") -> bytes:
    """A report that would open a case."""
    return (
        f"From: b.aldous@larkfield.example\nTo: safeguarding@larkfield.example\nMessage-ID: <{number}@x.example>\n"
        f"Subject: Form\n\n{form(parent)}"
    ).encode()


def old_mailbox(tmp_path: Path, mails: int = 25) -> tuple[Rehearsal, MemoryInbox]:
    """A mailbox with a report on each day from 10 October on."""
    inbox = MemoryInbox()
    for number in range(mails):
        inbox.deliver(report(number), received=FIRST + timedelta(days=number))
    return an_office(tmp_path, inbox=inbox), inbox


def test_a_first_run_on_a_full_mailbox_takes_nothing_and_asks(tmp_path: Path) -> None:
    """It says both ways to answer; deadlines and everything else go on."""
    school, inbox = old_mailbox(tmp_path)
    tally = school.round()
    assert (tally.mails, school.mails(), len(inbox.taken)) == (0, [], 0)
    assert "25 emails" in tally.problems[0].what
    assert "--since" in tally.problems[0].what_to_do
    assert not tally.world_failed


def test_a_first_run_on_a_small_mailbox_does_not_ask(tmp_path: Path) -> None:
    """Twenty emails are looked at as they are."""
    school, _ = old_mailbox(tmp_path, mails=20)
    assert school.round().mails == 20


def test_a_plain_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    """Whoever drops thirty emails into the folder means them to be read."""
    school = an_office(tmp_path)
    for number in range(30):
        school.deliver(report(number))
    assert school.round().mails == 30


def test_nothing_is_drafted_for_mail_from_before_the_day(tmp_path: Path) -> None:
    """Kept, in the in-tray, left where it is; from the day on everything is as usual."""
    school, inbox = old_mailbox(tmp_path)
    run_round(school.office, since=SINCE)
    old = [row for row in school.mails() if row.seen.old]
    assert len(old) == 20
    assert {str(row.verdict) for row in old} == {"intray"}
    assert (len(school.case().facts), len(inbox.waiting), len(inbox.taken)) == (5, 20, 5)


def test_the_day_can_stand_in_the_settings(tmp_path: Path) -> None:
    """`mail.since` is as good as the option."""
    edited(school_folder(tmp_path), ("# since = 2026-11-01", "since = 2026-11-01"))
    school, _ = old_mailbox(tmp_path)
    school.round()
    assert sum(row.seen.old for row in school.mails()) == 22


def test_all_means_that_nothing_is_old(tmp_path: Path) -> None:
    """`--since all`."""
    school, _ = old_mailbox(tmp_path)
    tally = run_round(school.office, since=ALL)
    assert (tally.mails, sum(row.seen.old for row in school.mails())) == (25, 0)


def test_an_interrupted_first_run_goes_on_as_it_began(tmp_path: Path) -> None:
    """The server went away after some emails: the next round needs no answer again and knows what is old."""

    class Breaking(MemoryInbox):
        """Goes away after its first batch, once."""

        broken = False

        def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
            """One batch, then nothing answers."""
            batches = super().arrivals(known)
            yield next(batches)
            if not self.broken:
                self.broken, self.fails = True, True
                self._reach()
            yield from batches

    inbox = Breaking(batch=10)
    for number in range(25):
        inbox.deliver(report(number), received=FIRST + timedelta(days=number))
    school = an_office(tmp_path, inbox=inbox)
    assert run_round(school.office, since=SINCE).world_failed
    inbox.fails = False
    school.round()
    inbox.deliver(report(99, "Mr Emeka Okoro"), received=FIRST)
    school.round()
    assert (len(school.mails()), sum(row.seen.old for row in school.mails())) == (26, 20)


def test_after_the_first_run_a_mail_with_an_old_date_is_new(tmp_path: Path) -> None:
    """A sender's wrong clock must not hide a report."""
    school, inbox = old_mailbox(tmp_path)
    run_round(school.office, since=SINCE)
    inbox.deliver(report(99, "Mr Emeka Okoro"), received=FIRST)
    school.round()
    assert not school.mails()[-1].seen.old


def test_mail_counts_add_up_with_old_mail_too(tmp_path: Path) -> None:
    """Every email on the server has exactly one row."""
    school, inbox = old_mailbox(tmp_path)
    run_round(school.office, since=SINCE)
    assert inbox.count() == len(school.mails()) == 25


@pytest.mark.parametrize("since", [None, ALL, SINCE])
def test_a_dry_run_changes_nothing_at_all(since: date | None, tmp_path: Path) -> None:
    """No file of the school's is made, changed or moved, and no email."""
    school, inbox = old_mailbox(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in school.folder.rglob("*")}
    dry_round(school.office, since=since)
    assert {path: path.stat().st_mtime_ns for path in school.folder.rglob("*")} == before
    assert len(inbox.waiting) == 25


def test_a_dry_run_counts_what_a_run_would_do(tmp_path: Path) -> None:
    """The same verdicts; the first run still asks afterwards."""
    school, _ = old_mailbox(tmp_path)
    seen = dry_round(school.office, since=SINCE)
    done = run_round(school.office, since=SINCE)
    assert (seen.verdicts, seen.mails) == (done.verdicts, done.mails)


def test_a_dry_run_knows_the_cases_that_are_there(tmp_path: Path) -> None:
    """An answer of an adult with an open case would be attached; their case is not touched."""
    school = reported_school(tmp_path)
    school.write(DUNN_MAIL, "your letter", "It is gone.")
    lines = len(school.kinds())
    tally = dry_round(school.office)
    assert tally.counts()["attached"] == 1
    assert len(school.kinds()) == lines
