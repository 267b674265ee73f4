"""A round survives whatever any part of it raises: a threat in the same round is alerted, and people hear of it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from fakes_mail import MemoryOutbox
from office import DSL, MONDAY, OFFICE, THREAT, Rehearsal, an_office, form, school_folder
from sweeps import one_of, swept

from letterladder.ground.values import replace
from letterladder.rules.mails.outgoing import MailKind
from letterladder.workflows.office import Tally
from letterladder.workflows.rounds import run_round
from letterladder.workflows.troubles import SUBJECT

ERRORS: dict[str, Callable[[], Exception]] = {
    "ValueError": lambda: ValueError("out of range"),
    "UnicodeEncodeError": lambda: UnicodeEncodeError("utf-8", "\udcfc", 0, 1, "surrogates not allowed"),
    "sqlite3": lambda: sqlite3.OperationalError("disk I/O error"),
    "RecursionError": lambda: RecursionError("maximum recursion depth exceeded"),
    "OSError": lambda: OSError(5, "Input/output error"),
}

PARTS = [
    *(("inbox", name) for name in ("put_aside", "count", "check")),
    *(("mail_log", name) for name in ("entries", "append", "keep_raw", "raw", "filed")),
    *(("cases", name) for name in ("refs", "new_ref", "explain_unused", "read", "append")),
    *(("cases", name) for name in ("keep_file", "file", "path", "keep_reporter")),
    *(("queue", name) for name in ("sent", "withdraw", "has_left", "problems")),
    *(("pulse", name) for name in ("read", "write", "cry", "hush")),
    *(("tray", name) for name in ("put", "holds", "take")),
    *(("word", name) for name in ("fields_of", "print_letter", "text_of")),
    *(("pdf", name) for name in ("available", "convert")),
    *(("people", "read"), ("texts", "page")),
    *((name, "") for name in ("template", "new_code", "new_id", "tag", "calendar_entry", "mailto", "setup")),
    *(("requests", name) for name in ("entries", "append")),
    *(("anchors", name) for name in ("entries", "append", "heads", "last")),
    *(("index", name) for name in ("refresh", "keep")),
    *(("index.cases", name) for name in ("to_look_at", "looked_at", "open_refs", "running")),
    *(("index.cases", name) for name in ("broken", "of_adult", "with_mail")),
    *(("index.mails", name) for name in ("row", "unjudged", "in_tray", "unmoved", "of_bytes")),
    *(("index.mails", name) for name in ("of_message_id", "asking", "is_known", "first_run_since")),
    *(("index.mails", name) for name in ("resets", "last_received")),
]
"""Every question of every contract in workflows/ports.py and lookup.py, but for those without which no email leaves."""


def ways() -> list[ParameterSet]:
    """Each part with a plain error and with one of the others in turn; LETTERLADDER_EVERY_ERROR=1 tries them all.

    Each twelfth part stays in `make test`, with the plain error or with the other.
    """
    plain, *others = ERRORS
    every = bool(os.environ.get("LETTERLADDER_EVERY_ERROR"))
    return [
        one_of(
            (part, error), kept=place % 12 == 0 and turn == place // 12 % 2, name=f"{'.'.join(part)}-{error}"
        )
        for place, part in enumerate(PARTS)
        for turn, error in enumerate(ERRORS if every else (plain, others[place % len(others)]))
    ]


class Breaks:
    """A real part of the office, one question of which raises whenever it is asked."""

    def __init__(self, real: Any, question: str, error: Callable[[], Exception]) -> None:
        self._real, self._question, self._error = real, question, error

    def __call__(self, *_: object, **__: object) -> Any:
        """A part that is a function raises itself."""
        raise self._error()

    def __getattr__(self, name: str) -> Any:
        """The broken question raises; of a part within a part, the way there stays whole."""
        first, _, rest = self._question.partition(".")
        if name != first:
            return getattr(self._real, name)
        return Breaks(getattr(self._real, name), rest, self._error)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with a letter before the head."""
    folder = tmp_path_factory.mktemp("prepared")
    school_folder(folder)
    an_office(folder).report()
    return folder


def a_school(prepared: Path, tmp_path: Path) -> tuple[Rehearsal, MemoryOutbox]:
    """A copy of it, with emails that have not come in yet."""
    shutil.copytree(prepared / "school", tmp_path / "school")
    outbox = MemoryOutbox()
    return an_office(tmp_path, outbox=outbox), outbox


def broken(school: Rehearsal, part: str, question: str, error: Callable[[], Exception]) -> None:
    """From now on this part of the school raises."""
    field, _, inner = part.partition(".")
    way = ".".join(one for one in (inner, question) if one)
    breaks = Breaks(getattr(school.office, field), way, error)
    school.office = replace(school.office, **{field: breaks})


