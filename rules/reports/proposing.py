"""Which kinds of conduct of a policy a report may be about: from what was done and to whom, and from the policy's cues.

The likeliest comes first. It is a proposal for a person; what may be drafted unasked is decided in clear.py.
"""

from collections.abc import Iterable, Mapping

from ..mails.mail_log import Proposal
from ..policies.conduct import Conduct
from ..policies.policy import Policy
from ..words import About, Deed
from .cues import CueSeen
from .deeds import DeedSeen

EXACT, NAMED, ANY, OPEN, CUE = 1.0, 0.3, 0.4, 0.0, 0.6
"""Added where the person fits, is named, may be anybody, is not known; and where a cue of the policy is found."""
OTHER = -0.4
"""For a deed that says by itself what it was, where somebody else is mentioned beside it."""
BY_ITSELF = frozenset(
    {Deed.PICTURE, Deed.VIDEO, Deed.IMPERSONATION, Deed.CONTACT, Deed.NAMING, Deed.CRITICISM}
)
LEAST = -0.6
"""For mere words about anybody: what no other kind of conduct takes."""
ONLY_CUE = 2.0
"""A kind of conduct that a policy knows by its cues alone, such as a petition."""
QUOTES = " \"'“”‘’„«»"
"""Marks around quoted words, which whoever shows them puts there."""
MOST = 4
"""Proposals that are shown."""
CALLED: Mapping[Deed, str] = {
    Deed.WORDS: "words",
    Deed.PICTURE: "a picture",
    Deed.VIDEO: "a video",
    Deed.CLAIM: "something stated as a fact",
    Deed.ALLEGATION: "an allegation",
    Deed.THREAT: "a threat",
    Deed.HATE: "words about a group of people",
    Deed.NAMING: "naming",
    Deed.CONTACT: "private contact",
    Deed.IMPERSONATION: "a page or account that is not genuine",
    Deed.CRITICISM: "criticism",
    Deed.REPEATED: "something repeated",
    Deed.PASSING_ON: "passing on",
    Deed.SITE_ABUSE: "shouting or abuse on site",
    Deed.SITE_THREAT: "a threat on site",
    Deed.SITE_ASSAULT: "violence on site",
    Deed.SITE_DAMAGE: "damage on site",
    Deed.SITE_TRESPASS: "being on site without permission",
    Deed.SITE_PRESSING: "pressing somebody on site",
    Deed.SITE_ALCOHOL: "alcohol, drugs or smoke on site",
    Deed.SITE_DOGS: "a dog on site",
    Deed.SITE_PARKING: "driving or parking at the school",
    Deed.SITE_FILMING: "filming on site",
}
"""Each deed as the office is told of it."""
OF: Mapping[About, str] = {
    About.STAFF: "a member of staff",
    About.PUPIL: "a pupil",
    About.PARENT: "a parent or carer",
    About.SCHOOL: "the school",
    About.GROUP: "a group of people",
    About.ANYBODY: "",
}


def propose(deeds: Iterable[DeedSeen], cues: Iterable[CueSeen], policy: Policy) -> tuple[Proposal, ...]:
    """The kinds of conduct that may fit, the likeliest first, each with its words and why."""
    seen = tuple(deeds)
    hinted = {cue.conduct: cue.words for cue in cues}
    scored = [
        (score, proposal)
        for conduct in policy.conduct.values()
        if (found := _scored(conduct, seen, hinted.get(conduct.id, ""))) is not None
        for score, proposal in (found,)
    ]
    scored.sort(key=lambda one: -one[0])
    return tuple(proposal for _, proposal in scored[:MOST])


def _scored(conduct: Conduct, deeds: tuple[DeedSeen, ...], hint: str) -> tuple[float, Proposal] | None:
    """How well a kind of conduct fits, and how that is told; None where nothing speaks for it."""
    fits = [
        (one.weight + fit, one)
        for one in deeds
        for deed, about in conduct.deeds
        if deed is one.deed and (fit := _fit(about, one)) is not None
    ]
    if fits:
        score, best = max(fits, key=lambda one: one[0])
        why = f"{CALLED[best.deed]} about {OF[best.about]}" if OF[best.about] else CALLED[best.deed]
        words = (best.words or hint).strip(QUOTES)
        return score + (CUE if hint else 0), Proposal(conduct=conduct.id, words=words, why=why)
    if hint:
        score = ONLY_CUE + CUE if not conduct.deeds else CUE
        return score, Proposal(conduct=conduct.id, words=hint, why="words that the policy lists")
    return None


def _fit(about: About, seen: DeedSeen) -> float | None:
    """How well whom the conduct is about fits whom the deed was about; None where it does not."""
    if about is seen.about and about is not About.ANYBODY:
        return EXACT + (NAMED if seen.named else 0)
    if about is About.ANYBODY:
        return LEAST if seen.deed is Deed.WORDS else ANY
    if seen.about is About.ANYBODY and seen.deed is not Deed.WORDS:
        return OPEN
    return OTHER if seen.deed in BY_ITSELF else None
