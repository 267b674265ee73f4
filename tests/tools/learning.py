"""What is learned from and how: the emails that may be looked into, and a logistic regression in plain Python.

A sealed part is never read. The same corpora give the same figures.
"""

import hashlib
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
if "letterladder" not in sys.modules:
    import runpy

    runpy.run_path(str(HERE.parent.parent / "run.py"), run_name="checkout")

from reports_unseen.corpus import BOUNDARY, OPENED, group, groups, in_folder  # noqa: E402
from reports_unseen.email_bytes import raw  # noqa: E402
from reports_unseen.truth import Truth  # noqa: E402
from sample_schools import schools  # noqa: E402
from shipped import FORMS  # noqa: E402
from tools.score_reports import TAKEN_AT  # noqa: E402

from letterladder.mailbox.message import read_mail  # noqa: E402
from letterladder.rules.reports.likeness import features_of, sigmoid, words_of  # noqa: E402
from letterladder.rules.texts.names import fold  # noqa: E402
from letterladder.rules.texts.report import Report  # noqa: E402
from letterladder.rules.texts.sentences import sentences_of  # noqa: E402

RULES = HERE.parents[1] / "rules" / "reports"
"""Where the weights that ship lie."""
BY_WHOEVER_CHANGED_THE_RULES = ("accounts", "accounts_after", "clearly", "daily", "later")
BY_THE_FIRST_HAND = ("dangers", "harmless", "on_site", "online", "replies", "requests", "systems")
HANDS = {
    **dict.fromkeys(BY_WHOEVER_CHANGED_THE_RULES, "by whoever changed the rules"),
    **dict.fromkeys(BY_THE_FIRST_HAND, "by the first hand"),
}
"""Groups of one hand are one source, and are left out together."""
FEWEST = 2
"""Emails that a word or a pair must be in."""
WORD = re.compile(r"[^\W\d_]{2,}")
OFTEN = 25
"""Emails that a word is in which is no name, though it has a capital: a day, or Facebook."""
TRUST = 3.0
"""How much the emails count against keeping all weights small."""
STEPS = 400
WIDE = 108
"""Characters of a line of weights."""
CLOSE = 1e-3
"""How level the ground is where no further step is taken."""
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


@cache
def _read() -> tuple[tuple[str, bytes, Truth], ...]:
    return tuple(_written())


def _written() -> Iterator[tuple[str, bytes, Truth]]:
    for name in groups():
        for written, truth in group(name):
            yield HANDS.get(name, name), raw(written), truth
    for folder in (*OPENED.values(), BOUNDARY):
        for _, content, truth in in_folder(folder):
            yield folder.name, content, truth


def hashes() -> dict[str, str]:
    """For each source the SHA-256 of its emails, each with what is learned from it."""
    found = {name: hashlib.sha256() for name, _, _ in _read()}
    for name, content, truth in _read():
        found[name].update(hashlib.sha256(content).digest())
        found[name].update(f"{truth.danger} {truth.danger_plain} {truth.harmless} {truth.conduct}".encode())
    return {name: found[name].hexdigest() for name in sorted(found)}


@cache
def names() -> frozenset[str]:
    """Words of which nothing is to be learned: the invented people's and places' names.

    Those of the sample schools, and whatever is mostly written with a capital within a sentence and is in few emails;
    but not what is mostly written without one, such as "will".
    """
    registered = (
        name
        for school in schools().values()
        for name in (
            *(f"{one.given_name} {one.family_name}" for one in school.people.adults.values()),
            *(one.full_name for one in school.people.pupils.values()),
            *school.staff.all_names,
        )
    )
    called = {word for name in registered for word in words_of(fold(name).text) if len(word) > 1}
    capital, small, held = Counter[str](), Counter[str](), Counter[str]()
    for email in emails():
        written = [word for one in sentences_of(email.report) for word in WORD.findall(one.text)[1:]]
        for word in written:
            (capital if word[0].isupper() else small)[fold(word).text] += 1
        held.update({fold(word).text for word in written})
    known = {one for one in called if capital[one] >= small[one]}
    seem = {one for one in capital if capital[one] > small[one] and held[one] < OFTEN}
    return frozenset(known | seem | {f"{name}s" for name in known | seem})


@cache
def features(place: int, *, pairs: bool = True) -> Row:
    """What the email of this place holds, without names."""
    sentences = (words_of(one.plain) for one in sentences_of(emails()[place].report))
    return features_of(
        (tuple(word for word in words if word not in names()) for words in sentences), pairs=pairs
    )


