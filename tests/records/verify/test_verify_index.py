"""What `verify` says of the derived index: every planted fault, and nothing of a sound, old or half-kept one."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from cast import BEGUN, MONDAY, opened
from msgspec.structs import replace

from letterladder.records.index.index import FolderIndex
from letterladder.records.index.index_file import INDEX
from letterladder.records.logs.case_files import LOG, FolderCaseFiles
from letterladder.records.logs.mail_log_file import LOG as MAILS
from letterladder.records.logs.mail_log_file import FolderMailLog
from letterladder.records.logs.touched import TOUCHED
from letterladder.records.verify.verify_index import problems_of_index
from letterladder.rules.cases.events import CaseClosed, CaseReopened, FlagSeen
from letterladder.rules.cases.look import Look
from letterladder.rules.mails.mail_log import (
    MailboxReset,
    MailboxStarted,
    MailJudged,
    MailSeen,
    ReceiptSent,
)
from letterladder.rules.words import Flag, Verdict

LOOK = Look(day=MONDAY.date(), hours=True)
TOMORROW = Look(day=date(2026, 11, 10), hours=True)
CLOSED = CaseClosed(reason="over")
SEEN = MailSeen(
    mailbox="a",
    key="1",
    sha256="1" * 64,
    message_id="<1@x.example>",
    subject="s",
    sender="x",
    received=MONDAY,
    size=1,
)


def log_mails(folder: Path, key: str = "1") -> None:
    """An email that asks for information, in the in-tray, with a receipt; the mailbox was renumbered."""
    flags = [FlagSeen(flag=Flag.SAR, words="mine")]
    FolderMailLog(folder).append(
        MONDAY,
        "rules",
        MailboxStarted(mailbox="a"),
        replace(SEEN, key=key),
        MailJudged(mailbox="a", key=key, sha256=SEEN.sha256, verdict=Verdict.INTRAY, flags=flags),
        ReceiptSent(mailbox="a", key=key, to="x@y.example", message_id="<2@x.example>"),
        MailboxReset(mailbox="a", what="first"),
        MailboxReset(mailbox="a", what="second"),
    )


def index_of(folder: Path) -> FolderIndex:
    return FolderIndex(folder, FolderCaseFiles(folder / "cases"))


def a_round(folder: Path, look: Look = LOOK) -> None:
    """The part of a round that has to do with the index."""
    index = index_of(folder)
    index.refresh(look)
    for ref in index.cases.to_look_at(look):
        index.cases.looked_at(ref, look)
    index.keep()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An open case, two that are over, an email, and an index that two rounds have kept."""
    files = FolderCaseFiles(tmp_path / "cases")
    for events in (BEGUN, (*BEGUN, CLOSED), (opened(adult="A2"), CLOSED)):
        files.append(files.new_ref(2026), MONDAY, "office", *events)
    log_mails(tmp_path)
    a_round(tmp_path)
    a_round(tmp_path)
    return tmp_path


def said(folder: Path) -> list[str]:
    return [problem.what for problem in problems_of_index(folder)]


def plant(folder: Path, change: str) -> int:
    """Change something in the index; how many rows that were."""
    with closing(sqlite3.connect(folder / INDEX, isolation_level=None)) as link:
        return link.execute(change).rowcount


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("case 2026-0001", "UPDATE cases SET open = 0 WHERE number % 10 = 1"),
        ("case 2026-0002", "UPDATE cases SET open = 1 WHERE number % 10 = 2"),
        ("case 2026-0001", "UPDATE cases SET adult = 'A9' WHERE number % 10 = 1"),
        ("case 2026-0003", "UPDATE cases SET hash = 'x' WHERE number % 10 = 3"),
        ("case 2026-0003", "UPDATE cases SET seq = 9 WHERE number % 10 = 3"),
        ("the emails of case 2026-0001", "DELETE FROM case_mails WHERE number % 10 = 1"),
        ("the emails of case 2026-0001", "UPDATE case_mails SET sha256 = 'x' WHERE number % 10 = 1"),
        ("what is shown of case 2026-0001", "UPDATE summaries SET summary = x'00' WHERE number % 10 = 1"),
        ("know case 2026-0001", "DELETE FROM cases WHERE number % 10 = 1"),
        ("an email of a", "DELETE FROM mails"),
        ("an email of a", "UPDATE mails SET verdict = 'robot'"),
        ("an email of a", "UPDATE mails SET asks = 0"),
        ("an email of a", "UPDATE mails SET put_aside = 1"),
        ("an email of a", "UPDATE mails SET row = x'00'"),
        ("an email of a", "UPDATE mails SET received = ''"),
        ("mailbox a", "UPDATE boxes SET state = x'00'"),
        ("mailbox a", "DELETE FROM boxes"),
        ("a receipt to x@y.example", "DELETE FROM receipts"),
        ("cannot be read", "DROP TABLE boxes"),
    ],
)
def test_a_planted_fault_is_said(folder: Path, expected: str, change: str) -> None:
    """With the case, email or mailbox that it is about; and the index may be removed."""
    assert plant(folder, change)
    (problem,) = [one for one in problems_of_index(folder) if expected in one.what]
    assert problem.what_to_do.startswith("Remove index.sqlite")


