"""Who says yes, in which role; and of a panel, whether enough of its members have."""

from dataclasses import dataclass

from ..ground.english import listed
from ..ground.errors import Problem, Refused
from ..rules.cases.case import Case
from ..rules.cases.event_values import Agreement
from ..rules.cases.events import MemberAgreed
from ..rules.cases.who_may import decided_before
from ..rules.people.acting import Actor
from .office import Office, Signed
from .signing import Act, holder_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Who answers in which role, the signature of the log line, and how it came."""

    role: str
    actor: Actor
    by: str
    signed: Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What somebody agrees to: a version of a letter with its bytes, or a step as it was asked about in a line."""

    letter: str = ""
    version: int = 0
    sha256: str = ""
    step: str = ""
    reason: str = ""
    on: int = 0

    def is_of(self, one: Agreement) -> bool:
        """Whether this agreement is to the same."""
        told = (one.letter, one.version, one.step, one.on)
        return told == (self.letter, self.version, self.step, self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Whether it is enough, who has agreed in all, and what is to be noted of it; nothing of a single holder."""

    is_enough: bool
    names: list[str]
    events: tuple[MemberAgreed, ...] = ()


def signs(office: Office, signed: Signed, may: tuple[str, ...], act: Act, *, proved: bool) -> Signs:
    """Who signs, in one of the roles that may; `proved`: by the one-time code of the role, so that it came by email.

    Raises:
        Refused: as `signing.holder_of`.
    """
    role, actor = holder_of(office, signed.by, may, act)
    return Signs(role=role, actor=actor, by=signed.by if proved else actor.name, signed=signed)


def refuse_decider(office: Office, case: Case, by: Signs, what: str) -> None:
    """Nobody reviews what they decided on themselves, in whatever role or panel.

    Raises:
        Refused: they did.
    """
    if decided_before(case, by.actor, office.school):
        fault = f"{by.actor.name} decided on an earlier stage, so may not {what}."
        do = "The reviewer must be somebody who decided on no stage of it: [people.reviewer] in school.toml."
        raise Refused(Problem(where=case.ref, what=fault, what_to_do=do))


def agree(office: Office, case: Case, by: Signs, voice: Voice) -> Agreed:
    """Count this yes with those that were given before; a single holder's is enough.

    Raises:
        Refused: this member has said so already, and others are awaited.
    """
    holder = office.school.people[by.role]
    if not holder.is_panel:
        return Agreed(is_enough=True, names=[])
    before = _last_said(case, by.role, voice)
    if by.actor.name in before:
        left = [one.name for one in holder.holders if one.name not in before]
        what = f"{by.actor.name} has agreed already; {len(before)} of {holder.needs} have."
        do = f"{holder.needs} must agree; not heard yet: {listed(left)}."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    event = MemberAgreed(
        role=by.role,
        person=by.actor.name,
        needed=holder.needs,
        how=by.signed.how,
        mail=by.signed.mail,
        letter=voice.letter,
        version=voice.version,
        sha256=voice.sha256,
        step=voice.step,
        reason=voice.reason,
        on=voice.on,
        tell=by.role,
    )
    names = [*before, by.actor.name]
    return Agreed(is_enough=len(names) >= holder.needs, names=names, events=(event,))


def _last_said(case: Case, role: str, voice: Voice) -> list[str]:
    """The members who agreed to this; of a decision, those whose last word on the question it was."""
    last: dict[str, Agreement] = {}
    for one in case.agreements:
        if one.role == role and (one.letter, one.on) == (voice.letter, voice.on):
            last[one.person] = one
    return [name for name, one in last.items() if voice.is_of(one)]
