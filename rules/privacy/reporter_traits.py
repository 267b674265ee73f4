"""What is known of those who reported: names, children, addresses, numbers; from the register and the emails."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from ...ground.capitals import CAPITALS
from ...ground.values import replace
from ..people.people import Adult, PeopleRegister, Pupil
from ..texts.names import TITLES, spellings, titles_agree, words_of
from ..texts.platforms import PLATFORMS
from ..texts.report import Report
from .plain_names import CALENDAR
from .postcodes import POSTCODE
from .redaction_terms import NO_NAMES, Reporter

_NO_PERSONS = (
    "team form forms website web site enquiry enquiries family families pta group notification notifications noreply "
    "reply service services desk support hello user system account club society association council lead teaching "
    "assistant tutor senior manager business receptionist secretary caretaker cook friend friends neighbour neighbours "
    "everyone everybody anyone lots me us both husband wife partner son daughter myself we screenshots attached photo "
    "photos key stage primary secondary junior infant academy trust federation iphone android sent from sorry please "
    "i'm hi dear regards thanks kind best wishes x xx google microsoft outlook wechat messenger"
)
NOT_NAMES = (
    NO_NAMES
    | CALENDAR
    | frozenset(_NO_PERSONS.split())
    | frozenset(word for name, _ in PLATFORMS for word in words_of(name))
)
"""Words beside a name, or in its place, that name nobody."""
NAMES_TOO = frozenset({"will", "may", "april", "june", "august"})
FEW = 4
"""Words of a line that can hardly be more than a name: there "Will May" is one."""

STREETS = (
    "street|st|road|rd|lane|ln|row|close|cl|avenue|ave|drive|dr|way|court|ct|gardens|gdns|place|pl|terrace|terr|"
    "crescent|cres|grove|hill|park|square|sq|mews|walk|cottage|cottages|house|farm|bank|green|rise|view|parade"
)
_NAME = rf"\b[{CAPITALS}][\w'’-]{{1,30}}"
_PART = rf"\b[{CAPITALS}][\w'’-]{{0,30}}"
"""What may follow: Ó Murchú has a part of one letter."""
_STREET_LINE = re.compile(rf"\b\d{{1,4}}[A-Za-z]?,?[ \t]+(?:{_NAME}[ \t]+){{1,4}}(?:(?i:{STREETS}))\b")
MOST_READ = 60_000
"""Characters of an email that are looked through; who writes is at its head and its end, never beyond."""
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_OWN_EMAIL = re.compile(
    r"^[> \t*]*(?:(?:from|reply-to|your e-?mail|e-?mail|mail|e|m)\b[^:\n]{0,10}:.{0,120}|on .{6,120} wrote:"
    r"|[^\s@]{3,120}@[^\s@]{3,120}[ \t]*)$|\b(?:my|our) (?:own )?e-?mail\b[^\n]{0,90}"
    r"|\b(?:write to|mail|e-?mail|reach|contact) (?:me|us)\b[^\n]{0,90}",
    re.IGNORECASE | re.MULTILINE,
)
PHONE = re.compile(r"(?<![\w-])(?:\+|0)[\d ()./\u2010-\u2015-]{8,18}\d(?![\w-])")
_FROM = re.compile(r"^[> \t*]*(?:From|Von|De)\*?:\s*\"?([^<\"\n\[]{2,60}?)\"?\s*(?:[<\[]|$)", re.MULTILINE)
_WROTE = re.compile(
    rf"^[> \t]*On .{{6,80}}?,?\s(?P<name>(?:[{CAPITALS}][\w'’.-]+ ){{1,3}})<[^>\n]+>\s*wrote:", re.MULTILINE
)
_LABELLED = re.compile(
    r"^[ \t>*_•-]{0,8}(?:your name|name|reported by|reporter|from)[*_]{0,2}\s?[:：][*_]{0,2}[ \t]*(\S.{1,60})$",
    re.IGNORECASE | re.MULTILINE,
)
_INTRODUCED = re.compile(
    rf"\b(?:(?i:my name is|my name's))\s+((?:{_NAME})(?: {_NAME}){{0,2}})"
    rf"|\b(?:(?i:this is|i am|i'm|i’m))\s+({_NAME}(?: {_NAME}){{1,2}})(?!['’]s)"
)
_SIGNED = re.compile(
    r"(?:^|[.!?]\s{1,3}|\n)[ \t>]{0,9}(?:kind|best|warm|many)?[ \t]?"
    r"(?:regards|wishes|thanks|thank you|yours \w+|cheers|sincerely|love|best)\b[^\n\w]{0,4}\n{0,4}[ \t>]{0,9}"
    rf"(?P<name>(?-i:{_NAME})(?: (?-i:{_PART})){{0,2}})[ \t]{{0,9}}[.,x]{{0,3}}[ \t]{{0,9}}(?:\n|$|[(,])",
    re.IGNORECASE,
)
_OWN_CHILD = re.compile(
    r"\b(?i:my|our)\s+(?:(?i:own|little|eldest|oldest|youngest|younger|older|elder|middle|other|only|step|"
    r"\d+[- ]year[- ]old)\s+)?(?i:son|daughter|child|boy|girl|lad|lass|kid|children|kids|sons|daughters|twins|boys|"
    r"girls|grandson|granddaughter|grandchild|stepson|stepdaughter|nephew|niece)(?:['’]s name is|,)?\s+"
    r"(?:(?i:is called|called|named|is)\s+)?"
    rf"(?P<names>{_NAME}(?:(?:,\s*|\s+(?i:and|&)\s+|\s+){_NAME}){{0,4}})"
)
_CHILD_OF_MINE = re.compile(
    rf"(?P<names>{_NAME}(?: {_NAME})?),\s+(?i:my|our)\s+(?i:son|daughter|child|boy|girl)\b"
)
_PARENT_OF = re.compile(
    r"(?:^[ \t(]*|\b(?i:i am|i'm|i’m|we are)\s+(?i:the\s+|a\s+)?|[(,]\s*)"
    r"(?i:mum|mummy|mother|dad|daddy|father|parent|parents|carer|guardian|nan|nana|gran|grandma|grandmother|grandad|"
    rf"grandfather|aunt|auntie|uncle)\s+(?i:of|to)\s+(?P<names>{_NAME}(?:\s+{_NAME})?(?:\s+(?i:and|&)\s+{_NAME})?)",
    re.MULTILINE,
)
_PARENTS = (
    r"(?i:mum|mother|dad|father|parent|carer|guardian|nan|gran|grandma|grandmother|grandad|grandfather|aunt|"
    r"uncle)"
)
_CHILDS_PARENT = re.compile(
    rf"\b(?i:i am|i'm|i’m|this is|it is|it's)\s+(?P<names>{_NAME}(?: {_NAME})?)['’]s\s+{_PARENTS}\b"
)
_SIGNED_PARENT = re.compile(
    rf"(?:^[ \t]*|\()(?P<names>{_NAME}(?: {_NAME})?)['’]s\s+{_PARENTS}\s*(?:[.,)!]|$)", re.MULTILINE
)
_NAME_LIKE = re.compile(r"[^\W\d_][\w'’.-]*,?|&")
_CAPITAL = re.compile(rf"[{CAPITALS}][\w'’-]*[.,;)]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name; `sure` where it is in a register or an address line, so that it counts in any spelling."""

    given: str
    family: str = ""
    title: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """By what those who reported could be known. Addresses are lines as written, `phones` numbers as written."""

    names: frozenset[Named] = field(default_factory=frozenset)
    children: frozenset[Named] = field(default_factory=frozenset)
    addresses: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)
    emails: frozenset[str] = field(default_factory=frozenset)


