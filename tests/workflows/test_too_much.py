"""An email that is too much for the program goes to the in-tray, danger is told at once, and the round goes on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import HEAD, Rehearsal, an_office
from spinning_reader import COMMAND, SPINS

from letterladder.mailbox import budget
from letterladder.mailbox.budget import ReadingProcess
from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.texts.report import TOO_MUCH
from letterladder.rules.words import Flag, Level, Verdict
from letterladder.workflows.keeping import keep_new_mail
from letterladder.workflows.office import Tally


@pytest.fixture(autouse=True)
def _spinning(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    process = ReadingProcess(command=COMMAND, seconds=1)
    monkeypatch.setattr(budget, "_SHARED", process)
    yield
    process.end()


def spinning_between_others(tmp_path: Path, words: str = "") -> Rehearsal:
    """Three emails in the inbox; the second never comes to an end."""
    school = an_office(tmp_path)
    school.write("Ada Moss <ada@mail.example>", "Parking", "The gate was locked.")
    school.write("Ada Moss <ada@mail.example>", "After school", f"{SPINS.decode()} {words}")
    school.write("Ada Moss <ada@mail.example>", "Lunch", "The soup was cold.")
    return school


def after_school(school: Rehearsal) -> MailRow:
    """The email that is too much."""
    return next(row for row in school.mails() if row.seen.subject == "After school")


def test_it_is_in_the_in_tray_and_the_round_goes_on(tmp_path: Path) -> None:
    """The others have their verdicts in the same round, and nothing is amiss."""
    school = spinning_between_others(tmp_path)
    tally = school.round()
    assert [row.verdict for row in school.mails()] == [Verdict.INTRAY] * 3
    assert tally.problems == []
    judged = after_school(school).judged
    assert judged
    assert TOO_MUCH in judged.reason
    assert judged.level is Level.AMBER


def test_danger_in_it_is_told_at_once(tmp_path: Path) -> None:
    """By a list of words; nothing else may be asked of it."""
    school = spinning_between_others(tmp_path, "Tomorrow I will kill him.")
    school.round()
    judged = after_school(school).judged
    assert judged
    assert (judged.level, [one.flag for one in judged.flags]) == (Level.RED, [Flag.DANGER])
    assert len([one for one in school.sent_mails() if one.kind == "alert"]) == 1


def test_its_verdict_is_logged_once(tmp_path: Path) -> None:
    """Further rounds leave it alone."""
    school = spinning_between_others(tmp_path, "Tomorrow I will kill him.")
    school.round()
    before = school.office.mail_log.entries()
    school.round()
    assert school.office.mail_log.entries() == before
    assert len([one for one in school.sent_mails() if one.kind == "alert"]) == 1


def test_a_round_that_was_stopped_before_its_verdict_takes_it_up_again(tmp_path: Path) -> None:
    """It is kept, byte for byte, before it is read; the next program gives it up as the first did."""
    school = spinning_between_others(tmp_path)
    keep_new_mail(school.office, Tally())
    again = an_office(tmp_path)
    again.round()
    row = after_school(again)
    assert row.verdict is Verdict.INTRAY
    assert SPINS in again.office.mail_log.raw(row.seen.sha256)


def test_no_code_in_it_counts(tmp_path: Path) -> None:
    """What could not be read approves nothing."""
    school = an_office(tmp_path)
    school.report("Ross Dunn", "Ella Dunn, 4B")
    code = re.search(r"APPROVE \S+", school.newest("approval").text)
    assert code
    school.write(HEAD, "Re: Letter", f"{code.group()}\n\n{SPINS.decode()}")
    school.round()
    assert school.verdicts()[-1] == Verdict.INTRAY
    assert "LetterApproved" not in school.kinds()
