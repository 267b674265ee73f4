"""The policy on the command line: `check` plays it, `policy draw` draws it, `policy diff` says what differs."""

from pathlib import Path

import pytest
from broken_policies import text_of
from desk.terminal import Terminal
from office import edited, school_folder

from letterladder.config.paths import LETTER_TEMPLATES

L1 = "L1-removal-request.docx"


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A school with a short policy of its own."""
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "kind-words.toml"'))
    (folder / "kind-words.toml").write_text(text_of("page"), encoding="utf-8")
    return Terminal(folder, capsys)


def said(terminal: Terminal, *, among: str = "problems") -> list[tuple[str, str, str]]:
    """What `check` says of the policy and the letters."""
    found = terminal.type("check", "--no-login", "--json").json[among]
    told = [(one["where"], one["what"], one["what_to_do"]) for one in found]
    return [one for one in told if one[0].startswith(("kind-words.toml", "letter_templates"))]


def test_a_sound_policy_is_passed_over(terminal: Terminal) -> None:
    """Nothing is said of it."""
    assert not said(terminal)
    assert not said(terminal, among="notes")


def test_check_plays_the_policy_and_names_the_line(terminal: Terminal) -> None:
    """What no key of it shows alone, beside a fault that a key shows, in one run."""
    text = text_of("page").replace('requires = ["refused-and-continues"]', 'requires = ["did-not-attend"]')
    text = text.replace('attended = ["Z1", "L1"]', 'attended = ["Z9"]')
    (terminal.folder / "kind-words.toml").write_text(text, encoding="utf-8")
    line = 1 + text.splitlines().index("[steps.L3]")
    found = said(terminal)
    assert any(
        where == f"kind-words.toml, line {line}, steps.L3" and "never reached" in what
        for where, what, _ in found
    )
    assert any("There is no step 'Z9'" in what for _, what, _ in found)


NAMED_WRONG = [
    ("L1-removal.docx", "the letter that ships with the program goes out instead", L1),
    ("l1-removal-request.docx", "the letter that ships", L1),
    ("removal request.docx", "the letter that ships", L1),
    ("L1-removal-request.doc", "never used", L1),
    ("poem.docx", "No letter has a file of this name", "`templates` lists them"),
    ("decisions.j2", "No file of this name is read", "decision.j2"),
    ("letter.toml", "No file of this name is read", "letters.toml"),
]


@pytest.mark.parametrize(("name", "what", "do"), NAMED_WRONG, ids=[one[0] for one in NAMED_WRONG])
def test_a_file_that_replaces_nothing_is_said(terminal: Terminal, name: str, what: str, do: str) -> None:
    """With the nearest right name; else the shipped letter would go out and nobody would know."""
    own = terminal.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    (own / name).write_bytes((LETTER_TEMPLATES / L1).read_bytes())
    found = [one for one in said(terminal) if one[0] == f"letter_templates/{name}"]
    assert len(found) == 1
    assert what in found[0][1]
    assert do in found[0][2]


@pytest.mark.parametrize("name", [L1, "L1-removal-request.cy.docx", "~$-removal-request.docx", "README.md"])
def test_a_file_with_a_name_that_counts_is_not(terminal: Terminal, name: str) -> None:
    """The letter itself, a translation of it, what Word leaves behind, and a note."""
    own = terminal.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    (own / name).write_bytes((LETTER_TEMPLATES / L1).read_bytes())
    assert not [one for one in said(terminal) if "name" in one[1]]


def test_a_letter_that_no_step_sends_is_a_note(terminal: Terminal) -> None:
    """It is a Word file of ours by its name, and the policy has no such step."""
    own = terminal.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    name = "N1-conversation-note.docx"
    (own / name).write_bytes((LETTER_TEMPLATES / name).read_bytes())
    assert [one[1] for one in said(terminal, among="notes")] == [
        "No step of the policy 'Policy on Kind Words' sends N1, so this file is never used."
    ]


def test_a_letter_that_a_step_sends_under_an_id_of_its_own_is_none(terminal: Terminal) -> None:
    """Two steps send L3, and none is called so."""
    (terminal.folder / "kind-words.toml").write_text(text_of("ladders"), encoding="utf-8")
    own = terminal.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    name = "L3-written-warning.docx"
    (own / name).write_bytes((LETTER_TEMPLATES / name).read_bytes())
    assert not said(terminal, among="notes")


def test_what_differs_on_a_ladder_is_said(terminal: Terminal) -> None:
    """By the ladder, the answer and the step; an answer and a date until a holiday in their own words."""
    before, now = terminal.folder / "before.toml", terminal.folder / "now.toml"
    text = text_of("ladders")
    before.write_text(text, encoding="utf-8")
    text = text.replace("keeps-away = []", 'keeps-away = ["Z1"]').replace('"end of term"', '"half term"')
    now.write_text(text.replace('counts_as = "stops"', 'counts_as = "agreed"'), encoding="utf-8")
    assert [one["says"] for one in terminal.type("policy", "diff", str(before), str(now), "--json").json] == [
        "On the ladder 'approach': after 'keeps away' to warning (Written warning), Z1 (Closing letter) may follow"
        " now.",
        "'counts_as' of the answer 'keeps-away' is agreed; before: stops.",
        "block (Block on our parents' page) prints ends_on: until half term; before: until end of term.",
    ]


def test_a_policy_is_drawn_into_a_folder(terminal: Terminal, tmp_path: Path) -> None:
    """A picture and a page, named as the file."""
    out = tmp_path / "drawn"
    done = terminal.type("policy", "draw", str(terminal.folder / "kind-words.toml"), "--out", str(out))
    assert done.code == 0
    assert {one.name for one in out.iterdir()} == {"kind-words.svg", "kind-words.html"}
    assert "Policy on Kind Words" in (out / "kind-words.html").read_text(encoding="utf-8")


def test_two_policies_are_compared_in_words(terminal: Terminal) -> None:
    """By group; and as JSON."""
    other = terminal.folder / "next.toml"
    other.write_text(text_of("page").replace('lapsed = ["L2"]\n', 'lapsed = ["Z1"]\n'), encoding="utf-8")
    words = ("policy", "diff", str(terminal.folder / "kind-words.toml"), str(other))
    assert terminal.type(*words).out.splitlines() == [
        "Steps:",
        "  After 'no answer' to L1 (Request to remove online content), L2 (Invitation to a meeting) may no longer"
        " follow; Z1 (Closing letter) is proposed first, no longer L2 (Invitation to a"
        " meeting).",
    ]
    assert terminal.type(*words, "--json").json[0]["group"] == "Steps"


def test_a_faulty_policy_is_not_drawn(terminal: Terminal) -> None:
    """Every fault is said instead, with its line."""
    file = terminal.folder / "kind-words.toml"
    file.write_text(text_of("page").replace('lapsed = ["L2"]\n', 'lapsed = ["L99"]\n'), encoding="utf-8")
    done = terminal.type("policy", "draw", str(file))
    assert done.code == 2
    assert "steps.L1.then.lapsed" in done.err
    assert "line " in done.err
