"""The shapes of `--json`: more keys may come, these stay (docs: the command line)."""

from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from office import THREAT, Rehearsal
from prepared import posted_school, prepared

DAY = ("--today", "2026-11-09")
CASE = {
    "ref",
    "school",
    "adult",
    "pupils",
    "conduct",
    "state",
    "alert",
    "waiting_for",
    "step",
    "answer_by",
    "letters",
}
LETTER = {"letter", "version", "status", "sha256", "file", "answer_by"}
MAIL = {"sha256", "message_id", "subject", "from", "received", "verdict", "ref", "reason", "flags"}
INTRAY = {"mail", "subject", "from", "reason", "missing", "suggestions", "flags"}
ROUND = {"mails", "opened", "attached", "intray", "duplicates", "robots", "bounces", "drafted", "blocked"} | {
    "approved",
    "posted",
    "reminded",
    "lapsed",
    "problems",
}


def with_something_of_each(folder: Path) -> Rehearsal:
    """A school with a posted letter, an alert, an email in the in-tray and a duplicate."""
    school = posted_school(folder)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    raw = school.write(
        "b.aldous@larkfield.example", "seen online", "Parent: Mr Zed Nobody\nWhat was posted: idiot\n"
    )
    school.deliver(raw)
    school.round()
    return school


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal at that school."""
    return Terminal(prepared(with_something_of_each, tmp_path).folder, capsys)


def test_cases_have_the_promised_keys(terminal: Terminal) -> None:
    """Each case and each of its letters."""
    said = terminal.type("cases", "--json", *DAY)
    assert said.code == 0
    assert [one["ref"] for one in said.json] == ["2026-0001", "2026-0002"]
    assert all(one.keys() >= CASE for one in said.json)
    assert said.json[0]["letters"][0].keys() >= LETTER


def test_cases_speak_in_ids_and_closed_words(terminal: Terminal) -> None:
    """Adult and pupils are the register's ids; the state is open, held or closed; the alert is said."""
    first, second = terminal.type("cases", "--json", *DAY).json
    assert (first["adult"], first["pupils"], first["state"], first["alert"]) == ("A1", ["P1"], "open", False)
    assert (first["step"], first["answer_by"]) == ("L1", "2026-11-12")
    assert (second["adult"], second["alert"]) == ("A3", True)


def test_one_case_shows_its_history_next_step_and_clock(terminal: Terminal) -> None:
    """The clock names every day counted and every day skipped with the reason."""
    view = terminal.type("case", "2026-0001", "--json", *DAY).json
    assert view.keys() >= CASE | {"history", "next", "clock"}
    assert view["clock"].keys() >= {"answer_by", "unit", "counted", "skipped"}
    assert view["clock"]["counted"][-1] == view["clock"]["answer_by"] == "2026-11-12"
    assert all(one.keys() >= {"day", "why"} for one in view["clock"]["skipped"])
    assert all(one.keys() >= {"seq", "at", "by", "kind", "hash"} for one in view["history"])


def test_a_reason_that_bars_many_steps_is_read_once(terminal: Terminal) -> None:
    """On a hold nothing may be chosen: one line says so, and not one for each step."""
    terminal.type("hold", "2026-0001", "--for", "police", *DAY)
    said = [line for line in terminal.type("case", "2026-0001", *DAY).out.splitlines() if "Not now" in line]
    assert len(said) == 1
    assert said[0].startswith("Not now, L")
    assert said[0].endswith("The case is on hold for police: nothing goes out.")


def test_mails_have_one_verdict_each(terminal: Terminal) -> None:
    """Every email ever seen is listed; the verdicts are the closed set."""
    said = terminal.type("mails", "--json").json
    verdicts = [one["verdict"] for one in said]
    assert all(one.keys() >= MAIL for one in said)
    assert verdicts == ["opened", "attached", "opened", "intray", "duplicate"]
    assert "danger" in said[2]["flags"]


def test_the_in_tray_says_why_and_what_is_missing(terminal: Terminal) -> None:
    """So that a person can file the email without opening another program."""
    (one,) = terminal.type("intray", "--json").json
    assert one.keys() >= INTRAY
    assert one["mail"]
    assert "adult" in one["missing"]


def test_a_round_counts_under_the_promised_names(terminal: Terminal) -> None:
    """A round with nothing to do counts zeros and ends with 0."""
    said = terminal.type("round", "--json", "--today", "2026-11-04")
    assert (said.code, said.json["problems"]) == (0, [])
    assert said.json.keys() >= ROUND


@pytest.mark.parametrize("words", [("check", "--no-login", *DAY), ("verify",)])
def test_check_and_verify_say_ok_and_their_problems(words: tuple[str, ...], terminal: Terminal) -> None:
    """In one shape, so that one script can read both."""
    said = terminal.type(*words, "--json")
    assert (said.code, said.json["ok"], said.json["problems"]) == (0, True, [])


def test_the_counts_add_up(terminal: Terminal) -> None:
    """The emails on the server are as many as the verdicts: none is lost."""
    rows = terminal.type("mails", "--json").json
    inbox = terminal.folder / "inbox"
    assert len(rows) == len(list(inbox.rglob("*.eml"))) == 5


LISTINGS = ("cases", "mails", "intray", "check", "verify", "templates", "round")


@pytest.mark.parametrize("command", LISTINGS)
def test_every_listing_takes_json(command: str, terminal: Terminal) -> None:
    """And prints nothing else with it."""
    said: Said = terminal.type(command, "--json")
    assert said.json is not None


@pytest.mark.parametrize("command", ["cases", "mails", "intray", "templates", "verify"])
def test_every_listing_is_a_table_for_people(command: str, terminal: Terminal) -> None:
    """Plain words, no JSON, no escape sequences where it is not a terminal."""
    said = terminal.type(command)
    assert said.code == 0
    assert not said.out.startswith(("[", "{"))
    assert "\x1b" not in said.out
