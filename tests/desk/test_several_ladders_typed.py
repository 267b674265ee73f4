"""A procedure of several ladders, typed and pressed: choose a ladder, answer in its words, hear an appeal."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from desk_browser import Browser
from office import Rehearsal, an_office, edited, school_folder
from playing import decides, sends
from prepared import prepared_once

from letterladder.config.paths import ROOT
from letterladder.rules.words import Outcome

BINNS, HOLLIS, DSL = ("--by", "Mrs Binns"), ("--by", "Mrs Hollis"), ("--by", "Miss Treadwell")
REF = "2026-0001"


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A school on the second example of docs/policies.md; an insult to a teacher was reported."""
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "several.toml"'))
    page = (ROOT / "docs" / "policies.md").read_text(encoding="utf-8")
    section = page.split("## Ladders, appeals and words of your own\n")[1]
    (folder / "several.toml").write_text(section.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    school = an_office(tmp_path)
    school.report()
    return school


def today(school: Rehearsal) -> tuple[str, str]:
    """Act on the day of the school's clock."""
    return "--today", school.clock.today().isoformat()


def test_a_ladder_is_chosen_at_the_command_line(
    school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case says what is to be chosen and how; once it is, the case shows it."""
    desk, day = Terminal(school.folder, capsys), today(school)
    desk.type("triage", REF, "--conduct", "unkind", "--conduct", "approaching", "--clear", *DSL, *day)
    asked = desk.type("case", REF, *day)
    assert "its conduct is on 2 ladders" in asked.out
    assert "proposed: approach" in asked.out
    assert desk.type("triage", REF, "--ladder", "nowhere", *DSL, *day).code == 1
    assert desk.type("triage", REF, "--ladder", "approach", *DSL, *day).code == 0
    shown = desk.type("case", REF, *day).out
    assert "Ladder: approach" in shown
    assert "The policy asks (not answered yet): Are the police told" in shown
    assert desk.type("case", REF, "--json", *day).json["ladder"] == "approach"


def test_whether_the_police_are_told_is_answered_at_the_command_line(
    school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """`duties` says how it stands, with the reason, by whom and when."""
    desk, day = Terminal(school.folder, capsys), today(school)
    desk.type("triage", REF, "--conduct", "approaching", "--clear", *DSL, *day)
    assert "to be answered" in desk.type("duties", REF, *day).out
    refused = desk.type("waive", REF, "police-asked", "--reason", "no offence", *BINNS, *day)
    assert refused.code == 1
    assert desk.type("waive", REF, "police-asked", "--reason", "no offence", *HOLLIS, *day).code == 0
    (row,) = desk.type("duties", REF, "--json", *day).json
    assert (row["state"], row["reason"], row["on"]) == ("waived", "no offence", "2026-11-02")
    assert "The policy asks (answered: no, no offence, Mrs" in desk.type("case", REF, *day).out


def test_answers_are_typed_by_the_procedures_own_name(
    school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt one says which was meant; how an appeal ended is not an answer."""
    desk, day = Terminal(school.folder, capsys), today(school)
    sends(school, "L1")
    said = ("--summary", "wrote on Monday", "--channel", "phone")
    near = desk.type("answer", REF, "keeps-awy", *said, *BINNS, *day)
    assert near.code == 2
    assert "Did you mean keeps-away?" in near.err
    assert "done" in desk.type("answer", REF, "appeal-upheld", *said, *BINNS, *day).err
    assert desk.type("answer", REF, "keeps-away", *said, *BINNS, *day).code == 0
    last = school.case().answers[-1]
    assert (last.outcome, last.own) == (Outcome.STOPS, "keeps-away")
    assert "keeps away" in desk.type("case", REF, *day).out


def test_an_appeal_is_recorded_with_its_result(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
    """Made, decided to be heard, heard: with its result, or not at all."""
    desk = Terminal(school.folder, capsys)
    sends(school, "L1")
    school.answered(Outcome.REFUSED)
    decides(school, "warning", "They refused.")
    school.answered(Outcome.REFUSED)
    decides(school, "second-warning", "They refused again.")
    day = today(school)
    assert desk.type("answer", REF, "appeals", "--summary", "not me", *BINNS, *day).code == 0
    assert desk.type("decide", REF, "appeal", "--reason", "in time", *HOLLIS, *day).code == 0
    assert desk.type("done", REF, "appeal", *HOLLIS, *day).code == 1
    assert desk.type("done", REF, "appeal", "--result", "upset", *HOLLIS, *day).code == 2
    assert desk.type("done", REF, "appeal", "--result", "dismissed", *HOLLIS, *day).code == 0
    shown = desk.type("case", REF, *day).out
    assert "appeal dismissed" in " ".join(shown.replace("│", " ").split())
    assert "nothing follows from it" in shown


def test_the_policy_is_shown_in_words(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
    """Its notes, whom it is about, its ladders, its own answers."""
    desk = Terminal(school.folder, capsys)
    shown = desk.type("policy", "show")
    assert shown.code == 0
    for words in (
        "It is about parents, carers and grandparents.",
        "Note: The school answers nothing on social media.",
        "Ladder approach: approaching other people's children",
        "second-warning: Second written warning, sends L3",
        "Nobody answers in time: nothing; it stands",
        "keeps-away: They keep away from other people's children (counts as 'stops')",
    ):
        assert words in shown.out
    view = desk.type("policy", "show", "--json").json
    assert [one["id"] for one in view["ladders"]] == ["approach", "rest"]


def test_the_desk_asks_for_the_ladder_and_shows_the_answers(school: Rehearsal) -> None:
    """The form of triage has the ladders, that of an answer the procedure's own words."""
    browser = Browser(school, "dsl")
    page = browser.open(f"/cases/{REF}/triage")
    fields = {
        **page.form(holding="seen"),
        "conduct": ["unkind", "approaching"],
        "ladder": "rest",
        "clear": "y",
    }
    done = browser.press(f"/cases/{REF}/triage", fields)
    assert "What the case is about is noted." in done.text
    assert (school.case().ladder, school.case().ladders) == ("rest", ("approach", "rest"))
    school.round()
    sends(school, "L1")
    page = Browser(school, "head").open(f"/cases/{REF}/decide")
    assert "The policy notes: The school answers nothing on social media." in page.text
    assert "They keep away from other people" in Browser(school, "office").open(f"/cases/{REF}/answer").text
    assert "Still to be answered" in browser.open(f"/cases/{REF}").text


def test_check_says_when_a_letter_does_not_tell_its_date(
    school: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    """Time to answer a letter that prints no day is no time."""
    file = school.folder / "several.toml"
    text = file.read_text(encoding="utf-8").replace(
        'letter = "P2"\n', 'letter = "P2"\nclock = { days = 5, unit = "school days" }\n'
    )
    file.write_text(
        text.replace("[steps.block.then]\n", "[steps.block.then]\nlapsed = []\n"), encoding="utf-8"
    )
    told = Terminal(school.folder, capsys).type("check", "--today", "2026-11-02")
    assert "P2-website-block.docx does not print answer_by" in f"{told.out}{told.err}"
