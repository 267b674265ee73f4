"""No test asserts on elapsed time: a busy machine would fail it. Steps, calls and order are counted instead.

What is quick is measured by `make bench`. A deadline in a waiting loop, which ends a test that waits for a server in
vain, is no such assertion.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
CLOCKS = frozenset({"monotonic", "perf_counter", "process_time", "thread_time"})
CLOCKS_NS = frozenset(f"{name}_ns" for name in CLOCKS)
IN_A_TEXT = re.compile(rf"\b(?:{'|'.join(CLOCKS)})(?:_ns)?\(\)\s*-")


def files() -> list[Path]:
    """The tests, without the tools that measure."""
    found = (file.relative_to(TESTS) for file in TESTS.rglob("*.py"))
    return sorted(file for file in found if file.parts[0] != "tools" and ".types" not in file.parts)


def timed_assertions(source: str) -> list[int]:
    """The lines that assert on how long something took, outside of a loop that waits."""
    if not any(clock in source for clock in CLOCKS):
        return []
    tree = ast.parse(source)
    spans = _spans(tree)
    timed = (one for one in _asserts(tree) if _reads_a_clock(one.test) or _names(one.test) & spans)
    found = {node.lineno for node in timed}
    found |= {
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and _is_program(node.value)
    }
    return sorted(found)


def _asserts(node: ast.AST) -> Iterator[ast.Assert]:
    """Every assert that is in no while loop."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Assert):
            yield child
        if not isinstance(child, ast.While):
            yield from _asserts(child)


def _spans(tree: ast.AST) -> set[str]:
    """Names that hold a difference of two readings of a clock, or of a function that returns one."""
    spans: set[str] = set()
    while True:
        found = {name for node in ast.walk(tree) for name in _spans_in(node, spans)}
        if found <= spans:
            return spans
        spans |= found


def _spans_in(node: ast.AST, spans: set[str]) -> set[str]:
    match node:
        case ast.Assign(targets=targets, value=value) if _is_span(value, spans):
            return {name for target in targets for name in _names(target)}
        case ast.AnnAssign(target=target, value=ast.expr() as value) if _is_span(value, spans):
            return _names(target)
        case ast.Call(func=ast.Attribute(value=held, attr="append"), args=[value]) if _is_span(value, spans):
            return _names(held)
        case ast.FunctionDef(name=name) if any(_returns_span(one, spans) for one in ast.walk(node)):
            return {name}
        case _:
            return set()


def _returns_span(node: ast.AST, spans: set[str]) -> bool:
    return isinstance(node, ast.Return) and node.value is not None and _is_span(node.value, spans)


def _is_span(value: ast.expr, spans: set[str]) -> bool:
    minus = any(isinstance(one, ast.BinOp) and isinstance(one.op, ast.Sub) for one in ast.walk(value))
    called = {name for one in ast.walk(value) if isinstance(one, ast.Call) for name in _last(one.func)}
    return (minus and _reads_a_clock(value)) or bool(called & spans)


def _reads_a_clock(node: ast.AST) -> bool:
    calls = (one for one in ast.walk(node) if isinstance(one, ast.Call))
    return any(_last(call.func) & (CLOCKS | CLOCKS_NS) for call in calls)


def _last(node: ast.expr) -> set[str]:
    return (
        {node.attr} if isinstance(node, ast.Attribute) else {node.id} if isinstance(node, ast.Name) else set()
    )


def _names(node: ast.AST) -> set[str]:
    """The names and attributes in it; `self` is none."""
    nodes = [one for one in ast.walk(node) if isinstance(one, ast.Attribute | ast.Name)]
    return {name for one in nodes for name in _last(one)} - {"self"}


def _is_program(text: object) -> bool:
    """Whether this is the text of a program that takes the time, to be run elsewhere."""
    return isinstance(text, str) and "import" in text and bool(IN_A_TEXT.search(text))


@pytest.mark.parametrize("file", [file for file in files() if file.name != Path(__file__).name], ids=str)
def test_no_test_asserts_on_elapsed_time(file: Path) -> None:
    """Count steps (tests/steps.py), calls, or the order of events; measure in tests/tools/bench_reading.py."""
    assert timed_assertions((TESTS / file).read_text(encoding="utf-8")) == []


TIMED = [
    "begun = time.monotonic()\nwork()\nassert time.monotonic() - begun < 2",
    "begun = perf_counter()\nwork()\ntook = perf_counter() - begun\nassert took < 2",
    "def timed():\n    return 1, time.monotonic() - begun\nx, seconds = timed()\nassert seconds < 3",
    "took = []\ntook.append(time.monotonic() - a)\nassert min(took) < 3",
    "self.seconds = time.thread_time() - begun\nassert one.seconds < 0.5",
    "with watch() as w:\n    begun = time.process_time()\nassert 1 < time.process_time() - begun < 2",
    'PROGRAM = """\nimport time\nprint(time.monotonic() - a)\n"""',
    "took = time.monotonic_ns() - a\nassert took < 5",
]


@pytest.mark.parametrize("source", TIMED)
def test_a_timed_assertion_is_found(source: str) -> None:
    """However the seconds come to the assert: by a name, a list, a function, an attribute, another program."""
    assert timed_assertions(source) != []


WAITING = [
    "deadline = time.monotonic() + 60\nwhile not ready():\n    assert time.monotonic() < deadline\n    time.sleep(0.1)",
    "def told(times):\n    end = time.monotonic() + 60\n    while len(news) < times and time.monotonic() < end:\n"
    "        time.sleep(0.01)\n    return len(news) >= times\nassert told(3)",
    "start = time.monotonic()\nwork()\nprint(time.monotonic() - start)",
    "assert daemon.wait(timeout=60) == 0",
]


@pytest.mark.parametrize("source", WAITING)
def test_a_wait_that_may_end_is_none(source: str) -> None:
    """Nor is a figure that is only printed."""
    assert timed_assertions(source) == []
