"""Who may be meant where nobody is named outright: by the sender's own family, a pupil, a house, a letter answered.

None of it is ever certain; it saves whoever reads the report from looking the family up.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from ..mails.mail_log import Suggestion
from ..people.by_word import in_order
from ..people.people import Adult, PeopleRegister, Pupil, per_register
from ..privacy.redaction_terms import ALSO_PLAIN_WORDS
from ..texts.names import RELATIONS, fold, is_relation, words_of
from ..texts.report import Report
from ..texts.sentences import Sentence, Voice, sentences_of
from ..texts.short_names import short_forms
from .danger_signs import Sign
from .mentions import pupils_in
from .naming import pupils_named
from .suggesting import suggestion
from .urgency import signs_in
from .worries import worry_of

LEAST = 4
"""Letters of a given name that is known without its capital."""
MOST = 4
"""Adults that are offered for a pupil or a house."""
AT_HOME = re.compile(
    rf"(?<!\bmy )(?<!\bour )(?<!other )\b({'|'.join(RELATIONS)}|mums|dads|daddys|mummys|parents?)\b"
)
"""Somebody of a child's home; the sender's own parents are not meant."""
MY_PARTNER = re.compile(r"\bmy (ex|husband|wife|partner|boyfriend|girlfriend|estranged \w+|ex \w+)\b")
THEIR_PARENT = re.compile(rf"\b(?:his|her|their|the) ({'|'.join(RELATIONS)})\b")
ANSWERS_LETTER = re.compile(
    r"\b(your|the|that|this|ur) (\w+ ){0,2}letter\b|\bletter (from|off) (you|the school)\b"
)
I_WILL = re.compile(r"\b(ill|i will|im (going|gonna|gunna)|i am going|i swear|i know (where|what|which))\b")
"""What the sender says of themselves, and is to come."""
HOUSE = re.compile(r"\d+\w?( \w+){1,3}")
"""A house by number and street."""


def kin_meant(report: Report, register: PeopleRegister, writers: frozenset[str]) -> tuple[Suggestion, ...]:
    """The adults who may be meant by an email that names nobody outright, the likeliest way first; none is exact."""
    for found in (
        _of_the_senders_family(report, register, writers),
        _of_the_pupil(report, register, writers),
        _of_the_house(report, register),
        _who_answers(report, register, writers),
        _who_threatens(report, register, writers),
    ):
        if several := tuple({one.adult: one for one in found}.values()):
            return several[:MOST]
    return ()


def _own(report: Report) -> list[Sentence]:
    """The sentences that are not of the email that is answered."""
    return [one for one in sentences_of(report) if one.voice is not Voice.ANSWERED]


def _of_the_senders_family(
    report: Report, register: PeopleRegister, writers: frozenset[str]
) -> Iterator[Suggestion]:
    """The other adults of the sender's children, told of by a given name, as "my ex" or as "her dad"."""
    children = {child for one in writers for child in register.adults[one].relationships}
    kin = in_order({one.person_id for child in children for one in register.adults_of(child)}, register)
    for one in _own(report):
        for adult in kin:
            if adult.person_id not in writers and (words := _told_of(one, adult, children)):
                yield suggestion(adult, register, f'the sender\'s family, and the email says "{words}": {{}}')


def _told_of(one: Sentence, adult: Adult, children: set[str]) -> str:
    given = {" ".join(words_of(adult.given_name)), *short_forms(adult.given_name)}
    for name in given:
        found = re.search(rf"\b{re.escape(name)}s?\b", one.plain) if name else None
        capital = found and one.folded.written(found.start(), found.end())[:1].isupper()
        if found and (capital or (len(name) >= LEAST and name not in ALSO_PLAIN_WORDS)):
            return one.folded.written(found.start(), found.end())
    for found in THEIR_PARENT.finditer(one.plain):
        wanted = RELATIONS[found[1]]
        if any(
            is_relation(adult.relationships[child], wanted) for child in children & set(adult.relationships)
        ):
            return found.group()
    mine = MY_PARTNER.search(one.plain)
    return mine.group() if mine else ""


