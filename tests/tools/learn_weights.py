"""Learns how like a danger an email reads, from the corpora that may be looked into; writes danger_weights.py.

    python tests/tools/learn_weights.py [--try]

A logistic regression over words and pairs of words. Where red begins and where a clause is not believed is chosen on
emails of sources that were left out of the learning, each in its turn; `--try` prints those figures and writes nothing.
A sealed part is never read. The same corpora give the same file (docs/decisions/0047-red-by-likeness.md).
"""

import hashlib
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
if "letterladder" not in sys.modules:
    import runpy

    runpy.run_path(str(HERE.parent.parent / "run.py"), run_name="checkout")

from reports_unseen.corpus import BOUNDARY, OPENED, OPENED2, group, groups, in_folder  # noqa: E402
from reports_unseen.email_bytes import raw  # noqa: E402
from reports_unseen.truth import Truth  # noqa: E402
from sample_schools import schools  # noqa: E402
from shipped import FORMS  # noqa: E402
from tools.score_reports import TAKEN_AT  # noqa: E402

from letterladder.mailbox.message import read_mail  # noqa: E402
from letterladder.rules.reports.likeness import Likeness, Weights, features_of, likeness_of, sigmoid, words_of  # noqa: E402
from letterladder.rules.texts.names import fold  # noqa: E402
from letterladder.rules.texts.report import Report  # noqa: E402
from letterladder.rules.texts.sentences import sentences_of  # noqa: E402

FILE = HERE.parents[1] / "rules" / "reports" / "danger_weights.py"
BY_WHOEVER_CHANGED_THE_RULES = ("accounts", "accounts_after", "clearly", "daily", "later")
BY_THE_FIRST_HAND = ("dangers", "harmless", "on_site", "online", "replies", "requests", "systems")
HANDS = {
    **dict.fromkeys(BY_WHOEVER_CHANGED_THE_RULES, "by whoever changed the rules"),
    **dict.fromkeys(BY_THE_FIRST_HAND, "by the first hand"),
}
"""Groups of one hand are one source, and are left out together."""
FEWEST = 2
"""Emails that a word or a pair must be in."""
MOST = 3_000
"""Words and pairs kept: those that weigh most."""
TRUST = 3.0
"""How much the emails count against keeping all weights small."""
FALSELY_RED = 0.04
"""Of the harmless emails of sources left out, at most so many may be red by their likeness."""
MISSED = 0.05
"""Of the plain dangers of sources left out, at most so many may read like no danger."""
STEPS = 400
Row = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """One email to learn from: its source, its bytes, its report, what is true of it."""

    source: str
    raw: bytes
    report: Report
    truth: Truth

    @property
    def teaches(self) -> bool:
        """A danger that is told obliquely teaches neither side."""
        return self.truth.danger_plain or not self.truth.danger


@cache
def emails() -> tuple[Learnt, ...]:
    """All that is learned from, source by source."""
    return tuple(
        Learnt(source=source, raw=content, report=read_mail(content, TAKEN_AT, forms=FORMS), truth=truth)
        for source, content, truth in _read()
    )


def _read() -> Iterator[tuple[str, bytes, Truth]]:
    for name in groups():
        for written, truth in group(name):
            yield HANDS.get(name, name), raw(written), truth
    for folder in (OPENED, OPENED2, BOUNDARY):
        for _, content, truth in in_folder(folder):
            yield folder.name, content, truth


def hashes() -> dict[str, str]:
    """For each source the SHA-256 of its emails, each with what is learned from it."""
    found = {name: hashlib.sha256() for name, _, _ in _read()}
    for name, content, truth in _read():
        found[name].update(hashlib.sha256(content).digest())
        found[name].update(f"{truth.danger} {truth.danger_plain} {truth.harmless}".encode())
    return {name: found[name].hexdigest() for name in sorted(found)}


@cache
def names() -> frozenset[str]:
    """Words of the invented people's names, of which nothing is to be learned, but for those that are words as well."""
    written = (
        name
        for school in schools().values()
        for name in (
            *(f"{one.given_name} {one.family_name}" for one in school.people.adults.values()),
            *(one.full_name for one in school.people.pupils.values()),
            *school.staff.all_names,
        )
    )
    called = {word for name in written for word in words_of(fold(name).text) if len(word) > 1}
    told = " ".join(one.text for email in emails() for one in sentences_of(email.report))
    also = set(re.findall(r"\b[a-z]+\b", told))
    return frozenset(called - also) | {f"{name}s" for name in called - also}


@cache
def _features(place: int) -> Row:
    """What the email of this place holds, without names."""
    sentences = (words_of(one.plain) for one in sentences_of(emails()[place].report))
    return features_of(tuple(word for word in words if word not in names()) for words in sentences)


