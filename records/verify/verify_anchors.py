"""Do the logs still hold the lines that the anchors name? And is the number of an email among the anchors?

What two people have acknowledged is no problem any more, but always told; see rules/office/acknowledged.py.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...ground.english import uk_date_short
from ...ground.errors import Problem
from ...ground.moments import local_day
from ...rules.office.acknowledged import COMMAND, OWN_LOG, Breaks, Words, both_of, half_said, pair_of
from ...rules.office.anchors import day_in_words, grouped, misfit
from ...rules.office.exports import AnchorMade, BreakAcknowledged, CaseForgotten, LogHead, OfficeEntry
from ..logs.anchor_log import ANCHORS, CASES, LEDGER
from ..logs.anchored_files import case_of, hash_now, is_file, is_of_other_secret, is_unreadable
from ..logs.case_files import LOG
from ..logs.chain_stream import LogReading
from .verify_case import digest_of

_COMPARE = "Compare it with an earlier backup; until it is clear what happened, do not write to it."
ASKED = "--anchor"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A line that an anchor names; `digest` is its hash as bytes, `by` the line in the log of anchors."""

    seq: int
    digest: bytes
    by: int


class HeadCheck:
    """One log on its way past: are the lines that anchors name among its lines?"""

    def __init__(self, named: list[_Named]) -> None:
        self._named: dict[int, list[_Named]] = {}
        for one in named:
            self._named.setdefault(one.seq, []).append(one)
        self.last, self.digest = 0, ""
        self.rewritten: list[_Named] = []

    def see(self, seq: int, digest: str) -> None:
        """One line passes."""
        self.last, self.digest = seq, digest
        for one in self._named.pop(seq, ()):
            if one.digest.hex() != digest:
                self.rewritten.append(one)

    @property
    def cut_off(self) -> list[_Named]:
        """The named lines that never came."""
        return [one for several in self._named.values() for one in several]


