"""The command line itself: help, --today, exit codes, and a whole story typed."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import SLOTS, an_office, pressed, read_sent, school_folder
from prepared import reported_school

from letterladder.desk.cli import commands

COMMANDS = sorted(commands().commands)
PROMISED = (
    "demo init check serve round mails intray file cases case triage draft approve return posted answer decide"
    " hold release export verify templates"
)
DESIGNED = frozenset(PROMISED.split())
OF_THE_DAY = DESIGNED - {"demo", "init", "serve", "verify", "templates"}


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A school whose first letter waits for approval since Monday 2 November."""
    school = reported_school(tmp_path)
    return Terminal(school.folder, capsys)


def test_every_promised_command_is_there() -> None:
    """The command line is a contract."""
    assert set(COMMANDS) >= DESIGNED


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Help needs no configuration and ends with 0."""
    said = Terminal(tmp_path, capsys).type(command, "--help")
    assert said.code == 0
    assert "Usage:" in said.out


@pytest.mark.parametrize("command", sorted(OF_THE_DAY))
def test_every_command_that_depends_on_the_day_can_be_rehearsed(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It takes --today, and says what a date looks like when given something else."""
    assert "--today" in Terminal(tmp_path, capsys).type(command, "--help").out


def test_a_day_that_is_no_day_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage, code 2, and the right form."""
    said = Terminal(school_folder(tmp_path), capsys).type("cases", "--today", "20.11.2026")
    assert said.code == 2
    assert "2026-11-20" in said.err


def newest_sent(folder: Path) -> str:
    """The first link of the newest email that has one."""
    mails = [read_sent(file.read_bytes()) for file in sorted((folder / "sent").glob("*.eml"))]
    return next(mail.links[0] for mail in reversed(mails) if mail.links)


STORY = (
    ("2026-11-02", ("approve", "2026-0001", "--by", "Mrs Hollis"), "is approved"),
    ("2026-11-03", ("posted", "2026-0001", "--on", "2026-11-03", "--by", "Mrs Binns"), "12 November"),
    ("2026-11-13", ("round",), "1 lapsed"),
    (
        "2026-11-13",
        ("decide", "2026-0001", "L2", "--reason", "talk first", "--by", "Mrs Hollis"),
        "waits for",
    ),
    (
        "2026-11-13",
        ("draft", "2026-0001", *(f"--set={name}={text}" for name, text in SLOTS.items())),
        "approval",
    ),
    ("2026-11-13", ("return", "2026-0001", "--note", "another room", "--by", "Mrs Hollis"), "is returned"),
    ("2026-11-13", ("draft", "2026-0001", "--set", "meeting_place=the library"), "approval"),
    ("2026-11-13", ("approve", "2026-0001", "--by", "Mrs Hollis"), "is approved"),
    ("2026-11-16", ("posted", "2026-0001", "--proof", "certificate 17"), "25 November"),
    ("2026-11-17", ("answer", "2026-0001", "agreed", "--summary", "will come on Tuesday"), "waits for"),
    ("2026-11-17", ("hold", "2026-0001", "--for", "police", "--note", "new report to police"), "hold"),
    (
        "2026-11-18",
        ("release", "2026-0001", "--note", "police content", "--by", "Miss Treadwell"),
        "waits for",
    ),
    ("2026-11-24", ("answer", "2026-0001", "attended", "--summary", "came, and agreed"), "waits for"),
    (
        "2026-11-24",
        ("decide", "2026-0001", "none", "--reason", "agreed and settled", "--by", "Mrs Hollis"),
        "closed",
    ),
)


def test_a_whole_story_can_be_typed(terminal: Terminal) -> None:
    """From the draft to the closed case without one email from the head; each command says where the case stands."""
    for day, words, expected in STORY:
        said = terminal.type(*words, "--today", day)
        assert expected in said.out, (words, said)
        assert "Traceback" not in said.err
    case = terminal.type("case", "2026-0001", "--json").json
    assert [f"{one['letter']}.{one['version']} {one['status']}" for one in case["letters"]] == [
        "L1.1 posted",
        "L2.1 returned",
        "L2.2 posted",
    ]
    assert (case["state"], terminal.type("verify").code) == ("closed", 0)


REFUSED: Iterable[tuple[int, tuple[str, ...], str]] = [
    (1, ("case", "2026-0099"), "cases"),
    (1, ("draft", "2026-0001", "--letter", "L9"), "L9"),
    (1, ("posted", "2026-0001"), "No approved letter"),
    (1, ("decide", "2026-0001", "B3", "--reason", "x"), "B1"),
    (1, ("decide", "2026-0001", "none", "--reason", " "), "reason"),
    (1, ("answer", "2026-0001", "removed", "--summary", "gone"), "nothing to answer"),
    (1, ("release", "2026-0001"), "not on hold"),
    (1, ("return", "2026-0001", "--note", " "), "note"),
    (1, ("triage", "2026-0001", "--adult", "A99"), "A99"),
    (1, ("file", "0000", "--to", "new"), "intray"),
    (1, ("export", "2026-0099"), "cases"),
    (2, ("draft", "2026-0001", "--set", "slot_1"), "name=words"),
    (2, ("answer", "2026-0001", "shrugged", "--summary", "x"), "shrugged"),
    (2, ("hold", "2026-0001", "--for", "fun"), "fun"),
    (2, ("templates", "chck"), "templates check"),
    (2, ("juggle",), "juggle"),
]


@pytest.mark.parametrize(("expected", "words", "named"), REFUSED)
def test_what_cannot_be_done_is_said_in_a_sentence(
    expected: int, words: tuple[str, ...], named: str, terminal: Terminal
) -> None:
    """Nothing is changed, nothing but a sentence is printed, and the code says whose turn it is."""
    before = terminal.type("export", "--format", "json").out
    said = terminal.type(*words)
    assert (said.code, named in said.err, "Traceback" in said.err) == (expected, True, False), said
    assert terminal.type("export", "--format", "json").out == before


def test_a_case_shown_to_people_runs_no_escape_sequences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An email cannot paint on the terminal of the office."""
    school = an_office(tmp_path)
    school.write("x@elsewhere.example", "\x1b[31mRED\x07", "Parent: \x1b]0;title\x07 Mr Dunn\n")
    school.round()
    terminal = Terminal(school.folder, capsys)
    assert "\x1b" not in terminal.type("mails").out + terminal.type("intray").out


