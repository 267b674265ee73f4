"""Whether what a phrase tells is denied where it stands: "nobody followed her", "he was not hit"."""

import re
from collections.abc import Iterable

from .phrases import likely_in

DENIED = re.compile(
    r"\b(not|never|no|nobody|no one|none of (us|them)|neither|nor|without|didnt|did not|doesnt|dont|wasnt|isnt|"
    r"werent|arent|hasnt|havent|hadnt|wouldnt|couldnt|cant|havent|wont)"
    r"( (ever|really|actually|even|been|being|be|have|has|was|is|got|a|any|want( a| any| to)?|there|other|"
    r"one|in any way|him|her|them|me|us|anyone|anybody|raise|raised)){0,3} $"
)
"""A denial that ends right before the phrase."""
MORE_THAN = re.compile(
    r"\b(not (just|only|merely|even)|no doubt|no wonder|cant stop|wont stop|doesnt stop|never stops?)\b"
)
"""Words of denial that deny nothing."""


def is_denied(plain: str, start: int) -> bool:
    """Whether what begins at `start` of a folded sentence is denied."""
    before = plain[max(0, start - 60) : start]
    found = DENIED.search(before)
    return bool(found) and not MORE_THAN.search(before)


def said(plain: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """The first words that one of these patterns finds and that are not denied; "" for none."""
    for pattern in likely_in(plain, patterns):
        for match in pattern.finditer(plain):
            if not is_denied(plain, match.start()):
                return match.group()
    return ""
