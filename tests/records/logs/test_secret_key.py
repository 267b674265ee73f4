"""The school's secret: made once, kept, readable by us alone."""

import os
import stat
from pathlib import Path

import pytest

from letterladder.ground.errors import WorldFailed
from letterladder.records.logs.secret_key import KEY, SIZE, lazily, secret_of


def test_it_is_made_once_and_stays(tmp_path: Path) -> None:
    """The same bytes for ever, and others in another folder."""
    first = secret_of(tmp_path / "data")
    assert (len(first), secret_of(tmp_path / "data")) == (SIZE, first)
    assert secret_of(tmp_path / "other") != first


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    """0600."""
    secret_of(tmp_path)
    assert stat.S_IMODE((tmp_path / KEY).stat().st_mode) == 0o600


def test_looking_makes_no_file(tmp_path: Path) -> None:
    """Only the first use does."""
    ask = lazily(tmp_path)
    assert not (tmp_path / KEY).exists()
    assert ask() == ask() == secret_of(tmp_path)


def test_a_damaged_secret_is_no_secret(tmp_path: Path) -> None:
    """A short one could be guessed; a person is told."""
    (tmp_path / KEY).write_bytes(b"short")
    with pytest.raises(WorldFailed, match="too short"):
        secret_of(tmp_path)
