"""What `templates` lists: each letter a school can use, with its fields, what each takes, and what the letter is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..config.settings import Settings
from ..rules.policies.letters import language_of_file
from .lazy import LazyWord
from .wiring import template_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One letter as `templates --json` shows it.

    Attributes:
        types: what each field takes, such as "day in the future".
        sources: the fields that nobody types, each with where it comes from.
        must_print: fields that no Word file of this letter may lack.
        needs: fields that a person writes before it, whatever the policy says.
        dated_at_approval: whether it is approved with places for its dates, which are filled in afterwards.
        own: whether it is the school's own letter.
        languages: the languages in which it can be behind the English text, each with the file of that translation.
    """

    letter: str
    name: str
    file: str
    fields: list[str]
    types: dict[str, str]
    sources: dict[str, str]
    must_print: list[str]
    needs: list[str]
    sheet: bool
    adverse: bool
    dated_at_approval: bool
    own: bool
    languages: dict[str, str]

    @property
    def told(self) -> str:
        """The fields in words: those that a person may supply with their types, then those that are filled in."""
        typed = [f"{name} ({kind})" for name, kind in self.types.items() if name not in self.sources]
        told = f"{', '.join(typed)}\nfilled in: {', '.join(self.sources)}"
        return f"{told}\nalso in: {', '.join(self.languages)}" if self.languages else told


def letter_rows(settings: Settings) -> Iterator[LetterRow]:
    """One row for each letter, ours first."""
    word, letters = LazyWord(), settings.school.policy.letters
    for letter in letters:
        path = template_of(settings, letter.id)
        names = sorted(word.fields_of(path))
        fields = [letters.field(name) for name in names]
        yield LetterRow(
            letter=letter.id,
            name=letter.name,
            file=str(path),
            fields=names,
            types={one.name: str(one.type) for one in fields},
            sources={one.name: one.comes_from for one in fields if one.comes_from},
            must_print=sorted(letters.must_print(letter.id)),
            needs=list(letter.needs),
            sheet=letter.sheet,
            adverse=letter.adverse,
            dated_at_approval=letter.dated_at_approval,
            own=letter.own,
            languages=dict(_translations(settings, path)),
        )


def _translations(settings: Settings, english: Path) -> Iterator[tuple[str, str]]:
    """The translations of this Word file, the school's own before ours."""
    stem = english.name.removesuffix(".docx")
    folders = dict.fromkeys((settings.own_templates, english.parent))
    found = [one for folder in folders for one in sorted(folder.glob(f"{stem}.*.docx"))]
    yield from {language_of_file(one.name): str(one) for one in reversed(found)}.items()
