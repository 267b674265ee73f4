"""Whose numbers, postcodes and initials a copy must not show even in part, and whose it may."""

import re
from collections.abc import Iterable

from ..people.people import Adult, Pupil
from ..people.school import School
from ..texts.names import words_of
from .contact_parts import Contacts
from .postcodes import POSTCODE

LEAST_DIGITS = 7


def contacts_of(
    others: Iterable[Adult], subject: Adult | None, own: Iterable[Pupil], school: School
) -> Contacts:
    """What is known of everybody else's contacts, and what is the adult's own and the school's."""
    theirs, head = list(others), school.letterhead
    kept = [head.phone, school.contact.phone, *head.address]
    named = [(one.given_name, one.family_name) for one in own]
    titled: set[tuple[str, str]] = set()
    if subject:
        kept += [subject.phone, *subject.address]
        named.append((subject.given_name, subject.family_name))
        titled.add(_titled(subject.title, subject.family_name))
    for person in school.holders:
        words = words_of(person.name)
        titled.add(_titled(words[0], words[-1]) if words else ("", ""))
    return Contacts(
        phones=frozenset(_digits(one.phone) for one in theirs if len(_digits(one.phone)) >= LEAST_DIGITS),
        postcodes=frozenset(code for one in theirs for code in _postcodes(one.address)),
        own=frozenset([*(_digits(one) for one in kept if _digits(one)), *_postcodes(kept)]),
        initials=frozenset(form for given, family in named for form in _initials(given, family)),
        titled=frozenset(titled),
    )


def _digits(text: str) -> str:
    found = re.sub(r"\D", "", text)
    return f"0{found[2:]}" if text.strip().startswith("+44") else found


def _postcodes(lines: Iterable[str]) -> list[str]:
    return [
        re.sub(r"\s", "", found.group()).casefold() for line in lines for found in POSTCODE.finditer(line)
    ]


def _titled(title: str, family: str) -> tuple[str, str]:
    return title.casefold().rstrip("."), "".join(words_of(family))[:1]


def _initials(given: str, family: str) -> tuple[str, ...]:
    first, last = "".join(words_of(given))[:1], "".join(words_of(family))[:1]
    return first, first + last, last + first
