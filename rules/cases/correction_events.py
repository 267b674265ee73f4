"""What people say later of an earlier line: it is wrong, and this is right. No line is ever edited. See events.py."""

from datetime import date

from .event_base import Event


class Corrected(Event, frozen=True, kw_only=True):
    """An earlier entry is wrong; this says what is right, for readers: no date and no letter changes by it.

    `seq` 0 is a note on the log itself, such as on a line that a crash left unfinished.
    """

    seq: int
    what: str


class PostingCorrected(Event, frozen=True, kw_only=True):
    """The posting in line `seq` was recorded for a wrong day (`was`): the letter left on `on`, and its dates follow.

    `received_on` is its deemed receipt and `answer_by` the date that binds, counted as at a posting; see LetterPosted.
    """

    seq: int
    what: str
    letter: str
    version: int
    was: date
    on: date
    received_on: date
    answer_by: date | None
    rule: str


class AnswerTakenBack(Event, frozen=True, kw_only=True):
    """The answer in line `seq` never was one of this adult to this letter: it does not count, and the clock goes on."""

    seq: int
    what: str
