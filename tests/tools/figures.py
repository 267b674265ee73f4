"""Print the figures of the house, to be held beside those of another tree: sizes, branching, imports, letter ids.

`python tests/tools/figures.py [FOLDER ...]`, a column for each checkout, by default for this one. The figures of an
older commit are had by `git worktree add /tmp/old COMMIT` and that folder. Only the branching needs radon.
"""

import ast
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CODE = ("rules", "workflows", "mailbox", "records", "config", "desk", "letter_templates")
INDEX = {
    *("case_book", "case_index", "case_rows", "case_skim", "case_summary", "derived", "index", "index_store"),
    *("lookup", "looking", "mail_end", "mail_index", "plain_index", "sure_index", "touched", "verify_index"),
}
"""The modules that hold the index, keep it true and ask it; whatever is in a room of that name is one too."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, kw_only=True)
class Module:
    """One product module: its place below the tree, its text and what it parses to."""

    place: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The module as Python reads it."""
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self.text.count("\n")

    @property
    def functions(self) -> Iterator[int]:
        """The length of every function and method in it, from `def` to its end."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function) and node.end_lineno is not None:
                yield node.end_lineno - node.lineno + 1

    @property
    def is_index(self) -> bool:
        """Whether the index is its subject."""
        return self.place.stem in INDEX or "index" in self.place.parts[1:-1]

    def imports(self) -> Iterator[tuple[str, ...]]:
        """What it may import of ours, as parts below the package; some are names within a module."""
        room = self.place.parts[:-1]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                named = tuple((node.module or "").split(".")) if node.module else ()
                if node.level:
                    base = room[: len(room) - (node.level - 1)] + named
                elif named[:1] == ("letterladder",):
                    base = named[1:]
                else:
                    continue
                yield from ((*base, alias.name) for alias in node.names)


def modules_of(root: Path) -> dict[tuple[str, ...], Module]:
    """Every product module of a tree by its dotted name as parts; packages' empty `__init__` files are none."""
    found = (file for folder in CODE for file in sorted((root / folder).rglob("*.py")))
    made = (Module(place=file.relative_to(root), text=file.read_text(encoding="utf-8")) for file in found)
    return {one.place.with_suffix("").parts: one for one in made if one.text.strip()}


def imported(modules: dict[tuple[str, ...], Module]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """The modules of ours that each one imports, wherever in its text."""
    ours: dict[tuple[str, ...], set[tuple[str, ...]]] = {name: set() for name in modules}
    for name, module in modules.items():
        for path in module.imports():
            target = next((part for part in (path, path[:-1]) if part in modules), None)
            if target is not None and target != name:
                ours[name].add(target)
    return ours


def longest_chain(ours: dict[tuple[str, ...], set[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """The longest way from a module down through what it imports; a circle is followed once."""
    known: dict[tuple[str, ...], list[tuple[str, ...]]] = {}

    def down(name: tuple[str, ...]) -> list[tuple[str, ...]]:
        if name not in known:
            known[name] = [name]
            below = max((down(one) for one in sorted(ours[name])), key=len, default=[])
            known[name] = [name, *below]
        return known[name]

    return max((down(name) for name in sorted(ours)), key=len)


def letter_ids(root: Path) -> frozenset[str]:
    """The ids of the letters that are shipped."""
    files = (root / "tests" / "tools" / "letters").glob("*-*.txt")
    return frozenset(file.name.partition("-")[0] for file in files)


def names_letters(module: Module, ids: frozenset[str]) -> bool:
    """Whether one of its texts is a letter's id, or holds one as a word outside of a sentence: "B1,B2"."""
    texts = (node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant))
    return any(
        isinstance(text, str) and len(text) < 60 and ids & set(text.replace(",", " ").split())
        for text in texts
    )


def branching(modules: list[Module]) -> tuple[str, str]:
    """The mean cyclomatic complexity of functions, methods and classes, and how many are of grade C or worse."""
    try:
        from radon.complexity import cc_rank, cc_visit  # noqa: PLC0415 - everything else does without it
    except ImportError:
        return "radon is not here", "radon is not here"
    blocks = [block.complexity for module in modules for block in cc_visit(module.text)]
    return f"{statistics.mean(blocks):.2f}", str(sum(cc_rank(one) >= "C" for one in blocks))


def figures(root: Path) -> dict[str, str]:
    """Every figure of a tree by its name."""
    by_name = modules_of(root)
    modules, ours = list(by_name.values()), imported(by_name)
    lengths = sorted(length for module in modules for length in module.functions)
    counts, chain = [len(one) for one in ours.values()], longest_chain(ours)
    ids, index = letter_ids(root), [module for module in modules if module.is_index]
    mean, bad = branching(modules)
    tests = sorted((root / "tests").rglob("*.py"))
    most = max(ours, key=lambda name: (len(ours[name]), name))
    return {
        "modules": str(len(modules)),
        "most modules in one folder": _fullest(modules),
        "product lines": f"{sum(one.lines for one in modules):,}",
        "longest module": str(max(one.lines for one in modules)),
        "functions": f"{len(lengths):,}",
        "function lines, median": f"{statistics.median(lengths):g}",
        "function lines, 90th of 100": str(lengths[len(lengths) * 9 // 10]),
        "function lines, longest": str(lengths[-1]),
        "complexity, mean (radon)": mean,
        "blocks of grade C or worse": bad,
        "imports of ours, mean": f"{statistics.mean(counts):.2f}",
        "imports of ours, most": f"{max(counts)} ({'.'.join(most)})",
        "longest import chain": f"{len(chain)} modules",
        "index, lines in files": f"{sum(one.lines for one in index):,} in {len(index)}",
        "files that name letter ids": str(sum(names_letters(one, ids) for one in modules)),
        "test files, lines": f"{sum(file.name.startswith('test_') for file in tests)}, "
        f"{sum(file.read_text(encoding='utf-8').count(chr(10)) for file in tests):,}",
    }


def _fullest(modules: list[Module]) -> str:
    folders = [module.place.parent.as_posix() for module in modules]
    fullest = max(sorted(set(folders)), key=folders.count)
    return f"{folders.count(fullest)} ({fullest})"


def main(tell: Callable[[str], object] = sys.stdout.write) -> None:
    """Print a row for each figure and a column for each tree."""
    roots = [Path(one) for one in sys.argv[1:]] or [Path(__file__).resolve().parents[2]]
    told = [figures(root) for root in roots]
    wide = max(len(name) for name in told[0])
    columns = [max(len(text) for text in one.values()) for one in told]
    for name in told[0]:
        cells = (one[name].ljust(size) for one, size in zip(told, columns, strict=True))
        tell(f"{name:{wide}}  {'   '.join(cells)}".rstrip() + "\n")


if __name__ == "__main__":
    main()
