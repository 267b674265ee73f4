"""Whether words name people by role alone, and places by what they are, so that a letter may print them."""

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
"""Plain words of which none is a name while it is in small letters."""

ALSO_SURNAMES = frozenset(words_of("cook head gate lady driver"))
"""Those that are a name with a capital."""

PLACES = ROLES | frozenset(
    words_of(
        "main front back side north south east west gates entrance exit door doors hall corridor classroom "
        "classrooms room rooms field fields pitch court car cars park road street lane drive pavement zigzag zig "
        "zag zags lines line bus stop fence path steps foyer lobby library canteen dining kitchen toilets school "
        "grounds site premises yard courtyard garden garage sports day event fair concert outside inside just near "
        "behind opposite between beside into through next to desk window area infant infants junior juniors primary "
        "secondary sixth form key stage ks1 ks2 early hatch wing block building house bicycle bike shed trip visit "
        "coach"
    )
)
"""Plain words of which none is a name, and that tell where something was."""


def by_role(text: str) -> str:
    """The text as it is where every word of it tells a role or is a number; "" where any may be a name."""
    return _of_words(text, ROLES)


def by_place(text: str) -> str:
    """The text as it is where every word of it tells what the place is; "" where any may be a name."""
    return _of_words(text, PLACES)


def _of_words(text: str, known: frozenset[str]) -> str:
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    # A capital begins a sentence or a name; within the text it may be a name that is also a plain word.
    start = words[0].lower() if words else ""
    if words and start not in ALSO_SURNAMES:
        words[0] = start
    return text.strip() if words and all(word in known or word.isdigit() for word in words) else ""
