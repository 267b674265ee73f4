"""Who of the school may do what is signed with a name: the roles, and whether a typed name is one of their holders."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ...ground.english import listed
from ...ground.errors import Problem, Refused
from ...ground.values import replace
from ..people.acting import Actor, actors_named, is_in_register, is_namesake, who_there_is
from ..people.people import PeopleRegister
from ..people.rights import Right, roles_with
from ..people.school import ALTERNATE, DEPUTY, DSL, HEAD, Person, School
from ..people.staff_names import is_named
from ..policies.policy import Step
from ..words import Stage
from .approvers import (
    approver_of,
    measure_reviewer,
    people_who_decided,
    promised_role,
    standing_in,
    usual_approver,
)
from .case import Case, LetterState
from .hidden import why_hidden
from .places import first_steps

CLEARS_ALERTS = roles_with(Right.CLEAR)
MOVES_THE_DECISION = (DSL, DEPUTY, HEAD, ALTERNATE)
RELEASES = roles_with(Right.HOLD)
WAIVES = roles_with(Right.WAIVE)
REOPENS = roles_with(Right.REOPEN)


def takers_of_alerts(school: School) -> tuple[str, ...]:
    """The roles that may say that they have an alert: who may end it, and whoever is told of it in turn."""
    return tuple(dict.fromkeys((*CLEARS_ALERTS, *school.triaging.chain)))


def takers_of_mail(school: School) -> tuple[str, ...]:
    """The roles that may say that they have an email of the in-tray: who files it, and whoever is told of it."""
    told = school.triaging
    return tuple(dict.fromkeys((*roles_with(Right.FILE), *told.tell, *told.plain, *told.chain)))


def approvers_of(case: Case, letter: LetterState, school: School) -> tuple[str, ...]:
    """The roles that may say yes to this letter: the rule's, and whoever else was asked."""
    asked = [code.approver for code in letter.codes]
    return tuple(dict.fromkeys([approver_of(case, school.policy.steps.get(letter.letter), school), *asked]))


def returners_of(case: Case, letter: LetterState, school: School) -> tuple[str, ...]:
    """The roles that may send this letter back: who may approve it, and the usual approver it was taken from."""
    usual = usual_approver(case, school.policy.steps.get(letter.letter), school)
    return tuple(dict.fromkeys([*approvers_of(case, letter, school), usual]))


def deciders_now(case: Case, step_id: str, school: School) -> tuple[str, ...]:
    """The roles that may decide on this step; for "" those that were asked, or would be.

    For a review it is whoever reviews, and for a decision on a notice whom the notice named; else the step's own
    decider, where the policy names one; else the head, or who was asked instead.
    """
    step = school.policy.steps.get(step_id)
    if step is not None and step.is_review:
        return (usual_approver(case, step, school),)
    if step is not None and step.is_stage(Stage.DECISION) and (role := promised_role(case, step, school)):
        return (role,)
    if step is not None and step.decider:
        return (standing_in(case, step.decider, school),)
    if reviewer := measure_reviewer(case, step_id, school):
        return (reviewer,)
    own = {one.decider for one in school.policy.steps.values() if one.decider} if step_id else set()
    asked = [one.approver for one in case.all_asked if one.approver and one.approver not in own]
    return tuple(dict.fromkeys([standing_in(case, HEAD, school), *asked]))


def doers_of(case: Case, step: Step, school: School) -> tuple[str, ...]:
    """The role that carries an action out; empty: anybody of the school."""
    return (standing_in(case, step.doer, school),) if step.doer else ()


def put_to(case: Case, roles: Collection[str], school: School) -> bool:
    """Whether a letter or a decision of this case is, or was, one of these roles' to answer."""
    asked = {code.approver for letter in case.letters for code in letter.codes}
    asked |= {one.approver for one in case.all_asked}
    asked |= {
        role for name in _waiting(case, school) for role in _parts(case, school.policy.steps[name], school)
    }
    if case.alternate:
        asked.add(ALTERNATE)
    if case.in_hand:
        asked.add(approver_of(case, school.policy.steps.get(case.in_hand.letter), school))
    return not asked.isdisjoint(roles)


