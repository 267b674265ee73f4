"""Schools looked after side by side: none twice at once, none forgotten, and a silent mailbox delays no other."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest

from letterladder.desk.side_by_side import SideBySide

PATIENCE = 30.0
"""Seconds after which something hangs."""


class Schools:
    """Schools that note who is looked after, and that may be told to take their time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.seen: list[str] = []
        self.busy = Counter[str]()
        self.twice_at_once: list[str] = []
        self.hold: dict[str, threading.Event] = {}
        self.entered: dict[str, threading.Event] = {}

    def silent(self, name: str) -> Callable[[], None]:
        """This school hangs until the function is called."""
        self.hold[name], self.entered[name] = threading.Event(), threading.Event()
        return self.hold[name].set

    def look_after(self, name: str) -> None:
        """What the pool calls."""
        with self.lock:
            self.busy[name] += 1
            if self.busy[name] > 1:
                self.twice_at_once.append(name)
        if name in self.hold:
            self.entered[name].set()
            assert self.hold[name].wait(PATIENCE)
        with self.lock:
            self.busy[name] -= 1
            self.seen.append(name)


class Seconds:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


def test_each_is_looked_after_once_however_often_it_was_asked_for() -> None:
    """Asked for before it began: once."""
    schools, names = Schools(), [f"school-{number}" for number in range(40)]
    turns = SideBySide(schools.look_after, schools=len(names))
    for name in names * 3:
        turns.ask(name)
    turns.ask("school-39", first=True)
    turns.start()
    turns.wait_until_idle()
    turns.stop()
    assert Counter(schools.seen) == Counter(names)
    assert schools.twice_at_once == []


def test_news_comes_before_those_who_merely_wait() -> None:
    """A report that was just delivered does not wait for three hundred rounds."""
    schools = Schools()
    turns = SideBySide(schools.look_after, schools=1)
    for name in ("a", "b", "c"):
        turns.ask(name)
    turns.ask("c", first=True)
    turns.start()
    turns.wait_until_idle()
    turns.stop()
    assert schools.seen == ["c", "a", "b"]


def test_a_busy_school_is_looked_after_once_more_afterwards() -> None:
    """What came while its round was under way is not left to the next few minutes, and never at the same time."""
    schools = Schools()
    release = schools.silent("a")
    turns = SideBySide(schools.look_after, schools=4)
    turns.ask("a")
    turns.start()
    assert schools.entered["a"].wait(PATIENCE)
    for _ in range(5):
        turns.ask("a", first=True)
    release()
    turns.wait_until_idle()
    turns.stop()
    assert schools.seen == ["a", "a"]
    assert schools.twice_at_once == []


def test_schools_that_do_not_answer_leave_lanes_for_the_others() -> None:
    """Once they were slow they share two lanes, however many they are; all others go on meanwhile."""
    schools, clock = Schools(), Seconds()
    silent = [f"silent-{number}" for number in range(5)]
    turns = SideBySide(schools.look_after, schools=50, lanes=6, slow_lanes=2, clock=clock)
    first = [schools.silent(name) for name in silent]
    for name in silent:
        turns.ask(name)
    turns.start()
    assert all(schools.entered[name].wait(PATIENCE) for name in silent)
    clock.now = 35.0
    assert turns.longest() == 35.0
    for release in first:
        release()
    turns.wait_until_idle()
    again = [schools.silent(name) for name in silent]
    for name in silent:
        turns.ask(name)
    quick = [f"quick-{number}" for number in range(20)]
    assert all(schools.entered[name].wait(PATIENCE) for name in silent[:2])
    schools.silent("last")
    for name in quick:
        turns.ask(name)
    turns.ask("last")
    assert schools.entered["last"].wait(PATIENCE)
    assert [name for name in silent if schools.entered[name].is_set()] == silent[:2]
    schools.hold["last"].set()
    for release in again:
        release()
    turns.wait_until_idle()
    turns.stop()
    assert Counter(schools.seen) == Counter([*silent, *silent, *quick, "last"])
    assert turns.longest() == 0.0


@pytest.mark.parametrize("lanes", [1, 2, 6])
def test_told_to_stop_it_ends_what_is_under_way_and_begins_nothing(lanes: int) -> None:
    """A round is never cut off in the middle."""
    schools = Schools()
    release = schools.silent("a")
    turns = SideBySide(schools.look_after, schools=lanes)
    turns.ask("a")
    turns.start()
    assert schools.entered["a"].wait(PATIENCE)
    stopping = threading.Thread(target=turns.stop)
    stopping.start()
    turns.ask("b")
    release()
    stopping.join(PATIENCE)
    assert not stopping.is_alive()
    assert "a" in schools.seen
    assert schools.busy["a"] == 0
