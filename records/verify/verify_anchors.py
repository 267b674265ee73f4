"""Do the logs still hold the lines that the anchors name? And is the number of an email among the anchors?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...ground.errors import Problem
from ...rules.office.anchors import anchors_in, day_in_words, grouped, misfit
from ...rules.office.exports import AnchorMade, CaseForgotten, OfficeEntry
from ..logs.anchor_log import ANCHORS, CASES, LEDGER
from ..logs.anchored_files import case_of, hash_now, is_file, is_of_other_secret
from ..logs.case_files import LOG
from ..logs.chain_stream import LogReading
from .verify_case import digest_of

_COMPARE = "Compare it with an earlier backup; until it is clear what happened, do not write to it."
ASKED = "--anchor"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A line that an anchor names; `digest` is its hash as bytes, `anchor` the place of the anchor from 0."""

    seq: int
    digest: bytes
    anchor: int


class HeadCheck:
    """One log on its way past: are the lines that anchors name among its lines?"""

    def __init__(self, named: list[_Named]) -> None:
        self._named: dict[int, list[_Named]] = {}
        for one in named:
            self._named.setdefault(one.seq, []).append(one)
        self._last = 0
        self.rewritten: list[_Named] = []

    def see(self, seq: int, digest: str) -> None:
        """One line passes."""
        self._last = seq
        for one in self._named.pop(seq, ()):
            if one.digest.hex() != digest:
                self.rewritten.append(one)

    @property
    def last(self) -> int:
        """The number of the last line that passed."""
        return self._last

    @property
    def cut_off(self) -> list[_Named]:
        """The named lines that never came."""
        return [one for several in self._named.values() for one in several]


@dataclass(slots=True, kw_only=True)
class Anchored:
    """All that the anchors of a data folder say, and what has been found not to fit.

    Attributes:
        made: day in words and root of each anchor, in order.
        named: which lines the anchors name, by log.
        unfit: the places of anchors that do not fit, themselves or by a log they name.
    """

    folder: Path
    made: list[tuple[str, str]] = field(default_factory=list)
    named: dict[str, list[_Named]] = field(default_factory=dict)
    unfit: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    lines: int = 0

    def check(self, log: str) -> HeadCheck:
        """A check for this log (its path in the data folder), to be shown each of its lines."""
        return HeadCheck(self.named.get(log, []))

    def done(self, log: str, check: HeadCheck, *, is_broken: bool = False) -> list[Problem]:
        """What the anchors say of a log that has passed; of a broken one nobody knows the lines after the break."""
        self.named.pop(log, None)
        lost = [] if is_broken else check.cut_off
        self.unfit |= {one.anchor for one in (*check.rewritten, *check.cut_off)}
        return [
            *self._told(log, check.rewritten, "is not the line that is there now: the log was rewritten"),
            *self._told(log, lost, f"is gone: the log ends at line {check.last}, so its end was cut off"),
        ]

    def _told(self, log: str, named: list[_Named], what: str) -> Iterator[Problem]:
        """One problem a log, by the earliest anchor that does not fit."""
        if named:
            first = min(named, key=lambda one: one.anchor)
            day = self.made[first.anchor][0]
            yield Problem(
                where=str(self.folder / log),
                what=f"Line {first.seq}, as anchored on {day}, {what}.",
                what_to_do=_COMPARE,
            )

    def files(self, forgotten: Mapping[str, CaseForgotten]) -> Iterator[Problem]:
        """The files beside the logs that an anchor names, and that are gone or others now."""
        excused = {name for one in forgotten.values() for name in one.sent}
        for log in [one for one in self.named if is_file(one)]:
            named, now = self.named.pop(log), hash_now(self.folder, log)
            if now in {one.digest.hex() for one in named[-1:]} or log in excused or case_of(log) in forgotten:
                continue
            if is_of_other_secret(self.folder, log):
                continue
            self.unfit |= {one.anchor for one in named}
            day = self.made[named[-1].anchor][0]
            what = (
                f"It is not what was anchored on {day}: it was changed."
                if now
                else f"Anchored on {day}; it is gone."
            )
            yield Problem(where=str(self.folder / log), what=what, what_to_do=_COMPARE)

    def gone(self, forgotten: Mapping[str, CaseForgotten]) -> Iterator[Problem]:
        """The logs that an anchor names and that nobody met; call it when all logs have passed."""
        for log, named in self.named.items():
            deleted = forgotten.get(log.removeprefix(f"{CASES}/").removesuffix(f"/{LOG}"))
            if deleted is None:
                self.unfit |= {one.anchor for one in named}
                yield from self._told(log, named, "is gone with its log, and no log of deletions mentions it")
            else:
                others = [one for one in named if not _is_within(one, deleted)]
                self.unfit |= {one.anchor for one in others}
                yield from self._told(log, others, "does not belong to the log that was deleted later")

    def answer(self, typed: str) -> tuple[str, list[Problem]]:
        """What is to be said of a number from an email: one sentence, or why it does not fit.

        Args:
            typed: 16 to 64 hex digits.
        """
        found = [place for place, (_, root) in enumerate(self.made) if root.startswith(typed)]
        if len(found) != 1:
            return "", [_not_there(typed, len(found))]
        day = self.made[found[0]][0]
        unfit = sorted(place for place in self.unfit if place <= found[0])
        if unfit:
            return "", [_no_longer(day, self.made[unfit[0]][0])]
        return f"This is the anchor for {day}: everything up to that day is as it was.", []


def _is_within(named: _Named, deleted: CaseForgotten) -> bool:
    if named.seq == deleted.entries:
        return named.digest.hex() == deleted.last_hash
    return named.seq < deleted.entries


def read_anchors(folder: Path) -> Anchored:
    """The anchors of a data folder, with what does not fit in their own log."""
    log = folder / LEDGER / ANCHORS
    anchored = Anchored(folder=folder)
    reading = LogReading(log, OfficeEntry)
    before = ""
    for place, anchor in enumerate(anchors_in(reading)):
        anchored.made.append((day_in_words(anchor), anchor.root))
        if wrong := misfit(anchor, before):
            anchored.unfit.add(place)
            what = f"The anchor of {day_in_words(anchor)} {wrong}: the log of anchors was rewritten."
            anchored.problems.append(Problem(where=str(log), what=what, what_to_do=_COMPARE))
        _name(anchored, anchor, place)
        before = anchor.root
    anchored.problems += reading.problems
    anchored.lines = reading.lines
    return anchored


def _name(anchored: Anchored, anchor: AnchorMade, place: int) -> None:
    for head in anchor.heads:
        named = _Named(seq=head.seq, digest=digest_of(head.hash), anchor=place)
        anchored.named.setdefault(head.log, []).append(named)


def _not_there(typed: str, count: int) -> Problem:
    if count:
        return Problem(
            where=ASKED, what="Several anchors start like this.", what_to_do="Type more of the number."
        )
    return Problem(
        where=ASKED,
        what=f"No anchor of this folder is {grouped(typed)}: it was mistyped, or the logs have been rewritten since.",
        what_to_do="Type it again from the email. If it is right, keep the email, touch nothing, and compare this"
        " folder with a backup made before that day.",
    )


def _no_longer(day: str, first: str) -> Problem:
    return Problem(
        where=ASKED,
        what=f"This is the anchor of {day}, but not everything is as it was then: what was anchored on"
        f" {first} no longer fits.",
        what_to_do="See the other problems listed: they name the logs.",
    )
