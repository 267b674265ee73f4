"""A kind of event that names a file of the case: copies hold that file, and `verify` asks for it."""

from pathlib import Path

import msgspec
import pytest
from made_events import entry
from versions.filled import FIRST, lines_of

from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.verify.verify_case import look_at_case
from letterladder.rules.cases.events import KINDS, AnyEvent, Event, LetterPosted
from letterladder.rules.register.case_papers import papers_of

FILE_FIELDS = ("file", "pdf")
NAMING = [kind for kind in KINDS if set(FILE_FIELDS) & set(kind.__struct_fields__)]
LEFT = next(lines_of((LetterPosted,)))
"""Only a letter that left is a paper of its case."""


def event_of(kind: type[Event]) -> tuple[AnyEvent, set[str]]:
    """An event of this kind, and the files it names."""
    made = next(lines_of((kind,)))
    names = {name: f"letters/{name}.docx" for name in FILE_FIELDS if name in kind.__struct_fields__}
    event: AnyEvent = msgspec.structs.replace(made, **names)
    return event, set(names.values())


def test_there_are_kinds_that_name_a_file() -> None:
    """Else the tests below would prove nothing."""
    assert len(NAMING) >= 5


@pytest.mark.parametrize("kind", NAMING, ids=lambda kind: kind.__name__)
def test_a_bundle_holds_every_file_that_an_event_names(kind: type[Event]) -> None:
    """Whatever kind of entry names it."""
    event, files = event_of(kind)
    log = [entry(event, 1), entry(LEFT, 2)]
    assert {paper.path for paper in papers_of("2026-0009", log)} >= files


@pytest.mark.parametrize("kind", NAMING, ids=lambda kind: kind.__name__)
def test_verify_asks_for_every_file_that_an_event_names(kind: type[Event], tmp_path: Path) -> None:
    """A file of which the log speaks and that is not there is said to be gone."""
    event, files = event_of(kind)
    cases = FolderCaseFiles(tmp_path / "cases")
    ref = cases.new_ref(2026)
    cases.append(ref, FIRST, "office", event)
    found = look_at_case(tmp_path / "cases" / ref)
    gone = {one.where for one in found.problems if "it is gone" in one.what}
    assert gone == {str(tmp_path / "cases" / ref / file) for file in files}
