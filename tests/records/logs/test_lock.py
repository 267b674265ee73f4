import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from letterladder.ground.errors import Busy, Refused
from letterladder.records.logs.lock import daemon_lock, round_lock, writer_lock

RUN = Path(__file__).resolve().parents[3] / "run.py"
HOLD = """
import runpy, sys
from pathlib import Path
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.records.logs import lock
with getattr(lock, sys.argv[2])(Path(sys.argv[3])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_process(which: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A second Letterladder that holds the lock until it is told to end."""
    command = [sys.executable, "-c", HOLD, str(RUN), which, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield other
        finally:
            other.kill()


def test_a_second_daemon_is_refused_at_once(tmp_path: Path) -> None:
    """It is told which process works there and what to do."""
    with (
        another_process("daemon_lock", tmp_path) as other,
        pytest.raises(Refused, match=f"process {other.pid}.*stop it first"),
        daemon_lock(tmp_path),
    ):
        pass


def test_a_writer_that_waits_in_vain_is_refused(tmp_path: Path) -> None:
    """After its time, with one line told at once and the holder named."""
    told: list[str] = []
    with (
        another_process("writer_lock", tmp_path) as other,
        pytest.raises(Refused, match=f"process {other.pid}"),
        writer_lock(tmp_path, seconds=0.1, tell=told.append),
    ):
        pass
    assert told == [
        f"Waiting up to 0.1 seconds: Somebody else is writing in this folder (process {other.pid})."
    ]


def test_a_writer_gets_its_turn_when_the_other_ends(tmp_path: Path) -> None:
    """A command typed during a round is done after the round."""

    def let_go(_: str) -> None:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()

    with another_process("writer_lock", tmp_path) as other, writer_lock(tmp_path, seconds=20, tell=let_go):
        assert (tmp_path / "writer.pid").read_text() == f"{os.getpid()}\n"


def test_a_killed_holder_is_no_obstacle(tmp_path: Path) -> None:
    """The lock is the operating system's; the note of its number that stays behind does not count."""
    with another_process("daemon_lock", tmp_path) as other:
        other.kill()
        other.wait()
        with daemon_lock(tmp_path):
            assert (tmp_path / "daemon.pid").read_text() == f"{os.getpid()}\n"


def test_a_writer_may_work_beside_the_daemon(tmp_path: Path) -> None:
    """The daemon's lock is for other daemons; commands only take turns with its rounds."""
    with another_process("daemon_lock", tmp_path), writer_lock(tmp_path, seconds=0):
        pass


def test_a_lock_is_free_again_after_its_block(tmp_path: Path) -> None:
    """Also where the block ended in an error, and in a folder that was not there before."""
    with pytest.raises(ZeroDivisionError), writer_lock(tmp_path / "new", seconds=0):
        raise ZeroDivisionError
    with writer_lock(tmp_path / "new", seconds=0, tell=pytest.fail):
        pass


def test_a_half_written_order_is_removed_though_the_last_writer_ended_in_peace(tmp_path: Path) -> None:
    """Orders are written before any lock is taken, so no note tells of a stop then; other half files are left."""
    order, other = (tmp_path / name / ".x.json.abc.half" for name in ("orders", "cases"))
    for half in (order, other):
        half.parent.mkdir()
        half.write_bytes(b"torn")
    with writer_lock(tmp_path):
        assert (order.exists(), other.exists()) == (False, True)


def test_what_a_killed_writer_left_half_written_is_removed_by_the_next(tmp_path: Path) -> None:
    """A kill leaves a file that never counted; the next writer clears it, a daemon beside a writer does not."""
    half = tmp_path / "cases" / ".case.txt.abc.half"
    half.parent.mkdir()
    half.write_bytes(b"torn")
    with another_process("writer_lock", tmp_path) as other:
        other.kill()
        other.wait()
    with daemon_lock(tmp_path):
        assert half.exists()
    with writer_lock(tmp_path):
        assert not half.exists()


def test_a_round_lets_in_who_waits_and_goes_on(tmp_path: Path) -> None:
    """Between two steps whoever waits has the lock, then the round has it again."""
    written: list[str] = []
    waits = threading.Event()

    def order() -> None:
        with writer_lock(tmp_path, seconds=60, tell=lambda _: waits.set()):
            written.append("order")

    with writer_lock(tmp_path) as turn:
        other = threading.Thread(target=order)
        other.start()
        assert waits.wait(60)
        turn.give_way()
        written.append("round")
        with pytest.raises(Busy), writer_lock(tmp_path, seconds=0):
            pass
    other.join(60)
    assert written == ["order", "round"]


def test_a_round_keeps_the_lock_where_nobody_waits(tmp_path: Path) -> None:
    """It is not given up and taken again for each email."""
    with writer_lock(tmp_path) as turn:
        turn.give_way()
        with pytest.raises(Busy), writer_lock(tmp_path, seconds=0):
            pass


def test_others_may_write_while_a_round_is_away(tmp_path: Path) -> None:
    """And not after it is back."""
    with writer_lock(tmp_path) as turn:
        with turn.away(), writer_lock(tmp_path, seconds=0):
            pass
        with pytest.raises(Busy), writer_lock(tmp_path, seconds=0):
            pass


def test_there_is_one_round_at_a_time(tmp_path: Path) -> None:
    """A second one waits for the first, though its writer's lock is free; an order does not."""
    with another_process("round_lock", tmp_path):
        with pytest.raises(Busy), round_lock(tmp_path, seconds=0):
            pass
        with writer_lock(tmp_path, seconds=0):
            pass
