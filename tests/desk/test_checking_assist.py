"""What `check` says of a language model: for as long as it is on, that emails leave; and a key that is missing."""

from pathlib import Path

from assisted import switch_on
from office import MONDAY, school_folder

from letterladder.desk.checking import check_everything
from letterladder.desk.clock import RehearsalClock


def said(folder: Path) -> tuple[list[str], list[str]]:
    """Where the problems are, and where the notes."""
    problems, notes = check_everything(folder, RehearsalClock(MONDAY), login=False)
    return [one.where for one in problems if "assist" in one.where], [
        str(one) for one in notes if "assist" in one.where
    ]


def test_switched_off_it_says_nothing(tmp_path: Path) -> None:
    """There is nothing to know."""
    assert said(school_folder(tmp_path)) == ([], [])


def test_switched_on_it_says_where_emails_go_and_that_the_key_is_missing(tmp_path: Path) -> None:
    """Each time."""
    folder = school_folder(tmp_path)
    switch_on(folder, address="https://llm.example/v1", model="m", key_file="assist-key")
    problems, (note,) = said(folder)
    assert problems == ["school.toml, assist.key_file"]
    assert "https://llm.example/v1" in note
    (folder / "assist-key").write_text("cedar-31", encoding="ascii")
    (folder / "assist-key").chmod(0o600)
    assert said(folder)[0] == []


def test_a_key_that_others_can_read_is_a_problem(tmp_path: Path) -> None:
    """As a mailbox password would be."""
    folder = school_folder(tmp_path)
    switch_on(folder, address="https://llm.example/v1", model="m", key_file="assist-key")
    folder.chmod(0o755)
    (folder / "assist-key").write_text("cedar-31", encoding="ascii")
    (folder / "assist-key").chmod(0o644)
    problems, _ = check_everything(folder, RehearsalClock(MONDAY), login=False)
    assert "assist-key" in [one.where for one in problems]
