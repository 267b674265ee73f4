"""What turned out to be otherwise, typed: a wrong line, a wrong day, an answer that was none, a case not over."""

from datetime import date
from pathlib import Path

import pytest
from copy_signing import sign_copy
from desk.terminal import Said, Terminal
from office import Rehearsal
from prepared import posted_school

from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import LetterStatus

REF = "2026-0001"
BY = ("--by", "Mrs Binns")
DSL = ("--by", "Miss Treadwell")
HEAD = ("--by", "Mrs Hollis")


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """One report, its first letter approved and posted on Wednesday 4 November 2026."""
    return posted_school(tmp_path)


class Desk:
    """The school with a terminal on its day."""

    def __init__(self, school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
        self.school = school
        self._terminal = Terminal(school.folder, capsys)

    def types(self, *words: str) -> Said:
        """Type a command on the school's day."""
        return self._terminal.type(*words, "--today", self.school.clock.today().isoformat())

    def line_of(self, kind: str) -> str:
        """The number of the last line of this kind."""
        history = self.types("case", REF, "--json").json["history"]
        return str(max(one["seq"] for one in history if one["kind"] == kind))

    def corrects(self, kind: str, *words: str, what: str = "It was otherwise.") -> Said:
        """Correct the last line of this kind."""
        return self.types("correct", REF, self.line_of(kind), "--what", what, *BY, *words)


@pytest.fixture
def desk(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Somebody at the school's terminal."""
    return Desk(school, capsys)


def said_of(desk: Desk, kind: str) -> str:
    """What the history says of the last line of this kind."""
    history = desk.types("case", REF, "--json").json["history"]
    return next(str(one["says"]) for one in reversed(history) if one["kind"] == kind)


def test_a_correction_stands_beside_the_line_it_corrects(desk: Desk) -> None:
    """Whoever reads the wrong line reads at once what is right, in the listing and in the text on disk."""
    assert desk.corrects("ReportReceived", what="The post was on a page for swaps.").code == 0
    beside = "The post was on a page for swaps (entry 12)"
    assert said_of(desk, "ReportReceived").endswith(f"[corrected: {beside}]")
    text = (desk.school.folder / "data" / "cases" / REF / "case.txt").read_text(encoding="utf-8")
    assert f"about Facebook.\n      corrected: {beside}\n" in text


def test_a_correction_keeps_its_own_number_in_the_history(desk: Desk) -> None:
    """The number of the line that it corrects is beside it."""
    desk.corrects("ReportReceived")
    last = desk.types("case", REF, "--json").json["history"][-1]
    assert (last["seq"], last["corrects"], last["kind"]) == (12, 2, "Corrected")


def test_a_correction_in_words_changes_no_letter_and_no_date(desk: Desk) -> None:
    """It is for readers."""
    before = desk.school.case()
    desk.corrects("LetterPosted", what="The envelope was brown.")
    after = desk.school.case()
    assert (after.letters, after.history, after.trigger) == (before.letters, before.history, before.trigger)


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        (1, ("99", "--what", "x", *BY), "There is no line 99"),
        (1, ("2", "--what", "  ", *BY), "does not say what is right"),
        (2, ("2", "--what", "x", "--by", " "), "signed with a name"),
        (2, ("2", "--what", "x"), "--by"),
        (2, ("0", "--what", "x", *BY), "line"),
        (1, ("2", "--what", "x", *BY, "--posted-on", "2026-11-03"), "not the posting of a letter"),
        (1, ("11", "--what", "x", *BY, "--no-answer"), "not a recorded answer"),
        (1, ("11", "--what", "x", *BY, "--posted-on", "2026-11-04"), "cannot be the day"),
        (1, ("11", "--what", "x", *BY, "--posted-on", "2026-11-01"), "approved on Monday 2 November"),
        (1, ("11", "--what", "x", *BY, "--posted-on", "2026-11-02", "--no-answer"), "not both"),
    ],
)
def test_what_cannot_be_corrected_is_said(code: int, words: tuple[str, ...], named: str, desk: Desk) -> None:
    """A sentence, and nothing is written."""
    before = desk.school.case().last_seq
    said = desk.types("correct", REF, *words)
    assert (said.code, named in said.err + said.out) == (code, True), said
    assert desk.school.case().last_seq == before


