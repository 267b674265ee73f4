"""people-columns.toml: what somebody chose once is used for the next export, and nothing else is kept."""

from pathlib import Path

from letterladder.config.people_columns import FILE, columns_of, keep_columns

HEADINGS = ("Ref", "Contact Forename", "Contact Surname", "UPN", "Pupil Forename", "Pupil Surname")


def test_only_what_was_chosen_otherwise_is_kept(tmp_path: Path) -> None:
    """A heading that is moved or written in another case is found again."""
    guessed = columns_of(tmp_path, HEADINGS, "people")
    assert "person_id" not in guessed
    keep_columns(tmp_path, HEADINGS, guessed, "people")
    assert not (tmp_path / FILE).exists()
    keep_columns(tmp_path, HEADINGS, {**guessed, "person_id": 0}, "people")
    assert (tmp_path / FILE).read_text().count("=") == 1
    assert columns_of(tmp_path, ("UPN", "ref"), "people") == {"person_id": 1, "pupil_id": 0}
    assert columns_of(tmp_path, ("UPN",), "people") == {"pupil_id": 0}


def test_a_damaged_file_chooses_nothing(tmp_path: Path) -> None:
    """The columns are then as they are guessed."""
    (tmp_path / FILE).write_text("[people\n")
    assert columns_of(tmp_path, ("UPN",), "people") == {"pupil_id": 0}
