"""What an email says that a person must know of before anything is drafted, with the words that say it.

The lists err on the side of alarm: a false alarm costs somebody a look, a missed one may cost a life. Danger
kinds are sought in the whole email, old quotations included; the others only in what the sender says now.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec.structs import replace

from ..cases.events import FlagSeen
from ..texts.names import Folded, fold
from ..texts.passages import Kind, passages_of, without_quoted_words
from ..texts.phrases import Patterns
from ..texts.report import Report
from ..words import Flag
from . import flag_words as seek
from .grave_words import grave_flags
from .requests import requests_in
from .urgency import alarms_of, in_file

LONGEST_TEXT = 1_000_000
"""Letters of one text that are read: all that the mailbox reads of an email, so that nothing hides behind padding."""


@lru_cache(maxsize=2)
def flags_of(report: Report, children: tuple[str, ...] = ()) -> tuple[FlagSeen, ...]:
    """The flags of a report, one for each, with the first words that led to it; most urgent kinds first.

    `children` are names of the sender's children, whom a request may call by name alone.
    """
    if report.is_too_much:
        return grave_flags(report)
    first: dict[Flag, FlagSeen] = {}
    for seen in (*alarms_of(report), *said_now(report, children)):
        first.setdefault(seen.flag, seen)
    return tuple(first[flag] for flag in Flag if flag in first)


def spoof_of(report: Report, own_domains: frozenset[str]) -> FlagSeen | None:
    """Whether an email that claims to come from the school was not sent by it, as the receiving server found.

    Only a failed check counts: a copier's email without any check is not a forgery.
    """
    domain = report.from_address.rpartition("@")[2].casefold()
    if domain not in own_domains:
        return None
    for line in report.authentication:
        found = re.search(r"\b(dmarc=fail|spf=fail|spf=softfail|dkim=fail)\b", line, re.IGNORECASE)
        if found and not re.search(r"\bdmarc=pass\b", line, re.IGNORECASE):
            return FlagSeen(flag=Flag.SPOOF, words=found.group())
    return None


def said_now(report: Report, children: tuple[str, ...]) -> Iterator[FlagSeen]:
    """What the sender asks for or answers, every flag that is no danger; `children` as for `flags_of`."""
    parts = [part for part in passages_of(report) if part.kind is not Kind.QUOTED]
    own = [without_quoted_words(part.text) for part in parts if part.kind is Kind.OWN]
    told = [report.subject, *own, *(without_quoted_words(part.text) for part in parts)]
    yield from requests_in(_folded(told), children)
    yield from _sought(told, seek.ASKING)
    yield from _sought(own, seek.ANSWERING)
    for file in report.evidence:
        attached = [without_quoted_words(file.text)]
        for seen in (*requests_in(_folded(attached), children), *_sought(attached, seek.ASKING)):
            yield replace(seen, words=in_file(seen.words, file.where))


def _sought(texts: Iterable[str], wanted: Mapping[Flag, Patterns]) -> Iterator[FlagSeen]:
    """The first words for each wanted flag."""
    folded = _folded(texts)
    for flag, patterns in wanted.items():
        if words := _first(folded, patterns):
            yield FlagSeen(flag=flag, words=words)


def _folded(texts: Iterable[str]) -> list[Folded]:
    """The texts made comparable; equal ones are read once."""
    plain = (fold(text[:LONGEST_TEXT]) for text in dict.fromkeys(texts) if text.strip())
    return list({one.text: one for one in plain}.values())


def _first(texts: list[Folded], patterns: Patterns) -> str:
    for text in texts:
        for found in patterns.found_in(text.text):
            if not _is_harmless(text.text, found):
                return text.written(found.start(), found.end())
    return ""


def _is_harmless(text: str, found: re.Match[str]) -> bool:
    """Whether the words found are part of an everyday phrase; one that is merely next to them does not count."""
    around = seek.HARMLESS.finditer(text, max(0, found.start() - 12), found.end() + 26)
    return any(one.start() < found.end() and one.end() > found.start() for one in around)
