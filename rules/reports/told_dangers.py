"""Dangers that one clause tells whole, by its grammar: who, with what will, does what, to whom, with what, where.

Such a clause is red by itself. Nothing elsewhere in the email takes it back: neither a joke told beside it, nor a
greeting to many, nor that somebody calmed down. Only the clause's own sentence may (told_frames.py).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..texts.negation import said
from ..texts.phrases import sought
from ..words import Flag
from .told_frames import is_told_as_true, without_things
from .told_of_children import TO_CHILDREN
from .told_rows import TO_LIFE

MAY_TELL = re.compile(
    r"\b(kill|murd|stab|sho[ot]|strangl|throttl|behead|batter|rap(e|ing)|poison|drown|kni[fv]|lynch|hit|punch"
    r"|slap|smack"
    r"|kick|hurt|harm|deck|thump|belt|attack|jump|cut|burn|break|broke|smash|cave|knock|rip|slit|run|dead|die"
    r"|death|bomb"
    r"|torch|petrol|fire|blow|acid|hang|hung|end|alive|born|here|goodbye|read this|pill|tablet|paracet|overdos"
    r"|suicid|gun"
    r"|machete|blade|shank|hammer|crowbar|screwdriver|cleaver|bat|sword|axe|pistol|rifle|revolver|scissors"
    r"|tak(e|en|ing)"
    r"|took|snatch|abduct|grabbed?|pull|drag|tried|passport|flight|ticket|collect|pick|message|messag|text|snap"
    r"|meet|nud"
    r"|naked|picture|photo|secret|touch|sex|lick|follow|track|outside|waiting|alone|own|lock|eat|fed|food|wak"
    r"|mark|bruis"
    r"|bald|tied|tape|chok|beat|throw|threw|drive|wish|ambulance|coffin|hospital|going to|coma|private|undress"
    r"|through|under|behind|off (the|a|that)"
    r"|down (the|them|those)|face first|bags)"
)
"""What a sentence holds that may tell a danger whole: all others are not read any further."""


@lru_cache(maxsize=4_000)
def may_tell(plain: str) -> bool:
    """Whether a folded sentence holds a word of any of these clauses."""
    return bool(MAY_TELL.search(plain))


def told_whole(clause: str, around: str) -> Iterator[tuple[Flag, str]]:
    """The dangers that a sentence tells whole, whatever else the email says.

    Args:
        clause: the sentence, folded.
        around: the same with the sentences beside it.
    """
    if not may_tell(clause):
        return
    clause = without_things(clause.replace('"', ""))
    true = is_told_as_true(clause)
    for row in (*TO_LIFE, *TO_CHILDREN):
        if not (true or row.of_oneself) or not (found := said(clause, row.act)):
            continue
        if all(sought(around, words) for words in row.words):
            yield row.flag, found
