"""For mutants.py: which changes nobody could see, and which tests are asked about one that somebody could."""

import ast
import io
import tokenize
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

EQUAL = Path(__file__).with_name("equal_mutants.toml")

Place = tuple[int, int]
"""A line, from 1, and a column, from 0, in characters."""

MOST_SECONDS = 100.0
"""Of tests asked about one change: first those of its file, then those of its room; the quick before the slow."""


FEW = 30
"""A line that no more tests run may be in what is made once and kept: then it ran in whichever test came first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one run of the tests told: the tests by file and line, and how long each took; and what the code tells.

    `inside` are the lines of each file that are in functions: all others run at import, in whichever test comes first.
    """

    lines: Mapping[str, Mapping[int, list[str]]]
    seconds: Mapping[str, float] = field(default_factory=dict)
    importers: Mapping[str, set[str]] = field(default_factory=dict)
    inside: Mapping[str, set[int]] = field(default_factory=dict)
    few: int = FEW

    def of(self, file: str, line: int) -> list[str]:
        """The tests that run this line; of one that runs at import, all that run its file or a file that imports it.

        Those come after them, too, where only few run the line.
        """
        runs = self.lines.get(file, {}).get(line, []) if line in self.inside.get(file, ()) else []
        if len(runs) > self.few:
            return self._in_order(file, runs)
        return list(dict.fromkeys([*self._in_order(file, runs), *self._in_order(file, self._of_file(file))]))

    def _of_file(self, file: str) -> Iterator[str]:
        yield from self._named(file)
        for one in (file, *sorted(self.importers.get(file, ()))):
            for tests in self.lines.get(one, {}).values():
                yield from tests

    def _named(self, file: str) -> Iterator[str]:
        """The tests that say the file's own name, as those that look at every file of the rules do."""
        return (test for test in self.seconds if f"[{file}]" in test)

    def _in_order(self, file: str, tests: Iterable[str]) -> list[str]:
        own, room = f"/test_{PurePosixPath(file).stem}.py::", f"tests/{PurePosixPath(file).parent}/"
        nearest = sorted(
            dict.fromkeys(tests),
            key=lambda test: (
                own not in test and f"[{file}]" not in test,
                room not in test,
                self._took(test),
            ),
        )
        left, asked = MOST_SECONDS, []
        for test in nearest:
            left -= self._took(test)
            if left >= 0 or own in test:
                asked.append(test)
        return asked

    def _took(self, test: str) -> float:
        return self.seconds.get(test, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Equal:
    """One change after which the program does the same: the line before and after, and why it is no matter."""

    file: str
    operator: str
    line: str
    becomes: str
    why: str

    def is_made_by(self, operator: str, source: str, changed: str) -> bool:
        """Whether this operator made this change, and no other one, of the file's text."""
        before, after = source.splitlines(), changed.splitlines()
        if operator.removeprefix("core/") != self.operator or len(before) != len(after):
            return False
        differ = [
            (one.strip(), other.strip()) for one, other in zip(before, after, strict=True) if one != other
        ]
        return differ == [(self.line, self.becomes)]


def equals(file: Path = EQUAL) -> list[Equal]:
    """Those that are known; each a table of equal_mutants.toml."""
    return [Equal(**one) for one in tomllib.loads(file.read_text(encoding="utf-8")).get("equal", [])]


def unseen(source: str) -> list[tuple[Place, Place]]:
    """From where to where a change is one that no program sees.

    Type annotations; `kw_only` of a class that has no fields of its own, which says nothing of those it inherits; the
    lone `*` among parameters, which multiplies nothing; and how much of what is made once is kept.
    """
    lines = source.splitlines()
    return [
        *_lone_stars(source),
        *(
            (_place(lines, node.lineno, node.col_offset), _place(lines, node.end_lineno, node.end_col_offset))
            for node in (
                *_annotations(ast.parse(source)),
                *_needless(ast.parse(source)),
                *_sizes_kept(ast.parse(source)),
            )
            if node.end_lineno is not None and node.end_col_offset is not None
        ),
    ]


def is_python(source: str) -> bool:
    """Whether a change left a program at all: what cannot be read is no mutant, and no test is needed to see it."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def is_within(place: Place, spans: Iterable[tuple[Place, Place]]) -> bool:
    """Whether a place is in one of these."""
    return any(start <= place < end for start, end in spans)


def importers(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """By file, the files that import from it; all by their path from the top."""
    found: dict[str, set[str]] = {}
    for file, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and node.level and node.module:
                folder = PurePosixPath(file).parents[node.level - 1]
                found.setdefault(f"{folder / node.module.replace('.', '/')}.py", set()).add(file)
    return found


def lines_inside(source: str) -> set[int]:
    """The lines of a file that run when a function is called, not when the file is imported."""
    return {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for said in node.body
        for line in range(said.lineno, (said.end_lineno or said.lineno) + 1)
    }


def _place(lines: list[str], line: int, column: int) -> Place:
    """Python counts a column in bytes."""
    return line, len(lines[line - 1].encode()[:column].decode())


def _lone_stars(source: str) -> Iterator[tuple[Place, Place]]:
    tokens = [
        one
        for one in tokenize.generate_tokens(io.StringIO(source).readline)
        if one.type not in (tokenize.NL, tokenize.COMMENT)
    ]
    for before, one, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if one.string == "*" and before.string in {"(", ","} and after.string == ",":
            yield one.start, one.end


def _annotations(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        for said in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(said, ast.expr):
                yield said


def _needless(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and not any(map(_is_field, node.body)):
            yield from (said.value for said in node.keywords if said.arg == "kw_only")


def _sizes_kept(tree: ast.AST) -> Iterator[ast.expr]:
    """The size of a cache: with another one the same is worked out again, sooner or later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "lru_cache":
            yield from (said.value for said in node.keywords if said.arg == "maxsize")


def _is_field(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign) and "ClassVar" not in ast.dump(node.annotation)
