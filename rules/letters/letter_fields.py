"""The values that are in a letter, gathered from the school, the case and what people supplied."""

from collections.abc import Mapping, Sequence
from datetime import date

from ...ground.english import listed
from ..cases.case import Case
from ..cases.gates import not_called_so
from ..people.people import Adult, Pupil
from ..people.school import HEAD, School
from ..policies.conduct import Conduct
from ..policies.legal import law_fields
from ..policies.letters import Letters
from ..policies.policy import Step
from ..words import Outcome, Stage, Switch, Where
from .child_words import one_child, your_child
from .field_values import value_of
from .heard_words import heard_before_decision
from .place_fields import place_fields
from .told_history import history, next_steps

OF_A_REVIEW = frozenset({"reviewer"})
"""Fields that come from who decides and signs, where the letter is a review."""
AS_LONG_AS_NEEDED = "as long as our records policy says"
"""How long papers are kept where school.toml does not say."""
OTHER_FORMATS = (
    "Please ask for this letter in large print, in another language, on coloured paper or read aloud."
)


def school_fields(school: School, step: Step, *, signed_by: str) -> dict[str, object]:
    """The letterhead, the contact, the signer, the complaints route and the law for this kind of school.

    `signed_by` is the role that signs; the head where nobody holds it.
    """
    head = school.letterhead
    signer = school.people.get(signed_by, school.people[HEAD])
    law = law_fields(school.legal, school.type, school=school.name, authority=school.authority)
    return {
        "school_name": school.name,
        "school_address": list(head.address),
        "school_phone": head.phone,
        "school_email": head.email,
        "school_website": head.website,
        "school_footer": head.footer,
        "logo": head.logo,
        "signature": head.signature if signer is school.people[HEAD] else b"",
        "contact_name": school.contact.name,
        "contact_role": school.contact.role,
        "contact_phone": school.contact.phone or head.phone,
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
        "policy_title": _policy_title(school, step),
        "policy_version": school.policy.version,
        "privacy_contact": school.privacy.contact or _contact(school),
        "privacy_kept": school.privacy.kept or AS_LONG_AS_NEEDED,
        **law,
    }


def _policy_title(school: School, step: Step) -> str:
    """The policy a letter rests on: for access to the site the linked one, where the school's own has no such step."""
    policy = school.policy
    about_access = step.id in policy.letters.switched(Switch.SITE_ACCESS) and not policy.site_access
    return policy.linked_policy if about_access and policy.linked_policy else policy.title


def _address_for_comments(school: School) -> str:
    phone = school.contact.phone or school.letterhead.phone
    return f"{school.contact.name} at the address above, by email to {school.contact.email} or on {phone}"


def _contact(school: School) -> str:
    """Who is asked about personal data where the school names nobody for it."""
    phone = school.contact.phone or school.letterhead.phone
    return f"{school.contact.name}, {phone}, {school.contact.email}"


def case_fields(
    case: Case, school: School, step: Step, *, adult: Adult, pupils: Sequence[Pupil], today: date
) -> dict[str, object]:
    """The adult, what was reported, and the history of the case; what the adult told us is told as of `today`."""
    named = _named_conduct(case, school, step)
    clauses = list(dict.fromkeys(conduct.clause for conduct in named if conduct.clause))
    return {
        "ref": case.ref,
        "adult_name": adult.full_name,
        "salutation": adult.salutation,
        "addressee_lines": [adult.full_name, *adult.address] if adult.address else [],
        "policy_clause": listed(clauses),
        "conduct": [conduct.title for conduct in named],
        "child_names": [pupil.full_name for pupil in pupils],
        "your_child": your_child(adult, [pupil.pupil_id for pupil in pupils]),
        "raised_with_us": _raised_with_us(case),
        "others_told": "yes",
        "history": history(case, school.policy),
        "next_steps": next_steps(case, school.policy, step, named),
        "heard": _heard(case, school, step, today),
        "seen_on": "",
        "considered_points": [],
        **place_fields(case, school.policy, step, child=one_child(adult, case.pupils)),
        **_policy_fields(named, school),
    }


def _raised_with_us(case: Case) -> str:
    """Whether the adult brought the matter to the school; "" where the school only heard of it from somebody else."""
    return "yes" if any(one.outcome is Outcome.COMPLAINT for one in case.answers) else ""


def _heard(case: Case, school: School, step: Step, today: date) -> str:
    """What a letter that settles a notice says of what was heard on it."""
    if not step.is_stage(Stage.DECISION):
        return ""
    return heard_before_decision(case, school.policy.letters, today)


def _policy_fields(named: Sequence[Conduct], school: School) -> dict[str, object]:
    """The policy that names the conduct, where it is one that the school linked; nothing where it is its own."""
    titles = list(dict.fromkeys(one.named_by or school.policy.title for one in named))
    if not any(one.named_by for one in named):
        return {}
    return {"policy_title": listed(titles), "policy_version": ""}


def _named_conduct(case: Case, school: School, step: Step) -> list[Conduct]:
    """What the letter may call the conduct: no criticism beside other conduct, no harassment after one occasion.

    A letter about something online names nothing that was done on site.
    """
    early = not_called_so(case, school.policy)
    named = [
        school.policy.conduct[name]
        for name in case.conduct
        if name in school.policy.conduct and name not in early
    ]
    if not school.policy.is_signpost(step.id) and school.policy.is_mixed(case.conduct):
        named = [conduct for conduct in named if not conduct.criticism]
    if step.record and step.record.happened is Where.ONLINE:
        named = [conduct for conduct in named if not conduct.on_site]
    return named


def school_words(school: School, step: Step) -> dict[str, str]:
    """The words that letters use again and again; those under "X3.recipient_lines" are for that letter alone."""
    found = {name: words for name, words in school.defaults.items() if "." not in name}
    for letter in filter(None, (step.letter, step.id)):
        own = {
            name.removeprefix(f"{letter}."): words
            for name, words in school.defaults.items()
            if name.startswith(f"{letter}.")
        }
        found |= own
    return found


def is_reckoned(letters: Letters, step: Step, name: str) -> bool:
    """Whether nobody types this field of the step's letter; what was typed for it all the same is not used."""
    if step.record and name == step.record.decided_by:
        return True
    return bool(letters.field(name).comes_from) or (step.is_review and name in OF_A_REVIEW)


def given_fields(letters: Letters, given: Mapping[str, str]) -> dict[str, object]:
    """What a person supplied, as its type is printed; somebody else to contact has no role but the one supplied."""
    typed = ((letters.field(name), text) for name, text in given.items() if text.strip())
    found = {field.name: value_of(field, text) for field, text in typed if not field.comes_from}
    return {"contact_role": "", **found} if "contact_name" in found else found
