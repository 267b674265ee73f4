"""A pipe, a device or a link in the place of a file is refused at once; nobody waits for its other end."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from letterladder.ground.disk import append_derived, append_line
from letterladder.ground.errors import DiskFailed
from letterladder.ground.plain_file import NotAFile, read_plain, text_of_plain


def a_socket(path: Path) -> None:
    """A socket of that name, which stays when it is closed."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


MAKE: dict[str, Callable[[Path], object]] = {"pipe": os.mkfifo, "socket": a_socket}


@pytest.mark.parametrize("kind", MAKE)
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    """For reading and for writing; without the refusal a pipe would be waited for until the test is ended."""
    MAKE[kind](tmp_path / "x")
    with pytest.raises(NotAFile, match="not a plain file"):
        read_plain(tmp_path / "x")
    for append in (append_line, append_derived):
        with pytest.raises(DiskFailed, match="not a plain file"):
            append(tmp_path / "x", b"line")


def test_a_folder_is_none(tmp_path: Path) -> None:
    """It is said to be what it is."""
    with pytest.raises(IsADirectoryError):
        read_plain(tmp_path)


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A link that somebody put in the place of a log leads elsewhere, perhaps to a file of somebody else."""
    other = tmp_path / "other.txt"
    other.write_bytes(b"theirs\n")
    (tmp_path / "case.log").symlink_to(other)
    with pytest.raises(DiskFailed, match="a link"):
        append_line(tmp_path / "case.log", b"ours")
    assert other.read_bytes() == b"theirs\n"


def test_a_link_to_a_settings_file_will_do(tmp_path: Path) -> None:
    """A school may keep them elsewhere."""
    (tmp_path / "real").write_bytes(b"\xef\xbb\xbfa\r\nb")
    (tmp_path / "x").symlink_to(tmp_path / "real")
    assert text_of_plain(tmp_path / "x") == "a\nb"
