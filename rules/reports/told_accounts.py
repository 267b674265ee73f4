"""Dangers that an account tells step by step, none of its sentences whole: what happened, and what goes with it.

A grown-up writes to a child, sends it money and wants it kept quiet; somebody was struck, bleeds, and the other will be
back. Each step is a class of ways to say it; a row says which one must be there, and which, or how many, beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..texts.negation import said
from ..texts.phrases import Patterns, sought
from ..words import Flag
from .account_words import (
    AT_HOME,
    BARE,
    BARELY_MEANT,
    CHILD_STRUCK,
    FORETOLD,
    GIFTS,
    GOES_ON,
    GROWN_UP_ONLINE,
    HURT,
    IN_HAND,
    KEPT_QUIET,
    MEETING,
    MINOR,
    OLDER,
    PEACE,
    PICTURED,
    PICTURES_WANTED,
    SPREAD,
    STRUCK_ON_SITE,
    SUFFERS,
    WHEREABOUTS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A danger told in steps.

    Args:
        act: the sentence that tells the first of them.
        beside: each of these is told within so many sentences of it.
        steps: and at least so many of these.
        least: how many.
        within: sentences before and after.
        unless: what says that it is over, or was no more than it seems.
    """

    flag: Flag
    act: Patterns
    beside: tuple[Patterns, ...] = ()
    steps: tuple[Patterns, ...] = ()
    least: int = 0
    within: int = 3
    unless: Patterns = PEACE


ACCOUNTS: tuple[Account, ...] = (
    # a grown-up whom a child knows from a screen, and how he goes on
    Account(
        flag=Flag.CHILD_PROTECTION,
        act=GROWN_UP_ONLINE,
        beside=(MINOR, OLDER),
        steps=(PICTURES_WANTED, KEPT_QUIET, MEETING, GIFTS),
        least=2,
        within=8,
    ),
    # a picture of a child without its clothes, and where it goes
    Account(
        flag=Flag.INDECENT_IMAGE,
        act=BARE,
        beside=(PICTURED, MINOR, SPREAD),
        within=2,
        unless=BARELY_MEANT,
    ),
    # somebody was struck on site, is hurt, and it is to go on
    Account(flag=Flag.DANGER, act=STRUCK_ON_SITE, beside=(HURT, GOES_ON), within=4),
    # what is to become of somebody, and that it is known where they are
    Account(flag=Flag.DANGER, act=FORETOLD, beside=(WHEREABOUTS,), within=2),
    # a child is struck at home: with what, how it cries, what is to be seen of it
    Account(
        flag=Flag.CHILD_PROTECTION,
        act=CHILD_STRUCK,
        beside=(AT_HOME,),
        steps=(IN_HAND, SUFFERS),
        least=1,
        within=2,
    ),
)
"""One row for each danger."""


def told_step_by_step(texts: Sequence[str], whole: Sequence[str]) -> Iterator[tuple[int, Flag, str]]:
    """The dangers that an account tells: which sentence holds the act, what danger it is, and the words.

    Args:
        texts: the sentences, folded, without figures of speech; "" for those that are not told as true.
        whole: the same, all of them.
    """
    for row in ACCOUNTS:
        for place, text in enumerate(texts):
            words = said(text, row.act)
            near = slice(max(0, place - row.within), place + row.within + 1)
            if words and _goes_with(row, "\n".join(whole[near])):
                yield place, row.flag, words
                break


def _goes_with(row: Account, around: str) -> bool:
    """Whether what a row asks for stands around its act."""
    if sought(around, row.unless) or not all(sought(around, words) for words in row.beside):
        return False
    return sum(bool(sought(around, words)) for words in row.steps) >= row.least
