"""A case as it stands: nothing here is stored, everything is derived from its log by fold.py."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct, field

from ...ground.moments import local_day
from ..policies.letters import Letters
from ..words import HoldFor, LetterStatus, Method, Outcome, Unit
from .case_parts import Alarm, Decided, Due, Earlier, Kept, Measure, OneTimeCode, Receipt, Signature
from .event_values import Action, Agreement, Consultation, Fact, FlagSeen

UNDER_WAY = frozenset({LetterStatus.DRAFTED, LetterStatus.APPROVED, LetterStatus.POSTING})
"""A letter before, at and after the yes, until it has left: there is work in hand on it."""

STANDING = frozenset({"interim_end", "decision_by", "review_by", "ends_on"})
"""Printed dates that bind the school until the measure ends, whatever else is sent meanwhile."""


LANGUAGE = "language"
"""The field that says what the adult reads beside English; given with one letter, it holds for all of the case."""


class LetterState(Struct, frozen=True, kw_only=True):
    """One version of one letter as it stands. `answer_by` binds once posted; before, it is what the draft prints.

    `slots` are the words in the places for its dates, by field, where these are filled in once it is approved; until
    then it has none of these dates. `sha256` is of `file`; `text_file` and `text_sha256` are what was approved, once
    that has its dates.
    `language` is that of the translation behind it, "" for none, and `english_only` says why there is none although the
    adult reads another language; `other_slots` are the words in the places for dates in the translation.
    `agreed` are the members of a panel who approved it, by name.
    `clock_from` is the log line from which its clock runs again, because more time was given; 0 otherwise.
    `promised` is what it tells the adult that somebody will do, by `Promised`, in the words that it prints.
    `signer` is the name under it; `edited`: a person changed its words by hand. `stand_in` is the role in whose name it
    is printed next, because whoever was asked for this version has not answered.
    `stands`: nothing follows where nobody answers it; `quiet_until` is the last day of an answer that never came.
    """

    letter: str
    version: int
    status: LetterStatus
    sha256: str = ""
    file: str = ""
    pdf: str = ""
    pdf_sha256: str = ""
    seq: int = 0
    date_on_letter: date | None = None
    answer_by: date | None = None
    also: Mapping[str, date] = field(default_factory=dict)
    planned_method: Method = Method.FIRST_CLASS
    slots: Mapping[str, str] = field(default_factory=dict)
    dating: str = ""
    text_file: str = ""
    text_sha256: str = ""
    language: str = ""
    english_only: str = ""
    other_slots: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    warnings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    trigger: int = 0
    asked: str = ""
    code_hash: str = ""
    code_expires: date | None = None
    codes: tuple[OneTimeCode, ...] = ()
    approver: str = ""
    approved_by: str = ""
    approved_on: datetime | None = None
    agreed: tuple[str, ...] = ()
    note: str = ""
    message_ids: tuple[str, ...] = ()
    posted_on: date | None = None
    received_on: date | None = None
    method: Method | None = None
    rule: str = ""
    unit: Unit | None = None
    days: int = 0
    unsure: str = ""
    undelivered: str = ""
    aside: bool = False
    clock_from: int = 0
    promised: Mapping[str, str] = field(default_factory=dict)
    signer: str = ""
    edited: bool = False
    stand_in: str = ""
    stands: bool = False
    quiet_until: date | None = None

    @property
    def under_way(self) -> bool:
        """Drafted, approved or leaving: there is work in hand on this version."""
        return self.status in UNDER_WAY

    @property
    def is_quiet(self) -> bool:
        """Whether its time ended in silence, from which nothing follows."""
        return self.stands and self.answer_by is not None and self.quiet_until == self.answer_by

    @property
    def undated(self) -> bool:
        """Whether its dates are still to be filled in: it is not approved yet, or only just."""
        return bool(self.slots) and self.date_on_letter is None


class Blocked(Struct, frozen=True, kw_only=True):
    """A letter that cannot be written yet, and the fields it waits for."""

    letter: str
    missing: tuple[str, ...]
    what: str
    trigger: int
    seq: int


class Trigger(Struct, frozen=True, kw_only=True):
    """What calls for a decision: how the last step ended. `seq` names the log line that says so.

    `since` is the line of the first answer that nobody has decided on yet; 0 where none calls for it.
    """

    seq: int
    outcome: Outcome
    after: str
    summary: str
    own: str = ""
    since: int = 0

    @property
    def word(self) -> str:
        """How the step ended, by the policy's own name for it where it has one."""
        return self.own or self.outcome


