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
        day: the day on the letters for which the days below are written.
        common: what every letter prints of it.
        letters: what each letter prints, whole; a letter of a school's own has none.
        on_site: what the letters say of something done on site, in place of what they say of a post.
    """

    day: date
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
    weeks = (today - sample.day).days // 7
    fields: dict[str, object] = {name: _made_up(letters.field(name), today) for name in used}
    fields |= {name: moved(value, weeks) for name, value in sample.fields_of(_id_of(step)).items()}
    fields |= given_fields(letters, school_words(school, step))
    fields |= school_fields(school, step, alternate=False)
    fields |= _of_policy(school, step)
    return fields | _of_clocks(school, step, today)


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
    day = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) + timedelta(weeks=weeks)
    told = uk_date(day)
    return told if found[0][:1].isalpha() else told.partition(" ")[2]


def _id_of(step: Step) -> str:
    """The letter of which this step sends a copy, else the one of its own id."""
    return step.letter or step.id


def _of_policy(school: School, step: Step) -> dict[str, object]:
    """What the school's policy calls the conduct, and what it permits next."""
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
        found |= {"conduct": [named[0].title], "policy_clause": named[0].clause}
    return found


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
