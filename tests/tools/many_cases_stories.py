"""The stories that many cases are made from: each is played once by the real program, in a school of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from office import INSULT, THREAT, Rehearsal, form
from tools.many_cases_acts import (
    REF,
    REPORTER,
    decided,
    first_letter,
    goes_out,
    later,
    reported,
    silence,
    until,
    with_picture,
)
from tools.many_cases_days import QUIET_DAY
from tools.many_cases_people import STAND_IN

from letterladder.desk.demo_mails import BAR_DECISION, BAR_FIELDS
from letterladder.rules.cases.events import ActionDone
from letterladder.rules.words import Channel, HoldFor, Outcome
from letterladder.workflows.actions import record_action
from letterladder.workflows.answering import TriageOrder, place_hold, triage_case
from letterladder.workflows.redrafting import redraft
from letterladder.workflows.taking import take_alert

SLOTS = {"slot_1": "Tuesday 24 November 2037 at 3.45 pm", "slot_2": "Thursday 26 November 2037 at 8.30 am"}
CLOSING = {"resolved_by": "The post is gone.", "expectations": "Please bring worries to us first."}
VISIT = {
    "event": "the nativity play",
    "event_on": "Tuesday 15 December 2037",
    "event_times": "2 pm to 3.30 pm",
    "event_place": "the hall, by the main gate",
    "escort": "Mr Imran Sadiq, Deputy Headteacher",
}
LIFTED = {
    "alternatives_considered": "An escort was considered.",
    "review_evidence": "Nothing has happened since; staff were asked.",
    "decision_reason": "A term without trouble.",
    "considered_points": "You asked to come back => You may.",
    "expectations": "Please be calm at the gate.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One way a case goes: the day it begins, how often it happens among its like, and who does what."""

    name: str
    begins: date
    weight: int
    play: Callable[[Rehearsal], None]


def removed(school: Rehearsal) -> None:
    """The post is taken down after the first letter."""
    first_letter(school)
    later(school, 2)
    school.answered(Outcome.REMOVED, summary="took it down")
    school.decided("none", "Taken down within the time given.")


def answered_by_mail(school: Rehearsal) -> None:
    """The adult answers by email and takes the post down."""
    first_letter(school)
    later(school, 3)
    school.write(
        f"{STAND_IN.adult_name} <{STAND_IN.email}>", "Your letter", "I have taken it down. I am sorry.\n"
    )
    school.round()
    school.answered(Outcome.APOLOGY, channel=Channel.MAIL, summary="taken down, and sorry")
    school.decided("none", "Taken down, with an apology.")


def silent(school: Rehearsal) -> None:
    """Nobody answers; the post has gone all the same. The report had come twice."""
    text = form(STAND_IN.adult_name, STAND_IN.pupil_name, what=INSULT)
    raw = school.write(REPORTER, "Form: online", text)
    school.deliver(b"Received: by group.example; Mon, 2 Nov 2026 09:00:00 +0000\n" + raw)
    school.round()
    goes_out(school)
    silence(school)
    school.decided("none", "The platform took the page down.")


def met(school: Rehearsal) -> None:
    """A letter, silence, an invitation, a meeting; the head's approval comes by email. The case ends by a letter."""
    reported(school)
    school.head_approves()
    school.office_posts()
    silence(school)
    decided(school, "L2", "No answer; we talk first.", **SLOTS)
    later(school, 3)
    school.answered(Outcome.AGREED, summary="will come")
    school.answered(Outcome.ATTENDED, channel=Channel.MEETING, summary="came, and took it down")
    decided(school, "Z1", "It is settled.", **CLOSING)


def warned(school: Rehearsal) -> None:
    """A letter, a further report, an invitation that is declined, a written warning, and peace."""
    first_letter(school)
    later(school, 1)
    with_picture(school)
    silence(school)
    decided(school, "L2", "No answer; we talk first.", **SLOTS)
    later(school, 2)
    school.answered(Outcome.DECLINED, summary="will not come")
    decided(school, "L3", "Declined to meet, and the post is still up.")
    later(school, 5)
    school.answered(Outcome.REMOVED, summary="took it down")
    school.decided("none", "Taken down after the warning.")


