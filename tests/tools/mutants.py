"""Break the rules on purpose, a little at a time, and see whether a test notices: mutation testing of `rules/`.

A sample of all the small changes that cosmic-ray can make to the code of `rules/` is made in a copy of this tree, one
after another; for each the near tests that run the changed line are run. What none of them notices is printed as a
difference, and then the far tests that run the line are asked: those of the whole program.

Left out, because they say nothing of the tests: what is no Python any more, changes within type annotations,
decorators taken off, what else `unseen` of mutants_choice.py names, changes of a module's values after which these come
out the same, and the single changes in equal_mutants.toml, after which the program does the same, each with its reason.
"""

import argparse
import difflib
import json
import os
import random
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue

import pytest
from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
if "letterladder" not in sys.modules:
    runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from tools.in_memory import roomy  # noqa: E402
from tools.mutants_choice import (  # noqa: E402 - after the tests can be found
    Asked,
    equals,
    importers,
    is_python,
    is_within,
    lines_inside,
    unseen,
)
from tools.mutants_values import comes_out_the_same  # noqa: E402

TESTS = (
    "tests/rules",
    "tests/policies",
    "tests/letters",
    "tests/register",
    "tests/config",
    "tests/workflows",
    "tests/reports_unseen/test_readings.py",
)
"""The near tests. Those of the whole program are slow, and a rule should be proven nearer to it."""
FAR = (
    "tests/contracts",
    "tests/desk",
    "tests/hostile",
    "tests/mail_stories",
    "tests/mailbox",
    "tests/privacy",
    "tests/records",
    "tests/reports",
    "tests/reports_unseen",
    "tests/stories",
)
"""Asked of what the near tests let pass, and counted apart: who changes a rule is told by these, too, if later."""
LEFT_OUT = ("NoOp", "RemoveDecorator", "VariableInserter", "VariableReplacer")
SAME = ("_Is_Eq", "_Eq_Is", "_IsNot_NotEq", "_NotEq_IsNot")
"""Of members of closed sets and of None, `is` and `==` say the same."""
SECONDS = 240
"""After which a mutant that never ends counts as noticed: the suite would stand still."""
QUICK = "not sweep and not libreoffice and not dovecot and not postfix and not chromium"
ENOUGH = 0.9
ROOM = 2_000_000_000
"""Bytes of the copies and of what the tests write there."""
KNOWN = equals()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: the n-th place of a file where an operator applies."""

    file: str
    operator: str
    occurrence: int
    line: int


class Places(Visitor):  # type: ignore[misc] # cosmic-ray ships no types
    """Where an operator can change a file: lines from 1, columns from 0."""

    def __init__(self, operator: object) -> None:
        self.operator = operator
        self.found: list[tuple[int, int]] = []

    def visit(self, node: object) -> object:
        """Note the places of this node."""
        self.found += [start for start, _ in self.operator.mutation_positions(node)]  # type: ignore[attr-defined]
        return node


def mutants_of(files: Iterable[Path]) -> Iterator[Mutant]:
    """Every change that can be made to these files."""
    said = [name for name in operator_names() if not name.endswith(SAME)]
    names = [name for name in said if not any(one in name for one in LEFT_OUT)]
    for file in files:
        source = file.read_text(encoding="utf-8")
        tree, skipped = get_ast(source), unseen(source)
        for name in names:
            places = Places(get_operator(name)())
            places.walk(tree)
            for number, place in enumerate(places.found):
                if not is_within(place, skipped):
                    named = file.relative_to(ROOT).as_posix()
                    yield Mutant(file=named, operator=name, occurrence=number, line=place[0])


def copy_of_the_tree(into: Path) -> Path:
    """A copy of what git knows or would take, with the same virtual environment."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    for name in listed.stdout.splitlines():
        source, target = ROOT / name, into / name
        if source.is_symlink() or source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)
    return into


def pytest_in(
    tree: Path, *arguments: str, seconds: int | None = None, compiles: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy, in one process; what it `compiles` may be kept there for the runs to come."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments]
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "" if compiles else "1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(tree / ".h"),
    }
    environment.pop("PYTHONPYCACHEPREFIX", None)
    return subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, text=True, timeout=seconds, check=False
    )


def mapped(tree: Path, *options: str, files: Iterable[str] = (), tests: Sequence[str] = TESTS) -> Asked:
    """Which test runs which line and how long it takes, by one run of the tests.

    Args:
        tree: a copy of this tree.
        options: of pytest; with "-x" the tests must all be green, else those that are tell.
        files: where only these matter.
        tests: the folders.

    Raises:
        SystemExit: they are not green to begin with.
    """
    table = tree / "lines.json"
    os.environ["MUTANTS_TABLE"], os.environ["MUTANTS_FILES"] = str(table), " ".join(files)
    run = pytest_in(tree, *options, "-p", "tools.mutants_lines", "-m", QUICK, *tests, compiles=True)
    if (run.returncode and "-x" in options) or not table.exists():
        sys.exit(
            f"The tests must be green before anything is broken on purpose:\n{run.stdout[-3000:]}{run.stderr}"
        )
    found = json.loads(table.read_text(encoding="utf-8"))
    every = (tree / "rules").rglob("*.py")
    sources = {file.relative_to(tree).as_posix(): file.read_text(encoding="utf-8") for file in every}
    return Asked(
        lines={
            file: {int(line): tests for line, tests in lines.items()}
            for file, lines in found["lines"].items()
        },
        seconds=found["seconds"],
        importers=importers(sources),
        inside={file: lines_inside(source) for file, source in sources.items()},
    )


