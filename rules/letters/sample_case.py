"""A letter as this school would send it in a matter that never was: the fields of the sample case, and its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...ground.english import MONTHS, WEEKDAYS, uk_date
from ...ground.errors import CalendarEnds, Refused
from ..people.school import School
from ..policies.letters import Field
from ..policies.policy import Step
from ..words import FieldType, Outcome, Where
from .field_values import DAYS
from .letter_dates import dates_of
from .letter_fields import given_fields, school_fields, school_words

_DATE = re.compile(rf"(?:(?:{'|'.join(WEEKDAYS)}) )?\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCase:
    """An invented adult, child and matter.

    Attributes:
        common: what every letter prints of it; `letter_date` is the day from which its other days are told.
        letters: what each letter prints, whole; a letter of a school's own has none.
        on_site: what the letters say of something done on site, in place of what they say of a post.
    """

    common: Mapping[str, object]
    letters: Mapping[str, Mapping[str, object]]
    on_site: Mapping[str, object] = field(default_factory=dict)

    def fields_of(self, letter: str) -> Mapping[str, object]:
        """What this letter prints of the sample case; a letter that is not known: what every letter does."""
        return self.letters.get(letter, self.common)


def sample_fields(
    sample: SampleCase, school: School, step: Step, *, used: frozenset[str], today: date
) -> dict[str, object]:
    """Every field of the letter that this step sends, as it would be today.

    Args:
        sample: the invented matter; its days move with `today`.
        school: letterhead, law, contacts, words of [letters] and clocks are its own.
        step: what sends the letter.
        used: the fields that the Word file prints; one that nobody knows is made up of its type.
        today: the day of drafting.
    """
    letters = school.policy.letters
    said = sample.fields_of(_id_of(step))
    fields: dict[str, object] = {name: _made_up(letters.field(name), today) for name in used}
    fields |= {name: moved(value, _weeks(said, today)) for name, value in said.items()}
    fields |= given_fields(letters, school_words(school, step))
    fields |= school_fields(school, step, signed_by=step.signer or step.approver)
    fields |= _of_policy(school, step, said.get("conduct"))
    return fields | _of_clocks(school, step, today)


def _weeks(said: Mapping[str, object], today: date) -> int:
    """How many weeks the days of a letter move, so that none of them is later for today than for its own day."""
    found = _DATE.search(str(said.get("letter_date", "")))
    return (today - _day(found)).days // 7 if found else 0


def moved(value: object, weeks: int) -> object:
    """The value with every day in it so many weeks later; a Tuesday stays a Tuesday."""
    if isinstance(value, str):
        return _DATE.sub(lambda found: _later(found, weeks), value)
    if isinstance(value, Mapping):
        return {name: moved(part, weeks) for name, part in value.items()}
    if isinstance(value, list):
        return [moved(part, weeks) for part in value]
    return value


def _later(found: re.Match[str], weeks: int) -> str:
    told = uk_date(_day(found) + timedelta(weeks=weeks))
    return told if found[0][:1].isalpha() else told.partition(" ")[2]


def _day(found: re.Match[str]) -> date:
    return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))


def _id_of(step: Step) -> str:
    """The letter of which this step sends a copy, else the one of its own id."""
    return step.letter or step.id


def _of_policy(school: School, step: Step, conduct: object) -> dict[str, object]:
    """What the school's policy calls conduct such as that of the sample, and what it permits next."""
    policy, record = school.policy, step.record
    wanted = record is None or record.happened is not Where.ON_SITE
    named = [one for one in policy.conduct.values() if not one.criticism and one.on_site is not wanted]
    steps = step.may_follow(Outcome.CONTINUES) or step.may_follow(Outcome.REFUSED)
    names = [policy.steps[one].name for one in steps if one in policy.steps]
    found: dict[str, object] = {
        "policy_clause": "",
        "next_steps": [f"{one[:1].lower()}{one[1:]}" for one in names],
    }
    if named:
        near = max(named, key=lambda one: len(_stems(one.title) & _stems(str(conduct))))
        found |= {"conduct": [near.title], "policy_clause": near.clause}
    return found


def _stems(words: str) -> set[str]:
    """How the longer words begin: "threats" and "a threat" are near each other."""
    return {one[:5].casefold() for one in re.findall(r"\w{4,}", words)}


def _of_clocks(school: School, step: Step, today: date) -> dict[str, object]:
    """The days that the policy's clocks give; those of the sample stay where the calendar does not reach them."""
    try:
        dates = dates_of(step, school, today, {})
    except (CalendarEnds, Refused):
        return {}
    also = {name: uk_date(day) for name, day in dates.also.items()}
    return {**dates.fields, **also, "letter_date": uk_date(dates.dated)}


def _made_up(field_: Field, today: date) -> object:
    """Something of the type of a field that the sample case does not know, such as one of a school's own letter."""
    about = DAYS.get(field_.type)
    if about is not None:
        day = uk_date(today + timedelta(weeks=-1 if about.past else 2))
        return [day] if field_.is_many else day
    words = f"[{field_.help or field_.name}]"
    match field_.type:
        case FieldType.PAIRS:
            return [dict.fromkeys(field_.parts, words)]
        case FieldType.PERSON:
            return {"name": words, "lines": ["1 Sample Street", "Sampleton"]}
        case FieldType.PICTURE:
            return b""
        case FieldType.MONEY:
            return "£12.50"
        case FieldType.CHOICE:
            return field_.choices[0]
    return [words] if field_.is_many else words
