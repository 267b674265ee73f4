"""What every email log promises; run on the folder and on the fake in memory."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes_disk import MemoryCaseFiles, MemoryMailLog

from letterladder.ground.errors import Refused
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import FolderMailLog, hash_of
from letterladder.rules.mails.mail_log import MailboxReset, MailPutAside
from letterladder.workflows.ports import CaseFiles, MailLog

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
RAW = b"Subject: a report\r\n\r\nwords\r\n"
SHA = hash_of(RAW)
Pair = tuple[CaseFiles, MailLog]


def in_memory(_: Path) -> Pair:
    cases = MemoryCaseFiles()
    return cases, MemoryMailLog(cases)


def in_folder(folder: Path) -> Pair:
    return FolderCaseFiles(folder / "cases"), FolderMailLog(folder)


MAKERS: dict[str, Callable[[Path], Pair]] = {"folder": in_folder, "memory": in_memory}


@pytest.fixture(params=sorted(MAKERS))
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Pair:
    return MAKERS[request.param](tmp_path)


@pytest.fixture
def log(pair: Pair) -> MailLog:
    return pair[1]


def test_a_new_log_is_empty(log: MailLog) -> None:
    """Nothing was seen yet, and that is no fault."""
    assert log.entries() == []


def test_entries_come_back_in_order_and_chained(log: MailLog) -> None:
    """Each append goes behind the last one."""
    log.append(NOW, "intake", MailPutAside(mailbox="a", key="1"), MailPutAside(mailbox="a", key="2"))
    log.append(NOW, "intake", MailboxReset(mailbox="a", what="renumbered"))
    entries = log.entries()
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.prev for entry in entries] == ["", entries[0].hash, entries[1].hash]
    assert entries[2].event == MailboxReset(mailbox="a", what="renumbered")


def test_a_raw_mail_comes_back_byte_for_byte(log: MailLog) -> None:
    """Also when it was kept twice."""
    log.keep_raw(SHA, RAW)
    log.keep_raw(SHA, RAW)
    assert log.raw(SHA) == RAW


def test_bytes_under_a_wrong_hash_are_refused(log: MailLog) -> None:
    """An email's identity is its hash, so nothing else is kept under it."""
    with pytest.raises(Refused):
        log.keep_raw(SHA, RAW + b"x")
    with pytest.raises(Refused):
        log.raw(SHA)


def test_a_mail_filed_on_a_case_is_still_found(pair: Pair) -> None:
    """The raw bytes can be read wherever they were filed."""
    cases, log = pair
    log.keep_raw(SHA, RAW)
    ref = cases.new_ref(2026)
    log.filed(SHA, cases.path(ref, cases.keep_file(ref, "mail", "report.eml", RAW)))
    assert log.raw(SHA) == RAW


def test_a_robots_mail_is_still_found(log: MailLog) -> None:
    """An email on no case is kept too; saying so twice is not an error."""
    log.keep_raw(SHA, RAW)
    log.filed(SHA, None)
    log.filed(SHA, None)
    assert log.raw(SHA) == RAW


def test_a_mail_is_not_filed_on_a_case_that_does_not_hold_it(pair: Pair) -> None:
    """The in-tray gives an email up only when the same bytes are on the case."""
    cases, log = pair
    log.keep_raw(SHA, RAW)
    ref = cases.new_ref(2026)
    other = cases.path(ref, cases.keep_file(ref, "mail", "report.eml", RAW + b"x"))
    for place in (other, cases.path(ref, "mail/none.eml")):
        with pytest.raises(Refused):
            log.filed(SHA, place)
    assert log.raw(SHA) == RAW


def test_a_mail_never_kept_cannot_be_filed(log: MailLog) -> None:
    """That would be an email lost without a word."""
    with pytest.raises(Refused):
        log.filed(SHA, None)
