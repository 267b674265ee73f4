"""Senders who look like one of the school's own people and are not: their name, an address or a domain like theirs.

It accuses nobody: a head who writes from home looks so too. It says what a person should see before anything else.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from ..people.people import PeopleRegister
from ..people.school import Person, School
from ..people.staff_names import is_named
from ..texts.names import TITLES, fold, words_of
from ..texts.report import Report

_OPEN_TO_ALL = """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk
    icloud.com me.com btinternet.com sky.com talktalk.net aol.com virginmedia.com proton.me protonmail.com
"""
PUBLIC = frozenset(_OPEN_TO_ALL.split())
"""Domains at which anybody may have an address."""

GIVEN_OUT = (".sch.uk", ".gov.uk", ".nhs.uk", ".police.uk", ".ac.uk")
"""Ends of names that only such bodies are given: a like name there is another school's, not an impostor's."""

SECOND_LEVEL = frozenset(["co", "org", "ac", "gov", "sch", "ltd", "plc", "me", "net", "nhs", "police", "com"])
FRIENDS = re.compile(r"fr[il]ends(of)?|ptf?a|p5a|psa")
"""What a parents' association puts beside the school's name, as `skeleton` leaves it."""

SAME_SHAPE = str.maketrans(
    dict(zip("аеорсухіїјѕһԁԛԝвкмнтӏɡαεορτυνικщ", "aeopcyxiijshdqwbkmhtlgaeoptuvikw", strict=True))
    | {"1": "l", "i": "l", "|": "l", "0": "o", "5": "s", "-": "", "_": ""}
)
SAME_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
LONG_NAME, SHORT_NAME = 9, 6
"""Letters of a domain's name: from nine on two may be wrong and it still looks the same, from six on one."""

SHOWN = 100


ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w.-]{1,253}\w")
"""An email address in a name; its parts are at most as long as the standard lets them be (RFC 5321, 4.5.3.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """What is odd about a sender, in a sentence for the office."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The school's role holders, the others of its staff, its domains, and all their addresses in lower case."""

    holders: tuple[Person, ...]
    staff: tuple[Person, ...]
    domains: frozenset[str]
    theirs: frozenset[str]

    @property
    def people(self) -> tuple[Person, ...]:
        """All of them."""
        return (*self.holders, *self.staff)


def known_of(school: School, register: PeopleRegister) -> Known:
    """Whom a sender may be taken for: role holders, the contact person, and the staff list."""
    holders = tuple(dict.fromkeys((*school.holders, school.contact)))
    staff = tuple(
        Person(name=name, role=one.role, email=one.email)
        for one in register.staff
        for name in (one.name, *one.also)
    )
    addresses = {one.email.casefold() for one in (*holders, *staff) if one.email} | school.own_addresses
    domains = {_domain(one) for one in addresses}
    return Known(
        holders=holders,
        staff=staff,
        domains=frozenset(one for one in domains if one and one not in PUBLIC),
        theirs=frozenset(addresses),
    )


def look_alike(report: Report, known: Known, register: PeopleRegister) -> LookAlike | None:
    """Whether a sender looks like one of the school's own people and is not; None for everybody else."""
    address = report.from_address.casefold().strip()
    if address in known.theirs or _is_own(_domain(address), known.domains):
        return _answers_elsewhere(report, known, address)
    said = [
        *_named(report, known, register, address),
        *_address_like(address, known),
        *_domain_like(_domain(address), known.domains),
    ]
    return LookAlike(words=" ".join(said)) if said else None


def _named(report: Report, known: Known, register: PeopleRegister, address: str) -> Iterator[str]:
    """The display name is one of theirs, and the address is not."""
    name = report.from_name
    within = ADDRESS.search(name)
    if within and within.group().casefold() != address and _is_theirs(within.group().casefold(), known):
        yield f"The name shows the address {within.group()[:SHOWN]}, the email comes from {address[:SHOWN]}."
        return
    sender = register.adult_with_mail([address])
    if not name.strip() or (
        sender and (_has_name(name, sender.full_name) or _has_title(name, sender.full_name))
    ):
        return
    person = next((one for one in known.people if _has_name(name, one.name)), None)
    if not person and not any(_has_title(name, one.full_name) for one in register.adults.values()):
        person = next((one for one in known.holders if _has_title(name, one.name)), None)
    if person:
        yield f"The name is {person.name}'s, the address is not: {address[:SHOWN]}."


