"""How fast a school with very many cases is, beside a bare read of the same logs; prints a table and the aims.

`bench_cases.py [--cases 100000] [--keep DIR] [--sent]`. All files are in the page cache before anything is measured.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from tools.many_cases_days import DUE_DAY, NEW_DAY, QUIET_DAY  # noqa: E402 - the line above finds it
from tools.many_cases_measure import (  # noqa: E402
    Measured,
    command,
    drop_index,
    inside,
    make,
)

QUIET_SECONDS, COLD_TIMES, MOST_MIB = 0.2, 2.0, 400
"""The aims: a round with nothing due, a cold start beside the bare read, and the memory of everything."""
CSV_SECONDS, VERIFY_SECONDS, LIST_SECONDS = 30.0, 60.0, 0.5
"""The aims of what somebody waits for, at 100,000 cases: a copy of the register, `verify`, the list of cases."""
SAME = 1.5
"""A round with ten times the closed cases may take so many times as long before it counts as dependent on them."""
SLACK_SECONDS = 0.02
"""Below this, a difference is the machine's."""

FORM = """Parent: Mr Desmond Catterick
Pupil: Toby Catterick, 4K
Where: Facebook, own page, public
Link: https://www.social.example/posts/4711
Posted on: 12/11/2026
What was posted: "Mr Lowell is a useless lazy clown."
Seen by: Beth Aldous
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schools:
    """The school, and one with a tenth of its closed cases and as many open ones."""

    whole: Path
    tenth: Path


def main() -> int:
    """Make the schools, measure, and print; the aims are said to be met or not, and nothing fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="make the schools here and leave them")
    parser.add_argument(
        "--sent", action="store_true", help="with every mail of ours that ever went out: many files"
    )
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="many-cases-"))
    try:
        _measure(_schools(folder, given.cases, sent=given.sent), given.cases)
    finally:
        if not given.keep:
            shutil.rmtree(folder)
    return 0


