"""Learns how like a danger an email reads, from the corpora that may be looked into; writes danger_weights.py.

    python tests/tools/learn_weights.py [--try]

A logistic regression over words and pairs of words. Where red begins is chosen on emails of sources that
were left out of the learning, each in its turn; `--try` prints those figures and writes nothing.
A sealed part is never read. The same corpora give the same file (docs/decisions/0047-red-by-likeness.md).
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tools.learning import RULES, emails, features, head, taught, wrapped

from letterladder.rules.reports.likeness import Likeness, Weights, likeness_of

FILE = RULES / "danger_weights.py"
MOST = 3_000
"""Words and pairs kept: those that weigh most."""
FALSELY_RED = 0.02
"""Of the harmless emails of sources left out, at most so many may be red by their likeness."""
AMBER_TO = 0.4
"""Up to this likeness what a clause tells is read today and does not alarm. Chosen by hand on the sources to which no
clause was fitted (opened3, opened4): in the others, clauses seem to tell more than they tell of a new hand's emails."""


@cache
def learn(without: str = "") -> Weights:
    """The weights learned from all sources but one; where red begins is not chosen yet."""
    places = [place for place, one in enumerate(emails()) if one.source != without and one.teaches]
    plain = [emails()[place].truth.danger_plain for place in places]
    bias, of = taught([features(place) for place in places], plain, MOST)
    return Weights(of=of, bias=bias, amber_to=AMBER_TO)


@cache
def left_out() -> tuple[Likeness, ...]:
    """The likeness of each email by weights that were learned without its source."""
    of = {source: learn(without=source) for source in sorted({one.source for one in emails()})}
    return tuple(likeness_of(one.report, of[one.source]) for one in emails())


def chosen(without: str = "") -> float:
    """From where an email is red, by all sources but one."""
    both = zip(left_out(), emails(), strict=True)
    harmless = [like.score for like, one in both if one.truth.harmless and one.source != without]
    steps = [step / 100 for step in range(1, 100)]
    return next(one for one in steps if _share(score >= one for score in harmless) <= FALSELY_RED)


def _share(some: Iterable[bool]) -> float:
    told = list(some)
    return sum(told) / len(told)


def written() -> str:
    """The module that ships, as text."""
    weights = learn()
    lines = [
        *head("Weights of words and pairs of words: written by tests/tools/learn_weights.py"),
        f"EMAILS = {len(emails()):_}",
        f"BIAS = {weights.bias}",
        f"RED_FROM = {chosen()}",
        f"AMBER_TO = {AMBER_TO}",
        'WEIGHTS = """',
        *_lines(weights.of),
        '"""',
        '"""Each line: a weight in tenths, and the words and pairs that have it."""',
        "",
    ]
    return "\n".join(lines)


def _lines(of: Mapping[str, float]) -> Iterator[str]:
    """The weights, heaviest first, in lines that a page can hold."""
    by_weight: dict[int, list[str]] = {}
    for one, weight in of.items():
        by_weight.setdefault(round(weight * 10), []).append(one)
    for weight in sorted(by_weight, reverse=True):
        yield from wrapped(sorted(by_weight[weight]), between=";", first=str(weight))


def main() -> None:
    """Write the file, or print what is told of sources left out."""
    if "--try" not in sys.argv:
        FILE.write_text(written(), encoding="utf-8")
        return
    for source in sorted({one.source for one in emails()}):
        own = [
            (like.score, one.truth)
            for like, one in zip(left_out(), emails(), strict=True)
            if one.source == source
        ]
        red_from = chosen(without=source)
        plain, harmless = [s for s, t in own if t.danger_plain], [s for s, t in own if t.harmless]
        figures = [
            sum(s >= red_from for s in plain),
            len(plain),
            sum(s >= red_from for s in harmless),
            len(harmless),
        ]
        print(source, red_from, *figures)  # noqa: T201
    print("all", chosen())  # noqa: T201


if __name__ == "__main__":
    main()
