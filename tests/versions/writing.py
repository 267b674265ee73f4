"""Writes and tells of the kept logs of one version; used by tests/tools/make_version_fixtures.py and by the tests."""

from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import msgspec
from versions.filled import FIRST, bare_lines_of, lines_of

from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import FolderMailLog
from letterladder.records.logs.office_log import DELETIONS, EXPORTS, REQUESTS, OfficeLog
from letterladder.rules.cases.events import AnyEvent
from letterladder.rules.cases.fold import fold
from letterladder.rules.mails.folded_mails import fold_mails
from letterladder.rules.mails.mail_log import AnyMailEvent
from letterladder.rules.office.exports import AnyOfficeEvent
from letterladder.rules.office.reading_events import READINGS
from letterladder.rules.office.requests import fold_requests
from letterladder.rules.office.retention import fold_marks

FULL, BARE = "2026-0001", "2026-0002"
"""The case whose lines have every field, and the one whose lines have only what they cannot do without."""

KINDS: tuple[type[Any], ...] = get_args(AnyEvent)
MAIL_KINDS: tuple[type[Any], ...] = get_args(AnyMailEvent)
OFFICE_KINDS: tuple[type[Any], ...] = get_args(AnyOfficeEvent)
ANCHORS = "anchors.log"


def log_of(kind: type[Any]) -> str:
    """The school's log that holds lines of this kind."""
    begun = {"Export": EXPORTS, "Request": REQUESTS, "Anchor": ANCHORS, "Break": ANCHORS, "Page": READINGS}
    return next((log for start, log in begun.items() if kind.__name__.startswith(start)), DELETIONS)


def write_fixtures(folder: Path) -> None:
    """A data folder with every kind of line in its logs, and what this version makes of them."""
    (folder / "data" / "cases").mkdir(parents=True)
    for lines in (lines_of, bare_lines_of):
        _write_case(folder, list(lines(KINDS)))
    mails = FolderMailLog(folder / "data")
    mails.append(FIRST, "rules", *lines_of(MAIL_KINDS), *bare_lines_of(MAIL_KINDS))
    for kind in OFFICE_KINDS:
        OfficeLog(folder / "data" / "ledger", log_of(kind)).append(FIRST, "Mrs Binns", *lines_of((kind,)))
    for name, told in told_of(folder).items():
        (folder / "expected").mkdir(exist_ok=True)
        (folder / "expected" / f"{name}.json").write_bytes(told)


def _write_case(folder: Path, events: list[Any]) -> None:
    files = FolderCaseFiles(folder / "data" / "cases")
    ref = files.new_ref(2026)
    for place, event in enumerate(events):
        files.append(ref, FIRST + timedelta(minutes=place), "Mrs Binns", event)


def told_of(folder: Path) -> dict[str, bytes]:
    """What the program makes of the logs of this folder, as JSON by name."""
    data = folder / "data"
    files = FolderCaseFiles(data / "cases")
    told: dict[str, Any] = {ref: fold(ref, files.read(ref)) for ref in files.refs()}
    mails = fold_mails(FolderMailLog(data).entries())
    told["mails"] = [{"mailbox": box, "key": key, "row": row} for (box, key), row in mails.items()]
    ledger = data / "ledger"
    told["requests"] = dict(fold_requests(OfficeLog(ledger, REQUESTS).entries()))
    told["deletions"] = dict(fold_marks(OfficeLog(ledger, DELETIONS).entries()))
    for name in (EXPORTS, ANCHORS):
        told[name.removesuffix(".log")] = [entry.event for entry in OfficeLog(ledger, name).entries()]
    return {name: _json(value) for name, value in told.items()}


def _json(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1) + b"\n"
