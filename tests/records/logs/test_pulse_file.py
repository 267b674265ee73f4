"""The pulse on disk, and the sign beside it."""

from datetime import UTC, date, datetime
from pathlib import Path

from letterladder.records.logs.pulse_file import ALERT, PULSE, PulseFile
from letterladder.rules.office.pulse import Pulse


def test_what_is_noted_is_read_again(tmp_path: Path) -> None:
    """By this program and by the next one."""
    noted = Pulse(
        fetched_at=datetime(2026, 11, 2, tzinfo=UTC), day=date(2026, 11, 2), sent_today={"a@x.example": 2}
    )
    PulseFile(tmp_path).write(noted)
    assert PulseFile(tmp_path).read() == noted


def test_no_file_and_a_damaged_file_are_a_fresh_pulse(tmp_path: Path) -> None:
    """It is not a proof of anything, so nothing stops for it."""
    assert PulseFile(tmp_path).read() == Pulse()
    PulseFile(tmp_path).write(Pulse(fetch_failures=3))
    (tmp_path / PULSE).write_bytes(b'{"fetch_failures":')
    assert PulseFile(tmp_path).read() == Pulse()


def test_the_sign_is_put_up_and_taken_down(tmp_path: Path) -> None:
    """Taking down what is not up is not an error."""
    pulse = PulseFile(tmp_path)
    pulse.hush()
    pulse.cry("no mail goes out\n")
    assert (tmp_path / ALERT).read_text() == "no mail goes out\n"
    pulse.hush()
    assert not (tmp_path / ALERT).exists()
