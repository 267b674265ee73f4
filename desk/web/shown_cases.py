"""Whether a case that somebody typed is there, and is shown to them."""

import re
from collections.abc import Callable

from ...ground.errors import Problem, Refused
from ...rules.cases.case import Case
from ...rules.cases.hidden import why_hidden_from
from .visiting import Visit

REF = re.compile(r"\d{4}-\d{4,9}")


def is_shown(here: Visit, ref: str, *, gone: bool = False) -> bool:
    """Whether this is a case in which the visitor has no interest of their own; `gone`: the answer where there is none.

    Those who see cases only where they are asked are shown no other here, either, but by way of the register.
    """
    if not REF.fullmatch(ref):
        return gone
    try:
        case = here.pages.cases.case(here.office, ref)
    except Refused:
        return gone
    if not case.last_seq:
        return gone
    return not why_hidden_from(case, here.circle, here.school)


def is_theirs(here: Visit, ref: str) -> bool:
    """Whether there is such a case, and the visitor is shown it; nothing is noted of it."""
    if not REF.fullmatch(ref):
        return False
    found = here.pages.cases.read(here.office, [ref])
    return any(not isinstance(one, Problem) and bool(one.last_seq) and not here.hides(one) for one in found)


def hides(here: Visit) -> Callable[[Case], str]:
    """Says of a case why the visitor, or their family, is too near to it to see it; "" for one that they may see."""
    circle, school = here.circle, here.school
    return lambda case: why_hidden_from(case, circle, school)
