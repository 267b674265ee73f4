"""One school's procedure as values: the conduct it names, its steps, and which step may follow which outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .deadlines import ClockRule
from .words import Outcome

NO_FURTHER_ACTION = "none"
"""The decision to do nothing more; needs a reason like every decision, and closes the case."""


class StepKind(StrEnum):
    """A rung is a letter, or an action that a person carries out and records."""

    LETTER = "letter"
    ACTION = "action"


class Police(StrEnum):
    """What the policy says of the police for a kind of conduct."""

    NO = "no"
    CONSIDER = "consider"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """A category of behaviour that the policy names.

    Attributes:
        title: plain words that may stand in a letter: "abusive comments about a member of staff".
        clause: where the policy names it, as the policy numbers itself; may be empty.
        cues: words and phrases in a report that suggest this conduct; lower case.
        first: steps allowed first; the first one is the default.
        ordinary: a clear report of it is drafted at once; otherwise a person triages it first.
        police: whether the police are told, considered or not.
    """

    id: str
    title: str
    clause: str
    cues: tuple[str, ...]
    first: tuple[str, ...]
    ordinary: bool = True
    police: Police = Police.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of the ladder.

    Attributes:
        clock: how long the adult has to answer; None where no answer is asked for.
        also: further dates the letter prints, by field name, such as interim_end.
        lead_days: working days between drafting and the posting date printed in the letter.
        then: for each outcome, the steps that may follow; the first one is the default.
        after: steps of which one must have been posted before this one; empty: none needed.
        needs: fields a person must supply before the letter can be drafted.
        may_end: whether "no further action" is a permitted decision after this step.
        site_access: the step touches permission to enter the site (domain, section 2).
        not_decider: the signer must not be the one who decided the step before (a review of a bar).
    """

    id: str
    name: str
    kind: StepKind = StepKind.LETTER
    signer: str = "head"
    approver: str = "head"
    clock: ClockRule | None = None
    also: Mapping[str, ClockRule] = field(default_factory=dict)
    lead_days: int = 1
    then: Mapping[Outcome, tuple[str, ...]] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    may_end: bool = True
    site_access: bool = False
    closes: bool = False

    def may_follow(self, outcome: Outcome) -> tuple[str, ...]:
        """The steps the policy permits after this outcome; those for OTHER where it names none."""
        return self.then.get(outcome, self.then.get(Outcome.OTHER, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One school's written procedure, as configuration."""

    id: str
    title: str
    version: str
    dated: date | None
    review: date | None
    parent_includes: tuple[str, ...]
    conduct: Mapping[str, Conduct]
    steps: Mapping[str, Step]
    site_access: bool = False
    look_back_months: int = 24
    linked_policy: str = ""

    def first_steps(self, conduct: tuple[str, ...]) -> tuple[str, ...]:
        """The steps allowed first for these kinds of conduct together: each kind's, in order, none twice.

        A step that closes the case (the complaints signpost) is no default while another is allowed.
        """
        steps = dict.fromkeys(
            step for name in conduct if name in self.conduct for step in self.conduct[name].first
        )
        only = len({self.conduct[name].first for name in conduct if name in self.conduct}) == 1
        return tuple(steps if only else sorted(steps, key=self._closes))

    def _closes(self, step: str) -> bool:
        return step in self.steps and self.steps[step].closes