def test_a_wrong_posting_day_is_put_right_and_the_clock_with_it(desk: Desk) -> None:
    """Posted on Friday, not on Tuesday: five working days from the deemed receipt of that day."""
    desk.school.day("2026-11-09")
    assert desk.corrects("LetterPosted", "--posted-on", "2026-11-06").code == 0
    posted = desk.school.case().last_posted
    assert posted is not None
    assert (posted.posted_on, posted.received_on, posted.answer_by) == (
        date(2026, 11, 6),
        date(2026, 11, 10),
        date(2026, 11, 17),
    )
    assert desk.school.case().history == ((date(2026, 11, 6), "L1"),)


def test_the_date_that_was_promised_to_the_adult_is_never_shortened(desk: Desk) -> None:
    """It left a day earlier than recorded: the printed date binds all the same."""
    desk.corrects("LetterPosted", "--posted-on", "2026-11-02")
    posted = desk.school.case().last_posted
    assert posted is not None
    assert (posted.posted_on, posted.answer_by) == (date(2026, 11, 2), date(2026, 11, 12))


def test_a_lapse_that_nobody_decided_on_is_looked_at_anew(desk: Desk) -> None:
    """The next letter's draft is gone, the question is closed, and the right date lapses on its own day."""
    desk.school.day("2026-11-13")
    said = desk.corrects("LetterPosted", "--posted-on", "2026-11-06")
    assert "now waits for: L1: answer by 2026-11-17" in said.out
    assert desk.school.case().trigger is None
    assert desk.school.case().blocked is None
    assert desk.school.day("2026-11-17").lapsed == 0
    assert desk.school.day("2026-11-18").lapsed == 1


def test_no_posting_day_is_changed_under_a_decision(desk: Desk) -> None:
    """What was decided was decided on the recorded day; the correction is words then."""
    desk.school.day("2026-11-13")
    desk.school.decided("L3", "It is still there.")
    said = desk.corrects("LetterPosted", "--posted-on", "2026-11-06")
    assert (said.code, "is no longer running" in said.err) == (1, True)
    assert desk.corrects("LetterPosted").code == 0


def test_an_answer_that_was_none_does_not_count(desk: Desk) -> None:
    """It was another family's: the clock goes on, and lapses as if nobody had answered."""
    desk.types("answer", REF, "refused", "--summary", "will not", "--channel", "phone")
    assert "now waits for: L1: answer by 2026-11-12" in desk.corrects("AnswerRecorded", "--no-answer").out
    assert (desk.school.case().answers, desk.school.case().trigger) == ((), None)
    assert desk.school.day("2026-11-13").lapsed == 1


def test_an_answer_is_to_a_letter_that_went_out(desk: Desk) -> None:
    """By its id in any capitals; one that never left is refused with those that did."""
    said = desk.types("answer", REF, "declined", "--summary", "no", "--channel", "phone", "--letter", "L2")
    assert (said.code, "No letter L2 has gone out" in said.err, "L1" in said.err) == (1, True, True)
    assert desk.types("answer", REF, "refused", "--summary", "no", "--letter", "l1").code == 0
    assert desk.school.case().answers[-1].letter == "L1"


def test_an_answer_stays_once_the_letter_decided_on_it_is_leaving(desk: Desk) -> None:
    """The gates that it opened were passed by a person, and the adult may have the letter."""
    desk.types("answer", REF, "refused", "--summary", "will not", "--channel", "phone")
    desk.school.decided("L3", "It is still there.")
    desk.school.head_approves()
    said = desk.corrects("AnswerRecorded", "--no-answer")
    assert (said.code, "is about to leave" in said.err) == (1, True)
    desk.school.office_posts()
    said = desk.corrects("AnswerRecorded", "--no-answer")
    assert (said.code, "has gone out" in said.err) == (1, True)


@pytest.mark.parametrize("profile", ["governors", "panel", "subject"])
def test_every_copy_of_the_register_marks_the_corrected_row(profile: str, desk: Desk) -> None:
    """Governors read that there is a correction, not its words; a panel and the adult read both."""
    desk.corrects("LetterPosted", what="The envelope was brown.")
    sign_copy(desk.school.office, Wanted(refs=(REF,)))
    said = desk.types("export", REF, "--format", "json", "--for", profile)
    row = next(one for one in said.json["cases"][0]["rows"] if one["kind"] == "LetterPosted")
    assert row["corrected_by"] == "12"
    assert row["correction"] == ("" if profile == "governors" else "The envelope was brown.")


@pytest.mark.parametrize("file_format", ["csv", "html"])
def test_the_words_of_a_correction_are_in_the_files_that_people_read(file_format: str, desk: Desk) -> None:
    """Beside the row, not only as a row of its own at the end."""
    desk.corrects("LetterPosted", what="The envelope was brown.")
    said = desk.types("export", REF, "--format", file_format, "--for", "panel")
    assert said.out.count("The envelope was brown.") == 2