def returned(school: Rehearsal) -> None:
    """The head sends the first draft back; the second goes out. The adult's machine answers."""
    reported(school)
    school.head_returns("Please say which page.")
    redraft(school.office, REF, "L1", {"platform": "Facebook, own page"}, by="Mrs Binns")
    school.round()
    goes_out(school)
    school.write(STAND_IN.email, "Automatic reply", "I am away.\n", Auto_Submitted="auto-replied")
    school.round()
    later(school, 2)
    school.answered(Outcome.REMOVED, summary="took it down")
    school.decided("none", "Taken down.")


def declined(school: Rehearsal) -> None:
    """A letter, silence, an invitation that is declined; the head leaves it there."""
    first_letter(school)
    silence(school)
    decided(school, "L2", "No answer; we talk first.", **SLOTS)
    later(school, 2)
    school.answered(Outcome.DECLINED, summary="will not come; it is gone")
    school.decided("none", "It has been taken down.")


def not_barred(school: Rehearsal) -> None:
    """A warning, a notice of a bar, heard, and the bar is not made."""
    first_letter(school)
    silence(school)
    decided(school, "L3", "No answer, and the post is still up.")
    later(school, 2)
    school.answered(Outcome.CONTINUES, summary="posted again, and named the gate")
    decided(school, "B1", "The gate was named.", **BAR_FIELDS, proposed_length="one school term")
    later(school, 3)
    school.answered(Outcome.REPRESENTATIONS, channel=Channel.LETTER, summary="regrets it")
    decided(school, "B4", "Heard, and believed.", **BAR_DECISION, expectations="Ring the office first.")
    decided(school, "Z1", "It is settled.", **CLOSING)


def barred(school: Rehearsal) -> None:
    """A threat: alert, police, an interim bar, heard, and confirmed."""
    reported(school, what=THREAT)
    told = ActionDone(step="X3", done_by="Mrs Binns", on=school.clock.today(), reference="CR 41/26")
    record_action(school.office, school.case(), told, by="Mrs Binns")
    order = TriageOrder(clear=True, note="police informed")
    triage_case(school.office, school.case(), order, by="Miss Treadwell")
    later(school, 1)
    decided(school, "B2", "The gate and the hour were named.", **BAR_FIELDS)
    later(school, 1)
    school.answered(Outcome.REPRESENTATIONS, channel=Channel.LETTER, summary="regrets it")
    decided(school, "B3", "The risk remains.", **BAR_DECISION)


def bar_reviewed(school: Rehearsal) -> None:
    """The bar is reviewed on its day, lifted, and the case is closed."""
    barred(school)
    until(school, school.case().measures[0].dates["review_by"])
    decided(school, "B6", "A quiet term.", by="Mr Quayle", **LIFTED)
    decided(school, "Z1", "It is settled.", **CLOSING)


def long_bar(school: Rehearsal) -> None:
    """A bar with a visit every other week, each with its letter, until it is lifted."""
    barred(school)
    for number in range(8):
        later(school, 4)
        decided(school, "B7", f"For event {number + 1}.", **VISIT)
    until(school, school.case().measures[0].dates["review_by"])
    decided(school, "B6", "A quiet term.", by="Mr Quayle", **LIFTED)
    decided(school, "Z1", "It is settled.", **CLOSING)


def waits_for_answer(school: Rehearsal) -> None:
    """The first letter is out; its day has not come."""
    first_letter(school)
    until(school, QUIET_DAY)


def warned_and_waiting(school: Rehearsal) -> None:
    """The written warning is out; its day is far."""
    first_letter(school)
    silence(school)
    until(school, date(2026, 11, 6))
    decided(school, "L3", "No answer, and the post is still up.")
    until(school, QUIET_DAY)


