"""Parts of telephone numbers, addresses in words, initials with a class: what gives somebody away without a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LEAST_KNOWN, LEAST_TOLD = 6, 3
"""Digits of a protected number that give it away by themselves, and after words such as "ending"."""

DIGITS = re.compile(r"(?<![\w£$€#])\+?\(?\d(?:[ ().-]{0,2}\d){2,14}(?!\w)")
TELLS_OF_PHONE = re.compile(
    r"(?:\b(?:ring|rang|call|called|text|texted|phone|telephone|tel|mobile|mob|cell|whatsapp|landline|number|"
    r"ending|ends|end|starting|starts|begins|beginning|digits)\b[^\d\n.,;!?]{0,14}[:.,]? ?|[*.…•xX]{3,8} ?)$",
    re.IGNORECASE,
)
"""What stands before a part of a number."""

DAY = re.compile(r"(?:19|20)\d\d(?:-\d{4}|[ ./-]\d\d?[ ./-]\d\d?)?|\d\d?[./-]\d\d?[./-](?:\d\d){1,2}")
"""A year or a day in digits, which is no number to ring."""

BEFORE = 40
DIGIT_WORDS = {
    word: str(digit)
    for digit, words in enumerate(
        ("oh o zero nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    )
    for word in words.split()
}
_SPOKEN = "|".join([*sorted(DIGIT_WORDS, key=len, reverse=True), "double", "treble", "triple"])
SPOKEN = re.compile(rf"\b(?:{_SPOKEN})(?:[ ,-]{{1,3}}(?:{_SPOKEN})){{4,20}}\b", re.IGNORECASE)
LEAST_SPOKEN = 5

_NAME = r"[\w+-]{1,40}"
_DOT = r" ?(?:\[dot\]|\(dot\)|\{dot\}| dot ) ?"
_AT = r" ?(?:\[at\]|\(at\)|\{at\}|<at>) ?"
SPELT_EMAIL = re.compile(
    rf"(?<![\w+-]){_NAME}(?:(?:{_DOT}|\.){_NAME}){{0,3}}{_AT}{_NAME}(?:(?:{_DOT}|\.){_NAME}){{1,3}}"
    rf"|(?<![\w+-]){_NAME}(?:{_DOT}{_NAME}){{0,3}} at {_NAME}(?:{_DOT}{_NAME}){{1,3}}",
    re.IGNORECASE,
)

POSTCODE_PART = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?: ?(\d[A-Z]{0,2}))?\b", re.IGNORECASE)
POSTCODE_END = re.compile(r"\b\d[A-Z]{2}\b", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w@.])@\w[\w.]{1,40}\b")

_CLASS = (
    r"(?:(?:[Cc]lass |[Yy]ear |[Yy]r |Y)?(?:1[0-3]|[1-9])(?:[A-Z]{1,2}\b|(?<=[Yy]ear \d)|(?<=[Yy]r \d)|(?<=Y\d))"
    r"|[Rr]eception\b|[Nn]ursery\b)"
)
_INITIALS = r"(?:[A-Z]\.? ?[A-Z]\b\.?|[A-HJ-Z]\.|[B-HJ-Z])"
WITH_CLASS = re.compile(
    rf"(?<![\w.'’])({_INITIALS})(?:,? (?:in|of|from) |,? \(?|,? - ){_CLASS}|{_CLASS}(?:['’]s )({_INITIALS})(?!\w)"
)
TITLE_INITIAL = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr)\.? ([A-Z])\b(?!['’]?\w)\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Numbers and postcodes of protected people as digits and letters alone, and what is their own or the school's.

    `initials`: of those who may be named, such as "rs"; `titled`: title and initial of theirs, such as ("mr", "s").
    """

    phones: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    titled: frozenset[tuple[str, str]] = frozenset()


def contact_parts(text: str, known: Contacts) -> Iterator[tuple[int, int]]:
    """Where a text holds a part of a number, a postcode or an address written in words."""
    yield from _numbers(text, known)
    yield from _spoken(text, known)
    yield from (found.span() for found in SPELT_EMAIL.finditer(text))
    yield from _postcodes(text, known)


def _numbers(text: str, known: Contacts) -> Iterator[tuple[int, int]]:
    for found in DIGITS.finditer(text):
        digits = "".join(filter(str.isdigit, found.group()))
        if digits in known.own or (
            len(digits) > LEAST_TOLD and any(one.endswith(digits) for one in known.own)
        ):
            continue
        if DAY.fullmatch(found.group()) and not any(one.endswith(digits) for one in known.phones):
            continue
        told = TELLS_OF_PHONE.search(text[max(0, found.start() - BEFORE) : found.start()])
        if told or (len(digits) >= LEAST_KNOWN and any(digits in one for one in known.phones)):
            yield found.span()


def _spoken(text: str, known: Contacts) -> Iterator[tuple[int, int]]:
    for found in SPOKEN.finditer(text):
        digits, times = "", 1
        for word in re.findall("[a-z]+", found.group().casefold()):
            if word in DIGIT_WORDS:
                digits, times = digits + DIGIT_WORDS[word] * times, 1
            else:
                times = 2 if word == "double" else 3
        if len(digits) >= LEAST_SPOKEN and not any(one.endswith(digits) for one in known.own):
            yield found.span()


def _postcodes(text: str, known: Contacts) -> Iterator[tuple[int, int]]:
    outward = {one[:-3] for one in known.postcodes} - {one[:-3] for one in known.own}
    inward = {one[-3:] for one in known.postcodes} - {one[-3:] for one in known.own}
    for found in POSTCODE_PART.finditer(text):
        if found[1].casefold() in outward:
            yield found.span()
    for found in POSTCODE_END.finditer(text):
        if found.group().casefold() in inward:
            yield found.span()


def initials(text: str, known: Contacts) -> Iterator[tuple[int, int]]:
    """Where initials stand with a class, or one with a title, that are not of somebody who may be named."""
    for found in WITH_CLASS.finditer(text):
        letters = re.sub(r"[\W_]", "", found[1] or found[2]).casefold()
        if letters not in known.initials:
            yield found.span()
    for found in TITLE_INITIAL.finditer(text):
        if (found[1].casefold(), found[2].casefold()) not in known.titled:
            yield found.span()
