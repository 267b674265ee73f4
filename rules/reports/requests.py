"""What a sender asks for in plain words: their data, information, by a solicitor, or a remedy for how data were used.

A small grammar: each sentence is searched for the parts of a request (asking, what is kept, about whom ...), and rules
say which parts, in which order, make one. Parts and rules are data, in request_words.py and request_rules.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..cases.events import FlagSeen
from ..people.people import PeopleRegister
from ..texts.names import Folded, words_of
from ..texts.report import Report
from ..texts.sieve import Shelves
from ..words import Flag
from .request_rules import PARTS, RULES

Span = tuple[int, int]

OF_A_CHILD = frozenset({"me", "mine", "my child"})
"""Parts for which a child's name may stand."""

LONGEST_SENTENCE, OVERLAP = 500, 150
"""Characters; a longer sentence is read in pieces that overlap, so that the work grows with the text alone."""

FARTHEST = 120
"""Characters between two parts of one request."""

END = re.compile(r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bmiss)(?<!\bst)[.!?;]+(?=\s|$)|\n")
OWN_WORDS = re.compile(r"(my|our|i|we|ill|im|ive|well|weve)\b|.*\b(my|our)\b")
ADJACENT, LATER, NEAR, NEVER = "", "~", "+", "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which parts make a request: `row` in order, each with how it follows; `near` and `never` as parts' names."""

    flag: Flag
    row: tuple[tuple[str, str], ...]
    near: tuple[str, ...]
    never: tuple[str, ...]

    @property
    def parts(self) -> frozenset[str]:
        """The parts that must be in the sentence itself."""
        return _named(self.row)


