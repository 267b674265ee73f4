"""What every print tray promises; run on the folder and on the fake in memory."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from fakes_disk import MemoryTray

from letterladder.ground.errors import Refused
from letterladder.records.logs.mail_log_file import hash_of
from letterladder.records.outgoing.print_tray import FolderTray, read_tray
from letterladder.rules.mails.outgoing import TrayLetter
from letterladder.workflows.print_ports import PrintTray

Look = Callable[[], list[tuple[str, str, int]]]


def letter(version: int = 1, docx: bytes = b"word", day: int = 9) -> TrayLetter:
    return TrayLetter(
        ref="2026-0042",
        letter="removal-request",
        version=version,
        to=("Mr Gavin Stott", "1 Fell Lane"),
        post_on=date(2026, 11, day),
        sha256=hash_of(b"word"),
        docx=docx,
        pdf=b"",
    )


def joined(parts: Sequence[bytes]) -> bytes:
    return b"".join(parts)


@pytest.fixture(params=["folder", "memory"])
def tray_and_look(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[PrintTray, Look]:
    if request.param == "folder":
        return FolderTray(tmp_path, joined), lambda: [row.place for row in read_tray(tmp_path)]
    memory = MemoryTray()
    return memory, lambda: list(memory.letters)


def test_a_letter_put_in_lies_in_the_tray_once(tray_and_look: tuple[PrintTray, Look]) -> None:
    """A round that is repeated after a crash lays no second one."""
    tray, look = tray_and_look
    tray.put(letter())
    tray.put(letter())
    assert look() == [("2026-0042", "removal-request", 1)]


def test_a_letter_taken_out_is_gone_and_the_others_stay(tray_and_look: tuple[PrintTray, Look]) -> None:
    """Taking the same one twice is not an error."""
    tray, look = tray_and_look
    tray.put(letter())
    tray.put(letter(version=2))
    for _ in range(2):
        tray.take("2026-0042", "removal-request", 1)
    assert look() == [("2026-0042", "removal-request", 2)]


def test_only_the_approved_bytes_come_into_the_tray(tray_and_look: tuple[PrintTray, Look]) -> None:
    """Approval is of the SHA-256 of the bytes."""
    tray, look = tray_and_look
    with pytest.raises(Refused):
        tray.put(letter(docx=b"touched"))
    assert look() == []


def test_the_tray_says_what_it_holds(tray_and_look: tuple[PrintTray, Look]) -> None:
    """By case, letter and version, so that a letter is laid in once."""
    tray, _ = tray_and_look
    tray.put(letter())
    assert tray.holds("2026-0042", "removal-request", 1)
    assert not tray.holds("2026-0042", "removal-request", 2)
    tray.take("2026-0042", "removal-request", 1)
    assert not tray.holds("2026-0042", "removal-request", 1)


def test_the_tray_lists_what_waits_in_order_of_posting(tray_and_look: tuple[PrintTray, Look]) -> None:
    """With name and address, as it was laid in; nothing where it is empty."""
    tray, _ = tray_and_look
    assert list(tray.waiting()) == []
    tray.put(letter(day=12))
    tray.put(letter(version=2, day=10))
    assert [(one.place, one.post_on.day) for one in tray.waiting()] == [
        (("2026-0042", "removal-request", 2), 10),
        (("2026-0042", "removal-request", 1), 12),
    ]
    assert tray.waiting()[0].to == ("Mr Gavin Stott", "1 Fell Lane")
