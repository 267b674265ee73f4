"""Rounds look at few cases; whatever a round over all of them would do is done in the same round all the same."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fakes_mail import MemoryOutbox
from office import DUNN_MAIL, SLOTS, QuickPdf, Rehearsal, an_office, edited, school_folder
from prepared import posted_school, reported_school
from shipped import FILES

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.ground.errors import Problem
from letterladder.ground.values import replace
from letterladder.workflows.deciding import decide
from letterladder.workflows.looking import look_now
from letterladder.workflows.office import Signed, Tally

KILN_LANE = "Ross,Dunn,Father,P1,Ella,Dunn,4B,3 Kiln Lane,,Wexmoor,ZZ99 4AA"
NO_ADDRESS = "Ross,Dunn,Father,P1,Ella,Dunn,4B,,,,"
MEETING_PLACE = 'meeting_place = "the headteacher\'s office, Larkfield Primary School"\n'
OKORO = ("Mr Emeka Okoro", "Ada Okoro, 2A")
L1 = FILES["L1"]


def anew(school: Rehearsal) -> Rehearsal:
    """The same school as the next process sees it: its settings read and its office built again."""
    other = an_office(school.folder.parent, school.clock.today())
    return replace(other, numbers=school.numbers)


def posted(tmp_path: Path) -> Rehearsal:
    """A school whose first letter is posted; the answer is due on Thursday 12 November."""
    school = posted_school(tmp_path)
    school.round()
    return school


def without_slots(school: Rehearsal) -> Rehearsal:
    """The school when its second letter lacks the times of the meeting."""
    school.day("2026-11-13")
    school.decided("L2", "No answer; we offer to talk.")
    school.round()
    return school


def at(school: Rehearsal, day: int, hour: int) -> Tally:
    """A round at that hour of a day in November."""
    school.clock.turn_to(date(2026, 11, day), hour)
    return school.round()


def to_look_at(school: Rehearsal) -> list[str]:
    """The cases that a round would look at now."""
    return list(school.office.index.cases.to_look_at(look_now(school.office, Tally())))


# -- what was fixed is taken up by the next round ---------------------------------------------------------------


def no_address(folder: Path) -> None:
    """The register has no address for Mr Dunn."""
    edited(folder, (KILN_LANE, NO_ADDRESS), file="people.csv")


def an_address(folder: Path) -> None:
    """The register is fixed."""
    edited(folder, (NO_ADDRESS, KILN_LANE), file="people.csv")


def no_word_file(folder: Path) -> None:
    """The school's own letter is not a Word file."""
    (folder / "letter_templates" / L1).write_bytes(b"no letter at all")


def a_word_file(folder: Path) -> None:
    """The school's own letter is fixed."""
    (folder / "letter_templates" / L1).write_bytes((LETTER_TEMPLATES / L1).read_bytes())


def the_word_file_goes(folder: Path) -> None:
    """The school's own letter is taken away again, so that ours is used."""
    (folder / "letter_templates" / L1).unlink()


@pytest.mark.parametrize(
    ("breaks", "mends"),
    [(no_address, an_address), (no_word_file, a_word_file), (no_word_file, the_word_file_goes)],
)
def test_a_blocked_letter_is_drafted_by_the_round_after_it_was_mended(
    breaks: Callable[[Path], None], mends: Callable[[Path], None], tmp_path: Path
) -> None:
    """On the same day; the rounds in between ask for nothing twice."""
    breaks(school_folder(tmp_path))
    school = an_office(tmp_path)
    assert (school.report().blocked, school.round().blocked) == (1, 0)
    mends(school.folder)
    assert (school.round().drafted, school.letters()) == (1, ["L1.1 drafted"])


def test_a_letter_without_a_meeting_place_is_drafted_once_the_settings_have_it(tmp_path: Path) -> None:
    """The settings are read by the next process; on the same day it looks at the case again."""
    edited(posted(tmp_path).folder, (MEETING_PLACE, ""))
    school = without_slots(an_office(tmp_path, date(2026, 11, 3)))
    assert school.supplied("L2", **SLOTS).drafted == 0
    edited(school.folder, ("[letters]\n", f"[letters]\n{MEETING_PLACE}"))
    assert anew(school).round().drafted == 1


def test_a_longer_calendar_is_taken_up_by_the_next_round(tmp_path: Path) -> None:
    """A letter whose answer-by date nobody could count is drafted on the same day."""
    calendar = school_folder(tmp_path) / "calendar.toml"
    whole = calendar.read_text()
    short = "[[terms]]".join(whole.split("[[terms]]")[:3]).replace("last = 2026-12-18", "last = 2026-11-06")
    calendar.write_text("\n".join(line for line in short.split("\n") if not line.startswith("inset")))
    school = an_office(tmp_path)
    assert (school.report().drafted, school.round().drafted) == (0, 0)
    calendar.write_text(whole)
    assert anew(school).round().drafted == 1


