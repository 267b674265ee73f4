"""Whether a school's policy is about an adult: by what the register calls them, and what "parent" includes there.

Parents and whoever has care of a child are parents in law (Education Act 1996, s576), whatever a policy says. Looked
up in November 2026; a school's adviser checks it before first use.
"""

from collections.abc import Iterable
from enum import StrEnum

from ..texts.names import CARERS, FATHERS, GRANDFATHERS, GRANDMOTHERS, MOTHERS, words_of
from ..words import Included


class Bond(StrEnum):
    """What an adult is to a child."""

    PARENT = "parent or carer"
    GRANDPARENT = "grandparent"
    RELATIVE = "relative"
    PARTNER = "partner of a parent"
    OTHER = "nobody of the family"


PARENTS = FATHERS | MOTHERS | CARERS | {"parent", "adoptive", "step", "guardians", "carers"}
GRANDPARENTS = (
    GRANDMOTHERS | GRANDFATHERS | {"nana", "nanna", "gran", "granny", "granddad", "gramps", "grandparent"}
)
OF_THE_FAMILY = (
    "aunt",
    "auntie",
    "aunty",
    "uncle",
    "brother",
    "sister",
    "sibling",
    "cousin",
    "niece",
    "nephew",
)
RELATIVES = frozenset({*OF_THE_FAMILY, "relative", "relation", *(f"step{one}" for one in OF_THE_FAMILY)})
PARTNERS = frozenset(("partner", "boyfriend", "girlfriend", "husband", "wife", "spouse", "fiance", "fiancee"))
OTHERS = frozenset(
    ("friend", "neighbour", "childminder", "nanny", "escort", "lodger", "visitor", "contractor", "volunteer")
)

MEANT: dict[Included, frozenset[Bond]] = {
    Included.GRANDPARENTS: frozenset({Bond.GRANDPARENT}),
    Included.RELATIVES: frozenset({Bond.GRANDPARENT, Bond.RELATIVE}),
    Included.PARTNERS: frozenset({Bond.PARTNER}),
    Included.VISITORS: frozenset(Bond),
    Included.ANYONE: frozenset(Bond),
}
"""Who is meant by each word, besides parents and carers, who always are."""


def bonds_in(relationship: str) -> frozenset[Bond]:
    """What a register's relationship says: "Grandfather (carer)" is two; empty where no word of it is known."""
    words = set(words_of(relationship.replace("-", "")))
    if words & PARTNERS:
        return frozenset({Bond.PARTNER}) | ({Bond.PARENT} if words & CARERS else frozenset())
    known = {
        Bond.PARENT: PARENTS,
        Bond.GRANDPARENT: GRANDPARENTS,
        Bond.RELATIVE: RELATIVES,
        Bond.OTHER: OTHERS,
    }
    return frozenset(bond for bond, names in known.items() if words & names)


def is_included(relationships: Iterable[str], included: tuple[Included, ...]) -> bool | None:
    """Whether the policy is about somebody with these relationships; None where nobody can tell from the words."""
    if not included:
        return True
    meant = frozenset({Bond.PARENT}).union(*(MEANT.get(one, frozenset()) for one in included))
    if meant >= frozenset(Bond):
        return True
    told = [bonds_in(one) for one in relationships]
    if any(one & meant for one in told):
        return True
    return False if told and all(told) else None
