"""Whose names and lines a copy for the adult must not show: everybody's but his own and the school's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..people.people import Adult, PeopleRegister, Pupil
from ..people.school import School
from ..texts.names import TITLES, spellings, words_of, words_with_places
from ..texts.readable import COMMON
from ..texts.roles import ROLES, by_role
from ..words import Why
from .contacts_known import contacts_of
from .name_forms import family_spellings, given_forms
from .redaction import MAIL_ADDRESS, PHONE, Known, Redaction, Term
from .streets import street_forms

ALSO_PLAIN_WORDS = COMMON | frozenset(
    words_of(
        "may will mark grant rose hope faith grace joy art bill rob sue pat drew dean chance young long short small "
        "little brown black white green gray grey king price page day week hill wood field stone park street road "
        "lane court close north south east west church school best good rich sharp wise strong bright case cross "
        "head hand bond bell ball bird fox wolf lamb swan march april june august summer winter spring autumn new "
        "old major minor first last moore more cook baker taylor smith carter mason porter potter parker fisher "
        "hunter butcher gardener farmer miller walker rider reader ruby amber violet lily daisy ivy heather holly"
    )
)
"""Names that are plain words too: only the capital tells, so "will" stays and "Will" goes."""

NO_NAMES = COMMON | frozenset(
    words_of(
        "office school admin info head teacher headteacher deputy staff parent parents pupil pupils child children "
        "class year governor governors anonymous unknown somebody someone nobody several two three "
        "four five ten many others mum dad mother father carer reception playground gate break lunch "
        "lunchtime morning afternoon evening night "
        "monday tuesday wednesday thursday friday saturday sunday today yesterday week home phone telephone screenshot "
        "safeguarding dsl senco enquiries contact mail email facebook instagram whatsapp group page post online ta"
    )
)
"""Words in "seen by" lines and email addresses that name nobody."""

LONE_INITIAL = 1
SHORT_LINE = 4
"""Words up to which a line without any capital may still be a name typed in a hurry: "beth aldous"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """Who reported, as noted apart from the log: any of name, email address and who saw it."""

    name: str = ""
    address: str = ""
    seen_by: str = ""


def redaction_for(
    subject: Adult | None,
    register: PeopleRegister,
    reporters: Iterable[Reporter],
    school: School,
    *,
    affected: Iterable[str] = (),
) -> Redaction:
    """What to take out of a copy for this adult.

    Args:
        subject: the adult who gets the copy; None withholds every adult of the register.
        register: all people the school knows.
        reporters: those who reported on him, in any of his cases.
        school: its role holders and addresses may be read by everybody.
        affected: who is said to have been affected, as reported; a name among these is another person's.
    """
    own = register.pupils_of(subject.person_id) if subject else ()
    kept = kept_words(subject, own, school)
    told = tuple(reporters)
    terms = [term for reporter in told for term in _of_reporter(reporter, kept)]
    terms += [term for line in affected for term in _of_affected(line, kept)]
    for adult in register.adults.values():
        if subject is None or adult.person_id != subject.person_id:
            terms += _of_adult(adult, kept, subject)
    for pupil in register.pupils.values():
        if pupil not in own:
            terms += _of_name(Why.PUPIL, kept, pupil.given_name, pupil.family_name)
    others = [
        one for one in register.adults.values() if subject is None or one.person_id != subject.person_id
    ]
    bynames: dict[str, Why] = {}
    for given, why in _given_names(told, others, (one for one in register.pupils.values() if one not in own)):
        bynames |= dict.fromkeys(given_forms(given) - kept - bynames.keys(), why)
    known = Known(kept=kept, bynames=bynames, contacts=contacts_of(others, subject, own, school))
    return Redaction(terms, allowed_contacts(subject, school), known)


def _given_names(
    reporters: Iterable[Reporter], adults: Iterable[Adult], pupils: Iterable[Pupil]
) -> Iterator[tuple[str, Why]]:
    """The given names that may be shortened and bent, and whose they are."""
    for reporter in reporters:
        for line in (reporter.name, reporter.seen_by):
            yield from ((word, Why.REPORTER) for word in _names_in(line))
    yield from ((one.given_name, Why.OTHER_ADULT) for one in adults)
    yield from ((one.given_name, Why.PUPIL) for one in pupils)


