"""A letter as a provider of hybrid post sees it: what is handed over, and what is said of it later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..words import Method


class Stage(StrEnum):
    """How far a letter is with its provider."""

    UNDER_WAY = "under way"
    DISPATCHED = "dispatched"
    NOT_SENT = "not sent"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Some words of a page and where they are: millimetres from its left and its upper edge."""

    words: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLetter:
    """A letter to be handed over. `reference` names it at the provider for good, and holds nothing of a person."""

    reference: str
    method: Method
    pdf: bytes
    pages: int
    boxes: Sequence[Box] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostState:
    """What the provider says: its own number of the letter, its own word, and the day on which it was dispatched."""

    id: str
    stage: Stage
    said: str
    on: date | None = None
