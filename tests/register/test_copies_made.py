import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from copy_signing import sign_copy
from register.big_school import BigSchool, make_big_school
from sweeps import swept

from letterladder.ground.errors import WrongUsage
from letterladder.ground.values import replace
from letterladder.records.logs.office_log import EXPORTS, OfficeLog, problems_of_logs
from letterladder.rules.office.exports import ExportMade
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Format, Profile
from letterladder.workflows.exporting import Order, make_copy, note_copy

REF = "2026-0001"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> BigSchool:
    return make_big_school(tmp_path_factory.mktemp("copies") / "school", families=20, cases=3)


def order(profile: Profile, format_: Format, *refs: str) -> Order:
    return Order(wanted=Wanted(refs=refs), profile=profile, format=format_)


def signed(school: BigSchool, profile: Profile, ref: str) -> None:
    """Somebody has read every page of a copy for the adult."""
    if profile is Profile.SUBJECT:
        sign_copy(school.office, Wanted(refs=(ref,)))


def bundle(school: BigSchool, folder: Path, profile: Profile) -> zipfile.ZipFile:
    signed(school, profile, REF)
    make_copy(school.office, order(profile, Format.BUNDLE, REF), folder / "b.zip")
    return zipfile.ZipFile(folder / "b.zip")


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("profile", swept([Profile.GOVERNORS, Profile.PANEL], "PANEL"))
def test_the_same_register_gives_the_same_bytes(
    school: BigSchool, tmp_path: Path, profile: Profile, format_: Format
) -> None:
    """So two copies can be compared by their hashes, whenever they were made."""
    first = make_copy(school.office, order(profile, format_), tmp_path / "one")
    again = make_copy(school.office, order(profile, format_), tmp_path / "two")
    assert first.sha256 == again.sha256 == hashlib.sha256((tmp_path / "one").read_bytes()).hexdigest()
    assert first.rows == 36


def test_every_row_traces_to_its_log_line(school: BigSchool, tmp_path: Path) -> None:
    """Case, entry and hash are those of the case's log, in every profile."""
    lines = {(entry.seq, entry.hash) for entry in school.office.cases.read(REF)}
    for profile in Profile:
        signed(school, profile, REF)
        make_copy(school.office, order(profile, Format.CSV, REF), tmp_path / "c.csv")
        rows = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8"))))
        assert {(int(row["seq"]), row["hash"]) for row in rows} <= lines
        assert len(rows) == 12


def test_a_copy_is_noted_and_changes_no_case(school: BigSchool, tmp_path: Path) -> None:
    """Who, for whom, which part, hash and size; in the school's log, so that exporting does not change a case."""
    before = school.office.cases.read(REF)
    log = OfficeLog(tmp_path / "ledger", EXPORTS)
    asked = order(Profile.PANEL, Format.JSON, REF)
    made = make_copy(school.office, asked, tmp_path / "c.json")
    note_copy(replace(school.office, exports=log), asked, made, by="Mrs Binns", file="c.json")
    (entry,) = log.entries()
    assert isinstance(entry.event, ExportMade)
    assert (entry.by, entry.event.profile, entry.event.refs) == ("Mrs Binns", "panel", [REF])
    assert entry.event.sha256 == hashlib.sha256((tmp_path / "c.json").read_bytes()).hexdigest()
    assert school.office.cases.read(REF) == before
    assert problems_of_logs(tmp_path / "ledger") == []


def test_a_touched_log_of_exports_is_found(school: BigSchool, tmp_path: Path) -> None:
    """It is chained like a case's log."""
    log = OfficeLog(tmp_path, EXPORTS)
    asked = order(Profile.GOVERNORS, Format.CSV)
    made = make_copy(school.office, asked, tmp_path / "c")
    note_copy(replace(school.office, exports=log), asked, made, by="A", file="c")
    path = tmp_path / EXPORTS
    path.write_bytes(path.read_bytes().replace(b"governors", b"governorz"))
    assert len(problems_of_logs(tmp_path)) == 1


