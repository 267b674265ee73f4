import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import FolderMailLog, hash_of
from letterladder.records.logs.office_log import DELETIONS, OfficeLog
from letterladder.records.outgoing.outgoing_queue import FolderQueue
from letterladder.records.outgoing.print_tray import FolderTray
from letterladder.records.verify.verify import verify, walk
from letterladder.rules.cases.events import (
    CaseOpened,
    DraftVoided,
    EvidenceKept,
    Fact,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    PostingStarted,
    ReminderSent,
    ReportReceived,
)
from letterladder.rules.mails.mail_log import MailJudged, MailSeen
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail, TrayLetter
from letterladder.rules.office.exports import CaseForgotten
from letterladder.rules.words import Method, Verdict

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
REPORT, WAITING, ROBOT = (
    b"Subject: report\r\n\r\n",
    b"Subject: unclear\r\n\r\n",
    b"Subject: out of office\r\n\r\n",
)
EVIDENCE, WORD = b"a picture", b"a word file"
REF = "2026-0001"
CASE = f"cases/{REF}"
DRAFTED = LetterDrafted(
    letter="removal-request",
    version=1,
    file="letters/1-removal-request.docx",
    sha256=hash_of(WORD),
    date_on_letter=date(2026, 11, 10),
    reason="first step",
)
APPROVED = LetterApproved(
    letter="removal-request", version=1, sha256=hash_of(WORD), approver="head", how="mail"
)
STARTED = PostingStarted(
    letter="removal-request",
    version=1,
    sha256=hash_of(WORD),
    message_id="",
    method=Method.FIRST_CLASS,
    to="Mr Stott",
)

POSTED = LetterPosted(
    letter="removal-request",
    version=1,
    sha256=hash_of(WORD),
    method=Method.FIRST_CLASS,
    on=date(2026, 11, 10),
    received_on=date(2026, 11, 12),
    answer_by=None,
    rule="",
)


def seen(raw: bytes, verdict: Verdict, ref: str = "") -> tuple[MailSeen, MailJudged]:
    sha = hash_of(raw)
    shown = MailSeen(
        mailbox="inbox",
        key=sha[:8],
        sha256=sha,
        message_id="",
        subject="",
        sender="",
        received=NOW,
        size=len(raw),
    )
    return shown, MailJudged(mailbox="inbox", key=sha[:8], sha256=sha, verdict=verdict, ref=ref)


def take_in_mails(folder: Path, cases: FolderCaseFiles) -> None:
    mails = FolderMailLog(folder)
    for raw in (REPORT, WAITING, ROBOT):
        mails.keep_raw(hash_of(raw), raw)
    mails.append(NOW, "intake", *seen(REPORT, Verdict.OPENED, REF), *seen(WAITING, Verdict.INTRAY))
    mails.append(NOW, "intake", *seen(ROBOT, Verdict.ROBOT))
    mails.filed(hash_of(REPORT), cases.path(REF, "mail/report.eml"))
    mails.filed(hash_of(ROBOT), None)


