"""What the letters of a case have promised: who reviews, who decides, by when, a meeting; and whether it can be kept.

A letter tells the adult who will look at a measure again, or who decides once they were heard. That person does it;
where they cannot, the letter that somebody else makes says so, and why.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from ...ground.english import listed, uk_date
from ..days.day_fields import days_in
from ..people.school import ALTERNATE, CHAIR, HEAD, REVIEWER, School
from ..people.staff_names import is_same_person, names_person
from ..policies.letters import Letter
from ..policies.policy import Policy, Step
from ..policies.refusal import Refusal
from ..words import Outcome, Promised, Stage
from .case import Answer, Case, LetterState
from .hearing import is_answer_to, open_notices, posted_letters
from .stand_ins import stand_in_of

LIKELY = (REVIEWER, CHAIR, ALTERNATE, HEAD)
"""The roles that decide and review; of somebody who holds several roles, the first of these counts."""

PROMISE_CHANGE = "promise_change"
"""The field that says to the adult why somebody other than an earlier letter said decides now."""

KEPT = "what a letter promises the adult is kept, or they are told why not"


class Promise(Struct, frozen=True, kw_only=True):
    """What a posted letter promised: in its own words, by which of its dates, "" where it names nobody.

    `days` are those on which a meeting may take place, as far as the words name days; `by` is then the last of them.
    """

    kind: Promised
    letter: LetterState
    words: str
    by: date | None = None
    days: tuple[date, ...] = ()


def promise_of(case: Case, policy: Policy, step: Step) -> Promise | None:
    """What was promised about this step: who makes the review, or decides on the notice; None where nothing was."""
    if step.is_stage(Stage.DECISION):
        return _decider(case, policy, step)
    return _reviewer(case, policy, step)


def _decider(case: Case, policy: Policy, step: Step) -> Promise | None:
    ends = step.record.ends if step.record else ()
    for notice in reversed(open_notices(case, policy.letters)):
        words = notice.promised.get(Promised.DECIDER, "")
        if notice.letter in ends and words:
            return Promise(
                kind=Promised.DECIDER, letter=notice, words=words, by=notice.also.get("decision_by")
            )
    return None


def _reviewer(case: Case, policy: Policy, step: Step) -> Promise | None:
    """The newest measure in force that this step reviews."""
    sent = {one.letter: one for one in posted_letters(case)}
    for measure in reversed(case.measures):
        own = policy.steps.get(measure.letter)
        ended = step.record is not None and step.is_review and measure.letter in step.record.ends
        letter = sent.get(measure.letter)
        if letter and (ended or (own and step.id in own.review)):
            words = letter.promised.get(Promised.REVIEWER, "")
            if words:
                by = measure.dates.get("review_by")
                return Promise(kind=Promised.REVIEWER, letter=letter, words=words, by=by)
    return None


def role_named(words: str, school: School) -> str:
    """The role of the school whose holder these words of a letter name; "" where they name nobody of it.

    Whoever speaks for a role comes before its other members, and a role that decides before one that does not.
    """
    named = [
        (person is not role, LIKELY.index(name) if name in LIKELY else len(LIKELY), name)
        for name, role in school.people.items()
        for person in role.holders
        if names_person(words, person)
    ]
    return min(named)[2] if named else ""


def unkept(case: Case, school: School, step: Step, role: str) -> Promise | None:
    """What was promised and is not kept if this role takes the step; None where it is kept, or nothing was promised."""
    promise = promise_of(case, school.policy, step)
    named = school.people.get(role_named(promise.words, school)) if promise else None
    kept = promise is None or (named is not None and is_same_person(named, school.people[role]))
    return None if kept else promise


def not_kept(case: Case, school: School, step: Step, role: str, *, reason: str) -> Refusal | None:
    """Why this role cannot make this letter: an earlier one named another, and no `reason` tells the adult why."""
    promise = unkept(case, school, step, role)
    if promise is None or reason.strip():
        return None
    does = "reviews" if promise.kind is Promised.REVIEWER else "decides"
    known = role_named(promise.words, school)
    why = "who may not do it now" if known else "whom [people] in school.toml does not name"
    why = "who has not answered" if known and stand_in_of(case, step.id) == role else why
    return Refusal(
        rule=f"{called(promise.letter)} says that {promise.words} {does}, {why}; "
        f"{school.people[role].name} would do it instead.",
        source=KEPT,
        satisfied_by=f"{promise.words} with a role under [people] in school.toml; or a sentence to the adult on why it"
        f" is somebody else: draft {case.ref} --letter {step.id} --set promise_change='...'.",
    )


def not_nameable(
    record: Letter, fields: Mapping[str, str], school: School, out: frozenset[str]
) -> Refusal | None:
    """Why a letter may not promise that these people review or decide: nobody of the school is meant.

    Args:
        record: the letter about to be written.
        fields: what it would print, of the fields that name somebody.
        school: the school.
        out: the roles that may not review.
    """
    for field in (record.names_reviewer, record.names_decider):
        words = fields.get(field, "")
        if not words or role_named(words, school):
            continue
        may = [one for name, one in school.people.items() if name in LIKELY and name not in out]
        known = listed([f"{one.name}, {one.role}" for one in may], "or") or "nobody yet"
        return Refusal(
            rule=f"The letter would promise that it is '{words}', and nobody of that name holds a role at the school.",
            source=KEPT,
            satisfied_by=f"--set {field}='NAME, ROLE' with one of [people] in school.toml who may: {known}; or a new"
            " table there, such as [people.reviewer].",
        )
    return None


def late_words(promise: Promise | None, dated: date) -> str:
    """What a letter says where it comes later than the one before promised; "" where it is in time."""
    if promise is None or promise.by is None or dated <= promise.by:
        return ""
    what = "that this review" if promise.kind is Promised.REVIEWER else "that the decision"
    return f"We said {what} would be made by {uk_date(promise.by)}. It has come later than that, and we are sorry."


def called(letter: LetterState, name: str = "") -> str:
    """A letter that went out, as people of the school are told of it: "B3 of Friday 6 November 2026"."""
    name = name or letter.letter
    return f"{name} of {uk_date(letter.posted_on)}" if letter.posted_on else name


def meeting_agreed(case: Case, policy: Policy) -> Promise | None:
    """The meeting that the adult agreed to come to and of which nothing was recorded since; None where none is open."""
    for letter in reversed(posted_letters(case)):
        words = letter.promised.get(Promised.MEETING, "")
        said = [one for one in case.answers if is_answer_to(one, letter, policy.letters)]
        if words and said and said[-1].outcome is Outcome.AGREED:
            days = _meeting_days(words, letter, said[-1])
            return Promise(
                kind=Promised.MEETING, letter=letter, words=words, by=max(days, default=None), days=days
            )
    return None


def _meeting_days(words: str, letter: LetterState, said: Answer) -> tuple[date, ...]:
    """The days that the letter offered; those alone that are in what is noted of the answer, where it names some."""
    offered = [one.day for one in days_in(words, letter.posted_on or said.on) if one.day]
    taken = {one.day for one in days_in(said.summary, said.on)}
    return tuple(sorted(set(offered) & taken or set(offered)))


def open_promises(case: Case, policy: Policy, today: date) -> Iterator[Promise]:
    """Everything that the letters of this case promised and that is still to be done; no review of what is over."""
    if case.closed:
        return
    for notice in open_notices(case, policy.letters):
        words = notice.promised.get(Promised.DECIDER, "")
        yield Promise(kind=Promised.DECIDER, letter=notice, words=words, by=notice.also.get("decision_by"))
    sent = {one.letter: one for one in posted_letters(case)}
    for measure in case.measures:
        letter = sent.get(measure.letter)
        if letter and "review_by" in measure.dates and not measure.is_over(today):
            words = letter.promised.get(Promised.REVIEWER, "")
            yield Promise(kind=Promised.REVIEWER, letter=letter, words=words, by=measure.dates["review_by"])
    if meeting := meeting_agreed(case, policy):
        yield meeting


def is_late(promise: Promise, today: date) -> bool:
    """Whether its day has passed."""
    return promise.by is not None and promise.by < today


def promise_words(promise: Promise, today: date, *, name: str = "") -> str:
    """A promise as the people of the school read it: "B3 of ... promised a review: Mrs Lake. OVERDUE".

    `name` is what the letter is called, "" for its id.
    """
    late = " OVERDUE" if is_late(promise, today) else ""
    what = {
        Promised.REVIEWER: "a review",
        Promised.DECIDER: "a decision",
        Promised.MEETING: "a meeting, and they agreed to come",
    }[promise.kind]
    due = f" by {uk_date(promise.by)}" if promise.by and not promise.days else ""
    who = f": {promise.words}" if promise.words else ""
    return f"{called(promise.letter, name)} promised {what}{due}{who}.{late}"
