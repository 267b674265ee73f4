"""Every difference between an edited letter and its draft, in words for whoever approves it: nothing is left out."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .edited_lines import lines_of, matched

CONTEXT = 4
"""Words before and after a change that are told with it."""
LONGEST = 400
"""Characters of one side of a change; of a longer one the rest is counted, since the letter itself is attached."""
MOST = 200
"""Changes that are told; more are counted."""


def changes_told(original: str, edited: str) -> list[str]:
    """A sentence for each line that was changed, put in or taken out, in the order of the letter."""
    before, after = lines_of(original), lines_of(edited)
    told: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, start2, end2 in matcher.get_opcodes():
        if what != "equal":
            told += _told(before[start:end], after[start2:end2])
    more = [f"And {len(told) - MOST} more changes: read the letter itself."] if len(told) > MOST else []
    return [*told[:MOST], *more]


def _told(was: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    left = list(was)
    for pair in matched(was, now):
        if pair.was:
            left.remove(pair.was)
            yield from _changed(pair.was, pair.now)
        else:
            yield f"Put in: {_quoted(pair.now.split())}"
    yield from (f"Taken out: {_quoted(line.split())}" for line in left)


def _changed(was: str, now: str) -> Iterator[str]:
    """Each piece of a line that is otherwise, with a few words around it."""
    before, after = was.split(), now.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    groups = list(matcher.get_grouped_opcodes(CONTEXT))
    for group in groups:
        first, last = group[0], group[-1]
        old, new = before[first[1] : last[2]], after[first[3] : last[4]]
        yield f"Was: {_quoted(old)} Now: {_quoted(new)}"
    if not groups:
        yield f"Was: {_quoted(before)} Now: {_quoted(after)} (spaces alone)"


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words)
    if len(text) <= LONGEST:
        return f"\u201c{text}\u201d"
    return f"\u201c{text[:LONGEST]}\u201d and {len(text) - LONGEST} more characters."
