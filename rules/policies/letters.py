"""What each letter is: one record a letter, and the fields that letters print. Filled from letters.toml by config/.

The shipped records and those of the school's own letters are in one `Letters`, which the policy carries: rules ask
it, and hold no letter's id themselves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from ...ground.values import replace
from ..words import Deed, FieldType, Promised, Stage, Switch, Where
from .telling import Seriousness, Telling

_TRANSLATED = re.compile(r"\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?)(?=\.docx$)")


def translated_file(file: str, code: str) -> str:
    """What the translation of a Word file is called: "L1-removal-request.cy.docx"."""
    return f"{file.removesuffix('.docx')}.{code}.docx"


def language_of_file(name: str) -> str:
    """The code of the language in which a Word file is, by its name; "" for English."""
    found = _TRANSLATED.search(name)
    return found[1] if found else ""


def english_file(name: str) -> str:
    """What the English file of a translation is called; the name itself where it is the English one."""
    return _TRANSLATED.sub("", name)


PRIVACY = frozenset({"privacy_contact", "privacy_kept", "privacy_regulator", "privacy_regulator_contact"})
"""Fields by which a letter says how long the adult's data are kept, and whom they may ask and complain to about it."""

LISTS = frozenset({FieldType.LIST, FieldType.FUTURE_TIMES, FieldType.ADDRESS})
"""Types of fields that hold a list of texts."""


OF_DAYS = frozenset(
    {
        FieldType.DAY,
        FieldType.PAST_DAY,
        FieldType.FUTURE_DAY,
        FieldType.PAST_TIME,
        FieldType.FUTURE_TIME,
        FieldType.FUTURE_TIMES,
    }
)
"""Types of fields that say something of a day."""


class Field(Struct, frozen=True, kw_only=True):
    """One thing that letters can print.

    Attributes:
        type: what may be typed for it.
        help: what it wants from a person, in words for the office; "" for a field that is not known.
        comes_from: where it comes from, so that nobody types it; "" where a person supplies it.
        known_from: where it comes from as long as nobody types it; "" where only a person knows it.
        optional: a letter may do without it; its words are left out where it is empty.
        carried: a letter that repeats an earlier one says here the same as that one, unless told otherwise.
        parts: of pairs: what the two halves are called in the Word file.
        choices: of a choice: all that may be chosen.
        same: a name, a number or a quotation, which is the same in every language.
        inside: it is privileged or confidential: a sheet may print it, a letter to the adult never.
        told: it holds what others told the school of the adult.
        once: it is good for one letter only, as a day is: the next letter of the kind asks for it again.
        sentences: of pairs: each half is printed as a sentence, with a capital and a full stop.
    """

    name: str
    type: FieldType
    help: str
    comes_from: str = ""
    known_from: str = ""
    optional: bool = False
    carried: bool = False
    parts: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    same: bool = False
    inside: bool = False
    told: bool = False
    once: bool = False
    sentences: bool = False

    @property
    def is_for_once(self) -> bool:
        """Whether what was typed for one letter is not good for the next: an event, or a day that is not said again."""
        return self.once or (self.type in OF_DAYS and not self.carried)

    @property
    def is_many(self) -> bool:
        """Whether the Word file goes through it as a list."""
        return self.type in LISTS or self.type is FieldType.PAIRS


def _texts(values: Iterable[object]) -> Iterator[str]:
    """Each text that is among these values, or in a list among them."""
    for value in values:
        yield from (str(one) for one in (value if isinstance(value, list) else [value]) if one)


