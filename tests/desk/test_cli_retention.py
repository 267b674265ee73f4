"""Keeping and deleting, typed: the review list, holds, and what is left of a case that was forgotten."""

from pathlib import Path

import pytest
from desk.terminal import Said, Terminal, Window
from office import Rehearsal
from prepared import prepared, reported_school
from register.reading import readable

REF, OPEN = "2026-0001", "2026-0002"
BY = ("--by", "Mrs Hollis", "--yes")


class Desk:
    """The school with a terminal."""

    def __init__(self, school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
        self.school = school
        self._terminal = Terminal(school.folder, capsys)

    def types(self, *words: str) -> Said:
        """Type a command."""
        return self._terminal.type(*words)

    def review(self, day: str) -> dict[str, str]:
        """The cases to be looked at on that day, each with the reason."""
        rows = self.types("retention", "list", "--due", "--json", "--today", day).json
        return {row["ref"]: row["why"] for row in rows}


def one_ended(folder: Path) -> Rehearsal:
    """One case that ended with an answer to its letter, and one that is open; an email of the first came twice."""
    school = reported_school(folder)
    school.deliver((school.folder / "inbox" / "taken" / "0002.eml").read_bytes())
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    school.goes_out()
    desk, day = Window(school.folder), ("--today", school.clock.today().isoformat())
    desk.type("answer", REF, "removed", "--summary", "it is gone", "--channel", "phone", *day)
    desk.type("decide", REF, "none", "--reason", "it is gone", "--by", "Mrs Hollis", *day)
    assert (school.case(REF).state, school.case(OPEN).state) == ("closed", "open")
    return school


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """That school."""
    return Desk(prepared(one_ended, tmp_path), capsys)


def test_the_review_list_says_why_a_case_is_on_it(desk: Desk) -> None:
    """Not before its day, and never an open one."""
    assert desk.review("2032-11-02") == {}
    why = "closed on 2026-11-03; the time for a complaint or conduct case has passed"
    assert desk.review("2032-11-03") == {REF: why}


def test_a_held_case_is_on_no_review_list(desk: Desk) -> None:
    """Until it is released."""
    desk.types("retention", "hold", REF, "--reason", "a claim", "--by", "Mrs Hollis")
    assert desk.review("2040-01-01") == {}
    said = desk.types("forget", REF, "--reason", "its time is over", *BY, "--today", "2040-01-01")
    assert (said.code, "It is under a legal hold: a claim" in said.err) == (1, True), said
    desk.types("retention", "release", REF, "--reason", "settled", "--by", "Mrs Hollis")
    assert list(desk.review("2040-01-01")) == [REF]


def test_nothing_is_deleted_by_itself(desk: Desk) -> None:
    """However old; a round only goes on."""
    desk.types("round", "--today", "2026-12-01")
    desk.types("retention", "list", "--today", "2050-01-01")
    assert desk.school.case(REF).state == "closed"


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        (1, (OPEN, "--reason", "x", *BY, "--early"), "The case is open"),
        (1, (REF, "--reason", "x", *BY), "It is kept until"),
        (2, (REF, "--reason", "x", "--yes"), "--by"),
        (2, (REF, "--reason", " ", *BY), "a name and a reason"),
        (1, (REF, "--reason", "Mr Dunn asked for it", *BY, "--early"), "The reason names Dunn"),
        (1, (REF, "--reason", "for ella's mother", *BY, "--early"), "The reason names Ella"),
        (1, ("2026-0099", "--reason", "x", *BY, "--early"), "no such case"),
    ],
)
def test_what_may_not_be_forgotten_is_said(code: int, words: tuple[str, ...], named: str, desk: Desk) -> None:
    """And nothing is gone."""
    said = desk.types("forget", *words, "--today", "2026-12-01")
    assert (said.code, named in said.err + said.out) == (code, True), said
    assert desk.school.case(REF).last_seq > 5


@pytest.fixture
def forgotten(desk: Desk) -> Said:
    """The first case is deleted."""
    desk.types("cases")
    return desk.types(
        "forget", REF, "--reason", "a request for erasure", *BY, "--early", "--today", "2026-12-01"
    )


def test_forgetting_says_what_it_cannot_reach(forgotten: Said) -> None:
    """The school tells the person."""
    assert forgotten.code == 0, forgotten
    assert "backups made before today" in forgotten.out


def test_nothing_but_the_log_of_mails_still_speaks_of_a_forgotten_case(desk: Desk, forgotten: Said) -> None:
    """Also not the second copy of its email, our emails, or a derived file; see decision 0010."""
    assert forgotten.code == 0, forgotten
    data = desk.school.folder / "data"
    found = {
        file.relative_to(data).as_posix()
        for file in data.rglob("*")
        if file.is_file() and ("Ella Dunn" in readable(file) or "ross.dunn" in readable(file).casefold())
    }
    assert found <= {"ledger/mails.log"}


def test_all_else_fits_after_a_deletion(desk: Desk, forgotten: Said) -> None:
    """`verify` finds nothing, and the other case goes on."""
    assert forgotten.code == 0, forgotten
    said = desk.types("verify")
    assert said.code == 0, said
    assert [row["ref"] for row in desk.types("cases", "--json").json] == [OPEN]
    assert desk.types("round", "--today", "2026-12-01").code in {0, 1}


def test_the_log_of_deletions_names_who_and_why_and_nobody_else(desk: Desk, forgotten: Said) -> None:
    """It is kept for ever."""
    assert forgotten.code == 0, forgotten
    told = (desk.school.folder / "data" / "ledger" / "deletions.log").read_text(encoding="utf-8")
    assert "Mrs Anita Hollis" in told
    assert "a request for erasure" in told
    assert "Dunn" not in told
