"""Rewrites logs as somebody would who can write every file: valid lines, valid hashes, another story."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from letterladder.records.logs.anchored_files import hash_now, is_file
from letterladder.records.logs.chain import chain_up, read_chain
from letterladder.rules.cases.events import Entry
from letterladder.rules.mails.mail_log import MailEntry
from letterladder.rules.office.anchors import root_of
from letterladder.rules.office.exports import AnchorMade, LogHead, OfficeEntry

EntryT = TypeVar("EntryT", bound=Entry | MailEntry | OfficeEntry)


def rewrite(log: Path, kind: type[EntryT], change: Callable[[EntryT], EntryT]) -> None:
    """Put every line of a log through `change` and chain the log again, so that its own hashes fit."""
    lines, _ = chain_up(None, [change(entry) for entry in read_chain(log, kind).entries])
    log.write_bytes(b"".join(line + b"\n" for line in lines))


def cut_off(log: Path, lines: int = 1) -> None:
    """Take whole lines off the end of a log."""
    whole = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(whole[:-lines]))


def by_nobody(entry: EntryT) -> EntryT:
    """The same line, said to be by another."""
    return replace(entry, by="nobody")


def forge_anchors(data: Path) -> None:
    """Make the log of anchors fit the logs as they stand: heads, roots and its own chain."""
    roots = [""]

    def forged(entry: OfficeEntry) -> OfficeEntry:
        event = entry.event
        if not isinstance(event, AnchorMade):
            return entry
        heads = [_as_it_stands(data, head) for head in event.heads]
        root = root_of(event.day, roots[-1], event.logs, heads)
        made = replace(event, heads=heads, before=roots[-1], root=root)
        roots.append(root)
        return replace(entry, event=made)

    rewrite(data / "ledger" / "anchors.log", OfficeEntry, forged)


def _as_it_stands(data: Path, head: LogHead) -> LogHead:
    if is_file(head.log):
        return LogHead(log=head.log, seq=head.seq, hash=hash_now(data, head.log))
    kind = MailEntry if head.log == "ledger/mails.log" else OfficeEntry if "ledger" in head.log else Entry
    entries = read_chain(data / head.log, kind).entries
    return LogHead(log=head.log, seq=head.seq, hash=entries[head.seq - 1].hash)