class Letter(Struct, frozen=True, kw_only=True):
    """What one letter is, whatever a policy does with it.

    Attributes:
        file: the name of its Word file; a school's own file of that name takes its place.
        name: what it is, in plain words.
        sheet: a sheet for the case file or another body: never sent to the adult, and naming no reporter.
        adverse: it leaves the adult worse off, so nobody gets it before they could answer the letter before it.
        switch: the measure that a policy must provide for before this letter may be used.
        stage: its place in settling a measure. A notice asks for comments; whoever decided makes no review.
        ends: the letters whose measure is over once this one went out.
        follows: the letters whose day it prints as `earlier_letter_on`, where the step names none under `after`.
        repeats: the letters whose `carried` fields it says again; a later one before an earlier one.
        must_print: fields that no replacement of its Word file may lack, besides the common block.
        needs: fields that a person writes before it, whatever a policy says, and `why`.
        meanwhile: of a notice: what applies until the decision; "{until}" is the end of an interim withdrawal.
        told: what it was, as a later letter says it behind its day: "in which we invited you to a meeting".
        names_reviewer: the field that names who makes the next review, "" for none. That person makes it.
        names_decider: of a notice: the field that names who decides after it, "" for none. That person decides.
        decided_by: the field that names who decided; it is whoever approves the letter, and nobody types it.
        offers: the fields with the times of a meeting that it offers.
        review_weeks_before_end: of a letter that sets a measure: where the policy names its end and no day for its
            review, it is reviewed half-way, and at the latest so many weeks before its end; 0: the policy names a day.
        asks_removal: it quotes words and asks for them to be removed.
        gives_more_time: it may give the adult more time for comments on a notice.
        signpost: it points to the complaints procedure; criticism leads to it and to nothing above it.
        dated_at_approval: it is approved with places for its dates, which are filled in once it is approved; never of a
            letter that withdraws or restricts access, whose approver sees the very dates.
        happened: where that was done which it is about, and it is refused where nothing was done there; None: anywhere.
        if_online: fields that it needs only where something was done online.
        if_on_site: fields that it needs only where something was done on site.
        recipient_lines: of a sheet: whom it goes to where nobody says so.
        tells_police: of a sheet: the police are told with it.
        contact: of a sheet: the role that whoever gets it is to ask; "" for the school's contact.
        we_did: what later letters say of it once it went out: "we invited you to a meeting"; of a sheet, what was done.
        we_may: what letters say of it as something that may come: "invite you to a meeting".
        tell_adult: whether letters to the adult tell of it.
        only_for: the least serious conduct for which a letter names it as something that may come.
        own: it is the school's own.
        copy_of: the letter that it is, where a step of another id sends it: its Word file is that letter's.
    """

    id: str
    file: str = ""
    name: str = ""
    sheet: bool = False
    adverse: bool = False
    switch: Switch | None = None
    stage: Stage | None = None
    ends: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    must_print: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    why: str = ""
    meanwhile: str = ""
    told: str = ""
    names_reviewer: str = ""
    names_decider: str = ""
    decided_by: str = ""
    offers: tuple[str, ...] = ()
    review_weeks_before_end: int = 0
    asks_removal: bool = False
    gives_more_time: bool = False
    signpost: bool = False
    dated_at_approval: bool = False
    happened: Where | None = None
    if_online: tuple[str, ...] = ()
    if_on_site: tuple[str, ...] = ()
    recipient_lines: tuple[str, ...] = ()
    tells_police: bool = False
    contact: str = ""
    we_did: str = ""
    we_may: str = ""
    tell_adult: Telling = Telling.YES
    only_for: Seriousness = Seriousness.MINOR
    own: bool = False
    copy_of: str = ""

    @property
    def settles(self) -> bool:
        """Whether it settles what a notice announced; a notice before it is spent."""
        return self.stage in {Stage.DECISION, Stage.REVIEW}

    @property
    def as_told(self) -> str:
        """What it was, as a later letter says it behind its day."""
        return self.told or f"which was called “{self.name}”"

    def promises(self, fields: Mapping[str, object]) -> dict[Promised, str]:
        """What it promises with these fields, in the words that it prints."""
        named = {Promised.REVIEWER: self.names_reviewer, Promised.DECIDER: self.names_decider}
        found = {kind: str(fields.get(name) or "") for kind, name in named.items() if name}
        found[Promised.MEETING] = "; ".join(_texts(fields.get(name) for name in self.offers))
        return {kind: words for kind, words in found.items() if words}

    def needed_at(self, places: frozenset[Where]) -> frozenset[str]:
        """The fields that it needs because something was done there."""
        told = {Where.ONLINE: self.if_online, Where.ON_SITE: self.if_on_site}
        return frozenset(name for place in places for name in told[place])

    def unasked_at(self, places: frozenset[Where]) -> frozenset[str]:
        """The fields that it does not need because nothing was done elsewhere."""
        return frozenset((*self.if_online, *self.if_on_site)) - self.needed_at(places)

    @property
    def lifts(self) -> bool:
        """Whether the adult is free of the measure after it."""
        return self.settles and not self.adverse

    @property
    def upholds(self) -> bool:
        """Whether the measure stands, or stands longer, after it."""
        return self.settles and self.adverse

    @property
    def title(self) -> str:
        """What its files in a case are called: "removal-request" of "L1-removal-request.docx"."""
        return self.file.removeprefix(f"{self.copy_of or self.id}-").removesuffix(".docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """All letters a school can use, ours and its own, and the fields they print.

    Attributes:
        records: the letters by id, in the order in which they are listed.
        fields: every field that a letter can be given, by name.
        every_letter: fields of the common block that no letter may lack.
        every_sheet: the same for a sheet: whom it goes to and whom it is about; no salutation.
        platform_categories: what platforms call the content reported to them, with the deeds of each; worst first.
    """

    records: Mapping[str, Letter]
    fields: Mapping[str, Field]
    every_letter: frozenset[str] = field(default_factory=frozenset)
    every_sheet: frozenset[str] = field(default_factory=frozenset)
    platform_categories: Mapping[str, tuple[Deed, ...]] = field(default_factory=dict)
    _ending: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __contains__(self, letter: object) -> bool:
        return letter in self.records

    def __iter__(self) -> Iterator[Letter]:
        return iter(self.records.values())

    def get(self, letter: str) -> Letter | None:
        """The record of this letter; None where there is none, or none now."""
        return self.records.get(letter)

    def name_of(self, letter: str) -> str:
        """What the letter is in plain words; its id where its record is gone."""
        return known.name if (known := self.records.get(letter)) else letter

    def title_of(self, letter: str) -> str:
        """What the files of this letter in a case are called, without their ending."""
        return known.title if (known := self.records.get(letter)) else letter

    def with_copies(self, sent: Mapping[str, tuple[str, str]]) -> "Letters":
        """These letters, and one more for each step that sends one of them under an id of its own.

        What a letter says of another (it ends its measure, it repeats it) it says of the copies of that one too.

        Args:
            sent: by the id of the step, the letter that it sends and the name of the step.
        """
        told = {step: of for step, of in sent.items() if of[0] in self.records and step not in self.records}
        every = dict(self.records)
        for step, (letter, name) in told.items():
            every[step] = replace(self.records[letter], id=step, name=name, copy_of=letter)

        def spread(names: tuple[str, ...]) -> tuple[str, ...]:
            copies = (step for name in names for step, of in told.items() if of[0] == name)
            return tuple(dict.fromkeys((*names, *copies)))

        return replace(
            self,
            records={
                name: replace(
                    one, ends=spread(one.ends), follows=spread(one.follows), repeats=spread(one.repeats)
                )
                for name, one in every.items()
            }
            if told
            else self.records,
        )

    def is_sheet(self, letter: str) -> bool:
        """Whether there is a Word sheet of this id, for an action."""
        known = self.records.get(letter)
        return known is not None and known.sheet

    def is_notice(self, letter: str) -> bool:
        """Whether this letter asks for comments before something is settled."""
        known = self.records.get(letter)
        return known is not None and known.stage is Stage.NOTICE

    def switched(self, switch: Switch) -> frozenset[str]:
        """The letters that may be used only where a policy provides for this measure."""
        return frozenset(one.id for one in self if one.switch is switch)

    def stages(self) -> frozenset[str]:
        """The letters by which measures are announced, decided on and made longer; not those that lift them."""
        return frozenset(one.id for one in self if one.stage is not None and not one.lifts)

    def ending(self, letter: str) -> frozenset[str]:
        """The letters that settle what this one announced or set."""
        if letter not in self._ending:
            self._ending[letter] = frozenset(one.id for one in self if one.settles and letter in one.ends)
        return self._ending[letter]

    def lifting(self, letter: str) -> frozenset[str]:
        """The letters that free the adult of what this one announced or set."""
        return frozenset(name for name in self.ending(letter) if self.records[name].lifts)

    def field(self, name: str) -> Field:
        """The field of this name; free words without help where it is not known."""
        return self.fields.get(name) or Field(name=name, type=FieldType.WORDS, help="")

    def carried(self) -> frozenset[str]:
        """The fields that a letter repeats of an earlier one."""
        return frozenset(one.name for one in self.fields.values() if one.carried)

    def common_block(self, letter: str) -> frozenset[str]:
        """The fields that this letter or sheet may not lack, whatever it is about."""
        return self.every_sheet if self.is_sheet(letter) else self.every_letter

    def tells_of_others(self, letter: str, used: Iterable[str]) -> bool:
        """Whether a letter to the adult that prints these fields holds what others told of them."""
        return not self.is_sheet(letter) and any(self.field(name).told for name in used)

    def must_print(self, letter: str) -> frozenset[str]:
        """All fields that the Word file of this letter may not lack."""
        known = self.records.get(letter)
        return self.common_block(letter) | (known.must_print if known else frozenset())

    def of_file(self, name: str) -> str:
        """The id of the letter that is kept under this file name, or ""."""
        plain = english_file(name)
        return next((one.id for one in self if one.file == plain), "")

    def typed(self) -> Iterable[str]:
        """The fields that a person may supply."""
        return (one.name for one in self.fields.values() if not one.comes_from)
