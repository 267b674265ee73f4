"""Whether words name people by role alone, so that a letter may print them."""

import re

from .names import words_of

ROLES = frozenset(
    words_of(
        "a an the two three four five six several some many other another one all of at on in from for and or with by "
        "our their member members staff office receptionist reception teacher teachers teaching assistant assistants "
        "class head deputy headteacher principal senco sendco caretaker cook cleaner cleaners kitchen lunchtime "
        "midday supervisor supervisors dinner lady ladies crossing patrol lollipop site manager business governor "
        "governors volunteer volunteers visitor visitors pupil pupils child children student students parent parents "
        "carer carers grandparent grandparents adult adults family families people person passers passer neighbour "
        "neighbours driver drivers escort club leader gate playground duty waiting nearby present year years nursery "
        "nobody else everybody everyone"
    )
)
"""Plain words of which none is a name, as they stand in small letters."""

ALSO_SURNAMES = frozenset(words_of("cook head gate lady driver"))
"""Those that are a name with a capital."""


def by_role(text: str) -> str:
    """The text as it is where every word of it is such a word or a number; "" where any may be a name."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    # A capital begins a sentence or a name; within the text it may be a name that is also a plain word.
    start = words[0].lower() if words else ""
    if words and words[0].istitle() and start not in ALSO_SURNAMES:
        words[0] = start
    return text.strip() if words and all(word in ROLES or word.isdigit() for word in words) else ""
