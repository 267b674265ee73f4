"""From many cases on, several processes look at them: nothing that is found or written may depend on that."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from prepared import posted_school

ROOT = Path(__file__).resolve().parents[3]
CASES = 24
BEGIN = f"""
import os, runpy, signal, sys
from datetime import date
from hashlib import sha256
from pathlib import Path
runpy.run_path({str(ROOT / "run.py")!r}, run_name="checkout")
sys.path.insert(0, {str(ROOT / "tests")!r})
from letterladder.ground import processes
from letterladder.records.verify import verify_case
from letterladder.records.verify.verify import walk
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Format, Profile
from letterladder.workflows import register_rows
from letterladder.workflows.exporting import Order, make_copy
from office import an_office
processes.how_many = lambda: 2
FOLDER, OWN, ALONE = Path(sys.argv[1]), os.getpid(), 1000
copies = []
os.register_at_fork(after_in_parent=lambda: copies.append(1))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are made on Linux only")


def told(source: str, folder: Path) -> str:
    """What a Python without threads says that does this."""
    words = [sys.executable, "-c", BEGIN + source, str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """The posted school with its case many times over, and with damage of all sorts among them."""
    data = posted_school(tmp_path).folder / "data"
    cases = data / "cases"
    for number in range(2, CASES + 1):
        shutil.copytree(cases / "2026-0001", cases / f"2026-{number:04d}")
    _damage(cases)
    return tmp_path


def _damage(cases: Path) -> None:
    """A changed line, a torn end, no log, a text that differs, a file too many, one changed, and a gap."""
    changed, torn, gone, text, besides, letter, gap = (
        cases / f"2026-{number:04d}" for number in range(7, 14)
    )
    log = changed / "case.log"
    log.write_bytes(log.read_bytes().replace(b"Mr ", b"Ms ", 1))
    with (torn / "case.log").open("ab") as file:
        file.write(b'{"seq":')
    (gone / "case.log").unlink()
    (text / "case.txt").write_text((text / "case.txt").read_text().replace("2026", "2027"))
    (besides / "note.txt").write_text("?")
    for one in (letter / "letters").iterdir():
        one.write_bytes(b"?")
    shutil.rmtree(gap)


VERIFY = """
alone = walk(FOLDER / "school" / "data", least=ALONE)
assert not copies
beside = walk(FOLDER / "school" / "data", least=1)
assert len(copies) == 2, copies
assert alone == beside
print(len(alone.problems))
print(*sorted({one.what for one in alone.problems}), sep="\\n")
"""


def test_verify_finds_the_same_side_by_side(many: Path) -> None:
    """Every fault, in the same order and the same words, and as much was looked at."""
    said = told(VERIFY, many)
    for fault in (
        "The line was changed after it was written.",
        "The last line is unfinished",
        "The log of this case is gone or empty",
        "This text does not match the log",
        "No line of the log mentions this file",
        "This file was changed after it was kept.",
        "The folder of this case is gone.",
    ):
        assert fault in said, said


def test_verify_finds_the_same_where_a_process_is_killed(many: Path) -> None:
    """What it was at is looked at again."""
    killed = """
look_at_case = verify_case.look_at_case
def killed(case):
    if case.name == "2026-0010" and os.getpid() != OWN:
        os.kill(os.getpid(), signal.SIGKILL)
    return look_at_case(case)
import letterladder.records.verify.verify as place
place.look_at_case = killed
"""
    assert told(killed + VERIFY, many) == told(VERIFY, many)


EXPORT = """
office = an_office(FOLDER, date(2026, 11, 4)).office
for profile in (Profile.GOVERNORS, Profile.PANEL):
    for format_ in FORMATS:
        order = Order(wanted=Wanted(), profile=profile, format=format_, hides=HIDES)
        out = [FOLDER / "alone", FOLDER / "beside"]
        before = len(copies)
        made = [make_copy(office, order, one, least=least) for one, least in zip(out, (ALONE, 1))]
        assert len(copies) - before == 2, copies
        assert made[0] == made[1], made
        print(profile, format_, made[0].rows, len(made[0].refs), len(made[0].unread), made[0].hidden)
assert sorted(one.name for one in FOLDER.iterdir() if one.name.startswith((".copy", "copy"))) == []
"""


@pytest.mark.parametrize(
    ("hides", "formats"), [("None", "Format"), ("lambda case: case.ref.endswith('5')", "(Format.CSV,)")]
)
def test_a_copy_is_byte_for_byte_the_same_side_by_side(many: Path, hides: str, formats: str) -> None:
    """In every format, for governors and a panel: rows, hash, what was left out, and cases nobody can read."""
    for line in told(EXPORT.replace("HIDES", hides).replace("FORMATS", formats), many).splitlines():
        shown, hidden = (21, 0) if hides == "None" else (19, 2)
        assert line.split()[3:] == [str(shown), "2", str(hidden)], line


def test_a_copy_is_the_same_where_a_process_is_killed(many: Path) -> None:
    """And it is whole."""
    killed = """
fold = register_rows.fold
def killed(ref, entries):
    if ref == "2026-0016" and os.getpid() != OWN:
        os.kill(os.getpid(), signal.SIGKILL)
    return fold(ref, entries)
register_rows.fold = killed
"""
    whole = EXPORT.replace("HIDES", "None").replace("FORMATS", "(Format.CSV, Format.JSON)")
    assert told(killed + whole, many) == told(whole, many)
