"""What a person waits for at the prompt: a command loads what it needs, and reads what is typed as typer does."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from prepared import reported_school

from letterladder.desk import plain_words
from letterladder.desk.cli import MODULES, commands, run
from letterladder.rules.words import Verdict

ROOT = Path(__file__).resolve().parents[2]
HEAVY = frozenset(
    {"pydantic", "holidays", "docxtpl", "lxml", "rapidfuzz", "letterladder.rules.reports.triage"}
)
LOADED = """
import runpy, sys
sys.argv = ["letterladder", *sys.argv[1:]]
runpy.run_path("run.py")
from letterladder.desk.cli import run
code = run()
print("\\nloaded", code, *sys.modules)
"""


@pytest.mark.parametrize("module", MODULES)
def test_each_command_is_found_in_its_module(module: str) -> None:
    """A command that the table forgets would only be found by loading everything, and one too many not at all."""
    app = typer.Typer()
    app.callback()(lambda: None)
    import_module(f"letterladder.desk.{module}").add_to(app)
    assert set(getattr(typer.main.get_command(app), "commands", {})) == set(MODULES[module])


def test_what_is_typed_wrongly_is_told_with_all_commands(capfd: pytest.CaptureFixture[str]) -> None:
    """`casse` is answered with what exists, though no module has such a command."""
    with pytest.raises(SystemExit):
        commands()(args=["casse"])
    assert "'cases'" in capfd.readouterr().err


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school whose cases were listed once, so that its settings are kept beside the index."""
    school = reported_school(tmp_path_factory.mktemp("looked"))
    school.write("x@elsewhere.example", "the gate", "Somebody was rude to somebody at the gate.")
    school.round()
    assert run(["--config", str(school.folder), "cases"]) == 0
    assert run(["--config", str(school.folder), "intray"]) == 0
    return school.folder


@pytest.mark.parametrize(
    "typed",
    [
        ["cases"],
        ["case", "2026-0001"],
        ["intray"],
        ["mails"],
        ["mails", "--verdict", "robot"],
        ["cases", "--help"],
    ],
)
def test_a_list_loads_no_more_than_it_shows(typed: list[str], looked_at: Path) -> None:
    """Neither the settings' reader nor what reads emails and writes letters."""
    line = [sys.executable, "-c", LOADED, "--config", str(looked_at), *typed]
    said = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    code, *loaded = said.rpartition("loaded ")[2].split()
    assert code == "0"
    assert HEAVY.isdisjoint(loaded), sorted(HEAVY.intersection(loaded))


class Taken:
    """What a command was given."""

    def __init__(self) -> None:
        self.was: dict[str, Any] = {}


def _a_command(taken: Taken) -> Any:
    app = typer.Typer()

    @app.command()
    def take(
        word: str,
        *,
        file: Path = Path(),
        many: list[str] | None = None,
        sure: bool = False,
        of_two: str = typer.Option("a", parser=str.upper),
        which: Verdict | None = None,
        number: int | None = None,
        there: Annotated[Path | None, typer.Option(exists=True)] = None,
    ) -> None:
        taken.was = {"word": word, "file": file, "many": many, "sure": sure, "of_two": of_two}
        taken.was |= {"which": which, "number": number, "there": there}

    return typer.main.get_command(app)


LINES = [
    ["x"],
    [""],
    ["Zoë", "--file", "a b/ü.eml", "--many", "one", "--many", ""],
    ["x", "--sure", "--of-two", "ab"],
    ["x", "--file", "."],
    ["half \udce9 character"],
    ["x", "--many", "\udce9"],
    ["x", "--which", "robot"],
    ["x", "--which", "Robot"],
    ["x", "--which", "nosuch"],
    ["x", "--which", ""],
    ["x", "--number", "7", "--there", "."],
    ["x", "--number", "seven"],
    ["x", "--there", "no/such/file"],
    [],
    ["x", "--nosuch"],
]


@pytest.mark.parametrize("line", LINES)
def test_plain_words_are_read_as_typer_reads_them(line: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """The same values, the same refusals, whoever reads them."""
    said = []
    for plainly in (False, True):
        taken = Taken()
        command = _a_command(taken)
        if plainly:
            plain_words.read_plainly(command)
        with pytest.raises(SystemExit) as left:
            command(args=line, prog_name="letterladder")
        said.append((left.value.code, taken.was, capfd.readouterr()))
    assert said[0] == said[1]
