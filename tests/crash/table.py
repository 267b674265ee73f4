"""`make crash`: all scenes, all points, two tables; `--out FILE` keeps them, names choose scenes."""

import argparse
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from crash.harness import Bench, Outcome, Point, Ready, run_all
from crash.kill import BAD, CALLS, FULL, KILL
from crash.scenes import SCENES, WITHOUT
from crash.school import Scene

HOWS = {KILL: 1, FULL: 4, BAD: 4}
"""Kills at every point; a full and a failing disk at every fourth, not the same ones."""
Cells = tuple[str | int, ...]
COLUMNS = ("workflow", "points", "kills", "full disks", "EIO", "questions", "violations")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run everything and print the tables; 1 where a promise was broken."""
    chosen = _arguments(arguments)
    scenes, left_out = _there([scene for scene in SCENES if not chosen.scenes or scene.name in chosen.scenes])
    start = time.monotonic()
    with Bench() as bench:
        path = os.environ["PATH"]
        ready = [_prepared(bench, scene) for scene in scenes]
        os.environ["PATH"] = path
        hows = {how: chosen.every * every for how, every in HOWS.items()}
        tries = [(one, point) for one in ready for point in bench.points(one, hows)]
        outcomes = []
        for outcome in run_all(bench, tries, chosen.workers):
            outcomes.append(outcome)
            _tell(outcome, len(outcomes), len(tries))
    minutes = (time.monotonic() - start) / 60
    text = report(ready, outcomes, [*left_out, f"{minutes:.0f} minutes on {chosen.workers} processes"])
    sys.stdout.write(text)
    if chosen.out:
        chosen.out.write_text(text, encoding="utf-8")
    return 1 if any(outcome.faults for outcome in outcomes) else 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Stop the program everywhere and look what it keeps.")
    parser.add_argument("scenes", nargs="*", help="only these scenes, by name")
    parser.add_argument("--out", type=Path, help="write the tables there, too")
    parser.add_argument("--workers", type=int, default=(os.cpu_count() or 2) + 1)
    parser.add_argument("--every", type=int, default=1, help="only every so-manieth point")
    return parser.parse_args(arguments)


def _there(scenes: list[Scene]) -> tuple[list[Scene], list[str]]:
    """The scenes that can run on this machine, and a line on those that cannot."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/lib/dovecot"
    if all(shutil.which(name, path=path) for name in ("dovecot", "lmtp")):
        return scenes, []
    if os.environ.get("CI") == "true":
        raise SystemExit("CI must run the scenes by IMAP: dovecot is not installed")
    return [scene for scene in scenes if not scene.imap], ["without the scenes by IMAP: no Dovecot here"]


def _prepared(bench: Bench, scene: Scene) -> Ready:
    sys.stderr.write(f"preparing: {scene.name}\n")
    return bench.prepare(scene)


def _tell(outcome: Outcome, count: int, of: int) -> None:
    for fault in outcome.faults:
        sys.stdout.write(f"{outcome.point}\n    {fault}\n")
    if count % 100 == 0 or outcome.faults:
        sys.stdout.flush()
        sys.stderr.write(f"{count} of {of} tries\n")


def report(ready: Iterable[Ready], outcomes: Sequence[Outcome], notes: Iterable[str]) -> str:
    """Both tables as markdown, and which commands have no scene."""
    rows = [_row(one.scene, [each for each in outcomes if each.point.scene == one.scene]) for one in ready]
    sums = [sum(int(row[column]) for row in rows) for column in range(1, len(COLUMNS))]
    total: Cells = ("in all", *sums)
    calls = Counter(call for call, _ in {_place(outcome.point) for outcome in outcomes})
    lines = [
        *_table(COLUMNS, [*rows, total]),
        "",
        *_table(("call", "points"), [(c, calls[c]) for c in CALLS]),
    ]
    lines += ["", *(f"Without a scene: {name}: {why}." for name, why in WITHOUT.items())]
    return "\n".join([*lines, "", *(f"{note}." for note in notes), ""])


def _place(point: Point) -> tuple[str, tuple[str, int]]:
    return point.call, (point.scene, point.number)


def _row(name: str, outcomes: Sequence[Outcome]) -> Cells:
    hits = Counter(outcome.point.how for outcome in outcomes if outcome.hit)
    return (
        name,
        len({_place(outcome.point) for outcome in outcomes}),
        *(hits[how] for how in HOWS),
        sum(outcome.questions for outcome in outcomes),
        sum(bool(outcome.faults) for outcome in outcomes),
    )


def _table(columns: Sequence[str], rows: Iterable[Cells]) -> list[str]:
    shown = [[str(cell) for cell in row] for row in (columns, *rows)]
    wide = [max(len(row[place]) for row in shown) for place in range(len(columns))]
    lines = [
        "| " + " | ".join(_cell(cell, wide[n], left=n == 0) for n, cell in enumerate(row)) + " |"
        for row in shown
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in wide) + "|"
    return [lines[0], rule, *lines[1:]]


def _cell(text: str, width: int, *, left: bool) -> str:
    return text.ljust(width) if left else text.rjust(width)
