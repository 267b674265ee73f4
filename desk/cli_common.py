"""What the commands share: the school's folder, its office, the options that many have, and printing."""

import getpass
import json
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.errors import Problem, WrongUsage
from ..ground.values import replace

if TYPE_CHECKING:
    from ..config.settings import Settings
    from ..workflows.office import Office
    from .glance import Glance


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a date; write it as 2026-11-20") from None


First = Annotated[
    date | None, typer.Option("--from", parser=_day, metavar="YYYY-MM-DD", help="The first day of it.")
]
Last = Annotated[
    date | None, typer.Option("--to", parser=_day, metavar="YYYY-MM-DD", help="The last day of it.")
]
Today = Annotated[
    date | None,
    typer.Option(
        "--today", parser=_day, metavar="YYYY-MM-DD", help="Rehearse: act as if this were today's date."
    ),
]
Day = Annotated[
    date | None, typer.Option("--on", parser=_day, metavar="YYYY-MM-DD", help="The day it happened.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
By = Annotated[
    str,
    typer.Option(
        "--by",
        help="Who you are: a name, a role or an email address of [people] in school.toml, or a name of staff.csv. "
        "Nobody else is taken, and each act needs somebody who may.",
        metavar="NAME",
    ),
]
Ref = Annotated[str, typer.Argument(help="The case, such as 2026-0042.")]


WIDE = 160
"""Columns of a table that is not printed to a terminal."""

MOST_IN_TABLE = 500
"""Rows that are drawn as a table; more are plain lines."""

LONGEST_CELL = 1_000
"""Characters of one cell that are shown; `--json` has them all."""


class Desk:
    """One command at work on one school's folder. `patience`: seconds that an order waits for its turn."""

    patience: float = 10

    def __init__(self, config: Path, school: str = "", *, alone: bool = True) -> None:
        self.config = config
        self.school = school
        self.alone = alone

    @property
    def folder(self) -> Path:
        """The folder of the one school that is meant.

        Raises:
            WrongUsage: this is a trust of several schools and none is named.
        """
        folders = self.folders()
        if len(folders) == 1:
            return next(iter(folders.values()))
        what = "Several schools are kept here, and this command is for one."
        raise WrongUsage(
            Problem(where="--school", what=what, what_to_do=f"Say which: --school {'|'.join(folders)}.")
        )

    def folders(self) -> dict[str, Path]:
        """The folders of all schools that are meant, by their short names."""
        if not (self.config / "trust.toml").exists() and not self.school:
            return {self.config.resolve().name: self.config}
        from ..config.trust_file import folders_of

        return folders_of(self.config, self.school)

    @property
    def data(self) -> Path:
        """The data folder of the one school that is meant.

        Raises:
            WrongUsage: this is a trust of several schools and none is named.
        """
        return self.folder / "data"

    def each(self) -> dict[str, "Desk"]:
        """A desk for each school that is meant; commands that look after all of them go through these."""
        folders = self.folders()
        return {name: Desk(folder, alone=len(folders) == 1) for name, folder in folders.items()}

    def settings(self) -> "Settings":
        """The school's settings.

        Raises:
            WrongUsage: something is wrong with them; every fault is said.
        """
        from ..config.settings import load_settings

        return load_settings(self.folder)

    @contextmanager
    def reading(self, today: date | None = None) -> Iterator["Office"]:
        """The office, to look at."""
        from .clock import clock_for
        from .wiring import build

        yield build(self.settings(), clock_for(today))

    def glance(self, today: date | None = None) -> "Glance":
        """School and cases alone, for the listings that must answer at once.

        Raises:
            WrongUsage: something is wrong with the settings; every fault is said.
        """
        from ..config.glance import school_at_a_glance
        from .glance import Glance

        folder = self.folder
        return Glance.of(school_at_a_glance(folder), folder / "data", today)

    def may_write(self, today: date | None) -> None:
        """Let something be written on the real day; on another one where days are rehearsed.

        Raises:
            WrongUsage: a day would be rehearsed in a school's real folder.
        """
        if today is not None:
            from .rehearsal_folder import refuse_rehearsing

            refuse_rehearsing(self.settings())

    @contextmanager
    def writing(self, today: date | None = None) -> Iterator["Office"]:
        """The office, to change something: one writer at a time."""
        from ..records.logs.lock import writer_lock

        self.may_write(today)
        settings = self.settings()
        with writer_lock(settings.data, tell=warn), self.reading(today) as office:
            yield office

    @contextmanager
    def round(self, today: date | None = None) -> Iterator["Office"]:
        """The office for a round: one at a time, and others write between its steps."""
        from ..records.logs.lock import round_lock, writer_lock
        from ..records.logs.turn_file import note_turn

        self.may_write(today)
        data = self.settings().data
        with round_lock(data, tell=warn), writer_lock(data, tell=warn) as turn, self.reading(today) as office:
            yield replace(office, turns=turn)
        note_turn(data)

    def today(self, rehearsed: date | None = None) -> date:
        """The day on which a command is typed, or the one it rehearses."""
        from .clock import clock_for

        return clock_for(rehearsed).today()


def program() -> str:
    """How this program was started, so that a line which names a command can be copied as it stands."""
    if Path(sys.argv[0]).name != "run.py":
        return "letterladder"
    python = os.path.relpath(sys.executable)
    return f"{sys.executable if python.startswith('..') else python} {sys.argv[0]}"


def signer(by: str) -> str:
    """The name for the log: the one given, else the account of the machine."""
    return by.strip() or getpass.getuser()


def warn(text: str) -> None:
    """One line for a person, beside the output."""
    sys.stderr.write(f"{clean(text)}\n")


def say(text: object, *, err: bool = False) -> None:
    """Lines for a person; whatever is in them, they are only read."""
    (sys.stderr if err else sys.stdout).write("".join(f"{clean(line)}\n" for line in str(text).split("\n")))


def show_json(value: object) -> None:
    """Print a value as JSON.

    Characters that a terminal would obey are written as escapes, which JSON reads the same.
    """
    sys.stdout.write(_as_json(value) + "\n")


def _as_json(value: object) -> str:
    text = json.dumps(value, indent=2, ensure_ascii=False, default=_plain)
    return text if _is_plain(text) else "".join(_escaped(sign) for sign in text)


def show_json_rows(rows: Iterable[object]) -> None:
    """Print rows as one JSON list, each as it comes: a long list is never whole in memory."""
    started = False
    for row in rows:
        sys.stdout.write(",\n" if started else "[\n")
        started = True
        sys.stdout.write(textwrap.indent(_as_json(row), "  "))
    sys.stdout.write("\n]\n" if started else "[]\n")


def _is_plain(text: str) -> bool:
    return text.replace("\n", " ").isprintable()


def _escaped(sign: str) -> str:
    # Outside strings JSON is ASCII and line ends, so all that is escaped stands within a string.
    return sign if sign == "\n" or sign.isprintable() else json.dumps(sign)[1:-1]


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def clean(text: object) -> str:
    """Text on one line of a terminal.

    White space is a space, characters that act or cannot be seen are named (<U+202E>).
    """
    shown = str(text)
    if shown.isprintable():
        return shown
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else f"<U+{ord(sign):04X}>" for sign in shown
    )


def _cell(value: object) -> str:
    text = clean(value)
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}… ({len(text):,} characters)"


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, empty: str) -> None:
    """Print rows as a table, or one sentence where there are none; a very long list as plain lines, as they come."""
    waiting = iter(rows)
    first = list(islice(waiting, MOST_IN_TABLE + 1))
    if not first:
        sys.stdout.write(f"{empty}\n")
    elif len(first) > MOST_IN_TABLE:
        sys.stdout.write(f"{title}\n{_line(columns)}\n")
        sys.stdout.writelines(f"{_line(row)}\n" for row in chain(first, waiting))
    else:
        _draw_table(title, columns, first)