def head(title: str) -> list[str]:
    """The first lines of a module that ships: what it holds, and what it was learned from."""
    return [
        f'"""{title}, never by hand."""',
        "",
        "LEARNED_FROM = {",
        *(f'    "{name}": "{sha}",' for name, sha in hashes().items()),
        "}",
        '"""SHA-256 of each source, its emails and what is true of them."""',
    ]


def wrapped(entries: Iterable[str], *, between: str, first: str = "") -> Iterator[str]:
    """The entries in lines that a page can hold; each line begins with `first`."""
    line = first
    for one in entries:
        if len(line) + len(one) > WIDE:
            yield line
            line = first
        line += f"{between if line != first else ' ' if first else ''}{one}"
    yield line


def taught(rows: Sequence[Row], right: Sequence[bool], most: int) -> tuple[float, Row]:
    """The bias and the weights of the words that weigh most, learned twice: of all words, then of those kept.

    Args:
        rows: what each email holds.
        right: whether each is one of those that are sought.
        most: words kept.
    """
    rare = _rarity(rows)
    bias, of = _fitted(rows, right, rare, (0.0, {}))
    heaviest = sorted(of, key=lambda one: (-abs(of[one]), one))[:most]
    bias, of = _fitted(rows, right, {one: rare[one] for one in sorted(heaviest)}, (bias, of))
    of = {one: round(of[one] * rare[one], 1) for one in of}
    return round(bias, 2), {one: weight for one, weight in of.items() if weight}


def _rarity(rows: Sequence[Row]) -> dict[str, float]:
    """How much a word counts before anything is learned: more where it is in few emails."""
    seen = Counter(one for row in rows for one in row)
    often = sorted(one for one, count in seen.items() if count >= FEWEST)
    return {one: (math.log((1 + len(rows)) / (1 + seen[one])) + 1) / 2 for one in often}


def _fitted(
    rows: Sequence[Row], right: Sequence[bool], rare: Mapping[str, float], start: tuple[float, Row]
) -> tuple[float, Row]:
    """The bias and the weights of a logistic regression, by steps down the whole gradient from where it starts.

    The length of a step is Barzilai and Borwein's, halved as long as it leads higher than the last few steps did
    (Grippo, Lampariello and Lucidi): without that, it may leap away for good. Both sides count the same however many
    emails each has.
    """
    place = {one: number for number, one in enumerate(rare)}
    found = [
        (
            tuple(place[one] for one in row if one in place),
            tuple(much * rare[one] for one, much in row.items() if one in place),
        )
        for row in rows
    ]
    share = {True: len(right) / (2 * sum(right)), False: len(right) / (2 * (len(right) - sum(right)))}
    each = [TRUST * share[one] for one in right]
    bias, of = start
    now, step = [*(of.get(one, 0.0) for one in place), bias], 1e-3
    high, slope = _slope(now, found, right, each)
    lately = [high]
    for _ in range(STEPS):
        steep = math.fsum(down * down for down in slope)
        if max(map(abs, slope)) < CLOSE:
            break
        while True:
            then = [one - step * down for one, down in zip(now, slope, strict=True)]
            high, slope_then = _slope(then, found, right, each)
            if high <= max(lately[-10:]) - 1e-4 * step * steep:
                break
            step /= 2
        moved = [one - other for one, other in zip(then, now, strict=True)]
        bent = [one - other for one, other in zip(slope_then, slope, strict=True)]
        along = math.fsum(one * other for one, other in zip(moved, bent, strict=True))
        step = math.fsum(one * one for one in moved) / along if along > 0 else step
        now, slope = then, slope_then
        lately.append(high)
    return now[-1], {one: now[number] for one, number in place.items()}


def _slope(
    now: Sequence[float],
    found: Sequence[tuple[Sequence[int], Sequence[float]]],
    right: Sequence[bool],
    each: Sequence[float],
) -> tuple[float, list[float]]:
    """How bad these weights are, and which way that grows: size of the weights, and how wrong each email is told."""
    slope = list(now)
    slope[-1] = 0.0
    bad = [sum(one * one for one in now[:-1]) / 2]
    for (numbers, held), is_right, counts in zip(found, right, each, strict=True):
        much = now[-1] + sum(map(mul, map(now.__getitem__, numbers), held))
        bad.append(counts * _surprise(-much if is_right else much))
        wrong = counts * (sigmoid(much) - is_right)
        slope[-1] += wrong
        for number, much in zip(numbers, held, strict=True):
            slope[number] += wrong * much
    return math.fsum(bad), slope


def _surprise(much: float) -> float:
    """The logarithm of 1 + e to the power of this."""
    return max(much, 0.0) + math.log1p(math.exp(-abs(much)))