def kept_words(subject: Adult | None, own: Iterable[Pupil], school: School) -> frozenset[str]:
    """Words that stay wherever they stand alone: his own, his children's, the school's and its role holders'."""
    lines = [school.name, *school.letterhead.address, school.contact.name]
    for person in school.holders:
        lines += [person.name, person.role, person.email.partition("@")[0]]
    lines += [address.partition("@")[0] for address in school.own_addresses]
    if subject:
        lines += [subject.full_name, *subject.address]
    lines += [pupil.full_name for pupil in own]
    return frozenset(word for line in lines for word in words_of(line)) | TITLES


def allowed_contacts(subject: Adult | None, school: School) -> set[str]:
    """Email addresses, telephone numbers and address lines that stay: the adult's own, the school's, the law's."""
    head = school.letterhead
    found = {head.phone, head.email, school.contact.phone, school.contact.email, school.complaints.contact}
    found |= {person.email for person in school.holders} | school.own_addresses
    found |= set(head.address)
    for fact in school.legal.facts.values():
        found |= {one.group() for pattern in (MAIL_ADDRESS, PHONE) for one in pattern.finditer(fact.value)}
    if subject:
        found |= {subject.email, subject.phone, *subject.address}
    return found


def _of_reporter(reporter: Reporter, kept: frozenset[str]) -> Iterator[Term]:
    for line in (reporter.name, reporter.seen_by, reporter.address.partition("@")[0]):
        words = words_of(line)
        if len(words) > 1 and not set(words) <= kept | NO_NAMES:
            yield Term(words=words, why=Why.REPORTER)
        yield from _single(_names_in(line), Why.REPORTER, kept)


def _of_affected(line: str, kept: frozenset[str]) -> Iterator[Term]:
    """The names among those affected; roles ("office staff") say no more than a letter may."""
    if not by_role(line):
        names = tuple(word for word in _names_in(line) if word not in ROLES)
        yield from _single(names, Why.OTHER_ADULT, kept)


def _names_in(line: str) -> tuple[str, ...]:
    """The words of a line that may be a name: not the plain words, of a longer line only those with a capital."""
    words = [word for word in words_with_places(line) if word.text not in NO_NAMES]
    if len(words) > SHORT_LINE or any(word.capital for word in words):
        words = [word for word in words if word.capital]
    return tuple(word.text for word in words)


def _of_adult(adult: Adult, kept: frozenset[str], subject: Adult | None) -> Iterator[Term]:
    yield from _of_name(Why.OTHER_ADULT, kept, adult.given_name, adult.family_name)
    family = words_of(adult.family_name)
    if family and adult.title and not (subject and subject.title == adult.title):
        yield Term(words=(*words_of(adult.title), *family), why=Why.OTHER_ADULT)
    for line in adult.address:
        yield from _of_line(line, kept)
    yield from _single(words_of(adult.email.partition("@")[0]), Why.CONTACT, kept)


def _of_line(line: str, kept: frozenset[str]) -> Iterator[Term]:
    """A line of an address, and the street in it with and without its number: whole, shortened, and its name alone."""
    for form in street_forms(line):
        if not set(form.words) <= kept:
            yield Term(words=form.words, why=Why.CONTACT, capital=form.capital, is_name=False)


def _of_name(why: Why, kept: frozenset[str], given: str, family: str) -> Iterator[Term]:
    """The full name, and each word of it alone where nobody who may be named shares it."""
    for first in spellings(given):
        for last in spellings(family):
            yield Term(words=(*first, *last), why=why)
    for part in (given, family):
        for words in {*spellings(part), *family_spellings(part)}:
            if len(words) > 1 and not set(words) <= kept:
                yield Term(words=words, why=why)
            yield from _single(words, why, kept)
    joined = "".join((*words_of(given), *words_of(family)))
    if given and family and joined not in kept:
        yield Term(words=(joined,), why=why)


def _single(words: tuple[str, ...], why: Why, kept: frozenset[str]) -> Iterator[Term]:
    for word in words:
        if word not in kept and len(word) > LONE_INITIAL and not word.isdigit():
            yield Term(words=(word,), why=why, capital=word in ALSO_PLAIN_WORDS)


def reporters_of(noted: Mapping[str, Mapping[str, str]]) -> tuple[Reporter, ...]:
    """The reporters of one case, from what was noted apart under each email's SHA-256."""
    return tuple(
        Reporter(name=one.get("name", ""), address=one.get("address", ""), seen_by=one.get("seen_by", ""))
        for one in noted.values()
    )
