"""Faults of the other files: a case, its evidence, its letters, emails, the tray, and the small files of data/."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from faults.fault import Fault
from faults.place import DRAFTED, LEAVING, MAIL, POSTED, REMINDER, restored
from faults.school import School

from letterladder.rules.mails.outgoing import MailKind, OutgoingMail

BOTH, NONE = frozenset({MAIL, REMINDER}), frozenset[str]()
CASES = "data/cases"
LOG = f"{CASES}/{DRAFTED}/case.log"
EVIDENCE = f"{CASES}/{POSTED}/evidence/shot.png"
DRAFT = f"{CASES}/{DRAFTED}/letters/1-removal-request-for-approval.docx"
APPROVED = f"{CASES}/{LEAVING}/letters/1-removal-request.docx"
REPORTER = f"{CASES}/{POSTED}/reporter.json"
TRAY = "data/outbox/to-post"
IN_TRAY = f"{TRAY}/{LEAVING} L1 v1.docx"
DERIVED = (
    "*.sqlite*",
    "*.db*",
    "index*",
    "school-at-a-glance.json",
    "in-tray-at-a-glance.json",
    "ledger/places.txt",
    "cases/*/case.txt",
    "cases/numbers.json",
    "outbox/to-post/list.txt",
    "outbox/to-post/list.csv",
)

Make = Callable[[School], object]
ROUND, VERIFY = ("round",), ("verify",)


def gone(name: str) -> Make:
    """The file or folder is deleted."""

    def make(school: School) -> None:
        place = school.folder / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()

    return make


def cut(name: str) -> Make:
    """Half of the file is left."""

    def make(school: School) -> None:
        place = school.folder / name
        place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])

    return make


def changed(name: str) -> Make:
    """One bit in the middle is another."""

    def make(school: School) -> None:
        place = school.folder / name
        content = bytearray(place.read_bytes())
        content[len(content) // 2] ^= 1
        place.write_bytes(content)

    return make


def back(*names: str) -> Make:
    """The files come back from the backup."""
    return lambda school: restored(school, *names)


def raw_mail(school: School) -> Path:
    """The email that waits in the in-tray."""
    return next((school.folder / "data" / "intake").glob("*.eml"))


def mail_gone(school: School) -> None:
    """The raw email of the in-tray is deleted."""
    raw_mail(school).unlink()


def mail_changed(school: School) -> None:
    """The raw email of the in-tray is edited."""
    raw_mail(school).write_bytes(raw_mail(school).read_bytes() + b"edited\n")


def waiting_mail(school: School) -> Path:
    """A notice that waits to be sent; its file."""
    text, to = "A letter waits to be posted.", ("office@larkfield.example",)
    mail = OutgoingMail(message_id="<1@x.example>", kind=MailKind.NOTICE, to=to, subject="s", text=text)
    school.office().queue.put(mail)
    return next((school.folder / "data" / "outbox").glob("*.json"))


def half_a_waiting_mail(school: School) -> None:
    """Half of its file is left."""
    file = waiting_mail(school)
    file.write_bytes(file.read_bytes()[:100])


def no_half_mail(school: School) -> None:
    """The office removes the file, as it is told."""
    for file in (school.folder / "data" / "outbox").glob("*.json"):
        file.unlink()


def nothing_derived(school: School) -> None:
    """Every file is deleted that is made from others."""
    for pattern in DERIVED:
        for file in (school.folder / "data").rglob(pattern.rpartition("/")[2]):
            if file.is_file() and file.match(pattern):
                file.unlink()


def killed_writer(school: School) -> None:
    """Lock files and the number of a process that is no more, and a half-written file, are left."""
    data = school.folder / "data"
    for name in ("writer", "daemon"):
        (data / f"{name}.lock").touch()
        (data / f"{name}.pid").write_text("4194303\n", encoding="ascii")
    (data / "cases" / POSTED / ".case.txt.x1.half").write_bytes(b"half a fi")


def log_gone_and_killed(school: School) -> None:
    """Both at once."""
    gone(LOG)(school)
    killed_writer(school)


def odd_name(school: School) -> None:
    """The newest email is in a file whose name is Latin-1."""
    mail = max((school.folder / "inbox").glob("*.eml"))
    mail.rename(mail.with_name(os.fsdecode(b"Bericht f\xfcr.eml")))


def folder_as_mail(school: School) -> None:
    """A folder, named like an email."""
    (school.folder / "inbox" / "folder.eml").mkdir()


def no_folder_as_mail(school: School) -> None:
    """The office moves it away, as it is told."""
    (school.folder / "inbox" / "folder.eml").rmdir()


def folder_as_index(school: School) -> None:
    """A folder where the index belongs."""
    (school.folder / "data" / "index.sqlite").unlink()
    (school.folder / "data" / "index.sqlite").mkdir()


def no_folder_as_index(school: School) -> None:
    """The office removes it."""
    (school.folder / "data" / "index.sqlite").rmdir()


def tray_back(school: School) -> None:
    """The approved letter is laid into the tray again, from its case."""
    shutil.copy2(school.folder / APPROVED, school.folder / IN_TRAY)


FAULTS = (
    Fault(
        name="case.log missing",
        made="The log of a case is deleted; its text, letters and emails are there",
        make=gone(LOG),
        typed=(ROUND, VERIFY, ("hold", DRAFTED, "--for", "police")),
        codes=(1, 1, 1),
        says=(LOG, "The log of this case is gone or empty", "Restore the file from the last backup"),
        mended="case.log comes back from the backup",
        mend=back(LOG),
    ),
    Fault(
        name="case.log missing after a kill",
        made="The same, and the last writer was killed",
        make=log_gone_and_killed,
        typed=(ROUND, VERIFY),
        codes=(1, 1),
        says=(LOG, "The log of this case is gone or empty", "Restore the file from the last backup"),
        mended="case.log comes back from the backup",
        mend=back(LOG),
    ),
    Fault(
        name="case.log emptied",
        made="The log of a case is cut to no bytes",
        make=lambda school: os.truncate(school.folder / LOG, 0),
        typed=(ROUND, VERIFY),
        codes=(1, 1),
        says=(LOG, "The log of this case is gone or empty", "Restore the file from the last backup"),
        mended="case.log comes back from the backup",
        mend=back(LOG),
    ),
    Fault(
        name="case folder missing",
        made="The folder of a case is deleted",
        make=gone(f"{CASES}/{DRAFTED}"),
        typed=(ROUND, VERIFY),
        codes=(1, 1),
        says=(
            "This case was here, but its log is gone.",
            "The folder of this case is gone.",
            "The original email is gone.",
            "Restore it from the last backup",
        ),
        mended="the folder comes back from the backup",
        mend=back(f"{CASES}/{DRAFTED}"),
    ),
    Fault(
        name="evidence missing",
        made="A picture of a case is deleted",
        make=gone(EVIDENCE),
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=(EVIDENCE, "The log mentions this file, but it is gone.", "the log holds its SHA-256"),
        mended="the picture comes back from the backup",
        mend=back(EVIDENCE),
    ),
    Fault(
        name="evidence changed",
        made="One bit of a picture is another",
        make=changed(EVIDENCE),
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=(EVIDENCE, "This file was changed after it was kept.", "Restore it from the last backup"),
        mended="the picture comes back from the backup",
        mend=back(EVIDENCE),
    ),
    Fault(
        name="draft changed before approval",
        made="One bit of the Word file that waits for the head is another",
        make=changed(DRAFT),
        typed=(("approve", DRAFTED),),
        codes=(1,),
        says=("changed", "->"),
        besides=NONE,
        mended="nothing: the program has drafted the letter again and asks the head again",
    ),
    Fault(
        name="letter changed after approval",
        made="One bit of the case's own copy of an approved letter is another",
        make=changed(APPROVED),
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=(APPROVED, "This file was changed after it was kept.", "Restore it from the last backup"),
        mended="the letter comes back from the backup",
        mend=back(APPROVED),
    ),
    Fault(
        name="tray letter missing",
        made="The letter that waits for its envelope is deleted from the print tray",
        make=gone(IN_TRAY),
        typed=(VERIFY, ROUND),
        codes=(1, 0),
        says=(IN_TRAY, "The letter is gone from the tray.", "Do not post it."),
        mended="nothing: the round laid it into the tray again",
    ),
    Fault(
        name="tray letter changed",
        made="One bit of the letter in the print tray is another",
        make=changed(IN_TRAY),
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=(IN_TRAY, "This is not the letter that was approved.", "Print the case's own copy"),
        mended="the case's own copy is laid there",
        mend=tray_back,
    ),
    Fault(
        name="tray list damaged",
        made="Half of list.json is left",
        make=cut(f"{TRAY}/list.json"),
        typed=(ROUND, VERIFY),
        codes=(1, 1),
        says=(f"{TRAY}/list.json", "The list of the print tray cannot be read", "last backup"),
        mended="list.json comes back from the backup",
        mend=back(f"{TRAY}/list.json"),
    ),
    Fault(
        name="raw email missing",
        made="An email of the in-tray is deleted",
        make=mail_gone,
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=("The original email is gone.", "Restore it from the last backup"),
        mended="the email comes back from the backup",
        mend=back("data/intake"),
    ),
    Fault(
        name="raw email changed",
        made="An email of the in-tray is edited",
        make=mail_changed,
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=("data/intake/", "This email was changed after it was kept.", "Restore it from the last backup"),
        mended="the email comes back from the backup",
        mend=back("data/intake"),
    ),
    Fault(
        name="outbox email damaged",
        made="Half of the file of a waiting email is left",
        make=half_a_waiting_mail,
        typed=(ROUND, VERIFY),
        codes=(1, 1),
        says=("data/outbox/0000", "This waiting email cannot be read, so it will not go out.", "remove it"),
        mended="the office removes the file and asks for the email again",
        mend=no_half_mail,
    ),
    Fault(
        name="reporter.json damaged",
        made="Half of the note of who reported is left",
        make=cut(REPORTER),
        typed=(ROUND, VERIFY),
        codes=(0, 1),
        says=(REPORTER, "The record of reporters cannot be read", "Restore it from the last backup"),
        mended="reporter.json comes back from the backup",
        mend=back(REPORTER),
    ),
    Fault(
        name="numbers.json damaged",
        made="Half of the note of the highest case number is left",
        make=cut(f"{CASES}/numbers.json"),
        codes=(0,),
        says=("1 opened",),
        mended="nothing: it is rebuilt from the case folders",
    ),
    Fault(
        name="pulse file damaged",
        made="Half of the note of when email was last fetched is left",
        make=cut("data/ledger/pulse.json"),
        codes=(0,),
        says=("Round done",),
        mended="nothing: it is started again",
    ),
    Fault(
        name="secret key missing",
        made="secret.key is deleted",
        make=gone("data/secret.key"),
        codes=(1,),
        says=("Round done", "It is another file than when it was last anchored."),
        mended="nothing: a new key is made; replies that carry the old mark wait in the in-tray",
    ),
    Fault(
        name="secret key damaged",
        made="Half of secret.key is left",
        make=cut("data/secret.key"),
        typed=(ROUND, VERIFY),
        codes=(3, 1),
        says=("data/secret.key", "The secret is too short; the file was damaged.", "or remove it"),
        besides=frozenset({MAIL}),
        mended="secret.key comes back from the backup",
        mend=back("data/secret.key"),
    ),
    Fault(
        name="school at a glance damaged",
        made="school-at-a-glance.json is filled with zeros",
        make=lambda school: (school.folder / "data" / "school-at-a-glance.json").write_bytes(bytes(99)),
        typed=(("cases",),),
        codes=(0,),
        says=("2026-0003",),
        besides=NONE,
        mended="nothing: it is rebuilt",
    ),
    Fault(
        name="every derived file deleted",
        made="Indexes, case.txt, numbers.json, places.txt, the tray's list.txt and school-at-a-glance.json",
        make=nothing_derived,
        typed=(("cases",), ROUND, VERIFY),
        codes=(0, 0, 0),
        says=("2026-0003", "all is in order"),
        mended="nothing: they are rebuilt",
    ),
    Fault(
        name="email in a file whose name is not UTF-8",
        made="The new report is in a file named in Latin-1",
        make=odd_name,
        typed=(ROUND, VERIFY),
        codes=(0, 0),
        says=("1 opened", "all is in order"),
        mended="nothing: it is taken in as every other",
    ),
    Fault(
        name="folder named like an email",
        made="A folder folder.eml is in the inbox",
        make=folder_as_mail,
        typed=(ROUND, ("check",)),
        codes=(3, 2),
        says=(
            "1 opened",
            "it is not a file with a name ending in .eml: folder.eml",
            "keep other files elsewhere",
        ),
        mended="the folder is moved away",
        mend=no_folder_as_mail,
    ),
    Fault(
        name="folder in the place of the index",
        made="index.sqlite is a folder",
        make=folder_as_index,
        codes=(3,),
        says=("1 opened", "index.sqlite", "->"),
        mended="the folder is removed; the next round makes the index again",
        mend=no_folder_as_index,
    ),
    Fault(
        name="stale pid and lock files",
        made="A daemon and a writer were killed with SIGKILL; their lock files and a half-written file are there",
        make=killed_writer,
        typed=(VERIFY, ROUND),
        codes=(0, 0),
        says=("all is in order", "Round done"),
        mended="nothing: the locks were the operating system's, the half file was cleared away",
    ),
)
