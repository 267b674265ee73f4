"""What `templates diff` shows: each Word file of a school that replaces one of ours, beside the one that ships now."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..config.paths import LETTER_TEMPLATES
from ..config.settings import Settings
from ..ground.errors import Problem, Refused, WrongUsage
from ..records.word.template_diff import Difference, difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A Word file of the school and what differs; `fault` says why that cannot be said, such as a broken tag."""

    letter: str
    yours: Path
    ours: Path
    difference: Difference | None = None
    fault: Problem | None = None

    @property
    def needs_a_person(self) -> bool:
        """Whether the copy lacks what the shipped file prints, or cannot be read."""
        return self.difference is None or bool(self.difference.lacking)


def copies(settings: Settings, letter: str = "") -> list[Copy]:
    """The school's copies of this letter, its translations among them; or of all letters.

    Raises:
        WrongUsage: there is no such letter, or it is the school's own, so that there is nothing to compare it with.
    """
    letters = settings.school.policy.letters
    if letter and letter not in letters:
        known = f"Known: {', '.join(one.id for one in letters)}."
        raise _wrong(letter, f"There is no letter '{letter}'.", known)
    if letter and letters.records[letter].own:
        do = f"`templates try {letters.records[letter].file}` shows what it prints."
        raise _wrong(letter, "It is the school's own letter, and no file of ours is beside it.", do)
    folder = settings.own_templates
    files = sorted(folder.glob("*.docx")) if folder.is_dir() else []
    named = [(letters.of_file(one.name), one) for one in files]
    pairs = [(id, one) for id, one in named if id and letter in {"", id}]
    return [_compared(id, one) for id, one in pairs if (LETTER_TEMPLATES / one.name).is_file()]


def _compared(letter: str, yours: Path) -> Copy:
    ours = LETTER_TEMPLATES / yours.name
    try:
        found = difference(yours, ours)
    except Refused as refused:
        return Copy(letter=letter, yours=yours, ours=ours, fault=refused.problems[0])
    return Copy(letter=letter, yours=yours, ours=ours, difference=found)


def in_words(copy: Copy, settings: Settings) -> Iterator[str]:
    """The difference as people read it, a line at a time."""
    name = f"{copy.letter}, {copy.yours.name}"
    if copy.fault:
        yield f"{name}: cannot be compared. {copy.fault.what} {copy.fault.what_to_do}"
    found = copy.difference
    if found is None:
        return
    if found.same:
        yield f"{name}: the same words as ours."
        return
    many = len(found.changes)
    yield f"{name}: {many} paragraph{'' if many == 1 else 's'} differ{'s' if many == 1 else ''}."
    for change in found.changes:
        match change.change:
            case "changed":
                yield f"  changed, ours:  {change.ours}"
                yield f"           yours: {change.yours}"
            case "removed":
                yield f"  only in ours:   {change.ours}"
            case _:
                yield f"  only in yours:  {change.yours}"
    letters = settings.school.policy.letters
    for field in found.lacking:
        yield f"  ours prints {{{{ {field} }}}} and yours does not: {letters.field(field).help}"
    for field in found.extra:
        yield f"  yours prints {{{{ {field} }}}} and ours does not: {letters.field(field).help}"


def _wrong(where: str, what: str, what_to_do: str) -> WrongUsage:
    return WrongUsage(Problem(where=where, what=what, what_to_do=what_to_do))
