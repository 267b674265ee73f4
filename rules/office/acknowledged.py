"""Which breaks of the anchor two people have acknowledged: it counts for what both named, and for nothing else. Pure.

A word covers what was named before it in the log of anchors. What is named again after it, by a later anchor or by
the word itself (where the logs then stood), is watched as before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from ...ground.english import listed, uk_date_short
from ...ground.errors import Problem
from ...ground.moments import local_day
from ..people.acting import Actor
from ..texts.names import TITLES, title_of, titles_agree, words_of
from .exports import AnchorMade, BreakAcknowledged, LogHead, OfficeEntry

OWN_LOG = "ledger/anchors.log"
"""The log of anchors, as an anchor names it that comes after a word."""

COMMAND = "letterladder acknowledge-break"
MOST_NAMED = 12
"""Logs that a sentence names; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one person said: the line in the log of anchors, when, their name, and of what."""

    line: int
    at: datetime
    by: str
    said: BreakAcknowledged

    @property
    def signed(self) -> str:
        """Who and when: "Mrs Anita Hollis (9 November 2026)"."""
        return f"{self.by} ({uk_date_short(local_day(self.at))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """What no longer fits its anchor, as found now, without what two have acknowledged.

    Attributes:
        lost: lines and files as anchored.
        stands: where those stand now that are still there.
        book: what is wrong with the log of anchors itself, which nobody can acknowledge.
    """

    lost: tuple[LogHead, ...] = ()
    stands: tuple[LogHead, ...] = ()
    book: tuple[Problem, ...] = ()


class Words:
    """All that was acknowledged, in the order of the log of anchors."""

    def __init__(self, entries: Iterable[OfficeEntry] = ()) -> None:
        self.all: list[Word] = []
        self._of: dict[LogHead, list[Word]] = {}
        for entry in entries:
            self.hear(entry)

    def hear(self, entry: OfficeEntry) -> None:
        """One line of the log of anchors, whatever it says."""
        if isinstance(entry.event, BreakAcknowledged):
            word = Word(line=entry.seq, at=entry.at, by=entry.by, said=entry.event)
            self.all.append(word)
            for head in dict.fromkeys(entry.event.lost):
                self._of.setdefault(head, []).append(word)

    def of_head(self, head: LogHead, line: int) -> list[Word]:
        """Who acknowledged that this does not fit, after it was named in this line of the log of anchors."""
        return [word for word in self._of.get(head, ()) if word.line > line]

    def of_number(self, typed: str) -> list[Word]:
        """Who acknowledged that this number is of no anchor; of two that were typed, one may begin the other."""
        return [
            word
            for word in self.all
            if any(typed.startswith(one) or one.startswith(typed) for one in word.said.numbers)
        ]

    def stands(self) -> Iterator[tuple[Word, LogHead]]:
        """Where the logs stood of which a break counts as acknowledged, at each of the words about them."""
        for word in self.all:
            # Two words that count for a line may come before and after it was named again: any line will do.
            counted = {head.log for head in word.said.lost if pair_of(self._of[head])}
            yield from ((word, head) for head in word.said.stands if head.log in counted)

    def pairs(self) -> dict[tuple[int, int], tuple[list[LogHead], list[str]]]:
        """What counts, by the lines of the two words that make it count."""
        found: dict[tuple[int, int], tuple[list[LogHead], list[str]]] = {}
        for head, words in self._of.items():
            if both := pair_of(words):
                found.setdefault((both[0].line, both[1].line), ([], []))[0].append(head)
        for number in _longest({one for word in self.all for one in word.said.numbers}):
            if both := pair_of(self.of_number(number)):
                found.setdefault((both[0].line, both[1].line), ([], []))[1].append(number)
        return found

    def notes(self, lost: Iterable[LogHead] = ()) -> Iterator[str]:
        """One sentence for each two people: what they acknowledged, when, and why; then what waits for a second one.

        Args:
            lost: what does not fit now, without what two have acknowledged.
        """
        by_line = {word.line: word for word in self.all}
        for (first, second), (heads, numbers) in sorted(self.pairs().items()):
            both = (by_line[first], by_line[second])
            what = what_of(heads, numbers)
            yield f"Acknowledged that this no longer fits its anchor: {what}. By {both_of(both)}."
        still = set(lost)
        for word in self.all:
            heads = [head for head in dict.fromkeys(word.said.lost) if head in still]
            numbers = [one for one in word.said.numbers if not pair_of(self.of_number(one))]
            if heads or numbers:
                yield f"{half_said([word])} It is about {what_of(heads, numbers)}."


def _longest(numbers: set[str]) -> list[str]:
    """Each number once: one that begins another was typed shorter."""
    return [
        one for one in sorted(numbers) if not any(other != one and other.startswith(one) for other in numbers)
    ]


def pair_of(words: Sequence[Word]) -> tuple[Word, Word] | None:
    """The first two of these that are of different people; None where there are none."""
    for one, other in combinations(words, 2):
        if not may_be_one((one.by, one.said.email), (other.by, other.said.email)):
            return one, other
    return None


def may_be_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two may be one person, each a name and an address: the same address, or names that can be one's.

    "A. Hollis" may be Mrs Anita Hollis; in doubt they are one, and somebody else is asked.
    """
    if one[1].casefold() == other[1].casefold():
        return True
    words, others = words_of(one[0]), words_of(other[0])
    if not titles_agree(title_of(words), title_of(others)):
        return False
    *given, family = [word for word in words if word not in TITLES] or [""]
    *also, name = [word for word in others if word not in TITLES] or [""]
    return family == name and all(
        mine == theirs or (1 in {len(mine), len(theirs)} and mine[0] == theirs[0])
        for mine, theirs in zip(given, also, strict=False)
    )


