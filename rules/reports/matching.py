"""Which adult of the register is meant by a report, and why: suggestions, of which only an exact one may be acted on.

A suggestion is exact when every word given fits this adult, given and family name or a surely known child
among them, and no other adult fits. Whoever wrote the email is not suggested merely because their name is in it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace
from rapidfuzz import fuzz, process

from ...ground.values import replace as replace_families
from ..mails.mail_log import Suggestion
from ..people.by_word import (
    FamilyNames,
    adults_in_order,
    adults_like,
    families_by_word,
    plain_names,
    pupils_of_register,
)
from ..people.people import Adult, PeopleRegister, Pupil, per_register
from ..people.staff_spoken import STAFF, StaffName, staff_of_register
from ..texts.names import RELATIONS, TITLES, fit_name, is_relation, words_of, words_with_places
from ..texts.parts import Part
from ..texts.passages import Kind, is_heading, new_passages, passages_of
from ..texts.plain_signs import is_disguised
from ..texts.report import Report
from ..texts.sentences import LEFT_OUT, left_out, sentences_of
from .cues import Named
from .form_matching import ALIKE, people_typed, pupils_meant, suggest_from_form
from .kin import kin_meant
from .mentions import Mention, mentions_in, mentions_of, names_stranger
from .naming import LEAST, Names, name_words, pupils_named
from .suggesting import suggestion

FROM_FILES = 5
"""Adults that are suggested because a file names them; a list of the whole class helps nobody."""

BELOW = "in or below an email that it quotes"
RELATED = re.compile(rf"\b(?:his|her|their|the) ({'|'.join(RELATIONS)})\b")
"""Somebody told of through a child who was named before."""
_DISGUISED = "but it contains characters that reverse it or cannot be seen; look at the original"


def mentioned_in(report: Report, register: PeopleRegister) -> tuple[Mention, ...]:
    """Where an email itself, without its files, names adults of the register."""
    return mentions_of(_texts(report), register)


def suggest_adults(
    report: Report, register: PeopleRegister, mentioned: tuple[Mention, ...] | None = None
) -> tuple[Suggestion, ...]:
    """The adults who may be meant, the likeliest first; at most one is exact.

    The form's lines are read first; the free text only where the form names nobody.

    Args:
        report: the email.
        register: the people who may be meant.
        mentioned: what `mentioned_in` gives for them, where it is known already.
    """
    found = suggest_from_form(report.form, register) if report.form.is_form else ()
    if not found:
        told = mentioned_in(report, register) if mentioned is None else mentioned
        found = (
            _from_text(report, register, told)
            or tuple(_from_below(report, register))
            or tuple(_from_files(report, register))
        )
    if is_disguised(report.form.parent, report.own_words):
        return tuple(replace(one, why=f"{one.why} ({_DISGUISED})", exact=False) for one in found)
    return found


def is_the_adults_own(report: Report, register: PeopleRegister, adult_id: str) -> bool:
    """Whether the email comes from this adult's own address, so that it is an answer and not a report."""
    adult = register.adults.get(adult_id)
    if adult is None or not adult.email:
        return False
    return adult.email.casefold() in {report.from_address.casefold(), report.reply_to.casefold()}


def _from_text(
    report: Report, register: PeopleRegister, mentions: tuple[Mention, ...]
) -> tuple[Suggestion, ...]:
    """Adults named in the text, or through their child: the poster first, then those merely named."""
    writers = writers_of(report, register)
    mentioned = frozenset(person for mention in mentions for person in mention.adults)
    told = [mention for mention in mentions if not set(mention.adults) <= writers]
    posters = [mention for mention in told if mention.part is Part.POSTER]
    named = [mention for mention in told if mention.part is Part.NAMED]
    ordered = [*posters, *(mention for mention in named if not _only_staff(mention, register))]
    found: dict[str, Suggestion] = {}
    stranger = any(names_stranger(text, register) for text in _texts(report))
    # A form that names somebody the register does not know settles that nobody in it is meant for sure.
    sure = "" if stranger or people_typed(report.form.parent) else _surely(posters, named)
    for mention in ordered:
        for person in mention.adults:
            if person not in writers:
                found.setdefault(
                    person, _told(mention, register.adults[person], register, exact=person == sure)
                )
    return (
        tuple(found.values())
        or (
            *_by_the_child_before(report, register, writers),
            *_by_address(report, register),
            *_spelled_alike(report, register, writers | mentioned),
        )
        or kin_meant(report, register, writers)
    )


