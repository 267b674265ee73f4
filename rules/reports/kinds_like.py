"""Which kinds of conduct an email reads like: weights of words, learned once from reports that may be looked into.

What was done and to whom is told by the words of a report together, where no clause tells it (deeds.py). A kind is
known by what it is about (a deed, and to whom), so that it holds for the policy of any school. It is used for the order
in which kinds are offered to a person, and for nothing else: what is drafted unasked is decided by clauses alone.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..mails.mail_log import Proposal
from ..policies.policy import Policy
from ..texts.readable import COMMON
from ..texts.report import Report
from ..texts.sentences import sentences_of
from ..words import About, Deed
from . import conduct_weights, site_weights
from .likeness import SHORT, features_of, sigmoid, words_of
from .proposing import MOST

FIRST, SECOND = 0.3, 0.15
"""Added for the kind that the deeds and the policy's cues make the likeliest, and for the next."""
BY_CUES_ALONE = 0.5
"""How like a kind an email reads that a policy knows by its own cues alone, such as a petition."""
LEAST = 0.2
"""How much an email must read like a kind for which no clause speaks."""
SHOWN = 3
"""Words shown to whoever reads the email."""
WHY = "reads like other reports of this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What was learned of one kind.

    Attributes:
        about: the deeds that it is, each with whom it is about.
        bias: what is added whatever the words are.
        of: the weight of a word; above 0 where it is in reports of this kind more often than in other emails.
    """

    about: frozenset[tuple[Deed, About]]
    bias: float
    of: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSeen:
    """How much an email reads like a kind, from 0 to 1, and the words that say so, in the email's order."""

    kind: Kind
    much: float
    words: str


@lru_cache(maxsize=1)
def shipped_kinds() -> tuple[Kind, ...]:
    """The kinds that ship."""
    return (*_kinds(conduct_weights.WEIGHTS), *_kinds(site_weights.WEIGHTS))


def _kinds(text: str) -> Iterator[Kind]:
    """Each kind: a line with its bias and its deeds, then its words with their weights in tenths."""
    for block in text.split("= ")[1:]:
        head, _, rest = block.partition("\n")
        bias, *about = head.split("; ")
        rows = (one.rpartition(":") for one in rest.split())
        yield Kind(
            about=frozenset(deed_about(one) for one in about),
            bias=float(bias),
            of={word: int(weight) / 10 for word, _, weight in rows},
        )


def deed_about(text: str) -> tuple[Deed, About]:
    """A deed and whom it is about, as policies write it: "words about staff"."""
    deed, _, about = text.partition(" about ")
    return Deed(deed), About(about)


def kinds_seen(report: Report, kinds: tuple[Kind, ...]) -> tuple[KindSeen, ...]:
    """How much an email reads like each of these kinds; one of few words like none, for they say little."""
    features = features_of((words_of(one.plain) for one in sentences_of(report)), pairs=False)
    places = {word: place for place, word in enumerate(features)}
    return tuple(_seen(kind, features, places) for kind in kinds)


def _seen(kind: Kind, features: Mapping[str, float], places: Mapping[str, int]) -> KindSeen:
    weighed = {word: features[word] * kind.of[word] for word in kind.of.keys() & features.keys()}
    heaviest = sorted((one for one in weighed if weighed[one] > 0), key=lambda one: (-weighed[one], one))
    shown = [one for one in heaviest if one not in COMMON][:SHOWN]
    return KindSeen(
        kind=kind,
        much=sigmoid(kind.bias + math.fsum(weighed.values())) * min(1.0, len(features) / SHORT),
        words=" ... ".join(sorted(shown, key=places.__getitem__)),
    )


def offered(
    proposed: tuple[Proposal, ...], seen: tuple[KindSeen, ...], policy: Policy
) -> tuple[Proposal, ...]:
    """The kinds of conduct of a policy that are offered, the likeliest first.

    Args:
        proposed: those that the deeds and the policy's cues propose, in that order.
        seen: how much the email reads like each kind.
        policy: the school's.
    """
    place = {one.conduct: number for number, one in enumerate(proposed)}
    more = dict(zip(place, (FIRST, SECOND), strict=False))
    scored: list[tuple[float, int, Proposal]] = []
    for number, conduct in enumerate(policy.conduct.values()):
        like = max(
            (one for one in seen if one.kind.about & set(conduct.deeds)),
            key=lambda one: one.much,
            default=None,
        )
        if conduct.id in place:
            much = like.much if like else BY_CUES_ALONE
            scored.append((-much - more.get(conduct.id, 0), place[conduct.id], proposed[place[conduct.id]]))
        elif like and like.much >= LEAST and like.words:
            found = Proposal(conduct=conduct.id, words=like.words, why=WHY)
            scored.append((-like.much, len(place) + number, found))
    scored.sort(key=lambda one: one[:2])
    return tuple(one for _, _, one in scored[:MOST])
