"""What a letter calls that which it is about: words, pictures, a video; a letter about pictures never says "words"."""

from collections.abc import Mapping

from ...ground.english import listed
from ..cases.case import Case
from ..policies.conduct import Conduct
from ..policies.policy import Policy, Step
from ..words import Deed, Material, Where
from .place_fields import letter_places

SHOWN, QUOTED = "shown", "quoted_words"
SEEN = frozenset({Material.PICTURE, Material.VIDEO, Material.IMAGES})
IMAGES = frozenset({Deed.PICTURE, Deed.VIDEO})
_ROW: Mapping[Material, str] = {
    Material.WORDS: "words",
    Material.PICTURE: "one or more pictures",
    Material.VIDEO: "a video",
    Material.IMAGES: "pictures or film",
}
_CONCERN: Mapping[Material, str] = {
    Material.WORDS: "the words above",
    Material.PICTURE: "the pictures",
    Material.VIDEO: "the video",
    Material.IMAGES: "the pictures or film",
}
DESCRIBED = "what is described above"


def materials_of(case: Case, policy: Policy, step: Step, given: Mapping[str, str]) -> frozenset[Material]:
    """What was put online, as the kinds of conduct and the reports tell it; empty for a letter about the site alone.

    Where every kind of conduct is about pictures or film, words that go with them are a caption, and not the matter.
    Beside words that are quoted, pictures are told of only where a kind of conduct is about such.
    """
    if Where.ONLINE not in letter_places(case, policy, step.record):
        return frozenset()
    facts = [item.fact for item in case.facts_to_write_about()]
    told = frozenset(Material(fact.material) for fact in facts if fact.material) & SEEN
    named = [policy.conduct[name] for name in case.conduct if name in policy.conduct]
    named = [one for one in named if not (one.criticism or one.on_site)]
    if named and all(map(_is_of_images, named)):
        return told or frozenset({Material.IMAGES})
    quoted = bool(given.get(QUOTED)) or any(fact.words for fact in facts)
    if told and not quoted:
        return told
    also = any(deed in IMAGES for one in named for deed, _ in one.deeds)
    return frozenset({Material.WORDS}) | (told if also else frozenset())


def _is_of_images(conduct: Conduct) -> bool:
    return bool(conduct.deeds) and all(deed in IMAGES for deed, _ in conduct.deeds)


def material_fields(materials: frozenset[Material], fields: Mapping[str, object]) -> dict[str, object]:
    """The words of a letter that follow from what it is about; `fields` is what is known of it otherwise."""
    kinds = [kind for kind in Material if kind in materials]
    quoted = bool(fields.get(QUOTED))
    if Material.WORDS in materials and not quoted:
        kinds.remove(Material.WORDS)
    plain = kinds in ([], [Material.WORDS])
    return {
        "material": "" if plain else listed([_ROW[kind] for kind in kinds]),
        "concern": listed([_CONCERN[kind] for kind in kinds]) if kinds else DESCRIBED,
        "quote_intro": _intro(materials) if quoted else "",
    }


def _intro(materials: frozenset[Material]) -> str:
    if not materials:
        return "The words that were used are:"
    return "The words that concern us are:" if Material.WORDS in materials else "The caption reads:"


def needless(materials: frozenset[Material], fields: Mapping[str, object]) -> frozenset[str]:
    """Which of the exact words, and of what is shown, the letter does without.

    Words are needed where words are the matter, unless somebody wrote what is shown. Pictures are told by their link,
    their day or their caption; without any of these somebody writes what they show, so that the adult knows which.
    """
    if Material.WORDS in materials:
        return frozenset({QUOTED if fields.get(SHOWN) else SHOWN})
    known = not materials or any(fields.get(name) for name in ("link", "posted_on", QUOTED, SHOWN))
    return frozenset({QUOTED, SHOWN} if known else {QUOTED})
