"""What is typed while a round is under way is never lost: it has its turn between two steps, or waits on disk."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from desk.terminal import Said, Terminal, Window
from office import HEAD, OFFICE, NoPdf, Rehearsal
from prepared import posted_school

from letterladder.config.settings import load_settings
from letterladder.desk.cli_common import Desk
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.ground.errors import Problem
from letterladder.ground.values import replace
from letterladder.records.keeping.backup import backup
from letterladder.records.keeping.restore import restore
from letterladder.records.logs.lock import round_lock, writer_lock
from letterladder.records.logs.order_shelf import FolderShelf
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import AnswerRecorded, Entry
from letterladder.rules.office import orders
from letterladder.rules.office.kept_orders import KeptOrder
from letterladder.rules.texts.report import Arrival
from letterladder.rules.words import Channel, Outcome
from letterladder.workflows.office import Office, Tally
from letterladder.workflows.ports import Inbox
from letterladder.workflows.rounds import run_round

REF = "2026-0001"
SAID = "will not take it down"
SECONDS = 60
"""A test that waits longer is stuck."""
ROOT = Path(__file__).resolve().parents[2]

KILLED = """
import os, runpy, signal, sys
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.desk.cli import run
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.order_shelf import FolderShelf
def stop(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr({"append": FolderCaseFiles, "done": FolderShelf}[sys.argv[2]], sys.argv[2], stop)
run(sys.argv[3:])
"""


@dataclass(slots=True)
class HeldUp:
    """Something that a round meets, and that does not go on before it is told to."""

    reached: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def wait(self) -> None:
        """Be met, and wait."""
        self.reached.set()
        assert self.go_on.wait(SECONDS), "nobody said that it may go on"


class SlowInbox:
    """A mailbox whose server takes its time."""

    def __init__(self, real: Inbox, held: HeldUp) -> None:
        self.name, self.has_a_past = real.name, real.has_a_past
        self._real, self._held = real, held

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """As the real one, after a long time."""
        self._held.wait()
        yield from self._real.arrivals(known)

    def put_aside(self, keys: Sequence[str]) -> None:
        """As the real one."""
        self._real.put_aside(keys)

    def count(self) -> int:
        """As the real one."""
        return self._real.count()

    def check(self) -> list[Problem]:
        """As the real one."""
        return self._real.check()


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """Mr Dunn's first letter went out, and may be answered."""
    return posted_school(tmp_path)


@pytest.fixture
def types(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Somebody at a terminal, on the school's day."""
    terminal = Terminal(school.folder, capsys)
    return lambda *words: terminal.type(*words, "--today", school.clock.today().isoformat())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands do not wait long for their turn."""
    monkeypatch.setattr(Desk, "patience", 0.1)


def office_of(school: Rehearsal) -> Office:
    """The school as another process builds it."""
    office = build(load_settings(school.folder), RehearsalClock(school.clock.today()))
    return replace(office, pdf=NoPdf())


@contextmanager
def a_round(school: Rehearsal, held: HeldUp, **parts: Any) -> Iterator[list[Tally]]:
    """A round elsewhere that is held up; in the end it goes on, and its tally is told."""
    tallies: list[Tally] = []

    def work() -> None:
        data = school.folder / "data"
        with round_lock(data), writer_lock(data) as turn:
            tallies.append(run_round(replace(office_of(school), turns=turn, **parts)))

    other = threading.Thread(target=work)
    other.start()
    try:
        assert held.reached.wait(SECONDS), "the round did not come that far"
        yield tallies
    finally:
        held.go_on.set()
        other.join(SECONDS)


def answer(summary: str = SAID) -> tuple[str, ...]:
    """The office types what the adult said."""
    return ("answer", REF, "refused", "--summary", summary, "--channel", "phone", "--by", "Mrs Binns")


def order(school: Rehearsal, summary: str = SAID) -> orders.RecordAnswer:
    """The same as an order."""
    return orders.RecordAnswer(
        ref=REF,
        by="Mrs Binns",
        outcome=Outcome.REFUSED,
        channel=Channel.PHONE,
        on=school.clock.today(),
        summary=summary,
    )


def left_on_disk(school: Rehearsal, *given: orders.AnyOrder) -> list[KeptOrder]:
    """Orders whose makers could not wait."""
    shelf, today = school.office.shelf, school.clock.today()
    times = (school.clock.now() + timedelta(seconds=number) for number in count())
    return [shelf.put(one, at, today) for one, at in zip(given, times, strict=False)]


def plain_terminal(school: Rehearsal, *words: str) -> Said:
    """A command which depends on no day."""
    return Window(school.folder).type(*words)


def answers(school: Rehearsal) -> list[str]:
    """What the adult said, as the log has it."""
    return [one.event.summary for one in lines(school) if isinstance(one.event, AnswerRecorded)]


def lines(school: Rehearsal) -> list[Entry]:
    """The case, read again."""
    return office_of(school).cases.read(REF)


def test_an_answer_typed_while_the_mailbox_is_slow_is_carried_out_at_once(
    school: Rehearsal, types: Callable[..., Said]
) -> None:
    """The round gives its lock up while it waits for the server, and goes on with what is true then."""
    held = HeldUp()
    with a_round(school, held, inbox=SlowInbox(school.office.inbox, held)) as tallies:
        said = types(*answer())
        assert not tallies, "the round was over before"
    assert (said.code, answers(school)) == (0, [SAID])
    assert f"{REF} now waits for: head: decision" in said.out
    assert [tally.problems for tally in tallies] == [[]]
    assert verify(school.folder / "data") == []


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_meets_a_long_step_is_kept_and_carried_out_by_the_round(
    school: Rehearsal, types: Callable[..., Said]
) -> None:
    """Exit code 4, and not to be typed again; the round carries it out between its steps, once."""
    held = HeldUp()

    def slow_setup() -> str:
        held.wait()
        return "the same"

    with a_round(school, held, setup=slow_setup) as tallies:
        said = types(*answer())
        assert (said.code, answers(school)) == (4, [])
        assert "Do not type it again" in said.err
        assert [one.about for one in school.office.shelf.waiting()] == [f"answer {REF}"]
    assert answers(school) == [SAID]
    assert (list(school.office.shelf.waiting()), tallies[0].problems) == ([], [])


def test_orders_are_carried_out_in_the_order_of_typing(school: Rehearsal, types: Callable[..., Said]) -> None:
    """By the next command, before its own, each once."""
    left_on_disk(school, order(school, "first"), order(school, "second"))
    assert types(*answer("third")).code == 0
    assert answers(school) == ["first", "second", "third"]
    school.round()
    assert len(answers(school)) == 3


@pytest.mark.parametrize("moment", ["append", "done"])
def test_an_order_survives_a_kill_and_is_carried_out_once(school: Rehearsal, moment: str) -> None:
    """Killed before its line is in the log, or after that and before the order is taken away."""
    words = [*answer(), "--today", school.clock.today().isoformat()]
    command = [sys.executable, "-c", KILLED, str(ROOT / "run.py"), moment, "--config", str(school.folder)]
    killed = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert len(school.office.shelf.waiting()) == 1
    assert len(answers(school)) == (moment == "done")
    assert run_round(office_of(school)).problems == []
    assert answers(school) == [SAID]
    assert (list(school.office.shelf.waiting()), verify(school.folder / "data")) == ([], [])


def test_an_order_that_is_refused_later_is_told_to_its_maker(
    school: Rehearsal, types: Callable[..., Said]
) -> None:
    """By email to the address that the school has, in the round's problems, in `orders` and in `check`."""
    late = orders.Approve(ref=REF, by="Mrs Hollis")
    (kept,) = left_on_disk(school, late)
    tally = school.round()
    mail = school.newest("notice", REF)
    assert (mail.to, mail.about) == ((HEAD,), "Something you asked for could not be done")
    assert f"approve {REF}" in mail.text
    assert [problem.where for problem in tally.problems] == [f"order {kept.id[:8]}"]
    listed = plain_terminal(school, "orders", "--json")
    assert (listed.code, [one["about"] for one in listed.json]) == (1, [f"approve {REF}"])
    assert f"order {kept.id[:8]}" in types("check", "--no-login").out


def test_a_refused_order_is_shown_until_somebody_takes_it_away(school: Rehearsal) -> None:
    """Its words stay until then."""
    (kept,) = left_on_disk(school, orders.Approve(ref=REF, by="nobody here"))
    school.round()
    assert school.newest("notice", REF).to == (OFFICE,)
    assert plain_terminal(school, "orders", "--drop", kept.id[:8]).code == 0
    assert school.round().problems == []
    assert plain_terminal(school, "orders").out == "No order waits.\n"


def test_a_stale_order_on_disk_is_refused_with_what_changed(school: Rehearsal) -> None:
    """The case went on before its turn came."""
    seen = school.case().last_seq
    left_on_disk(school, order(school, "first"), changed(order(school, "late"), seen))
    school.round()
    assert answers(school) == ["first"]
    (refused,) = school.office.shelf.refused()
    assert f"This has happened since line {seen}" in refused.refused


def changed(given: orders.RecordAnswer, seen: int) -> orders.RecordAnswer:
    """The same, of the state up to this line."""
    return orders.RecordAnswer(
        **{name: getattr(given, name) for name in given.__struct_fields__} | {"seen": seen}
    )


def test_an_order_is_for_its_account_alone_and_goes_with_a_backup(school: Rehearsal, tmp_path: Path) -> None:
    """`verify` knows its place; in a restored folder it still waits, and is carried out."""
    left_on_disk(school, order(school))
    data = school.folder / "data"
    (file,) = (data / "orders").glob("*.json")
    assert (file.stat().st_mode & 0o777, verify(data)) == (0o600, [])
    backup(school.folder, tmp_path / "a.zip", school="x", made="now", tell=lambda _: None)
    restore(tmp_path / "a.zip", tmp_path / "again")
    assert verify(tmp_path / "again" / "data") == []
    assert [one.order for one in FolderShelf(tmp_path / "again" / "data").waiting()] == [order(school)]


def test_a_file_that_is_no_order_is_said_and_stops_nothing(school: Rehearsal) -> None:
    """The others are carried out."""
    left_on_disk(school, order(school))
    torn = school.folder / "data" / "orders" / "20261101T100000000000-0123456789abcdef.json"
    torn.write_bytes(b"{")
    os.chmod(torn, 0o600)  # noqa: PTH101 - as the program leaves it
    assert [problem.where for problem in school.round().problems] == [str(torn)]
    assert answers(school) == [SAID]
    assert [problem.where for problem in verify(school.folder / "data")] == [str(torn)]
