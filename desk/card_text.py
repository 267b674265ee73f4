"""A card of the in-tray in a terminal: short in the list, whole with what may be done."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from ..ground.english import listed
from ..ground.moments import LONDON
from ..rules.cases.phrases import day_words
from ..rules.texts.readable import UNTYPED
from ..rules.texts.report import Report
from .cli_common import clean

Plain = Mapping[str, Any]
WIDTH = 110
_LABEL = 12
LEVELS = {"red": "RED, act now", "amber": "AMBER, read today", "plain": "PLAIN, in its turn"}
TOLD = {"intray": "to the in-tray", "robot": "automatic", "bounce": "not delivered"}
"""What became of an email, where the verdict alone would not tell."""
FAMILY = "of the same family as the child it is about"
MOST_FIELD = 1_000
"""Characters of one field of a card; a sender's name may be a megabyte."""
MOST_TEXT = 20_000
"""Characters of an email's text that a card shows; `mail` shows all."""


def in_short(card: Plain) -> Iterator[str]:
    """The lines of one card in the list."""
    yield f"{LEVELS[card['level']]}   {card['mail']}   {_who_has_it(card)}"
    yield from _field("From", f"{card['from'] or '(nobody)'}, {_at(card['received'])}; {card['sender']}")
    yield from _field("Subject", card["subject"] or "(none)")
    yield from _field("Before", _before(card["earlier"]))
    seems = card["why_level"] or card["reason"]
    yield from _field("Seems", seems)
    if card["picture"] and UNTYPED not in seems:
        yield from _field("Picture", f'{UNTYPED} "{card["picture"]}": look at it first')
    for one in card["suggestions"]:
        name = " ".join(part for part in (one["adult"], one["name"]) if part)
        yield from _field("Adult", f"{name}: {one['why']}{f' ({FAMILY})' if one['family'] else ''}")
    for one in card["proposed"]:
        quoted = f' "{one["words"]}"' if one["words"] else ""
        why = f" ({one['why']})" if one["why"] else ""
        yield from _field("Conduct", f"{one['title']}{f':{quoted}' if quoted else ''}{why}")
    yield from _facts(card["fact"])
    for proposed in card["machine"]:
        yield from _field("Machine", proposed)
    yield from _field("Missing", "; ".join(card["missing"]))
    yield from _field("Flags", "; ".join(card["flag_words"]))
    for file in card["files"]:
        yield from _field("File", f"{file['name']} ({file['type']}, {_size(file['size'])})")
    for fault in card["faults"]:
        yield from _field("Note", fault)
    yield from _told(card["told"])


def _before(earlier: Plain) -> str:
    """What a sender wrote before: "wrote twice: 2026-0004 opened on 2 November 2026"; or ""."""
    if not earlier["count"]:
        return ""
    times = {1: "once", 2: "twice"}.get(earlier["count"], f"{earlier['count']} times")
    told = []
    for one in earlier["last"]:
        day = day_words(datetime.fromisoformat(one["received"]))
        told.append(f"{one['ref']} {TOLD.get(one['verdict'], one['verdict'])} on {day}")
    return f"wrote {times} before: {'; '.join(one.strip() for one in told)}"


def _told(told: Sequence[Plain]) -> Iterator[str]:
    """The first and the last time; where there were more, how many."""
    for one in (*told[:1], *told[1:][-1:]):
        when = _at(one["sent_at"]) if one["sent_at"] else "not yet: the email is still waiting to be sent"
        yield from _field("Told", f"{listed(one['names'])}, {when}")
    if len(told) > 2:
        yield from _field("", f"({len(told)} times in all)")


def whole(
    card: Plain, report: Report | None, words: Sequence[tuple[str, str]], commands: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """All lines of one card.

    Args:
        card: as `cards.card` gives it.
        report: the email; None where it cannot be read.
        words: of each attachment its name, and what could be read of it.
        commands: what may be done, and the command for it.
    """
    yield from in_short(card)
    if card["reason"] != card["why_level"]:
        yield from _field("Why here", card["reason"])
    if report:
        own = report.own_words.strip() or report.text.strip()
        yield from _text("What they wrote", own)
        yield from _text("What they quoted or forwarded", _rest(report, own))
    for name, text in words:
        yield from _text(f"In the file {clean(name)}", text or "(not read here: look at the file itself)")
    yield ""
    yield "What you can do:"
    for what, command in commands:
        yield f"  {what}"
        yield f"    {command}"


def _rest(report: Report, own: str) -> str:
    if report.forwarded:
        return "\n\n".join(one.strip() for one in report.forwarded)
    text = report.text.strip()
    return text.replace(own, "", 1).strip() if own in text else text


def _text(title: str, text: str) -> Iterator[str]:
    if not text:
        return
    yield ""
    yield f"--- {title} ---"
    for line in text[:MOST_TEXT].split("\n"):
        yield from textwrap.wrap(line, WIDTH) or [""]
    if len(text) > MOST_TEXT:
        yield f"(and {len(text) - MOST_TEXT:,} more characters: letterladder mail shows them)"


def _field(label: str, text: str) -> Iterator[str]:
    """A label and its text, wrapped; nothing for an empty text."""
    if not text.strip():
        return
    short = text if len(text) <= MOST_FIELD else f"{text[:MOST_FIELD]} ..."
    lines = textwrap.wrap(short, WIDTH - _LABEL) or [""]
    yield f"  {label:<{_LABEL - 2}}{lines[0]}"
    yield from (" " * _LABEL + line for line in lines[1:])


def _facts(fact: Mapping[str, str]) -> Iterator[str]:
    yield from _field("Where", fact["platform"])
    yield from _field("Link", f"{fact['link']} (not opened)" if fact["link"] else "")
    yield from _field("On site", fact["place"])
    yield from _field("Day", fact["posted_on"] or fact["happened_on"])
    yield from _field("Words", f'"{fact["words"]}"' if fact["words"] else "")
    yield from _field("Seen by", fact["seen_by"])
    yield from _field("Affected", fact["affected"])


def _who_has_it(card: Plain) -> str:
    if card["taken_by"]:
        return f"{card['taken_by']} has it, since {_at(card['taken_at'])}"
    due = f"; to be read by {_at(card['read_by'])}" if card["read_by"] else ""
    return f"nobody has it yet{due}"


def _at(moment: str) -> str:
    local = datetime.fromisoformat(moment).astimezone(LONDON)
    return f"{local.day} {local:%b %Y %H:%M}"


def _size(count: int) -> str:
    return f"{count:,} bytes" if count < 10_000 else f"{count // 1000:,} kB"