def test_a_bundle_checks_against_its_sums(school: BigSchool, tmp_path: Path) -> None:
    """Every file in it but the sums themselves is listed with the hash of its bytes."""
    with bundle(school, tmp_path, Profile.SUBJECT) as packed:
        sums = dict(line.split("  ")[::-1] for line in packed.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(packed.namelist()) - {"SHA256SUMS"}
        for name, sha256 in sums.items():
            assert hashlib.sha256(packed.read(name)).hexdigest() == sha256


def test_a_panel_gets_every_paper_byte_for_byte(school: BigSchool, tmp_path: Path) -> None:
    """Letters as sent, emails with their real headers, evidence, and the log itself."""
    case = school.folder / "data" / "cases" / REF
    kept = [
        path for path in case.rglob("*") if path.is_file() and path.name not in {"case.txt", "reporter.json"}
    ]
    with bundle(school, tmp_path, Profile.PANEL) as packed:
        for path in kept:
            assert packed.read(f"{REF}/{path.relative_to(case).as_posix()}") == path.read_bytes()
        assert f"{REF}/reporter.json" not in packed.namelist()


def test_who_reported_is_added_only_when_asked(school: BigSchool, tmp_path: Path) -> None:
    """The note of who reported is kept apart, and leaves the school only by a choice that is logged."""
    asked = Order(wanted=Wanted(refs=(REF,)), profile=Profile.PANEL, format=Format.BUNDLE, reporter=True)
    make_copy(school.office, asked, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        assert f"{REF}/reporter.json" in packed.namelist()


def test_each_withheld_file_is_listed_with_its_reason(school: BigSchool, tmp_path: Path) -> None:
    """In the manifest; and the file is not there."""
    with bundle(school, tmp_path, Profile.SUBJECT) as packed:
        listed = json.loads(packed.read("manifest.json"))["files"]
        gone = {one["path"]: one["withheld"] for one in listed if not one["sha256"]}
        assert gone[f"{REF}/mail/mail-1.eml"] == "the person who reported"
        assert gone[f"{REF}/evidence/evidence-2.txt"].startswith("a file nobody has yet checked")
        assert not set(gone) & set(packed.namelist())


@pytest.mark.parametrize(("expected", "ref"), [("letter-1.docx", "2026-0001"), ("letter-1.txt", "2026-0002")])
def test_the_adult_gets_his_letter_as_sent_where_nothing_must_go(
    school: BigSchool, tmp_path: Path, expected: str, ref: str
) -> None:
    """The second case's letter names another family's child: it comes as text, with a mark."""
    signed(school, Profile.SUBJECT, ref)
    make_copy(school.office, order(Profile.SUBJECT, Format.BUNDLE, ref), tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        (letter,) = [name for name in packed.namelist() if "/letters/" in name]
        assert letter.endswith(expected)
        assert expected.endswith("docx") or b"[withheld: a child] is a liar" in packed.read(letter)


def test_a_lost_file_does_not_stop_the_bundle(tmp_path: Path) -> None:
    """It is listed as missing; the rest is there."""
    school = make_big_school(tmp_path / "school", families=4, cases=1)
    next((school.folder / "data" / "cases" / REF / "letters").glob("*.docx")).unlink()
    with bundle(school, tmp_path, Profile.PANEL) as packed:
        listed = json.loads(packed.read("manifest.json"))["files"]
        assert [one["withheld"] for one in listed if "/letters/" in one["path"]] == [
            "missing on disk; the log has it"
        ]


@pytest.mark.parametrize(
    "wanted", [Wanted(), Wanted(refs=("2026-0001", "2026-0002")), Wanted(adult="nobody")]
)
def test_a_copy_for_the_adult_is_of_one_adult(school: BigSchool, tmp_path: Path, wanted: Wanted) -> None:
    """Else one parent would read of another; nothing is written."""
    asked = Order(wanted=wanted, profile=Profile.SUBJECT, format=Format.CSV)
    with pytest.raises(WrongUsage):
        make_copy(school.office, asked, tmp_path / "c.csv")
    assert list(tmp_path.iterdir()) == []


def test_the_reviewer_hears_of_every_place(school: BigSchool, tmp_path: Path) -> None:
    """What was withheld, where and why, is handed back for the worksheet and is not in the copy."""
    signed(school, Profile.SUBJECT, REF)
    made = make_copy(school.office, order(Profile.SUBJECT, Format.BUNDLE, REF), tmp_path / "b.zip")
    written = {one.written for one in made.withheld}
    name, _ = school.reporters[REF]
    assert name in written
    assert any("whole file" in one.place for one in made.withheld)
    assert all(one.ref == REF for one in made.withheld)