def _has_name(typed: str, name: str) -> bool:
    """Whether a display name has a person's given and family name in it, in letters that look so."""
    theirs = {skeleton(word) for word in words_of(name) if word not in TITLES}
    return len(theirs) > 1 and theirs <= {skeleton(word) for word in re.findall(r"[^\W_]+", typed)}


def _has_title(typed: str, name: str) -> bool:
    """Whether a display name is a person's title and family name: "Mrs Ellwood"."""
    return bool({*words_of(typed)} & TITLES) and is_named(typed, Person(name=name, role="", email=""))


def _address_like(address: str, known: Known) -> Iterator[str]:
    """An address at a domain that is open to everybody, a letter away from one of theirs there."""
    local, _, domain = address.rpartition("@")
    for one in sorted(known.theirs):
        theirs, _, where = one.rpartition("@")
        if where == domain and where in PUBLIC and _like(local, theirs):
            yield f"The address {address[:SHOWN]} is not {one}, which it resembles."
            return


def _domain_like(domain: str, own: Collection[str]) -> Iterator[str]:
    for one in sorted(own):
        if resembles(domain, one):
            other = " (it has letters of another alphabet)" if _is_foreign(domain) else ""
            yield f"The domain {domain[:SHOWN]} is not the school's {one}, which it resembles{other}."
            return


def _answers_elsewhere(report: Report, known: Known, address: str) -> LookAlike | None:
    """One of the school's people writes, and answers would go to a domain that is not the school's."""
    reply = report.reply_to.casefold().strip()
    persons = {one.email.casefold() for one in known.people if one.email}
    if not reply or reply == address or address not in persons or _is_theirs(reply, known):
        return None
    return LookAlike(words=f"Answers to it would not go to {address[:SHOWN]}, but to {reply[:SHOWN]}.")


def _is_theirs(address: str, known: Known) -> bool:
    return address in known.theirs or _is_own(_domain(address), known.domains)


def _is_own(domain: str, own: Collection[str]) -> bool:
    return any(domain == one or domain.endswith(f".{one}") for one in own)


def resembles(domain: str, own: str) -> bool:
    """Whether a domain that is not the school's would be read as the school's at a glance.

    The same shape (rn and m, 1 and l, letters of other alphabets, hyphens), a letter or two wrong, another end, or
    the school's name within it: "larkfield.example.login.example", "larkfield-school.example".
    """
    plain = _decoded(domain)
    if not plain or plain == own or plain.endswith(f".{own}"):
        return False
    if skeleton(plain) == skeleton(own) or f".{own}." in f".{plain}.":
        return True
    if plain.endswith(GIVEN_OUT):
        return False
    name = skeleton(_name_of(own))
    if len(name) < SHORT_NAME:
        return False
    if _like(_name_of(plain), _name_of(own)):
        return True
    parts = (skeleton(label) for label in plain.split("."))
    return any(name in part and not FRIENDS.search(part.replace(name, "")) for part in parts)


def _like(typed: str, theirs: str) -> bool:
    one, other = skeleton(typed), skeleton(theirs)
    if one == other:
        return True
    wrong = 2 if len(other) >= LONG_NAME else 1 if len(other) >= SHORT_NAME else 0
    return abs(len(one) - len(other)) <= wrong and edits(one, other) <= wrong


@lru_cache(maxsize=4_000)
def skeleton(text: str) -> str:
    """What is left of a text when letters and signs that look alike are the same; hyphens are left out."""
    plain = fold(unicodedata.normalize("NFKC", text).casefold().translate(SAME_SHAPE)).text.translate(
        SAME_SHAPE
    )
    for pair, one in SAME_PAIRS:
        plain = plain.replace(pair, one)
    return plain


def edits(one: str, other: str) -> int:
    """How many letters must be typed, left out, changed, or swapped with the next, to make one text of the other."""
    return int(OSA.distance(one[:SHOWN], other[:SHOWN]))


def _name_of(domain: str) -> str:
    """The part of a domain that names somebody: "larkfield" of larkfield.example and of larkfield.kent.sch.uk."""
    labels = domain.split(".")
    two_ends = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL
    names = labels[: -2 if two_ends else -1] or labels
    return names[-2] if domain.endswith(".sch.uk") and len(names) > 1 else names[-1]


def _decoded(domain: str) -> str:
    """The domain as a reader's program shows it: labels that begin with xn-- as the letters they stand for."""
    return ".".join(_label(label) for label in domain.casefold().split("."))


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _is_foreign(domain: str) -> bool:
    return not _decoded(domain).isascii()


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().casefold().rstrip(".")
