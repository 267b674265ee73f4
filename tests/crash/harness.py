"""Every point of every scene: run, kill or fail the disk, restart, ask the promises. `make crash` prints a table."""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from crash.kill import count_calls, run_and_fail
from crash.promises import broken_promises
from crash.scenes import SCENES, Scene, School, copy_of, fresh
from crash.sink import Sink

CONVERTER = """#!/bin/sh
[ "$5" = "--outdir" ] && printf '%%PDF-1.4\\n%%%%EOF\\n' > "$6/letter.pdf"
"""
KILL, FULL, BAD = "signal=SIGKILL", "error=ENOSPC", "error=EIO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One try: the scene, the N-th call of a kind, and what happens there."""

    scene: str
    call: str
    number: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a try showed: the promises that did not hold."""

    point: Point
    faults: tuple[str, ...]


def bare_environment(folder: Path, *, with_pdf: bool = False) -> dict[str, str]:
    """A PATH with strace alone: no LibreOffice, so that each try takes a second and not ten.

    `with_pdf`: a stand-in for it that writes a PDF at once; a letter goes by mail only as a PDF.
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


def prepared(scene: Scene, folder: Path, sink_port: int = 0) -> tuple[School, tuple[str, ...]]:
    """The school of this scene and the words of its command."""
    school = fresh(folder / scene.name.replace(" ", "-"), sink_port)
    return school, scene.prepare(school)


def points_of(scene: Scene, folder: Path, hows: Sequence[str]) -> Iterator[Point]:
    """Every call that the scene's command makes, once for each way to fail."""
    environment = bare_environment(folder, with_pdf=scene.with_pdf)
    with Sink() as sink:
        school, words = prepared(scene, folder, sink.port)
        copy = copy_of(school, folder / "counted")
        calls = count_calls(copy.command(*words), folder / "trace", environment)
    for how in hows:
        for call, times in calls.items():
            if how != KILL and call in {"sendto", "unlink"}:
                continue
            for number in range(1, times + 1):
                yield Point(scene=scene.name, call=call, number=number, how=how)


def attempt(point: Point) -> Outcome:
    """Prepare, fail at this point, restart, and ask the promises."""
    scene = next(one for one in SCENES if one.name == point.scene)
    with tempfile.TemporaryDirectory(prefix="crash-") as name:
        folder = Path(name)
        environment = bare_environment(folder, with_pdf=scene.with_pdf)
        os.environ["PATH"] = environment["PATH"]
        with Sink() as sink:
            school, words = prepared(scene, folder, sink.port)
            run_and_fail(school.command(*words), point.call, point.number, environment, how=point.how)
            faults = broken_promises(school)
        if sink.letters > 1:
            faults.append(f"the same letter was sent {sink.letters} times")
        return Outcome(point=point, faults=tuple(faults))


def run_all(points: Sequence[Point], workers: int = 2) -> Iterator[Outcome]:
    """All tries, on `workers` processes."""
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(attempt, points, chunksize=4)


def main() -> int:
    """Run everything and print the table; 1 where a promise was broken."""
    chosen = [scene for scene in SCENES if not sys.argv[1:] or scene.name in sys.argv[1:]]
    rows, broken, total = [], 0, 0
    path = os.environ["PATH"]
    for scene in chosen:
        with tempfile.TemporaryDirectory(prefix="crash-") as name:
            os.environ["PATH"] = bare_environment(Path(name), with_pdf=scene.with_pdf)["PATH"]
            points = list(points_of(scene, Path(name), (KILL, FULL)))
        outcomes = list(run_all(points))
        os.environ["PATH"] = path
        bad = [outcome for outcome in outcomes if outcome.faults]
        kills = sum(outcome.point.how == KILL for outcome in outcomes)
        rows.append(
            (scene.name, len({(p.call, p.number) for p in points}), kills, len(outcomes) - kills, len(bad))
        )
        broken, total = broken + len(bad), total + len(outcomes)
        for outcome in bad:
            sys.stdout.write(f"{outcome.point}\n" + "".join(f"    {fault}\n" for fault in outcome.faults))
    sys.stdout.write("scene                points  kills  full disks  broken promises\n")
    for row in rows:
        sys.stdout.write(f"{row[0]:20} {row[1]:6} {row[2]:6} {row[3]:11} {row[4]:16}\n")
    sys.stdout.write(f"in all {total} tries, {broken} broken\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
