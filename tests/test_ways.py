"""docs/ways/ leads a newcomer through the code: every file and function that a page names is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs" / "ways").glob("*.md"))
MOST_LINES = 35
NAMED = re.compile(r"`([\w/.]+)`")


def missing(page: str) -> list[str]:
    """What a page names and the code does not have; a name belongs to the file named last before it."""
    found: list[str] = []
    names: set[str] = set()
    for word in NAMED.findall(page):
        if word.endswith(".py"):
            names = names_in(ROOT / word)
            found += [] if (ROOT / word).is_file() else [word]
        elif word not in names and not re.search(rf"\bclass {word}\b", every_file()):
            found.append(word)
    return found


def names_in(file: Path) -> set[str]:
    """The functions, methods and classes of a file."""
    if not file.is_file():
        return set()
    defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, defined)}


def every_file() -> str:
    """All rules: a page may mention a value without its file."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "rules").rglob("*.py")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_name_of_a_page_is_in_the_code(page: Path) -> None:
    """A page that leads astray is worse than none."""
    text = page.read_text(encoding="utf-8")
    assert missing(text) == []
    assert text.count("\n") <= MOST_LINES


def test_the_three_ways_are_told() -> None:
    """One email, one lapse, one export."""
    assert [page.stem for page in PAGES] == ["one-email", "one-export", "one-lapse"]


@pytest.mark.parametrize(
    ("lost", "page"),
    [
        ([], "`rules/cases/fold.py` `fold`"),
        (["rules/cases/folds.py"], "`rules/cases/folds.py`"),
        (["folded"], "`rules/cases/fold.py` `folded`"),
        (["advance"], "`rules/cases/fold.py` `advance`"),
        ([], "`rules/cases/fold.py` makes a `Case`"),
    ],
)
def test_what_is_gone_is_found(lost: list[str], page: str) -> None:
    """A name is looked for in the file named last before it."""
    assert missing(page) == lost