def test_a_damaged_file_is_said(folder: Path) -> None:
    """In the middle, where its header does not show it."""
    index = folder / INDEX
    content = index.read_bytes()
    index.write_bytes(content[:4096] + b"\x07" * (len(content) - 4096))
    assert len(said(folder)) == 1


def test_a_sound_index_is_passed_over_in_silence(folder: Path) -> None:
    """Nothing is changed by looking."""
    before = (folder / INDEX).read_bytes(), (folder / TOUCHED).read_bytes()
    assert said(folder) == []
    assert ((folder / INDEX).read_bytes(), (folder / TOUCHED).read_bytes()) == before


def test_no_index_is_no_problem(folder: Path) -> None:
    """It is made by the next round."""
    (folder / INDEX).unlink()
    assert said(folder) == []


def test_an_index_of_another_version_is_no_problem(folder: Path) -> None:
    """It is not used."""
    plant(folder, "UPDATE cases SET open = 0")
    plant(folder, "PRAGMA user_version = 999")
    assert said(folder) == []


def test_what_was_written_since_the_last_round_is_no_problem(folder: Path) -> None:
    """Cases closed, taken up again and new, and emails: the note says where."""
    files = FolderCaseFiles(folder / "cases")
    files.append("2026-0001", MONDAY, "office", CLOSED)
    files.append("2026-0002", MONDAY, "office", CaseReopened(reason="new facts"))
    files.append(files.new_ref(2026), MONDAY, "office", opened())
    log_mails(folder, "2")
    assert said(folder) == []


@pytest.mark.parametrize("log", ["cases/2026-0001/case.log", MAILS])
def test_a_log_torn_by_a_stop_is_no_problem_of_the_index(folder: Path, log: str) -> None:
    """Neither before a round has seen it, nor after."""
    with (folder / log).open("ab") as file:
        file.write(b'{"seq":9,"at"')
    assert said(folder) == []
    a_round(folder)
    assert said(folder) == []


@pytest.mark.parametrize("log", ["cases/2026-0001/case.log", "cases/2026-0002/case.log", MAILS])
def test_a_broken_log_is_no_problem_of_the_index(folder: Path, log: str) -> None:
    """It is said of the log itself."""
    path = folder / log
    path.write_bytes(path.read_bytes().replace(b'"by":"', b'"by":"x', 1))
    assert said(folder) == []
    for look in (LOOK, TOMORROW):
        a_round(folder, look)
        assert said(folder) == []


def test_a_case_begun_since_under_a_reserved_number_is_no_problem(folder: Path) -> None:
    """Its folder was there when the index was kept; the note knows it."""
    ref = FolderCaseFiles(folder / "cases").new_ref(2026)
    a_round(folder)
    FolderCaseFiles(folder / "cases").append(ref, MONDAY, "office", opened())
    assert said(folder) == []


def test_a_case_put_there_by_hand_is_no_problem_of_the_index(folder: Path) -> None:
    """The next round finds it."""
    shutil.copytree(folder / "cases" / "2026-0002", folder / "cases" / "2026-0007")
    assert said(folder) == []


def test_a_log_removed_or_put_back_by_hand_is_no_problem_of_the_index(folder: Path) -> None:
    """The index says what was there when it was kept."""
    log = folder / "cases" / "2026-0002" / LOG
    content = log.read_bytes()
    log.unlink()
    assert said(folder) == []
    log.write_bytes(content)
    assert said(folder) == []


@pytest.mark.parametrize("lost", [INDEX, TOUCHED])
def test_a_stop_between_keeping_and_clearing_the_note_is_no_problem(folder: Path, lost: str) -> None:
    """Nor is the loss of either."""
    (folder / lost).unlink()
    assert said(folder) == []
    a_round(folder)
    assert said(folder) == []
