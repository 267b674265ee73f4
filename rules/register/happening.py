"""What a case is about, as a panel or the police read it first: one paragraph of facts, and the evidence."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...ground.english import listed, uk_date_short
from ..cases.case import Case, Reported
from ..cases.event_values import PUPIL, Fact
from ..words import STOPS, Flag

PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "bmp"})
"""Endings of files that may be drawn again as small pictures."""

_OWN_PLACE = re.compile(
    r"(?:at|in|on|by|near|outside|inside|behind|opposite|around|along|across)\b", re.IGNORECASE
)
_NAMES_A_DAY = re.compile(r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_QUOTES = "\"'“”‘’«»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A file that is evidence: what it is, its path in the case, its SHA-256, and whether it may be shown small."""

    title: str
    path: str
    sha256: str
    is_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened, in one paragraph, and the evidence of it; `read` gives the bytes of a file of the case."""

    told: str
    exhibits: tuple[Exhibit, ...]
    read: Callable[[str], bytes]


def is_never_shown(case: Case) -> bool:
    """Whether an email of the case mentions an indecent image: no picture of such a case is drawn, however small."""
    return any(seen.flag is Flag.INDECENT_IMAGE for seen in (*case.flags, *case.alert))


def happening_of(case: Case, conduct: Mapping[str, str], read: Callable[[str], bytes]) -> Happening:
    """What the case is about, told of the adult to another body.

    Args:
        case: the case as it stands.
        conduct: titles of conduct by id.
        read: reads a file of the case.
    """
    exhibits = tuple(_exhibits(case))
    return Happening(told=" ".join(_sentences(case, conduct, len(exhibits))), exhibits=exhibits, read=read)


def _sentences(case: Case, conduct: Mapping[str, str], exhibits: int) -> Iterator[str]:
    for place, one in enumerate(case.facts):
        yield _reported(case, one, again=place > 0)
        if words := one.fact.words.strip().strip(_QUOTES):
            yield f"The exact words, as reported: “{words}”{'' if words[-1] in '.!?' else '.'}"
    if not case.facts:
        yield f"No report is on this case about {_adult(case)}."
    if said := _given(case, "account"):
        yield f"The school's own account: {_ended(said)}"
    elif put := _given(case, "facts"):
        yield f"The school put it to the adult in these words: “{_ended(put)}”"
    titles = [conduct.get(name, name) for name in case.conduct]
    yield (
        f"The school treats it as {listed(titles)}." if titles else "Nobody has yet said what conduct it is."
    )
    yield _affected(case)
    yield from _urgent(case)
    yield _kept_words(exhibits)


def _kept_words(exhibits: int) -> str:
    match exhibits:
        case 0:
            return "No file is kept as evidence."
        case 1:
            return "One file is kept as evidence; it is listed below."
    number = _NUMBERS[exhibits] if exhibits < len(_NUMBERS) else str(exhibits)
    return f"{number} files are kept as evidence; they are listed below."


def _reported(case: Case, one: Reported, *, again: bool) -> str:
    """The sentence about one report: when it came, and where it says that it was."""
    who = f"a pupil for whom {_adult(case)} answers" if one.fact.poster == PUPIL else _adult(case)
    where = ", and ".join(part for part in (_online(one.fact), _on_site(one.fact)) if part)
    begun = f"On {uk_date_short(one.day)} the school was told {'again ' if again else ''}about {who}"
    return f"{begun}: {where}." if where else f"{begun}."


def _adult(case: Case) -> str:
    return case.adult_name or case.adult or "an adult who is not yet known"


def _online(fact: Fact) -> str:
    parts = [f"a post on {fact.platform}" if fact.platform else "a post online"]
    parts.append(_day(fact.posted_on))
    told = " ".join(filter(None, parts))
    if not (fact.platform or fact.posted_on or fact.link):
        return ""
    return f"{told} ({fact.link})" if fact.link else told


def _on_site(fact: Fact) -> str:
    if not (fact.place or fact.happened_on):
        return ""
    place = fact.place if not fact.place or _OWN_PLACE.match(fact.place) else f"at {fact.place}"
    return " ".join(filter(None, ("conduct", place, _day(fact.happened_on))))


def _day(text: str) -> str:
    """When it was: a date as in a letter, anything else as it was reported."""
    try:
        return f"on {uk_date_short(date.fromisoformat(text))}"
    except ValueError:
        return f"on {text}" if _NAMES_A_DAY.match(text) else text


def _affected(case: Case) -> str:
    told = [one.fact.affected for one in case.facts if one.fact.affected]
    said = _given(case, "affected") or listed(list(dict.fromkeys(told)))
    return f"Who was affected: {_ended(said)}" if said else "Who was affected is not noted."


def _urgent(case: Case) -> Iterator[str]:
    """Which words made it urgent."""
    words = dict.fromkeys(f"“{seen.words}”" for seen in case.flags if seen.flag in STOPS and seen.words)
    if words:
        yield f"It was put to the safeguarding lead at once because of these words: {listed(list(words))}."


def _given(case: Case, name: str) -> str:
    """What people supplied for this field of a letter or sheet; the last where several did."""
    found = [fields[name].strip() for fields in case.fields.values() if fields.get(name, "").strip()]
    return found[-1] if found else ""


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?”" else f"{text}."


def _exhibits(case: Case) -> Iterator[Exhibit]:
    """The emails that are reports, and each file that came with an email that does not answer a question of ours."""
    shown = not is_never_shown(case)
    for one in case.facts:
        if one.mail:
            title = f"Email, the report of {uk_date_short(one.day)}"
            yield Exhibit(title=title, path=f"mail/{one.mail[:16]}.eml", sha256=one.mail)
    for kept in case.kept:
        if kept.mail in case.mails - case.replies:
            ending = kept.file.rpartition(".")[2].casefold()
            drawn = shown and ending in PICTURES
            yield Exhibit(title=kept.name, path=kept.file, sha256=kept.sha256, is_picture=drawn)
