"""Anchors: once a day one number that stands for all logs, so that a later rewriting of any of them shows. Pure.

A log's own chain proves that its lines belong together, not that they are the lines once written: who can write
the files can rebuild them all. The number has left the machine by email, and so cannot be made to fit again.
"""

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...ground.errors import Problem
from ..cases.sentences import day_words
from .exports import AnchorMade, AnchorQueued, LogHead, OfficeEntry

LEAST_DIGITS = 16
"""Hex digits of an anchor that must be typed to name it."""

SECRET = "secret.key"  # noqa: S105 - the name of the file
"""The one file beside the logs that every anchor names."""

_TYPED = re.compile(r"[0-9a-f]{16,64}")
_BETWEEN = re.compile(r"[\s:-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What an anchor says of one day: how many logs there were, which heads moved, and the root over it all."""

    day: date
    logs: int
    heads: tuple[LogHead, ...]
    before: str
    root: str


def new_anchor(
    day: date,
    before: str,
    known: Mapping[str, LogHead],
    heads: Sequence[LogHead],
    *,
    files: Sequence[LogHead] = (),
) -> Anchor:
    """The anchor of a day.

    Args:
        day: the day.
        before: the root of the anchor before; "" for the first.
        known: the head that was last anchored of each log.
        heads: the heads of all logs as they stand now.
        files: files beside the logs, each with its hash.
    """
    moved = sorted(
        (head for head in (*heads, *files) if known.get(head.log) != head), key=lambda head: head.log
    )
    root = root_of(day.isoformat(), before, len(heads), moved)
    return Anchor(day=day, logs=len(heads), heads=tuple(moved), before=before, root=root)


def root_of(day: str, before: str, logs: int, heads: Iterable[LogHead]) -> str:
    """SHA-256, in hex, over the root before, the day, the count of logs and the moved heads, sorted, a line each."""
    lines = sorted(f"{head.log} {head.seq} {head.hash}" for head in heads)
    return hashlib.sha256("\n".join([before, day, str(logs), *lines]).encode()).hexdigest()


def anchors_in(entries: Iterable[OfficeEntry]) -> Iterator[AnchorMade]:
    """The anchors of a log of anchors, in order."""
    for entry in entries:
        if isinstance(entry.event, AnchorMade):
            yield entry.event


def known_heads(anchors: Iterable[AnchorMade]) -> dict[str, LogHead]:
    """The head that was last anchored of each log."""
    return {head.log: head for anchor in anchors for head in anchor.heads}


def is_of(last: OfficeEntry | None, day: date) -> bool:
    """Whether the last line of the log of anchors is about this day."""
    return (
        last is not None
        and isinstance(last.event, AnchorMade | AnchorQueued)
        and last.event.day == day.isoformat()
    )


def gone_back(known: Mapping[str, LogHead], heads: Iterable[LogHead]) -> Iterator[Problem]:
    """The logs that are shorter than when they were last anchored, or end in another line of the same number."""
    for head in heads:
        was = known.get(head.log)
        if was is not None and was != head and head.log == SECRET:
            yield Problem(
                where=head.log,
                what="It is another file than when it was last anchored.",
                what_to_do="Find out who changed it, and why; restore it from the last backup if nobody knows.",
            )
        elif was is not None and was != head and head.seq <= was.seq:
            yield Problem(
                where=head.log,
                what=f"It ended at line {was.seq} when it was last anchored, and ends at line {head.seq} now"
                + (", which is another line." if head.seq == was.seq else "."),
                what_to_do="Run `verify`, and do not write to this case until it is clear what happened.",
            )


def gone_for_good(
    known: Mapping[str, LogHead], heads: Iterable[LogHead], deleted: Container[str]
) -> Iterator[Problem]:
    """The logs that were anchored and are gone with all they held; those of `deleted` cases may be."""
    there = {head.log for head in heads}
    for log in known:
        ref = log.removeprefix("cases/").removesuffix("/case.log")
        if log.endswith(".log") and log not in there and ref not in deleted:
            whole = "The whole case is gone" if ref != log else "The log is gone"
            yield Problem(
                where=log,
                what=f"{whole}, though it was anchored, and no log of deletions mentions it.",
                what_to_do="Run `verify`, and restore it from the last backup.",
            )


def misfit(anchor: AnchorMade, before: str) -> str:
    """What is wrong with an anchor that comes after the root `before`, in words; "" where it fits."""
    if anchor.before != before:
        return "does not follow the anchor before it"
    if root_of(anchor.day, anchor.before, anchor.logs, anchor.heads) != anchor.root:
        return "has a root that its own heads do not give"
    return ""


def grouped(root: str) -> str:
    """A root for a person's eyes: sixteen groups of four."""
    return " ".join(root[place : place + 4] for place in range(0, len(root), 4))


def read_typed(typed: str) -> str:
    """The hex digits that a person typed from the email, without spaces and in lower case; "" where they are none."""
    found = _BETWEEN.sub("", typed).casefold()
    return found if _TYPED.fullmatch(found) else ""


def day_in_words(anchor: AnchorMade) -> str:
    """The day of an anchor: "20 November 2026"."""
    try:
        return day_words(date.fromisoformat(anchor.day))
    except ValueError:
        return anchor.day
