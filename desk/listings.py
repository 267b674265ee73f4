"""What the listing commands show, as plain values with the names that `--json` promises."""

from datetime import date
from typing import Any

from ..ground.errors import CalendarEnds
from ..rules.cases.case import Case
from ..rules.cases.case_summary import CaseSummary, LetterLine, summary_of
from ..rules.cases.corrections import corrections_of
from ..rules.cases.duties import duty_rows
from ..rules.cases.events import Entry
from ..rules.cases.promises import open_promises, promise_words
from ..rules.days.deadlines import answer_by
from ..rules.people.school import School
from ..rules.standing.dates import clock_letter
from ..rules.standing.next_step import next_step
from ..rules.standing.standing import Standing, standing
from ..rules.standing.steps import (
    Alert,
    Ask,
    AskApproval,
    AskDecision,
    Close,
    Draft,
    FillDates,
    Lapse,
    Next,
    Nothing,
    Post,
    Question,
    Void,
    Wait,
    asked_of,
)

Plain = dict[str, Any]


def case_row(case: Case, school: School, today: date) -> Plain:
    """One case in a list."""
    return _row(case, next_step(case, school.policy, today))


def _row(case: Case, step: Next) -> Plain:
    posted = clock_letter(case)
    return {
        **closed_row(summary_of(case)),
        "state": case.state,
        "alert": case.alerted,
        "waiting_for": waiting_for(step),
        "answer_by": posted.answer_by if posted and not case.closed else None,
    }


def closed_row(case: CaseSummary) -> Plain:
    """One case that is over, in a list."""
    return {
        "ref": case.ref,
        "school": case.school,
        "adult": case.adult,
        "name": case.adult_name,
        "pupils": list(case.pupils),
        "conduct": list(case.conduct),
        "state": "closed",
        "alert": case.alerted,
        "waiting_for": "closed",
        "step": case.step,
        "answer_by": None,
        "letters": [letter_row(letter) for letter in case.letters],
    }


def unread_row(ref: str) -> Plain:
    """One case whose log cannot be read, in a list: open, until somebody knows."""
    return {
        "ref": ref,
        "school": "",
        "adult": "",
        "name": "?",
        "pupils": [],
        "conduct": [],
        "state": "open",
        "alert": False,
        "waiting_for": "its log cannot be read: run verify",
        "step": "",
        "answer_by": None,
        "letters": [],
    }


def letter_row(letter: LetterLine) -> Plain:
    """One version of one letter."""
    return {
        "letter": letter.letter,
        "version": letter.version,
        "status": letter.status,
        "sha256": letter.sha256,
        "file": letter.file,
        "answer_by": letter.answer_by,
        "dated": letter.dated,
        "note": letter.note,
    }


def waiting_for(step: Next) -> str:
    """What a case waits for, in a few words."""
    match step:
        case Nothing():
            return "closed"
        case Alert():
            return "the DSL: stopped by an alert"
        case Wait():
            return f"{step.why}"
        case Ask():
            return f"{step.who}: {step.about}"
        case AskDecision():
            return f"{step.ask.who}: {step.ask.about}"
        case Question():
            return f"the question whether {step.letter.letter} went out"
        case Void():
            return f"new dates for {step.letter.letter}"
        case Lapse():
            return f"{step.letter.letter} lapsed on {step.answer_by.isoformat()}"
        case Draft():
            return f"drafting {step.letter}"
        case AskApproval():
            return f"approval of {step.letter.letter}"
        case FillDates():
            return f"the dates of {step.letter.letter}"
        case Post():
            return f"posting of {step.letter.letter}"
        case Close():
            return "closing"


def case_view(case: Case, entries: list[Entry], school: School, today: date) -> Plain:
    """One case whole: history, next step, clock."""
    now = standing(case, school, today)
    right = corrections_of(entries)
    return {
        **_row(case, now.next),
        "history": [history_row(entry, right.get(entry.seq, "")) for entry in entries],
        "next": next_view(case, now),
        "stops": [
            {"cause": str(one.cause), "what": one.what, "rule": one.rule, "what_to_do": one.do}
            for one in now.stops
        ],
        "may": [{"act": str(one.act), "on": one.on} for one in now.offers],
        "clock": clock_view(case, school),
        "duties": duty_rows(case, school.policy),
        "promises": [
            {
                "kind": str(one.kind),
                "letter": one.letter.letter,
                "who": one.words,
                "by": one.by,
                "says": promise_words(one, today),
            }
            for one in open_promises(case, school.policy, today)
        ],
        "ladder": case.ladder,
        "ladders": list(case.ladders),
        "earlier": list(case.earlier.told),
        "alert_words": [f"{seen.flag}: {seen.words}" for seen in case.alert],
        "blocked": case.blocked.what if case.blocked else "",
        "note_first": list(case.in_hand.warnings) if case.in_hand else [],
        "seen": case.last_seq,
    }


def history_row(entry: Entry, right: str = "") -> Plain:
    """One event of the log, with its sentence; `right` is what later entries say of it."""
    from msgspec import to_builtins

    from ..rules.cases.sentences import sentence

    fields: Plain = to_builtins(entry.event)
    if "seq" in fields:
        fields["corrects"] = fields.pop("seq")
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "by": entry.by,
        **fields,
        "says": f"{sentence(entry)} [corrected: {right}]" if right else sentence(entry),
        "corrected": right,
        "hash": entry.hash,
    }


def next_view(case: Case, now: Standing) -> Plain:
    """The next step, who has it, which steps may be decided on now, and which not yet, with the day or the reason."""
    step, asked = now.next, asked_of(now.next)
    view: Plain = {"kind": type(step).__name__.casefold(), "waiting_for": waiting_for(step)}
    if asked:
        view |= {"about": str(asked.about), "who": asked.who, "why": asked.why}
    elif isinstance(step, Alert | Wait | Nothing | Question | Void):
        view |= {"why": step.why}
    if isinstance(step, Wait):
        view["until"] = step.until
    if not case.closed:
        view["options"] = list(now.options)
        view["not_now"] = {name: refusal.rule for name, refusal in now.not_now.items()}
    return view


def clock_view(case: Case, school: School) -> Plain | None:
    """How the running answer-by was reached: the days counted, those skipped and why."""
    posted = clock_letter(case)
    if posted is None or posted.answer_by is None or posted.posted_on is None or posted.method is None:
        return None
    step = school.policy.steps.get(posted.letter)
    clock = step.answer_clock if step else None
    if clock is None:
        return None
    view: Plain = {
        "letter": posted.letter,
        "answer_by": posted.answer_by,
        "unit": str(clock.unit),
        "days": clock.days,
        "received_on": posted.received_on,
        "rule": posted.rule,
    }
    try:
        found = answer_by(
            school.calendar, posted.posted_on, posted.method, clock, rule=school.posting.receipt
        )
    except CalendarEnds:
        # An old case, whose terms have left the calendar: the log still says what was counted then.
        told = f"{posted.rule}; calendar.toml no longer has those days"
        return {**view, "counted": [], "skipped": [], "explanation": told, "changed": False}
    return {
        **view,
        "counted": list(found.count.counted),
        "skipped": [{"day": one.day, "why": one.why} for one in found.skipped],
        "explanation": found.explanation,
        "changed": posted.answer_by != found.end,
    }
