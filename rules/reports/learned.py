"""What was learned from reports that may be looked into, and is used beside the clauses."""

from dataclasses import dataclass
from functools import lru_cache

from .kinds_like import Kind, shipped_kinds
from .likeness import NOTHING_LEARNED, Weights, shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """How like a danger an email reads, and like which kinds of conduct; as made, nothing: the clauses alone count."""

    danger: Weights = NOTHING_LEARNED
    kinds: tuple[Kind, ...] = ()


@lru_cache(maxsize=1)
def all_learned() -> Learned:
    """What ships."""
    return Learned(danger=shipped(), kinds=shipped_kinds())