NOBODY = Traits()


def together(traits: Iterable[Traits]) -> Traits:
    """All that is known of several."""
    found = list(traits)
    return Traits(
        names=frozenset(one for part in found for one in part.names),
        children=frozenset(one for part in found for one in part.children),
        addresses=frozenset(one for part in found for one in part.addresses),
        phones=frozenset(one for part in found for one in part.phones),
        emails=frozenset(one for part in found for one in part.emails),
    )


def noted_traits(reporter: Reporter) -> Traits:
    """What the note apart from the log tells: the name, the email address, and who is said to have seen the post."""
    names = {
        *full_names(reporter.name),
        *_names_of_address(reporter.address),
        *_names_in_line(reporter.seen_by),
    }
    emails = {reporter.address.casefold()} if "@" in reporter.address else set()
    return Traits(names=frozenset(names), emails=frozenset(emails))


def told_traits(report: Report) -> Traits:
    """What a report itself gives away: who signs or sends it, the writer's child, numbers and addresses in it.

    An email that was sent on holds another person's report: its sender counts as well.
    """
    texts = [text[:MOST_READ] for text in (report.text, *report.forwarded)]
    names = {*full_names(report.from_name), *full_names(report.sender_name)}
    for text in texts:
        names |= {name for found in _senders_in(text) for name in full_names(found)}
        names |= {name for found in _signers_in(text) for name in full_names(found, sure=False)}
    children = {child for text in texts for child in _children_in(text)}
    children |= {
        Named(given=child.given, family=name.family, sure=False)
        for child in children
        for name in names
        if not child.family and name.family
    }
    own = {one.casefold() for one in (report.from_address, report.reply_to) if one}
    return Traits(
        names=frozenset(names),
        children=frozenset(children),
        addresses=frozenset(line for text in texts for line in _address_lines_in(text)),
        phones=frozenset(found.group() for text in texts for found in PHONE.finditer(text)),
        emails=frozenset(own | {found for text in texts for found in _emails_in(text)}),
    )