class AskedFor(Struct, frozen=True, kw_only=True):
    """A decision that was asked for: about which trigger, with which options, and the hash of the one-time code.

    `person` is the address of one of several who must agree; "" where the role has one holder.
    """

    trigger: int
    options: tuple[str, ...]
    code_hash: str
    approver: str
    expires: date | None
    message_id: str
    person: str = ""


class Answer(Struct, frozen=True, kw_only=True):
    """An answer of the adult, as recorded in the log line `seq`.

    `to` is the log line of the posting that it answers, where a later letter had gone out by then; 0: the newest one.
    """

    outcome: Outcome
    channel: str
    on: date
    summary: str
    letter: str
    seq: int = 0
    to: int = 0
    own: str = ""

    @property
    def word(self) -> str:
        """What it was, by the policy's own name for it where it has one."""
        return self.own or self.outcome


class Reported(Struct, frozen=True, kw_only=True):
    """One reported fact, the log line that holds it, and the SHA-256 of the email that told it."""

    seq: int
    day: date
    fact: Fact
    mail: str = ""


class Case(Struct, frozen=True, kw_only=True):
    """One adult, one school, one or more reports, as they stand after the last event.

    `alleged` are our own people of whom an email on it alleges something: its SHA-256, and the whole name.
    `ladder` is the policy's chain of steps that it is on, `ladders` are those that its conduct is on: where there are
    several and no `ladder`, a person chooses first.
    `appeal` is the log line of an appeal that has not been decided, 0 where there is none.
    `reopened` is the log line that took a closed case up again, until somebody has decided how it goes on.
    `given_at` are the log lines in which `fields` were supplied.
    `done_at` are the log lines of actions done in order. `asked_also` are those who were asked beside `asked`.
    `told` are the Message-IDs of alerts that left, `untold` of those of which no line says so yet. `alarm` is the alert
    that goes on until somebody says that they have it. `silent` is the letter whose time ended without an answer, as
    long as none came. `replies` are those of `mails` that answer a question of ours to our own people.
    """

    ref: str
    adult: str = ""
    adult_name: str = ""
    school: str = ""
    opened_at: datetime | None = None
    pupils: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    ladder: str = ""
    ladders: tuple[str, ...] = ()
    clear: bool = False
    alternate: bool = False
    facts: tuple[Reported, ...] = ()
    flags: tuple[FlagSeen, ...] = ()
    alleged: tuple[tuple[str, str], ...] = ()
    alert: tuple[FlagSeen, ...] = ()
    alarm: Alarm | None = None
    hold: HoldFor | None = None
    closed: str = ""
    reopened: int = 0
    letters: tuple[LetterState, ...] = ()
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    given_at: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    blocked: Blocked | None = None
    step: str = ""
    history: tuple[tuple[date, str], ...] = ()
    trigger: Trigger | None = None
    asked: AskedFor | None = None
    asked_also: tuple[AskedFor, ...] = ()
    due: Due | None = None
    decisions: tuple[Decided, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    consulted: tuple[Consultation, ...] = ()
    to_tell: tuple[Signature, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    answers: tuple[Answer, ...] = ()
    appeal: int = 0
    follow_ups: tuple[tuple[str, date], ...] = ()
    actions: tuple[Action, ...] = ()
    done_at: tuple[tuple[str, int], ...] = ()
    sheets: tuple[tuple[str, str], ...] = ()
    kept: tuple[Kept, ...] = ()
    measures: tuple[Measure, ...] = ()
    waived: Mapping[str, str] = field(default_factory=dict)
    waivers: Mapping[str, tuple[str, date]] = field(default_factory=dict)
    silent: str = ""
    earlier: Earlier = field(default_factory=Earlier)
    mails: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()
    sent_ids: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()
    reminded: frozenset[tuple[str, date, str]] = frozenset()
    held_on: datetime | None = None
    waiting_from: datetime | None = None
    last_seq: int = 0
    last_hash: str = ""

    @property
    def waiting_since(self) -> date | None:
        """The day, in England, of the last line that is not a reminder: since then somebody is waited for."""
        return local_day(self.waiting_from) if self.waiting_from else None

    @property
    def alerted(self) -> bool:
        """Whether danger words or the like froze the ladder and nobody has cleared it yet."""
        return bool(self.alert)

    @property
    def state(self) -> str:
        """One of the words open, held, closed."""
        if self.closed:
            return "closed"
        return "held" if self.hold else "open"

    @property
    def all_asked(self) -> tuple[AskedFor, ...]:
        """Everybody who was asked for the decision that is open now."""
        also = (one for one in self.asked_also if self.asked and one.trigger == self.asked.trigger)
        return (self.asked, *also) if self.asked else ()

    @property
    def between(self) -> tuple[str, ...]:
        """The ladders among which a person still has to choose."""
        return self.ladders if len(self.ladders) > 1 and not self.ladder else ()

    @property
    def in_hand(self) -> LetterState | None:
        """The letter being worked on, the newest where there are several."""
        return next((letter for letter in reversed(self.letters) if letter.under_way), None)

    @property
    def last_posted(self) -> LetterState | None:
        """The letter that went out last; one that went out beside the ladder does not count."""
        found = [one for one in self.letters if one.status is LetterStatus.POSTED and not one.aside]
        return max(found, key=lambda letter: letter.seq) if found else None

    def letter(self, name: str, version: int) -> LetterState | None:
        """One version of one letter."""
        for letter in self.letters:
            if letter.letter == name and letter.version == version:
                return letter
        return None

    def newest(self, name: str) -> LetterState | None:
        """The newest version of one letter, whatever its status."""
        found = [letter for letter in self.letters if letter.letter == name]
        return found[-1] if found else None

    def facts_to_write_about(self) -> tuple[Reported, ...]:
        """What was reported since the last letter went out; everything where nothing new came."""
        posted = self.last_posted
        new = tuple(item for item in self.facts if posted is None or item.seq > posted.seq)
        return new or self.facts

    def given(self, name: str, letters: Letters) -> dict[str, str]:
        """The fields people supplied for this letter, over those for all letters.

        A letter that repeats an earlier one (a decision its notice) mentions the same facts. What is good for one
        letter only (an event, a day) does not go into the next one of the same kind.
        """
        record, carried = letters.get(name), letters.carried()
        repeated: dict[str, str] = {}
        for earlier in record.repeats if record else ():
            repeated |= {key: text for key, text in self.fields.get(earlier, {}).items() if key in carried}
        sent, at = self._reached(name), self.given_at.get(name, {})
        over = {key for key, seq in at.items() if seq < sent and letters.field(key).is_for_once}
        own = {key: text for key, text in self.fields.get(name, {}).items() if key not in over}
        return {**self.fields.get("", {}), **repeated, **own}

    def _reached(self, name: str) -> int:
        """The log line by which this letter last went out and did not come back."""
        posted = LetterStatus.POSTED
        sent = (one for one in self.letters if one.letter == name and one.status is posted)
        return max((one.seq for one in sent if not one.undelivered), default=0)

    @property
    def language(self) -> str:
        """What a person said that this adult reads beside English; "" where nobody said anything."""
        return self.fields.get("", {}).get(LANGUAGE, "").strip()

    def was_posted(self, name: str) -> bool:
        """Whether any version of this letter ever went out."""
        return any(item.letter == name and item.status is LetterStatus.POSTED for item in self.letters)

    def was_done(self, name: str) -> bool:
        """Whether this letter ever went out, or this action was recorded, but not as done out of order."""
        recorded = any(action.step == name and not action.out_of_order for action in self.actions)
        return recorded or self.was_posted(name)

    def heard(self, *outcomes: str) -> bool:
        """Whether one of these answers was ever recorded, by our name or the policy's own; or silence that stands."""
        silent = Outcome.LAPSED in outcomes and bool(self.silent)
        return silent or any(one.outcome in outcomes or one.own in outcomes for one in self.answers)