def _of_the_pupil(report: Report, register: PeopleRegister, writers: frozenset[str]) -> Iterator[Suggestion]:
    """The adults of a pupil who is named for sure, where something grave is told of and somebody at home."""
    sentences = _own(report)
    at_home = [found for one in sentences for found in AT_HOME.finditer(one.plain)]
    if not at_home or not any(worry_of(one) for one in sentences):
        return
    wanted = frozenset[str]().union(*(_relations(found[1]) for found in at_home))
    for pupil in dict.fromkeys(_surely_named(sentences, register)):
        for adult in register.adults_of(pupil.pupil_id):
            if adult.person_id not in writers and is_relation(adult.relationships[pupil.pupil_id], wanted):
                yield suggestion(
                    adult, register, f"the email tells of {pupil.full_name} and somebody at home: {{}}"
                )


def _relations(word: str) -> frozenset[str]:
    return RELATIONS.get(word) or RELATIONS.get(word.removesuffix("s")) or RELATIONS["parent"]


def _surely_named(sentences: Iterable[Sentence], register: PeopleRegister) -> Iterator[Pupil]:
    """Pupils named with family name or class, or two of one family in one sentence."""
    for one in sentences:
        yield from pupils_in(one.text, register)
        yield from _with_siblings(pupils_named(one, register), register)


def _with_siblings(named: Sequence[Pupil], register: PeopleRegister) -> Iterator[Pupil]:
    """Those of some pupils who have an adult in common with another of them."""
    children: dict[str, set[str]] = {}
    for pupil in named:
        for adult in register.adults_of(pupil.pupil_id):
            children.setdefault(adult.person_id, set()).add(pupil.pupil_id)
    for pupil in named:
        if any(len(children[adult.person_id]) > 1 for adult in register.adults_of(pupil.pupil_id)):
            yield pupil


def _of_the_house(report: Report, register: PeopleRegister) -> Iterator[Suggestion]:
    """The adults of the register who live where something grave is told of."""
    sentences = _own(report)
    if not any(worry_of(one) for one in sentences):
        return
    told = " ".join(one.plain for one in sentences)
    words = frozenset(re.findall(r"\w+", told))
    houses = _houses(register)
    for _, adult, line in sorted(
        (house for word in words for house in houses.get(word, ())), key=itemgetter(0)
    ):
        if re.search(rf"(?<!\w){re.escape(line)}(?!\w)", told):
            yield suggestion(adult, register, "the email tells of the house of {}")


@per_register
def _houses(register: PeopleRegister) -> dict[str, list[tuple[int, Adult, str]]]:
    """By number of the house, those who live in one: their place in the register, and the line of the address."""
    found: dict[str, list[tuple[int, Adult, str]]] = {}
    for place, adult in enumerate(register.adults.values()):
        line = fold(adult.address[0]).text if adult.address else ""
        if HOUSE.fullmatch(line):
            found.setdefault(line.partition(" ")[0], []).append((place, adult, line))
    return found


def _who_answers(report: Report, register: PeopleRegister, writers: frozenset[str]) -> Iterator[Suggestion]:
    """The sender themselves, where the email answers a letter."""
    text = fold(f"{report.subject}\n{report.own_words[:400]}").text
    if ANSWERS_LETTER.search(text):
        for one in sorted(writers):
            yield suggestion(register.adults[one], register, "it comes from {}, and mentions a letter")


def _who_threatens(report: Report, register: PeopleRegister, writers: frozenset[str]) -> Iterator[Suggestion]:
    """The sender themselves, where they announce violence in their own words."""
    for one in _own(report):
        own = one.voice is Voice.OWN and not one.spoken
        if own and I_WILL.search(one.plain) and Sign.MENACE in signs_in(one.plain):
            for writer in sorted(writers):
                yield suggestion(register.adults[writer], register, "it comes from {}, and threatens")