def is_noticed(tree: Path, mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether a test fails once the change is made; the copy is put right again, to the time of its file."""
    if not tests:
        return False
    file = tree / mutant.file
    source, times = file.read_text(encoding="utf-8"), file.stat()
    names = tree / "tests-to-run.txt"
    names.write_text("\n".join(tests), encoding="utf-8")
    file.write_text(changed(mutant, source), encoding="utf-8")
    try:
        ended = pytest_in(tree, "-x", "-m", QUICK, f"@{names}", seconds=SECONDS).returncode
        if ended == pytest.ExitCode.USAGE_ERROR:
            # No test of such a name: the file cannot be imported, or a test is now called otherwise.
            files = dict.fromkeys(test.partition("::")[0] for test in tests)
            ended = pytest_in(tree, "-x", "-m", QUICK, *files, seconds=SECONDS).returncode
        return ended != pytest.ExitCode.OK
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_text(source, encoding="utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def changed(mutant: Mutant, source: str) -> str:
    """The source with the change made."""
    return str(mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence) or source)


def is_seen(mutant: Mutant) -> bool:
    """Whether it can be read as Python, and is not known to do the same as before."""
    source = (ROOT / mutant.file).read_text(encoding="utf-8")
    broken = changed(mutant, source)
    known = (one for one in KNOWN if one.file == mutant.file)
    if not is_python(broken) or any(one.is_made_by(mutant.operator, source, broken) for one in known):
        return False
    return not comes_out_the_same(mutant.file, mutant.line, broken)


def difference(mutant: Mutant) -> str:
    """What was changed, as a person reads it."""
    source = (ROOT / mutant.file).read_text(encoding="utf-8")
    lines = difflib.unified_diff(source.splitlines(), changed(mutant, source).splitlines(), lineterm="", n=1)
    return "\n".join(list(lines)[2:])


class Copies:
    """Copies of this tree, in which changes are tried beside one another."""

    def __init__(self, place: Path, jobs: int) -> None:
        """Make them in `place`, and run the near tests in the first to see which of them run which line."""
        first = copy_of_the_tree(place / "0" / "main")
        self.near = mapped(first, "-x")
        copied = (shutil.copytree(first, place / str(one) / "main", symlinks=True) for one in range(1, jobs))
        self._trees = [first, *copied]

    def unnoticed(self, mutants: Sequence[Mutant], asked: Asked) -> list[Mutant]:
        """Those that none of the asked tests notices; says each, and every tenth time how it goes."""
        free: SimpleQueue[Path] = SimpleQueue()
        for tree in self._trees:
            free.put(tree)

        def tried(mutant: Mutant) -> bool:
            mine = free.get()
            try:
                tests = asked.of(mutant.file, mutant.line)
                found = is_noticed(mine, mutant, tests)
            finally:
                free.put(mine)
            if not found:
                where = f"{mutant.file}:{mutant.line} {mutant.operator}, {len(tests)} tests"
                say(f"{where}\n{difference(mutant)}\n")
            return found

        left = []
        with ThreadPoolExecutor(len(self._trees)) as pool:
            for number, (mutant, found) in enumerate(
                zip(mutants, pool.map(tried, mutants), strict=True), start=1
            ):
                left += [] if found else [mutant]
                if number % 10 == 0:
                    say(f"{number - len(left)} of {number} so far")
        return left

    def far(self, mutants: Sequence[Mutant]) -> Asked:
        """Which of the far tests run the lines of these."""
        files = sorted({one.file for one in mutants})
        return mapped(self._trees[0], files=files, tests=FAR)


def main() -> int:
    """Print what survives, and how many of the sample were noticed; 1 where fewer than nine in ten."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--under", default="rules", help="the folder, such as rules/cases")
    asked = parser.parse_args()
    every = list(mutants_of(sorted((ROOT / asked.under).rglob("*.py"))))
    random.Random(asked.seed).shuffle(every)  # noqa: S311 - a sample, no secret
    sample = list(islice(filter(is_seen, every), asked.sample))
    with tempfile.TemporaryDirectory(dir=roomy(ROOM)) as place:
        copies = Copies(Path(place), asked.jobs)
        left = copies.unnoticed(sample, copies.near)
        told(sample, left, "by near tests", len(every))
        if left:
            left = copies.unnoticed(left, copies.far(left))
            told(sample, left, "by any test", len(every))
    return 0 if len(left) <= (1 - ENOUGH) * len(sample) else 1


def told(sample: Sequence[Mutant], left: Sequence[Mutant], by: str, every: int) -> None:
    """Say how many of the sample were noticed."""
    noticed = len(sample) - len(left)
    say(f"{noticed} of {len(sample)} noticed {by} ({noticed / len(sample):.0%}), of some {every} in all\n")


def say(line: str) -> None:
    """Print at once: a run takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
