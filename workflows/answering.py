"""What people record: answers, holds, triage, fields, corrections, filing from the in-tray."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from msgspec.structs import replace

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused, WrongUsage
from ..ground.moments import local_day
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import (
    AnswerRecorded,
    ClockRecomputed,
    DeliveryFailed,
    HoldPlaced,
    HoldReleased,
    Triaged,
)
from ..rules.cases.hearing import is_answered, posted_letters
from ..rules.cases.on_ladder import rungs_for
from ..rules.cases.who_may import CLEARS_ALERTS, MOVES_THE_DECISION, RELEASES
from ..rules.standing.standing import Offer, why_not
from ..rules.standing.stops import Act as Kind
from ..rules.standing.stops import Cause, said
from ..rules.words import RESULTS, HoldFor, LetterStatus, Outcome
from .drafting import void_drafts, voided
from .giving import check_fields, given_lines
from .office import Office
from .posting import clear_tray, stop_the_envelope
from .signing import Act, holder_of

IN_THE_TRAY = "an answer came in while it was in the print tray, so it was taken out"


def record_answer(office: Office, case: Case, answer: AnswerRecorded, *, by: str) -> None:
    """The adult answered: drafts that have not left are void, and a decision is asked for.

    Raises:
        Refused: no letter went out yet, or not the one that is named, the case is closed, or the day is ahead.
    """
    stop = why_not(case, office.school.policy, office.clock.today(), Offer(act=Kind.ANSWER))
    if stop:
        raise Refused(stop.problem(case.ref))
    if answer.outcome is Outcome.LAPSED or answer.on > office.clock.today():
        what, do = "An answer is something the adult did, today or before.", "Check the outcome and the day."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    letter = _letter_meant(case, answer)
    if answer.outcome is Outcome.UNDELIVERED:
        _came_back(office, case, answer, letter, by=by)
        return
    void_drafts(office, case, "an answer came in")
    office.note(case.ref, replace(answer, letter=letter.letter if letter else case.step), by=by)
    stop_the_envelope(office, case, IN_THE_TRAY)


def answer_meant(office: Office, case: Case, word: str) -> tuple[Outcome, str]:
    """Which answer a word is: ours, and the policy's own name for it, "" where it has none.

    Raises:
        WrongUsage: neither we nor the policy know an answer of this name.
    """
    known = office.school.policy.answer_words()
    word = word.strip().casefold().replace(" ", "-")
    meant = office.school.policy.answer_meant(word)
    if meant:
        return meant
    near = get_close_matches(word, known, n=1)
    do = f"Did you mean {near[0]}? " if near else ""
    do += "; ".join(f"{name} = {said}" for name, said in known.items()) + "."
    if word in RESULTS:
        do = f"How an appeal ended is recorded with the action that hears it: done {case.ref} STEP --result {word}."
    raise WrongUsage(Problem(where=case.ref, what=f"'{word}' is not an answer.", what_to_do=do))


def _letter_meant(case: Case, answer: AnswerRecorded) -> LetterState | None:
    """The posted letter that is answered: the one that is named, else the last one; None where only actions were done.

    Raises:
        Refused: no letter of that name went out, or the answer is older than it.
    """
    if not answer.letter:
        return case.last_posted
    sent = {one.letter.casefold(): one for one in case.letters if one.status is LetterStatus.POSTED}
    letter = sent.get(answer.letter.casefold())
    if letter is None:
        what = f"No letter {answer.letter} has gone out in this case."
        do = f"Those that have: {', '.join(one.letter for one in sent.values()) or 'none'}."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    if letter.posted_on and answer.on < letter.posted_on:
        what = f"{letter.letter} went out on {uk_date(letter.posted_on)}, after the day of this answer."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Check the letter and the day."))
    return letter


def _came_back(
    office: Office, case: Case, answer: AnswerRecorded, letter: LetterState | None, *, by: str
) -> None:
    """A letter that came back is not an answer: nobody was heard, and the letter is sent again or looked into."""
    if letter is None:
        what = "No letter in this case has gone out, so none can have come back."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=f"See `case {case.ref}`."))
    void_drafts(office, case, f"{letter.letter} came back")
    office.note(
        case.ref,
        DeliveryFailed(letter=letter.letter, version=letter.version, why=answer.summary or "it came back"),
        by=by,
    )
    stop_the_envelope(office, case, IN_THE_TRAY)


def give_fields(office: Office, case: Case, letter: str, fields: Mapping[str, str], *, by: str) -> None:
    """Supply fields for a letter; a draft in hand is void, because its text would change.

    Raises:
        WrongUsage: a name or a value is not possible in this letter; nothing was done.
    """
    check_fields(office, case, letter, fields)
    void_drafts(office, case, "new fields were given")
    office.note(case.ref, *given_lines(letter, fields), by=by)


def place_hold(office: Office, case: Case, hold_for: HoldFor, note: str, *, by: str) -> None:
    """Freeze the case: nothing goes out, no clock runs.

    Raises:
        Refused: it is on hold or closed already.
    """
    if case.hold or case.closed:
        what = f"The case is {case.state} already."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=f"See `case {case.ref}`."))
    office.note(case.ref, HoldPlaced(hold_for=hold_for, note=note), by=by)
    clear_tray(office, case)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageOrder:
    """What a person says a case is about; what is left empty stays as it is. `clear`: the case may proceed.

    `facts` are what they say that the email reports with which the case is opened, by the names of `Fact`.
    """

    adult: str = ""
    pupils: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    clear: bool = False
    note: str = ""
    alternate: bool = False
    ladder: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def triage_case(office: Office, case: Case, order: TriageOrder, *, by: str, how: str = "command") -> None:
    """Set adult, pupils and conduct, and clear the case to proceed, by name.

    Raises:
        Refused: the case is closed, an id is unknown, the adult would change after a letter went out, or an alert is
            cleared by somebody whose role may not.
    """
    if case.closed and not case.alerted:
        raise Refused(said(case, Cause.CLOSED).problem(case.ref))
    event = triaged_by_hand(office, case, order)
    if order.clear and case.alerted:
        act = Act(where=case.ref, what="clear an alert", case=case)
        role, actor = holder_of(office, by, CLEARS_ALERTS, act)
        by, event = actor.name, replace(event, tell=role, how=how)
    elif order.alternate and not case.alternate:
        act = Act(where=case.ref, what="pass the case to the alternate approver", case=case)
        role, actor = holder_of(office, by, MOVES_THE_DECISION, act)
        by, event = actor.name, replace(event, tell=role, how=how)
    if not _ends_alert_alone(case, event, order):
        void_drafts(office, case, "the triage changed")
    office.note(case.ref, event, by=by)


def _ends_alert_alone(case: Case, event: Triaged, order: TriageOrder) -> bool:
    """Whether an alert ends and nothing else is new: a draft that outlived the alert is still right."""
    same = (tuple(event.pupils), tuple(event.conduct)) == (case.pupils, case.conduct)
    same = same and event.adult in {"", case.adult} and event.ladder in {"", case.ladder}
    return case.alerted and order.clear and same and not (order.alternate or order.facts)


def triaged_by_hand(office: Office, case: Case, order: TriageOrder) -> Triaged:
    """What a triage by a person is to be logged as; for a caller who logs it with something else.

    Raises:
        Refused: an id is unknown, or the adult would change after a letter went out.
    """
    people = office.people.read()
    _known(case, "adult", (order.adult,) if order.adult else (), people.adults)
    _known(case, "pupil", order.pupils, people.pupils)
    _known(case, "conduct", order.conduct, office.school.policy.conduct)
    if order.adult and order.adult != case.adult and case.step:
        what = "A letter has already gone to this adult; the case cannot be changed to somebody else."
        do = "Open a case for the other adult: file MAIL --to new --adult ID."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    found = people.adults.get(order.adult)
    conduct = order.conduct or case.conduct
    rungs = rungs_for(case, office.school.policy, conduct, chosen=order.ladder)
    return Triaged(
        pupils=list(order.pupils or case.pupils),
        conduct=list(conduct),
        clear=order.clear or (case.clear and not case.alerted),
        note=order.note,
        adult=order.adult,
        adult_name=found.full_name if found else "",
        alternate=order.alternate or case.alternate,
        ladder=rungs.ladder,
        ladders=list(rungs.ladders),
    )


def _known(case: Case, what: str, ids: tuple[str, ...], known: Mapping[str, object]) -> None:
    for one in ids:
        if one not in known:
            near = ", ".join(list(known)[:12]) or "none"
            raise Refused(
                Problem(
                    where=case.ref,
                    what=f"There is no {what} '{one}'.",
                    what_to_do=f"Known: {near}{' ...' if len(known) > 12 else ''}.",
                )
            )


def release_hold(office: Office, case: Case, note: str, *, by: str, how: str = "command") -> None:
    """End a hold; the days it lasted do not count against the adult, so an open clock moves on by them.

    Raises:
        Refused: the case is not on hold, or the signer's role may not release it.
    """
    if not case.hold or case.held_on is None:
        what = "The case is not on hold."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=f"See `case {case.ref}`."))
    act = Act(where=case.ref, what="release a hold", case=case)
    role, actor = holder_of(office, by, RELEASES, act)
    # One write: a stop in between would lose the days, or leave a draft with the old dates.
    stale = voided(case, "the hold ended; the dates are counted again")
    released = HoldReleased(note=note, tell=role, how=how)
    office.note(case.ref, released, *_thawed(office, case), *stale, by=actor.name)


def _thawed(office: Office, case: Case) -> list[ClockRecomputed]:
    """Count the days of the hold again onto each answer-by that was still running when it began."""
    if case.held_on is None:
        return []
    began, today = local_day(case.held_on), office.clock.today()
    if today <= began:
        return []
    why = f"on hold from {began.isoformat()} to {today.isoformat()}"
    letters = office.school.policy.letters
    return [
        ClockRecomputed(
            letter=one.letter,
            version=one.version,
            old=one.answer_by,
            new=office.school.calendar.next_school_day(one.answer_by + (today - began)),
            why=why,
        )
        for one in posted_letters(case)
        if one.answer_by and one.answer_by >= began and not one.aside and not is_answered(case, one, letters)
    ]
