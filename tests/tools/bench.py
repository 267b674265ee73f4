"""Measure what people wait for, each beside a bare baseline in the same run; prints a table with the ratios.

`make bench`. The machine's speed drops out of the ratio; the seconds tell what a person feels.
"""

import io
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from docxtpl import DocxTemplate  # noqa: E402 - after the checkout is registered as the package
from office import Rehearsal, an_office, edited, form  # noqa: E402

from letterladder.rules.letters.compose import Composed  # noqa: E402
from letterladder.workflows.drafting import try_compose  # noqa: E402

CASES, LETTERS, MAILS = 40, 20, 200
"""So many open cases in the folder; letters drafted; emails taken in."""
AIM_SECONDS = 0.3
"""`cases` shall answer before anybody looks up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement: seconds of ours and of the baseline, and what both are counted in."""

    what: str
    ours: float
    baseline: str
    bare: float

    def __str__(self) -> str:
        ratio = self.ours / self.bare if self.bare else float("inf")
        ours, bare = f"{1000 * self.ours:.1f} ms", f"{1000 * self.bare:.1f} ms"
        return f"{self.what:<42}{ours:>12}   {self.baseline:<24}{bare:>12}   x {ratio:.1f}"


def best(times: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of so many runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def python(*words: str) -> None:
    """Start this Python with these words and wait for its end."""
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)


def busy_school(folder: Path) -> Rehearsal:
    """A school with many open cases: one adult each, the first letter drafted and waiting for approval."""
    school = an_office(folder)
    school.round()  # the first run, on an empty mailbox
    people = school.folder / "people.csv"
    edited(school.folder, ("most_per_day = 50", "most_per_day = 1000"))
    head = people.read_text(encoding="utf-8").splitlines()[0]
    rows = [
        f"B{n},Mr,Bench{_letters(n)},Case{_letters(n)},Father,Q{n},Kid{_letters(n)},Case{_letters(n)},4B,{n} High"
        f" Street,,Wexmoor,ZZ99 4AA,bench{n}@letterbox.example,01632 960100,"
        for n in range(CASES)
    ]
    people.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    school.round()
    school = an_office(folder)
    for n in range(CASES):
        name = _letters(n)
        school.write(
            "b.aldous@larkfield.example", "Form", form(f"Mr Bench{name} Case{name}", f"Kid{name} Case{name}")
        )
    tally = school.round()
    assert tally.drafted == CASES, tally
    return school


def _letters(number: int) -> str:
    """A name without digits: 27 -> "bb"."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def command_line(school: Rehearsal) -> list[Row]:
    """How long a command takes from the prompt to the prompt."""
    bare = best(7, lambda: python("-c", "pass"))
    folder = str(school.folder)

    def measured(*words: str) -> Row:
        ours = best(7, lambda: python(str(ROOT / "run.py"), "--config", folder, *words))
        return Row(what=f"{' '.join(words)} ({CASES} cases)", ours=ours, baseline="python -c pass", bare=bare)

    return [
        measured(*line.split()) for line in ("cases", "case 2026-0001", "intray", "cases --json", "--help")
    ]


def idle_round(school: Rehearsal) -> Row:
    """A round in which nothing is due, beside reading every log once."""
    logs = list((school.folder / "data").rglob("*.log"))
    return Row(
        what=f"round with nothing due ({CASES} cases)",
        ours=best(5, school.round),
        baseline="reading the logs once",
        bare=best(5, lambda: [file.read_bytes() for file in logs]),
    )


def letters(school: Rehearsal) -> Row:
    """A printed letter, beside docxtpl alone with the same template and fields."""
    office, case = school.office, school.case()
    template = office.template("L1")
    composed = try_compose(office, case, "L1")
    assert isinstance(composed, Composed)
    fields = {**composed.fields, "logo": "", "signature": ""}

    def bare() -> None:
        document = DocxTemplate(str(template))
        document.render(fields, autoescape=True)
        document.save(io.BytesIO())

    def many(work: Callable[[], None]) -> None:
        for _ in range(LETTERS):
            work()

    def ours() -> None:
        office.word.print_letter(template, composed.fields)

    return Row(
        what="a letter printed",
        ours=best(3, lambda: many(ours)) / LETTERS,
        baseline="docxtpl alone",
        bare=best(3, lambda: many(bare)) / LETTERS,
    )


def mails(folder: Path) -> Row:
    """An email taken in, kept with fsync, judged and put aside, beside reading and parsing the file."""
    school = an_office(folder)
    school.round()  # the first run, on an empty mailbox
    for number in range(MAILS):
        school.write(
            "x@elsewhere.example", f"no. {number}", f"Somebody said something about somebody. {number}\n"
        )
    files = list((school.folder / "inbox").glob("*.eml"))
    bare = best(3, lambda: [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files])
    start = time.perf_counter()
    tally = school.round()
    ours = time.perf_counter() - start
    assert tally.mails == MAILS
    return Row(
        what="a mail taken in and judged", ours=ours / MAILS, baseline="read and parse", bare=bare / MAILS
    )


def main() -> int:
    """Print the table, and whether `cases` keeps its aim: machines are shared, so a miss is said and not failed."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        school = busy_school(Path(name) / "busy")
        rows = [*command_line(school), idle_round(school), letters(school), mails(Path(name) / "mails")]
    sys.stdout.write("".join(f"{row}\n" for row in rows))
    sys.stdout.write(
        f"letters per second: {1 / rows[-2].ours:.0f}; mails per second: {1 / rows[-1].ours:.0f}\n"
    )
    in_time = rows[0].ours <= AIM_SECONDS
    word = "within" if in_time else "OVER"
    sys.stdout.write(
        f"`cases` is {word} its aim of {AIM_SECONDS} s. Took {time.perf_counter() - started:.0f} s.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