def register_traits(
    known: Traits, senders: Iterable[str], register: PeopleRegister, subject: Adult | None
) -> Traits:
    """What the people register adds of those who reported: recognised by email address or by their full name.

    Args:
        known: what the emails tell.
        senders: the email addresses that reports came from.
        register: the people of the school.
        subject: the adult whose letter it is; never taken for a reporter, and children shared with them are no mark.
    """
    addresses = {one.casefold() for one in senders if one}
    own = set(subject.relationships) if subject else set()
    adults = [
        adult
        for adult in register.adults.values()
        if (subject is None or adult.person_id != subject.person_id)
        and (adult.email.casefold() in addresses or any(is_named(adult, name) for name in known.names))
    ]
    pupils = [register.pupils[one] for adult in adults for one in adult.relationships if one not in own]
    return Traits(
        names=frozenset(_adult_name(adult) for adult in adults),
        children=frozenset(_pupil_name(pupil) for pupil in pupils),
        addresses=frozenset(line for adult in adults for line in adult.address if _is_telling(line)),
        phones=frozenset(adult.phone for adult in adults if adult.phone),
        emails=frozenset(adult.email.casefold() for adult in adults if adult.email),
    )


def is_named(adult: Adult, name: Named) -> bool:
    """Whether this is the adult's full name, in one of its spellings."""
    if not name.given or not name.family or (name.title and not titles_agree(adult.title, name.title)):
        return False
    return bool(
        spellings(adult.given_name) & spellings(name.given)
        and spellings(adult.family_name) & spellings(name.family)
    )


def apart_from_staff(known: Traits, staff: Iterable[str]) -> tuple[Traits, Traits]:
    """What is known of reporters without the names of the school's staff, and these names.

    A member of staff is known by the full name; then whatever else is part of that name is theirs as well.
    """
    listed = [name for member in staff for name in full_names(member)]
    whole = {name for name in known.names if any(_is_same(name, one) for one in listed)}
    parts = {name for name in known.names - whole if any(_is_part(name, one) for one in whole)}
    named = frozenset(whole | parts)
    return replace(known, names=known.names - named), Traits(names=named)


def _is_same(name: Named, other: Named) -> bool:
    """Whether both are one person's name: the family name agrees, and given name and title where both have one."""
    if not name.family or not other.family or not (name.given or name.title):
        return False
    given = not (name.given and other.given) or bool(spellings(name.given) & spellings(other.given))
    sure = bool(name.given and other.given) or bool(name.title and other.title)
    titles = not (name.title and other.title) or titles_agree(name.title, other.title)
    return sure and given and titles and bool(spellings(name.family) & spellings(other.family))


def _is_part(name: Named, whole: Named) -> bool:
    """Whether a single name is part of a whole one: "Beth" of Beth Aldous."""
    only = [one for one in (name.given, name.family) if one]
    parts = [spellings(one) for one in (whole.given, whole.family) if one]
    return len(only) == 1 and any(spellings(only[0]) & part for part in parts)


