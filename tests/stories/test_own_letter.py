"""A school adds a letter and a step of its own, without a line of code, and plays it from the command line."""

import io
import json
import re
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
from desk.terminal import Terminal, Window
from docx import Document
from office import Rehearsal, an_office, school_folder
from own_letters import FIELDS, RECORD, STEP, put_own_letter, put_own_policy, put_own_sheet
from prepared import prepared

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.desk.letter_list import LetterRow

REF = "2026-0001"


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Letters stay Word files: a PDF takes seconds and is tested elsewhere."""
    monkeypatch.setenv("PATH", str(tmp_path))


def unanswered(folder: Path) -> Rehearsal:
    """A school with its own letter S1, whose first letter nobody answered."""
    put_own_letter(school_folder(folder))
    put_own_policy(folder / "school")
    rehearsal = an_office(folder)
    rehearsal.report()
    rehearsal.goes_out()
    rehearsal.day("2026-11-16")
    return rehearsal


def with_own_draft(folder: Path) -> Rehearsal:
    """The head decided on S1, and has its draft."""
    rehearsal = prepared(unanswered, folder)
    typed, day = Window(rehearsal.folder), ("--today", "2026-11-16")
    typed.type("decide", REF, "S1", "--reason", "a talk may settle it", "--by", "Mrs Hollis", *day)
    typed.type("draft", REF, "--letter", "S1", *given(**FIELDS), *day)
    return rehearsal


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """As most of these tests begin."""
    return prepared(unanswered, tmp_path)


@pytest.fixture
def terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The office's terminal."""
    return Terminal(school.folder, capsys)


def given(**fields: str) -> list[str]:
    """The options that supply these fields."""
    return [f"--set={name}={text}" for name, text in fields.items()]


def checked(terminal: Terminal) -> list[str]:
    """What `check` finds wrong, as where: what."""
    said = terminal.type("check", "--no-login", "--json", "--today", "2026-11-16")
    return [f"{one['where']}: {one['what']}" for one in said.json["problems"]]


def test_a_letter_of_ones_own_goes_its_whole_way(school: Rehearsal, terminal: Terminal) -> None:
    """Blocked for what is missing, drafted, approved, posted; its deadline runs, and register and proof hold it."""
    day = ("--today", "2026-11-16")
    terminal.type("decide", REF, "S1", "--reason", "a talk may settle it", "--by", "Mrs Hollis", *day)
    terminal.type("round", *day)
    blocked = school.case().blocked
    assert blocked is not None
    assert (blocked.letter, set(blocked.missing)) == ("S1", {"mediator", "talk_on", "room_fee", "way"})
    assert "mediator (who leads the talk; name; address line" in blocked.what
    assert "A talk is offered for a day" in blocked.what

    assert terminal.type("draft", REF, "--letter", "S1", *given(**FIELDS), *day).code == 0
    assert "approved" in terminal.type("approve", REF, "--by", "Mrs Hollis", *day).out
    terminal.type("round", *day)
    posted = terminal.type("posted", REF, "--proof", "certificate 3", "--today", "2026-11-17")
    assert "26 November 2026" in posted.out

    (letter,) = [one for one in school.case().letters if one.letter == "S1"]
    words = [
        one.text.replace("\u00a0", " ")
        for one in Document(io.BytesIO(school.office.cases.file(REF, letter.file))).paragraphs
    ]
    assert Path(letter.file).name == "2-led-talk.docx"
    assert words[2].endswith("We offer you a talk online on Friday 11 December 2026.")
    assert words[3] == (
        "Mrs Una Kerr leads it, at 5 Mill Lane, Wexmoor, ZZ99 4AE. The room costs the school £1,250.50."
    )
    assert words[4].strip() == "We would talk about the post. We would talk about the school gate."

    case = terminal.type("case", REF, "--json", "--today", "2026-11-17").json
    assert (case["step"], case["answer_by"]) == ("S1", "2026-11-26")
    register = json.loads(terminal.type("export", "--format", "json").out)
    rows = [row for one in register["cases"] for row in one["rows"] if row["kind"] == "LetterPosted"]
    assert [(row["letter"], row["answer_by"]) for row in rows][1:] == [("S1", "2026-11-26")]
    assert terminal.type("verify").code == 0

    late = ("--today", "2026-11-27")
    terminal.type("round", *late)
    assert terminal.type("case", REF, "--json", *late).json["next"]["options"][:1] == ["L3"]


SLIPS = [
    ("does not name a day", {"talk_on": "soon"}),
    ("has passed", {"talk_on": "2026-11-02"}),
    ("not an amount of money", {"room_fee": "a lot"}),
    ("none of: in person, online", {"way": "by post"}),
    ("A name and at least two lines", {"mediator": "Mrs Una Kerr"}),
    ("Did you mean room_fee?", {"room_fees": "12"}),
    ("\n     mediator (who leads the talk", {"nosuch": "x"}),
]