def _from_below(report: Report, register: PeopleRegister) -> Iterator[Suggestion]:
    """Adults named below what an email quotes, or below its signature, where its own words name nobody.

    Many programs mark no line of the email that they quote, and people type below it: whose words these are nobody
    can tell.
    """
    quoted = "\n\n".join(part.text for part in passages_of(report) if part.kind is Kind.QUOTED)
    places = ((quoted, BELOW), (left_out(report), LEFT_OUT))
    yield from _a_few(report, register, ((_without_headings(text), where) for text, where in places))


def _without_headings(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not is_heading(line))


def _from_files(report: Report, register: PeopleRegister) -> Iterator[Suggestion]:
    """Adults named in a file, where the email itself names nobody."""
    yield from _a_few(report, register, ((file.text, file.where) for file in report.evidence))


def _a_few(
    report: Report, register: PeopleRegister, places: Iterable[tuple[str, str]]
) -> Iterator[Suggestion]:
    """Adults named in texts that may be somebody else's: a few, and none of them for sure."""
    writers = writers_of(report, register)
    found: dict[str, str] = {}
    for text, where in places:
        told = sorted(mentions_in(text, register), key=lambda one: one.part is not Part.POSTER)
        for one in told:
            if one.part in {Part.POSTER, Part.NAMED} and not _only_staff(one, register):
                for person in one.adults:
                    found.setdefault(person, f'"{one.words}" is named {where}: {{}}')
    others = [(person, why) for person, why in found.items() if person not in writers]
    for person, why in others[:FROM_FILES]:
        yield suggestion(register.adults[person], register, why)


def _surely(posters: list[Mention], named: list[Mention]) -> str:
    """The one adult named as the poster in full, where everything else that is said fits them too; "" otherwise."""
    whole = {mention.adults[0] for mention in posters if mention.whole and len(mention.adults) == 1}
    others = [mention for mention in (*posters, *named) if not whole & set(mention.adults)]
    clash = any(mention.clashes for mention in (*posters, *named))
    return next(iter(whole)) if len(whole) == 1 and not others and not clash else ""


def _told(mention: Mention, adult: Adult, register: PeopleRegister, *, exact: bool) -> Suggestion:
    role = " as the one who posted" if mention.part is Part.POSTER else ""
    return suggestion(adult, register, f'the email names "{mention.words}"{role}: {{}}', exact)


def _only_staff(mention: Mention, register: PeopleRegister) -> bool:
    return all(STAFF in register.adults[person].flags for person in mention.adults)


def writers_of(report: Report, register: PeopleRegister) -> frozenset[str]:
    """The register's adults who wrote the email, by address or by the name beside it."""
    names = tuple(word for word in words_of(report.from_name) if word not in TITLES)
    own = (
        one.person_id
        for address in (report.from_address, report.reply_to)
        for one in register.adults_with_mail(address)
    )
    return frozenset(own) | _by_full_name(register)(names)


@per_register
def _by_full_name(register: PeopleRegister) -> Callable[[tuple[str, ...]], frozenset[str]]:
    """Says whose full name some folded words are; of the last few names it is known."""

    def found(names: tuple[str, ...]) -> frozenset[str]:
        return frozenset(
            adult.person_id
            for adult in adults_like(names, register)
            if ((fit := fit_name(names, adult.given_name, adult.family_name)) and fit.is_full)
        )

    return lru_cache(maxsize=64)(found)


def _by_the_child_before(
    report: Report, register: PeopleRegister, writers: frozenset[str]
) -> Iterator[Suggestion]:
    """Adults told of as "his dad" or "her mum" after a child's name, in the same sentence or the one before.

    Never exact: the child may be another's, or there may be two of the name.
    """
    before: list[Pupil] = []
    known: set[str] = set()
    sentences = sentences_of(report)
    if not any(RELATED.search(one.plain) for one in sentences):
        return
    for one in sentences:
        here = pupils_named(one, register)
        near, before = [*here, *before], here
        for match in RELATED.finditer(one.plain):
            wanted = RELATIONS[match[1]]
            for pupil in near:
                for adult in register.adults_of(pupil.pupil_id):
                    fits = is_relation(adult.relationships[pupil.pupil_id], wanted)
                    if fits and adult.person_id not in writers | known:
                        known.add(adult.person_id)
                        told = f'the email tells of {pupil.given_name} and "{match.group()}": {{}}'
                        yield suggestion(adult, register, told)


def _by_address(report: Report, register: PeopleRegister) -> Iterator[Suggestion]:
    """Adults whose email address is in the text."""
    text = " ".join(part.text for part in new_passages(report)).casefold()
    writers = writers_of(report, register)
    around = {text[place - 1 : place + 2] for place, sign in enumerate(text) if sign == "@"}
    for adult, address, at in _addresses(register):
        if (at in around or not at) and address in text and adult.person_id not in writers:
            yield suggestion(adult, register, "the email holds the address of {}")


