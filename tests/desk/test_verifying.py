"""`verify`: the command as it is typed, on a school that was at work."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import Rehearsal, an_office, edited, school_folder
from prepared import prepared_once
from records.rewriting import by_nobody, forge_anchors, rewrite

from letterladder.config.glance import school_at_a_glance
from letterladder.config.settings import load_settings
from letterladder.desk.verifying import verify_school
from letterladder.rules.cases.events import Entry

ON = ("[anchor]\non = false", "[anchor]\non = true")


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A school with an anchor a day that has posted a letter; three days."""
    edited(school_folder(tmp_path), ON)
    school: Rehearsal = an_office(tmp_path)
    school.report()
    school.goes_out()
    school.day("2026-11-04")
    return school


@pytest.fixture
def terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in its folder."""
    return Terminal(school.folder, capsys)


def mailed(school: Rehearsal, place: int = 0) -> str:
    """The number as it is in one of the anchor emails."""
    mail = [mail for mail in school.sent_mails() if mail.kind == "anchor"][place]
    return mail.text.partition('--anchor "')[2].partition('"')[0]


def rewritten(school: Rehearsal) -> Path:
    """Somebody rewrites the case with valid hashes, and its text with it."""
    data = school.folder / "data"
    (data / "cases/2026-0001/case.txt").unlink()
    rewrite(data / "cases/2026-0001/case.log", Entry, by_nobody)
    return data


def test_what_was_looked_at_is_counted(terminal: Terminal) -> None:
    """In one last line, and in the JSON beside `ok` and `problems`."""
    terminal.type("verify")  # after which the day of the last check is noted in a file more
    said = terminal.type("verify", "--json")
    counts = said.json["looked_at"]
    assert (said.code, said.json["ok"], said.json["problems"], counts["cases"]) == (0, True, [], 1)
    words = f"Looked at 1 cases, {counts['lines']} lines, {counts['files']} files: all is in order."
    assert terminal.type("verify").out.splitlines()[-1] == words


def test_files_and_lines_are_all_of_them(terminal: Terminal) -> None:
    """Every file of the data folder, every line of every log."""
    terminal.type("verify")
    data = terminal.folder / "data"
    counts = terminal.type("verify", "--json").json["looked_at"]
    logs = [*data.glob("ledger/*.log"), *data.glob("cases/*/case.log")]
    assert counts["lines"] == sum(log.read_bytes().count(b"\n") for log in logs)
    locks = {"writer.lock", "writer.pid", "round.lock", "round.pid", "next.lock", "next.pid"}
    files = [path for path in data.rglob("*") if path.is_file() and path.name not in locks]
    assert 0 <= counts["files"] - len(files) <= len(locks)


@pytest.mark.parametrize("place", [0, 1])
def test_the_number_of_a_mail_may_be_typed_as_it_stands_there(
    school: Rehearsal, terminal: Terminal, place: int
) -> None:
    """Its day is named, and that all is as it was."""
    said = terminal.type("verify", "--anchor", mailed(school, place).upper())
    day = ("2 November 2026", "3 November 2026")[place]
    assert said.code == 0
    assert f"This is the anchor for {day}: everything up to that day is as it was." in said.out


def test_a_rewritten_case_is_named_with_its_day(school: Rehearsal, terminal: Terminal) -> None:
    """Its own hashes fit; the anchor's do not."""
    rewritten(school)
    said = terminal.type("verify", "--json")
    (problem,) = said.json["problems"]
    assert said.code == 1
    assert problem["where"].endswith("cases/2026-0001/case.log")
    assert "2 November 2026" in problem["what"]


def test_rewritten_anchors_are_seen_by_the_number_alone(school: Rehearsal, terminal: Terminal) -> None:
    """Whoever can write every file can make everything fit but the email."""
    forge_anchors(rewritten(school))
    assert terminal.type("verify").code == 0
    said = terminal.type("verify", "--anchor", mailed(school))
    assert said.code == 1
    assert "the logs have been rewritten since" in said.out


@pytest.mark.parametrize("typed", ["abc", "hello", "0123 4567 89ab cde", "0" * 65])
def test_what_is_no_number_is_wrong_usage(terminal: Terminal, typed: str) -> None:
    """Exit code 2, and how it should look."""
    said = terminal.type("verify", "--anchor", typed)
    assert said.code == 2
    assert "16 characters" in said.err


def test_a_forged_school_at_a_glance_is_said(school: Rehearsal) -> None:
    """It is derived and believed without being read again, so it must be what the settings say."""
    school_at_a_glance(school.folder)
    place = school.folder / "data" / "school-at-a-glance.json"
    settings = load_settings(school.folder)
    assert verify_school(settings, "", iter).problems == []
    place.write_bytes(place.read_bytes().replace(b"a.hollis@", b"a.hollow@"))
    (found,) = verify_school(settings, "", iter).problems
    assert found.where == str(place)