@pytest.mark.parametrize(("said", "fields"), SLIPS)
def test_a_slip_voids_nothing(
    said: str, fields: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The head's draft stands, with its code; nothing is written."""
    school = prepared(with_own_draft, tmp_path)
    before = school.kinds()
    assert school.letters()[-1] == "S1.1 drafted"
    typed = Terminal(school.folder, capsys).type("draft", REF, *given(**fields), "--today", "2026-11-16")
    assert (typed.code, said in typed.err) == (2, True), typed
    assert (school.kinds(), school.letters()[-1]) == (before, "S1.1 drafted")


def test_the_list_of_letters_shows_it_with_the_types_of_its_fields(terminal: Terminal) -> None:
    """In words and as JSON; what nobody types says where it comes from."""
    (row,) = [one for one in terminal.type("templates", "--json").json if one["letter"] == "S1"]
    assert (row["name"], row["own"], row["adverse"]) == ("Offer of a led talk", True, False)
    assert (row["types"]["talk_on"], row["types"]["way"]) == ("day in the future", "choice")
    assert row["sources"]["ref"] == "the number of the case"
    assert "S1-led-talk.docx" in row["file"]
    told = LetterRow(**row).told
    assert "talk_on (day in the future), topics (list), way (choice)\nfilled in: addressee_lines" in told
    assert "S1" in terminal.type("templates").out.split()


def test_check_finds_nothing_wrong_and_reads_its_word_file(terminal: Terminal) -> None:
    """The Word file is held to what the record says it must print."""
    assert terminal.type("check", "--no-login", "--today", "2026-11-16").code == 0
    file = terminal.folder / "letter_templates" / "S1-led-talk.docx"
    assert terminal.type("templates", "check", str(file)).code == 0
    put_own_letter(terminal.folder, words=("Please tell us by {{ answer_by }}.",))
    for words in (("templates", "check", str(file)), ("check", "--no-login", "--today", "2026-11-16")):
        said = terminal.type(*words)
        assert 'Letter S1 must print the field "talk_on"' in said.out + said.err


def test_the_words_of_school_toml_are_held_to_the_types(terminal: Terminal) -> None:
    """[letters] is another way to supply fields."""
    settings = terminal.folder / "school.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[letters]\n", '[letters]\n"S1.room_fee" = "a lot"\n'), encoding="utf-8")
    assert "school.toml, letters.S1.room_fee: 'a lot' is not an amount of money." in checked(terminal)


@pytest.mark.parametrize(
    ("said", "files"),
    [
        ("ours.toml, steps.S2: There is no letter of this id.", (RECORD, STEP.replace("S1", "S2"))),
        ("letters.toml, letters.S9.file: The Word file S9-x.docx is not in", (f'{RECORD}\n[letters.S9]\nname = "X"\n'
         'file = "S9-x.docx"\nadverse = false\n', STEP)),
        ("letters.toml, letters.S1.advers: There is no such key", (RECORD.replace("adverse", "advers"), STEP)),
        ("ours.toml, steps.S1.also: A letter that sets a measure leaves the adult worse off", (RECORD, STEP.replace(
            'clock =', 'review = ["Z1"]\nalso = { ends_on = { days = 9, unit = "working days" } }\nclock ='))),
    ],
)  # fmt: skip
def test_check_says_what_is_wrong_with_it(
    said: str, files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id without a record, a record without a file, a slip in a key, a measure that would not be heard."""
    folder = school_folder(tmp_path)
    record, step = files
    put_own_letter(folder, record=record)
    put_own_policy(folder, step)
    found = checked(Terminal(folder, capsys))
    assert any(re.sub(r", line \d+", "", fault).startswith(said) for fault in found), found


def test_the_head_decides_on_it_by_mail(school: Rehearsal) -> None:
    """The question about the lapse offers it, and its link is understood."""
    school.head_decides("S1", "a talk may settle it")
    blocked = school.case().blocked
    assert blocked is not None
    assert blocked.letter == "S1"


def test_a_sheet_of_ones_own_is_written_for_its_action(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To whom its record says; what it needs is asked for, and no letter goes to the adult."""
    folder = school_folder(tmp_path)
    put_own_sheet(folder)
    school = an_office(tmp_path)
    school.report()
    terminal = Terminal(folder, capsys)
    assert checked(terminal) == []
    day = ("--today", "2026-11-02")
    assert "sharing_reason (why this may be shared" in terminal.type("sheet", REF, "S5", *day).err
    said = terminal.type("sheet", REF, "S5", "--set", "sharing_reason=They host the page.", *day)
    assert said.code == 0, said
    ((step, file),) = school.case().sheets
    words = [
        one.text.replace("\u00a0", " ")
        for one in Document(io.BytesIO(school.office.cases.file(REF, file))).paragraphs
    ]
    assert (step, Path(file).name) == ("S5", "1-association-note.docx")
    assert words[1] == "To: The parents' association. We may share this: They host the page."
    assert terminal.type("verify").code == 0


def test_the_record_in_the_readme_is_the_one_that_is_played() -> None:
    """Whoever copies it gets what these tests show."""
    text = (LETTER_TEMPLATES / "README.md").read_text(encoding="utf-8")
    block = text.partition("```toml\n")[2].partition("   ```")[0]
    assert tomllib.loads(dedent(block)) == tomllib.loads(RECORD)
