"""What every keeper of case files promises; run on the folder and on the fake in memory."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fakes_disk import MemoryCaseFiles

from letterladder.ground.errors import Refused
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.rules.cases.events import CaseClosed, CaseOpened, CaseReopened, HoldReleased
from letterladder.workflows.ports import CaseFiles

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
OPENED = CaseOpened(
    adult="P1",
    adult_name="Mr Gavin Stott",
    school="Fellside School",
    policy="levens",
    policy_version="1",
    reason="A report came.",
)
MAKERS: dict[str, Callable[[Path], CaseFiles]] = {
    "folder": lambda folder: FolderCaseFiles(folder / "cases"),
    "memory": lambda _: MemoryCaseFiles(),
}


@pytest.fixture(params=sorted(MAKERS))
def files(request: pytest.FixtureRequest, tmp_path: Path) -> CaseFiles:
    return MAKERS[request.param](tmp_path)


@pytest.fixture
def ref(files: CaseFiles) -> str:
    return files.new_ref(2026)


def test_the_first_reference_of_each_year_is_number_one(files: CaseFiles) -> None:
    """References count from 1 in each year and have four digits at least."""
    assert [files.new_ref(2026), files.new_ref(2026), files.new_ref(2027)] == [
        "2026-0001",
        "2026-0002",
        "2027-0001",
    ]


def test_a_case_is_listed_once_something_was_written(files: CaseFiles, ref: str) -> None:
    """A reserved reference without an entry is no case yet, and reads as empty."""
    assert (files.refs(), files.read(ref)) == ([], [])
    files.append(ref, NOW, "rules", OPENED)
    assert files.refs() == [ref]


def test_references_are_sorted_by_year_and_number(files: CaseFiles) -> None:
    """A later year comes last, whatever was opened first."""
    for year in (2027, 2026, 2026):
        files.append(files.new_ref(year), NOW, "rules", OPENED)
    assert files.refs() == ["2026-0001", "2026-0002", "2027-0001"]


def test_what_was_appended_is_read_back_in_order(files: CaseFiles, ref: str) -> None:
    """Events come back as they were, with who and when."""
    files.append(ref, NOW, "rules", OPENED, HoldReleased(note="a"))
    files.append(ref, NOW, "Mrs Ellwood", CaseClosed(reason="b"))
    assert [(e.by, e.at, e.event) for e in files.read(ref)] == [
        ("rules", NOW, OPENED),
        ("rules", NOW, HoldReleased(note="a")),
        ("Mrs Ellwood", NOW, CaseClosed(reason="b")),
    ]


def test_append_gives_back_the_new_entries_alone(files: CaseFiles, ref: str) -> None:
    """The caller can put them behind what it has read."""
    first = files.append(ref, NOW, "rules", OPENED)
    later = files.append(ref, NOW, "rules", CaseClosed(reason="a"), CaseReopened(reason="b"))
    assert [*first, *later] == files.read(ref)
    assert len(later) == 2


def test_entries_are_numbered_and_chained(files: CaseFiles, ref: str) -> None:
    """Each entry has the next number and the hash of the one before."""
    files.append(ref, NOW, "rules", OPENED)
    files.append(ref, NOW, "rules", CaseClosed(reason="a"), CaseReopened(reason="b"))
    entries = files.read(ref)
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.prev for entry in entries] == ["", entries[0].hash, entries[1].hash]


def test_times_are_kept_in_utc(files: CaseFiles, ref: str) -> None:
    """The same moment told in another zone is the same entry."""
    summer = NOW.astimezone(timezone(timedelta(hours=1)))
    (entry,) = files.append(ref, summer, "rules", OPENED)
    assert (entry.at, entry.at.utcoffset()) == (NOW, timedelta(0))


def test_a_time_without_a_zone_is_a_fault_of_the_program(files: CaseFiles, ref: str) -> None:
    """Nobody could tell later when it was."""
    with pytest.raises(ValueError, match="zone"):
        files.append(ref, NOW.replace(tzinfo=None), "rules", OPENED)
    assert files.read(ref) == []


def test_an_unknown_case_is_refused(files: CaseFiles) -> None:
    """Neither reading nor writing makes a case up."""
    for act in (files.read, lambda ref: files.append(ref, NOW, "rules", OPENED), files.path):
        with pytest.raises(Refused):
            act("2026-0099")


@pytest.mark.parametrize("ref", ["..", "", "2026-0001/..", "/etc", "2026-1"])
def test_only_a_reference_names_a_case(files: CaseFiles, ref: str) -> None:
    """Text from outside never becomes a path."""
    files.append(files.new_ref(2026), NOW, "rules", OPENED)
    with pytest.raises(Refused):
        files.read(ref)


def test_a_kept_file_is_read_back(files: CaseFiles, ref: str) -> None:
    """The path given back leads to the same bytes."""
    path = files.keep_file(ref, "letters", "1-removal-request.docx", b"a\r\n\x00")
    assert (path, files.file(ref, path)) == ("letters/1-removal-request.docx", b"a\r\n\x00")


def test_the_same_file_twice_is_kept_once(files: CaseFiles, ref: str) -> None:
    """A round that is repeated after a crash makes no copies."""
    kept = {files.keep_file(ref, "mail", "report.eml", b"a") for _ in range(3)}
    assert kept == {"mail/report.eml"}


def test_another_file_of_that_name_gets_a_counter(files: CaseFiles, ref: str) -> None:
    """Nothing kept is overwritten, also where a disk does not tell capitals from small letters."""
    paths = [files.keep_file(ref, "evidence", name, name.encode()) for name in ("a.png", "A.PNG")]
    assert paths == ["evidence/a.png", "evidence/A-2.PNG"]
    assert files.keep_file(ref, "evidence", "a.png", b"third") == "evidence/a-3.png"
    assert [files.file(ref, path) for path in paths] == [b"a.png", b"A.PNG"]


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("mail/_.._case.log", "../../case.log"),
        ("mail/etc_passwd", "etc/passwd"),
        ("mail/C__x.txt", "C:\\x.txt"),
        ("mail/hidden", ".hidden"),
        ("mail/file-con.txt", "con.txt"),
        ("mail/file", "\x00\u202e"),
    ],
)
def test_a_name_from_outside_cannot_lead_out_of_the_folder(
    files: CaseFiles, ref: str, expected: str, name: str
) -> None:
    """Names are made safe, and the path given back is the safe one."""
    assert files.keep_file(ref, "mail", name, b"a") == expected


@pytest.mark.parametrize("path", ["../2026-0001/case.log", "/etc/passwd", "mail/../../x"])
def test_no_path_leads_out_of_a_case(files: CaseFiles, ref: str, path: str) -> None:
    """What a log or a command names is within the case, or is refused."""
    other = files.new_ref(2026)
    for act in (files.file, files.path):
        with pytest.raises(Refused):
            act(other, path)
    assert ref == "2026-0001"


def test_a_missing_file_is_refused(files: CaseFiles, ref: str) -> None:
    """It is said, not answered with nothing."""
    with pytest.raises(Refused):
        files.file(ref, "letters/none.docx")


def test_a_folder_of_a_case_is_a_plain_word(files: CaseFiles, ref: str) -> None:
    """No file of a case can take the place of its log."""
    with pytest.raises(Refused):
        files.keep_file(ref, "..", "case.log", b"a")
