"""A kind of event that names an email to our own people: `verify` asks whether that email was in the queue."""

from pathlib import Path

import pytest
from versions.filled import FIRST, lines_of

from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.verify.verify_case import look_at_case
from letterladder.rules.cases.events import KINDS, AlertSent, Event, LetterPosted, PostingStarted

LEAVING = {AlertSent, LetterPosted, PostingStarted}
"""They tell of an email that left, or of a letter that leaves; what became of a letter is asked another way."""

QUEUED = [kind for kind in KINDS if "message_id" in kind.__struct_fields__ and kind not in LEAVING]


@pytest.mark.parametrize("kind", QUEUED, ids=lambda kind: kind.__name__)
def test_verify_knows_every_email_that_an_event_says_was_queued(kind: type[Event], tmp_path: Path) -> None:
    """Whatever kind of entry names it, it is looked for in the queue and among what was sent."""
    cases = FolderCaseFiles(tmp_path / "cases")
    ref = cases.new_ref(2026)
    event = next(lines_of((kind,)))
    cases.append(ref, FIRST, "office", event)
    assert look_at_case(tmp_path / "cases" / ref).queued == {event.message_id}