def is_by(word: Word, actor: Actor) -> bool:
    """Whether this word may be of who acts now."""
    return may_be_one((word.by, word.said.email), (actor.name, actor.email))


def both_of(words: tuple[Word, Word]) -> str:
    """The two, and why: 'Mrs Hollis (9 November 2026) and Mr Binns (9 November 2026), "restored"'."""
    why = listed([f"“{one}”" for one in dict.fromkeys(word.said.why for word in words)])
    return f"{listed([word.signed for word in words])}, {why}"


def what_of(heads: Iterable[LogHead], numbers: Iterable[str] = ()) -> str:
    """What is meant, in words: 'ledger/mails.log (lines 20 and 30), the number 0f3c 91aa 27d0 5b1e'."""
    lines: dict[str, list[str]] = {}
    for head in sorted(heads, key=lambda one: (one.log, one.seq)):
        lines.setdefault(head.log, []).append(str(head.seq))
    parts = [
        f"{log} ({'line' if len(found) == 1 else 'lines'} {listed(found)})" if log.endswith(".log") else log
        for log, found in lines.items()
    ]
    more = [f"{len(parts) - MOST_NAMED} more"] if len(parts) > MOST_NAMED else []
    return listed([*parts[:MOST_NAMED], *more, *(f"the number {in_fours(one)}" for one in numbers)])


def in_fours(digits: str) -> str:
    """A number for a person's eyes: groups of four."""
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def half_said(words: Sequence[Word]) -> str:
    """What is said of a break that one has acknowledged; "" where nobody has."""
    if not words:
        return ""
    word = words[0]
    return (
        f"One of two has acknowledged this: {word.signed}, “{word.said.why}”. It counts when a second, different"
        f" person does, after their own sign-in: {COMMAND}."
    )


def still_known(entries: Sequence[OfficeEntry]) -> dict[str, LogHead]:
    """Where each log stood when it was last anchored or a break of it acknowledged; what was lost by that left out."""
    words = Words(entries)
    return {
        head.log: head
        for line, head in _named_in(entries, words)
        if head.log != OWN_LOG and not pair_of(words.of_head(head, line))
    }


def said_of(entries: Sequence[OfficeEntry], lost: Iterable[LogHead]) -> dict[LogHead, list[Word]]:
    """Who has acknowledged each of these since it was last named."""
    words = Words(entries)
    lines = {head: line for line, head in _named_in(entries, words)}
    return {head: words.of_head(head, lines.get(head, 0)) for head in lost}


def _named_in(entries: Sequence[OfficeEntry], words: Words) -> Iterator[tuple[int, LogHead]]:
    """What each line of the log of anchors names, in order."""
    stands: dict[int, list[LogHead]] = {}
    for word, head in words.stands():
        stands.setdefault(word.line, []).append(head)
    for entry in entries:
        heads = entry.event.heads if isinstance(entry.event, AnchorMade) else stands.get(entry.seq, ())
        yield from ((entry.seq, head) for head in heads)


def since_last_anchor(entries: Sequence[OfficeEntry]) -> list[OfficeEntry]:
    """The words that no anchor names yet, in order."""
    found: list[OfficeEntry] = []
    for entry in entries:
        if isinstance(entry.event, AnchorMade):
            found = []
        elif isinstance(entry.event, BreakAcknowledged):
            found.append(entry)
    return found
