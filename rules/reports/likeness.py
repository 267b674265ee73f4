"""How like the emails that tell of a danger an email reads: weights of words and pairs of words, learned once.

It is used beside the clauses (urgency.py): what no clause tells may still read like a danger, and words that a clause
takes for one may be in an email that reads like none. The weights were learned from emails that may be looked into
(tests/tools/learn_weights.py); nothing is learned from a school's own email.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise

from ..texts.readable import COMMON
from ..texts.report import Report
from ..texts.sentences import Sentence, Voice, sentences_of
from . import danger_weights

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d+")
WHOLE = 140
"""Words of a text that is read as one."""
WINDOW = 45
"""Words that are read together in a longer text, or a danger in its last lines would be lost among the others."""
STEP = WINDOW // 2
"""Words from the beginning of one part to that of the next, so that nothing is cut in two."""
DISCOUNT = 0.3
"""How much less the highest of several parts counts, for each time that they are 2.7 as many: of many parts one or the
other is high by chance."""
MOST = 240
"""Parts of one email that are read: where it has more, the first half of them and the last."""
SHORT = 30
"""Different words and pairs below which a text counts as so long: two words alone say little."""
SHOWN = 4
"""Words shown to whoever reads the email."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned.

    Attributes:
        of: the weight of a word or a pair of words; above 0 where it is in dangers more often than elsewhere.
        bias: what is added whatever the words are.
        red_from: the score from which an email is red.
        amber_to: the score up to which an email reads like no danger, whatever a clause takes from it.
    """

    of: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0
    red_from: float = 2.0
    amber_to: float = -1.0


NOTHING_LEARNED = Weights()
"""By these nothing is raised or lowered: the clauses alone count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like a danger an email reads.

    Attributes:
        highest: from 0 to 1, of the part that reads most like one.
        score: the same, less where there are many parts.
        words: those that weighed most in that part, as folded.
        of_danger: whether the email is red by it.
        of_none: whether no part of it reads like a danger.
    """

    highest: float = 0.0
    score: float = 0.0
    words: tuple[str, ...] = ()
    of_danger: bool = False
    of_none: bool = False

    @property
    def told(self) -> str:
        """What is said of an email that reads like a danger, as the end of a sentence; "" of any other."""
        if not self.of_danger:
            return ""
        words = ", ".join(f'"{one}"' for one in self.words)
        return f"it reads like an email about a danger ({words})"


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that ship."""
    return Weights(
        of=dict(_rows(danger_weights.WEIGHTS)),
        bias=danger_weights.BIAS,
        red_from=danger_weights.RED_FROM,
        amber_to=danger_weights.AMBER_TO,
    )


def _rows(text: str) -> Iterator[tuple[str, float]]:
    """Each line: a weight in tenths, and the words that have it."""
    for line in text.strip().splitlines():
        weight, _, words = line.partition(" ")
        for one in words.split(";"):
            yield one, int(weight) / 10


def likeness_of(report: Report, weights: Weights | None = None) -> Likeness:
    """How like a danger an email reads, by the part of it that does most.

    Args:
        report: the email.
        weights: other weights than those that ship.
    """
    known = weights or shipped()
    read = [_weighed(part, known) for part in parts_of(sentences_of(report))]
    if not read:
        return Likeness(of_none=known.amber_to >= 0)
    highest, words = max(read, key=lambda one: one[0])
    score = sigmoid(highest - DISCOUNT * math.log(len(read)))
    return Likeness(
        highest=sigmoid(highest),
        score=score,
        words=words,
        of_danger=score >= known.red_from,
        of_none=sigmoid(highest) <= known.amber_to,
    )


def parts_of(sentences: Iterable[Sentence]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The parts of an email that are read by themselves, each as sentences of words.

    The email, what it answers and each file are apart; what is longer than a window is read in windows.
    """
    apart = groupby(sentences, key=lambda one: (one.file, one.voice is Voice.ANSWERED))
    found = tuple(part for _, own in apart for part in _windows([words_of(one.plain) for one in own]))
    return found if len(found) <= MOST else (*found[: MOST // 2], *found[-MOST // 2 :])


def _windows(sentences: list[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """A short text as it is, else windows of whole sentences; one that fills a window is one by itself."""
    if sum(map(len, sentences)) <= WHOLE:
        yield tuple(sentences)
        return
    start = 0
    while start < len(sentences):
        end = _after(sentences, start, WINDOW)
        yield tuple(sentences[start:end])
        if end == len(sentences):
            return
        start = _after(sentences, start, STEP)


def _after(sentences: list[tuple[str, ...]], start: int, words: int) -> int:
    """Where so many words after `start` are over: one sentence at the least."""
    end, count = start, 0
    while end < len(sentences) and (end == start or count + len(sentences[end]) <= words):
        count += len(sentences[end])
        end += 1
    return end


def words_of(plain: str) -> tuple[str, ...]:
    """The words of a folded sentence; any number is the same word."""
    return tuple(WORD.findall(NUMBER.sub("0", plain)))


def features_of(part: Iterable[tuple[str, ...]], *, pairs: bool = True) -> dict[str, float]:
    """The words and pairs of words of a text with what each counts there: more if repeated, less in a long text."""
    counts: dict[str, int] = {}
    for words in part:
        joined = (f"{first} {second}" for first, second in pairwise(words)) if pairs else ()
        for one in (*words, *joined):
            counts[one] = counts.get(one, 0) + 1
    long = math.sqrt(max(len(counts), SHORT))
    return {one: (1 + math.log(count)) / long for one, count in counts.items()}


def _weighed(part: Iterable[tuple[str, ...]], weights: Weights) -> tuple[float, tuple[str, ...]]:
    """How much a part weighs, and the words that weigh most in it."""
    weighed = {one: much * weights.of[one] for one, much in features_of(part).items() if one in weights.of}
    heaviest = sorted((one for one in weighed if weighed[one] > 0), key=lambda one: (-weighed[one], one))
    return weights.bias + math.fsum(weighed.values()), _shown(heaviest)


def _shown(heaviest: list[str]) -> tuple[str, ...]:
    """The first few that say something, none of which is part of another."""
    shown: list[str] = []
    for one in heaviest:
        if not COMMON.issuperset(one.split()) and not any(
            f" {one} " in f" {other} " or f" {other} " in f" {one} " for other in shown
        ):
            shown.append(one)
        if len(shown) == SHOWN:
            break
    return tuple(shown)


def sigmoid(much: float) -> float:
    """A number between 0 and 1, more for more."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, much))))
