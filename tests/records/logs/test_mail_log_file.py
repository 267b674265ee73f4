from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.ground.errors import LogBroken, Refused
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import FolderMailLog, hash_of
from letterladder.rules.mails.mail_log import MailPutAside

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
RAW = b"Subject: a report\r\n\r\nwords\r\n"
SHA = hash_of(RAW)


@pytest.fixture
def log(tmp_path: Path) -> FolderMailLog:
    kept = FolderMailLog(tmp_path)
    kept.keep_raw(SHA, RAW)
    return kept


def put_on_case(folder: Path, raw: bytes = RAW) -> Path:
    cases = FolderCaseFiles(folder / "cases")
    ref = cases.new_ref(2026)
    return cases.path(ref, cases.keep_file(ref, "mail", "report.eml", raw))


def mails(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder).as_posix()) for file in folder.rglob("*.eml"))


def test_a_new_mail_lies_in_the_intake(log: FolderMailLog) -> None:
    """Under its hash, so that two mailboxes may show it."""
    assert mails(log.folder) == [f"intake/{SHA}.eml"]


def test_a_mail_on_a_case_leaves_the_intake(log: FolderMailLog) -> None:
    """The case's copy is now the only one."""
    log.filed(SHA, put_on_case(log.folder))
    assert mails(log.folder) == ["cases/2026-0001/mail/report.eml"]


def test_a_robots_mail_is_moved_to_the_filed_ones(log: FolderMailLog) -> None:
    """It belongs to no case, but is never thrown away."""
    log.filed(SHA, None)
    assert mails(log.folder) == [f"ledger/filed/{SHA}.eml"]


def test_a_robots_mail_may_turn_out_to_belong_to_a_case(log: FolderMailLog) -> None:
    """A person puts it there later; then it leaves the filed ones."""
    log.filed(SHA, None)
    log.filed(SHA, put_on_case(log.folder))
    assert mails(log.folder) == ["cases/2026-0001/mail/report.eml"]


def test_a_duplicate_of_a_mail_on_a_case_is_not_kept_again(log: FolderMailLog) -> None:
    """Its raw bytes stay where they are, also for a program started later."""
    log.filed(SHA, put_on_case(log.folder))
    FolderMailLog(log.folder).keep_raw(SHA, RAW)
    assert mails(log.folder) == ["cases/2026-0001/mail/report.eml"]


def test_the_list_of_places_is_derived(log: FolderMailLog) -> None:
    """Without it, or with nonsense in it, every email is found again."""
    log.filed(SHA, put_on_case(log.folder))
    places = log.folder / "ledger" / "places.txt"
    places.unlink()
    FolderMailLog(log.folder).keep_raw(SHA, RAW)
    assert mails(log.folder) == ["cases/2026-0001/mail/report.eml"]
    places.write_bytes(b"\xff{\n")
    assert FolderMailLog(log.folder).raw(SHA) == RAW


def test_a_mail_is_found_where_somebody_moved_it(log: FolderMailLog) -> None:
    """A renamed file on a case is still that email."""
    place = put_on_case(log.folder)
    log.filed(SHA, place)
    place.rename(place.with_name("renamed.eml"))
    assert log.raw(SHA) == RAW


def test_a_mail_that_somebody_puts_on_a_case_is_found_though_it_was_looked_for_before(
    log: FolderMailLog,
) -> None:
    """What was missing is looked for again where a file came or went, and only there."""
    other = b"Subject: another\r\n\r\nwords\r\n"
    place = put_on_case(log.folder)
    log.filed(SHA, place)
    with pytest.raises(Refused):
        log.raw(hash_of(other))
    place.with_name("another.eml").write_bytes(other)
    assert log.raw(hash_of(other)) == other
    assert log.raw(SHA) == RAW


def test_a_changed_mail_is_not_taken_for_the_mail(log: FolderMailLog) -> None:
    """The bytes are checked at every reading."""
    (log.folder / "intake" / f"{SHA}.eml").write_bytes(b"other words")
    with pytest.raises(Refused):
        log.raw(SHA)


def test_a_changed_mail_is_kept_anew_when_the_mailbox_shows_it(log: FolderMailLog) -> None:
    """The mailbox still has the true one."""
    (log.folder / "intake" / f"{SHA}.eml").write_bytes(b"")
    log.keep_raw(SHA, RAW)
    assert log.raw(SHA) == RAW


@pytest.mark.parametrize("sha256", ["", "../../secret", SHA.upper()])
def test_only_a_hash_names_a_mail(log: FolderMailLog, sha256: str) -> None:
    """What a person types never becomes a path."""
    with pytest.raises(Refused):
        log.raw(sha256)


def test_a_torn_line_is_set_aside_and_the_log_goes_on(log: FolderMailLog) -> None:
    """The mailbox shows that email again, so nothing is lost by it."""
    log.append(NOW, "intake", MailPutAside(mailbox="a", key="1"))
    with (log.folder / "ledger" / "mails.log").open("ab") as file:
        file.write(b'{"seq":2')
    assert len(log.problems()) == 1
    log.append(NOW, "intake", MailPutAside(mailbox="a", key="2"))
    assert [entry.seq for entry in log.entries()] == [1, 2]
    assert (log.problems(), (log.folder / "ledger" / "mails.log.torn-1").read_bytes()) == ([], b'{"seq":2')


def test_a_changed_mail_log_is_refused(log: FolderMailLog) -> None:
    """It is chained like a case log."""
    log.append(NOW, "intake", MailPutAside(mailbox="a", key="1"))
    path = log.folder / "ledger" / "mails.log"
    path.write_bytes(path.read_bytes().replace(b'"key":"1"', b'"key":"2"'))
    with pytest.raises(LogBroken, match="line 1"):
        log.entries()
