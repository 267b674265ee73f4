"""What an invariant is: a rule that no policy file can leave out or switch off, where it comes from, how it is kept."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from .policy import Policy, Step


class Source(StrEnum):
    """Where invariants come from; looked up in November 2026, and a school's adviser checks them before first use."""

    HEARING = (
        "Wandsworth LBC v A [2000] and the DfE's advice on controlling access to school premises: a person is heard"
        " before anything is settled"
    )
    REVIEW = (
        "the DfE's advice on controlling access to school premises: a measure has an end and is reviewed, and not by"
        " whoever decided on it"
    )
    ACCESS = (
        "the DfE's advice on controlling access to school premises and section 547 of the Education Act 1996: the power"
        " is the school's own permission to enter, withdrawn for a written reason"
    )
    FAIRNESS = (
        "public-law fairness: nobody is worse off without knowing why, for how long and what they can do"
    )
    COMPLAINTS = "criticism is not misconduct; it is dealt with by the complaints procedure"
    SAFEGUARDING = "a promise of the program: danger stops the ladder until somebody ends the alert by name"
    PROMISE = "a promise of the program: it proposes, a person decides, and nothing that was promised is lost"


class Broken(Struct, frozen=True, kw_only=True):
    """Where a policy breaks an invariant: the key, what is wrong, and what to write instead."""

    key: str
    what: str
    what_to_do: str


class Invariant(Struct, frozen=True, kw_only=True):
    """One of them.

    Attributes:
        id: its name, in the table and in the tests.
        says: the rule in plain words.
        source: where it comes from.
        at_load: how a policy that breaks it is met when it is read.
        at_step: how it is kept in a running case, whatever the file says by then.
        of_step: what is wrong with a step of a policy; asked when the policy is read, and before each such step.
        of_policy: what is wrong with the policy apart from its single steps; asked when it is read.
    """

    id: str
    says: str
    source: Source
    at_load: str
    at_step: str
    of_step: Callable[[Policy, Step], Iterator[Broken]] | None = None
    of_policy: Callable[[Policy], Iterator[Broken]] | None = None
