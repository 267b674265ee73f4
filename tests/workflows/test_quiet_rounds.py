"""The index is derived: deleting it changes nothing; and a round in which nothing happens writes and reads little."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Said, Window
from office import SLOTS, THREAT, Rehearsal, an_office, form
from servers.needs import missing, need
from sweeps import each

from letterladder.records.index.index_file import FILES
from letterladder.records.logs.touched import TOUCHED
from letterladder.rules.words import Outcome
from letterladder.workflows.taking import take_alert

ROOT = Path(__file__).resolve().parents[2]
MADE_ANEW = re.compile(
    r"(?<=\d{4}-\d{4}\.)[a-z2-7]{6}|(?<=\.)[a-z2-7]{6}(?=@)|[0-9a-f]{12,64}|[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}"
)
"""What differs between two runs of one story: marks, hashes, codes."""


def no_change(_: Path) -> None:
    """Nothing is done between two rounds."""


def without_index(data: Path) -> None:
    """The index is deleted, and the note of cases written on as well."""
    for name in (*FILES, TOUCHED):
        (data / name).unlink(missing_ok=True)


def without_the_index_alone(data: Path) -> None:
    """The index is deleted."""
    for name in FILES:
        (data / name).unlink(missing_ok=True)


def a_story(folder: Path, before: Callable[[Path], None]) -> Rehearsal:
    """Two adults, a ladder of three letters, an alert, a closed case that comes back, a copy, a stranger."""
    folder.mkdir()
    school = an_office(folder)

    def day(number: int, *, hour: int = 10) -> None:
        school.clock.turn_to(date(2026, 11, number), hour)
        before(school.folder / "data")
        school.round()

    first = school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form())
    day(2)
    before(school.folder / "data")
    school.goes_out()
    school.deliver(b"Received: from mx.example\n" + first)
    day(4)
    for number in range(5, 14):
        day(number, hour=0)
        day(number)
    school.head_decides("L2", "No answer; we offer to talk.")
    before(school.folder / "data")
    school.supplied("L2", **SLOTS)
    school.goes_out()
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    take_alert(school.office, "2026-0002", "Miss Joan Treadwell", by="Miss Joan Treadwell")
    day(20)
    school.answered(Outcome.DECLINED)
    school.decided("none", "It was taken down.")
    school.write("x@elsewhere.example", "hm", "What is this about?")
    day(23)
    school.report()
    day(24)
    return school


def told(school: Rehearsal) -> dict[str, object]:
    """Every log and every sent email, without what is rebuilt in each run."""
    logs = sorted((school.folder / "data").rglob("*.log"))
    lines = {
        path.relative_to(school.folder).as_posix(): plain(path.read_text(encoding="utf-8")) for path in logs
    }
    mails = [(one.to, plain(one.subject), plain(one.text), one.files) for one in school.sent_mails()]
    return {**lines, "mails": mails}


def plain(text: str) -> str:
    """The text without marks, hashes and codes."""
    return MADE_ANEW.sub("...", text)


@pytest.fixture(scope="module")
def with_index(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """The story as it goes in life; tests only read it."""
    return a_story(tmp_path_factory.mktemp("with") / "index", no_change)


@pytest.mark.parametrize("before", each(2, [without_index, without_the_index_alone]))
def test_without_the_index_a_whole_story_goes_as_with_it(
    before: Callable[[Path], None], with_index: Rehearsal, tmp_path: Path
) -> None:
    """It is deleted before every round: the same lines in the same logs, the same emails in the same order."""
    with_it = told(with_index)
    assert told(a_story(tmp_path / "without", before)) == with_it
    assert sum("case.log" in name for name in with_it) == 3


def tree(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file with its inode, its time and what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in files
    }


NOTED = {"ledger/pulse.json", "turn.ended"}
"""When email was looked for last, and when the last turn ended, are noted in each round."""


@pytest.fixture(scope="module")
def quiet(with_index: Rehearsal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with open and closed cases on whose day two rounds were made already."""
    folder = shutil.copytree(with_index.folder, tmp_path_factory.mktemp("quiet") / "school")
    for _ in range(2):
        assert a_round(folder).code == 0
    return folder


ROUND = ("round", "--today", "2026-11-24")


def a_round(folder: Path) -> Said:
    """`round` as a person types it."""
    return Window(folder).type(*ROUND)


def run_round(folder: Path, *before: str) -> "subprocess.CompletedProcess[str]":
    """`round` as a process of its own."""
    command = [*before, sys.executable, "run.py", "--config", str(folder), *ROUND]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_a_quiet_round_writes_no_file(quiet: Path) -> None:
    """Not a byte and not a new time, but for the note that email was looked for."""
    before = tree(quiet)
    assert "nothing to do" in a_round(quiet).out
    now = tree(quiet)
    assert {name for name in {*before, *now} if before.get(name) != now.get(name)} <= {
        f"data/{one}" for one in NOTED
    }


def test_a_quiet_round_reads_no_case(quiet: Path) -> None:
    """Neither a closed one nor an open one that was looked at today; the email log is not read either."""
    strace = need("strace", "strace")
    done = run_round(quiet, strace, "-f", "-qq", "-e", "trace=open,openat")
    if "ptrace" in done.stderr and done.returncode:
        missing("strace may not look at other programs here")
    opened = set(re.findall(rf'"{re.escape(str(quiet))}/([^"]+)"', done.stderr))
    assert "school.toml" in opened
    assert {name for name in opened if name.endswith(("case.log", "mails.log"))} == set()
