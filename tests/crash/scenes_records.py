"""Schools whose emails are filed by hand, copied, deleted, saved and restored; each with promises of its own."""

import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from copy_signing import sign_copy
from crash.scenes_cases import (
    REF,
    STRANGER,
    drafted,
    in_hand,
    no_further_action,
    plain_adults,
    posted,
    report,
)
from crash.school import HERE, School

from letterladder.ground.errors import LetterladderError
from letterladder.records.keeping.backup import backup
from letterladder.records.keeping.restore import restore
from letterladder.records.logs.office_log import DELETIONS, OfficeLog
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import ReportReceived
from letterladder.rules.office.exports import CaseForgotten
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import RequestAbout
from letterladder.workflows.advance import advance
from letterladder.workflows.deciding import decide
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.office import Signed, Tally
from letterladder.workflows.requesting import NewRequest, record_request

REQUEST = "R2026-0001"


def unplaced(school: School) -> str:
    """An email in the in-tray: the first letters of its SHA-256."""
    school.deliver("hm", STRANGER, "I saw something online, please act.\n")
    school.round()
    return list(rows_of(school.office()).values())[-1].seen.sha256[:12]


def filed_as_new(school: School) -> tuple[str, ...]:
    """An email in the in-tray that a person files as a new case."""
    sha = unplaced(school)
    adult = plain_adults(school.office())[0].person_id
    about = ("--adult", adult, "--conduct", "derogatory-staff", "--clear", "--note", "seen")
    return ("file", sha, "--to", "new", *about)


def filed_on_case(school: School) -> tuple[str, ...]:
    """An email in the in-tray that belongs to a case."""
    drafted(school)
    return ("file", unplaced(school), "--to", REF, "--note", "about the same")


def filed_aside(school: School) -> tuple[str, ...]:
    """An email in the in-tray that is nobody's business."""
    return ("file", unplaced(school), "--to", "none", "--note", "an advertisement")


def moved(school: School) -> tuple[str, ...]:
    """A report on the first case that belongs to the second."""
    drafted(school)
    report(school, adult=-1)
    school.round()
    entries = school.office().cases.read(REF)
    sha = next(entry.event.mail for entry in entries if isinstance(entry.event, ReportReceived))
    return ("file", sha[:12], "--to", "2026-0002", "--note", "it is the other parent")


def recorded(school: School) -> tuple[str, ...]:
    """A request that came by telephone."""
    drafted(school)
    return ("request", "record", "sar", "--ref", REF, "--who", "the adult")


def _request(school: School) -> None:
    drafted(school)
    new = NewRequest(about=RequestAbout.SUBJECT_ACCESS, received=school.day, ref=REF)
    record_request(school.office(), new, by="office")


def request_acknowledged(school: School) -> tuple[str, ...]:
    """The office wrote that it has the request."""
    _request(school)
    return ("request", "acknowledged", REQUEST)


def request_answered(school: School) -> tuple[str, ...]:
    """The request was answered."""
    _request(school)
    return ("request", "answered", REQUEST, "--how", "sent")


def request_prepared(school: School) -> tuple[str, ...]:
    """The copy that a request calls for, whose pages somebody has read."""
    _request(school)
    sign_copy(school.office(), Wanted(refs=(REF,)))
    return ("request", "prepare", REQUEST, "--out", f"{HERE}/copy.zip")


def exported(school: School) -> tuple[str, ...]:
    """A table of all cases."""
    drafted(school)
    return ("export", "--format", "xlsx", "--for", "panel", "--out", f"{HERE}/copy.xlsx")


def bundled(school: School) -> tuple[str, ...]:
    """A panel's bundle of one case."""
    posted(school)
    return ("export", REF, "--format", "bundle", "--for", "panel", "--out", f"{HERE}/copy.zip")


def summed_up(school: School) -> tuple[str, ...]:
    """The governors' report of a year."""
    drafted(school)
    return ("summary", "--year", "2026", "--format", "html", "--out", f"{HERE}/copy.html")


def kept_longer(school: School) -> tuple[str, ...]:
    """A legal hold on deleting."""
    closed(school)
    return ("retention", "hold", REF, "--reason", "a claim is announced")


def closed(school: School) -> None:
    """A case in which nothing more is to be done."""
    no_further_action(school)
    office = school.office()
    decide(office, office.case(REF), "none", "it was taken down", signed=Signed(by="Mrs Hollis"))
    advance(office, REF, Tally())


