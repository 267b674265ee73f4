import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.ground.errors import LogBroken, Refused, WorldFailed
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.rules.cases.events import CaseClosed, CaseOpened, Corrected, HoldPlaced
from letterladder.rules.words import HoldFor

RUN = Path(__file__).resolve().parents[3] / "run.py"
WRITE = """
import runpy, sys
from datetime import UTC, datetime
from pathlib import Path
runpy.run_path(sys.argv[1], run_name="checkout")
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.rules.cases.events import CaseReopened
files = FolderCaseFiles(Path(sys.argv[2]))
while True:
    made = files.append(sys.argv[3], datetime(2026, 11, 9, tzinfo=UTC), "writer", CaseReopened(reason="x" * 500))
    print(made[0].seq, flush=True)
"""
SUMMER = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
OPENED = CaseOpened(
    adult="P1",
    adult_name="Mr Gavin Stott",
    school="Fellside School",
    policy="levens",
    policy_version="1",
    reason="a report came",
)


@pytest.fixture
def files(tmp_path: Path) -> FolderCaseFiles:
    return FolderCaseFiles(tmp_path / "cases")


def opened_case(files: FolderCaseFiles) -> str:
    ref = files.new_ref(2026)
    files.append(ref, SUMMER, "rules", OPENED)
    return ref


def test_a_folder_that_is_taken_is_never_given_again(files: FolderCaseFiles) -> None:
    """Whatever made it, another process or a person: the next number is tried."""
    (files.folder / "2026-0007").mkdir(parents=True)
    assert files.new_ref(2026) == "2026-0008"


def test_the_number_of_a_lost_folder_is_not_given_again(files: FolderCaseFiles) -> None:
    """Letters with that reference are out in the world."""
    for _ in range(3):
        ref = files.new_ref(2026)
    (files.folder / ref).rmdir()
    assert FolderCaseFiles(files.folder).new_ref(2026) == "2026-0004"


def test_a_reference_that_cannot_be_noted_is_not_used_up(files: FolderCaseFiles) -> None:
    """A full disk met every round must not cost a number every round; a folder in the way stands for it."""
    (files.folder / "numbers.json").mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(WorldFailed):
            files.new_ref(2026)
    assert not (files.folder / "2026-0001").exists()


def test_two_who_open_cases_at_once_get_different_numbers(files: FolderCaseFiles) -> None:
    """Making the folder is the lock, also without the writer lock."""
    with ThreadPoolExecutor(4) as pool:
        refs = list(pool.map(lambda _: FolderCaseFiles(files.folder).new_ref(2026), range(40)))
    assert len(set(refs)) == 40


def test_references_go_on_without_the_derived_numbers(files: FolderCaseFiles) -> None:
    """Deleting a derived file loses nothing; a damaged one is not an obstacle."""
    files.new_ref(2026)
    (files.folder / "numbers.json").write_bytes(b"{")
    assert files.new_ref(2026) == "2026-0002"
    (files.folder / "numbers.json").unlink()
    assert files.new_ref(2026) == "2026-0003"


def test_more_than_9999_cases_stay_in_order(files: FolderCaseFiles) -> None:
    """A fifth digit sorts behind four."""
    for number in ("9999", "10000", "0002"):
        (files.folder / f"2026-{number}").mkdir(parents=True)
        files.append(f"2026-{number}", SUMMER, "rules", OPENED)
    assert files.refs() == ["2026-0002", "2026-9999", "2026-10000"]


def test_other_things_in_the_folder_are_no_cases(files: FolderCaseFiles) -> None:
    """A copy that somebody made beside it is not taken for a case."""
    ref = opened_case(files)
    (files.folder / "2026-0001 copy").mkdir()
    (files.folder / "2026-0002").write_bytes(b"a file")
    assert files.refs() == [ref]


def test_the_text_tells_every_entry_in_local_time(files: FolderCaseFiles) -> None:
    """One line per entry; half past eleven at night in UTC is the next day in an English summer."""
    ref = opened_case(files)
    files.append(ref, SUMMER, "Mrs Ellwood", HoldPlaced(hold_for=HoldFor.POLICE))
    lines = (files.folder / ref / "case.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == [
        "   1  2 July 2026, 00:30  Letterladder: The case was opened at Fellside School for Mr Gavin Stott,"
        " because: a report came.",
        "   2  2 July 2026, 00:30  Mrs Ellwood: The case was put on hold for police."
        " Nothing goes out and no clock runs.",
    ]


def test_the_text_is_derived(files: FolderCaseFiles) -> None:
    """It is whole again after the next entry, whoever removed it."""
    ref = opened_case(files)
    text = files.folder / ref / "case.txt"
    text.unlink()
    files.append(ref, SUMMER, "office", CaseClosed(reason="removed"))
    assert len(text.read_text(encoding="utf-8").splitlines()) == 5


