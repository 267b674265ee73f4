"""Say that an earlier line of a case is wrong, by name. Lines are never edited; a wrong day or answer is put right.

Only what nobody has decided on yet is put right in the case itself, and an answer for as long as the letter that was
decided on it has not left: with the answer the decision falls. Afterwards a correction is words, shown beside the line.
"""

from dataclasses import dataclass
from datetime import date

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused
from ..ground.moments import local_day
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import (
    AnswerRecorded,
    AnswerTakenBack,
    ClockRecomputed,
    Corrected,
    Entry,
    LetterDrafted,
    LetterPosted,
    PostingCorrected,
)
from ..rules.days.deadlines import answer_by, deemed_receipt
from ..rules.standing.dates import clock_letter
from ..rules.standing.stops import Act, leaving_letter, stop_of
from .drafting import void_drafts
from .office import Office

IN_WORDS = "Leave that option out: the correction is then shown next to the line, and changes nothing else."


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says of line `line`.

    What is right, and for a posting the true day, or that it was not an answer.
    """

    line: int
    what: str
    posted_on: date | None = None
    no_answer: bool = False


def correct(office: Office, case: Case, said: Correction, *, by: str) -> None:
    """Record a correction.

    Raises:
        Refused: there is no such line, nothing is said, or the line is not of the kind that could be put right so.
        CalendarEnds: the calendar does not reach the answer-by date.
    """
    entries = office.cases.read(case.ref)
    wrong = next((entry for entry in entries if entry.seq == said.line), None)
    if wrong is None:
        what = f"There is no line {said.line} in this case; it has {len(entries)}."
        raise _refused(case, what, f"`case {case.ref}` numbers them.")
    if not said.what.strip():
        raise _refused(case, "It does not say what is right.", "Add --what '...'.")
    if said.posted_on and said.no_answer:
        raise _refused(case, "A line is a posting or an answer, not both.", "Give one of the two options.")
    if said.posted_on:
        event: Corrected | PostingCorrected | AnswerTakenBack = _posting(
            office, case, wrong, said, on=said.posted_on
        )
    elif said.no_answer:
        event = _no_answer(case, wrong, said)
    else:
        event = Corrected(seq=said.line, what=said.what.strip())
    if not isinstance(event, Corrected):
        void_drafts(office, case, f"line {said.line} was corrected")
    office.note(case.ref, event, by=by)


def _no_answer(case: Case, wrong: Entry, said: Correction) -> AnswerTakenBack:
    if not isinstance(wrong.event, AnswerRecorded):
        raise _refused(case, f"Line {said.line} is not a recorded answer.", IN_WORDS)
    _may_change(case)
    letter = leaving_letter(case)
    if letter:
        what = f"{letter.letter} was decided on because of that answer and is about to leave."
        raise _refused(case, what, f"Say first that it did not go: posted {case.ref} --not-sent.")
    if not _is_open(case, said.line):
        what = (
            f"What was decided because of the answer in line {said.line} has gone out, or another answer "
            "came after it."
        )
        raise _refused(case, what, IN_WORDS)
    return AnswerTakenBack(seq=said.line, what=said.what.strip())


def _is_open(case: Case, line: int) -> bool:
    """Whether nothing that was decided on this answer has left yet."""
    if case.trigger is not None:
        return case.trigger.seq == line
    decided = case.due is not None and case.due.seq > line
    return decided and bool(case.answers) and case.answers[-1].seq == line


def _posting(office: Office, case: Case, wrong: Entry, said: Correction, *, on: date) -> PostingCorrected:
    posted = wrong.event
    if not isinstance(posted, LetterPosted):
        raise _refused(case, f"Line {said.line} is not the posting of a letter.", IN_WORDS)
    _may_change(case)
    letter = clock_letter(case)
    running = letter is not None and (letter.letter, letter.version) == (posted.letter, posted.version)
    if letter is None or not running or case.due or posted.aside or case.step != posted.letter:
        what = f"The deadline of {posted.letter} version {posted.version} is no longer running."
        raise _refused(case, what, IN_WORDS)
    _check_day(office, case, letter, on)
    return _counted(office, case, posted, said, on=on)


def _may_change(case: Case) -> None:
    stop = stop_of(case, Act.CORRECT)
    if stop:
        raise _refused(case, f"{stop.what} No clock of it runs that a correction could change.", IN_WORDS)


def _check_day(office: Office, case: Case, letter: LetterState, on: date) -> None:
    approved = local_day(letter.approved_on) if letter.approved_on else on
    if on > office.clock.today() or on < approved or on == letter.posted_on:
        what = f"{uk_date(on)} cannot be the day: the letter was approved on {uk_date(approved)}"
        what += f", and {uk_date(letter.posted_on)} is recorded." if letter.posted_on else "."
        raise _refused(case, what, "Give the day on which it really left, not one in the future.")


def _counted(
    office: Office, case: Case, posted: LetterPosted, said: Correction, *, on: date
) -> PostingCorrected:
    """The dates as a posting on the true day would have had them; never earlier than what the adult was promised."""
    calendar, rule = office.school.calendar, office.school.posting.receipt
    step = office.school.policy.steps.get(posted.letter)
    clock, promised = step.answer_clock if step else None, _promised(office, case, posted)
    reached, text = posted.answer_by, posted.rule
    if clock and promised and posted.answer_by:
        found = answer_by(calendar, on, posted.method, clock, rule=rule)
        reached, text = max(found.end, promised), found.rule
        text += f"; promised to the adult: {promised.isoformat()}" if reached != found.end else ""
    return PostingCorrected(
        seq=said.line,
        what=said.what.strip(),
        letter=posted.letter,
        version=posted.version,
        was=posted.on,
        on=on,
        received_on=deemed_receipt(calendar, on, posted.method, rule).end,
        answer_by=reached,
        rule=text,
    )


def _promised(office: Office, case: Case, posted: LetterPosted) -> date | None:
    """The latest day the adult was told: printed in the letter, or given since (more time, days on hold)."""
    days = []
    for entry in office.cases.read(case.ref):
        match entry.event:
            case LetterDrafted(letter=letter, version=version, answer_by=day) if day:
                days += [day] if (letter, version) == (posted.letter, posted.version) else []
            case ClockRecomputed(letter=letter, version=version, new=day):
                days += [day] if (letter, version) == (posted.letter, posted.version) else []
            case _:
                pass
    return max(days, default=None)


def _refused(case: Case, what: str, what_to_do: str) -> Refused:
    return Refused(Problem(where=case.ref, what=what, what_to_do=what_to_do))
