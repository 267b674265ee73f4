"""What can happen to a letter that leaves: posted, in doubt, come back, and its clock moved. See events.py."""

from datetime import date
from typing import final

from msgspec.structs import replace

from ..words import Channel, LetterStatus, Method, Outcome, Unit
from .case import STANDING, Case, LetterState, Trigger
from .case_changes import letter_changed, with_letter
from .case_parts import Measure
from .event_base import InRegister, NotInRegister
from .event_values import Line
from .phrases import METHOD_WORDS, answer_by_words, because, day_words, version_words
from .register_row import Direction, RegisterRow, RowFile, Seen, Sheet, Shown, amend, is_version


@final
class PostingStarted(NotInRegister, frozen=True, kw_only=True):
    """The letter is about to leave: by email under `message_id`, or into the print tray (method is by post or hand)."""

    letter: str
    version: int
    sha256: str
    message_id: str
    method: Method
    to: str

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        ids = (self.message_id,) if self.message_id else ()
        leaving = replace(
            letter,
            status=LetterStatus.POSTING,
            method=self.method,
            message_ids=(*letter.message_ids, *ids),
        )
        return replace(with_letter(case, leaving), sent_ids=case.sent_ids.union(ids))

    def sentence(self) -> str:
        letter = version_words(self.letter, self.version)
        return f"{letter} is about to leave {METHOD_WORDS[self.method]} to {self.to}."

    def remember(self, seen: Seen, line: Line) -> None:
        seen.sent_to[self.letter, self.version] = self.to


@final
class LetterPosted(InRegister, frozen=True, kw_only=True):
    """The letter left on `on`; `received_on` is its deemed receipt and `answer_by` the date that binds.

    `rule` says how the date was reached, in words; `unit` and `days` are what the policy's clock says.
    `aside`: it went out beside the ladder, whose clock and question stay as they are. `ends` names the letters
    whose measure (a notice, a bar) is over since then.
    """

    letter: str
    version: int
    sha256: str
    method: Method
    on: date
    received_on: date
    answer_by: date | None
    rule: str
    unit: Unit | None = None
    days: int = 0
    proof: str = ""
    message_id: str = ""
    aside: bool = False
    ends: list[str] = []
    stands: bool = False

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        ids = (self.message_id,) if self.message_id else ()
        posted = replace(
            letter,
            status=LetterStatus.POSTED,
            seq=line.seq,
            posted_on=self.on,
            received_on=self.received_on,
            answer_by=self.answer_by,
            method=self.method,
            rule=self.rule,
            unit=self.unit,
            days=self.days,
            unsure="",
            message_ids=(*letter.message_ids, *ids),
            aside=self.aside,
            stands=self.stands,
        )
        case = replace(
            with_letter(case, posted),
            measures=_measures(case, posted, self),
            due=None,
            asked=None,
            blocked=None,
            history=(*case.history, (self.on, self.letter)),
            sent_ids=case.sent_ids.union(ids),
        )
        if self.aside:
            return self._beside(case)
        return replace(case, step=self.letter, trigger=_said_since(case, letter))

    def _beside(self, case: Case) -> Case:
        """A letter beside the ladder leaves step, clock and open question as they were; its date is followed up."""
        if self.answer_by is None:
            return case
        return replace(case, follow_ups=(*case.follow_ups, (self.letter, self.answer_by)))

    def sentence(self) -> str:
        left = f"{METHOD_WORDS[self.method]} on {day_words(self.on)}"
        received = f"and counts as received on {day_words(self.received_on)}"
        letter = version_words(self.letter, self.version)
        return f"{letter} left {left} {received}{answer_by_words(self.answer_by)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(
            governors="A letter left.", adult=None, sheets=frozenset({Sheet.DEADLINES, Sheet.LETTERS})
        )

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        place = (self.letter, self.version)
        if draft := seen.drafts.get(place):
            kept = (RowFile(name=draft.file, sha256=self.sha256),)
            bare = replace(bare, template_sha256=draft.template_sha256, reason=draft.reason, attachments=kept)
        who, when = seen.approved.get(place, ("", ""))
        return replace(
            bare,
            decided_by=who,
            decided_at=when,
            happened_on=self.on.isoformat(),
            direction=Direction.OUT,
            channel=Channel.MAIL if self.method is Method.MAIL else Channel.LETTER,
            to=self._went_to(seen) or seen.adult,
            letter=self.letter,
            version=self.version,
            posted_on=self.on.isoformat(),
            method=self.method,
            proof=self.proof or self.message_id,
            deemed_received=self.received_on.isoformat(),
            answer_by=self.answer_by.isoformat() if self.answer_by else "",
            answer_unit=f"{self.days} {self.unit}" if self.unit else "",
            answer_rule=self.rule,
        )

    def _went_to(self, seen: Seen) -> str:
        """The address for which it was laid out; none where it went the other way, by email or on paper."""
        to = seen.sent_to.get((self.letter, self.version), "")
        return to if ("@" in to) is (self.method is Method.MAIL) else ""

    def remember(self, seen: Seen, line: Line) -> None:
        seen.last_posted = self.letter


