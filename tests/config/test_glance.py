"""The school at a glance is the school as its files say, whatever is kept beside the data."""

from pathlib import Path

import pytest

from letterladder.config.glance import CACHE, school_at_a_glance
from letterladder.config.paths import shipped_policy
from letterladder.config.settings import load_settings
from letterladder.desk.fresh_folder import make_school_folder
from letterladder.ground.errors import WrongUsage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh school folder that was looked at once."""
    make_school_folder(tmp_path / "school")
    school_at_a_glance(tmp_path / "school")
    return tmp_path / "school"


def test_what_is_kept_is_the_school(folder: Path) -> None:
    """Every value comes back as it was: policy, calendar, people, pictures."""
    assert (folder / CACHE).exists()
    assert school_at_a_glance(folder) == load_settings(folder).school


@pytest.mark.parametrize("name", ["school.toml", "calendar.toml"])
def test_a_changed_file_is_seen_at_once(folder: Path, name: str) -> None:
    """A fault made a moment ago is said, not hidden by what was kept."""
    (folder / name).write_text("broken", encoding="utf-8")
    with pytest.raises(WrongUsage):
        school_at_a_glance(folder)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"stamp": "x", "school": 1}'])
def test_a_damaged_or_missing_file_is_made_anew(folder: Path, content: bytes) -> None:
    """It is derived: deleting or damaging it loses nothing."""
    (folder / CACHE).write_bytes(content)
    assert school_at_a_glance(folder) == load_settings(folder).school
    (folder / CACHE).unlink()
    assert school_at_a_glance(folder) == load_settings(folder).school


def test_no_password_is_kept(folder: Path) -> None:
    """The email tables are not in it."""
    (folder / "mail-password").write_text("opal-walrus-19", encoding="utf-8")
    assert b"opal-walrus-19" not in (folder / CACHE).read_bytes()
    assert b"password" not in (folder / CACHE).read_bytes()


def test_a_changed_policy_in_a_folder_of_its_own_is_seen(folder: Path) -> None:
    """It is named in school.toml, and may be anywhere."""
    own = folder / "policies" / "ours.toml"
    own.parent.mkdir()
    own.write_bytes(shipped_policy("model").read_bytes())
    text = (folder / "school.toml").read_text(encoding="utf-8")
    (folder / "school.toml").write_text(text.replace('file = "model"', 'file = "policies/ours.toml"'))
    school_at_a_glance(folder)
    own.write_text("broken", encoding="utf-8")
    with pytest.raises(WrongUsage):
        school_at_a_glance(folder)