def test_an_entry_counts_though_its_text_could_not_be_written(files: FolderCaseFiles) -> None:
    """The log alone is the truth; a folder in the place of the text stands for any fault of the disk."""
    ref = files.new_ref(2026)
    (files.folder / ref / "case.txt").mkdir()
    files.append(ref, SUMMER, "rules", OPENED)
    assert [entry.event for entry in files.read(ref)] == [OPENED]


def test_a_torn_line_is_noted_in_the_log(files: FolderCaseFiles) -> None:
    """The case itself tells where the unfinished line lies; the caller gets its own entries alone."""
    ref = opened_case(files)
    with (files.folder / ref / "case.log").open("ab") as log:
        log.write(b'{"seq":2,"at"')
    made = files.append(ref, SUMMER, "office", CaseClosed(reason="removed"))
    _, note, closed = files.read(ref)
    assert isinstance(note.event, Corrected)
    assert "case.log.torn-1" in note.event.what
    assert made == [closed]


def test_a_torn_line_is_reported_while_it_lasts(files: FolderCaseFiles) -> None:
    """The readable part is used; the next entry sets the rest aside."""
    ref = opened_case(files)
    with (files.folder / ref / "case.log").open("ab") as log:
        log.write(b'{"seq":2,"at"')
    assert [entry.event for entry in files.read(ref)] == [OPENED]
    assert len(files.problems(ref)) == 1
    files.append(ref, SUMMER, "office", CaseClosed(reason="removed"))
    assert files.problems(ref) == []


def test_a_changed_log_is_refused(files: FolderCaseFiles) -> None:
    """Also by files that read it before it was changed."""
    ref = opened_case(files)
    log = files.folder / ref / "case.log"
    log.write_bytes(log.read_bytes().replace(b"Gavin", b"Galvin"))
    with pytest.raises(LogBroken):
        files.read(ref)


def test_who_reported_is_kept_apart(files: FolderCaseFiles) -> None:
    """Each report's sender by the report's hash; neither log nor text knows them."""
    ref = opened_case(files)
    files.keep_reporter(ref, "aa", {"name": "Mrs Reporter"})
    files.keep_reporter(ref, "bb", {"name": "Mr Zeuge"})
    kept = json.loads(files.file(ref, "reporter.json"))
    assert kept == {"aa": {"name": "Mrs Reporter"}, "bb": {"name": "Mr Zeuge"}}
    for name in ("case.log", "case.txt"):
        assert b"Reporter" not in files.file(ref, name)


def test_a_damaged_file_of_reporters_is_left_as_it_is(files: FolderCaseFiles) -> None:
    """It may be fixed by hand; it is never replaced by a shorter one."""
    ref = opened_case(files)
    place = files.folder / ref / "reporter.json"
    place.write_bytes(b'{"aa": ')
    with pytest.raises(LogBroken):
        files.keep_reporter(ref, "bb", {"name": "Mr Zeuge"})
    assert place.read_bytes() == b'{"aa": '


def test_what_append_confirmed_outlives_a_killed_program(files: FolderCaseFiles) -> None:
    """Killed at any moment, the log reads back with every entry that was confirmed, and goes on."""
    ref = opened_case(files)
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(RUN), str(files.folder), ref], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        confirmed = [int(writer.stdout.readline()) for _ in range(20)]
        writer.kill()
        confirmed += [int(line) for line in writer.stdout if line.endswith("\n")]
    files.append(ref, SUMMER, "office", CaseClosed(reason="removed"))
    assert [entry.seq for entry in files.read(ref)][: len(confirmed) + 1] == [1, *confirmed]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no file modes")
def test_everything_of_a_case_is_for_this_account_alone(files: FolderCaseFiles) -> None:
    """Folders 0700, files 0600."""
    ref = opened_case(files)
    files.keep_file(ref, "mail", "a.eml", b"a")
    files.keep_reporter(ref, "aa", {})
    modes = {stat.S_IMODE(place.stat().st_mode) for place in files.folder.rglob("*") if place.is_file()}
    assert modes == {0o600}
    assert stat.S_IMODE((files.folder / ref / "mail").stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows gives no links to ordinary accounts")
def test_a_link_does_not_lead_out_of_a_case(files: FolderCaseFiles, tmp_path: Path) -> None:
    """A file elsewhere on the disk is not served as the case's own."""
    ref = opened_case(files)
    (tmp_path / "secret").write_bytes(b"x")
    (files.folder / ref / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(Refused):
        files.file(ref, "link")
