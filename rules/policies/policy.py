"""One school's procedure as values: the conduct it names, its steps, and which step may follow which outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ...ground.values import replace
from ..days.deadlines import ClockRule
from ..words import RESULTS, Included, Outcome, Stage, Switch
from .conduct import Conduct
from .gate_law import GateLaw
from .ladder import Ladder, OwnAnswer, Then
from .letters import Letter, Letters
from .outcome_words import OUTCOME_WORDS
from .refusal import Refusal
from .telling import Seriousness, Telling

NO_FURTHER_ACTION = "none"
"""The decision to do nothing more; needs a reason like every decision, and closes the case."""


class StepKind(StrEnum):
    """A rung is a letter, or an action that a person carries out and records."""

    LETTER = "letter"
    ACTION = "action"


class Step(Struct, frozen=True, kw_only=True):
    """One rung of the ladder.

    Attributes:
        letter: the letter or sheet that it sends, where its id is another: a second warning sends L3 again.
        clock: how long the adult has to answer; None where no answer is asked for.
        also: further dates the letter prints, by field name, such as interim_end.
        lead_days: working days between drafting and the posting date printed in the letter.
        then: for each outcome, the steps that may follow; the first one is the default. None after a lapse: silence
            is a normal end, and what the letter says stands.
        after: steps of which one must have been posted before this one; empty: none needed.
        needs: fields a person must supply before the letter can be drafted.
        may_end: whether "no further action" is a permitted decision after this step.
        site_access: the step is about permission to enter the site (common law; Education Act 1996, s547).
        not_decider: whoever decided on the measure before must not approve this one (a review of a bar).
        closes: the case ends when this letter has gone out.
        requires: answers of which one must have been recorded before this step: "refused-and-continues".
        follow_up: for an action: when it is looked at again, counted from the day it was done; the second clock
            counts from the first look, and so on.
        review: the steps that may follow when the review date of this measure comes.
        ends: for an action: the letters whose measure it ends.
        aside: the letter goes out beside the ladder and leaves its clock and its open question as they are.
        doer: for an action: the role that carries it out and records it; "" for anybody of the school.
        decider: the role that decides on this step; "" for the head, or whoever else was asked.
        consults: roles that are heard before this step is drafted, approved or done, with their answer on record.
        reviewer: for a measure: the role that decides when its review date comes; "" for whoever may review it.
        adverse: for an action: the adult is worse off after it, so that it waits until they could answer the letter
            before it. Of a letter its record says so, whatever a policy says.
        tells_police: for an action: the police are told with it. Of a sheet its record says so.
        we_did: what a letter says of it once it was taken: "we invited you to a meeting"; "": as its record says.
        we_may: what a letter says of it as something that may come: "invite you to a meeting"; "": as its record says.
        tell_adult: whether letters to the adult tell of it; None: as its record says.
        only_for: the least serious conduct for which a letter names it beforehand; None: as its record says.
        record: what its letter or sheet is; None for an action without a sheet.
    """

    id: str
    name: str
    kind: StepKind = StepKind.LETTER
    letter: str = ""
    signer: str = ""
    approver: str = "head"
    clock: ClockRule | None = None
    also: Mapping[str, ClockRule] = {}
    lead_days: int = 1
    then: Then = {}
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    may_end: bool = True
    site_access: bool = False
    closes: bool = False
    not_decider: bool = False
    requires: tuple[str, ...] = ()
    follow_up: tuple[ClockRule, ...] = ()
    review: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    aside: bool = False
    adverse: bool = False
    doer: str = ""
    decider: str = ""
    consults: tuple[str, ...] = ()
    reviewer: str = ""
    tells_police: bool = False
    we_did: str = ""
    we_may: str = ""
    tell_adult: Telling | None = None
    only_for: Seriousness | None = None
    record: Letter | None = None

    @property
    def is_review(self) -> bool:
        """Whether no earlier decider may make this step: a review of a bar, whatever the policy says."""
        return self.not_decider or self.is_stage(Stage.REVIEW)

    @property
    def roles(self) -> Mapping[str, str]:
        """Each role that the step gives something to do, by the key that says so; `consults` may have several."""
        of_letter = {"signer": self.signer, "approver": self.approver}
        own = {"doer": self.doer, "decider": self.decider, "reviewer": self.reviewer}
        consulted = {f"consults, {role}": role for role in self.consults}
        known = (of_letter if self.kind is StepKind.LETTER else {}) | own | consulted
        return {key: role for key, role in known.items() if role}

    @property
    def is_adverse(self) -> bool:
        """Whether the adult is worse off after it. Of a letter its record says so, of an action the policy."""
        if self.kind is StepKind.ACTION:
            return self.adverse
        return self.record is None or self.record.adverse

    @property
    def ends_by_event(self) -> bool:
        """Whether its measure ends with something that has to happen, which a person writes; its review has a day."""
        return "ends_on" in self.needs and "ends_on" not in self.also and "review_by" in self.also

    @property
    def is_urgent(self) -> bool:
        """Whether it is for what cannot wait: a notice that takes effect at once, with the hearing after it."""
        at_once = self.record is not None and "interim_end" in self.record.must_print
        return at_once and self.is_stage(Stage.NOTICE) and not self.is_adverse

    @property
    def is_sheet(self) -> bool:
        """Whether it has a Word sheet, which goes to another body or into the case file."""
        return self.record is not None and self.record.sheet

    @property
    def dated_at_approval(self) -> bool:
        """Whether its letter is approved with places for its dates; what is about access never is."""
        about_access = self.site_access or "interim_end" in self.also
        return self.record is not None and self.record.dated_at_approval and not about_access

    @property
    def always_needs(self) -> tuple[str, ...]:
        """Fields that a person writes before it, whatever the policy says."""
        return self.record.needs if self.record else ()

    def is_stage(self, stage: Stage) -> bool:
        """Whether its letter has this place in settling a measure."""
        return self.record is not None and self.record.stage is stage

    @property
    def answer_clock(self) -> ClockRule | None:
        """The clock of the answer. For an interim bar it never rolls on: in July it would pass the end of the bar."""
        return (
            replace(self.clock, roll_forward=False)
            if self.clock and "interim_end" in self.also
            else self.clock
        )

    def may_follow(self, outcome: str, own: str = "") -> tuple[str, ...]:
        """The steps the policy permits after this outcome, or after its own name for it; else those for OTHER."""
        for name in (own, outcome, Outcome.OTHER):
            if name in self.then:
                return self.then[name]
        return ()

    @property
    def silence_is_fine(self) -> bool:
        """Whether nothing follows where nobody answers: what the letter says stands, and nobody is asked."""
        return self.clock is not None and self.then.get(Outcome.LAPSED) == ()

    @property
    def is_told_to_police(self) -> bool:
        """Whether the police are told with it."""
        return self.tells_police or (self.is_sheet and self.record is not None and self.record.tells_police)

    @property
    def hears_appeals(self) -> bool:
        """Whether it is the action by which an appeal is heard: how it ended is recorded with it."""
        return self.kind is StepKind.ACTION and not RESULTS.isdisjoint(self.then)


class Mandatory(Struct, frozen=True, kw_only=True):
    """Something the policy requires whatever a person decides.

    Attributes:
        step: the step that fulfils it; empty where the rule is a reminder of what to do, such as to ring 999.
        conduct: the kinds of conduct it is about; empty: every kind.
        when: answers of which one must have been recorded; empty: from the first report. "lapsed" is silence that
            nobody has broken since.
        before: steps that wait until this is done or set aside by name; empty: it only keeps the case from ending.
        asks: it is done where appropriate: somebody named does it, or decides with a reason that it is not done.
        says: the rule in plain words.
        source: where the policy says so.
    """

    id: str
    says: str
    source: str
    step: str = ""
    conduct: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One school's written procedure, as configuration.

    Attributes:
        parent_includes: whom it is about; parents and whoever has care of a pupil always; empty: nobody is left out.
        notes: what its document says besides, for whoever decides.
        linked_policy: the title of another policy of the school that provides for site access, "" for none.
        repeat_first: steps that come first where the adult had a case within `look_back_months`; empty: as ever.
        letters: what each letter is, ours and the school's own, also those that no step of the policy sends.
        ladders: its chains of steps by conduct, the one that goes before the others first; empty: one for all.
        outcomes: answers that it has names of its own for.
        on_ladder: the ladder whose steps it shows; "" for the steps as they are by themselves.
        shown_on: the policy as it is on each ladder.
        misshapen: what no case may take, of the steps that were asked about so far; kept by `invariants`.
        law: what its gates name as the law.
    """

    id: str
    title: str
    version: str = ""
    dated: date | None = None
    review: date | None = None
    parent_includes: tuple[Included, ...] = ()
    conduct: Mapping[str, Conduct]
    steps: Mapping[str, Step]
    letters: Letters
    law: GateLaw
    site_access: bool = False
    look_back_months: int = 24
    linked_policy: str = ""
    website_block: bool = False
    camera_restriction: bool = False
    signed_agreement: bool = False
    legal_warning: bool = False
    mandatory: tuple[Mandatory, ...] = ()
    repeat_first: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ladders: Mapping[str, Ladder] = field(default_factory=dict)
    outcomes: Mapping[str, OwnAnswer] = field(default_factory=dict)
    on_ladder: str = ""
    shown_on: "Mapping[str, Policy]" = field(default_factory=dict)
    misshapen: dict[str, Refusal | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def on(self, ladder: str) -> "Policy":
        """The policy as it is on this ladder; as it is by itself where it has no such ladder any more."""
        return self.shown_on.get(ladder, self)

    def ladders_of(self, conduct: tuple[str, ...]) -> tuple[str, ...]:
        """The ladders for these kinds of conduct, in the order of the file: the first is the one to propose."""
        on = {self._ladder_of(name) for name in conduct}
        return tuple(name for name in self.ladders if name in on)

    def _ladder_of(self, conduct: str) -> str:
        """The ladder of one kind of conduct; "" for criticism, and where no ladder is for it."""
        known = self.conduct.get(conduct)
        every = known is not None and not known.criticism
        named = [one.id for one in self.ladders.values() if conduct in one.conduct]
        rest = [one.id for one in self.ladders.values() if every and not one.conduct]
        return next(iter((*named, *rest)), "")

    def answer_meant(self, word: str) -> tuple[Outcome, str] | None:
        """Which of our answers a word is, and the policy's own name for it, "" where it is ours; None for neither."""
        own = self.outcomes.get(word)
        if own is not None:
            return own.counts_as, own.id
        return (Outcome(word), "") if word in OUTCOME_WORDS else None

    def answer_words(self) -> dict[str, str]:
        """All that may be recorded as an answer under this policy, its own names first."""
        own = {name: one.title for name, one in self.outcomes.items()}
        return own | {str(name): words for name, words in OUTCOME_WORDS.items()}

    @property
    def as_source(self) -> str:
        """The school's own policy as the source of a rule."""
        return f"the policy '{self.title}'"

    @property
    def police_step(self) -> str:
        """The action by which the police are told; "" where the policy has none."""
        return next((one.id for one in self.steps.values() if one.is_told_to_police), "")

    def provides(self, switch: Switch) -> bool:
        """Whether this policy, or for site access one that the school linked, provides for the measure."""
        return self.says(switch) or (switch is Switch.SITE_ACCESS and bool(self.linked_policy))

    def says(self, switch: Switch) -> bool:
        """Whether this policy itself provides for the measure: each `Switch` is a field of its own."""
        return getattr(self, switch) is True

    @property
    def signpost(self) -> str:
        """The letter that points to the complaints procedure: all that criticism ever leads to."""
        of_steps = (name for name in self.steps if self.is_signpost(name))
        return next(of_steps, next((one.id for one in self.letters if one.signpost), ""))

    def is_signpost(self, step: str) -> bool:
        """Whether the step of this id points to the complaints procedure."""
        record = self.letters.get(step)
        return record is not None and record.signpost

    def is_criticism(self, conduct: tuple[str, ...]) -> bool:
        """Whether these kinds of conduct are nothing but criticism."""
        known = [self.conduct[name] for name in conduct if name in self.conduct]
        return bool(known) and all(one.criticism for one in known)

    def is_mixed(self, conduct: tuple[str, ...]) -> bool:
        """Whether a grievance comes together with conduct that is not criticism."""
        known = [self.conduct[name] for name in conduct if name in self.conduct]
        return any(one.criticism for one in known) and not all(one.criticism for one in known)

    def first_steps(self, conduct: tuple[str, ...], *, repeated: bool = False) -> tuple[str, ...]:
        """The steps allowed first for these kinds of conduct together: each kind's, in order, none twice.

        A step that closes the case (the complaints signpost) is no default while another is allowed. Where the
        adult had a case before (`repeated`), the steps that the policy names for that come first. On a ladder only
        the conduct counts that is on it.
        """
        on = {"", self.on_ladder}
        conduct = tuple(one for one in conduct if not self.on_ladder or self._ladder_of(one) in on) or conduct
        higher = self.repeat_first if repeated and not self.is_criticism(conduct) else ()
        steps = dict.fromkeys(
            (
                *higher,
                *(step for name in conduct if name in self.conduct for step in self.conduct[name].first),
            )
        )
        only = len({self.conduct[name].first for name in conduct if name in self.conduct}) == 1
        return tuple(steps if only else sorted(steps, key=self._closes))

    def _closes(self, step: str) -> bool:
        return step in self.steps and self.steps[step].closes
