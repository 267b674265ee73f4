from pathlib import Path

import pytest

from letterladder.ground.disk import free_name, put_into, put_new


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    """A second file of the same name gets a counter."""
    paths = [put_new(tmp_path, "a.eml", content) for content in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["a.eml", "a-2.eml", "a-3.eml"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]


def test_a_name_taken_by_a_dangling_link_is_taken(tmp_path: Path) -> None:
    """Writing through a link could land anywhere."""
    (tmp_path / "a.eml").symlink_to(tmp_path / "nowhere")
    assert free_name(tmp_path, "a.eml").name == "a-2.eml"


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """No half-written email under any name."""
    with pytest.raises(OSError, match="name"):
        put_new(tmp_path, "x" * 300 + ".eml", b"1")
    assert list(tmp_path.iterdir()) == []


def test_moving_what_is_gone_is_no_error(tmp_path: Path) -> None:
    """Somebody was quicker."""
    assert put_into(tmp_path / "a.eml", tmp_path / "taken") is None
