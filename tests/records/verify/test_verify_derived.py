from pathlib import Path

import msgspec
import pytest

from letterladder.records.verify.verify_derived import problems_of_derived
from letterladder.rules.office.pulse import Pulse

SOUND = {
    "cases/numbers.json": b'{"2026": 3}',
    "ledger/places.txt": b'{"sha256":"aa","file":"cases/2026-0001/mail/a.eml"}\n',
    "ledger/pulse.json": msgspec.json.encode(Pulse()),
    "ledger/counts.txt": "2026-11-09 mails on server 1 – adds up\n".encode(),
    "secret.key": b"k" * 32,
    "school-at-a-glance.json": b'{"stamp":"a","school":{}}',
    "in-tray-at-a-glance.json": b'{"stamp":"a","gists":{"aa":{}}}',
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with every small file, sound."""
    for name, content in SOUND.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_sound_files_are_no_problem(data: Path) -> None:
    """Nor are those that are not there."""
    assert list(problems_of_derived(data)) == []
    for name in SOUND:
        (data / name).unlink()
    assert list(problems_of_derived(data)) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cases/numbers.json", b'{"2026": "three"}'),
        ("cases/numbers.json", b"{"),
        ("ledger/places.txt", SOUND["ledger/places.txt"] + b'{"sha256":"aa","fi{"sha256"'),
        ("ledger/places.txt", b'{"sha256":"aa","file":"../../elsewhere"}\n'),
        ("ledger/places.txt", b'{"sha256":"aa","file":"/elsewhere"}\n'),
        ("ledger/pulse.json", b'{"fetched_at": "yesterday"}'),
        ("ledger/counts.txt", b"\xff\xfe"),
        ("secret.key", b"k" * 31),
        ("secret.key", b""),
        ("school-at-a-glance.json", b'{"stamp":"a"}'),
        ("in-tray-at-a-glance.json", b'{"stamp":"a","gists":[]}'),
    ],
)
def test_a_damaged_one_is_named_with_what_to_do(data: Path, name: str, content: bytes) -> None:
    """It alone."""
    (data / name).write_bytes(content)
    (found,) = problems_of_derived(data)
    assert found.where == str(data / name)
    assert found.what_to_do


def test_a_folder_in_the_place_of_a_file_is_said(data: Path) -> None:
    """It cannot be read, and nothing is raised."""
    (data / "ledger/pulse.json").unlink()
    (data / "ledger/pulse.json").mkdir()
    (found,) = problems_of_derived(data)
    assert "cannot be read" in found.what