@pytest.mark.parametrize("file", ["calendar.toml", "school.toml", "policy.toml", "people.csv", "head.png"])
def test_after_any_change_of_what_the_school_keeps_every_open_case_is_looked_at(
    file: str, tmp_path: Path
) -> None:
    """Also after one that lets nothing new happen: nobody can tell that without looking."""
    school = posted(tmp_path)
    assert to_look_at(school) == []
    with (school.folder / file).open("a") as changed:
        changed.write("\n")
    assert to_look_at(anew(school)) == ["2026-0001"]


def test_fields_given_by_a_command_draft_the_letter_in_the_next_round(tmp_path: Path) -> None:
    """The command is another process, and does nothing but log what it was given."""
    school = without_slots(posted(tmp_path))
    before = school.letters()
    other = anew(school)
    other.supplied("L2", **SLOTS)
    assert school.round().problems == []
    assert school.letters() == [*before, "L2.1 drafted"]


def test_a_case_decided_on_in_another_process_is_taken_further_by_the_next_round(tmp_path: Path) -> None:
    """The round that was there before knows of it without being told."""
    school = posted(tmp_path)
    school.day("2026-11-13")
    assert school.round().drafted == 0
    other = anew(school)
    decide(other.office, other.case(), "L3", "The post is still up.", signed=Signed(by="Mrs Hollis"))
    assert school.round().drafted == 1


# -- days and hours ----------------------------------------------------------------------------------------------


def test_reminders_wait_for_the_morning_though_the_night_looked_already(tmp_path: Path) -> None:
    """Five past midnight: nothing; the first round in hours: one; then none any more, whatever the hour."""
    school = posted(tmp_path)
    reminded = [at(school, 10, hour).reminded for hour in (0, 6, 7, 8, 12, 17, 18, 23)]
    assert reminded == [0, 0, 1, 0, 0, 0, 0, 0]


def test_each_stage_of_a_reminder_comes_once_on_its_day(tmp_path: Path) -> None:
    """Two working days before, on the day, and then what is awaited after the lapse."""
    school = posted(tmp_path)
    days = {day: sum(at(school, day, hour).reminded for hour in (0, 8, 9, 20)) for day in range(6, 21)}
    assert [day for day, sent in days.items() if sent] == [10, 12, 16, 18, 20]
    assert set(days.values()) == {0, 1}


def test_a_first_round_in_hours_needs_no_second_look(tmp_path: Path) -> None:
    """A look in the hours for emails has seen all that one at night would see."""
    school = posted(tmp_path)
    at(school, 4, 10)
    school.clock.turn_to(date(2026, 11, 4), 21)
    assert to_look_at(school) == []


def test_the_alternate_is_asked_after_the_days_however_often_was_looked(tmp_path: Path) -> None:
    """Five school days from Monday 2 November, once."""
    school = reported_school(tmp_path)
    asked = {day: sum(at(school, day, hour).asked for hour in (0, 9, 15)) for day in (9, 10)}
    codes = [code.approver for code in school.in_hand().codes]
    assert (asked[9] > 0, asked[10]) == (True, 0)
    assert (codes, school.letters()) == (["alternate"], ["L1.1 void", "L1.2 drafted"])


@pytest.mark.parametrize("days", [(4, 5, 6, 9, 10, 11, 12), (12, 11, 12), (12, 4, 12, 11)])
def test_a_deadline_lapses_on_its_day_whatever_days_were_looked_at(
    days: tuple[int, ...], tmp_path: Path
) -> None:
    """Not before, once, and also where the clock has gone back and forth."""
    school = posted(tmp_path)
    assert sum(at(school, day, hour).lapsed for day in days for hour in (0, 10)) == 0
    assert [at(school, 13, hour).lapsed for hour in (0, 10, 11)] == [1, 0, 0]


# -- what the world took away ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lost", ["*.docx", "*"])
def test_a_letter_that_was_taken_out_of_the_tray_lies_there_again_after_the_next_round(
    lost: str, tmp_path: Path
) -> None:
    """Nobody would post what is not there; the list may be gone as well."""
    school = reported_school(tmp_path)
    school.head_approves()
    school.round()
    tray = school.folder / "data" / "outbox" / "to-post"
    before = {file.name: file.read_bytes() for file in tray.glob("*.docx")}
    for file in tray.glob(lost):
        file.unlink()
    assert school.round().problems == []
    assert {file.name: file.read_bytes() for file in tray.glob("*.docx")} == before != {}


