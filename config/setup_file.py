"""school.toml while a school is being set up: answers are put into it, and comments and order stay as they are."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import ValidationError
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Table as TomlTable

from ..ground.disk import in_plain_words, put_new, write_file
from ..ground.errors import Problem, WrongUsage
from ..ground.plain_file import text_of_plain
from ..ground.values import replace
from .example_values import in_own_words, leaves, own_words
from .paths import EXAMPLE
from .settings_tables import SchoolFile
from .toml_file import fault_of, reader_of

NAME = "school.toml"
Answer = str | int | bool | date | list[str]
"""What stands behind the = of a line."""

_HEADER = re.compile(r"^\s*(?P<off>#\s?)?\[(?P<name>[\w.-]+)\]\s*(#.*)?$")
_OFF = re.compile(r"^\s*#\s?(?=[\w.-]+\s*=)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupFile:
    """The file as it would be with the answers so far; nothing is written before `save`.

    Attributes:
        path: where it is.
        text: as it would be.
        was: as it is on disk.
    """

    path: Path
    text: str
    was: str

    @classmethod
    def of(cls, folder: Path) -> "SetupFile":
        """The file of this folder.

        Raises:
            WrongUsage: it is not there, or is no TOML, so that nothing can be put into it.
        """
        path = folder / NAME
        try:
            text = text_of_plain(path)
            tomlkit.parse(text)
        except (OSError, UnicodeDecodeError, TOMLKitError) as error:
            what = f"It cannot be read: {getattr(error, 'strerror', '') or error}."
            do = "Correct it in an editor, or let `setup` make a new folder: --config NEW-FOLDER setup."
            raise WrongUsage(Problem(where=str(path), what=what, what_to_do=do)) from None
        return cls(path=path, text=text, was=text)

    def value(self, key: str) -> Any:
        """What is written at this key, such as "people.head.name"; None where nothing does."""
        return _at(tomllib.loads(self.text), key)

    def is_invented(self, key: str) -> bool:
        """Whether the example's own words are still there, which no other school shares."""
        example, said = _example(), _texts_at(self.value(key), key)
        return any(
            text and (own_words({place: example.get(place, "")}, {place: "-"}) and example.get(place) == text)
            for place, text in said.items()
        )

    def proposed(self, key: str) -> Any:
        """What a person is offered: what is written there; of the example's words, those with the school's own names.

        None where only the school itself can say it.
        """
        value = self.value(key)
        example = _example()
        words = own_words(example, dict(leaves("", tomllib.loads(self.text))))
        if self.is_invented(key):
            return words.get(value) if isinstance(value, str) else None
        left = [text for text in own_words(example, dict.fromkeys(example, "-")) if text not in words]

        def reworded(text: Any) -> Any:
            return in_own_words(text, words) if isinstance(text, str) and text in example.values() else text

        offered = [reworded(one) for one in value] if isinstance(value, list) else reworded(value)
        texts = offered if isinstance(offered, list) else [offered]
        return None if any(name in str(text) for name in left for text in texts) else offered

    def with_answers(self, answers: Mapping[str, Answer | None]) -> "SetupFile":
        """The file with these at their keys; None takes a key out. A line switched off with # is switched on."""
        text = self.text
        for key, answer in answers.items():
            if answer is not None and _at(tomllib.loads(text), key) is None:
                text = _switched_on(text, key)
            text = _put(text, key, answer)
        return replace(self, text=text)

    def faults(self, keys: Iterable[str]) -> list[Problem]:
        """What is wrong with these keys, and what their answers made wrong elsewhere; each once."""
        before = {one.where for one in _faults(self.path, self.was)}
        asked = [f"{NAME}, {key}" for key in keys]
        return [
            one
            for one in _faults(self.path, self.text)
            if one.where not in before or any(_is_within(one.where, where) for where in asked)
        ]

    def save(self, today: date) -> str:
        """Put it in place. As it was before the first answer of a day it is kept beside it; returns that file's name.

        Raises:
            DiskFailed: the disk is full or broken; the old file is untouched.
        """
        kept = f"school-{today.isoformat()}.toml"
        if self.text != self.was:
            with in_plain_words(self.path):
                if not (self.path.parent / kept).exists():
                    put_new(self.path.parent, kept, self.was.encode())
            write_file(self.path, self.text.encode())
        return kept


def _faults(path: Path, text: str) -> list[Problem]:
    try:
        reader_of(SchoolFile).validate_python(tomllib.loads(text))
    except ValidationError as error:
        return [fault_of(path, fault, SchoolFile) for fault in error.errors()]
    return []


def _is_within(where: str, asked: str) -> bool:
    return where == asked or where.startswith(f"{asked}.") or asked.startswith(f"{where}.")


def _example() -> dict[str, str]:
    return dict(leaves("", tomllib.loads((EXAMPLE / NAME).read_text(encoding="utf-8"))))


def _texts_at(value: Any, key: str) -> dict[str, str]:
    return dict(leaves(key, value))


def _at(table: Any, key: str) -> Any:
    for part in key.split("."):
        if not isinstance(table, Mapping) or part not in table:
            return None
        table = table[part]
    return table


def _put(text: str, key: str, answer: Answer | None) -> str:
    file = tomlkit.parse(text)
    *tables, name = key.split(".")
    here: Any = file
    for part in tables:
        if part not in here:
            if answer is None:
                return text
            here[part] = tomlkit.table(is_super_table=not isinstance(here, TomlTable) and part != tables[-1])
        here = here[part]
    if answer is not None:
        here[name] = answer
    elif name in here:
        del here[name]
    return tomlkit.dumps(file)


def _switched_on(text: str, key: str) -> str:
    """The text with the commented line of this key, and of its table, made real lines; as it is where there is none."""
    table, _, name = key.rpartition(".")
    lines = text.split("\n")
    headers = [(place, found) for place, line in enumerate(lines) if (found := _HEADER.match(line))]
    for number, (place, found) in enumerate(headers):
        if found["name"] != table:
            continue
        end = headers[number + 1][0] if number + 1 < len(headers) else len(lines)
        wanted = re.compile(rf"^\s*#\s?{re.escape(name)}\s*=")
        here = next((one for one in range(place + 1, end) if wanted.match(lines[one])), None)
        if found["off"]:
            lines[place] = lines[place].replace(found["off"], "", 1)
        if here is not None:
            lines[here] = _OFF.sub("", lines[here], count=1)
        changed = "\n".join(lines)
        return changed if _reads(changed) else text
    return text


def _reads(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True
