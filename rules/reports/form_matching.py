"""Which adult the lines of the report form name: "Parent: Mr G Stott", "Pupil: Mason Stott, 5A"."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ..mails.mail_log import Suggestion
from ..people.by_word import adults_in_order, adults_like, plain_name, plain_names, pupils_like
from ..people.passage_words import class_marks
from ..people.people import Adult, PeopleRegister, Pupil
from ..texts.names import (
    RELATIONS,
    TITLES,
    NameFit,
    fit_name,
    is_relation,
    relation_in,
    spellings,
    title_of,
    titles_agree,
    words_of,
)
from ..texts.report import FormFields
from .suggesting import suggestion

ALIKE = 82
"""Of 100: from here a name counts as another spelling of a register's name (Gavyn Stot, Gavin Stott: 87)."""
ALIKE_BESIDE_CHILD = 70
"""The same where the child is known, so that only a few adults are compared."""
MOST_ALIKE = 4
"""Adults whose names are like it that are suggested."""
LONGEST_LINE = 500
"""Characters of a line for names that are read; nobody is meant for sure by a longer one."""
SEVERAL = re.compile(r"\s(?:and|&)\s|[&/;+]")
"""Between the children of one line."""
SMALL = re.compile(r"\b(?:little|young|sister|brother|twin)\b")
"""Words beside a child's name that are none of it."""
MOST_CHILDREN = 6
CLASS_WORDS = frozenset({"year", "yr", "y", "class", "form", "in", "reception", "and", "tutor", "group"})
NOBODY = frozenset(
    {"unknown", "not", "known", "sure", "dont", "know", "na", "n", "a", "anonymous", "unsure", "the"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilsMeant:
    """The pupils a form's line fits.

    `sure` where family name or class confirms the name; `clashes` where the class given is another one.
    """

    pupils: tuple[Pupil, ...] = ()
    sure: bool = False
    clashes: bool = False


def pupils_meant(line: str, register: PeopleRegister) -> PupilsMeant:
    """The pupils that a form's line such as "Mason Stott, 5A" or "Tyler 5A and Lexi 2B" fits."""
    whole = _pupils_of(line, register)
    parts = [part for part in SEVERAL.split(line[:LONGEST_LINE]) if part.strip()]
    if whole.pupils or not 1 < len(parts) <= MOST_CHILDREN:
        return whole
    found = [_pupils_of(SMALL.sub("", part), register) for part in parts]
    if not all(len(one.pupils) == 1 for one in found):
        return whole
    pupils = tuple(dict.fromkeys(pupil for one in found for pupil in one.pupils))
    return PupilsMeant(
        pupils=pupils, sure=all(one.sure for one in found), clashes=any(one.clashes for one in found)
    )


def _pupils_of(line: str, register: PeopleRegister) -> PupilsMeant:
    """The pupils that a line fits as the name of one."""
    words = words_of(line[:LONGEST_LINE])
    classes = class_marks(words, register)
    marks = {word for name in classes for word in words_of(name)} | CLASS_WORDS
    names = tuple(
        word for word in words if word not in marks and not any(letter.isdigit() for letter in word)
    )
    fitting = [(pupil, fit) for pupil in pupils_like(names, register) if (fit := _fit_pupil(names, pupil))]
    inside = [(pupil, fit) for pupil, fit in fitting if not classes or pupil.school_class in classes]
    chosen = inside or fitting
    best = max((fit.weight for _, fit in chosen), default=0)
    pupils = tuple(pupil for pupil, fit in chosen if fit.weight == best)
    sure = bool(pupils) and (best == 4 or (bool(classes) and best >= 2)) and bool(inside)
    return PupilsMeant(pupils=pupils, sure=sure, clashes=bool(fitting) and not inside)


def _fit_pupil(names: tuple[str, ...], pupil: Pupil) -> NameFit | None:
    fit = fit_name(names, pupil.given_name, pupil.family_name) if names else None
    if fit is None and _both_names_among(names, pupil):
        return NameFit(given=2, family=2)
    return fit if fit and (fit.given == 2 or fit.family == 2) else None


def _both_names_among(names: tuple[str, ...], pupil: Pupil) -> bool:
    """For a line that names several pupils: both names of this one are there."""
    given = any(set(way) <= set(names) for way in spellings(pupil.given_name))
    return given and any(set(way) <= set(names) for way in spellings(pupil.family_name))


def suggest_from_form(form: FormFields, register: PeopleRegister) -> tuple[Suggestion, ...]:
    """The adults whom a filled form names; at most one is exact."""
    meant = pupils_meant(form.pupil, register)
    names = people_typed(form.parent)
    fitting = [adult for typed in names for adult in _fitting(typed, register, meant)]
    adults = tuple({adult.person_id: adult for adult in fitting}.values())
    if adults:
        sure = (
            len(names) == 1
            and len(adults) == 1
            and "?" not in form.parent
            and len(form.parent) <= LONGEST_LINE
            and _is_sure(names[0], adults[0], form.pupil, meant)
        )
        return tuple(
            suggestion(adult, register, f"the form names {{}}{_doubt(adult, form.pupil, meant)}", sure)
            for adult in adults
        )
    if by_child := _through_form_child(form.parent, register, meant):
        return by_child
    return _alike(form.parent, register, meant)


def people_typed(line: str) -> tuple[tuple[str, ...], ...]:
    """The persons a form's line names, as folded words: "Mr and Mrs Stott" are two."""
    plain = re.sub(r"\([^()]*\)", " ", line[:LONGEST_LINE])
    parts = [words_of(part) for part in re.split(r"(?<!\s)\s+(?:and|or)\s+|[&/;+]", plain)]
    people = [part for part in parts if part and not set(part) <= NOBODY]
    if len(people) == 2 and set(people[0]) <= TITLES:
        people[0] = (*people[0], *(word for word in people[1] if word not in TITLES))
    return tuple(people)


def _fitting(typed: tuple[str, ...], register: PeopleRegister, meant: PupilsMeant) -> list[Adult]:
    """The adults whom these words fit; where the pupil is known, those of this pupil if any of them fits."""
    title = title_of(typed)
    names = tuple(word for word in typed if word not in TITLES and word not in RELATIONS)
    if not names:
        return []
    fits = [
        (adult, fit)
        for adult in adults_like(names, register)
        if titles_agree(title, adult.title) and (fit := fit_name(names, adult.given_name, adult.family_name))
    ]
    children = {pupil.pupil_id for pupil in meant.pupils}
    beside = [adult for adult, _ in fits if children & set(adult.relationships)]
    if beside:
        return beside
    best = max((fit.weight for _, fit in fits), default=0)
    return [adult for adult, fit in fits if fit.weight == best and fit.family == 2]


def _is_sure(typed: tuple[str, ...], adult: Adult, pupil_line: str, meant: PupilsMeant) -> bool:
    names = tuple(word for word in typed if word not in TITLES and word not in RELATIONS)
    fit = fit_name(names, adult.given_name, adult.family_name)
    theirs = any(pupil.pupil_id in adult.relationships for pupil in meant.pupils)
    if fit is None or not is_relation_possible(adult, relation_in(typed)):
        return False
    if not pupil_line.strip():
        return fit.is_full
    return theirs and not meant.clashes and (meant.sure or fit.weight >= 3)


def is_relation_possible(adult: Adult, wanted: frozenset[str]) -> bool:
    """Whether the register gives the adult a relation that was named; anything is possible where none was."""
    return not wanted or any(is_relation(relation, wanted) for relation in adult.relationships.values())


def _doubt(adult: Adult, pupil_line: str, meant: PupilsMeant) -> str:
    if not pupil_line.strip():
        return ""
    if not meant.pupils:
        return f"; the pupil on it ({_shown(pupil_line)}) is not in the register"
    if not any(pupil.pupil_id in adult.relationships for pupil in meant.pupils):
        return f"; but the pupil on it is {meant.pupils[0].full_name} {meant.pupils[0].school_class}"
    return ""


def _shown(line: str) -> str:
    return line.strip()[:LONGEST_LINE]


def _through_form_child(parent: str, register: PeopleRegister, meant: PupilsMeant) -> tuple[Suggestion, ...]:
    """The parent's line is empty or gives only a relation ("dad"), and the pupil is known."""
    words = words_of(parent[:LONGEST_LINE])
    left = [word for word in words if word not in RELATIONS and word not in NOBODY and word not in TITLES]
    child = meant.pupils or (pupils_meant(" ".join(_unpossessed(left)), register).pupils if left else ())
    names = {name for pupil in child for name in words_of(pupil.full_name)}
    if not child or any(word not in names and word.removesuffix("s") not in names for word in left):
        return ()
    wanted = relation_in(words)
    adults = {
        adult.person_id: adult
        for pupil in child
        for adult in register.adults_of(pupil.pupil_id)
        if not wanted or is_relation(adult.relationships[pupil.pupil_id], wanted)
    }
    sure = bool(wanted) and meant.sure and len(meant.pupils) == 1 and len(adults) == 1
    return tuple(
        suggestion(adult, register, "the form names the child of {}", sure) for adult in adults.values()
    )


def _unpossessed(words: list[str]) -> list[str]:
    return [word.removesuffix("s") for word in words]


def _alike(parent: str, register: PeopleRegister, meant: PupilsMeant) -> tuple[Suggestion, ...]:
    """Adults whose name is nearly what was typed; never exact."""
    typed = " ".join(
        word for word in words_of(parent[:LONGEST_LINE]) if word not in TITLES and word not in RELATIONS
    )
    beside = {
        adult.person_id: adult for pupil in meant.pupils for adult in register.adults_of(pupil.pupil_id)
    }
    if not typed:
        return ()
    people, least = (
        (tuple(beside.values()), ALIKE_BESIDE_CHILD) if beside else (adults_in_order(register), ALIKE)
    )
    names = [plain_name(adult) for adult in people] if beside else plain_names(register)
    # The likest come first; of those that are as like as each other, in the register's order.
    like = process.extract(typed, names, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=MOST_ALIKE)
    near = [people[place] for _, score, place in like if score >= like[0][1] - 10]
    return tuple(
        suggestion(adult, register, f'the form says "{_shown(parent)}", spelled differently: {{}}')
        for adult in near
    ) or tuple(
        suggestion(adult, register, "the form names the child of {}, but another adult")
        for adult in beside.values()
    )
