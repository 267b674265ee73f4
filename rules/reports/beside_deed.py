"""What a form tells beside the deed itself: at whom it was aimed, what is to be seen in it, what the school had asked.

Each is a clause with a head and a place of its own. A clause that holds what somebody must weigh is none of these:
clear.py looks for that first, and for anything that is still to come.
"""

from ..texts.phrases import phrases, sought
from ..words import Deed

AIMED = phrases(r"""
    ^[^\w]*(this is |it is |its |it was |all |and |that is )?(about|aimed at|directed at|meant for|said of) (a|
      an|another|
      one of|other|the|two|our|<my child>|(mr|mrs|miss|ms|dr) )\s?[\w ]{2,60}[^\w]*$
""")
"""At whom words were aimed, and nothing besides: "about another mother"."""
SYMBOLS = phrases(r"""
    ^[^\w]*(then |and |with |plus |followed by )*(a|two|three|several|lots of|many|some|\d+) (\w+ )?(row|string|
      line|lot|
      load|few)?s?( of)? ?(\w+ ){0,2}?(emojis?|faces|gifs?|stickers|hearts|laughing face\w*)[^\w]*$
""")
"""Signs seen beside the words."""
TO_BE_SEEN = phrases(r"""
    ^[^\w]*((?!(who|whose|which|that|under|with|in|care|court|protected|fostered|adopted|looked)\b)\w+ |
      in (year )?\d\w* ){1,6}(is|are|was|were|can be seen|appears?|appear) in (\w+ )?(it|them|all|view|shot|two|
      three|the (picture|photo|video|
      background))( of them)?( with (\w+ ){0,2}?names? (\w+ ){0,5}\w+)?[^\w]*$
    ^[^\w]*((all|their|the|with|its) )*faces? (\w+ ){0,2}?(plain|clear|clearly|visible|shown|seen|to see|in view|
      blurred)( to see| visible)?[^\w]*$
""")
"""Who is to be seen in a picture; nobody of whom more is told."""
ASKED = phrases(r"""
    (i|we|staff|the school|the office|(mr|mrs|miss|ms|dr) \w+|famil(y|ies)|parents) (had |have |has |did |
      all )?(asked|
      reminded|requested|told) (\w+ ){1,4}?(not to|to (stop|delete|take|remove)|for no|that no)( \w+){0,7}[^\w]*$
    (families|parents|everyone|everybody|people|visitors) (were|had been|are|was) (\w+ )?(asked|reminded|
      told) (not to|
      that no|to (stop|delete|put))( \w+){0,7}[^\w]*$
""")
"""What the school, or a family, had asked for."""
ANSWERED = phrases(r"""
    ^[^\w]*(i|we) (have |havent |had |did |didnt |do )?(not |never )?(answer|answered|reply|replied|respond|
      responded)( (to|it|her|him|them|either|yet|any|this)){0,3}[^\w]*$
    ^[^\w]*(just |simply |but )?not the (place|time|way)[^\w]*$
""")
"""Whether whoever got a message answered it."""
QUESTION_SENT = phrases(r"""
    ^[^\w]*(the |his |her )?(first|second|third|last|other|next)? ?(one |message |he |she )?(asked|asks|asking|
      wanted to know|wants to know) (me )?(whether|if|about|what time|when|which) ((?!(me|my|mine|i|for|
        pay)\b)\w+ ){0,5}?(reading|books?|trip|pe|lessons?|homework|class|set|seat|window|kit|uniform|club|
        timetable|list|group|play|lunch|
      bus|term)( (group|list|day|bag|\w+ \w*day)){0,2}[^\w]*$
""")
"""What a parent wrote to somebody's own account: an everyday question about school."""
OF_DEEDS = {
    Deed.WORDS: AIMED + SYMBOLS,
    Deed.PICTURE: TO_BE_SEEN + ASKED,
    Deed.VIDEO: TO_BE_SEEN + ASKED,
    Deed.CONTACT: ANSWERED + QUESTION_SENT,
}
"""Which of these belong to which deed."""


def is_beside(clause: str, deeds: frozenset[Deed]) -> bool:
    """Whether a clause tells what goes with one of these deeds, and nothing besides."""
    return any(bool(sought(clause, OF_DEEDS[deed])) for deed in deeds if deed in OF_DEEDS)


def is_aimed(plain: str) -> bool:
    """Whether the last part of a sentence says no more than at whom the words in it were aimed."""
    return bool(sought(plain, AIMED))
