"""No sweep is alone: every swept test keeps a case in `make test`, or names a test that stays there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sweeps import each, swept

TESTS = Path(__file__).resolve().parent
MARKED = [
    file for file in sorted(TESTS.rglob("test_*.py")) if "mark.sweep(" in file.read_text(encoding="utf-8")
]


def kept(cases: list[object]) -> list[str]:
    """The first values of those that stay in `make test`."""
    return [str(one.values[0]) for one in cases if not one.marks]  # type: ignore[attr-defined]


def test_the_named_cases_stay() -> None:
    """And all others are swept."""
    assert kept([*swept(["a", "b", "c"], "b")]) == ["b"]


def test_a_name_that_is_no_case_is_refused() -> None:
    """Else a case that is renamed would leave `make test` unseen."""
    with pytest.raises(AssertionError, match="not among the cases"):
        swept(["a", "b"], "a", "gone")


def test_at_least_one_case_stays() -> None:
    """Else nothing would be left of the test."""
    with pytest.raises(AssertionError, match="at least one"):
        swept(["a", "b"])
    with pytest.raises(AssertionError, match="nothing is kept"):
        each(3, [])


def test_each_third_case_stays() -> None:
    """From the first on."""
    assert kept([*each(3, list(range(7)))]) == ["0", "3", "6"]


def sweeps_of(file: Path) -> Iterator[tuple[str, str]]:
    """Every test that is a sweep as a whole, with what it says stays in `make test`."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            for mark in node.decorator_list:
                if ast.unparse(mark).startswith("pytest.mark.sweep"):
                    yield (
                        node.name,
                        ast.unparse(mark.args[0]).strip("'") if isinstance(mark, ast.Call) else "",
                    )


@pytest.mark.parametrize("file", MARKED, ids=lambda file: file.name)
def test_a_whole_sweep_names_a_test_that_stays(file: Path) -> None:
    """One of the same file, or one of another: "desk/web/test_letter.py::test_it_is_sent_back_with_words"."""
    whole = dict(sweeps_of(file))
    assert {name: proved for name, proved in whole.items() if not stays(proved, file)} == {}


def stays(proved: str, beside: Path) -> bool:
    """Whether this test is there and no sweep as a whole."""
    place, _, name = proved.rpartition("::")
    file = TESTS / place if place else beside
    return file.is_file() and name in functions_of(file) - set(dict(sweeps_of(file)))


def functions_of(file: Path) -> set[str]:
    """The functions of this file, by name."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