def forgotten(school: School) -> tuple[str, ...]:
    """A closed case that is deleted for good; another stays."""
    closed(school)
    report(school, adult=-1)
    school.round()
    return ("forget", REF, "--reason", "his request", "--by", "Mrs Hollis", "--early", "--yes")


def saved(school: School) -> tuple[str, ...]:
    """A backup is written."""
    drafted(school)
    return ("backup", f"{HERE}/archive.zip")


def restored(school: School) -> tuple[str, ...]:
    """A backup is restored into a new folder."""
    drafted(school)
    archive = school.root / "archive.zip"
    backup(school.folder, archive, school="larkfield", made="2026-11-02T10:00:00+00:00", tell=_silent)
    return ("restore", f"{HERE}/archive.zip", f"{HERE}/restored")


def _silent(count: int) -> None:
    del count


def is_deleted_once(school: School) -> Iterator[str]:
    """After the command was given again: the log of deletions says it once, and nothing of the case is left."""
    log = OfficeLog(school.folder / "data" / "ledger", DELETIONS)
    told = [entry.event for entry in log.entries() if isinstance(entry.event, CaseForgotten)]
    if [one.ref for one in told] != [REF]:
        yield f"the log of deletions names {[one.ref for one in told]}"
    case = school.folder / "data" / "cases" / REF
    left = sorted(file.name for file in case.rglob("*") if file.is_file())
    if left != ["unused.txt"]:
        yield f"the deleted case still holds {left}"
    outbox = school.folder / "data" / "outbox"
    for file in (*outbox.glob("*.json"), *outbox.glob("sent/*.json")):
        if json.loads(file.read_bytes())["ref"] == REF:
            yield f"our copy of a mail about the deleted case is left: {file.name}"


def no_file_goes_unlogged(school: School) -> Iterator[str]:
    """At rest: nothing of the case is gone unless the log of deletions mentions it."""
    log = OfficeLog(school.folder / "data" / "ledger", DELETIONS)
    if not log.entries():
        yield from (str(problem) for problem in verify(school.folder / "data") if "gone" in str(problem))


def archive_is_whole_or_absent(school: School) -> Iterator[str]:
    """An archive under its name can be restored, and what it restores fits."""
    archive = school.root / "archive.zip"
    if archive.exists():
        yield from _faults_of_archive(archive)


def _faults_of_archive(archive: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        try:
            restore(archive, Path(name) / "back")
        except LetterladderError as error:
            yield f"the archive is not whole: {error}"
            return
        yield from (str(problem) for problem in verify(Path(name) / "back" / "data"))


def archive_is_there(school: School) -> Iterator[str]:
    """After the command was given again, there is an archive, and it is whole."""
    if not (school.root / "archive.zip").exists():
        yield "there is no archive"
    yield from archive_is_whole_or_absent(school)


def target_is_whole_or_absent(school: School) -> Iterator[str]:
    """Either nothing is at the target, or all of it."""
    target = school.root / "restored"
    if target.exists() and any(target.iterdir()):
        with zipfile.ZipFile(school.root / "archive.zip") as archive:
            missing = [name for name in archive.namelist() if not (target / name).exists()]
        yield from (f"the restored folder lacks {name}" for name in missing if name != "MANIFEST.json")
        yield from (str(problem) for problem in verify(target / "data"))


def target_is_there(school: School) -> Iterator[str]:
    """After the command was given again, the restored folder is whole."""
    if not (school.root / "restored" / "data").is_dir():
        yield "nothing was restored"
    yield from target_is_whole_or_absent(school)


def copy_is_whole_or_absent(school: School) -> Iterator[str]:
    """A copy under its name is complete: a zip that opens, or a page with its end."""
    for file in school.root.glob("copy.*"):
        if file.suffix in {".zip", ".xlsx"}:
            try:
                with zipfile.ZipFile(file) as opened:
                    bad = opened.testzip()
            except zipfile.BadZipFile as error:
                bad = str(error)
            if bad:
                yield f"{file.name} is not whole: {bad}"
        elif b"</html>" not in file.read_bytes():
            yield f"{file.name} is not whole"


def tray_holds_the_letter(school: School) -> Iterator[str]:
    """An approved letter is in the print tray."""
    letter = in_hand(school)
    if not school.office().tray.holds(REF, letter.letter, letter.version):
        yield f"{letter.letter} is not in the tray"
