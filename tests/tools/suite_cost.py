"""What the suite costs, by file: CPU seconds of its tests and of the processes that they start; writes tests/long.txt.

    .venv/bin/python tests/tools/suite_cost.py            runs everything but the sweeps, then writes the list
    .venv/bin/python tests/tools/suite_cost.py --read F   writes it again from what an earlier run noted in F

A file that costs more than LIMIT is long: `make test` leaves it to `make long`. A test of a fixture that many share
pays for it, so files are counted and not tests. CPU of what is still running when a test ends is not counted.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "long.txt"
LIMIT = 1.5
"""CPU seconds of a file's tests, from which on it is long."""
STAYS = (
    "tests/crash/test_forced_writes.py",
    "tests/desk/test_demo.py",
    "tests/letters/test_layout_of_letters.py",
    "tests/stories/test_real_servers.py",
    "tests/test_layout.py",
)
"""Whatever they cost: the main job as a demo and on real servers, a letter on paper, the layout of the house."""
HEAD = """\
# CPU seconds of the files that `make test` leaves to `make long`; written by tests/tools/suite_cost.py.
"""
NOTE = "SUITE_COST"


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note what this test took, with what it set up and tore down."""
    before = _cpu()
    try:
        return (yield)
    finally:
        with Path(os.environ[NOTE]).open("a", encoding="utf-8") as notes:
            notes.write(json.dumps([item.nodeid, round(_cpu() - before, 4)]) + "\n")


def noted(notes: Path) -> Counter[str]:
    """CPU seconds by file, of what a run noted."""
    found = Counter[str]()
    for line in notes.read_text(encoding="utf-8").splitlines():
        test, *seconds = json.loads(line)
        found[test.partition("::")[0]] += sum(seconds)
    return found


def page(costs: Counter[str]) -> str:
    """The list: each long file and what it costs, the dearest first."""
    long = [(file, took) for file, took in costs.most_common() if took > LIMIT and file not in STAYS]
    return HEAD + "".join(f"{took:6.1f}  {file}\n" for file, took in long)


def listed(text: str) -> frozenset[str]:
    """The files of a list."""
    return frozenset(
        line.split()[1] for line in text.splitlines() if line.strip() and not line.startswith("#")
    )


def main() -> int:
    """Run what is no sweep, or read what a run noted, and write the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--read", type=Path, help="the notes of an earlier run")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        notes, code = asked.read or Path(place) / "notes", 0
        if not asked.read:
            run = [sys.executable, "-m", "pytest", "-p", "tools.suite_cost", "-q", "-m", "not sweep"]
            environment = {**os.environ, NOTE: str(notes), "PYTHONPATH": str(ROOT / "tests")}
            code = subprocess.run(
                [*run, "-n", "2", "--dist", "loadfile"], cwd=ROOT, env=environment, check=False
            ).returncode
        costs = noted(notes)
        LIST.write_text(page(costs), encoding="utf-8")
    long = sum(took for file, took in costs.items() if file in listed(page(costs)))
    sys.stdout.write(f"{costs.total():.0f} s of CPU in {len(costs)} files; {long:.0f} s of it are long\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
