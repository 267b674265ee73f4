"""What a language needs so that a letter can have a translation behind it: its words for what the program writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ...ground.tongues import WHOLE_DATE


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