def wants_decision(school: Rehearsal) -> None:
    """The first letter lapsed; the head has been asked."""
    first_letter(school)
    silence(school)
    until(school, QUIET_DAY)


def wants_fields(school: Rehearsal) -> None:
    """The invitation is decided on; nobody has said when the meeting may be."""
    first_letter(school)
    silence(school)
    school.decided("L2", "We talk first.")
    until(school, QUIET_DAY)


def wants_approval(school: Rehearsal) -> None:
    """The first letter is drafted; the head has it."""
    reported(school)
    until(school, QUIET_DAY)


def on_hold(school: Rehearsal) -> None:
    """The police asked to wait."""
    reported(school)
    place_hold(school.office, school.case(), HoldFor.POLICE, "they ring back", by="Miss Treadwell")
    until(school, QUIET_DAY)


def alerted(school: Rehearsal) -> None:
    """A threat that somebody has taken and nobody has cleared yet."""
    reported(school, what=THREAT)
    take_alert(school.office, REF, "Miss Joan Treadwell", by="Miss Joan Treadwell")
    until(school, QUIET_DAY)


def bar_runs(school: Rehearsal) -> None:
    """A confirmed bar; its review is months away."""
    barred(school)
    until(school, QUIET_DAY)


MONDAY = date(2026, 11, 2)
CLOSED = (
    Story(name="removed", begins=MONDAY, weight=14, play=removed),
    Story(name="answered by mail", begins=MONDAY, weight=10, play=answered_by_mail),
    Story(name="silent", begins=MONDAY, weight=8, play=silent),
    Story(name="returned", begins=MONDAY, weight=10, play=returned),
    Story(name="declined", begins=MONDAY, weight=14, play=declined),
    Story(name="met", begins=MONDAY, weight=10, play=met),
    Story(name="warned", begins=MONDAY, weight=10, play=warned),
    Story(name="not barred", begins=MONDAY, weight=12, play=not_barred),
    Story(name="bar reviewed", begins=MONDAY, weight=10, play=bar_reviewed),
    Story(name="long bar", begins=MONDAY, weight=2, play=long_bar),
)
"""Stories that have ended. They begin on a Monday, so that a shift by whole weeks keeps every day of the week."""

DUE = Story(name="due", begins=MONDAY, weight=1, play=waits_for_answer)
"""Its answer-by is the working day before `DUE_DAY`."""

WAITING = (
    Story(name="bar runs", begins=date(2026, 9, 7), weight=10, play=bar_runs),
    Story(name="warned and waiting", begins=date(2026, 10, 19), weight=25, play=warned_and_waiting),
    Story(name="wants decision", begins=date(2026, 10, 20), weight=10, play=wants_decision),
    Story(name="wants fields", begins=date(2026, 10, 20), weight=3, play=wants_fields),
    Story(name="on hold", begins=MONDAY, weight=5, play=on_hold),
    Story(name="alerted", begins=MONDAY, weight=5, play=alerted),
    Story(name="waits for answer", begins=date(2026, 11, 9), weight=40, play=waits_for_answer),
    Story(name="wants approval", begins=QUIET_DAY, weight=2, play=wants_approval),
)
"""Open cases with nothing to do on any of the three days, in the order in which they begin."""


def machines(school: Rehearsal) -> None:
    """A newsletter's robot, and an email that nobody can place."""
    headers = {"Auto_Submitted": "auto-generated"}
    school.write("news@shop.example", "Your order", "It is on its way.\n", **headers)
    school.write("someone@elsewhere.example", "hm", "I saw something bad online, please act.\n")
    school.round()


MACHINES = Story(name="machines", begins=QUIET_DAY - timedelta(days=7), weight=1, play=machines)
"""Emails without a case: one robot's and one for the in-tray, in this order."""


def all_stories() -> Iterator[Story]:
    """Every story, those of open cases last."""
    yield from (*CLOSED, MACHINES, DUE, *WAITING)
