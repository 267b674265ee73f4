"""The cast on site: a policy that names abuse there, and reports of a post and of the main gate."""

from cast import a_case, a_policy, opened, reported, triaged

from letterladder.rules.cases.case import Case
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.policy import Policy
from letterladder.rules.words import About, Deed

ON_SITE = Conduct(
    id="site-abuse",
    title="shouting on site",
    clause="7",
    cues=(),
    deeds=((Deed.SITE_ABUSE, About.ANYBODY),),
    first=("L2", "L3"),
)
POST = {"platform": "Facebook", "place": "", "happened_on": ""}
GATE = {"platform": "", "link": "", "posted_on": "", "place": "the main gate", "happened_on": "2026-11-06"}


def a_site_policy() -> Policy:
    """The cast's policy, which names abuse on site too."""
    return a_policy(conduct={**a_policy().conduct, "site-abuse": ON_SITE})


def case_of(fact: dict[str, str], *conduct: str) -> Case:
    """A case with one report and these kinds of conduct; not triaged where none is named."""
    return a_case(opened(), reported(**fact), *([triaged(*conduct)] if conduct else []))
