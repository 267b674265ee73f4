"""How a step ended and what people decided: answers, lapses, decisions, actions. See events.py."""

from datetime import date
from typing import final

from msgspec.structs import replace

from ...ground.english import listed
from ..policies.policy import NO_FURTHER_ACTION
from ..words import Channel, Outcome
from .case import Answer, AskedFor, Case, Trigger
from .case_changes import called_for, earlier_posting, letter_changed, with_signature
from .case_parts import Decided, Due
from .event_base import InRegister, NotInRegister
from .event_values import Line
from .phrases import because, day_words, more, plain, signer_words, version_words, way_words
from .register_row import Direction, RegisterRow, RowFile, Seen, Sheet, Shown, amend, is_posting, is_version


@final
class AnswerRecorded(InRegister, frozen=True, kw_only=True):
    """The adult answered, by any channel; `on` is the day the school got it, `letter` the letter it is an answer to.

    An answer to an earlier letter than the last leaves the hearing on the last one as it is; what follows is asked of
    the step that the case has reached. `own`: the policy's own name for it.
    """

    outcome: Outcome
    channel: Channel
    on: date
    summary: str
    letter: str = ""
    mail: str = ""
    own: str = ""

    @property
    def word(self) -> str:
        """What it was, by the policy's own name for it where it has one."""
        return self.own or self.outcome

    def fold(self, case: Case, line: Line) -> Case:
        answer = Answer(
            outcome=self.outcome,
            channel=self.channel,
            on=self.on,
            summary=self.summary,
            letter=self.letter,
            seq=line.seq,
            to=earlier_posting(case, self.letter),
            own=self.own,
        )
        waiting = case.trigger.since if case.trigger else 0
        beside = {letter.letter for letter in case.letters if letter.aside}
        return replace(
            case,
            answers=(*case.answers, answer),
            appeal=line.seq if self.outcome is Outcome.APPEALS else case.appeal,
            silent="",
            trigger=called_for(case, answer, since=waiting or line.seq),
            asked=None,
            due=None,
            follow_ups=tuple(item for item in case.follow_ups if item[0] not in beside),
        )

    def sentence(self) -> str:
        arrived = (
            f"An answer came on {day_words(self.on)} by "
            f"{plain('email' if self.channel == 'mail' else self.channel)}"
        )
        return f"{arrived}: {plain(self.word)}{more(self.summary)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="An answer was recorded.", adult=None, quotes=True)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            happened_on=self.on.isoformat(),
            direction=Direction.IN,
            channel=self.channel,
            from_role="adult",
            to="school",
            letter=self.letter or seen.last_posted,
            answered_on=self.on.isoformat(),
            outcome=self.outcome,
        )

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        told = {"answered_on": self.on.isoformat(), "outcome": self.outcome.value}
        amend(rows, lambda row: is_posting(row) and self.letter in {"", row.letter}, lambda _: told)


@final
class DeadlineLapsed(InRegister, frozen=True, kw_only=True):
    """Answer-by passed without an answer that settles the step. `normal`: nothing follows from that."""

    letter: str
    version: int
    answer_by: date
    normal: bool = False

    def fold(self, case: Case, line: Line) -> Case:
        if self.normal:
            return letter_changed(case, self.letter, self.version, quiet_until=self.answer_by)
        summary = f"no answer by {self.answer_by.isoformat()}"
        trigger = Trigger(seq=line.seq, outcome=Outcome.LAPSED, after=self.letter, summary=summary)
        return replace(case, trigger=trigger, asked=None, silent=self.letter)

    def sentence(self) -> str:
        asked = version_words(self.letter, self.version, start=False)
        ended = f"The time to answer {asked} ended on {day_words(self.answer_by)} without an answer"
        return f"{ended}; nothing follows from that, and what it says stands." if self.normal else f"{ended}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The time to answer ended without an answer.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        day = self.answer_by.isoformat()
        return replace(bare, letter=self.letter, version=self.version, answer_by=day, outcome=Outcome.LAPSED)

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        ended = {"outcome": Outcome.LAPSED.value}
        amend(rows, lambda row: is_version(row, self.letter, self.version), lambda _: ended)


@final
class DecisionAsked(NotInRegister, frozen=True, kw_only=True):
    """A person was asked what happens next, with the steps the policy allows; `trigger` is the seq that led to it."""

    options: list[str]
    trigger: int
    message_id: str
    code_hash: str = ""
    approver: str = ""
    expires: date | None = None
    person: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        asked = AskedFor(
            trigger=self.trigger,
            options=tuple(self.options),
            code_hash=self.code_hash,
            approver=self.approver,
            expires=self.expires,
            message_id=self.message_id,
            person=self.person,
        )
        case = replace(case, sent_ids=case.sent_ids | {self.message_id})
        if case.asked and case.asked.trigger == self.trigger:
            return replace(case, asked_also=(*case.asked_also, asked))
        return replace(case, asked=asked, asked_also=())

    def sentence(self) -> str:
        return f"A decision was requested; the policy allows {listed(self.options, 'or')}."


