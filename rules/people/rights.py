"""Who may do what: one table of rights by role, and what a school's policy gives to roles of its own.

Commands, replies by email and the pages of the desk all ask here.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..policies.policy import Policy
from .school import ALTERNATE, CHAIR, DEPUTY, DSL, GOVERNOR, HEAD, OFFICE, REVIEWER

TRUST = "trust"
"""People of the trust; trust.toml names them."""


class Right(StrEnum):
    """What somebody may see or do."""

    COME_IN = "come in"
    CASES = "see cases and letters"
    ALL_CASES = "see every case"
    CHILD_PROTECTION = "see texts about danger and child protection"
    REPORTER = "see who reported"
    MAILS = "see emails that are put to them"
    FILE = "read and file emails"
    REPORT = "write down what somebody told"
    TRIAGE = "triage"
    CLEAR = "end an alert"
    APPROVE = "approve letters and send them back"
    DECIDE = "decide"
    DRAFT = "fill in and edit drafts"
    WAIVE = "set a duty aside"
    HOLD = "hold and release"
    REOPEN = "take a closed case up again"
    POST = "post and record answers"
    DO = "record actions"
    EXPORT = "export for a panel or the subject, forget, keep"
    GOVERNORS = "the governors' register and charts"
    PEOPLE = "people, calendar and checks"
    COUNTS = "counts"


_EVERYBODY = {Right.COME_IN}
_DSL = {
    Right.CASES,
    Right.ALL_CASES,
    Right.CHILD_PROTECTION,
    Right.REPORTER,
    Right.MAILS,
    Right.FILE,
    Right.REPORT,
    Right.TRIAGE,
    Right.CLEAR,
    Right.WAIVE,
    Right.HOLD,
    Right.REOPEN,
    Right.DRAFT,
    Right.POST,
    Right.DO,
    Right.EXPORT,
    Right.GOVERNORS,
    Right.PEOPLE,
    Right.COUNTS,
}
RIGHTS: Mapping[str, frozenset[Right]] = {
    HEAD: frozenset(
        _EVERYBODY
        | {
            Right.CASES,
            Right.ALL_CASES,
            Right.CHILD_PROTECTION,
            Right.REPORTER,
            Right.MAILS,
            Right.REPORT,
            Right.APPROVE,
            Right.DECIDE,
            Right.WAIVE,
            Right.HOLD,
            Right.REOPEN,
            Right.DRAFT,
            Right.POST,
            Right.DO,
            Right.EXPORT,
            Right.GOVERNORS,
            Right.PEOPLE,
            Right.COUNTS,
        }
    ),
    ALTERNATE: frozenset(
        _EVERYBODY
        | {
            Right.CASES,
            Right.CHILD_PROTECTION,
            Right.MAILS,
            Right.APPROVE,
            Right.DECIDE,
            Right.WAIVE,
            Right.REOPEN,
            Right.DRAFT,
        }
    ),
    DSL: frozenset(_EVERYBODY | _DSL),
    DEPUTY: frozenset(_EVERYBODY | _DSL),
    OFFICE: frozenset(
        _EVERYBODY
        | {
            Right.CASES,
            Right.ALL_CASES,
            Right.MAILS,
            Right.FILE,
            Right.REPORT,
            Right.DRAFT,
            Right.POST,
            Right.DO,
            Right.PEOPLE,
            Right.COUNTS,
        }
    ),
    CHAIR: frozenset(_EVERYBODY | {Right.GOVERNORS}),
    REVIEWER: frozenset(_EVERYBODY | {Right.CASES, Right.CHILD_PROTECTION, Right.APPROVE, Right.DECIDE}),
    GOVERNOR: frozenset(_EVERYBODY | {Right.GOVERNORS}),
    TRUST: frozenset(_EVERYBODY | {Right.COUNTS}),
}
"""What each role may; whoever holds several may what any of them may."""

OF_STAFF = frozenset({Right.REPORT, Right.POST, Right.DO})
"""What somebody of the list of staff who holds no role may do by a command: write down what happened."""

_BY_KEY = {
    "approver": frozenset({Right.APPROVE}),
    "decider": frozenset({Right.DECIDE}),
    "reviewer": frozenset({Right.APPROVE, Right.DECIDE}),
    "doer": frozenset({Right.DO}),
    "consults": frozenset({Right.DO}),
}


def rights_of(roles: Iterable[str]) -> frozenset[Right]:
    """What the holder of these roles may, whatever the policy."""
    return frozenset().union(*(RIGHTS.get(role, frozenset()) for role in roles))


def rights_at(policy: Policy, roles: Iterable[str]) -> frozenset[Right]:
    """What the holder of these roles may at a school with this policy, which may give them a part in its steps.

    Whoever has such a part sees the cases that wait for them, and no others.
    """
    held = frozenset(roles)
    found = rights_of(held)
    for step in policy.steps.values():
        for key, role in step.roles.items():
            if role in held:
                found |= {Right.COME_IN, Right.CASES} | _BY_KEY.get(key.partition(",")[0], frozenset())
    return found


def roles_with(right: Right) -> tuple[str, ...]:
    """The roles that have a right at every school."""
    return tuple(role for role, rights in RIGHTS.items() if right in rights)
