"""What a procedure says in its own words: its ladders by conduct, and answers that it has names of its own for."""

from collections.abc import Mapping

from msgspec import Struct, field

from ..words import Outcome

Then = Mapping[str, tuple[str, ...]]
"""For each answer, ours or the policy's own, the steps that may follow it; the first one is the default."""


class Ladder(Struct, frozen=True, kw_only=True):
    """One chain of steps, for some kinds of conduct.

    Attributes:
        title: which one it is, in plain words: "for approaching children".
        conduct: the kinds of conduct that it is for; empty: all that no other ladder names.
        first: what it begins with, where a kind of conduct does not say so itself.
        then: by step, what may follow it on this ladder; in place of all that the step itself says.
    """

    id: str
    title: str
    conduct: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    then: Mapping[str, Then] = field(default_factory=dict)


class OwnAnswer(Struct, frozen=True, kw_only=True):
    """An answer that a procedure has a name of its own for.

    Attributes:
        title: what the adult did, as the office is asked for it: "They keep away from the gate".
        counts_as: which of our answers it is one of, for all that letters and the law ask of an answer.
    """

    id: str
    title: str
    counts_as: Outcome