@dataclass(slots=True, kw_only=True)
class Anchored:
    """All that the anchors of a data folder say, and what has been found not to fit.

    Attributes:
        made: root of each anchor, by its line in the log of anchors.
        day: what happened on which day in these lines: "anchored on 9 November 2026".
        named: which lines the anchors name, by log.
        words: who acknowledged what.
        unfit: the lines of anchors that do not fit, themselves or by a log they name.
        excused: those of which two have acknowledged what does not fit, and the two sentences about it.
        lost: what no longer fits, and where it stands now; without what two have acknowledged.
    """

    folder: Path
    made: dict[int, str] = field(default_factory=dict)
    day: dict[int, str] = field(default_factory=dict)
    named: dict[str, list[_Named]] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    unfit: set[int] = field(default_factory=set)
    excused: dict[int, str] = field(default_factory=dict)
    lost: list[LogHead] = field(default_factory=list)
    stands: list[LogHead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: int = 0

    @property
    def breaks(self) -> Breaks:
        """What does not fit and could be acknowledged; complete when all has passed."""
        stands = tuple(dict.fromkeys(self.stands))
        return Breaks(lost=tuple(dict.fromkeys(self.lost)), stands=stands, book=tuple(self.problems))

    def check(self, log: str) -> HeadCheck:
        """A check for this log (its path in the data folder), to be shown each of its lines."""
        return HeadCheck(self.named.get(log, []))

    def done(self, log: str, check: HeadCheck, *, is_broken: bool = False) -> list[Problem]:
        """What the anchors say of a log that has passed; of a broken one nobody knows the lines after the break."""
        self.named.pop(log, None)
        rewritten, cut_off = self._open(log, check.rewritten), self._open(log, check.cut_off)
        lost = [] if is_broken else cut_off
        self.unfit |= {one.by for one in cut_off}
        found = [
            *self._told(log, rewritten, "is not the line that is there now: the log was rewritten"),
            *self._told(log, lost, f"is gone: the log ends at line {check.last}, so its end was cut off"),
        ]
        if found and check.last and not is_broken:
            self.stands.append(LogHead(log=log, seq=check.last, hash=check.digest))
        return found

    def _open(self, log: str, named: list[_Named]) -> list[_Named]:
        """Those of what does not fit that two have not acknowledged; the others are kept as excused."""
        left = []
        for one in named:
            if both := pair_of(self.words.of_head(_head(log, one), one.by)):
                self.excused[one.by] = both_of(both)
            else:
                left.append(one)
        return left

    def _told(self, log: str, named: list[_Named], what: str) -> Iterator[Problem]:
        """One problem a log, by the earliest anchor that does not fit."""
        if named:
            first = min(named, key=lambda one: one.by)
            yield self._problem(log, named, f"Line {first.seq}, as {self.day[first.by]}, {what}.")

    def _problem(self, log: str, named: list[_Named], what: str) -> Problem:
        """What does not fit is kept, and told with who has acknowledged it so far."""
        self.unfit |= {one.by for one in named}
        heads = [_head(log, one) for one in named]
        self.lost += heads
        said = [half_said(self.words.of_head(head, one.by)) for head, one in zip(heads, named, strict=True)]
        do = " ".join([_COMPARE, *dict.fromkeys(said)]) if all(said) else _COMPARE
        return Problem(where=str(self.folder / log), what=what, what_to_do=do)

    def files(self, forgotten: Mapping[str, CaseForgotten]) -> Iterator[Problem]:
        """The files beside the logs that an anchor names, and that are gone or others now."""
        deleted = {name for one in forgotten.values() for name in one.sent}
        for log in [one for one in self.named if is_file(one)]:
            named, now = self.named.pop(log), hash_now(self.folder, log)
            fits = now in {one.digest.hex() for one in named[-1:]}
            if log in deleted or case_of(log) in forgotten or is_of_other_secret(self.folder, log):
                continue
            left = self._open(log, [one for one in named if one.digest.hex() != now])
            if fits or not (last := [one for one in left if one is named[-1]]):
                continue
            self.unfit |= {one.by for one in left}
            if now:
                self.stands.append(LogHead(log=log, seq=1, hash=now))
            day = self.day[named[-1].by]
            what = f"It is not what was {day}: it was changed." if now else f"A{day[1:]}; it is gone."
            problem = self._problem(log, last, what)
            if not is_unreadable(self.folder, log):
                yield problem

    def gone(self, forgotten: Mapping[str, CaseForgotten]) -> Iterator[Problem]:
        """The logs that an anchor names and that nobody met; call it when all logs have passed."""
        for log, named in self.named.items():
            left = self._open(log, named)
            deleted = forgotten.get(log.removeprefix(f"{CASES}/").removesuffix(f"/{LOG}"))
            if deleted is None:
                yield from self._told(log, left, "is gone with its log, and no log of deletions mentions it")
            else:
                others = [one for one in left if not _is_within(one, deleted)]
                yield from self._told(log, others, "does not belong to the log that was deleted later")

    def answer(self, typed: str) -> tuple[str, list[Problem]]:
        """What is to be said of a number from an email: one sentence, or why it does not fit.

        Args:
            typed: 16 to 64 hex digits.
        """
        found = [line for line, root in self.made.items() if root.startswith(typed)]
        if not found and (both := pair_of(words := self.words.of_number(typed))):
            what = f"No anchor of this folder is {grouped(typed)}, which was acknowledged by {both_of(both)}."
            return f"{what} What was written before that day and is not here is not proved by it.", []
        if len(found) != 1:
            return "", [_not_there(typed, len(found), half_said([] if found else words))]
        (line,) = found
        unfit = sorted(one for one in self.unfit if one <= line)
        if unfit:
            return "", [_no_longer(self.day[line], self.day[unfit[0]])]
        said = list(dict.fromkeys(self.excused[one] for one in sorted(self.excused) if one <= line))
        if said:
            but = "; ".join(said)
            return f"{_this_is(self.day[line])}: all is as it was but what was acknowledged by {but}.", []
        return f"{_this_is(self.day[line])}: everything up to that day is as it was.", []


def _head(log: str, named: _Named) -> LogHead:
    return LogHead(log=log, seq=named.seq, hash=named.digest.hex())


def _this_is(anchored: str) -> str:
    """From "anchored on 9 November 2026"."""
    return f"This is the anchor for {anchored.removeprefix(_ANCHORED)}"


_ANCHORED = "anchored on "


def _is_within(named: _Named, deleted: CaseForgotten) -> bool:
    if named.seq == deleted.entries:
        return named.digest.hex() == deleted.last_hash
    return named.seq < deleted.entries


def read_anchors(folder: Path) -> Anchored:
    """The anchors of a data folder, with what does not fit in their own log."""
    log = folder / LEDGER / ANCHORS
    anchored = Anchored(folder=folder)
    reading = LogReading(log, OfficeEntry)
    before, own = "", dict[int, str]()
    for entry in reading:
        if isinstance(entry.event, AnchorMade):
            _name_all(anchored, entry.seq, entry.event, before)
            before = entry.event.root
        elif isinstance(entry.event, BreakAcknowledged):
            own[entry.seq] = entry.hash
            anchored.words.hear(entry)
            anchored.day[entry.seq] = f"acknowledged on {uk_date_short(local_day(entry.at))}"
    anchored.problems += reading.problems
    anchored.problems += _of_itself(anchored, own)
    _name_stands(anchored)
    anchored.lines = reading.lines
    return anchored


def _name_all(anchored: Anchored, line: int, anchor: AnchorMade, before: str) -> None:
    """What one anchor names, and whether it fits itself."""
    anchored.made[line] = anchor.root
    anchored.day[line] = f"{_ANCHORED}{day_in_words(anchor)}"
    if wrong := misfit(anchor, before):
        anchored.unfit.add(line)
        what = f"The anchor of {day_in_words(anchor)} {wrong}: the log of anchors was rewritten."
        where = str(anchored.folder / LEDGER / ANCHORS)
        anchored.problems.append(Problem(where=where, what=what, what_to_do=_COMPARE))
    for head in anchor.heads:
        _name(anchored, head, line)


def _name(anchored: Anchored, head: LogHead, line: int) -> None:
    named = _Named(seq=head.seq, digest=digest_of(head.hash), by=line)
    anchored.named.setdefault(head.log, []).append(named)


def _name_stands(anchored: Anchored) -> None:
    """Where the logs stood when two acknowledged a break of them is watched as if an anchor had named it."""
    for word, head in anchored.words.stands():
        _name(anchored, head, word.line)
        anchored.named[head.log].sort(key=lambda one: one.by)


def _of_itself(anchored: Anchored, own: Mapping[int, str]) -> Iterator[Problem]:
    """The words in the log of anchors that a later anchor names and that are others now."""
    for one in anchored.named.pop(OWN_LOG, []):
        if own.get(one.seq) != one.digest.hex():
            anchored.unfit.add(one.by)
            what = f"Line {one.seq}, in which somebody acknowledged a break, is not what was {anchored.day[one.by]}."
            yield Problem(
                where=str(anchored.folder / LEDGER / ANCHORS),
                what=f"{what} The log of anchors was rewritten.",
                what_to_do=_COMPARE,
            )


def _not_there(typed: str, count: int, half: str) -> Problem:
    if count:
        return Problem(
            where=ASKED, what="Several anchors start like this.", what_to_do="Type more of the number."
        )
    do = (
        "Type it again from the email. If it is right, keep the email, touch nothing, and compare this folder with a"
        " backup made before that day. If the folder was restored from an older backup, two people can acknowledge"
        f" that: {COMMAND} --anchor."
    )
    return Problem(
        where=ASKED,
        what=f"No anchor of this folder is {grouped(typed)}: it was mistyped, the folder was restored from an older"
        " backup, or the logs have been rewritten since.",
        what_to_do=half or do,
    )


def _no_longer(day: str, first: str) -> Problem:
    return Problem(
        where=ASKED,
        what=f"This is the anchor of {day.removeprefix(_ANCHORED)}, but not everything is as it was then: what was"
        f" {first} no longer fits.",
        what_to_do="See the other problems listed: they name the logs.",
    )
