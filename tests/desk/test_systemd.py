"""What systemd hears of us, and that nothing happens without it."""

import os
import socket
from pathlib import Path

import pytest

from letterladder.desk.systemd import notify, watchdog_seconds


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
def test_words_arrive_one_a_line(tmp_path: Path) -> None:
    """Line ends in a status cannot become assignments of their own."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(5)
        assert notify("READY=1", "STATUS=all\nwell", environment={"NOTIFY_SOCKET": str(tmp_path / "notify")})
        assert listener.recv(1000) == b"READY=1\nSTATUS=all well"


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "/nowhere/at/all"}])
def test_without_systemd_nothing_happens(environment: dict[str, str]) -> None:
    """Nor where the socket is gone."""
    assert not notify("READY=1", environment=environment)


@pytest.mark.parametrize(
    ("seconds", "environment"),
    [
        (0.0, {}),
        (15.0, {"WATCHDOG_USEC": "30000000"}),
        (15.0, {"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}),
        (0.0, {"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}),
        (0.0, {"WATCHDOG_USEC": "soon"}),
    ],
)
def test_it_says_that_it_lives_twice_in_the_time_given(seconds: float, environment: dict[str, str]) -> None:
    """Only where systemd watches this very process."""
    assert watchdog_seconds(environment) == seconds