def _schools(folder: Path, cases: int, *, sent: bool) -> Schools:
    opened = min(1000, cases // 10)
    due = min(200, opened // 5)
    whole, tenth = folder / "whole", folder / "tenth"
    shutil.rmtree(whole, ignore_errors=True)
    shutil.rmtree(tenth, ignore_errors=True)
    sys.stdout.write(make(whole, cases, opened, due=due, sent=sent))
    make(tenth, opened + (cases - opened) // 10, opened, due=due, sent=sent)
    return Schools(whole=whole, tenth=tenth)


def _measure(schools: Schools, cases: int) -> None:
    rows: dict[str, Measured] = {}
    sys.stdout.write(
        f"\n{cases} cases, page cache warm; times the bare read and parse of the same logs\n"
        f"{'what':<58}{'seconds':>10}{'ratio':>9}{'CPU s':>9}{'ratio':>9}{'peak MiB':>10}\n"
    )
    for row in _all(schools):
        rows[row.what] = row
        first = next(iter(rows.values()))
        ratio, computed = row.seconds / first.seconds, row.cpu / first.cpu
        said = " ".join(row.said.split())[:60] if row.what.startswith(("bare", "round", "verify")) else ""
        sys.stdout.write(
            f"{row.what:<58}{row.seconds:>10.3f}{ratio:>9.3f}{row.cpu:>9.2f}{computed:>9.2f}{row.peak:>10.0f}  {said}\n"
        )
        sys.stdout.flush()
    sys.stdout.write("".join(f"{line}\n" for line in aims(rows)))


BARE, COLD = "bare read and parse of every log", "round: cold start without index"
INDEX = "the index rebuilt, alone"
LIST, CSV = "cases", "export --format csv"
VERIFY = "verify (emails of closed cases are not there)"
QUIET, TENTH = "round: nothing due", "round: nothing due, a tenth of the closed cases"


def _all(schools: Schools) -> Iterator[Measured]:
    """Everything, in an order in which no measurement spoils the next."""
    school, tenth = schools.whole, schools.tenth
    inside("warm-up", "bare", school, "1")
    yield inside(BARE, "bare", school, "1")
    yield inside(INDEX, "index", school, "1")
    drop_index(school)
    yield inside(COLD, "round", school, str(QUIET_DAY), "1")
    yield from _quiet(QUIET, school)
    inside("warm-up", "round", tenth, str(QUIET_DAY), "1")
    yield from _quiet(TENTH, tenth)
    yield from _looks(school)
    yield inside("round: first of a new day", "round", school, str(NEW_DAY), "1")
    yield inside("round: many answers due", "round", school, str(DUE_DAY), "1")
    yield inside("round: nothing due, afterwards", "round", school, str(DUE_DAY), "3")
    _deliver(school)
    yield inside("round: one new report", "round", school, str(DUE_DAY), "1")
    yield from _copies(school)


def _quiet(what: str, school: Path) -> Iterator[Measured]:
    """In the daemon, and as a command of its own."""
    yield inside(what, "round", school, str(QUIET_DAY), "3")
    yield command(f"{what}, as a command", school, "round", "--today", str(QUIET_DAY), times=3)


def _looks(school: Path) -> Iterator[Measured]:
    day = ("--today", str(QUIET_DAY))
    yield command("cases, the first after a cold start", school, "cases", *day)
    yield command(LIST, school, "cases", *day)
    yield command("cases --open", school, "cases", "--open", *day)
    yield command("cases --json", school, "cases", "--json", *day)
    yield command("case REF, closed", school, "case", "2026-0001", *day, times=3)
    newest = max((school / "data" / "cases").glob("2026-*"), key=lambda case: int(case.name[5:])).name
    yield command("case REF, open", school, "case", newest, *day, times=3)


def _copies(school: Path) -> Iterator[Measured]:
    for kind in ("csv", "json"):
        out = school / f"all.{kind}"
        yield command(f"export --format {kind}", school, "export", "--format", kind, "--out", str(out))
        out.unlink()
    yield command(VERIFY, school, "verify")


def _deliver(school: Path) -> None:
    """A report about somebody who had no case."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "b.aldous@larkfield.example", "safeguarding@larkfield.example"
    mail["Subject"], mail["Message-ID"] = "Form: online", "<one.new@larkfield.example>"
    mail["Date"] = "Fri, 13 Nov 2026 08:30:00 +0000"
    mail.set_content(FORM)
    (school / "inbox" / "new.eml").write_bytes(mail.as_bytes())


def aims(rows: dict[str, Measured]) -> list[str]:
    """One line for each aim, met or not, with its numbers."""
    quiet, tenth = rows[QUIET], rows[TENTH]
    allowed = max(SAME * tenth.seconds, tenth.seconds + SLACK_SECONDS)
    cold, largest = rows[COLD].seconds / rows[BARE].seconds, max(rows.values(), key=lambda row: row.peak)
    return [
        _aim(quiet.seconds < QUIET_SECONDS, f"a quiet round under {QUIET_SECONDS} s: {quiet.seconds:.3f} s"),
        _aim(
            quiet.seconds <= allowed,
            f"a quiet round does not depend on closed cases: {quiet.seconds:.3f} s,"
            f" with a tenth of them {tenth.seconds:.3f} s",
        ),
        _aim(
            cold <= COLD_TIMES, f"a cold start within {COLD_TIMES:.0f} times the bare read: {cold:.2f} times"
        ),
        *(
            _aim(rows[what].seconds <= most, f"{what} within {most} s: {rows[what].seconds:.1f} s")
            for what, most in ((CSV, CSV_SECONDS), (VERIFY, VERIFY_SECONDS), (LIST, LIST_SECONDS))
            if what in rows
        ),
        _aim(
            largest.peak < MOST_MIB, f"memory under {MOST_MIB} MiB: {largest.peak:.0f} MiB ({largest.what})"
        ),
    ]


def _aim(met: bool, words: str) -> str:
    return f"{'met    ' if met else 'NOT MET'}  {words}"


if __name__ == "__main__":
    sys.exit(main())
