"""What a letter calls the adult's child: by what the adult is to it, and by how many there are."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from ...ground.english import listed
from ..people.included import GRANDPARENTS, PARENTS, PARTNERS, RELATIVES, Bond, bonds_in
from ..people.people import Adult
from ..texts.names import CARERS, words_of


class _Kin(StrEnum):
    """What a child is to the adult, in the order in which a letter says it."""

    OWN = "own"
    GRAND = "grandchild"
    CARE = "in their care"
    FAMILY = "of the family"


ONE: Mapping[_Kin, str] = {
    _Kin.OWN: "your child",
    _Kin.GRAND: "your grandchild",
    _Kin.CARE: "the child in your care",
    _Kin.FAMILY: "the child in your family",
}
MANY: Mapping[_Kin, str] = {
    _Kin.OWN: "your children",
    _Kin.GRAND: "your grandchildren",
    _Kin.CARE: "the children in your care",
    _Kin.FAMILY: "the children in your family",
}
ANY = "any child in your family"
"""Where nobody can tell from the register what the children are to the adult, or there are none."""
A_CHILD = "a child in your family"
"""The same of one child."""


def your_child(adult: Adult, pupils: Collection[str]) -> str:
    """The adult's children as a letter names them: "your child", "your grandchildren", "your child and ...".

    Args:
        adult: whom the letter goes to.
        pupils: the ids of the pupils that it mentions.
    """
    kin = _kin_of(adult, pupils)
    if not kin or None in kin:
        return ANY
    return listed([_some(kind, kin.count(kind)) for kind in _Kin if kind in kin])


def one_child(adult: Adult, linked: Collection[str]) -> str:
    """One of the adult's children who did something: the one that the case is linked to, or one of several."""
    kin = _kin_of(
        adult, linked if len(set(linked) & adult.relationships.keys()) == 1 else adult.relationships
    )
    kinds = set(kin)
    if len(kinds) != 1 or None in kinds:
        return A_CHILD
    kind = next(one for one in kin if one)
    return ONE[kind] if len(kin) == 1 else f"one of {MANY[kind]}"


def _some(kind: _Kin, count: int) -> str:
    return ONE[kind] if count == 1 else MANY[kind]


def _kin_of(adult: Adult, pupils: Collection[str]) -> Sequence[_Kin | None]:
    """What each of these pupils is to the adult; None where the register's word does not tell."""
    return [_kin(word) for pupil, word in adult.relationships.items() if pupil in set(pupils)]


def _kin(relationship: str) -> _Kin | None:
    """What a child is to whom the register calls so. A grandmother who has care of a child is a grandmother."""
    words, bonds = set(words_of(relationship.replace("-", " "))), bonds_in(relationship)
    if words & GRANDPARENTS and "great" not in words:
        return _Kin.GRAND
    if words & CARERS or words & {"carers", "guardians", "childminder", "nanny"}:
        return _Kin.CARE
    if words & PARTNERS or words & RELATIVES or Bond.RELATIVE in bonds or "great" in words:
        return _Kin.FAMILY
    return _Kin.OWN if words & PARENTS else None