@final
class DecisionMade(InRegister, frozen=True, kw_only=True):
    """What a person chose, with the reason. `step` is a step of the policy or "none" (no further action).

    `aside`: the step goes out beside the ladder, so what was to be decided is still to be decided after it.
    `tell`: the role in whose name it was decided, which is told of it at its own address. `person` is who holds it, ""
    in older logs; `agreed` are those of a panel who agreed.
    """

    step: str
    reason: str
    how: str = "command"
    mail: str = ""
    aside: bool = False
    tell: str = ""
    person: str = ""
    agreed: list[str] = []

    @property
    def chosen(self) -> str:
        """The step, or that there is none, in words."""
        return "no further action" if self.step == NO_FURTHER_ACTION else self.step

    def fold(self, case: Case, line: Line) -> Case:
        due = Due(step=self.step, reason=self.reason, seq=line.seq, by=line.by, aside=self.aside)
        decided = Decided(step=self.step, by=line.by, seq=line.seq, agreed=tuple(self.agreed))
        case = case if self.aside else replace(case, trigger=None, reopened=0)
        case = replace(case, asked=None, due=due, decisions=(*case.decisions, decided))
        what = f"decided: {self.chosen}"
        return with_signature(case, line, role=self.tell, how=self.how, what=what, step=self.step)

    def sentence(self) -> str:
        who = signer_words(self.tell, self.person, self.agreed) if self.person else ""
        by = f" by {who} (by {way_words(self.how)})" if who else ""
        return f"It was decided{by}: {self.chosen}{because(self.reason)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A decision was made.", adult=None, sheets=frozenset({Sheet.DECISIONS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            decision=self.chosen,
            reason=self.reason,
            next_action="" if self.step == NO_FURTHER_ACTION else self.step,
            decided_by=signer_words(self.tell, self.person, self.agreed) if self.person else bare.from_role,
            decided_at=bare.recorded_at,
        )

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        if self.step != NO_FURTHER_ACTION:
            amend(rows, is_posting, lambda _: {"next_action": self.step, "owner": line.by})


@final
class ActionDone(InRegister, frozen=True, kw_only=True):
    """A step that is not a letter was carried out: who, when, reference, day to follow up, outcome.

    `result` is how an appeal ended, where that is what was heard.
    `aside`: it was done beside the ladder, whose clock and question stay as they are. `ends` names the letters
    whose measure (a block, a plan) it ended. `role` is that of `done_by` in the policy's step; "" for anybody.
    `out_of_order` says why it was done though the policy did not allow it yet: it then fulfils nothing. `may_tell` is
    who agreed that the adult may be told of it.
    """

    step: str
    done_by: str
    on: date
    reference: str = ""
    follow_up: date | None = None
    outcome: str = ""
    aside: bool = False
    ends: list[str] = []
    role: str = ""
    out_of_order: str = ""
    result: Outcome | None = None
    may_tell: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        follow_ups = tuple(item for item in case.follow_ups if item[0] != self.step)
        if self.follow_up:
            follow_ups = (*follow_ups, (self.step, self.follow_up))
        case = replace(
            case,
            history=(*case.history, (self.on, self.step)),
            follow_ups=follow_ups,
            actions=(*case.actions, self),
            measures=tuple(one for one in case.measures if one.letter not in self.ends),
        )
        if not self.out_of_order:
            case = replace(case, done_at=(*case.done_at, (self.step, line.seq)))
        if self.result and not self.out_of_order:
            case = replace(case, appeal=0)
        if self.aside:
            return case
        said = self.outcome or plain(self.result or "")
        after = (
            Trigger(seq=line.seq, outcome=self.result, after=self.step, summary=said) if self.result else None
        )
        return replace(case, step=self.step, due=None, trigger=after, asked=None)

    def sentence(self) -> str:
        who = f"{self.done_by}, {self.role}," if self.role else self.done_by
        done = f"{who} carried out “{self.step}” on {day_words(self.on)}"
        done += f", and the outcome was: {plain(self.result)}" if self.result else ""
        under = f", reference {self.reference}" if self.reference else ""
        again = f", to be followed up on {day_words(self.follow_up)}" if self.follow_up else ""
        early = " out of order, so that it does not count as the policy's step" if self.out_of_order else ""
        agreed = f"; {self.may_tell} agreed that the adult may be told" if self.may_tell else ""
        return f"{done}{early}{because(self.out_of_order)}{under}{more(self.outcome)}{again}{agreed}."

    @classmethod
    def shown(cls) -> Shown:
        governors = "A step other than a letter was carried out."
        return Shown(governors=governors, adult=None, sheets=frozenset({Sheet.DECISIONS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            happened_on=self.on.isoformat(),
            direction=Direction.OUT,
            decision=f"{self.step} (out of order)" if self.out_of_order else self.step,
            reason=self.out_of_order or (self.outcome if self.result else bare.reason),
            proof=self.reference,
            outcome=self.result or self.outcome,
            next_action=f"follow up on {self.follow_up.isoformat()}" if self.follow_up else "",
            owner=self.done_by,
        )


@final
class SheetWritten(InRegister, frozen=True, kw_only=True):
    """The sheet for an action (a police referral, a platform report) was written for a person to use."""

    step: str
    file: str
    sha256: str

    def fold(self, case: Case, line: Line) -> Case:
        return replace(case, sheets=(*case.sheets, (self.step, self.file)), blocked=None)

    def sentence(self) -> str:
        return f"The sheet for {self.step} was saved as {self.file}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A sheet for a step was written.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, attachments=(RowFile(name=self.file, sha256=self.sha256),))
