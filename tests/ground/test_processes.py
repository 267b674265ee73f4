"""Each test is a Python of its own: only of a process without other threads copies are made."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BEGIN = f"""
import os, runpy, signal, sys, threading, time
from multiprocessing import active_children
runpy.run_path({str(ROOT / "run.py")!r}, run_name="checkout")
from letterladder.ground.processes import LEAST, side_by_side
OWN = os.getpid()
def where(piece):
    return [piece, int(os.getpid() == OWN)]
def found(work, count=2, least=1, pieces=range(100)):
    return list(side_by_side(work, list(pieces), list[int], least=least, count=count))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are made on Linux only")


def told(source: str) -> str:
    """What a Python says that does this, and that ends well."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + source], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return done.stdout.strip()


def test_all_is_found_in_order_and_elsewhere() -> None:
    """Each piece once, in the order asked for, none of them in the process that asked; and nothing is left behind."""
    assert (
        told("""
print("not to be written twice", end=" ")
got = found(where)
assert [piece for piece, _ in got] == list(range(100)), got
assert not any(own for _, own in got), got
print(active_children())
""")
        == "not to be written twice []"
    )


@pytest.mark.parametrize(
    "how", ["least=101", "count=1", "least=1, pieces=[]", "least=LEAST, pieces=range(LEAST - 1)"]
)
def test_too_little_is_done_here(how: str) -> None:
    """No process is started for what it would not make quicker."""
    told(f"""
os.register_at_fork(before=lambda: sys.exit("a copy was made"))
assert all(own for _, own in found(where, {how}))
""")


def test_beside_another_thread_no_copy_is_made() -> None:
    """It may hold a lock for which the copy would wait for ever."""
    told("""
stop = threading.Event()
threading.Thread(target=stop.wait).start()
assert all(own for _, own in found(where))
stop.set()
""")


@pytest.mark.parametrize("at", [0, 37, 99])
def test_what_a_killed_process_was_at_is_done_here(at: int) -> None:
    """And all that comes after it; nothing is missing, doubled or out of order."""
    assert (
        told(f"""
def killed(piece):
    if piece == {at} and os.getpid() != OWN:
        os.kill(os.getpid(), signal.SIGKILL)
    return where(piece)
got = found(killed)
assert [piece for piece, _ in got] == list(range(100)), got
assert dict(got)[{at}], got
print(active_children())
""")
        == "[]"
    )


def test_a_piece_that_fails_fails_as_if_it_were_alone() -> None:
    """What comes before it is found; the error is the one of the work itself."""
    told("""
def fails(piece):
    if piece == 61:
        raise KeyError(piece)
    return where(piece)
got = []
try:
    for one in side_by_side(fails, list(range(100)), list[int], least=1, count=2):
        got.append(one)
except KeyError as error:
    assert error.args == (61,)
assert [piece for piece, _ in got] == list(range(61)), got
assert not active_children()
""")


def test_what_cannot_be_sent_is_found_here() -> None:
    """A text with half a character, say, is packed by nobody."""
    told(r"""
def half(piece):
    return ["\ud800"] if piece == 50 else [str(piece)]
got = list(side_by_side(half, list(range(100)), list[str], least=1, count=2))
assert got == [half(piece) for piece in range(100)]
""")


def test_whoever_stops_asking_leaves_no_process() -> None:
    """A full disk, say, ends a copy of the register in the middle."""
    told("""
asked = side_by_side(where, list(range(1000)), list[int], least=1, count=2)
assert next(asked) == [0, 0]
asked.close()
assert not active_children()
""")


SLOWLY = """
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background has it ignored
def slowly(piece):
    time.sleep(0.02)
    return where(piece)
try:
    for one in side_by_side(slowly, list(range(10000)), list[int], least=1, count=2):
        print(one[0], flush=True)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_when_the_process_is_ended(how: signal.Signals) -> None:
    """Ctrl-C goes to all at once; where the one alone is killed, the others follow: they hold its locks."""
    running = subprocess.Popen(
        [sys.executable, "-c", BEGIN + SLOWLY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "0\n"
    if how is signal.SIGINT:
        os.killpg(running.pid, how)
    else:
        running.send_signal(how)
    out, errors = running.communicate(timeout=30)
    assert not errors, errors
    assert (how is signal.SIGINT) == out.endswith("stopped\n")
    assert _is_gone(running.pid)


def _is_gone(group: int) -> bool:
    """Whether no process of the group is left, soon."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