@lru_cache(maxsize=200)
def _named(row: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(part for _, part in row)


def rules_of(lines: str) -> tuple[Rule, ...]:
    """The rules of a block, one a line; a part's name may have several words."""
    return tuple(_rule(line.strip()) for line in lines.splitlines() if line.strip())


def _rule(line: str) -> Rule:
    """One rule; raises ValueError for a part that is nowhere."""
    kind, _, told = line.partition(":")
    pieces: list[tuple[str, str]] = []
    follows, words = ADJACENT, told.split()
    while words:
        if words[0] in {LATER, NEAR, NEVER}:
            follows = words.pop(0)
        size = next((size for size in (3, 2, 1) if " ".join(words[:size]) in PARTS), 0)
        if not size:
            raise ValueError(f"No part begins with {words[0]!r}: {line}")
        pieces.append((follows, " ".join(words[:size])))
        follows, words = ADJACENT, words[size:]
    return Rule(
        flag=Flag(kind),
        row=tuple(one for one in pieces if one[0] in {ADJACENT, LATER}),
        near=tuple(part for how, part in pieces if how == NEAR),
        never=tuple(part for how, part in pieces if how == NEVER),
    )


GRAMMAR = rules_of(RULES)


def children_of(report: Report, register: PeopleRegister) -> tuple[str, ...]:
    """The given and full names of the sender's children, where the register knows the sender's address."""
    sender = register.adult_with_mail([report.from_address])
    children = register.pupils_of(sender.person_id) if sender else ()
    return tuple(name for child in children for name in (child.given_name, child.full_name))


def requests_in(texts: Sequence[Folded], children: tuple[str, ...] = ()) -> Iterator[FlagSeen]:
    """The kinds of requests that texts make, each once, with the words that make it.

    Args:
        texts: what the sender says, folded, quoted words left out.
        children: names of the children whom the sender may call by name alone.
    """
    found: dict[Flag, str] = {}
    for text in texts:
        for flag, words in _asked(text, children):
            found.setdefault(flag, words)
    yield from (FlagSeen(flag=flag, words=words) for flag, words in found.items())


def _asked(text: Folded, children: tuple[str, ...]) -> Iterator[tuple[Flag, str]]:
    sentences = [
        _Sentence(text=text.text[start:end], start=start, likely=_likely(text.text[start:end], children))
        for start, end in sentences_of(text.text)
    ]
    asks_nothing: set[tuple[str, ...]] = set()
    for place, sentence in enumerate(sentences):
        near = sentences[max(0, place - 1) : place + 2]
        words = (sentence.text, *(one.text for one in near))
        if words in asks_nothing:
            continue
        around = frozenset[str]().union(*(one.likely for one in near))
        spans = [
            (rule, span)
            for rule in GRAMMAR
            if rule.parts <= sentence.likely
            and around.issuperset(rule.near)
            and (span := _fits(rule, sentence, near, children))
        ]
        if not spans:
            asks_nothing.add(words)
        for rule, span in spans:
            yield rule.flag, text.written(sentence.start + span[0], sentence.start + span[1])


def sentences_of(text: str) -> Iterator[Span]:
    """Where each sentence of a folded text begins and ends, in pieces of bounded length."""
    start = 0
    for end in [*(found.end() for found in END.finditer(text)), len(text)]:
        while end - start > LONGEST_SENTENCE:
            yield start, start + LONGEST_SENTENCE
            start += LONGEST_SENTENCE - OVERLAP
        if end > start:
            yield start, end
        start = max(start, end)


@dataclass(slots=True, kw_only=True)
class _Sentence:
    """A sentence and where in it each part was found, once sought."""

    text: str
    start: int
    likely: frozenset[str]
    sought: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def spans(self, part: str, children: tuple[str, ...]) -> tuple[Span, ...]:
        if part not in self.likely:
            return ()
        if part not in self.sought:
            patterns = (*PARTS[part].likely(self.text), *_names(part, children))
            found = {span for pattern in patterns for span in _everywhere(pattern, self.text)}
            self.sought[part] = tuple(sorted(found))
        return self.sought[part]


@lru_cache(maxsize=1)
def _shelves() -> Shelves:
    return Shelves({part: patterns.sources for part, patterns in PARTS.items()})


def _likely(text: str, children: tuple[str, ...]) -> frozenset[str]:
    """The parts that a sentence may hold; those that a child's name stands for always may."""
    return _shelves().likely(text) | (OF_A_CHILD if children else frozenset())


def _everywhere(pattern: "re.Pattern[str]", text: str) -> Iterator[Span]:
    """Every place where a pattern fits, those inside one another too."""
    found = pattern.search(text)
    while found and found.start() < len(text):
        yield found.span()
        found = pattern.search(text, found.start() + 1)


@lru_cache(maxsize=64)
def _names(part: str, children: tuple[str, ...]) -> tuple["re.Pattern[str]", ...]:
    """A child's name stands for "my child" where that is whom something is about, or whose it is."""
    ways = "|".join(re.escape(" ".join(words_of(name))) for name in children if words_of(name))
    if not ways or part not in OF_A_CHILD:
        return ()
    ends = {"me": r"(?!s?\w)", "mine": "s", "my child": "s?"}
    return (re.compile(rf"(?<!\w)({ways}){ends[part]}(?!\w)"),)


def _fits(
    rule: Rule, sentence: _Sentence, near: Sequence[_Sentence], children: tuple[str, ...]
) -> Span | None:
    """Where a sentence makes the request of a rule, or None."""
    reached: list[tuple[int, Span]] = [(0, (0, 0))]
    for place, (follows, part) in enumerate(rule.row):
        spans = sentence.spans(part, children)
        reached = (
            [(start, (start, end)) for start, end in spans] if not place else _next(reached, follows, spans)
        )
        if not reached:
            return None
    if any(sentence.spans(part, children) for part in rule.never):
        return None
    if not all(any(one.spans(part, children) for one in near) for part in rule.near):
        return None
    whole = ((start, last[1]) for start, last in reached)
    return next((one for one in whole if not _is_hearsay(rule, sentence, one)), None)


def _next(reached: list[tuple[int, Span]], follows: str, spans: tuple[Span, ...]) -> list[tuple[int, Span]]:
    """The next part wherever it follows one that was reached, with the start of the whole; one for each place."""
    far = FARTHEST if follows == LATER else 1
    found: dict[Span, int] = {}
    for start, (_, end) in reached:
        for span in spans:
            if 0 <= span[0] - end <= far:
                found.setdefault(span, start)
    return [(start, span) for span, start in found.items()]


def _is_hearsay(rule: Rule, sentence: _Sentence, span: Span) -> bool:
    """Whether a step is only told of somebody else: "she says that he will sue"; "my", "we" are the sender's own.

    Directly after "he shouted", "my solicitor" is his.
    """
    if rule.flag not in {Flag.SOLICITOR, Flag.DP_COMPLAINT}:
        return False
    before = [end for _, end in sentence.spans("tells", ()) if end <= span[0] + 1]
    if OWN_WORDS.match(sentence.text[span[0] : span[1]]):
        return rule.flag is Flag.SOLICITOR and any(span[0] - end <= 1 for end in before)
    return bool(before)
