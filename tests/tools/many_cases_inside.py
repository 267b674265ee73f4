"""What bench_cases.py has done in a process of its own: `many_cases_inside.py WORK DIR [DAY] TIMES`, told in JSON."""

import json
import os
import runpy
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

import msgspec  # noqa: E402 - after the checkout is registered as the package

from letterladder.config.settings import load_settings  # noqa: E402
from letterladder.desk.clock import RehearsalClock  # noqa: E402
from letterladder.desk.wiring import build  # noqa: E402
from letterladder.records.index.index import FolderIndex  # noqa: E402
from letterladder.records.logs.case_files import FolderCaseFiles  # noqa: E402
from letterladder.records.logs.lock import writer_lock  # noqa: E402
from letterladder.rules.cases.events import Entry  # noqa: E402
from letterladder.rules.mails.mail_log import MailEntry  # noqa: E402
from letterladder.workflows.rounds import run_round  # noqa: E402


def bare(folder: Path) -> str:
    """Read and parse every line of every log, and keep nothing."""
    cases, mails, lines = msgspec.json.Decoder(Entry), msgspec.json.Decoder(MailEntry), 0
    for file in sorted((folder / "data" / "cases").glob("*/case.log")):
        for line in file.read_bytes().splitlines():
            cases.decode(line)
            lines += 1
    with (folder / "data" / "ledger" / "mails.log").open("rb") as log:
        for line in log:
            mails.decode(line)
            lines += 1
    return f"{lines} lines"


def one_round(folder: Path, day: str) -> str:
    """A round as the daemon makes it: the settings read again, the writer's lock, a fresh office."""
    settings = load_settings(folder)
    with writer_lock(settings.data):
        tally = run_round(build(settings, RehearsalClock(date.fromisoformat(day))))
    return ", ".join(f"{count} {name}" for name, count in tally.counts().items() if count)


def index(folder: Path) -> str:
    """The index of all cases and emails, built again from the logs in another place."""
    with tempfile.TemporaryDirectory(prefix="many-cases-") as name:
        data = folder / "data"
        made = FolderIndex(data, FolderCaseFiles(data / "cases"), place=Path(name))
        return f"{len(made.cases.open_refs())} open"


WORKS: dict[str, Callable[..., str]] = {"bare": bare, "index": index, "round": one_round}


def _computed() -> float:
    """Seconds of computing so far, with those of processes that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def main() -> int:
    """Do the work so many times and tell the seconds of the fastest, and what the last said."""
    name, folder, *words, times = sys.argv[1:]
    found, said = [], ""
    for _ in range(int(times)):
        started, computed = time.perf_counter(), _computed()
        said = WORKS[name](Path(folder), *words)
        found.append((time.perf_counter() - started, _computed() - computed))
    seconds, cpu = min(found)
    sys.stdout.write(json.dumps({"seconds": seconds, "cpu": cpu, "said": said}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
