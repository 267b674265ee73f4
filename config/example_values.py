"""Which values of the example school no real school shares, and what they become once a school has said its own."""

import re
from collections.abc import Iterator, Mapping

OWN = re.compile(
    r"school\.(name|authority|address\.\d+|phone|email|website|safeguarding_mailbox|letters_from)"
    r"|people\.\w+\.(name|email)|contact\.(name|email|phone)"
)
"""The keys of school.toml that no two schools share. What the others say may be right for a school as it ships."""


def leaves(place: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text of a table by its key as a path: "people.head.name", "school.address.0"."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from leaves(f"{place}.{key}" if place else str(key), held)
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from leaves(f"{place}.{number}", held)
    elif isinstance(value, str):
        yield place, value.strip()


def own_words(example: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """What the example says that no other school says, and what this school says there; nothing where it is the same.

    The longest come first, so that "Larkfield Primary School" is not found only in part.
    """
    found = {
        text: now[key]
        for key, text in example.items()
        if OWN.fullmatch(key) and text and now.get(key, text) not in {text, ""}
    }
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def in_own_words(text: str, words: Mapping[str, str]) -> str:
    """A text of the example with the school's own names in it."""
    if not words:
        return text
    any_of = re.compile("|".join(map(re.escape, words)))
    return any_of.sub(lambda found: words[found[0]], text)
