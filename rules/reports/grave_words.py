"""Grave words, looked for in one pass where an email was too much for the rules; a list, and so often a false alarm.

Everything else about danger is read by structure (decision 0024). Here nothing else may be asked: what made the rules
take too long may be in this very email. A person reads it in any case; this only says whether at once.
"""

import re
from collections.abc import Iterator

from ..cases.events import FlagSeen
from ..texts.report import Report
from ..words import Flag

GRAVE: dict[Flag, str] = {
    Flag.DANGER: (
        "kill|kills|killed|killing|murder|murdered|stab|stabbed|stabbing|knife|knives|machete|gun|guns|shoot|shot"
        "|shooting|bomb|bombs|acid|petrol|suicide|suicidal|overdose|hang myself|hurt myself|cut myself|end it all"
        "|end my life|end her life|end his life|want to die|wants to die|going to die|burn the|burn it down|attack"
    ),
    Flag.CHILD_PROTECTION: (
        "abuse|abused|abusing|abuses|neglect|neglected|beats|beaten|beat him|beat her|hits him|hits her|hit him"
        "|hit her|hits me|hit me|bruise|bruises|bruised|burns|starved|locked in|rape|raped|grooming|groomed|molested"
        "|touched her|touched him|touched me|touches her|touches him|touches me|self harm|self-harm|self harming"
    ),
    Flag.INDECENT_IMAGE: (
        "naked|nude|nudes|indecent|explicit picture|explicit photo|sexual picture|sexual photo|topless|dick pic"
    ),
}
"""Words and pairs of words of each danger; nothing in them repeats, so that one pass takes as long as the text."""

_ANY = re.compile(rf"\b(?:{'|'.join(GRAVE.values())})\b", re.IGNORECASE)
_OF_FLAG = {flag: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for flag, words in GRAVE.items()}


def grave_words(text: str) -> Iterator[int]:
    """Where each grave word of a text begins."""
    return (found.start() for found in _ANY.finditer(text))


def grave_flags(report: Report) -> tuple[FlagSeen, ...]:
    """The dangers of which an email has a grave word, each with the first of them."""
    text = "\n".join((report.subject, report.text, report.unshown))
    told = ((flag, pattern.search(text)) for flag, pattern in _OF_FLAG.items())
    return tuple(FlagSeen(flag=flag, words=found.group()) for flag, found in told if found)
