"""The part a person plays in a report's telling, judged by the words before and after the name."""

import re
from enum import StrEnum

POSTS = re.compile(
    r"(put|puts|putting|post|posts|posted|posting|wrote|writes|written|writing|said|says|saying|share|shares|shared"
    r"|sharing|upload\w*|tweet\w*|tag|tags|tagged|tagging|call|calls|called|calling|messag\w+|dm|dmed|texted|sends"
    r"|sending|made|makes|started|runs|running|filmed|recorded|livestream\w*|slag\w*|insult\w*|threaten\w*|moan\w*"
    r"|rant\w*|slat\w+|mock\w*|abus\w+|keeps|kept|telling|accus\w+|claim\w*|spread\w*|napisal\w*|wrzucil\w*)"
)
"""What somebody does who posts; sought in the words after a name."""

OWN_PLACE = re.compile(
    r"\b(on|to|from) (his|her|their) (\w+ ){0,2}"
    r"(page|wall|profile|story|status|account|facebook|insta\w*|tiktok|timeline|feed|channel)"
)
POST_OF = re.compile(
    r"\b(posts?|comments?|messages?|status|video|tweets?|page|account|rant|story) (made |written |run )?(from|of|by)$"
)
BEFORE_POSTER = re.compile(r"\b(by|what|that|which)$")
UNSURE_BEFORE = re.compile(
    r"\b(not|isnt|wasnt|maybe|perhaps|possibly|probably|(may|might|could|must) be"
    r"|(think|guess|believe) (its|it is|it was)|looks like|sounds like|or|whether)$"
)
UNSURE_AFTER = re.compile(
    r"(\w+ )?(didnt|did not|hasnt|has not|never|denies|denied|may|might|could|probably|possibly|perhaps|or|replied"
    r"|liked|commented|joined|laughed)\b"
)
"""Words that leave open whether this person posted, or say that he only joined in."""

DONE_TO = re.compile(
    r"(\w+ )?(was|were|is|are|been|being|got|gets)( \w+)? (called|named|tagged|mocked|insulted|threatened|abused"
    r"|accused|slagged|mentioned|targeted|upset|hurt|shown|told|sent)\b"
)
RELATIVE_OF = re.compile(
    r"(daughter|son|child|children|kids?|wife|husband|partner|girl|boy|family|brother|sister|mum|dad|friend|neighbour)\b"
)
BEFORE_TARGET = re.compile(
    r"\b(about|against|call|calls|called|calling|insult\w*|at|to|named?|naming|names|tagg?\w*|slag\w* off|poor"
    r"|on behalf of|mock\w*|says?|said|saying|accus\w+|of|threaten\w*|abus\w+|upset|with)( that)?$"
)
BEFORE_WITNESS = re.compile(
    r"\b(from|forwarded by|sent by|told by|shown by|reported by|seen by|according to|thanks to|asked|told|showed"
    r"|heard from|spoke to|spoken to|rang|witnessed by|cc|copied)$"
)
AFTER_WITNESS = re.compile(
    r"(has |have |had |also |just |then |kindly )*("
    r"(saw|seen|noticed|found|spotted|witnessed|overheard|heard|screenshotted|took a screenshot)\b"
    r"|(told|showed|sent|forwarded|rang|emailed|asked|mentioned|reported|shared|flagged|brought|came)( it| this| that)?"
    r"( (to|with|in to))?( (see|tell|show))? (me|us|the (school|office)|it|this|reception)\b)"
)
"""What a witness does: seeing or finding it, or telling *us* of it; who tells somebody else tells it as their own."""
WITH_THEM = re.compile(
    r"\b(appointment|meeting|conversation|chat|call|words?|trouble|problems?|issues?|spoke|speaking|talk\w*|met"
    r"|dealing|dealt|happened) (\w+ ){0,2}with$"
)
"""Somebody met or spoken with, who may have done it as well as suffered it."""


class Part(StrEnum):
    """The part a person plays in what a text tells."""

    POSTER = "poster"
    NAMED = "named"
    TARGET = "target"
    WITNESS = "witness"


def part_of(before: str, after: list[str], *, owner: bool) -> Part:
    """Poster, target, witness or merely named.

    Args:
        before: the folded words of the sentence up to the name.
        after: the folded words of the sentence that follow it.
        owner: the name ends in an s, so that what follows may be somebody of his ("Gavin Stott's wife").
    """
    near = " ".join(after[:9])
    if owner and RELATIVE_OF.match(near):
        return Part.NAMED
    if POST_OF.search(before):
        return Part.POSTER
    if BEFORE_WITNESS.search(before):
        return Part.WITNESS
    posts = any(POSTS.fullmatch(word) for word in after[:9]) or OWN_PLACE.search(" ".join(after[:14]))
    if (lead := BEFORE_POSTER.search(before)) and (posts or lead[1] == "by"):
        return Part.POSTER
    if WITH_THEM.search(before):
        return Part.NAMED
    if BEFORE_TARGET.search(before) or DONE_TO.match(near):
        return Part.TARGET
    if UNSURE_BEFORE.search(before) or UNSURE_AFTER.match(near):
        return Part.NAMED
    if AFTER_WITNESS.match(near):
        return Part.WITNESS
    return Part.POSTER if posts else Part.NAMED
