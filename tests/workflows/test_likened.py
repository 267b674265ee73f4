"""Emails that read like a danger, or in which only some signs do: who is told, how soon, and what is drafted."""

from pathlib import Path

import pytest
from office import DEPUTY, DSL, Rehearsal
from prepared import reported_school

from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.mails.mail_rows import is_grave, level_of
from letterladder.rules.words import Flag, Level, Verdict

IN_NO_CLAUSE = (
    "He was outside ours again last night shouting that he will make her pay. The girls are terrified, she told me "
    "she thinks he will do it tonight."
)
BY_SIGNS = (
    "One of the girls was hungry again and had no lunch; the dinner lady says she is unwashed. The minutes and the "
    "form for the newsletter are attached. Please reply about the parking and the menu."
)


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    return reported_school(tmp_path)


def judged(school: Rehearsal, words: str) -> MailRow:
    """The email from a stranger, as it waits in the in-tray after a round."""
    school.write("someone@elsewhere.example", "hello", words)
    school.round()
    return next(row for row in school.mails() if row.verdict is Verdict.INTRAY)


def told(school: Rehearsal, kind: str) -> list[tuple[str, ...]]:
    """To whom emails of this kind left."""
    return [mail.to for mail in school.sent_mails() if mail.kind == kind]


def test_what_reads_like_a_danger_alarms_though_no_clause_tells_it(school: Rehearsal) -> None:
    """The DSL and the deputy are told at once; its words are not for everybody, and no flag is made up."""
    row = judged(school, IN_NO_CLAUSE)
    assert row.judged is not None
    assert (level_of(row), is_grave(row), row.judged.flags) == (Level.RED, True, [])
    assert told(school, "alert") == [(DSL, DEPUTY)]
    assert "terrified" not in school.newest("alert").text


def test_signs_alone_are_read_today_and_stay_with_those_who_may_see_it(school: Rehearsal) -> None:
    """No alarm at any hour, yet told at once to the DSL and the deputy; the flag is kept and no case is opened."""
    before = len(school.mails())
    row = judged(school, BY_SIGNS)
    assert row.judged is not None
    assert (level_of(row), is_grave(row), row.judged.ref) == (Level.AMBER, True, "")
    assert [one.flag for one in row.judged.flags] == [Flag.CHILD_PROTECTION]
    assert (told(school, "alert"), told(school, "card")[-1:]) == ([], [(DSL, DEPUTY)])
    assert "hungry" not in school.newest("card").text
    assert len(school.mails()) == before + 1