def some_mails(school: Rehearsal) -> None:
    """A report, a death threat, and a request for information."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form("Mr Emeka Okoro", "Ada Okoro, 2A"))
    school.write(
        "Beth Aldous <b.aldous@larkfield.example>",
        "Form",
        form("Mrs Poppy Vance", "Jude Vance, 1C", what=THREAT),
    )
    school.write("Zed <zed@elsewhere.example>", "FOI", "A freedom of information request: all your policies.")


def alerts(outbox: MemoryOutbox) -> list[tuple[str, ...]]:
    """To whom alerts went."""
    return [mail.to for mail in outbox.sent if mail.kind is MailKind.ALERT]


def told(outbox: MemoryOutbox) -> list[tuple[str, ...]]:
    """To whom went that a part of the work broke."""
    return [mail.to for mail in outbox.sent if mail.subject == SUBJECT]


@pytest.mark.parametrize(("broke", "error"), ways())
def test_whatever_breaks_a_threat_of_the_same_round_is_alerted(
    prepared: Path, tmp_path: Path, broke: tuple[str, str], error: str
) -> None:
    """At least once; and nothing that was raised leaves the round."""
    school, outbox = a_school(prepared, tmp_path)
    some_mails(school)
    broken(school, *broke, ERRORS[error])
    run_round(school.office)
    assert alerts(outbox)


MET = [
    ("inbox", "put_aside"),
    ("mail_log", "append"),
    ("cases", "append"),
    ("people", "read"),
    ("pulse", "read"),
]
MET += [
    ("index", "refresh"),
    ("texts", "page"),
    ("requests", "entries"),
    ("setup", ""),
    ("index.mails", "row"),
]


@pytest.mark.parametrize(("part", "question"), swept(MET, "people.read", "index.mails.row", name=".".join))
def test_two_people_hear_once_of_what_broke(prepared: Path, tmp_path: Path, part: str, question: str) -> None:
    """In the same round, and not in each one that follows; each round's problems say it."""
    school, outbox = a_school(prepared, tmp_path)
    some_mails(school)
    broken(school, part, question, ERRORS["ValueError"])
    rounds = [run_round(school.office) for _ in range(3)]
    assert told(outbox)[0] == (OFFICE, DSL)
    assert len(told(outbox)) <= 3
    before = len(told(outbox))
    rounds += [run_round(school.office) for _ in range(3)]
    assert len(told(outbox)) == before
    assert any("ValueError" in one.what for one in rounds[0].problems)


@pytest.mark.parametrize(("part", "question"), [("queue", "waiting"), ("outbox", "send"), ("queue", "put")])
def test_where_an_alert_cannot_leave_the_round_says_so(
    prepared: Path, tmp_path: Path, part: str, question: str
) -> None:
    """No email can say it: the round does, and it goes on to its end."""
    school, _ = a_school(prepared, tmp_path)
    some_mails(school)
    broken(school, part, question, ERRORS["ValueError"])
    tally: Tally = run_round(school.office)
    assert any("ValueError" in one.what for one in tally.problems)


@pytest.mark.parametrize(("part", "question"), [("queue", "waiting"), ("outbox", "send")])
def test_where_an_alert_cannot_leave_a_sign_is_put_up_at_once(
    prepared: Path, tmp_path: Path, part: str, question: str
) -> None:
    """Not after half an hour."""
    school, _ = a_school(prepared, tmp_path)
    some_mails(school)
    broken(school, part, question, ERRORS["ValueError"])
    run_round(school.office)
    assert "NO EMAILS CAN BE SENT" in (school.folder / "data" / "ALERT.txt").read_text()


class ReadsAllBut:
    """Reads every email but those that hold these bytes."""

    def __init__(self, real: Any, mark: bytes) -> None:
        self._real, self._mark = real, mark

    def __call__(self, arrival: Any, taken_at: Any) -> Any:
        """As the real one, or raises."""
        if self._mark in arrival.raw:
            raise LookupError("an encoding nobody knows")
        return self._real(arrival, taken_at)


def test_a_mail_that_cannot_be_read_is_in_the_tray_after_three_tries(prepared: Path, tmp_path: Path) -> None:
    """With its raw bytes, whatever was raised; the threat behind it is alerted in the first round."""
    school, outbox = a_school(prepared, tmp_path)
    raw = school.write("Zed <zed@elsewhere.example>", "Odd", "An email that breaks the reader.")
    some_mails(school)
    reader = ReadsAllBut(school.office.read_mail, b"breaks the reader")
    school.office = replace(school.office, read_mail=reader)
    run_round(school.office)
    assert alerts(outbox)
    for _ in range(2):
        run_round(school.office)
    odd = next(row for row in school.mails() if "LookupError" in (row.judged.reason if row.judged else ""))
    assert (odd.verdict, school.office.mail_log.raw(odd.seen.sha256)) == ("intray", raw)
    assert len(told(outbox)) == 1


def test_what_is_over_and_comes_back_is_told_again(prepared: Path, tmp_path: Path) -> None:
    """And `check` says it for as long as it lasts."""
    school, outbox = a_school(prepared, tmp_path)
    whole = school.office
    for times in (1, 2):
        school.clock.turn_to(MONDAY, 10 + times)
        broken(school, "people", "read", ERRORS["ValueError"])
        run_round(school.office)
        assert school.office.pulse.read().troubles
        school.office = whole
        run_round(school.office)
        assert not school.office.pulse.read().troubles
        assert len(told(outbox)) == times


def test_a_broken_index_does_not_change_what_a_round_does(prepared: Path, tmp_path: Path) -> None:
    """It is slower: every log is read."""
    counts = []
    for name in ("whole", "broken"):
        school, _ = a_school(prepared, tmp_path / name)
        some_mails(school)
        if name == "broken":
            broken(school, "index.mails", "unjudged", ERRORS["sqlite3"])
        counts.append(run_round(school.office).counts())
    assert counts[0] | {"sent": 0} == counts[1] | {"sent": 0}
    assert counts[1]["mails"] == 3
