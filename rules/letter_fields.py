"""The values that stand in a letter, gathered from the school, the case and what people supplied."""

from collections.abc import Mapping, Sequence
from datetime import date

from .case import Case
from .deadlines import uk_date
from .legal import section_547
from .people import Adult, Pupil
from .policy import Step
from .school import ALTERNATE, HEAD, School
from .words import Outcome

LISTS = frozenset({"next_steps", "expectations", "conduct", "child_names"})
PAIRS = frozenset({"considered_points"})
OTHER_FORMATS = (
    "If you would like this letter in large print, in another language, on coloured paper or read to you,"
    " please tell us and we will arrange it."
)


def school_fields(school: School, step: Step, *, alternate: bool) -> dict[str, object]:
    """The letterhead, the contact, the signer, the complaints route and the law for this kind of school."""
    head = school.letterhead
    signer = school.people.get(ALTERNATE if alternate else step.signer, school.people[HEAD])
    law = section_547(school.legal, school.type, school=school.name, authority=school.authority)
    return {
        "school_name": head.name,
        "school_address": list(head.address),
        "school_phone": head.phone,
        "school_email": head.email,
        "school_website": head.website,
        "school_footer": head.footer,
        "logo": head.logo,
        "signature": head.signature if signer is school.people[HEAD] else b"",
        "contact_name": school.contact.name,
        "contact_phone": school.contact_phone or head.phone,
        "contact_email": school.contact.email,
        "signer_name": signer.name,
        "signer_role": signer.role,
        "other_formats": OTHER_FORMATS,
        "complaints_title": school.complaints.title,
        "complaints_where": school.complaints.where,
        "complaints_contact": school.complaints.contact,
        "complaints_days": str(school.complaints.days),
        "decision_owner": f"{signer.name}, {signer.role}",
        "comments_to": _address_for_comments(school),
        "policy_title": school.policy.title,
        "policy_version": school.policy.version,
        **law.as_fields(),
    }


def _address_for_comments(school: School) -> str:
    phone = school.contact_phone or school.letterhead.phone
    return f"{school.contact.name} at the address above, by email to {school.contact.email} or on {phone}"


def case_fields(
    case: Case, school: School, step: Step, *, adult: Adult, pupils: Sequence[Pupil]
) -> dict[str, object]:
    """The adult, what was reported, and the history of the case."""
    named = [school.policy.conduct[name] for name in case.conduct if name in school.policy.conduct]
    clauses = list(dict.fromkeys(conduct.clause for conduct in named if conduct.clause))
    return {
        "ref": case.ref,
        "adult_name": adult.full_name,
        "salutation": adult.salutation,
        "addressee_lines": [adult.full_name, *adult.address] if adult.address else [],
        "policy_clause": _and(clauses),
        "conduct": [conduct.title for conduct in named],
        "child_names": [pupil.full_name for pupil in pupils],
        "history": _history(case, school),
        "next_steps": _next_steps(school, step),
        "heard": _heard(case),
        **_fact_fields(case),
    }


def _fact_fields(case: Case) -> dict[str, object]:
    """The facts reported since the last letter, those of several reports together."""
    reported = [item.fact for item in case.facts_to_write_about()]
    words = list(dict.fromkeys(fact.words for fact in reported if fact.words))
    days = list(dict.fromkeys(uk_date(_day(fact.posted_on)) for fact in reported if _is_day(fact.posted_on)))
    return {
        "platform": _and(list(dict.fromkeys(fact.platform for fact in reported if fact.platform))),
        "link": _and(list(dict.fromkeys(fact.link for fact in reported if fact.link))),
        "posted_on": _and(days),
        "seen_on": "",
        "considered_points": [],
        "quoted_words": " … ".join(words),
    }


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _history(case: Case, school: School) -> list[dict[str, str]]:
    """Earlier letters and answers with their dates, oldest first; never who reported."""
    rows = [(day, f"We sent you: {_step_name(school, name)}.") for day, name in case.history]
    rows += [(answer.on, _answer_words(answer.outcome)) for answer in case.answers]
    return [{"date": uk_date(day), "what": what} for day, what in sorted(rows)]


def _step_name(school: School, name: str) -> str:
    step = school.policy.steps.get(name)
    return step.name[:1].lower() + step.name[1:] if step else name


def _answer_words(outcome: Outcome) -> str:
    words = {
        Outcome.REMOVED: "You told us that the content had been removed.",
        Outcome.REFUSED: "You told us that you would not remove the content.",
        Outcome.CONTINUES: "You told us that you would not remove the content, and more was posted.",
        Outcome.AGREED: "You agreed to what we asked.",
        Outcome.DECLINED: "You declined our invitation.",
        Outcome.ATTENDED: "You met us.",
        Outcome.ABSENT: "You did not come to the meeting.",
        Outcome.REPRESENTATIONS: "You sent us your comments.",
        Outcome.COMPLAINT: "You raised a complaint.",
        Outcome.APOLOGY: "You apologised.",
    }
    return words.get(outcome, "You answered.")


def _next_steps(school: School, step: Step) -> list[str]:
    """What the policy permits after this letter, as possibilities."""
    ids = step.may_follow(Outcome.CONTINUES) or step.may_follow(Outcome.REFUSED)
    steps = (school.policy.steps[name] for name in ids if name in school.policy.steps)
    return [step.name[:1].lower() + step.name[1:] for step in steps]


def _heard(case: Case) -> str:
    answers = [item for item in case.answers if item.letter in {"B1", "B2"}] or list(case.answers[-1:])
    if case.step not in {"B1", "B2"}:
        return ""
    if not answers:
        return "You did not send us any comments by the date in our letter."
    days = _and(list(dict.fromkeys(uk_date(item.on) for item in answers)))
    channel = _and(list(dict.fromkeys(item.channel for item in answers)))
    return f"We received your comments on {days} (by {channel})."


def given_fields(given: Mapping[str, str]) -> dict[str, object]:
    """What a person supplied, with lists split at semicolons and pairs at "=>"."""
    return {name: _typed(name, text) for name, text in given.items() if text.strip()}


def _typed(name: str, text: str) -> object:
    if name in LISTS:
        return [part.strip() for part in text.split(";") if part.strip()]
    if name in PAIRS:
        pairs = (part.partition("=>") for part in text.split(";") if part.strip())
        return [{"point": point.strip(), "answer": answer.strip()} for point, _, answer in pairs]
    return text.strip()


def _and(parts: Sequence[str]) -> str:
    """Joined in words: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
