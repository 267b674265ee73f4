"""What the policy requires in a case whatever a person decides: done, waived by a named person, or still open."""

from collections.abc import Iterator

from ...ground.english import listed
from ..policies.conduct import POLICE_ALWAYS, POLICE_ASKED, Police
from ..policies.policy import Mandatory, Policy
from .case import Case


def duties(case: Case, policy: Policy) -> Iterator[Mandatory]:
    """The policy's rules that apply to this case by its conduct and by what was answered; last what of the police."""
    found = [
        rule
        for rule in policy.mandatory
        if (not rule.conduct or set(rule.conduct) & set(case.conduct))
        and (not rule.when or case.heard(*rule.when))
    ]
    yield from found
    if not any(rule.step in policy.steps and policy.steps[rule.step].is_told_to_police for rule in found):
        yield from _police(case, policy)


def _police(case: Case, policy: Policy) -> Iterator[Mandatory]:
    """What `police` of its conduct asks for: they are told, or somebody decides by name whether they are."""
    known = [policy.conduct[name] for name in case.conduct if name in policy.conduct]
    for word in (Police.ALWAYS, Police.CONSIDER):
        about = [one for one in known if one.police is word]
        if about and policy.police_step:
            what = listed([one.title for one in about])
            asks = word is Police.CONSIDER
            yield Mandatory(
                id=POLICE_ASKED if asks else POLICE_ALWAYS,
                says=f"Are the police told of {what}? Somebody decides, by name."
                if asks
                else f"The police are always told of {what}.",
                source=listed([one.clause for one in about if one.clause]) or policy.title,
                step=policy.police_step,
                asks=asks,
            )
            return


def open_duties(case: Case, policy: Policy) -> tuple[Mandatory, ...]:
    """Those not done yet and not waived; a rule without a step is a reminder and never open."""
    return tuple(
        rule
        for rule in duties(case, policy)
        if rule.step and rule.id not in case.waived and not case.was_done(rule.step)
    )


def duty_rows(case: Case, policy: Policy) -> list[dict[str, str]]:
    """The duties of a case for a table or JSON; `state` is one of done, waived, open, reminder.

    `by` and `on` are whoever did it or set it aside, and the day.
    """
    still = {rule.id for rule in open_duties(case, policy)}
    return [
        {
            "rule": rule.id,
            "step": rule.step,
            "says": rule.says,
            "source": rule.source,
            "state": _short_state(case, rule, still=rule.id in still),
            "reason": case.waived.get(rule.id, ""),
            "asks": "yes" if rule.asks else "",
            "by": _by_whom(case, rule)[0],
            "on": _by_whom(case, rule)[1],
        }
        for rule in duties(case, policy)
    ]


def duty_line(row: dict[str, str]) -> str:
    """One of these rows as `case` says it."""
    head = "The policy asks" if row["asks"] else "The policy requires"
    state = {"open": "not answered yet", "waived": "answered: no"}.get(row["state"], row["state"])
    signed = "".join(f", {part}" for part in (row["reason"], row["by"], row["on"]) if part)
    return f"{head} ({state if row['asks'] else row['state']}{signed}): {row['says']} {row['step']}".rstrip()


def _by_whom(case: Case, rule: Mandatory) -> tuple[str, str]:
    """Who did it, or decided that it is not done, and the day."""
    done = next((one for one in case.actions if one.step == rule.step), None) if rule.step else None
    if done:
        return done.done_by, done.on.isoformat()
    who, day = case.waivers.get(rule.id, ("", None))
    return who, day.isoformat() if day else ""


def _short_state(case: Case, rule: Mandatory, *, still: bool) -> str:
    if not rule.step:
        return "reminder"
    return "open" if still else "done" if case.was_done(rule.step) else "waived"


def duty_words(case: Case, policy: Policy) -> tuple[str, ...]:
    """The duties of a case in words for the people who decide: what, whether it is done, and where it is said."""
    still = {rule.id for rule in open_duties(case, policy)}
    return tuple(
        f"{rule.says} ({rule.source}){_state(case, rule, still=rule.id in still)}"
        for rule in duties(case, policy)
    )


def _state(case: Case, rule: Mandatory, *, still: bool) -> str:
    if not rule.step:
        return ""
    if still and rule.asks:
        return f" NOT ANSWERED YET: {ways_on(case, rule)}"
    if still:
        return f" NOT DONE YET: done {case.ref} {rule.step}"
    who, day = _by_whom(case, rule)
    signed = f" ({who}, {day})" if rule.asks and who else ""
    if case.was_done(rule.step):
        return f" Done{signed}."
    return f" Not done, because: {case.waived[rule.id]}{signed}"


def ways_on(case: Case, rule: Mandatory) -> str:
    """How a duty is met: it is done and recorded, or a named person sets it aside; of a question, says no."""
    no = "if it is not done" if rule.asks else "or, with a named person's reason"
    yes = f"done {case.ref} {rule.step} --by NAME"
    return f"{yes}; {no}, waive {case.ref} {rule.id} --reason '...' --by NAME"