def _waiting(case: Case, school: School) -> Iterator[str]:
    """The step that is decided and not taken yet, and before anything was taken the first one of the policy."""
    named = (case.due.step,) if case.due else () if case.step else first_steps(case, school.policy)[:1]
    return (name for name in named if name in school.policy.steps)


def _parts(case: Case, step: Step, school: School) -> tuple[str, ...]:
    """The roles that do it, or say what they think of it."""
    return (*doers_of(case, step, school), *step.consults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody would do: at which school, where, and what, as it follows "may": "approve L1".

    `case` is the one that it is done in, to which they must not be too near; None where it is done in none.
    """

    school: School
    register: PeopleRegister
    where: str
    what: str
    case: Case | None = None


def actor_for(typed: str, asked: Asked) -> Actor:
    """The person of the school who acts.

    Raises:
        Refused: nobody of the school is meant, several are, or they are too near to the case.
    """
    meant = actors_named(typed, asked.school, asked.register)
    if len(meant) != 1:
        fault = _several(typed, meant) if meant else _nobody(typed, asked)
        do = "Give the whole name or the email address: --by NAME." if meant else _there_is(asked.school)
        raise Refused(Problem(where=asked.where, what=f"{fault}, so nothing was done.", what_to_do=do))
    if asked.case and (why := too_near(meant[0], asked.case, asked.school, asked.register)):
        what = f"{meant[0].named} is too near to this case to act in it: {why}."
        do = "Nothing was done. Somebody else of the school must do it, in their own name."
        raise Refused(Problem(where=asked.where, what=what, what_to_do=do))
    return meant[0]


def holder_for(typed: str, roles: Sequence[str], asked: Asked) -> tuple[str, Actor]:
    """The role, of those that may, and the person of the school whom a typed name, role or address means.

    Args:
        typed: what is behind --by.
        roles: who may, the likeliest first.
        asked: what they would do.

    Raises:
        Refused: as `actor_for`; or the person's role may not do this.
    """
    may = [role for role in roles if role in asked.school.people]
    try:
        actor = actor_for(typed, asked)
    except Refused as refusal:
        raise Refused(
            *(replace(one, what_to_do=_sign(may, asked.school)) for one in refusal.problems)
        ) from None
    role = next((one for one in may if one in actor.roles), "")
    if not role:
        fault = f"{actor.named} may not {asked.what}."
        raise Refused(Problem(where=asked.where, what=fault, what_to_do=_sign(may, asked.school)))
    return role, actor


def too_near(actor: Actor, case: Case, school: School, register: PeopleRegister) -> str:
    """Why somebody may not act in a case, in words about them; "" where nothing stands against it."""
    if why := why_hidden(case, actor, school, register):
        return why.replace("you may", "they may").replace("your ", "their ").replace("you", "them")
    adult = register.adults.get(case.adult)
    named = (adult.full_name, adult.email) if adult else (case.adult_name, "")
    return "it is about somebody of the same name" if named[0] and is_namesake(actor, *named) else ""


def decided_before(case: Case, actor: Actor, school: School) -> bool:
    """Whether this person decided on an earlier stage of what would be reviewed, in whatever role."""
    return any(one.email.casefold() == actor.email.casefold() for one in people_who_decided(case, school))


def _several(typed: str, meant: Sequence[Actor]) -> str:
    return f"'{typed}' may be {listed([one.named for one in meant], 'or')}"


def _nobody(typed: str, asked: Asked) -> str:
    if not typed.strip():
        return "No name was given for who is doing this"
    if asked.case and _bears(typed, asked.case):
        return f"'{typed}' is the adult whom this case is about"
    if is_in_register(typed, asked.register):
        return f"'{typed}' is in the register of adults, and nobody of the school is called so"
    return f"'{typed}' is nobody of the school"


def _bears(typed: str, case: Case) -> bool:
    return bool(case.adult_name) and is_named(typed, Person(name=case.adult_name, role="", email=" "))


def _there_is(school: School) -> str:
    return f"There are: {who_there_is(school)}. Give a name, a role or the email address: --by NAME."


def _sign(roles: Sequence[str], school: School) -> str:
    people = dict.fromkeys(
        f"'{one.name}' ({one.role})" for role in roles for one in school.people[role].holders
    )
    return (
        f"Those who may: {', '.join(people) or 'nobody in school.toml'}. Give the name or the email "
        "address: --by "
        "NAME."
    )