def test_a_letter_by_mail_is_tried_again_by_the_next_round(tmp_path: Path) -> None:
    """The server was away on its day; once it is back the letter goes out on that day."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    school.report()
    school.head_approves()
    outbox = MemoryOutbox()
    away = replace(school, office=replace(school.office, outbox=outbox))
    outbox.fails = True
    assert [away.day("2026-11-03").posted, away.round().posted] == [0, 0]
    outbox.fails = False
    assert (away.round().posted, [mail.to for mail in outbox.sent if mail.kind == "letter"]) == (
        1,
        [(DUNN_MAIL,)],
    )


# -- one case that breaks ----------------------------------------------------------------------------------------


class BrokenWord:
    """A Word printer that breaks while it is told to."""

    def __init__(self, school: Rehearsal) -> None:
        self.breaks = True
        self._real = school.office.word

    def __getattr__(self, name: str) -> Any:
        if self.breaks:
            raise ZeroDivisionError(name)
        return getattr(self._real, name)


def test_a_case_that_broke_half_way_is_looked_at_again(tmp_path: Path) -> None:
    """The others go on; the case is said in each round until it works."""
    school = an_office(tmp_path)
    word = BrokenWord(school)
    broken = replace(school, office=replace(school.office, word=word))
    told = [
        [problem.where for problem in broken.report().problems],
        [one.where for one in broken.round().problems],
    ]
    word.breaks = False
    assert told == [["2026-0001"], ["2026-0001"]]
    assert (broken.round().drafted, broken.round().problems) == (1, [])


def test_one_broken_log_stops_no_other_case(tmp_path: Path) -> None:
    """It is said once in each round; the other case lapses on its day."""
    school = posted(tmp_path)
    school.report(*OKORO)
    spoil(school, "2026-0002")
    tallies = [school.day("2026-11-13"), school.round()]
    said = [["2026-0002" in str(one) for one in tally.problems].count(True) for tally in tallies]
    assert (tallies[0].lapsed, said) == (1, [1, 1])


def spoil(school: Rehearsal, ref: str) -> bytes:
    """Damage the first line of a log; what it held before."""
    log = school.folder / "data" / "cases" / ref / "case.log"
    whole = log.read_bytes()
    log.write_bytes(whole.replace(b'"by":"', b'"by":"not ', 1))
    return whole


def test_a_restored_log_is_taken_up_by_the_next_round(tmp_path: Path) -> None:
    """With nothing else changed, and on the same day."""
    school = posted(tmp_path)
    whole = spoil(school, "2026-0001")
    assert (school.day("2026-11-13").lapsed, school.round().lapsed) == (0, 0)
    (school.folder / "data" / "cases" / "2026-0001" / "case.log").write_bytes(whole)
    tally = school.round()
    assert tally.lapsed == 1
    assert not any("case.log" in problem.where for problem in tally.problems)


@pytest.mark.parametrize(("closed", "day"), [(False, 13), (True, 16)])
def test_a_log_that_was_deleted_is_said(closed: bool, day: int, tmp_path: Path) -> None:
    """Of an open case by the next round, of a closed one on the next day; and in each round after that."""
    school = posted(tmp_path)
    school.day("2026-11-13")
    if closed:
        school.decided("none", "The post is gone.")
    (school.folder / "data" / "cases" / "2026-0001" / "case.log").unlink()
    at(school, day, 10)
    tallies = [anew(school).round(), school.round()]
    assert [["2026-0001" in str(one) for one in tally.problems] for tally in tallies] == [[True], [True]]


def test_a_case_whose_folder_was_deleted_is_said_to_be_gone(tmp_path: Path) -> None:
    """With the case's name and what to do, in each round."""
    school = posted(tmp_path)
    shutil.rmtree(school.folder / "data" / "cases" / "2026-0001")
    tallies = [school.round(), anew(school).round()]
    assert [[(one.where, one.what) for one in tally.problems] for tally in tallies] == [
        [("2026-0001", "This case was here, but its log is gone.")]
    ] * 2


def test_a_file_that_cannot_even_be_looked_at_is_a_problem_and_stops_nothing(tmp_path: Path) -> None:
    """A people register that is a link to itself: the round says so, and a deadline lapses all the same."""
    school = posted(tmp_path)
    people = school.folder / "people.csv"
    people.unlink()
    people.symlink_to(people)
    tally = school.day("2026-11-13")
    assert tally.lapsed == 1
    assert any(isinstance(one, Problem) and "people.csv" in str(one) for one in tally.problems)
