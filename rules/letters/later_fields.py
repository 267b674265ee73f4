"""The values of letters that follow an earlier one, and of sheets for other bodies: dates, chronology, holds."""

from dataclasses import dataclass
from datetime import date

from ...ground.english import uk_date
from ...ground.moments import local_day
from ..cases.case import Case, LetterState
from ..cases.follow_up import days_to_follow
from ..cases.hearing import UNSAID, open_notices, posted_letters
from ..cases.places import places_of
from ..days.calendar import Calendar
from ..people.school import Person
from ..policies.letters import Letters
from ..policies.policy import Policy, Step
from ..policies.told_steps import is_kept_inside
from ..words import Outcome, Promised, Where
from .heard_words import answers_awaited, heard_at_review


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who makes a letter: who approves it, what a review says of them, and whom an earlier letter had named instead.

    `standing` is ", who did not make the earlier decision", or "" where that is not so; `instead_of` is "" where the
    person whom the earlier letter named makes it, or none was named.
    """

    person: Person
    standing: str = ""
    instead_of: str = ""

    @property
    def named(self) -> str:
        """The name with the role, as letters print it."""
        return f"{self.person.name}, {self.person.role}"


def later_fields(case: Case, letters: Letters, step: Step, maker: Maker) -> dict[str, object]:
    """What a letter repeats of the letters and answers before it; empty where there are none."""
    before = letter_before(case, letters, step)
    said = answers_awaited(case, letters)
    found: dict[str, object] = {
        **_before_fields(before, letters),
        "received_on": uk_date(said[-1].on) if said else "",
        "in_force_until": _in_force_until(case, letters),
        "meanwhile": _meanwhile(case, letters),
        "promised_person": maker.instead_of,
        "was_barred": "yes" if _was_barred(case, letters) else "",
    }
    if step.is_review:
        found |= {
            "reviewer": maker.named,
            "reviewer_standing": maker.standing,
            "heard": heard_at_review(case, letters),
        }
    if step.record and step.record.decided_by:
        found[step.record.decided_by] = maker.named
    if step.record and step.record.gives_more_time:
        found["decision_by"] = _printed(case, letters, "decision_by")
        found |= _who_decides(case, letters)
    return found


def letter_before(case: Case, letters: Letters, step: Step) -> LetterState | None:
    """The letter that one of this step follows: the last of those it names, else the last that went out on the ladder.

    One that came back is none: the adult never had it.
    """
    followed = step.after or (step.record.follows if step.record else ())
    named = [name for name in followed if name in letters]
    posted = [one for one in posted_letters(case) if not one.undelivered]
    fitting = [one for one in posted if (one.letter in named if named else not one.aside)]
    return fitting[-1] if fitting else None


def _before_fields(before: LetterState | None, letters: Letters) -> dict[str, object]:
    """The day that is printed on the letter before, and what it was."""
    day = (before.date_on_letter or before.posted_on) if before else None
    record = letters.get(before.letter) if before else None
    if day is None or record is None:
        return {"earlier_letter_on": "", "earlier_letter": ""}
    return {"earlier_letter_on": uk_date(day), "earlier_letter": record.as_told}


def _was_barred(case: Case, letters: Letters) -> bool:
    """Whether a measure is in force that a notice with immediate effect or a decision set, and not a notice alone."""
    records = (letters.get(one.letter) for one in case.measures)
    return any(one.upholds or "interim_end" in one.must_print for one in records if one and one.stage)


def _who_decides(case: Case, letters: Letters) -> dict[str, object]:
    """Who decides, in the words of the notice that is open."""
    told = (one.promised.get(Promised.DECIDER, "") for one in reversed(open_notices(case, letters)))
    words = next(filter(None, told), "")
    return {"decision_owner": words} if words else {}


def _in_force_until(case: Case, letters: Letters) -> str:
    return _printed(case, letters, "ends_on") or _printed(case, letters, "interim_end")


def _meanwhile(case: Case, letters: Letters) -> str:
    records = (letters.get(one.letter) for one in case.measures)
    known = [record.meanwhile for record in records if record and record.meanwhile]
    return known[-1].replace("{until}", _printed(case, letters, "interim_end")) if known else ""


def _printed(case: Case, letters: Letters, name: str) -> str:
    stages = letters.stages()
    days = [one.dates[name] for one in case.measures if one.letter in stages and name in one.dates]
    return uk_date(days[-1]) if days else ""


def sheet_fields(
    case: Case, policy: Policy, step: Step, *, today: date, calendar: Calendar
) -> dict[str, object]:
    """What is on a sheet besides what a person supplies; nothing for a letter.

    Raises:
        CalendarEnds: a follow-up day is past the school's calendar.
    """
    if step.record is None or not step.record.sheet:
        return {}
    done = [one for one in case.actions if one.step == step.id]
    since = done[0].on if done else today
    days = [uk_date(day) for day in days_to_follow(step, since, calendar)]
    own = {"recipient_lines": list(step.record.recipient_lines)} if step.record.recipient_lines else {}
    return {
        **own,
        "answer_by": days[0] if days else "",
        "check_by": days[0] if days else "",
        "escalate_by": days[-1] if days else "",
        "reported_on": uk_date(done[0].on) if done else "",
        "report_id": done[0].reference if done else "",
        "crime_ref": done[-1].reference if done else "",
        "report_category": _platform_category(case, policy),
        "chronology": _chronology(case, policy),
        "evidence": _evidence(case),
        "hold_state": _hold_words(case),
    }


def _platform_category(case: Case, policy: Policy) -> str:
    """What a platform calls the content, by what was done: the most serious that fits; "" where none does.

    A platform's kinds of content are not the conduct that a policy names.
    """
    known = (policy.conduct[name] for name in case.conduct if name in policy.conduct)
    done = {deed for conduct in known for deed, _ in conduct.deeds}
    categories = policy.letters.platform_categories.items()
    return next((name for name, deeds in categories if done.intersection(deeds)), "")


def _evidence(case: Case) -> list[dict[str, str]]:
    """The emails that are reports and each file of an email that is on the case, with their SHA-256."""
    reports = [(f"Email of {uk_date(one.day)}, a report", one.mail) for one in case.facts if one.mail]
    files = [(one.name, one.sha256) for one in case.kept if one.mail in case.mails - case.replies]
    return [{"name": name, "sha256": sha256} for name, sha256 in dict.fromkeys((*reports, *files))]


def _hold_words(case: Case) -> str:
    if case.hold is None or case.held_on is None:
        return "Nothing is on hold."
    return f"All letters of this case, on hold for {case.hold} since {uk_date(local_day(case.held_on))}."


def _chronology(case: Case, policy: Policy) -> list[dict[str, str]]:
    """What was done and answered, told about the adult; no reporter, no child, no legal advice."""
    answered = ANSWERED if Where.ONLINE in places_of(case, policy) else {**ANSWERED, **ANSWERED_ON_SITE}
    inside = {name for name, step in policy.steps.items() if is_kept_inside(step)}
    rows = [(day, _step_words(case, policy, name)) for day, name in case.history if name not in inside]
    rows += [
        (one.on, "It went on.")
        if one.outcome is Outcome.GOES_ON
        else (one.on, f"The adult {answered.get(one.outcome, 'answered')}.")
        for one in case.answers
        if one.outcome not in UNSAID
    ]
    return [{"date": uk_date(day), "what": what} for day, what in sorted(rows)]


def _step_words(case: Case, policy: Policy, name: str) -> str:
    what = policy.steps[name].name if name in policy.steps else name
    return f"Sent to the adult: {what}." if case.was_posted(name) else f"Done by the school: {what}."


ANSWERED = {
    Outcome.REMOVED: "said that the content had been removed",
    Outcome.REFUSED: "said that it would not be removed",
    Outcome.CONTINUES: "said that it would not be removed, and more was posted",
    Outcome.AGREED: "agreed to what was asked",
    Outcome.DECLINED: "declined the invitation",
    Outcome.ATTENDED: "met the school",
    Outcome.ABSENT: "did not come to the meeting",
    Outcome.REPRESENTATIONS: "sent comments",
    Outcome.COMPLAINT: "raised a complaint",
    Outcome.APOLOGY: "apologised",
    Outcome.STOPS: "said that it has stopped",
    Outcome.NO_MEETING: "said that they will not meet the school",
    Outcome.APPEALS: "appealed",
}
ANSWERED_ON_SITE = {
    Outcome.REMOVED: "said that it had been put right",
    Outcome.REFUSED: "said no to what was asked",
    Outcome.CONTINUES: "said no to what was asked, and it happened again",
}
"""What the adult did, as another body reads it; of conduct on site in other words."""