def full_names(written: str, *, sure: bool = True) -> Iterator[Named]:
    """The names in what an email shows as one: "Aldous, Beth (4B)", "Mrs Beth Aldous", "Beth and Tom Aldous".

    A word alone is never sure: it may be the name of a firm, a form or a place.
    """
    bare = _as_far_as_named(re.sub(r"\([^()]*\)|\[[^][]*\]|<[^<>]*>", " ", _without_sentence(written[:120])))
    last, comma, first = bare.partition(",")
    turned = f"{first} {last}" if comma and len(words_of(last)) <= 2 and words_of(first) else last
    words = re.findall(r"[^\W\d_][\w'’-]*", turned)
    title = next((word for word in words if word.casefold() in TITLES), "")
    no_names = NOT_NAMES - NAMES_TOO if len(words) < FEW else NOT_NAMES
    left = [word for word in words if word.casefold() not in TITLES | no_names and len(word) > 1]
    if len(left) == 1:
        alone = (
            Named(given="", family=left[0], title=title, sure=sure)
            if title
            else Named(given=left[0], sure=False)
        )
        yield alone
    several = len(left) > 2 and bool(re.search(r"&|\band\b", turned))
    for given in left[:-1] if several else left[:1] if len(left) > 1 else ():
        yield Named(given=given, family=left[-1], title=title, sure=sure)
    if len(left) > 2:
        yield Named(given=left[0], family=left[1], title=title, sure=sure)


def _without_sentence(written: str) -> str:
    """A name line without the sentence that somebody put behind the name: "Greg Fenwick. There is nothing in it"."""
    name, _, rest = written.partition(". ")
    words = rest.split()
    return name if len(words) > 2 and any(word[:1].islower() for word in words) else written


def _as_far_as_named(written: str) -> str:
    """The words up to the first that is not part of a name: "Beth {{ x }}" is Beth.

    Small letters beside capitals go.
    """
    words = list(takewhile(_NAME_LIKE.fullmatch, written.split()))
    capital = [word for word in words if word[:1].isupper() or word in {"and", "&"}]
    return " ".join(capital if any(word[:1].isupper() for word in words) else words)


def _adult_name(adult: Adult) -> Named:
    return Named(given=adult.given_name, family=adult.family_name, title=adult.title)


def _pupil_name(pupil: Pupil) -> Named:
    return Named(given=pupil.given_name, family=pupil.family_name)


def _names_of_address(address: str) -> Iterator[Named]:
    """The name that an email address shows: beth.aldous@..., never office@... or dogs4ever@..."""
    parts = [
        part for part in re.split(r"[._-]", address.partition("@")[0]) if part.isalpha() and len(part) > 1
    ]
    if len(parts) == 2:
        yield from full_names(" ".join(parts))


def _names_in_line(line: str) -> Iterator[Named]:
    """The names in "Beth Aldous, Sunday evening, and Tom Lamb": rows of capital words; one alone is not sure."""
    words = line[:2000].split()
    for named, row in groupby(words, key=lambda word: bool(_CAPITAL.fullmatch(word))):
        if named:
            yield from full_names(" ".join(row), sure=False)


def _senders_in(text: str) -> Iterator[str]:
    yield from (found[1] for pattern in (_FROM, _LABELLED) for found in pattern.finditer(text))
    yield from (found["name"] for found in _WROTE.finditer(text))


def _signers_in(text: str) -> Iterator[str]:
    yield from (found[1] or found[2] for found in _INTRODUCED.finditer(text))
    yield from (found["name"] for found in _SIGNED.finditer(text))


def _emails_in(text: str) -> Iterator[str]:
    """Email addresses that somebody gives as their own.

    Of an email sent on, under a label, alone on a line, as "my".
    """
    for line in _OWN_EMAIL.finditer(text):
        yield from (found.group().casefold() for found in EMAIL.finditer(line.group()))


def _children_in(text: str) -> Iterator[Named]:
    """The children that a writer calls their own."""
    for pattern in (_OWN_CHILD, _CHILD_OF_MINE, _PARENT_OF, _CHILDS_PARENT, _SIGNED_PARENT):
        for found in pattern.finditer(text):
            for written in re.split(r",|\band\b|&", found["names"]):
                yield from (name for name in full_names(written, sure=False) if name.given)


def _address_lines_in(text: str) -> Iterator[str]:
    yield from (found.group() for found in _STREET_LINE.finditer(text))
    yield from (found.group() for found in POSTCODE.finditer(text))


def _is_telling(line: str) -> bool:
    """Whether a line of an address leads to a house: a number, a postcode or a street; not the name of a town."""
    words = words_of(line)
    return bool(POSTCODE.search(line)) or (
        len(words) > 1 and (any(word.isdigit() for word in words) or words[-1] in STREETS.split("|"))
    )
