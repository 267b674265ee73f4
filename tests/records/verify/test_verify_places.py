import os
from pathlib import Path

import pytest

from letterladder.records.verify.verify_places import look_at_places

CLOSED, PRIVATE = 0o700, 0o600
no_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")


def put(folder: Path, name: str, mode: int = PRIVATE) -> Path:
    """A file in a data folder, with private folders above it."""
    file = folder / name
    for above in reversed([one for one in file.parents if one.is_relative_to(folder)]):
        above.mkdir(mode=CLOSED, exist_ok=True)
    file.write_bytes(b"x")
    file.chmod(mode)
    return file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one file of every kind that Letterladder writes outside cases and tray."""
    folder = tmp_path / "data"
    for name in (
        *(
            "secret.key",
            "ALERT.txt",
            "school-at-a-glance.json",
            "in-tray-at-a-glance.json",
            "index.sqlite",
            "index.sqlite-wal",
        ),
        *(
            "index.touched",
            "writer.lock",
            "daemon.pid",
            "turn.ended",
            "cases/numbers.json",
            "cases/2026-0001/case.log",
        ),
        *("ledger/mails.log", "ledger/mails.log.torn-1", "ledger/anchors.log", "ledger/places.txt"),
        *("ledger/counts.txt", "ledger/pulse.json", "ledger/trouble.txt", f"intake/{'a' * 64}.eml"),
        *(f"ledger/filed/{'b' * 64}.eml", f"outbox/000001-{'c' * 20}.json"),
        *(f"outbox/sent/000002-{'d' * 20}.json", "outbox/to-post/list.json"),
    ):
        put(folder, name)
    return folder


def said(data: Path) -> list[str]:
    return [str(problem) for problem in look_at_places(data).problems]


def test_what_letterladder_writes_belongs_there(data: Path) -> None:
    """Nothing is said of it, and every file is counted."""
    assert said(data) == []
    assert look_at_places(data).files == sum(path.is_file() for path in data.rglob("*"))


@pytest.mark.parametrize(
    "name",
    [
        *("notes.docx", "cases/list.xlsx", "cases/2026-0001 copy/case.log", "intake/mail.eml"),
        *("intake/subfolder/a.eml", "ledger/old.log", "ledger/mails.log.bak", "ledger/filed/x.eml"),
        *("outbox/letter.docx", "outbox/sent/letter.json", "outbox/posted/a.json"),
    ],
)
def test_what_nothing_speaks_of_is_said(data: Path, name: str) -> None:
    """By its name; of a folder the folder's."""
    put(data, name)
    (found,) = said(data)
    assert "did not put this here" in found
    assert str(data / name.rpartition("/")[0]) in found or str(data / name) in found


@pytest.mark.parametrize("name", ["cases/2026-0001/mail/a.eml", "cases/2026-0002", "ledger/mails.log"])
def test_a_link_is_said_wherever_it_is(data: Path, tmp_path: Path, name: str) -> None:
    """A case, a log or an email that is elsewhere is in no backup; what it leads to is not walked."""
    elsewhere = put(tmp_path / "elsewhere", "deep/file").parent
    (data / name).unlink(missing_ok=True)
    (data / name).parent.mkdir(exist_ok=True, mode=CLOSED)
    (data / name).symlink_to(elsewhere)
    (found,) = said(data)
    assert found.startswith(f"{data / name}: This is a link.")


def test_a_half_written_file_is_said_once(data: Path) -> None:
    """Not as a stranger, too."""
    put(data, "ledger/.pulse.json.abc.half")
    (found,) = said(data)
    assert "half-written" in found


@no_modes
@pytest.mark.parametrize(
    ("expected", "modes"),
    [
        ("", {}),
        ("", {"ledger": 0o755, "ledger/mails.log": 0o644}),
        ("1 files and folders", {"": 0o755}),
        ("2 files and folders", {"": 0o711, "secret.key": 0o640}),
        ("3 files and folders", {"": 0o755, "ledger": 0o755, "ledger/mails.log": 0o644}),
        ("2 files and folders", {"": 0o755, "ledger": 0o744, "ledger/mails.log": 0o644}),
    ],
)
def test_what_other_accounts_can_reach_is_said(data: Path, expected: str, modes: dict[str, int]) -> None:
    """One problem with a count; what is in a folder that nobody else may enter is closed, whatever its mode."""
    for name, mode in modes.items():
        (data / name).chmod(mode)
    assert len(said(data)) == bool(expected)
    assert expected in "".join(said(data))


def test_an_empty_place_is_no_problem(tmp_path: Path) -> None:
    """A school that has not begun."""
    assert said(tmp_path / "nothing") == []