@cache
def learn(without: str = "") -> Weights:
    """The weights learned from all sources but one; where red begins is not chosen yet."""
    places = [place for place, one in enumerate(emails()) if one.source != without and one.teaches]
    rows, plain = (
        [_features(place) for place in places],
        [emails()[place].truth.danger_plain for place in places],
    )
    rare = _rarity(rows)
    bias, of = _fitted(rows, plain, rare)
    heaviest = sorted(of, key=lambda one: (-abs(of[one]), one))[:MOST]
    bias, of = _fitted(rows, plain, {one: rare[one] for one in sorted(heaviest)})
    of = {one: round(of[one] * rare[one], 1) for one in of}
    return Weights(of={one: weight for one, weight in of.items() if weight}, bias=round(bias, 2))


def _rarity(rows: Sequence[Row]) -> dict[str, float]:
    """How much a word counts before anything is learned: more where it is in few emails."""
    seen = Counter(one for row in rows for one in row)
    often = sorted(one for one, count in seen.items() if count >= FEWEST)
    return {one: (math.log((1 + len(rows)) / (1 + seen[one])) + 1) / 2 for one in often}


def _fitted(rows: Sequence[Row], plain: Sequence[bool], rare: Mapping[str, float]) -> tuple[float, Row]:
    """The bias and the weights of a logistic regression, by steps down the whole gradient (Barzilai and Borwein).

    Both sides count the same however many emails each has.
    """
    place = {one: number for number, one in enumerate(rare)}
    found = [[(place[one], much * rare[one]) for one, much in row.items() if one in place] for row in rows]
    share = {True: len(plain) / (2 * sum(plain)), False: len(plain) / (2 * (len(plain) - sum(plain)))}
    now, step = [0.0] * (len(place) + 1), 1e-3
    before, slope_before = now, [0.0] * len(now)
    for turn in range(STEPS):
        slope = _slope(now, found, plain, share)
        if max(map(abs, slope)) < 1e-3:
            break
        if turn:
            moved = [one - other for one, other in zip(now, before, strict=True)]
            bent = [one - other for one, other in zip(slope, slope_before, strict=True)]
            along = math.fsum(one * other for one, other in zip(moved, bent, strict=True))
            step = math.fsum(one * one for one in moved) / along if along > 0 else step
        before, slope_before = now, slope
        now = [one - step * down for one, down in zip(now, slope, strict=True)]
    return now[-1], {one: now[number] for one, number in place.items()}


def _slope(
    now: Sequence[float],
    found: Sequence[Sequence[tuple[int, float]]],
    plain: Sequence[bool],
    share: Mapping[bool, float],
) -> list[float]:
    slope = list(now)
    slope[-1] = 0.0
    for row, is_plain in zip(found, plain, strict=True):
        guess = sigmoid(now[-1] + sum(now[number] * much for number, much in row))
        wrong = TRUST * share[is_plain] * (guess - is_plain)
        slope[-1] += wrong
        for number, much in row:
            slope[number] += wrong * much
    return slope


@cache
def left_out() -> tuple[Likeness, ...]:
    """The likeness of each email by weights that were learned without its source."""
    of = {source: learn(without=source) for source in sorted({one.source for one in emails()})}
    return tuple(likeness_of(one.report, of[one.source]) for one in emails())


def chosen(without: str = "") -> tuple[float, float]:
    """From where an email is red, and up to where no clause is believed, by all sources but one."""
    both = [
        (like, one.truth) for like, one in zip(left_out(), emails(), strict=True) if one.source != without
    ]
    harmless = [like.score for like, truth in both if truth.harmless]
    plain = [like.highest for like, truth in both if truth.danger_plain]
    steps = [step / 100 for step in range(1, 100)]
    red_from = next(one for one in steps if _share(score >= one for score in harmless) <= FALSELY_RED)
    amber_to = max((one for one in steps if _share(score <= one for score in plain) <= MISSED), default=0.0)
    return red_from, amber_to


def _share(some: Iterable[bool]) -> float:
    told = list(some)
    return sum(told) / len(told)


def written() -> str:
    """The module that ships, as text."""
    weights, (red_from, amber_to) = learn(), chosen()
    lines = [
        '"""Weights of words and pairs of words: written by tests/tools/learn_weights.py, never by hand."""',
        "",
        "LEARNED_FROM = {",
        *(f'    "{name}": "{sha}",' for name, sha in hashes().items()),
        "}",
        '"""SHA-256 of each source, its emails and what is true of them."""',
        f"EMAILS = {len(emails()):_}",
        f"BIAS = {weights.bias}",
        f"RED_FROM = {red_from}",
        f"AMBER_TO = {amber_to}",
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
        line = str(weight)
        for one in sorted(by_weight[weight]):
            if len(line) + len(one) > 108:
                yield line
                line = str(weight)
            line += f"{' ' if line == str(weight) else ';'}{one}"
        yield line


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
        red_from, amber_to = chosen(without=source)
        plain, harmless = [s for s, t in own if t.danger_plain], [s for s, t in own if t.harmless]
        figures = [
            sum(s >= red_from for s in plain),
            len(plain),
            sum(s >= red_from for s in harmless),
            len(harmless),
        ]
        print(source, red_from, amber_to, *figures)  # noqa: T201
    print("all", *chosen())  # noqa: T201


if __name__ == "__main__":
    main()
