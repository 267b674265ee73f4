"""The logs of every version of the program stay readable, for as long as a school keeps them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from versions.filled import bare_lines_of, lines_of
from versions.writing import KINDS, MAIL_KINDS, OFFICE_KINDS, told_of

from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.case_text import case_text
from letterladder.records.logs.chain import read_chain
from letterladder.rules.cases.events import Entry
from letterladder.rules.mails.mail_log import MailEntry
from letterladder.rules.office.exports import OfficeEntry

HERE = Path(__file__).parent
VERSIONS = sorted(
    (folder for folder in HERE.iterdir() if folder.name[0].isdecimal()),
    key=lambda folder: [int(part) for part in folder.name.split(".")],
)
NEWEST = VERSIONS[-1]
NEW_FIXTURES = (
    "A line that no kept log shows: raise the version and run tests/tools/make_version_fixtures.py; see"
    " docs/decisions/0009-versions.md."
)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda folder: folder.name)
def test_the_logs_of_every_version_are_read_as_they_always_were(version: Path, tmp_path: Path) -> None:
    """Chains fit, and each case, mail, request and deletion stands where it stood; new facts may stand beside."""
    folder = tmp_path / "kept"
    shutil.copytree(version, folder)
    told = told_of(folder)
    expected = {file.stem: file.read_bytes() for file in (version / "expected").glob("*.json")}
    assert expected.keys() <= told.keys()
    for name, kept in expected.items():
        assert differences(msgspec.json.decode(kept), msgspec.json.decode(told[name]), name) == []


def differences(expected: Any, told: Any, where: str) -> list[str]:
    """What is not as it was; a name that the old program did not know is no difference."""
    if isinstance(expected, dict) and isinstance(told, dict):
        return [
            found
            for name, value in expected.items()
            for found in differences(value, told.get(name, "nothing"), f"{where}.{name}")
        ]
    if isinstance(expected, list) and isinstance(told, list) and len(expected) == len(told):
        pairs = enumerate(zip(expected, told, strict=True))
        return [found for place, pair in pairs for found in differences(*pair, f"{where}[{place}]")]
    return [] if expected == told else [f"{where}: {expected!r} became {told!r}"]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda folder: folder.name)
def test_the_text_of_every_case_can_be_written_anew(version: Path) -> None:
    """One line an entry, each with its sentence."""
    files = FolderCaseFiles(version / "data" / "cases")
    for ref in files.refs():
        kept = (version / "data" / "cases" / ref / "case.txt").read_text(encoding="utf-8")
        assert numbers(case_text(ref, files.read(ref))) == numbers(kept)


def numbers(text: str) -> list[str]:
    """The numbers of the lines of a case's text."""
    return [line[:24].rstrip() for line in text.splitlines()[3:] if line[:4].strip()]


def test_the_text_of_a_case_is_as_the_present_version_writes_it() -> None:
    """Word for word, for the newest version."""
    files = FolderCaseFiles(NEWEST / "data" / "cases")
    for ref in files.refs():
        kept = (NEWEST / "data" / "cases" / ref / "case.txt").read_text(encoding="utf-8")
        assert case_text(ref, files.read(ref)) == kept


def kept_lines(folder: Path) -> Iterator[dict[str, Any]]:
    """Every event in the logs of a version, as plain JSON."""
    for log in sorted((folder / "data").rglob("*.log")):
        yield from (msgspec.json.decode(line)["event"] for line in log.read_bytes().splitlines())


ALL_KINDS = (*KINDS, *MAIL_KINDS, *OFFICE_KINDS)


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.__name__)
def test_the_newest_kept_logs_hold_every_kind_of_line_with_every_field(kind: type[Any]) -> None:
    """So a new kind, a new field or a new word makes this fail until logs of the next version are kept."""
    kept = [line for line in kept_lines(NEWEST) if line["kind"] == kind.__name__]
    assert kept, NEW_FIXTURES
    wanted = [msgspec.to_builtins(one) for one in lines_of((kind,))]
    assert shapes(kept) >= shapes(wanted), NEW_FIXTURES


def shapes(lines: list[dict[str, Any]]) -> set[str]:
    """Every field with its kind of value, and with its word where it has one of a closed set."""
    return {shape for line in lines for shape in _shapes(line, "")}


def _shapes(value: Any, where: str) -> Iterator[str]:
    match value:
        case dict():
            for name, part in value.items():
                yield from _shapes(part, f"{where}.{name}")
        case list():
            for part in value:
                yield from _shapes(part, f"{where}[]")
        case str():
            yield f"{where}={value}"
        case _:
            yield f"{where}:{type(value).__name__}"


@pytest.mark.parametrize("log", sorted((NEWEST / "data").rglob("*.log")), ids=lambda log: log.stem)
def test_a_field_that_the_program_forgot_makes_the_kept_logs_unreadable(log: Path) -> None:
    """A kept line is read whole or not at all, so a field that is dropped or renamed in the code is found at once."""
    kind = Entry if log.name == "case.log" else MailEntry if log.name == "mails.log" else OfficeEntry
    for entry in read_chain(log, kind).entries:
        line = msgspec.to_builtins(entry)
        line["event"]["field_of_yesterday"] = ""
        with pytest.raises(msgspec.ValidationError, match="field_of_yesterday"):
            msgspec.convert(line, type=kind)


def test_a_line_needs_no_field_that_has_a_default() -> None:
    """The kept logs show both: lines with all fields, and lines with what they cannot do without."""
    bare = {type(one).__name__: one for one in bare_lines_of(KINDS)}
    assert bare["LetterPosted"].aside is False
    assert len(bare) == len(KINDS)
