"""Break the rules on purpose, a little at a time, and see whether a test notices: mutation testing of `rules/`.

A sample of all the small changes that cosmic-ray can make to the code of `rules/` is made in a copy of this tree, one
after another; for each the tests that run the changed line are run. What no test notices is printed as a difference.

Left out, because they say nothing of the tests: changes within type annotations, and decorators taken off.
"""

import argparse
import ast
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[2]
TESTS = ("tests/rules", "tests/policies", "tests/letters", "tests/register")
LEFT_OUT = ("NoOp", "RemoveDecorator", "VariableInserter", "VariableReplacer")
SAME = ("_Is_Eq", "_Eq_Is", "_IsNot_NotEq", "_NotEq_IsNot")
"""Of members of closed sets and of None, `is` and `==` say the same."""
SECONDS = 120
"""After which a mutant that never ends counts as noticed: the suite would stand still."""
MOST_TESTS = 400
"""Tests run for one mutant, those of the module's own file first."""
ENOUGH = 0.9

Mapped = dict[str, dict[int, list[str]]]
"""Tests by file and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: the n-th place of a file where an operator applies."""

    file: str
    operator: str
    occurrence: int
    line: int


class Places(Visitor):  # type: ignore[misc] # cosmic-ray ships no types
    """The lines on which an operator can change a file."""

    def __init__(self, operator: object) -> None:
        self.operator = operator
        self.lines: list[int] = []

    def visit(self, node: object) -> object:
        """Note the places of this node."""
        self.lines += [start[0] for start, _ in self.operator.mutation_positions(node)]  # type: ignore[attr-defined]
        return node


def annotation_lines(source: str) -> set[int]:
    """The lines that hold a type annotation and nothing that runs beside it."""
    found: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        for said in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(said, ast.expr):
                found |= set(range(said.lineno, (said.end_lineno or said.lineno) + 1))
    return found


def mutants_of(files: Iterable[Path]) -> Iterator[Mutant]:
    """Every change that can be made to these files."""
    said = [name for name in operator_names() if not name.endswith(SAME)]
    names = [name for name in said if not any(one in name for one in LEFT_OUT)]
    for file in files:
        source = file.read_text(encoding="utf-8")
        tree, skipped = get_ast(source), annotation_lines(source)
        for name in names:
            places = Places(get_operator(name)())
            places.walk(tree)
            for number, line in enumerate(places.lines):
                if line not in skipped:
                    yield Mutant(
                        file=file.relative_to(ROOT).as_posix(), operator=name, occurrence=number, line=line
                    )


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


def pytest_in(tree: Path, *arguments: str, seconds: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy, in one process."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments]
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(tree / ".h"),
    }
    return subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, text=True, timeout=seconds, check=False
    )


def mapped(tree: Path) -> Mapped:
    """Which test runs which line, by one run of the tests.

    Raises:
        SystemExit: they are not green to begin with.
    """
    table = tree / "lines.json"
    os.environ["MUTANTS_TABLE"] = str(table)
    run = pytest_in(tree, "-x", "-p", "tools.mutants_lines", "-m", "not sweep", *TESTS)
    if run.returncode or not table.exists():
        sys.exit(
            f"The tests must be green before anything is broken on purpose:\n{run.stdout[-3000:]}{run.stderr}"
        )
    found: dict[str, dict[str, list[str]]] = json.loads(table.read_text(encoding="utf-8"))
    return {file: {int(line): tests for line, tests in lines.items()} for file, lines in found.items()}


def tests_for(mutant: Mutant, lines: Mapped) -> list[str]:
    """The tests that run this line; of a line that runs at import, all that run anything of its file."""
    by_line = lines.get(mutant.file, {})
    tests = by_line.get(mutant.line) or list(
        dict.fromkeys(one for found in by_line.values() for one in found)
    )
    if not tests and mutant.line in by_line:
        # Nothing but what runs at import: any test sees whether that still works.
        tests = next(([one[0]] for found in lines.values() for one in found.values() if one), [])
    own = f"test_{Path(mutant.file).stem}.py"
    first = [test for test in tests if own in test]
    others = [test for test in tests if own not in test]
    room = max(MOST_TESTS - len(first), 50)
    return [*first, *others[:: max(1, len(others) // room)]]


def is_noticed(tree: Path, mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether a test fails once the change is made; the copy is put right again."""
    if not tests:
        return False
    file = tree / mutant.file
    source = file.read_text(encoding="utf-8")
    names = tree / "tests-to-run.txt"
    names.write_text("\n".join(tests), encoding="utf-8")
    file.write_text(changed(mutant, source), encoding="utf-8")
    try:
        return pytest_in(tree, "-x", "-m", "not sweep", f"@{names}", seconds=SECONDS).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_text(source, encoding="utf-8")


def changed(mutant: Mutant, source: str) -> str:
    """The source with the change made."""
    return str(mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence) or source)


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
    sample = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))  # noqa: S311 - a sample, no secret
    with tempfile.TemporaryDirectory() as place:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(asked.jobs):
            trees.put(copy_of_the_tree(Path(place) / str(number) / "main"))
        tree = trees.get()
        lines = mapped(tree)
        trees.put(tree)

        def tried(mutant: Mutant) -> bool:
            mine = trees.get()
            try:
                tests = tests_for(mutant, lines)
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
    say(f"{sum(noticed)} of {len(sample)} noticed ({share:.0%}), of {len(every)} in all")
    return 0 if share >= ENOUGH else 1


def say(line: str) -> None:
    """Print at once: a run takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