def _line(cells: Sequence[object]) -> str:
    return " | ".join(_cell(cell) for cell in cells)


def _draw_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    width = None if sys.stdout.isatty() else WIDE
    Console(markup=False, emoji=False, highlight=False, width=width).print(table)


def show_problems(problems: Sequence[Problem]) -> None:
    """Print each problem: where, what, what to do."""
    for problem in problems:
        sys.stdout.write(
            f"{clean(problem.where)}\n  {clean(problem.what)}\n  -> {clean(problem.what_to_do)}\n"
        )


def in_school(name: str, problems: Sequence[Problem], desk: Desk) -> list[Problem]:
    """The problems of one school; in a trust each says which school it is about."""
    if desk.folders().keys() == {name}:
        return list(problems)
    return [
        Problem(where=f"{name}, {one.where}", what=one.what, what_to_do=one.what_to_do) for one in problems
    ]


def problems_json(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """Problems in the shape that --json promises."""
    return [{"where": one.where, "what": one.what, "what_to_do": one.what_to_do} for one in problems]


def parse_fields(pairs: Sequence[str]) -> Mapping[str, str]:
    """NAME=WORDS pairs of --set."""
    found: dict[str, Any] = {}
    for pair in pairs:
        name, equals, words = pair.partition("=")
        if not equals or not name.strip():
            raise typer.BadParameter(f"'{pair}' is not name=words", param_hint="--set")
        if name.strip() in found:
            raise typer.BadParameter(
                f"{name.strip()} is given twice: which one is right?", param_hint="--set"
            )
        found[name.strip()] = words.strip()
    return found
