"""A terminal in a school's folder: types commands through the real command line and reads what they say."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from letterladder.desk.cli import run


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command said, and the code it ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output, read as JSON."""
        return json.loads(self.out)


class Terminal:
    """A terminal in the school's folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def type(self, *words: str) -> Said:
        """Type one command and read what it says."""
        self._capsys.readouterr()
        code = run(["--config", str(self.folder), *words])
        said = self._capsys.readouterr()
        return Said(code=code, out=said.out, err=said.err)


class Window:
    """A terminal that lives as long as a module's fixture does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def type(self, *words: str) -> Said:
        """Type one command and read what it says."""
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["--config", str(self.folder), *words])
        out.seek(0)
        return Said(code=code, out=out.read(), err=err.getvalue())