def _said_since(case: Case, letter: LetterState) -> Trigger | None:
    """What was answered while this letter was on its way: it was written without that, so somebody still decides."""
    return case.trigger if case.trigger and case.trigger.seq > letter.seq else None


def _measures(case: Case, letter: LetterState, event: LetterPosted) -> tuple[Measure, ...]:
    """The measures in force once this letter went out: it ends some, renews its own, or begins one."""
    if letter.aside:
        return case.measures
    ended = {*event.ends, letter.letter}
    left = tuple(one for one in case.measures if one.letter not in ended)
    dates = {name: day for name, day in letter.also.items() if name in STANDING}
    if not dates:
        return left
    found = Measure(letter=letter.letter, since=event.on, dates=dates)
    return (*left, found)


@final
class PostingQuestioned(InRegister, frozen=True, kw_only=True):
    """A posting began and has no end: nobody knows whether it went out, so a person is asked; it is never repeated."""

    letter: str
    version: int
    why: str

    def fold(self, case: Case, line: Line) -> Case:
        return letter_changed(case, self.letter, self.version, unsure=self.why)

    def sentence(self) -> str:
        letter = version_words(self.letter, self.version, start=False)
        return f"Did {letter} go out? Nobody knows{because(self.why)}; it will not be sent again by itself."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The question was put whether a letter went out.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, letter=self.letter, version=self.version, reason=self.why)


@final
class PostingNotMade(InRegister, frozen=True, kw_only=True):
    """A person said that a questioned or withdrawn posting did not happen."""

    letter: str
    version: int
    why: str

    def fold(self, case: Case, line: Line) -> Case:
        void = LetterStatus.VOID
        return letter_changed(case, self.letter, self.version, status=void, note=self.why, unsure="")

    def sentence(self) -> str:
        return f"{version_words(self.letter, self.version)} did not go out{because(self.why)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A letter was not posted.", adult=None, sheets=frozenset({Sheet.LETTERS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, letter=self.letter, version=self.version, reason=self.why)


@final
class DeliveryFailed(InRegister, frozen=True, kw_only=True):
    """A letter came back or its email bounced: its clock stops until it is sent again."""

    letter: str
    version: int
    why: str
    mail: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        trigger = Trigger(seq=line.seq, outcome=Outcome.UNDELIVERED, after=self.letter, summary=self.why)
        return replace(with_letter(case, replace(letter, undelivered=self.why)), trigger=trigger, asked=None)

    def sentence(self) -> str:
        letter = version_words(self.letter, self.version)
        return f"{letter} was not delivered{because(self.why)}; its deadline stopped running."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A letter was not delivered.", adult=None, sheets=frozenset({Sheet.LETTERS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            direction=Direction.IN,
            channel=Channel.MAIL,
            from_role="carrier",
            to="school",
            letter=self.letter,
            version=self.version,
            outcome=Outcome.UNDELIVERED,
            reason=self.why,
        )

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        ended = {"outcome": Outcome.UNDELIVERED.value}
        amend(rows, lambda row: is_version(row, self.letter, self.version), lambda _: ended)


@final
class ClockRecomputed(InRegister, frozen=True, kw_only=True):
    """An open date changed because the calendar changed, a hold ended, or a longer time was granted.

    `reopens`: the clock runs again, and what was asked about the answer so far is asked again when it ends.
    """

    letter: str
    version: int
    old: date
    new: date
    why: str
    reopens: bool = False

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        if not self.reopens:
            return with_letter(case, replace(letter, answer_by=self.new))
        moved = with_letter(case, replace(letter, answer_by=self.new, clock_from=line.seq))
        return replace(moved, trigger=None, asked=None)

    def sentence(self) -> str:
        moved = f"moved from {day_words(self.old)} to {day_words(self.new)}"
        letter = version_words(self.letter, self.version, start=False)
        return f"The answer date of {letter} {moved}{because(self.why)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="An answer date was moved.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        answer_by = self.new.isoformat()
        return replace(bare, letter=self.letter, version=self.version, answer_by=answer_by, reason=self.why)

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        moved = {"answer_by": self.new.isoformat()}
        amend(rows, lambda row: is_version(row, self.letter, self.version), lambda _: moved)