def open_case(cases: FolderCaseFiles) -> None:
    ref = cases.new_ref(2026)
    mail = cases.keep_file(ref, "mail", "report.eml", REPORT)
    picture = cases.keep_file(ref, "evidence", "a.png", EVIDENCE)
    cases.keep_file(ref, "letters", "1-removal-request.docx", WORD)
    cases.keep_reporter(ref, hash_of(REPORT), {"name": "Beth Aldous"})
    cases.append(
        ref,
        NOW,
        "rules",
        CaseOpened(adult="P1", adult_name="Mr Stott", school="s", policy="p", policy_version="1", reason="r"),
        ReportReceived(mail=hash_of(REPORT), file=mail, received=NOW, fact=Fact()),
        EvidenceKept(
            mail=hash_of(REPORT), file=picture, original_name="a.png", sha256=hash_of(EVIDENCE), size=9
        ),
        DRAFTED,
        APPROVED,
        STARTED,
    )


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A sound data folder: one case with a letter that is leaving, one email in the in-tray, one robot."""
    cases = FolderCaseFiles(tmp_path / "cases")
    open_case(cases)
    take_in_mails(tmp_path, cases)
    FolderQueue(tmp_path / "outbox").put(
        OutgoingMail(
            message_id="<a@x.example>", kind=MailKind.NOTICE, to=("o@x.example",), subject=REF, text="t"
        )
    )
    letter = TrayLetter(
        ref=REF,
        letter="removal-request",
        version=1,
        to=("Mr Stott",),
        post_on=date(2026, 11, 10),
        sha256=hash_of(WORD),
        docx=WORD,
        pdf=b"",
    )
    FolderTray(tmp_path / "outbox" / "to-post", b"".join).put(letter)
    return tmp_path


def said(folder: Path) -> str:
    """Everything verify says, one line per problem."""
    return "\n".join(str(problem) for problem in verify(folder))


def test_a_sound_folder_has_no_problems(school: Path) -> None:
    """Nothing is said where nothing is wrong."""
    assert said(school) == ""


def test_an_empty_folder_has_no_problems(tmp_path: Path) -> None:
    """Nor is anything written into it."""
    assert verify(tmp_path / "nothing") == []
    assert list(tmp_path.iterdir()) == []


def test_looking_changes_nothing(school: Path) -> None:
    """Verify only reads: it repairs nothing and leaves no trace."""
    before = {file: file.stat().st_mtime_ns for file in school.rglob("*")}
    verify(school)
    assert {file: file.stat().st_mtime_ns for file in school.rglob("*")} == before


@pytest.mark.parametrize(
    "file",
    [
        f"{CASE}/case.log",
        f"{CASE}/mail/report.eml",
        f"{CASE}/evidence/a.png",
        f"{CASE}/letters/1-removal-request.docx",
        "ledger/mails.log",
        f"ledger/filed/{hash_of(ROBOT)}.eml",
        f"intake/{hash_of(WAITING)}.eml",
        "outbox/to-post/2026-0001 removal-request v1.docx",
    ],
)
def test_a_changed_byte_in_any_file_is_found(school: Path, file: str) -> None:
    """At the first, a middle and the last byte; the problem names the file."""
    sound = (school / file).read_bytes()
    for place in (0, len(sound) // 2, len(sound) - 1):
        changed = bytearray(sound)
        changed[place] ^= 1
        (school / file).write_bytes(changed)
        assert str(school / file) in said(school), f"byte {place}"


def shorten(file: Path) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-1]))


def torn_line(folder: Path) -> None:
    with (folder / CASE / "case.log").open("ab") as log:
        log.write(b"{")


def half(folder: Path) -> None:
    (folder / CASE / "letters" / ".x.docx.abc.half").write_bytes(b"PK")


def gap(folder: Path) -> None:
    FolderCaseFiles(folder / "cases").new_ref(2026)
    (folder / "cases" / "2026-0002").rmdir()


def stray_torn_line(folder: Path) -> None:
    (folder / CASE / "case.log.torn-1").write_bytes(b"{")


def stray_torn_mail_line(folder: Path) -> None:
    (folder / "ledger" / "mails.log.torn-1").write_bytes(b"{")


def pdf_gone(folder: Path) -> None:
    drafted = replace(DRAFTED, version=2, pdf="letters/2.pdf")
    FolderCaseFiles(folder / "cases").append(REF, NOW, "rules", drafted)


def unread_mail(folder: Path) -> None:
    next((folder / "outbox").glob("*.json")).write_bytes(b"{")


def kept_but_not_logged(folder: Path) -> None:
    FolderMailLog(folder).keep_raw(hash_of(b"new"), b"new")


def queued_reminder_gone(folder: Path) -> None:
    reminded = ReminderSent(
        about="a", day=date(2026, 11, 9), stage="on the day", to=["x"], message_id="<lost@x.example>"
    )
    FolderCaseFiles(folder / "cases").append(REF, NOW, "rules", reminded)


def another_text(folder: Path) -> None:
    text = folder / CASE / "case.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Mr Stott", "Mr Scott"), encoding="utf-8")


def stray_file(folder: Path) -> None:
    (folder / CASE / "evidence" / "another.png").write_bytes(b"picture")


def stranger_as_reporter(folder: Path) -> None:
    FolderCaseFiles(folder / "cases").keep_reporter(REF, "f" * 64, {"name": "Beth"})


def robot_line_lost(folder: Path) -> None:
    log = folder / "ledger" / "mails.log"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-2]))


def pdf_no_longer(folder: Path) -> None:
    cases = FolderCaseFiles(folder / "cases")
    cases.keep_file(REF, "letters", "2.pdf", b"a text")
    cases.keep_file(REF, "letters", "2.docx", WORD)
    cases.append(REF, NOW, "rules", replace(DRAFTED, version=2, file="letters/2.docx", pdf="letters/2.pdf"))


def never_approved(folder: Path) -> None:
    cases = FolderCaseFiles(folder / "cases")
    cases.append(REF, NOW, "rules", replace(APPROVED, sha256=hash_of(b"other")))


def put_aside_without_a_deletion(folder: Path) -> None:
    shutil.rmtree(folder / CASE)
    (folder / CASE).mkdir()
    (folder / CASE / "unused.txt").write_text("This case was deleted.")


def half_deleted(folder: Path) -> None:
    event = CaseForgotten(ref=REF, reason="r", retention="", entries=6, files=1, last_hash="")
    OfficeLog(folder / "ledger", DELETIONS).append(NOW, "x", event)


def broken_office_log(folder: Path) -> None:
    half_deleted(folder)
    log = folder / "ledger" / DELETIONS
    log.write_bytes(log.read_bytes().replace(b'"reason":"r"', b'"reason":"q"'))


def torn_office_line(folder: Path) -> None:
    (folder / "ledger" / "requests.log.torn-1").write_bytes(b'{"seq":1,"event":{"kind":"RequestReceived"')


def posted_but_in_the_tray(folder: Path) -> None:
    FolderCaseFiles(folder / "cases").append(REF, NOW, "office", POSTED)


@pytest.mark.parametrize(
    ("expected", "spoil"),
    [
        ("lines are missing", lambda folder: shorten(folder / CASE / "case.log")),
        ("unfinished", torn_line),
        ("set aside", stray_torn_line),
        ("set aside", stray_torn_mail_line),
        ("but it is gone", pdf_gone),
        ("but it is gone", lambda folder: (folder / CASE / "evidence" / "a.png").unlink()),
        ("but no case was written", lambda folder: FolderCaseFiles(folder / "cases").new_ref(2026)),
        ("The folder of this case is gone", gap),
        (
            "of this case is not in the log of emails",
            lambda folder: (folder / "ledger" / "mails.log").unlink(),
        ),
        (
            "The original email is gone",
            lambda folder: (folder / "intake" / f"{hash_of(WAITING)}.eml").unlink(),
        ),
        ("not in the log of emails: the program stopped", kept_but_not_logged),
        ("The log of this case is gone", lambda folder: (folder / CASE / "case.log").unlink()),
        ("cannot be read, so it will not go out", unread_mail),
        (
            "The list of the print tray",
            lambda folder: (folder / "outbox/to-post/list.json").write_bytes(b"["),
        ),
        ("its case says that it is not, or no longer, to be posted", posted_but_in_the_tray),
        ("half-written", half),
        ("neither waiting nor among those sent", queued_reminder_gone),
        ("This text does not match the log", another_text),
        ("No line of the log mentions this file", stray_file),
        ("names a reporter for email ffffffffffff", stranger_as_reporter),
        ("names nobody for report", lambda folder: (folder / CASE / "reporter.json").unlink()),
        ("names nobody for report", lambda folder: (folder / CASE / "reporter.json").write_bytes(b"{}")),
        (
            "The record of reporters cannot be read",
            lambda folder: (folder / CASE / "reporter.json").write_bytes(b"["),
        ),
        ("filed but is not in the log of emails", robot_line_lost),
        ("This file is not, or no longer, a PDF", pdf_no_longer),
        ("was approved as a file that was never drafted", never_approved),
        ("The original email is gone", put_aside_without_a_deletion),
        ("was deleted, but 6 files of it are still here", half_deleted),
        ("was changed after it was written", broken_office_log),
        ("set aside here: 42 bytes about RequestReceived", torn_office_line),
        ("did not put this here", lambda folder: (folder / "ledger" / "notes.txt").write_bytes(b"x")),
        ("cannot be read", lambda folder: (folder / "cases" / "numbers.json").write_bytes(b"{")),
    ],
)
def test_what_does_not_fit_is_said(school: Path, expected: str, spoil: Callable[[Path], object]) -> None:
    """Each fault in words of its own, with something to do."""
    spoil(school)
    found = [problem for problem in verify(school) if expected in problem.what]
    assert found, said(school)
    assert all(problem.where and problem.what_to_do for problem in found)


def test_a_number_without_a_case_may_be_explained(school: Path) -> None:
    """After a crash or a lawful deletion a note in its folder is enough."""
    ref = FolderCaseFiles(school / "cases").new_ref(2026)
    (school / "cases" / ref / "unused.txt").write_text("The program stopped on 9 November.")
    assert said(school) == ""


def test_a_draft_that_no_longer_counts_may_have_been_edited(school: Path) -> None:
    """That may be just why it no longer counts; but it must still be there."""
    cases = FolderCaseFiles(school / "cases")
    second = replace(DRAFTED, version=2, file="letters/2-removal-request.docx")
    path = cases.path(REF, cases.keep_file(REF, "letters", "2-removal-request.docx", WORD))
    cases.append(REF, NOW, "rules", second, DraftVoided(letter="removal-request", version=2, why="touched"))
    path.write_bytes(b"edited")
    assert said(school) == ""
    path.unlink()
    assert "2-removal-request.docx" in said(school)


def test_a_torn_line_that_the_log_tells_of_is_no_problem(school: Path) -> None:
    """It was set aside and noted; there is nothing left to do."""
    torn_line(school)
    FolderCaseFiles(school / "cases").append(REF, NOW, "rules", DRAFTED)
    assert (school / CASE / "case.log.torn-1").exists()
    assert said(school) == ""


def test_a_posted_letter_must_be_as_it_left(school: Path) -> None:
    """Whatever was said of it before: what the adult got must be on the case."""
    cases = FolderCaseFiles(school / "cases")
    FolderTray(school / "outbox" / "to-post", b"".join).take(REF, "removal-request", 1)
    cases.append(REF, NOW, "head", LetterReturned(letter="removal-request", version=1, note=""), POSTED)
    assert said(school) == ""
    cases.path(REF, DRAFTED.file).write_bytes(b"edited")
    assert "changed after it was kept" in said(school)


def test_a_text_that_is_behind_is_the_trace_of_a_stop(school: Path) -> None:
    """The log was written and the text not yet; the next entry writes it again."""
    text = school / CASE / "case.txt"
    before = text.read_bytes()
    FolderCaseFiles(school / "cases").append(REF, NOW, "rules", replace(DRAFTED, version=2))
    text.write_bytes(before)
    assert said(school) == ""
    text.unlink()
    assert said(school) == ""


def test_how_much_was_looked_at_is_counted(school: Path) -> None:
    """Cases, lines of all logs, files of the whole folder."""
    found = walk(school)
    files = [path for path in school.rglob("*") if path.is_file()]
    assert (found.cases, found.lines, found.files) == (1, 6 + 6, len(files))


def test_each_case_passes_the_watch_once(school: Path) -> None:
    """So that a terminal can show how far it is."""
    passed: list[str] = []

    def watch(refs: list[str]) -> Iterator[str]:
        for ref in refs:
            passed.append(ref)
            yield ref

    walk(school, watch=watch)
    assert passed == [REF]