def _spelled_alike(report: Report, register: PeopleRegister, known: frozenset[str]) -> Iterator[Suggestion]:
    """Adults whose whole name is nearly that of two words in the text: "Gavyn Stot"; never exact."""
    pairs = {
        f"{one.text} {two.text}": text[one.start : two.end]
        for text in _texts(report)
        for one, two in pairwise(words_with_places(text))
        if one.capital and two.capital
    }
    everybody, names = adults_in_order(register), plain_names(register)
    # A text has few pairs and a register many names, so the names like each pair are looked for, not the other way.
    like = (process.extract(pair, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None) for pair in pairs)
    for place in sorted({place for found in like for _, _, place in found}):
        adult, name = everybody[place], names[place]
        found = process.extractOne(name, pairs.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found and adult.person_id not in known:
            yield suggestion(
                adult, register, f'the email says "{pairs[found[0]]}", spelled differently: {{}}'
            )


@per_register
def _addresses(register: PeopleRegister) -> tuple[tuple[Adult, str, str], ...]:
    """Each adult's email address, and the sign around its @ by which most are ruled out; "" where it has none."""
    found = ((one, one.email.casefold()) for one in register.adults.values() if one.email)
    return tuple((one, address, _around_at(address)) for one, address in found)


def _around_at(address: str) -> str:
    before, _, after = address.partition("@")
    return f"{before[-1]}@{after[0]}" if before and after else ""


def exact_adult(suggestions: Iterable[Suggestion]) -> str:
    """The id of the exact suggestion, or ""."""
    return next((one.adult for one in suggestions if one.exact), "")


def named_in(
    told: Iterable[Mention],
    register: PeopleRegister,
    suggestions: Iterable[Suggestion],
    staff: tuple[str, ...] = (),
) -> Named:
    """The names that tell whom an insult was about: parents mentioned, and staff whom the school knows."""
    ids = {one.adult for one in suggestions if one.adult in register.adults}
    return Named(
        parents=tuple(one.words for one in told if one.part is Part.TARGET and not ids & set(one.adults)),
        staff=staff_of_register((*staff, *register.staff_names), register, frozenset(ids)),
    )


def names_of(
    told: Iterable[Mention],
    register: PeopleRegister,
    suggestions: Iterable[Suggestion],
    staff: tuple[str, ...] = (),
    *,
    writers: frozenset[str] = frozenset(),
) -> Names:
    """The people whom a report may be about: all whom the school knows, but whoever may have done it or wrote it."""
    ids = frozenset(one.adult for one in suggestions if one.adult in register.adults)
    others = [
        one.words
        for one in told
        if one.part in {Part.TARGET, Part.NAMED} and not (ids | writers) & set(one.adults)
    ]
    works = staff_of_register((*staff, *register.staff_names), register, ids)
    return Names(
        staff=works,
        pupils=pupils_of_register(register).pupils,
        by_word=pupils_of_register(register),
        parents=tuple(dict.fromkeys(others)),
        families=_families(register, ids, works),
        own=frozenset(pupil for one in ids for pupil in register.adults[one].relationships),
    )


def _families(register: PeopleRegister, ids: frozenset[str], works: Iterable[StaffName]) -> FamilyNames:
    """The family names of adults that belong neither to whoever may have done it nor to staff; short ones left out."""
    taken = {words_of(register.adults[one].family_name) for one in ids} | {
        name_words(one.family) for one in works
    }
    return replace_families(_long_families(register), taken=frozenset(taken))


@per_register
def _long_families(register: PeopleRegister) -> FamilyNames:
    found = dict.fromkeys(one.family_name for one in register.adults.values())
    return families_by_word(name for name in found if len(name) >= LEAST)


def pupils_of_report(
    report: Report, register: PeopleRegister, adult_id: str, mentioned: tuple[Mention, ...] | None = None
) -> tuple[str, ...]:
    """The adult's pupils named in the report; their only pupil where it names none."""
    own = {pupil.pupil_id: pupil for pupil in register.pupils_of(adult_id)}
    named = [pupil.pupil_id for pupil in pupils_meant(report.form.pupil, register).pupils]
    mentions = mentioned_in(report, register) if mentioned is None else mentioned
    told = [child for one in mentions for child in one.through]
    found = tuple(dict.fromkeys(pupil for pupil in (*named, *told) if pupil in own))
    return found or (tuple(own) if len(own) == 1 else ())


def _texts(report: Report) -> list[str]:
    return [report.form.what, *(part.text for part in new_passages(report)), report.subject]
