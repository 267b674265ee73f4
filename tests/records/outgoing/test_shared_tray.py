"""A print tray that a group of the computer may read: the tray, and nothing else."""

import os
import stat
import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from letterladder.ground.errors import Problem
from letterladder.records.logs.mail_log_file import hash_of
from letterladder.records.outgoing import shared_tray
from letterladder.records.outgoing.print_tray import FolderTray
from letterladder.records.outgoing.shared_tray import group_id, problems_of_sharing, share, unshared
from letterladder.records.verify.verify_places import look_at_places
from letterladder.rules.mails.outgoing import TrayLetter

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such groups")
NOBODY_HERE = "ll-no-such-group"


@pytest.fixture(name="group")
def _group() -> str:
    """A group that this account is in."""
    import grp  # noqa: PLC0415 - not on Windows

    return grp.getgrgid(os.getegid()).gr_name


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    """A data folder as the program makes it, for its own account alone; those above it may be passed by all."""
    for above in tmp_path.parents:
        if not above.stat().st_mode & stat.S_IXOTH and above.owner() == tmp_path.owner():
            above.chmod(above.stat().st_mode | stat.S_IXOTH)
    tmp_path.chmod(0o711)
    data = tmp_path / "data"
    (data / "outbox" / "to-post").mkdir(parents=True)
    for folder in (data, data / "outbox", data / "outbox" / "to-post"):
        folder.chmod(0o700)
    return data


def joined(parts: Sequence[bytes]) -> bytes:
    """Letters one behind the other."""
    return b"".join(parts)


def letter(version: int = 1) -> TrayLetter:
    """An approved letter."""
    return TrayLetter(
        ref="2026-0042",
        letter="L1",
        version=version,
        to=("Mr Stott", "1 Fell Lane"),
        post_on=date(2026, 11, 9),
        sha256=hash_of(b"word"),
        docx=b"word",
        pdf=b"%PDF",
    )


def tray_of(data: Path) -> Path:
    """Its folder."""
    return data / "outbox" / "to-post"


def modes(data: Path) -> dict[str, str]:
    """The mode of the tray and of each file in it."""
    tray = tray_of(data)
    return {path.name: f"{stat.S_IMODE(path.stat().st_mode):o}" for path in (tray, *tray.iterdir())}


def pass_open(data: Path) -> None:
    """What whoever looks after the computer does once: the group may pass, and no more."""
    for folder in (data, data / "outbox"):
        folder.chmod(0o710)


def test_what_lies_in_the_tray_may_be_read_by_the_group_alone(data: Path, group: str) -> None:
    """Letters, lists and the combined PDF: 0640, the folder 2750; nothing above is changed."""
    pass_open(data)
    FolderTray(tray_of(data), joined, group=group).put(letter())
    found = modes(data)
    assert found.pop("to-post") == "2750"
    assert set(found) == {
        "2026-0042 L1 v1.docx",
        "2026-0042 L1 v1.pdf",
        *("all-letters.pdf", "list.csv", "list.json", "list.txt"),
    }
    assert set(found.values()) == {"640"}
    assert stat.S_IMODE(data.stat().st_mode) == 0o710


def test_without_a_group_nothing_is_opened(data: Path) -> None:
    """As it always was."""
    FolderTray(tray_of(data), joined).put(letter())
    assert not any(int(mode, 8) & 0o077 for name, mode in modes(data).items() if name == "to-post")
    assert FolderTray(tray_of(data), joined).share() == []


def test_a_group_named_later_gets_what_lies_there(data: Path, group: str) -> None:
    """With the next round."""
    pass_open(data)
    FolderTray(tray_of(data), joined).put(letter())
    tray = FolderTray(tray_of(data), joined, group=group)
    assert list(unshared(tray_of(data), group))
    assert tray.share() == []
    assert list(unshared(tray_of(data), group)) == []
    assert {mode for name, mode in modes(data).items() if name != "to-post"} == {"640"}


def test_a_group_that_is_not_there_is_said_and_the_letter_is_in_the_tray(data: Path) -> None:
    """Nobody but this account can read it; nothing is lost."""
    tray = FolderTray(tray_of(data), joined, group=NOBODY_HERE)
    tray.put(letter())
    assert tray.holds("2026-0042", "L1", 1)
    (problem,) = tray.share()
    assert f'no group "{NOBODY_HERE}"' in problem.what
    assert not any(int(mode, 8) & 0o070 for mode in modes(data).values() if mode != "2750")


def test_a_folder_on_the_way_that_the_group_may_not_pass_is_named(data: Path, group: str) -> None:
    """Both of them at once, with what to type."""
    (problem,) = problems_of_sharing(tray_of(data), group)
    assert f"{data}, {data / 'outbox'}." in problem.what
    assert f"setfacl -m g:{group}:x" in problem.what_to_do
    pass_open(data)
    assert problems_of_sharing(tray_of(data), group) == []


def test_a_list_of_access_lets_a_group_pass(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As setfacl writes it; masked, it does not."""
    gid = 4711
    monkeypatch.setattr(shared_tray, "group_id", lambda _: gid)
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    def listed(mask: int, of: int = gid) -> bytes:
        entries = [(0x01, 7, 2**32 - 1), (0x04, 0, 2**32 - 1), (0x08, 1, of), (0x10, mask, 2**32 - 1)]
        return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *one) for one in entries)

    for kept, allowed in (
        (listed(1), True),
        (listed(0), False),
        (listed(1, of=1), False),
        (b"\2\0\0\0x", False),
    ):
        monkeypatch.setattr(os, "getxattr", lambda *_, kept=kept: kept)
        assert (problems_of_sharing(tray_of(data), "office-print") == []) is allowed


def test_windows_says_so() -> None:
    """And what to do there instead."""
    problem = shared_tray._windows("office-print")
    assert "Windows" in problem.what
    assert "properties" in problem.what_to_do
    assert isinstance(problem, Problem)


def test_verify_knows_what_the_group_may_and_finds_what_more_it_could(data: Path, group: str) -> None:
    """The tray may be read and the way to it passed; a case that the group could open is said."""
    pass_open(data)
    FolderTray(tray_of(data), joined, group=group).put(letter())
    assert [one.what for one in look_at_places(data, group).problems] == []
    assert look_at_places(data).exposed
    (data / "cases").mkdir(mode=0o700)
    (data / "cases").chmod(0o750)
    assert look_at_places(data, group).exposed == 1
    tray_of(data).joinpath("list.txt").chmod(0o644)
    said = [one.what for one in look_at_places(data, group).problems]
    assert any("its mode is not that of" in one for one in said)


def test_a_link_in_the_tray_is_not_followed(data: Path, group: str, tmp_path: Path) -> None:
    """Somebody who can write there opens no other file by it."""
    pass_open(data)
    other = tmp_path / "secret.key"
    other.write_bytes(b"x")
    other.chmod(0o600)
    (tray_of(data) / "list.txt").symlink_to(other)
    share(tray_of(data), group)
    assert stat.S_IMODE(other.stat().st_mode) == 0o600


def test_an_unknown_group_has_no_number() -> None:
    """On any computer."""
    assert group_id(NOBODY_HERE) is None
