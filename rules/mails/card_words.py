"""What an email to our own people may say of one in the in-tray: its sort, never its words, and nobody's name.

It leaves the school's computer and may be read on a telephone in a corridor. Pure.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from ...ground.english import WEEKDAYS, uk_date
from ...ground.moments import LONDON
from ..people.conflict import is_pupils_own, staff_of
from ..people.people import PeopleRegister
from ..people.school import School
from ..words import Flag, Level, ReporterKind
from .mail_log import MailJudged, MailRow
from .mail_rows import level_of

_QUOTED = re.compile(r"""[ ]?[(:,]?[ ]?(?:"[^"]*"|“[^“”]*”|«[^«»]*»|‘[^‘’]*’(?!\w))\)?""")
_QUOTE = re.compile(r"""["“”«»‘<>@]|(?<!\w)'|://""")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LONGEST = 300
"""Characters of the rules' reason."""
_GENERIC = {
    Level.RED: "It may point to danger.",
    Level.AMBER: "Letterladder could not place it: somebody must read it.",
    Level.PLAIN: "It does not look urgent.",
}
_CHILD = frozenset({Flag.CHILD_PROTECTION, Flag.INDECENT_IMAGE})


class CardWords(Struct, frozen=True, kw_only=True):
    """What is said of one email of the in-tray: its short number, and its sort in words."""

    mail: str
    seems: str
    sender: str
    about: str
    conduct: str


def card_words(row: MailRow, school: School, people: PeopleRegister) -> CardWords:
    """An email of the in-tray in words that name nobody."""
    judged = row.judged
    return CardWords(
        mail=row.seen.sha256[:12],
        seems=_seems(row, _names(people, school)),
        sender=reporter_words(row, school, people),
        about=_about(judged),
        conduct="; ".join(_titles(judged, school)),
    )


def is_about_a_child(row: MailRow) -> bool:
    """Whether the rules found a child in it."""
    judged = row.judged
    return bool(judged and (judged.pupils or any(seen.flag in _CHILD for seen in judged.flags)))


def sort_of_sender(address: str, school: School, people: PeopleRegister) -> str:
    """Who seems to have written it, in words that name nobody; what an email says of its sender may be untrue."""
    own = staff_of(school)
    wanted = address.casefold()
    if is_pupils_own(address, own):
        return "a pupil's school address"
    if own.is_own(address) or people.lists_as_staff(address):
        return "an address of the school's staff"
    if any(one.email and one.email.casefold() == wanted for one in people.adults.values()):
        return "a parent or carer in your register"
    return "somebody not in your records"


def reporter_words(row: MailRow, school: School, people: PeopleRegister) -> str:
    """Who sent an email, in words that name nobody: as the rules found, else by the address alone."""
    kind = row.judged.reporter if row.judged else ""
    return ReporterKind(kind).words if kind else sort_of_sender(row.seen.sender, school, people)


def by_when(moment: datetime, today: date) -> str:
    """A moment as one says it: "3.20 pm today", "8.30 am on Monday 9 November 2026"."""
    local = moment.astimezone(LONDON)
    clock = f"{local.hour % 12 or 12}.{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"
    if local.hour == 12 and not local.minute:
        clock = "12 noon"
    if local.date() == today:
        return f"{clock} today"
    if 0 < (local.date() - today).days < len(WEEKDAYS):
        return f"{clock} on {WEEKDAYS[local.weekday()]}"
    return f"{clock} on {uk_date(local)}"


def _about(judged: MailJudged | None) -> str:
    suggested = judged.suggestions if judged else []
    if any(one.exact for one in suggested) or len(suggested) == 1:
        return "one adult in your register seems to be meant"
    if suggested:
        return f"any of {len(suggested)} adults in your register may be meant"
    return "no adult in your register was recognised"


def _titles(judged: MailJudged | None, school: School) -> list[str]:
    known = school.policy.conduct
    told = dict.fromkeys(one.conduct for one in (judged.proposed if judged else ()))
    return [known[one].title for one in told if one in known]


def _seems(row: MailRow, names: frozenset[str]) -> str:
    """Why the rules gave it its level, without what is quoted, and without each sentence that may name somebody."""
    judged = row.judged
    if level_of(row) is not (judged and judged.level):
        return _GENERIC[level_of(row)]
    # What is quoted goes first: it may hold the end of a sentence itself ("hungry ... unwashed").
    said = _SENTENCE.split(_QUOTED.sub("", " ".join((judged.why_level if judged else "").split())))
    safe = [bare for one in said if (bare := _bare(one)) and not _may_name(bare, names)]
    found = " ".join(safe)
    return found if found and len(found) <= _LONGEST else _GENERIC[level_of(row)]


def _bare(sentence: str) -> str:
    """A sentence without what it quotes, closed by a full stop."""
    left = _QUOTED.sub("", sentence).strip(" ,:;")
    return left if not left or left[-1] in ".!?" else f"{left}."


def _may_name(sentence: str, names: frozenset[str]) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", sentence)
    named = any(word[0].isupper() and _plain(word) in names for word in words)
    return named or bool(_QUOTE.search(sentence))


def _plain(word: str) -> str:
    return re.sub(r"[’']s$", "", word).casefold()


def _names(people: PeopleRegister, school: School) -> frozenset[str]:
    """Every word of a name in the register, the list of staff and the roles."""
    written: Iterable[str] = (
        *(f"{one.given_name} {one.family_name}" for one in people.adults.values()),
        *(one.full_name for one in people.pupils.values()),
        *people.staff_names,
        *(person.name for person in school.holders),
    )
    titles = {"mr", "mrs", "ms", "miss", "mx", "dr"}
    return frozenset(_plain(word) for name in written for word in name.split()) | titles
