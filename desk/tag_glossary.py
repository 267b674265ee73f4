"""What `templates glossary` lists: each tag of the letters with what it prints, an example, and where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..config.samples_file import shipped_samples
from ..config.settings import Settings
from ..ground.english import listed
from ..ground.errors import LetterladderError, Problem, WrongUsage
from ..rules.letters.plain_words import with_plain_words
from ..rules.letters.sample_case import sample_fields
from ..rules.policies.letters import Letters
from ..rules.policies.plain_names import PLAIN_NAMES, parts_of
from ..rules.policies.policy import Step
from ..rules.words import FieldType
from .lazy import LazyWord
from .letters_review import school_in_letters
from .wiring import template_of

PERSON = "a person"
LONGEST_EXAMPLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """One tag as `templates glossary --json` shows it.

    Attributes:
        tag: as it is written in a Word file: "{{ policy }}"; of a list the loop that goes through it.
        prints: what it is, in words.
        example: what it prints in the sample case at this school; "" where it prints nothing in it.
        comes_from: where it comes from: a file, the case, the policy, the legal facts, or a person.
        takes: what may be typed for it; "" where nobody types it.
        parts: of a phrase, the fields of which it is made.
        letters: the letters whose Word file prints it.
    """

    name: str
    tag: str
    prints: str
    example: str
    comes_from: str
    takes: str
    parts: list[str]
    letters: list[str]


def glossary(settings: Settings, word: LazyWord, today: date, letter: str = "") -> list[TagRow]:
    """Each tag of this letter, or of all; with the fields of which its phrases are made.

    Raises:
        WrongUsage: there is no such letter.
    """
    letters = settings.school.policy.letters
    if letter and letter not in letters:
        known = f"Known: {', '.join(one.id for one in letters)}."
        raise WrongUsage(Problem(where=letter, what=f"There is no letter '{letter}'.", what_to_do=known))
    printed = dict(_printed(settings, word, [letter] if letter else [one.id for one in letters]))
    names = {name for tags in printed.values() for name in (*tags, *parts_of(tags))}
    asked = {} if letter else letters.fields
    row = partial(_row, letters, printed, _examples(settings, word, printed, today))
    return [row(name) for name in sorted({*names, *asked})]


def _printed(settings: Settings, word: LazyWord, ids: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The tags of each letter; a Word file with a fault, of which `check` tells, has none."""
    for id in ids:
        try:
            yield id, word.tags_of(template_of(settings, id))
        except LetterladderError:
            continue


def step_of(settings: Settings, letter: str) -> Step:
    """The step that sends this letter; where the policy has none, one that has its record and nothing more."""
    policy = settings.school.policy
    named = (one for one in policy.steps.values() if one.letter == letter)
    known = policy.steps.get(letter) or next(named, None)
    record = policy.letters.records[letter]
    return known or Step(id=letter, name=record.name, record=record)


def _examples(
    settings: Settings, word: LazyWord, printed: Mapping[str, frozenset[str]], today: date
) -> dict[str, object]:
    """What each tag prints of the sample case, in the first letter that has something to say there, or on site."""
    found: dict[str, object] = {}
    school = school_in_letters(settings)
    for id in printed:
        used = word.fields_of(template_of(settings, id))
        said = sample_fields(shipped_samples(), school, step_of(settings, id), used=used, today=today)
        for name, value in with_plain_words(said).items():
            if name in printed[id] or name in used:
                found[name] = found.get(name) or value or shipped_samples().on_site.get(name, "")
    return found


def _row(
    letters: Letters, printed: Mapping[str, frozenset[str]], examples: Mapping[str, object], name: str
) -> TagRow:
    phrase, field = PLAIN_NAMES.get(name), letters.field(name)
    sources = [_source(letters, part) for part in phrase.parts] if phrase else [_source(letters, name)]
    return TagRow(
        name=name,
        tag=_tag(letters, name),
        prints=phrase.help if phrase else field.help,
        example=_example(examples.get(name)),
        comes_from=listed(dict.fromkeys(sources)),
        takes="" if phrase or field.comes_from else str(field.type),
        parts=list(phrase.parts) if phrase else [],
        letters=[id for id, tags in printed.items() if name in tags],
    )


def _source(letters: Letters, name: str) -> str:
    field = letters.field(name)
    return field.comes_from or (f"{field.known_from}, or {PERSON}" if field.known_from else PERSON)


def _tag(letters: Letters, name: str) -> str:
    """How it is written; a list as the three paragraphs that go through it."""
    field = letters.field(name)
    if field.type is FieldType.PERSON:
        return f"{{{{ {name}.name }}}}"
    if field.type is FieldType.PAIRS:
        parts = " ".join(f"{{{{ item.{part} }}}}" for part in field.parts)
        return f"{{%p for item in {name} %}} {parts} {{%p endfor %}}"
    if field.is_many and name != "conduct":
        return f"{{%p for item in {name} %}} {{{{ item }}}} {{%p endfor %}}"
    return f"{{{{ {name} }}}}"


def _example(value: object) -> str:
    """One line of what is printed."""
    if isinstance(value, bytes):
        return "(a picture)" if value else ""
    if isinstance(value, Mapping):
        return _example(list(value.values()))
    if type(value) is list:
        return _example("; ".join(_example(one) for one in value))
    words = " / ".join(str(value or "").splitlines())
    return words if len(words) <= LONGEST_EXAMPLE else f"{words[: LONGEST_EXAMPLE - 1]}…"
