"""No event can be half-added: a kind that lacks its fold, its sentence or its row is refused, by mypy and here."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, ClassVar

import pytest
from event_parts import kinds_in_the_code, lacking

from letterladder.rules.cases import events
from letterladder.rules.cases.events import KINDS, Event, InRegister, NotInRegister
from letterladder.rules.mails.mail_log import MAIL_KINDS, MailEvent
from letterladder.rules.office.exports import OFFICE_KINDS, OfficeEvent
from letterladder.rules.register.register_kinds import SHOWN

ROOT = Path(__file__).resolve().parents[2]

HEAD = """
from typing import final
from msgspec.structs import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.event_base import Event, InRegister, NotInRegister
from letterladder.rules.cases.event_values import Line
from letterladder.rules.cases.register_row import RegisterRow, Seen, Shown
from letterladder.rules.mails.mail_log import MailEvent, Mails
from letterladder.rules.office.office_event import Note, OfficeEvent
from letterladder.rules.office.request_events import RequestEvent
from letterladder.rules.office.retention_events import Marks, RetentionEvent
"""
PARTS = {
    "fold": """
    def fold(self, case: Case, line: Line) -> Case:
        return replace(case, closed=self.why)
""",
    "sentence": """
    def sentence(self) -> str:
        return f"It was paused: {self.why}."
""",
    "shown": """
    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="It was paused.", adult=None)
""",
    "row": """
    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, reason=self.why)
""",
    "mails": """
    def fold(self, mails: Mails, line: Line) -> None:
        mails.drop(self.why, "")
""",
    "marks": """
    def fold(self, marks: Marks) -> Marks:
        return Marks(held=self.why)
""",
}
WHOLE = ("fold", "sentence", "shown", "row")
KINDS_MADE: dict[str, tuple[str, tuple[str, ...], str]] = {
    "Whole": ("InRegister", WHOLE, ""),
    "WholeInOffice": ("NotInRegister", ("fold", "sentence"), ""),
    "WholeMail": ("MailEvent", ("mails",), ""),
    "WholeMarks": ("RetentionEvent", ("marks",), ""),
    "WholeNote": ("Note", (), ""),
    "WithoutFold": ("InRegister", ("sentence", "shown", "row"), '"fold"'),
    "WithoutSentence": ("InRegister", ("fold", "shown", "row"), '"sentence"'),
    "WithoutShown": ("InRegister", ("fold", "sentence", "row"), '"shown"'),
    "WithoutRow": ("InRegister", ("fold", "sentence", "shown"), '"row"'),
    "WithoutChoice": ("Event", WHOLE, '"is_shown"'),
    "OfficeWithoutFold": ("NotInRegister", ("sentence",), '"fold"'),
    "MailWithoutFold": ("MailEvent", (), '"fold"'),
    "RequestWithoutFold": ("RequestEvent", (), '"fold"'),
    "RetentionWithoutFold": ("RetentionEvent", (), '"fold"'),
    "OfficeWithoutChoice": ("OfficeEvent", (), '"is_folded"'),
}
"""Kinds made up for the test: the base, the parts that are written, and what mypy says is missing."""


def made_up(name: str) -> str:
    """The code of one kind."""
    base, parts, _ = KINDS_MADE[name]
    head = f"\n@final\nclass {name}({base}, frozen=True, kw_only=True):\n    why: str\n"
    return head + "".join(PARTS[part] for part in parts)


def test_mypy_refuses_a_kind_that_lacks_a_part(tmp_path: Path) -> None:
    """At its class already, before anybody makes one; and it accepts a kind that has all its parts."""
    file = tmp_path / "made_up_kinds.py"
    file.write_text(HEAD + "".join(map(made_up, KINDS_MADE)), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--follow-imports=silent"]
    ran = subprocess.run(
        [*command, "--cache-dir", str(tmp_path / "cache"), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"Final class \S*\.(\w+) has abstract attributes? (.*?)  \[", ran.stdout)
    assert dict(found) == {name: missing for name, (_, _, missing) in KINDS_MADE.items() if missing}, (
        ran.stdout
    )


@pytest.mark.parametrize("name", KINDS_MADE)
def test_a_kind_that_lacks_a_part_is_found_at_run_time_too(name: str) -> None:
    """By the same look that is taken at every kind of the program below."""
    space: dict[str, Any] = {"__name__": "made_up"}
    exec(HEAD + made_up(name), space)  # noqa: S102 - the code is above
    missing = KINDS_MADE[name][2].strip('"')
    assert lacking(space[name]) == ([missing] if missing else [])


def test_a_kind_that_mypy_would_not_look_at_is_found() -> None:
    """Only of a final class does mypy say at once what it lacks."""

    class Open(NotInRegister, frozen=True, kw_only=True):
        only_told: ClassVar[bool] = True

    assert lacking(Open) == ["fold", "sentence", "final"]


@pytest.mark.parametrize("kind", [*KINDS, *MAIL_KINDS, *OFFICE_KINDS], ids=lambda kind: kind.__name__)
def test_every_kind_has_all_its_parts(kind: type[Any]) -> None:
    """Whatever its base asks for."""
    assert lacking(kind) == []


@pytest.mark.parametrize(
    ("base", "kinds"), [(Event, KINDS), (MailEvent, MAIL_KINDS), (OfficeEvent, OFFICE_KINDS)]
)
def test_every_kind_in_the_code_can_be_read_from_a_log(base: type[Any], kinds: tuple[type[Any], ...]) -> None:
    """A class that is in no union is refused by whoever reads the log it was written to."""
    assert kinds_in_the_code(base) == set(kinds)


def test_every_kind_can_be_imported_from_one_place() -> None:
    """Whoever writes or looks for an event need not know in which module its class stands."""
    assert {kind.__name__ for kind in KINDS} <= set(events.__all__)


def test_every_kind_is_a_row_or_says_that_it_is_none() -> None:
    """The register shows what was received, decided and sent, and knows every kind of row."""
    assert all(issubclass(kind, InRegister) is not issubclass(kind, NotInRegister) for kind in KINDS)
    assert set(SHOWN) == {kind.__name__ for kind in KINDS if issubclass(kind, InRegister)}


def test_governors_read_another_sentence_of_every_kind() -> None:
    """A plain one, which names nobody because it says nothing of the entry."""
    sentences = [shown.governors for shown in SHOWN.values()]
    assert len(set(sentences)) == len(sentences) > 20
    assert all(re.fullmatch(r"[A-Z][^.]*\.", sentence) for sentence in sentences)
