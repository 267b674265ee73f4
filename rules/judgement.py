"""What became of a mail, as a value: the verdict, the case, and why, in words for the office."""

from dataclasses import dataclass

from .events import FlagSeen
from .mail_log import Suggestion
from .words import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with its reason; `missing` says what a person must supply, `suggestions` who may be meant."""

    verdict: Verdict
    reason: str
    ref: str = ""
    missing: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    flags: tuple[FlagSeen, ...] = ()