def test_a_correction_of_what_is_withheld_from_the_adult_is_withheld_too(desk: Desk) -> None:
    """Who reported could be read from it."""
    desk.corrects("ReportReceived", what="Her neighbour saw it, not her sister.")
    sign_copy(desk.school.office, Wanted(refs=(REF,)))
    said = desk.types("export", REF, "--format", "csv", "--for", "subject")
    assert (said.code, "neighbour" in said.out) == (0, False)


def closed(desk: Desk) -> None:
    """The adult took the post down, and the head ended the case."""
    desk.types("answer", REF, "removed", "--summary", "it is gone", "--channel", "phone")
    desk.types("decide", REF, "none", "--reason", "it is gone", *HEAD)
    assert desk.school.case().closed


def test_a_reopened_case_waits_for_a_decision_and_nothing_runs(desk: Desk) -> None:
    """No letter is drafted and no date lapses by itself, however many days pass."""
    closed(desk)
    said = desk.types("reopen", REF, "--reason", "The post is back.", *DSL)
    assert (said.code, "now waits for: head: decision" in said.out) == (0, True), said
    before = desk.school.letters()
    desk.school.day("2026-12-07")
    case = desk.school.case()
    assert (case.state, desk.school.letters(), case.due, case.trigger) == ("open", before, None, None)
    assert desk.types("cases", "--json").json[0]["answer_by"] is None


def test_the_head_is_asked_by_mail_how_a_reopened_case_goes_on(desk: Desk) -> None:
    """Once, with the steps that the policy allows, and the head's answer by email counts."""
    closed(desk)
    desk.types("reopen", REF, "--reason", "The post is back.", *DSL)
    desk.school.round()
    desk.school.head_decides("L3", "The post is back.")
    assert desk.school.in_hand().letter == "L3"


def test_what_was_decided_after_reopening_counts(desk: Desk) -> None:
    """The case closes again only by a decision."""
    closed(desk)
    desk.types("reopen", REF, "--reason", "The post is back.", *DSL)
    desk.types("decide", REF, "none", "--reason", "It was an old copy.", *HEAD)
    assert desk.school.case().closed == "no further action: It was an old copy."


def test_a_case_that_a_closing_letter_ended_does_not_close_again_at_once(desk: Desk) -> None:
    """Its last step ends a case; what the head decides after the reopening goes before that."""
    desk.types("answer", REF, "removed", "--summary", "it is gone", "--channel", "phone")
    desk.school.decided("Z1", "It is settled.")
    desk.school.supplied("Z1", resolved_by="The post is gone.", expectations="Please come to us first.")
    desk.school.goes_out()
    assert desk.school.case().closed
    desk.types("reopen", REF, "--reason", "The post is back.", *DSL)
    desk.school.day("2026-12-07")
    assert desk.school.case().state == "open"
    desk.school.decided("L3", "The post is back.")
    assert desk.school.in_hand().status is LetterStatus.DRAFTED


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        (1, ("--reason", "x", *BY), "open already"),
        (2, ("--reason", "x"), "--by"),
    ],
)
def test_what_cannot_be_reopened_is_said(code: int, words: tuple[str, ...], named: str, desk: Desk) -> None:
    """An open case is open."""
    said = desk.types("reopen", REF, *words)
    assert (said.code, named in said.err + said.out) == (code, True), said


def test_a_case_is_reopened_only_with_a_reason(desk: Desk) -> None:
    """It is asked for two years later."""
    closed(desk)
    said = desk.types("reopen", REF, "--reason", " ", *DSL)
    assert (said.code, desk.school.case().state) == (1, "closed"), said


def test_no_second_ladder_is_begun_against_an_adult_with_an_open_case(desk: Desk) -> None:
    """A report after the end opened a new case, linked to the old one: it goes on there."""
    closed(desk)
    desk.school.report(link="https://www.social.example/posts/4712")
    assert desk.school.office.cases.refs() == [REF, "2026-0002"]
    said = desk.types("reopen", REF, "--reason", "The post is back.", *DSL)
    assert (said.code, "2026-0002" in said.err) == (1, True), said


def test_the_clock_of_a_letter_decided_on_after_reopening_runs(desk: Desk) -> None:
    """The question that the reopening raised is answered for good."""
    closed(desk)
    desk.types("reopen", REF, "--reason", "The post is back.", *DSL)
    desk.school.decided("L3", "The post is back.")
    posted = desk.school.goes_out()
    assert posted.answer_by
    assert desk.types("cases", "--json").json[0]["answer_by"] == posted.answer_by.isoformat()
