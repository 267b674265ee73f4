"""Go through everything in a data folder and say what is wrong; only reads.

Run it under the writer lock: beside a round, an email just being taken in would look unfinished. It goes case by case
and keeps of each only digests, so that 100,000 cases need some hundred megabytes and not all their words.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ...ground.collecting import without_collecting
from ...ground.errors import Problem
from ...ground.processes import LEAST, side_by_side
from ...rules.office.acknowledged import Breaks
from ...rules.office.exports import AgreementsDrawnUp, CaseForgotten, DigestMade, OfficeEntry, RequestReminded
from ..logs.anchor_log import ANCHORS, CASES, LEDGER
from ..logs.case_files import LOG, UNUSED, folder_refs, read_numbers
from ..logs.chain_stream import LogReading
from ..logs.office_log import DELETIONS, LOGS, REQUESTS, TELLING
from ..logs.order_shelf import ORDERS, problems_of_orders
from ..outgoing.outgoing_queue import id_of
from .verify_agreements import problems_of_agreements
from .verify_anchors import Anchored, read_anchors
from .verify_case import CaseFound, files_without_a_case, look_at_case, torn_files
from .verify_derived import problems_of_derived
from .verify_index import problems_of_index
from .verify_mails import MailsFound
from .verify_outbox import IN_TRAY, OutboxFound, look_at_outbox, problems_of_tray
from .verify_places import look_at_places

OUTBOX = "outbox"
MAILS = "mails.log"
TO_POST = "outbox/to-post"

_RESTORE = "Restore it from the last backup."


class _Looked(NamedTuple):
    """One folder of a case: what is left of one that was deleted, and the case; None where the number has none."""

    ref: str
    left: list[str]
    found: CaseFound | None


Watch = Callable[[list[str]], Iterable[str]]
"""Hands references on one by one, and may show how far it is."""


@dataclass(slots=True, kw_only=True)
class Found:
    """What a walk found, and how much was looked at.

    `anchor` says of the number from an email that it fits, or ""; `notes` what two people have acknowledged; `breaks`
    is what no longer fits its anchor, as far as two could acknowledge it.
    """

    problems: list[Problem] = field(default_factory=list)
    cases: int = 0
    lines: int = 0
    files: int = 0
    anchor: str = ""
    notes: list[str] = field(default_factory=list)
    breaks: Breaks = field(default_factory=Breaks)


def verify(folder: Path) -> list[Problem]:
    """All that does not fit in the data folder.

    Nothing is repaired and nothing is raised for what is found; an empty folder has no problems.
    """
    return walk(folder).problems


def walk(
    folder: Path, *, typed: str = "", watch: Watch = iter, least: int = LEAST, share_group: str = ""
) -> Found:
    """Walk logs, hash chains, anchors, cases, evidence, letters, emails, queue, tray and derived files.

    Args:
        folder: the data folder.
        typed: the first 16 hex digits or more of an anchor, from its email; "" where none is asked about.
        watch: is given all references, and hands them on.
        least: with fewer cases, they are looked at one by one in this process.
        share_group: the group that may read the print tray; "" for none.
    """
    found = Found()
    with without_collecting():
        found.problems += _Walk(folder=folder, found=found, typed=typed, least=least).all(watch)
    places = look_at_places(folder, share_group)
    found.files = places.files
    found.problems += problems_of_orders(folder / ORDERS)
    found.problems += [*problems_of_derived(folder), *problems_of_index(folder), *places.problems]
    return found


@dataclass(slots=True, kw_only=True)
class _Walk:
    """One walk: what is carried from the logs of the ledger to the cases, and from the cases to emails and tray."""

    folder: Path
    found: Found
    typed: str = ""
    least: int = LEAST
    forgotten: dict[str, CaseForgotten] = field(default_factory=dict)
    reminded: set[str] = field(default_factory=set)
    together: set[str] = field(default_factory=set)
    agreements: dict[str, dict[str, str]] = field(default_factory=dict)
    leaving: set[tuple[str, str, int]] = field(default_factory=set)
    read: set[str] = field(default_factory=set)

    def all(self, watch: Watch) -> Iterator[Problem]:
        """Every problem, in the order of the places."""
        anchored = read_anchors(self.folder)
        yield from anchored.problems
        yield from torn_files(self.folder / LEDGER / ANCHORS, ())
        for name in LOGS:
            yield from self._office_log(name, anchored)
        yield from problems_of_agreements(self.folder, self.agreements)
        outbox = look_at_outbox(self.folder / OUTBOX)
        mails = MailsFound(folder=self.folder, forgotten=self.forgotten)
        refs = folder_refs(self.folder / CASES)
        yield from _problems_of_numbers(self.folder / CASES, refs)
        # The first of the two begins the processes, before `watch` may begin a thread that draws.
        with closing(side_by_side(self._look, refs, _Looked, least=self.least)) as seen:
            for looked, _ in zip(seen, watch(refs), strict=False):
                yield from self._case(looked, anchored, outbox, mails)
        yield from mails.compare(anchored)
        yield from self._outbox(outbox, mails)
        yield from anchored.files(self.forgotten)
        yield from anchored.gone(self.forgotten)
        self.found.lines += anchored.lines + mails.lines
        self.found.notes += anchored.words.notes(anchored.lost)
        self.found.breaks = anchored.breaks
        if self.typed:
            self.found.anchor, unfit = anchored.answer(self.typed)
            yield from unfit

    def _office_log(self, name: str, anchored: Anchored) -> Iterator[Problem]:
        log = f"{LEDGER}/{name}"
        check, reading = anchored.check(log), LogReading(self.folder / log, OfficeEntry)
        for entry in reading:
            check.see(entry.seq, entry.hash)
            if name == DELETIONS and isinstance(entry.event, CaseForgotten):
                self.forgotten[entry.event.ref] = entry.event
            elif isinstance(entry.event, RequestReminded):
                self.reminded.add(entry.event.message_id)
            elif isinstance(entry.event, DigestMade):
                self.together |= {entry.event.message_id, *entry.event.told}
            elif isinstance(entry.event, AgreementsDrawnUp):
                self.agreements[entry.event.round] = entry.event.files
        self.found.lines += reading.lines
        yield from reading.problems
        yield from torn_files(self.folder / log, ())
        if reading.lines or reading.is_broken:
            yield from anchored.done(log, check, is_broken=reading.is_broken)

    def _look(self, ref: str) -> _Looked:
        """One folder: all that a process beside this one may do."""
        case = self.folder / CASES / ref
        left = files_without_a_case(case) if ref in self.forgotten else []
        return _Looked(ref, left, look_at_case(case) if _has_case(case) else None)

    def _case(
        self, looked: _Looked, anchored: Anchored, outbox: OutboxFound, mails: MailsFound
    ) -> Iterator[Problem]:
        ref, left, found = looked
        if left:
            yield _half_deleted(self.folder / CASES / ref, left)
        if found is None:
            return
        yield from found.problems
        if found.hashes or not found.readable:
            check = anchored.check(f"{CASES}/{ref}/{LOG}")
            for seq, digest in enumerate(found.hashes, start=1):
                check.see(seq, digest)
            yield from anchored.done(f"{CASES}/{ref}/{LOG}", check, is_broken=not found.readable)
        mails.add_case(ref, found)
        yield from outbox.spoken_of(ref, found.queued)
        self._note(ref, found)

    def _note(self, ref: str, found: CaseFound) -> None:
        self.leaving |= {(ref, letter, version) for letter, version in found.leaving}
        self.found.cases += 1
        self.found.lines += len(found.hashes)
        if found.readable and found.hashes:
            self.read.add(ref)

    def _outbox(self, outbox: OutboxFound, mails: MailsFound) -> Iterator[Problem]:
        readable = self.read | ({IN_TRAY} if mails.is_readable else set())
        yield from outbox.spoken_of(f"{LEDGER}/{MAILS}", mails.told)
        yield from outbox.problems
        yield from outbox.spoken_of(f"{LEDGER}/{REQUESTS}", self.reminded)
        # What a digest told of a case that was deleted went with that case.
        deleted = {Path(name).stem.partition("-")[2] for one in self.forgotten.values() for name in one.sent}
        together = {one for one in self.together if id_of(one) not in deleted}
        yield from outbox.spoken_of(f"{LEDGER}/{TELLING}", together)
        yield from outbox.never_spoken_of(readable.__contains__)
        yield from problems_of_tray(
            self.folder / TO_POST, self.folder / CASES, is_known=self.read.__contains__, leaving=self.leaving
        )


def _has_case(case: Path) -> bool:
    return not (case / UNUSED).is_file() or (case / LOG).exists()


def _half_deleted(case: Path, left: list[str]) -> Problem:
    return Problem(
        where=str(case),
        what=f"This case was deleted, but {len(left)} files of it are still here, {left[0]} among them.",
        what_to_do=f"Delete it again: forget {case.name}.",
    )


def _problems_of_numbers(cases: Path, refs: Iterable[str]) -> Iterator[Problem]:
    """Each year's references run from 1 without a gap up to the highest ever given."""
    highest = read_numbers(cases)
    there: dict[str, set[int]] = {year: set() for year in highest}
    for ref in refs:
        there.setdefault(ref[:4], set()).add(int(ref[5:]))
    for year, numbers in sorted(there.items()):
        last = max([highest.get(year, 0), *numbers])
        for number in range(1, last + 1):
            if number not in numbers:
                yield Problem(
                    where=str(cases / f"{year}-{number:04d}"),
                    what="The folder of this case is gone.",
                    what_to_do=f"{_RESTORE} If it was lawfully deleted, create it again with a file {UNUSED} "
                    "saying why.",
                )
