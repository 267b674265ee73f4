"""The forms of English verbs, so that a rule that knows a verb knows it in whatever tense somebody tells of it."""

from collections.abc import Iterable, Iterator, Mapping

IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "hit": ("hit",),
    "beat": ("beat", "beaten"),
    "bite": ("bit", "bitten"),
    "throw": ("threw", "thrown"),
    "shake": ("shook", "shaken"),
    "burn": ("burnt", "burned"),
    "hold": ("held",),
    "tear": ("tore", "torn"),
    "swing": ("swung",),
    "fling": ("flung",),
    "strike": ("struck",),
    "lay": ("laid",),
    "put": ("put",),
    "take": ("took", "taken"),
    "send": ("sent",),
    "run": ("ran", "run"),
    "leave": ("left",),
    "break": ("broke", "broken"),
}
"""The past of a verb and its participle, where they are not made with "ed"."""
VOWELS = "aeiou"


def forms(verbs: Iterable[str]) -> str:
    """All forms of these verbs, one after the other; a particle stays behind each ("stamp_on")."""
    return " ".join(dict.fromkeys(form for verb in verbs for form in _of(verb)))


def going_on(verbs: Iterable[str]) -> str:
    """These verbs as they are seen or heard going on: "belting", and "belt" as in "heard him belt her"."""
    return " ".join(form for verb in verbs for form in (verb, _ing(*_parted(verb))))


def _of(verb: str) -> Iterator[str]:
    stem, particle = _parted(verb)
    third = f"{stem}es" if stem.endswith(("s", "sh", "ch", "x")) else f"{stem}s"
    yield f"{stem}{particle}"
    yield f"{third}{particle}"
    yield _ing(stem, particle)
    for past in IRREGULAR.get(stem, (f"{_doubled(stem).removesuffix('e')}ed",)):
        yield f"{past}{particle}"


def _parted(verb: str) -> tuple[str, str]:
    stem, space, particle = verb.partition("_")
    return stem, space + particle


def _ing(stem: str, particle: str) -> str:
    return f"{_doubled(stem).removesuffix('e')}ing{particle}"


def _doubled(stem: str) -> str:
    """A short verb with its last letter twice: "slap" as in "slapping"; others as they are."""
    short = len(stem) <= 5 and stem[-1] not in f"{VOWELS}wxy"
    one_vowel = sum(letter in VOWELS for letter in stem) == 1 and len(stem) > 2 and stem[-2] in VOWELS
    return f"{stem}{stem[-1]}" if short and one_vowel else stem
