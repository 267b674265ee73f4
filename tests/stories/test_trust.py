"""Several schools in one installation: one daemon's work for all, and nothing of one school in another."""

import json
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import BOX, edited, form, school_folder

TRUST = 'name = "Wexmoor Trust"\nschools = ["larkfield", "oakside"]\n'
OTHER = (
    ("Larkfield Primary School", "Oakside Primary School"),
    ("larkfield.example", "oakside.example"),
)


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    """A trust of two schools, each with its own folder."""
    for name in ("larkfield", "oakside"):
        (tmp_path / name).mkdir()
        made = school_folder(tmp_path / name)
        for thing in made.iterdir():
            thing.rename(tmp_path / name / thing.name)
        made.rmdir()
    edited(tmp_path / "oakside", *OTHER)
    (tmp_path / "trust.toml").write_text(TRUST, encoding="utf-8")
    return tmp_path


def _bytes_of(folder: Path) -> bytes:
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def _report(folder: Path, words: str) -> None:
    (folder / "inbox" / "1.eml").write_bytes(
        b"From: b.aldous@elsewhere.example\r\nTo: safeguarding@x.example\r\nSubject: report\r\n"
        b"Message-ID: <1@elsewhere.example>\r\nDate: Mon, 02 Nov 2026 08:00:00 +0000\r\n\r\n" + words.encode()
    )


def test_one_round_serves_every_school_and_mixes_none(
    trust: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is reported at one school stands nowhere in the other's folder."""
    _report(trust / "oakside", "I saw something about quartzburrow online, please look.\n")
    before = _bytes_of(trust / "larkfield" / "data")
    said = Terminal(trust, capsys).type("round", "--json", "--today", "2026-11-02")
    assert {name: one["mails"] for name, one in said.json["schools"].items()} == {
        "larkfield": 0,
        "oakside": 1,
    }
    assert b"quartzburrow" in _bytes_of(trust / "oakside")
    assert b"quartzburrow" not in before + _bytes_of(trust / "larkfield")


def test_the_trust_sees_counts_only(trust: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No name, no conduct, no sender of any school is in the trust's view."""
    _report(trust / "oakside", "I saw something about quartzburrow online, please look.\n")
    Terminal(trust, capsys).type("round", "--today", "2026-11-02")
    said = Terminal(trust, capsys).type("schools", "--json", "--today", "2026-11-02")
    assert [(row["school"], row["intray"]) for row in said.json] == [("larkfield", 0), ("oakside", 1)]
    assert all(isinstance(count, int) for row in said.json for key, count in row.items() if key != "school")
    assert "aldous" not in json.dumps(said.json)


def test_a_command_about_one_school_must_name_it(trust: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is guessed: the message names the schools; the option may stand before or after the command."""
    refused = Terminal(trust, capsys).type("case", "2026-0001")
    assert (refused.code, "larkfield|oakside" in refused.err) == (2, True)
    assert Terminal(trust, capsys).type("cases", "--school", "oakside", "--json").json == []
    unknown = Terminal(trust, capsys).type("cases", "--school", "elmhurst")
    assert (unknown.code, "no school 'elmhurst'" in unknown.err) == (2, True)


def test_two_schools_with_one_mailbox_are_a_fault(trust: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Reports of one school would land in the other."""
    edited(trust / "oakside", *[(new, old) for old, new in OTHER])
    said = Terminal(trust, capsys).type("check", "--json", "--no-login")
    wheres = [problem["where"] for problem in said.json["problems"]]
    assert "oakside/school.toml, safeguarding_mailbox" in wheres


def test_a_school_that_cannot_work_does_not_stop_the_others(
    trust: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken settings file of one school is said, and the other school's email is still read."""
    (trust / "larkfield" / "school.toml").write_text("broken", encoding="utf-8")
    _report(trust / "oakside", "words\n")
    said = Terminal(trust, capsys).type("round", "--json", "--today", "2026-11-02")
    assert said.json["schools"]["oakside"]["mails"] == 1
    assert said.json["schools"]["larkfield"]["problems"][0]["where"] == "school.toml, line 1"


@pytest.mark.parametrize("command", ["cases", "mails", "intray"])
def test_a_list_covers_all_schools_each_by_its_name(
    command: str, trust: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody asks twenty schools one after another whether anything waits."""
    told = f"From: b.aldous@larkfield.example\nTo: {BOX}\nSubject: Form\n\n{form()}"
    (trust / "larkfield" / "inbox" / "2.eml").write_text(told)
    _report(trust / "oakside", "I saw something about quartzburrow online, please look.\n")
    Terminal(trust, capsys).type("round", "--today", "2026-11-02")
    all_rows = Terminal(trust, capsys).type(command, "--json", "--today", "2026-11-02").json
    alone = {
        name: Terminal(trust, capsys).type(command, "--json", "--today", "2026-11-02", "--school", name).json
        for name in ("larkfield", "oakside")
    }
    assert all_rows == [{"school": name, **row} for name, rows in alone.items() for row in rows]
    assert all_rows
    shown = Terminal(trust, capsys).type(command, "--today", "2026-11-02").out
    assert all(name in shown for name, rows in alone.items() if rows)


@pytest.mark.parametrize("command", ["cases", "mails", "intray"])
def test_a_school_that_cannot_be_read_is_said_and_the_others_are_listed(
    command: str, trust: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, and the other school's rows."""
    _report(trust / "oakside", "I saw something about quartzburrow online, please look.\n")
    Terminal(trust, capsys).type("round", "--today", "2026-11-02")
    (trust / "larkfield" / "school.toml").write_text("broken", encoding="utf-8")
    said = Terminal(trust, capsys).type(command, "--today", "2026-11-02")
    assert (said.code, "larkfield, school.toml, line 1" in said.err) == (1, True)
