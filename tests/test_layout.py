"""The layout of the house, as far as a test can watch over it (docs/decisions/0001-layout.md)."""

import ast
import mailbox
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = ("config", "desk", "ground", "letter_templates", "mailbox", "records", "rules", "workflows")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CLOCK = "desk/clock.py"
READS_THE_CLOCK = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
}
READABLE = {".py", ".toml", ".md", ".txt", ".j2", ".csv", ".yml", ".yaml", ".lock", ".cfg", ".json", ""}
OURS = {*CODE, "tests", "docs", "deploy", ".ci", "packaging"}
MACHINES = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w|\b[A-Z]:\\Users\\")


def code_files() -> Iterator[Path]:
    """Every Python file of the program."""
    yield ROOT / "run.py"
    for folder in CODE:
        yield from sorted((ROOT / folder).rglob("*.py"))


def our_files() -> Iterator[Path]:
    """Every readable file that we wrote: those at the top and those in our folders."""
    yield from (file for file in ROOT.iterdir() if file.is_file() and file.suffix in READABLE)
    for folder in OURS:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and file.suffix in READABLE and not {"__pycache__", ".types"} & set(file.parts):
                yield file


def name(file: Path) -> str:
    """The file as it is called from the top."""
    return file.relative_to(ROOT).as_posix()


def packages() -> set[str]:
    """The folders that hold code, as packages."""
    folders = {file.parent for file in code_files()} - {ROOT}
    return {f"letterladder.{name(folder).replace('/', '.')}" for folder in folders}


@pytest.mark.parametrize("folder", [*CODE, "tests", "packaging"])
def test_no_folder_has_an_init_file(folder: str) -> None:
    """With one, `mailbox/` would hide the standard library's module of that name."""
    assert [name(file) for file in (ROOT / folder).rglob("__init__.py")] == []


def test_the_standard_librarys_mailbox_wins() -> None:
    """Aiosmtpd and others import it."""
    assert hasattr(mailbox, "Maildir")
    assert ROOT not in Path(str(mailbox.__file__)).parents


def test_the_checkout_is_the_package() -> None:
    """run.py registers the folder beside it under the name letterladder, and takes it off the path."""
    assert list(sys.modules["letterladder"].__path__) == [str(ROOT)]
    assert str(ROOT) not in sys.path


def test_both_tables_of_the_build_name_every_code_folder() -> None:
    """A folder that is forgotten is missing from the installed program."""
    table = PROJECT["tool"]["setuptools"]
    data_only = {"letterladder.letter_templates"}
    assert set(table["packages"]) == set(table["package-dir"]) == packages() | data_only
    assert [
        one
        for one, folder in table["package-dir"].items()
        if f"letterladder.{folder.replace('/', '.')}" != one
    ] == []


def test_every_code_folder_is_a_layer() -> None:
    """A folder outside the layers could import anything."""
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]
    layers = {part.strip() for layer in contract["layers"] for part in layer.split("|")}
    assert layers == {package.split(".")[1] for package in packages()}


@pytest.mark.parametrize("folder", ["config", "letter_templates", "records/papers"])
def test_every_shipped_file_is_named_as_package_data(folder: str) -> None:
    """A template or a policy that no pattern covers is missing from the installed program."""
    patterns = PROJECT["tool"]["setuptools"]["package-data"].get(
        f"letterladder.{folder.replace('/', '.')}", []
    )
    files = [file.relative_to(ROOT / folder) for file in (ROOT / folder).rglob("*") if file.is_file()]
    shipped = [
        file for file in files if file.suffix not in {".py", ".pyc"} and not file.name.startswith((".", "~"))
    ]
    assert [str(file) for file in shipped if not any(covers(pattern, file) for pattern in patterns)] == []


def covers(pattern: str, file: Path) -> bool:
    """Whether a pattern of package-data takes the file; a star does not cross folders."""
    parts = pattern.split("/")
    return len(parts) == len(file.parts) and all(map(fnmatch, file.parts, parts))


def imported(nodes: Iterable[ast.AST]) -> dict[str, str]:
    """What each imported name stands for: {"dt": "datetime", "now_from": "time.time"}."""
    found: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return found


def dotted(node: ast.expr) -> str:
    """The names of `a.b.c`; "" where it begins with anything but a name."""
    if isinstance(node, ast.Attribute):
        head = dotted(node.value)
        return f"{head}.{node.attr}" if head else ""
    return node.id if isinstance(node, ast.Name) else ""


def nodes_of(source: str) -> list[ast.AST]:
    """All nodes of a Python file."""
    return list(ast.walk(ast.parse(source)))


def clock_readings(source: str) -> list[int]:
    """The lines on which this source reads the clock, under whatever name, called or handed on."""
    nodes = nodes_of(source)
    names = imported(nodes)
    lines = []
    for node in nodes:
        if isinstance(node, ast.Attribute | ast.Name):
            head, dot, rest = dotted(node).partition(".")
            if f"{names.get(head, '')}{dot}{rest}" in READS_THE_CLOCK:
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        ([2], "import datetime\ndatetime.datetime.now()"),
        ([2], "from datetime import datetime as dt\ndt.now()"),
        ([2], "from datetime import date\nday = date.today"),
        ([2], "import time as t\nt.time()"),
        ([2], "from time import time as now\nnow()"),
        ([], "import time\ntime.monotonic()"),
        ([], "clock.now()"),
        ([], "from .clock import today\ntoday()"),
    ],
)
def test_a_reading_of_the_clock_is_seen_under_every_name(lines: list[int], source: str) -> None:
    """Aliases and references without a call too; the handed-in clock and time-outs are none."""
    assert clock_readings(source) == lines


def test_only_one_place_reads_the_clock() -> None:
    """Everybody else is handed the time, so that tests and rehearsals can set it."""
    readers = [name(file) for file in code_files() if clock_readings(file.read_text(encoding="utf-8"))]
    assert readers == [CLOCK]


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-dev.lock", "requirements-dist.lock", "requirements-full.lock"]
)
def test_a_lock_file_holds_pins_and_no_address(lock: str) -> None:
    """Whoever installs decides where from."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--hash=sha256:" in text


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Paths of somebody's computer and addresses of package indexes help nobody else."""
    registry = re.compile("py" + r"pi\.org|files\.python" + r"hosted|index-" + r"url\s*=")
    hits = []
    for file in our_files():
        text = file.read_text(encoding="utf-8", errors="replace")
        hits += [
            name(file) for pattern in (MACHINES, registry) if pattern.search(text) and file != Path(__file__)
        ]
    assert hits == []
