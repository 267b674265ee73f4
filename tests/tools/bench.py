"""What people wait for: commands at the prompt, a round, a letter, an email, each beside a bare baseline in turn.

The machine's speed drops out of the ratio; the seconds tell what a person feels.
"""

import io
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from docxtpl import DocxTemplate  # noqa: E402 - after the checkout is registered as the package
from office import Rehearsal, an_office, edited, form  # noqa: E402
from tools.turns import HEAD, Pair, in_turn, line, spent_by  # noqa: E402

from letterladder.rules.letters.compose import Composed  # noqa: E402
from letterladder.workflows.drafting import try_compose  # noqa: E402

CASES, LETTERS, MAILS = 40, 20, 200
"""So many open cases in the folder; letters drafted; emails taken in."""
AIM_SECONDS = 0.3
"""A list shall be there before anybody looks up."""


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


def command_line(school: Rehearsal) -> dict[str, Pair]:
    """How long a command takes from the prompt to the prompt."""
    folder = str(school.folder)
    typed = ("cases", "case 2026-0001", "intray", "mails", "cases --json", "--help")

    def measured(*words: str) -> Pair:
        return in_turn(
            lambda: python(str(ROOT / "run.py"), "--config", folder, *words), lambda: python("-c", "pass")
        )

    return {words: measured(*words.split()) for words in typed}


def idle_round(school: Rehearsal) -> Pair:
    """A round in which nothing is due, beside reading every log once."""
    logs = list((school.folder / "data").rglob("*.log"))
    return in_turn(school.round, lambda: [file.read_bytes() for file in logs])


def letters(school: Rehearsal) -> Pair:
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

    def many(work: Callable[[], object]) -> None:
        for _ in range(LETTERS):
            work()

    def ours() -> None:
        office.word.print_letter(template, composed.fields)

    return in_turn(lambda: many(ours), lambda: many(bare)).over(LETTERS)


def mails(folder: Path) -> Pair:
    """An email taken in, kept with fsync, judged and put aside, beside reading and parsing the file."""
    school = an_office(folder)
    school.round()  # the first run, on an empty mailbox
    for number in range(MAILS):
        school.write(
            "x@elsewhere.example", f"no. {number}", f"Somebody said something about somebody. {number}\n"
        )
    files = list((school.folder / "inbox").glob("*.eml"))
    bare = spent_by(lambda: [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files])
    tallies = []
    ours = spent_by(lambda: tallies.append(school.round()))
    assert tallies[0].mails == MAILS
    return Pair(ours, bare).over(MAILS)


def main() -> int:
    """Print the table, and whether `cases` keeps its aim: machines are shared, so a miss is said and not failed."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        school = busy_school(Path(name) / "busy")
        typed = command_line(school)
        rows = [line(f"{words} ({CASES} cases)", pair, "python -c pass") for words, pair in typed.items()]
        rows += [
            line(f"round with nothing due ({CASES} cases)", idle_round(school), "reading the logs once"),
            line("a letter printed", letters(school), "docxtpl alone"),
            line("an email taken in and judged, once", mails(Path(name) / "mails"), "read and parse"),
        ]
    sys.stdout.write("".join(f"{row}\n" for row in [HEAD, *rows]))
    slow = [words for words, pair in typed.items() if pair.ours.cpu > AIM_SECONDS]
    said = f"OVER it: {', '.join(slow)}" if slow else "all within it"
    sys.stdout.write(
        f"The aim at the prompt is {AIM_SECONDS} s of CPU; {said}. Took {time.perf_counter() - started:.0f} s.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