def test_the_link_in_the_mail_and_the_command_are_the_same_yes(terminal: Terminal, tmp_path: Path) -> None:
    """After a typed approval the link of the email approves nothing any more."""
    link = newest_sent(terminal.folder)
    terminal.type("approve", "2026-0001", "--by", "Mrs Hollis", "--today", "2026-11-02")
    school = an_office(tmp_path)
    school.numbers = iter(range(500, 600))
    school.write("a.hollis@larkfield.example", pressed(link)[1], pressed(link)[2])
    school.round()
    assert school.kinds().count("LetterApproved") == 1


def test_a_fresh_folder_works_without_editing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`init`, then `round`, `cases`: nothing has to be filled in first; `check` says that all is invented yet."""
    folder = tmp_path / "fresh"
    terminal = Terminal(folder, capsys)
    assert terminal.type("init", str(folder)).code == 0
    assert terminal.type("check", "--today", "2026-11-02").code == 1
    assert terminal.type("round").code == 0
    assert "No cases yet" in terminal.type("cases").out


def test_a_line_to_type_next_is_one_that_works(tmp_path: Path) -> None:
    """From a checkout there is no `letterladder`: what `init` prints can be copied as it stands."""
    run = Path(__file__).resolve().parents[2] / "run.py"
    said = subprocess.run(
        [sys.executable, str(run), "init", str(tmp_path / "new")], capture_output=True, text=True, check=True
    )
    line = said.stdout.rpartition("missing: ")[2].split()
    checked = subprocess.run([*line, "--no-login", "--json"], capture_output=True, text=True, check=False)
    assert (checked.returncode, json.loads(checked.stdout)["ok"]) == (1, False)


def test_init_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second `init` in the same folder is refused with code 2."""
    terminal = Terminal(tmp_path / "fresh", capsys)
    terminal.type("init", str(terminal.folder))
    (terminal.folder / "school.toml").write_text("# mine\n")
    said = terminal.type("init", str(terminal.folder))
    assert (said.code, (terminal.folder / "school.toml").read_text()) == (2, "# mine\n")


def test_init_where_nothing_can_be_made_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of somebody else, or a file on the way: what it is and what to do, and no traceback."""
    (tmp_path / "letter.docx").write_bytes(b"")
    said = Terminal(tmp_path, capsys).type("init", str(tmp_path / "letter.docx" / "school"))
    assert (said.code, "Not a directory" in said.err, "Traceback" in said.err) == (3, True, False), said
