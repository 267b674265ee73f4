"""Which kinds of conduct a report mentions, by the cues that the school's policy lists, with the words that led to it.

A cue is a phrase of whole words; letters with accents and apostrophes are compared plainly. A `*` ends a word
that may go on ("harass*"). Parts joined by `+` must all occur near one another, in any order. A part that begins
with `@` is one of the lists in cue_words.py: "@insult + @staff".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..people.staff_spoken import StaffName, staff_places
from ..policies.policy import Policy
from ..texts.cue_words import LISTS
from ..texts.names import Folded, fold
from ..texts.passages import new_passages
from ..texts.phrases import Patterns
from ..texts.report import Report
from ..texts.sieve import Shelves

LIST = "@"
"""How a part begins that is one of the lists."""
NEAR = 260
"""Parts of one cue are at most so many characters apart: about three sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSeen:
    """A kind of conduct that the policy names, and the words in the report that suggest it."""

    conduct: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Names that the register knows in this report, so that a cue's lists can tell who was mentioned.

    `parents` and `pupils` are names of those mentioned; `staff` are those whom the school knows to work there. A
    titled name that is none of these is nobody's.
    """

    parents: tuple[str, ...] = ()
    pupils: tuple[str, ...] = ()
    staff: tuple[StaffName, ...] = ()


NOBODY = Named()


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int


def propose_conduct(report: Report, policy: Policy, named: Named = NOBODY) -> tuple[CueSeen, ...]:
    """The kinds of conduct whose cues the report holds, in the policy's order, each with the first words found.

    Looked through: the form's lines, else the subject and what the email newly tells; never an email it answers.
    """
    folded = (fold(text) for text in _told(report) if text.strip())
    shelves = _shelves(tuple(conduct.cues for conduct in policy.conduct.values()))
    texts = [_Reading(text=text, named=named, likely=shelves.likely(text.text)) for text in folded]
    seen = (_first(texts, conduct.id, conduct.cues) for conduct in policy.conduct.values())
    return tuple(cue for cue in seen if cue)


def _told(report: Report) -> list[str]:
    form = report.form
    if form.is_form:
        return [f"{report.subject}\n\n{form.where}\n\n{form.what}"]
    return [report.subject, "\n\n".join(part.text for part in new_passages(report))]


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One text that is looked through; many cues share a part, and each part is looked for once."""

    text: Folded
    named: Named
    likely: frozenset[str]
    found: dict[str, tuple[_Place, ...]] = field(default_factory=dict)

    def places(self, part: str) -> tuple[_Place, ...]:
        if part not in self.found:
            places = _places(self.text, part, self.named)
            self.found[part] = tuple(sorted(places, key=lambda place: place.start))
        return self.found[part]


def _first(texts: list[_Reading], conduct: str, cues: tuple[str, ...]) -> CueSeen | None:
    for text in texts:
        for needed, parts in _by_parts(cues):
            if needed <= text.likely and (words := _found(text, parts)):
                return CueSeen(conduct=conduct, words=words)
    return None


@lru_cache(maxsize=500)
def _by_parts(cues: tuple[str, ...]) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """Each cue by its parts, and by those of them that are no lists: without one of these it is not fulfilled."""
    every = [_parts(cue) for cue in cues]
    return tuple((frozenset(part for part in parts if not part.startswith(LIST)), parts) for parts in every)


def _found(text: _Reading, parts: tuple[str, ...]) -> str:
    """The words of `text` that fulfil a cue of these parts, joined by " ... "; "" where it is not fulfilled."""
    begun, *more = parts
    others = [text.places(part) for part in more]
    for first in text.places(begun):
        near = [_nearest(first, places) for places in others]
        if all(near):
            places = [first, *(place for place in near if place)]
            return " ... ".join(text.text.written(place.start, place.end) for place in places)
    return ""


@lru_cache(maxsize=10_000)
def _parts(cue: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cue.split("+"))


@lru_cache(maxsize=8)
def _shelves(cues: tuple[tuple[str, ...], ...]) -> Shelves:
    """A policy's cues by their parts, so that one look at a text tells which of them it may hold."""
    parts = {part for some in cues for cue in some for part in _parts(cue)}
    return Shelves({part: _patterns((part,)).sources for part in parts if not part.startswith(LIST)})


def _nearest(first: _Place, others: tuple[_Place, ...]) -> _Place | None:
    """The place nearest to `first`, at most NEAR away; `others` are in the order of the text."""
    place = bisect_left(others, first.start, key=lambda other: other.start)
    beside = others[max(0, place - 1) : place + 1]
    near = [other for other in beside if abs(other.start - first.start) <= NEAR]
    return min(near, key=lambda other: abs(other.start - first.start)) if near else None


def _places(text: Folded, part: str, named: Named) -> Iterator[_Place]:
    name = part[1:] if part.startswith(LIST) else ""
    more = {"parent": named.parents, "pupil": named.pupils}.get(name, ())
    for patterns in (_patterns(tuple(LISTS.get(name, ())) if name else (part,)), _patterns(more)):
        for found in patterns.found_in(text.text):
            yield _Place(found.start(), found.end())
    if name == "staff":
        yield from (_Place(start, end) for start, end in staff_places(text, named.staff))


@lru_cache(maxsize=2_000)
def _patterns(phrases: tuple[str, ...]) -> Patterns:
    """The patterns of some phrases, kept: a policy has hundreds."""
    return Patterns(tuple(filter(None, map(_pattern, phrases))))


def _pattern(phrase: str) -> str:
    words = fold(phrase).text.split()
    pattern = r"[ \n-]+".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return rf"(?<!\w){pattern}(?!\w)" if words else ""
