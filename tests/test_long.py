"""What `make test` leaves to `make long`: files that cost seconds, as they were measured, and never the main job."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tools.suite_cost import LIMIT, LIST, ROOT, STAYS, listed, noted, page


def test_each_long_file_is_there() -> None:
    """One that was renamed would come back to `make test` unseen."""
    named = listed(LIST.read_text(encoding="utf-8"))
    assert [one for one in sorted(named) if not (ROOT / one).is_file()] == []
    assert len(named) > 10


def test_what_must_stay_is_there_and_stays() -> None:
    """The main job, a letter on paper, the house's rules: whatever they cost."""
    assert [one for one in STAYS if not (ROOT / one).is_file()] == []
    assert listed(page(Counter(dict.fromkeys(STAYS, 10 * LIMIT)))) == set()


def test_a_file_is_long_beyond_the_limit(tmp_path: Path) -> None:
    """By the sum of its tests and of what they started; at the limit it is not."""
    notes = tmp_path / "notes"
    rows = [["a.py::test_1[x::y]", LIMIT], ["b.py::test_1", LIMIT - 1], ["b.py::test_2", 0.5, 0.75]]
    notes.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    costs = noted(notes)
    assert costs == {"a.py": LIMIT, "b.py": LIMIT + 0.25}
    assert listed(page(costs)) == {"b.py"}


def test_the_tests_of_a_long_file_are_marked() -> None:
    """And those of another one are not: `make test` and `make long` together leave none out."""
    long = max(listed(LIST.read_text(encoding="utf-8")))
    short = STAYS[-1]
    assert chosen(long, short, marked="long") == {long}
    assert chosen(long, short, marked="not long") == {short}


def chosen(*files: str, marked: str) -> set[str]:
    """The files of which tests are chosen by a mark."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "-m", marked]
    done = subprocess.run([*command, *files], cwd=ROOT, capture_output=True, text=True, check=True)
    return {line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line}
