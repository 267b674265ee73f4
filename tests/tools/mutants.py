"""Break the rules on purpose, a little at a time, and see whether a test notices: mutation testing of `rules/`.

A sample of all the small changes that cosmic-ray can make to the code of `rules/` is made in a copy of this tree, one
after another; for each the tests that run the changed line are run. What no test notices is printed as a difference.

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
"""Of the whole program's stories none is asked: they are slow, and a rule should be proven nearer to it."""
LEFT_OUT = ("NoOp", "RemoveDecorator", "VariableInserter", "VariableReplacer")
SAME = ("_Is_Eq", "_Eq_Is", "_IsNot_NotEq", "_NotEq_IsNot")
"""Of members of closed sets and of None, `is` and `==` say the same."""
SECONDS = 240
"""After which a mutant that never ends counts as noticed: the suite would stand still."""
QUICK = "not sweep and not libreoffice and not dovecot and not postfix"
ENOUGH = 0.9
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


def mapped(tree: Path) -> Asked:
    """Which test runs which line and how long it takes, by one run of the tests.

    Raises:
        SystemExit: they are not green to begin with.
    """
    table = tree / "lines.json"
    os.environ["MUTANTS_TABLE"] = str(table)
    run = pytest_in(tree, "-x", "-p", "tools.mutants_lines", "-m", QUICK, *TESTS, compiles=True)
    if run.returncode or not table.exists():
        sys.exit(
            f"The tests must be green before anything is broken on purpose:\n{run.stdout[-3000:]}{run.stderr}"
        )
    found = json.loads(table.read_text(encoding="utf-8"))
    files = (tree / "rules").rglob("*.py")
    sources = {file.relative_to(tree).as_posix(): file.read_text(encoding="utf-8") for file in files}
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
    with tempfile.TemporaryDirectory() as place:
        trees: SimpleQueue[Path] = SimpleQueue()
        tree = copy_of_the_tree(Path(place) / "0" / "main")
        asked_of = mapped(tree)
        trees.put(tree)
        for number in range(1, asked.jobs):
            trees.put(Path(shutil.copytree(tree, Path(place) / str(number) / "main", symlinks=True)))

        def tried(mutant: Mutant) -> bool:
            mine = trees.get()
            try:
                tests = asked_of.of(mutant.file, mutant.line)
                found = is_noticed(mine, mutant, tests)
            finally:
                trees.put(mine)
            if not found:
                say(
                    f"{mutant.file}:{mutant.line} {mutant.operator}, {len(tests)} tests\n{difference(mutant)}\n"
                )
            return found

        with ThreadPoolExecutor(asked.jobs) as pool:
            noticed = []
            for found in pool.map(tried, sample):
                noticed.append(found)
                if len(noticed) % 10 == 0:
                    say(f"{sum(noticed)} of {len(noticed)} so far")
    share = sum(noticed) / len(sample)
    say(f"{sum(noticed)} of {len(sample)} noticed ({share:.0%}), of some {len(every)} in all")
    return 0 if share >= ENOUGH else 1


def say(line: str) -> None:
    """Print at once: a run takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
