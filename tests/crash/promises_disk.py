"""No half line is believed: the logs read by nobody's code but this, line by line and hash by hash."""

import json
from collections.abc import Iterator
from pathlib import Path

from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import LOG, FolderMailLog


def broken_lines(data: Path) -> Iterator[str]:
    """Lines of a log that are not whole, not in order or not chained, and logs that are read as something else."""
    for log in sorted(data.rglob("*.log")):
        yield from (f"{log.relative_to(data)}: {fault}" for fault in _faults(log))
    files = FolderCaseFiles(data / "cases")
    for ref in files.refs():
        lines = (data / "cases" / ref / "case.log").read_bytes().count(b"\n")
        if len(files.read(ref)) != lines:
            yield f"{ref}: {lines} lines are read as {len(files.read(ref))} entries"
    lines = (data / LOG).read_bytes().count(b"\n") if (data / LOG).exists() else 0
    if len(FolderMailLog(data).entries()) != lines:
        yield f"the mail log's {lines} lines are read as another number of entries"


def _faults(log: Path) -> Iterator[str]:
    content = log.read_bytes()
    if content and not content.endswith(b"\n"):
        yield "the last line is not whole"
    before = ""
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            entry = json.loads(line)
        except ValueError:
            yield f"line {number} is not whole"
            return
        if entry.get("seq") != number:
            yield f"line {number} says that it is {entry.get('seq')}"
        if entry.get("prev", "") != before:
            yield f"line {number} does not follow the line before it"
        before = entry["hash"]
