"""Who opened which case or email at the desk: a line each, in a log that fits its chain and goes with the case."""

import zipfile
from pathlib import Path

import pytest
from copy_signing import sign_copy
from desk.terminal import Terminal
from desk_browser import Browser, desk_of
from office import Rehearsal
from prepared import reported_school

from letterladder.ground.errors import LogBroken
from letterladder.records.keeping.forgetting import forget_files
from letterladder.records.logs.reading_log import ReadingLog, place_of_readings, readings_in
from letterladder.records.verify.verify import verify
from letterladder.rules.office.reading_events import PageRead
from letterladder.rules.register.register_filter import Wanted

REF = "2026-0001"


def lines(school: Rehearsal, what: str = REF) -> list[tuple[str, str, str]]:
    """What the log says was opened: who, what, which page."""
    found = readings_in(place_of_readings(school.folder / "data", what))
    return [(by, read.what, read.page) for _, by, read in found]


def test_opening_a_case_is_one_line_for_each_reader(tmp_path: Path) -> None:
    """Opening it again within ten minutes is the same reading; later it is another."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    head, dsl = Browser(school, "head", app=app), Browser(school, "dsl", app=app)
    for browser in (head, head, dsl):
        assert browser.open(f"/cases/{REF}").status == 200
    readers = ["Mrs Anita Hollis", "Miss Joan Treadwell"]
    assert lines(school) == [(name, REF, "case.show") for name in readers]
    school.clock.turn_to(school.clock.today(), 10, 11)
    log = ReadingLog(school.folder / "data")
    read = PageRead(what=REF, page="case.show")
    assert log.note(school.clock.now(), readers[0], read)
    assert not log.note(school.clock.now(), readers[0], read)
    assert len(lines(school)) == 3
    assert verify(school.folder / "data") == []


def test_what_is_not_shown_is_no_reading(tmp_path: Path) -> None:
    """A case that does not exist, and one that is put to somebody else."""
    school = reported_school(tmp_path)
    assert Browser(school, "dsl").open("/cases/2026-0009").status == 404
    assert Browser(school, "alternate").open(f"/cases/{REF}").status == 404
    assert lines(school) == []


def test_opening_an_email_is_a_line_of_the_ledger(tmp_path: Path) -> None:
    """By the first digits of its SHA-256, which name nobody."""
    school = reported_school(tmp_path)
    school.write("n@elsewhere.example", "seen online", "I saw something bad online about a mum, please act.")
    school.round()
    mail = school.mails()[-1].seen.sha256[:12]
    assert Browser(school, "dsl").open(f"/in-tray/{mail}").status == 200
    assert [what for _, what, _ in lines(school, mail)] == [mail]
    assert verify(school.folder / "data") == []


def test_downloads_and_pictures_are_readings_of_their_own(tmp_path: Path) -> None:
    """Which file of the case, which part of the email; what was refused is none."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    dsl, office = Browser(school, "dsl", app=app), Browser(school, "office", app=app)
    page = dsl.open(f"/cases/{REF}")
    file = page.tree.xpath("//a[contains(@href,'/files/')]/@href")[0]
    assert dsl.open(file).status == 200
    assert dsl.open(f"/cases/{REF}/letters/L1/1/word").status == 200
    assert office.open(file).status == 404
    number = file.rpartition("/")[2]
    pages = ["case.show", f"case.file {number}", "letter.word L1 1"]
    assert lines(school) == [("Miss Joan Treadwell", REF, one) for one in pages]
    mail = school.mails()[-1].seen.sha256[:12]
    assert office.open(f"/in-tray/{mail}/original").status == 403
    assert dsl.open(f"/in-tray/{mail}/original").status == 200
    assert lines(school, mail) == [("Miss Joan Treadwell", mail, "mail_files.original")]


def test_a_form_that_comes_back_is_a_reading(tmp_path: Path) -> None:
    """Pressing a wrong button shows the page again: nobody reads a case in that way without a trace."""
    school = reported_school(tmp_path)
    dsl = Browser(school, "dsl")
    form = (
        dsl.open("/").form() if dsl.open("/").tree.xpath("//main//form") else dsl.open("/new-report").form()
    )
    page = dsl.press(f"/cases/{REF}/hold", form)
    assert page.status == 422
    assert [place for _, _, place in lines(school)] == ["case_forms.hold"]


def test_a_changed_line_is_found_by_verify(tmp_path: Path) -> None:
    """Nobody takes their name out of it unseen; and no line is put behind a broken one."""
    school = reported_school(tmp_path)
    Browser(school, "head").open(f"/cases/{REF}")
    place = place_of_readings(school.folder / "data", REF)
    place.write_bytes(place.read_bytes().replace(b"Hollis", b"Holmes"))
    assert any("reads.log" in problem.where for problem in verify(school.folder / "data"))
    with pytest.raises(LogBroken):
        ReadingLog(school.folder / "data").note(school.clock.now(), "x", PageRead(what=REF, page="p"))


def test_a_log_that_cannot_be_written_keeps_nobody_from_reading(tmp_path: Path) -> None:
    """A case may tell of danger."""
    school = reported_school(tmp_path)
    Browser(school, "head").open(f"/cases/{REF}")
    place = place_of_readings(school.folder / "data", REF)
    place.write_bytes(place.read_bytes().replace(b"Hollis", b"Holmes"))
    assert Browser(school, "dsl").open(f"/cases/{REF}").status == 200


def test_forgetting_a_case_forgets_who_opened_it(tmp_path: Path) -> None:
    """The log is in the case's folder."""
    school = reported_school(tmp_path)
    Browser(school, "head").open(f"/cases/{REF}")
    forget_files(school.folder / "data", REF, "gone")
    assert not (school.folder / "data" / "cases" / REF / "reads.log").exists()
    assert lines(school) == []


@pytest.mark.parametrize(("profile", "expected"), [("panel", True), ("governors", False), ("subject", False)])
def test_a_panel_alone_reads_who_opened_it(
    tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str], *, expected: bool
) -> None:
    """In its bundle, in words and as the record itself; in no other copy."""
    school = reported_school(tmp_path)
    Browser(school, "head").open(f"/cases/{REF}")
    if profile == "subject":
        sign_copy(school.office, Wanted(refs=(REF,)))
    bundle = tmp_path / "copy.zip"
    said = Terminal(school.folder, capsys).type(
        "export", REF, "--format", "bundle", "--for", profile, "--out", str(bundle)
    )
    assert said.code in {0, 1}, said.err
    with zipfile.ZipFile(bundle) as archive:
        names = [name for name in archive.namelist() if name.endswith(("who-opened-it.txt", "reads.log"))]
        text = "".join(archive.read(name).decode() for name in names if name.endswith(".txt"))
    assert bool(names) is expected
    assert ("Monday 2 November 2026 10:00  Mrs Anita Hollis  case.show" in text) is expected
