"""A one-time code that is typed at the command line, instead of sent back by email."""

from dataclasses import dataclass

from ...ground.errors import Problem, Refused
from ...rules.mails.codes import plain_code
from ...rules.people.school import School
from ..office import Office
from ..replies import Question, with_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """Whom a code was sent to, by address, and what for: the SHA-256 of a draft, or the line that asks to decide."""

    by: str
    sha256: str = ""
    trigger: int = 0


def proved_by(office: Office, ref: str, code: str) -> Proved:
    """Who gives an order with this code, and about what.

    Raises:
        Refused: the code belongs to nothing that waits in this case, or has expired.
    """
    case = office.case(ref)
    question = next(with_code([case], plain_code(code)), None)
    if question is None:
        what = "This code belongs to nothing that waits in this case. It may have been used, or a newer one was sent."
        raise _refused(ref, what)
    if question.expires and office.clock.today() > question.expires:
        raise _refused(ref, f"This code was good until {question.expires.isoformat()}.")
    by = _holder(office.school, question)
    if question.letter:
        return Proved(by=by, sha256=question.letter.sha256)
    return Proved(by=by, trigger=case.asked.trigger if case.asked else 0)


def _holder(school: School, question: Question) -> str:
    """The address that the code went to."""
    held = school.people.get(question.role)
    return question.person or (held.email if held else "")


def _refused(ref: str, what: str) -> Refused:
    do = "Give the code of the newest email, or sign in: letterladder sign-in --by NAME."
    return Refused(Problem(where=f"{ref}, --code", what=what, what_to_do=do))
