"""What a letter may say of what the adult told us: only of answers to the very letter that asked for them."""

from collections.abc import Sequence
from datetime import date

from ...ground.english import listed, uk_date
from ..cases.case import Answer, Case
from ..cases.hearing import COMMENTS, SETTLED_BY, Heard, heard_on, open_notices, posted_letters
from ..words import Channel

BY: dict[Channel, str] = {
    Channel.MAIL: "by email",
    Channel.PHONE: "by phone",
    Channel.LETTER: "by letter",
    Channel.MEETING: "at a meeting",
}

NOT_ASKED = "We had not asked you for comments before this decision."
NOT_AWAITED = "We have not waited for the date by which you could send us comments."
NONE_CAME = "You did not send us any comments by the date in our letter."
NONE_FOR_REVIEW = "You did not send us any comments for this review."


def answers_awaited(case: Case) -> tuple[Answer, ...]:
    """What the adult said to the notices that are not settled; where none is open, since the last decision."""
    notices = open_notices(case)
    if not notices:
        return _since_decision(case)
    return tuple(answer for heard in heard_on(case, notices) for answer in heard.answers)


def heard_before_decision(case: Case, today: date) -> str:
    """What a decision about access says of the comments that its notice asked for."""
    heard = list(heard_on(case, open_notices(case)))
    if not heard:
        return NOT_ASKED
    if len(heard) > 1:
        return " ".join(dict.fromkeys(_of_one_of_several(one, today) for one in heard))
    if heard[0].letter.undelivered and not heard[0].answers:
        return f"O{_our_letter(heard[0])[1:]} came back to us, so we could not hear from you first."
    if heard[0].answers:
        return _received(heard[0].answers)
    return NOT_AWAITED if _runs(heard[0], today) else NONE_CAME


def heard_at_review(case: Case) -> str:
    """What a review says of what the adult told us since the decision that is reviewed."""
    said = _since_decision(case)
    return _received(said) if said else NONE_FOR_REVIEW


def _since_decision(case: Case) -> tuple[Answer, ...]:
    settled = [one for one in posted_letters(case) if one.letter in SETTLED_BY]
    return tuple(answer for heard in heard_on(case, settled[-1:]) for answer in heard.answers)


def _runs(heard: Heard, today: date) -> bool:
    return heard.letter.answer_by is not None and heard.letter.answer_by >= today


def _received(answers: Sequence[Answer]) -> str:
    comments = [one for one in answers if one.outcome in COMMENTS]
    others = [one for one in answers if one.outcome not in COMMENTS]
    told = (("comments", comments), ("answer", others))
    return " ".join(f"We received your {what} on {_when(said)}." for what, said in told if said)


def _of_one_of_several(heard: Heard, today: date) -> str:
    letter = _our_letter(heard)
    if heard.answers:
        return f"What you told us after {letter} reached us on {_when(heard.answers)}."
    if heard.letter.undelivered:
        return f"O{letter[1:]} came back to us."
    if _runs(heard, today):
        return f"We have not waited for the date in {letter} by which you could send us comments."
    return f"You did not send us any comments on {letter} by the date in it."


def _our_letter(heard: Heard) -> str:
    return f"our letter of {uk_date(heard.letter.posted_on)}" if heard.letter.posted_on else "our letter"


def _when(answers: Sequence[Answer]) -> str:
    """Each day with how the answer came: "Friday 4 December 2026 (by phone)"."""
    told = dict.fromkeys(f"{uk_date(one.on)} ({BY[Channel(one.channel)]})" for one in answers)
    return listed(told)
