"""Every point of every scene: run, stop or fail the disk, restart, ask the promises."""

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from crash.kill import DISK, KILL, Counted, Ended, count_calls, run_and_fail
from crash.promises import asked, broken_promises, kinds_of, lost_events
from crash.restart import given_again, is_wanting, started_again
from crash.scenes import SCENES
from crash.scenes_mail import BOX
from crash.school import Scene, School, copy_of, fresh
from crash.sink import Sink
from servers.dovecot import Dovecot

CONVERTER = """#!/bin/sh
for one in "$@"; do
  case "$one" in *.docx) printf '%%PDF-1.4\\n%%%%EOF\\n' > "${one%.docx}.pdf" ;; esac
done
exit 0
"""
BOXES = 600
"""Mailboxes of the mail server; each try that reads email by IMAP uses one up."""
SPARSELY = {"pwrite64": 8}
"""Pages of the derived index are written by the hundred; each eighth is enough."""
DERIVED = re.compile(r"the next round makes it anew|index\.sqlite")
"""What is said where only the derived index could not be written; all else was done."""
REALLY = 4
"""Each fourth try starts the program again as a process; the others build the same office in this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A prepared scene: the school to copy for each try, its command, and what a run without a stop does."""

    scene: str
    school: School
    words: tuple[str, ...]
    counted: Counted
    kinds: Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One try: the scene, the N-th call of a kind, and what happens there; `box` is its mailbox by IMAP."""

    scene: str
    call: str
    number: int
    how: str
    box: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a try showed: whether it hit, the questions that were raised, the promises that did not hold."""

    point: Point
    hit: bool = True
    questions: int = 0
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Bench:
    """The servers of a run and the folder that the prepared schools are in; a context manager."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="crash-")))
    imap: Dovecot | None = None
    _open: ExitStack = field(default_factory=ExitStack)
    _boxes: int = 0

    def __enter__(self) -> "Bench":
        self._open.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self._open.callback(os.environ.__setitem__, "PATH", os.environ["PATH"])
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def serve_imap(self) -> None:
        """Start the mail server, once."""
        if self.imap is None:
            self.imap = self._open.enter_context(Dovecot(*(_box(number) for number in range(BOXES))))

    def next_box(self) -> int:
        """A mailbox that no try has touched."""
        self._boxes += 1
        return self._boxes

    def prepare(self, scene: Scene) -> Ready:
        """Prepare the scene once, and run its command once to the end to see what it does."""
        if scene.imap:
            self.serve_imap()
        root = Path(tempfile.mkdtemp(dir=self.folder))
        environment = bare_environment(root, with_pdf=scene.with_pdf)
        os.environ["PATH"] = environment["PATH"]
        with Sink() as sink:
            school = fresh(root / "prepared", sink.port)
            words = scene.prepare(school)
            copy = copy_of(school, root / "counted", sink.port)
            self.into_box(scene, copy, 0)
            counted = count_calls(copy.command(*words), environment)
            started_again(copy, environment, really=False)
            kinds = kinds_of(copy)
        return Ready(scene=scene.name, school=school, words=words, counted=counted, kinds=kinds)

    def into_box(self, scene: Scene, school: School, number: int) -> None:
        """Deliver the prepared emails into a mailbox of the mail server."""
        if not scene.imap:
            return
        assert self.imap is not None, "the mail server was not started"
        school.set_up("port = 1\n", f"port = {self.imap.imap_port}\n")
        school.set_up(BOX, _box(number))
        mails = [file.read_bytes() for file in sorted((school.folder / "inbox").glob("*.eml"))]
        self.imap.deliver(_box(number), *mails)

    def points(self, ready: Ready, hows: Mapping[str, int]) -> list[Point]:
        """Every call that the command makes (see `SPARSELY`), and what happens there.

        Args:
            ready: the prepared scene.
            hows: for each way to fail, at every how-manieth call.
        """
        found: list[Point] = []
        is_imap = _scene(ready.scene).imap
        for turn, (how, every) in enumerate(hows.items()):
            numbers = [
                (call, number)
                for call, times in ready.counted.times.items()
                for number in range(1, times + 1, SPARSELY.get(call, 1))
                if how == KILL or (call in DISK and not (call == "write" and number in ready.counted.screen))
            ]
            for call, number in numbers[turn % every :: every]:
                box = self.next_box() if is_imap else 0
                found.append(Point(scene=ready.scene, call=call, number=number, how=how, box=box))
        return found

    def attempt(self, ready: Ready, point: Point) -> Outcome:
        """Fail at this point of a copy of the school, restart, and ask the promises."""
        scene = _scene(ready.scene)
        with tempfile.TemporaryDirectory(dir=self.folder) as name, Sink() as sink:
            root = Path(name)
            environment = bare_environment(root, with_pdf=scene.with_pdf)
            os.environ["PATH"] = environment["PATH"]
            school = copy_of(ready.school, root / "try", sink.port)
            self.into_box(scene, school, point.box)
            command = school.command(*ready.words)
            ended = run_and_fail(command, point.call, point.number, environment, how=point.how)
            faults = [*_said(point, ended), *asked(scene.at_rest(school))]
            really = point.number % REALLY == 0
            faults += started_again(school, environment, really=really)
            faults += given_again(school, ready.words)
            faults += [*broken_promises(school), *asked(scene.promises(school))]
            faults += asked(lost_events(ready.kinds, school))
            if sink.letters > 1:
                faults.append(f"the same letter was sent {sink.letters} times")
            raised = 0 if faults else (kinds_of(school) - ready.kinds)["PostingQuestioned"]
        hit = ended.killed if point.how == KILL else True
        return Outcome(point=point, hit=hit, questions=raised, faults=tuple(faults))


def _box(number: int) -> str:
    return BOX.replace("0", str(number), 1)


def _scene(name: str) -> Scene:
    return next(scene for scene in SCENES if scene.name == name)


def bare_environment(folder: Path, *, with_pdf: bool = False) -> dict[str, str]:
    """A PATH with strace alone: no LibreOffice, so that each try takes a second and not ten.

    `with_pdf`: a stand-in for it that writes a PDF at once; a letter goes by email only as a PDF.
    """
    tools = folder / "bin"
    tools.mkdir(exist_ok=True)
    link = tools / "strace"
    if not link.exists():
        link.symlink_to("/usr/bin/strace")
    converter = tools / "soffice"
    if with_pdf and not converter.exists():
        converter.write_text(CONVERTER, encoding="ascii")
        converter.chmod(0o755)
    return {"PATH": str(tools), "HOME": str(folder), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


_DISK_SAID = re.compile(r"The disk (is full|said)|cannot be written")


def _said(point: Point, ended: Ended) -> Iterator[str]:
    """A disk that is full or broken is told in plain words, with a next step and its exit code; or nobody need know."""
    last = ended.said.strip().splitlines()[-1:]
    if ended.killed:
        return
    if "Traceback" in ended.said:
        yield f"the command showed a traceback: {last}"
    elif point.how == KILL:
        return
    elif ended.code == 3 and "->" not in ended.said:
        yield f"the command did not say what to do: {last}"
    elif ended.code == 1 and (DERIVED.search(ended.said) or is_wanting(ended.said)):
        return  # a letter lacks a field as it would on a sound disk, or only what is rebuilt was not written
    elif ended.code not in {0, 3} or (ended.code == 0 and _DISK_SAID.search(ended.said)):
        yield f"the command ended with {ended.code}: {last}"


_bench: Bench | None = None


def run_all(bench: Bench, tries: Sequence[tuple[Ready, Point]], workers: int = 2) -> Iterator[Outcome]:
    """All tries, on `workers` processes that share the bench's servers."""
    global _bench  # noqa: PLW0603 - handed to the workers by fork
    _bench = bench
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_attempt, tries, chunksize=2)


def _attempt(one: tuple[Ready, Point]) -> Outcome:
    assert _bench is not None, "the workers are forked from a process with a bench"
    return _bench.attempt(*one)
