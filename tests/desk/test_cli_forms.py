"""`forms` and `forms try`: what is known, and what is read in one email."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from form_mails import NOTICES, REPORTS, STRANGERS, form_mail
from office import school_folder


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in the folder of a school."""
    return Terminal(school_folder(tmp_path), capsys)


def saved(terminal: Terminal, raw: bytes) -> str:
    """The email as a file."""
    path = terminal.folder / "saved.eml"
    path.write_bytes(raw)
    return str(path)


def test_the_forms_are_listed_with_whose_they_are(terminal: Terminal) -> None:
    """Ours, the school's own first, and those switched off."""
    (terminal.folder / "forms").mkdir()
    (terminal.folder / "forms" / "cpoms-like.toml").write_text('id = "cpoms-like"\noff = true\n')
    rows = {row["id"]: row for row in terminal.type("forms", "--json").json}
    assert (rows["cpoms-like"]["off"], rows["staff-form"]["trust"], rows["staff-form"]["own"]) == (
        True,
        "staff",
        False,
    )
    assert "MyConcern" in terminal.type("forms").out


def test_a_form_is_tried_field_by_field(terminal: Terminal) -> None:
    """The label as it stood, what is missing, what is left over."""
    said = terminal.type(
        "forms", "try", saved(terminal, REPORTS["Microsoft Forms, a table by a flow"][1]), "--json"
    )
    found = said.json
    assert (said.code, found["form"], found["trust"], found["known_sender"]) == (
        0,
        "microsoft-forms",
        "public",
        True,
    )
    assert found["fields"]["parent"] == {
        "label": "Name of the parent or carer *",
        "value": "Mrs Petra Example",
    }
    assert (found["missing"], found["beside"], "seen_by" in found["not_given"]) == ([], "", True)


def test_what_is_left_over_and_missing_is_said_in_words(terminal: Terminal) -> None:
    """And the exit code says that a person is needed."""
    raw = form_mail(
        "b@larkfield.example", "x", "Your name: Beth\nParent: Jo Example\nWhat: Rude.\n\nHe is hungry too."
    )
    said = terminal.type("forms", "try", saved(terminal, raw))
    assert said.code == 1
    assert all(
        words in said.out for words in ("Sender: known.", "Left over:\n  He is hungry too.", "seen_by")
    )


def test_a_notice_and_an_imitation_are_told_apart(terminal: Terminal) -> None:
    """By who sent them."""
    notice = terminal.type("forms", "try", saved(terminal, NOTICES["CPOMS, an alert"][1]))
    assert "only says that there is something to read" in notice.out
    strange = terminal.type("forms", "try", saved(terminal, STRANGERS["CPOMS by its name"]))
    assert "Sender: not known, because alerts@cpoms-secure.example" in strange.out


def test_free_text_and_a_missing_file_are_said(terminal: Terminal) -> None:
    """Nothing is recognised, or nothing is there."""
    text = terminal.type("forms", "try", saved(terminal, form_mail("a@b.example", "x", "He posted again.")))
    assert (text.code, "No form or system is recognised" in text.out) == (1, True)
    assert terminal.type("forms", "try", "nothing.eml").code == 2
    assert terminal.type("forms", "tri", "nothing.eml").code == 2


def test_a_wrong_mapping_is_said_by_check(terminal: Terminal) -> None:
    """Where, what, and what to do."""
    (terminal.folder / "forms").mkdir()
    (terminal.folder / "forms" / "ours.toml").write_text(
        'id = "ours"\nlayouts = ["line"]\n[labels]\nparnt = ["X"]\n'
    )
    found = terminal.type("check", "--json", "--no-login").json["problems"]
    wrong = next(one for one in found if one["where"] == "forms/ours.toml, labels.parnt")
    assert "Did you mean parent?" in wrong["what_to_do"]
