"""What people say later of an earlier line: it is wrong, and this is right. No line is ever edited. See events.py."""

from datetime import date
from typing import final

from msgspec.structs import replace

from ..words import Outcome
from .case import Case
from .case_changes import called_for, with_letter
from .event_base import InRegister
from .event_values import Line
from .phrases import LOG_NOTE, answer_by_words, because, day_words, one_line, version_words
from .register_row import RegisterRow, Seen, Shown, amend, is_posting, is_version


class Correction(InRegister, frozen=True, kw_only=True):
    """The base of all corrections: line `seq` is wrong, and `what` says what is right."""

    seq: int
    what: str

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        """Its sentence says all; the row that is wrong is marked."""
        return bare

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        """Mark the row that is wrong with what is right."""
        amend(
            rows,
            lambda row: row.seq == self.seq,
            lambda row: {
                "corrected_by": ", ".join(filter(None, (row.corrected_by, str(line.seq)))),
                "correction": "; ".join(filter(None, (row.correction, one_line(self.what)))),
            },
        )


@final
class Corrected(Correction, frozen=True, kw_only=True):
    """An earlier entry is wrong; this says what is right, for readers: no date and no letter changes by it.

    `seq` 0 is a note on the log itself, such as on a line that a crash left unfinished.
    """

    def fold(self, case: Case, line: Line) -> Case:
        return case

    def sentence(self) -> str:
        return f"Correction of entry {self.seq}: {self.what}" if self.seq else f"{LOG_NOTE}: {self.what}"

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="An earlier entry was corrected.", adult=None, quotes=True)


@final
class PostingCorrected(Correction, frozen=True, kw_only=True):
    """The posting in line `seq` was recorded for a wrong day (`was`): the letter left on `on`, and its dates follow.

    `received_on` is its deemed receipt and `answer_by` the date that binds, counted as at a posting; see LetterPosted.
    """

    letter: str
    version: int
    was: date
    on: date
    received_on: date
    answer_by: date | None
    rule: str

    def fold(self, case: Case, line: Line) -> Case:
        """The day on which it truly left, and what follows; a lapse nobody decided on is looked at again."""
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        changed = replace(
            letter,
            posted_on=self.on,
            received_on=self.received_on,
            answer_by=self.answer_by,
            rule=self.rule,
        )
        was, now = (self.was, self.letter), (self.on, self.letter)
        lapsed = case.trigger is not None and case.trigger.outcome is Outcome.LAPSED
        case = replace(case, trigger=None, asked=None, blocked=None, silent="") if lapsed else case
        return replace(
            with_letter(case, changed),
            history=tuple(now if item == was else item for item in case.history),
            measures=tuple(
                replace(one, since=self.on) if (one.since, one.letter) == was else one
                for one in case.measures
            ),
        )

    def sentence(self) -> str:
        letter = version_words(self.letter, self.version, start=False)
        left = f"{letter} left on {day_words(self.on)}, not on {day_words(self.was)}"
        received = f"it counts as received on {day_words(self.received_on)}"
        right = f"{left}; {received}{answer_by_words(self.answer_by)}"
        return f"Correction of entry {self.seq}: {right}{because(self.what)}."

    @classmethod
    def shown(cls) -> Shown:
        governors = "The day on which a letter left was corrected."
        return Shown(governors=governors, adult=None, quotes=True)

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        super().tell_earlier(rows, line)
        right = {
            "posted_on": self.on.isoformat(),
            "happened_on": self.on.isoformat(),
            "deemed_received": self.received_on.isoformat(),
            "answer_by": self.answer_by.isoformat() if self.answer_by else "",
            "answer_rule": self.rule,
        }
        amend(
            rows,
            lambda row: is_version(row, self.letter, self.version),
            lambda row: right | ({"outcome": ""} if row.outcome == Outcome.LAPSED else {}),
        )


@final
class AnswerTakenBack(Correction, frozen=True, kw_only=True):
    """The answer in line `seq` never was one of this adult to this letter: it does not count, and the clock goes on."""

    def fold(self, case: Case, line: Line) -> Case:
        """The case as if that answer had not come: what it called for is no longer asked, and dates run again.

        Where nobody had decided on an earlier one either, that one calls for a decision again.
        """
        answers = tuple(one for one in case.answers if one.seq != self.seq)
        beside = () if answers else _followed_up(case)
        due = None if case.due and case.due.seq > self.seq else case.due
        follow_ups = tuple(dict.fromkeys((*case.follow_ups, *beside)))
        case = replace(case, answers=answers, due=due, follow_ups=follow_ups)
        if case.trigger is None or case.trigger.seq != self.seq:
            return case
        since = case.trigger.since
        left = [one for one in answers if one.seq >= since] if since else []
        trigger = called_for(case, left[-1], since=left[0].seq) if left else None
        return replace(case, trigger=trigger, asked=None, blocked=None)

    def sentence(self) -> str:
        return f"Correction of entry {self.seq}: that answer does not count{because(self.what)}."

    @classmethod
    def shown(cls) -> Shown:
        governors = "An answer that was recorded before does not count."
        return Shown(governors=governors, adult=None, quotes=True)

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        super().tell_earlier(rows, line)
        answer = next((row for row in rows if row.seq == self.seq), None)
        if answer is not None:
            letter = answer.letter
            right = {"answered_on": "", "outcome": ""}
            amend(rows, lambda row: is_posting(row) and row.letter == letter, lambda _: right)


def _followed_up(case: Case) -> list[tuple[str, date]]:
    """The dates of letters beside the ladder, which an answer had settled."""
    return [(one.letter, one.answer_by) for one in case.letters if one.aside and one.answer_by]
