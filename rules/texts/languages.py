"""What a language needs so that a letter can have a translation behind it: its words for what the program writes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ...ground.tongues import WHOLE_DATE

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How a language joins what a letter prints into a phrase; "{}" and a name stand for what is joined.

    Attributes:
        policy: the title of the policy, as a sentence has it.
        contact_by_phone: whom to ask, where only a phone number is known.
        contact_by_email: the same with an email address alone.
        contact_by_both: the same with both.
        follows: the sentence that says which letter this one follows, by its day and what it was.
        between: between two things of a row.
        between_kinds: between two kinds of conduct, which may have commas in them.
        last: the word before the last thing of a row; "" where it is joined as the others are.
    """

    policy: str = "our {title}"
    contact_by_phone: str = "{name} on {phone}"
    contact_by_email: str = "{name} at {email}"
    contact_by_both: str = "{name} on {phone} or at {email}"
    follows: str = "This letter follows ours of {day}, {what}."
    between: str = ", "
    between_kinds: str = "; "
    last: str = "and"

    def filled(self, words: str, **parts: str) -> str:
        """The words with these parts in their places."""
        return _PLACE.sub(lambda place: parts[place[1]], words)


PLAIN_JOINING = Joining(
    policy="{title}",
    contact_by_phone="{name}, {phone}",
    contact_by_email="{name}, {email}",
    contact_by_both="{name}, {phone}, {email}",
    follows="({day}, {what})",
    last="",
)
"""How a language joins where nobody has said it: with commas, and no word of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language beside English. English always goes first, and is the text that counts.

    Attributes:
        code: BCP 47, such as "cy".
        name: what English calls it.
        own_name: what it calls itself.
        counts: the line at the head of a translation: that it is one, and that the English letter counts.
        in_english: what stands behind words that somebody typed, and that stay in English.
        phrases: what the program itself writes, by its English; "{}" and a name stand for what changes.
        joining: how it joins what a letter prints into a phrase.
        right_to_left: its script runs from right to left.
        font: the font for a script that runs from right to left.
        date_form: the form of a date, as a pattern of CLDR; "full" for the language's own.
        small_weekdays: whether weekdays begin with a small letter within a sentence, where CLDR writes a capital.
        confirmed_by: who, reading this language, has read the words of this file and of the letters in it.
        confirmed_on: the day of that.
    """

    code: str
    name: str
    own_name: str
    counts: str
    in_english: str
    phrases: Mapping[str, str] = field(default_factory=dict)
    joining: Joining = PLAIN_JOINING
    right_to_left: bool = False
    font: str = ""
    date_form: str = WHOLE_DATE
    small_weekdays: bool = False
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody who reads it has read it."""
        return bool(self.confirmed_by.strip() and self.confirmed_on)

    @property
    def file(self) -> str:
        """The school's own file for it, beside school.toml."""
        return f"languages/{self.code}.toml"
