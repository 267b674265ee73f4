"""What the pages of setting up share: the school that is set up, and what a page says beside its questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import current_app

from ...config.setup_file import SetupFile
from ...config.setup_questions import Question
from ...ground.errors import Problem
from ...workflows.ports import Clock

OWNER = ("set-up", "")
MOST_SHOWN = 20
"""Names of each sort of a list that the page shows."""
SINCE = Question(
    key="mail.since",
    asks="From which day may letters be drafted? (year-month-day)",
    help="Older emails are kept in the in-tray, and nothing is drafted for them.",
    may_be_empty=True,
)
VOUCHES = Question(
    key="mail.authserv_id",
    asks="Name that your mail server writes at the head of Authentication-Results",
    help="It vouches for who sent an email; without it nothing is drafted unasked. See docs/running.md.",
    may_be_empty=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The school that is being set up."""

    folder: Path
    clock: Clock

    @property
    def file(self) -> SetupFile:
        """Its school.toml."""
        return SetupFile.of(self.folder)


@dataclass(slots=True, kw_only=True)
class Said:
    """What a page of a section says beside its questions."""

    typed: Mapping[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """Of the answer."""
        return 422 if self.faults or self.problems else 200


def here_now() -> Here:
    """The school of this program."""
    folder, clock = current_app.extensions["set-up"]
    return Here(folder=folder, clock=clock)
