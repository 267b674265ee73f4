"""Reads the languages that a letter can have a translation in: ours, and the school's own beside its school.toml."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import Field as Key

from ..ground.english import listed
from ..ground.errors import Problem
from ..ground.tongues import ENGLISH, WHOLE_DATE, is_right_to_left, language_code, language_name
from ..ground.values import as_table, replace
from ..rules.texts.languages import Joining, Language
from .paths import LANGUAGES, OWN_LANGUAGES
from .toml_file import Table, read_toml

_PLACE = re.compile(r"\{(\w+)\}")
_ALWAYS = ("own_name", "counts", "in_english")


class LanguageFile(Table):
    """The whole of a language's file; what a school's own leaves out is as in ours."""

    own_name: str = ""
    counts: str = ""
    in_english: str = ""
    font: str = ""
    date_form: str = ""
    small_weekdays: bool | None = None
    confirmed_by: str = ""
    confirmed_on: date | None = None
    phrases: dict[str, str] = Key(default={})
    joining: dict[str, str] = Key(default={})


def languages_of(folder: Path) -> tuple[Mapping[str, Language], list[Problem]]:
    """Every language known with this configuration folder by its code, and every fault of their files."""
    found: dict[str, Language] = {}
    faults: list[Problem] = []
    paths = {
        path.stem: path for path in (*LANGUAGES.glob("*.toml"), *(folder / OWN_LANGUAGES).glob("*.toml"))
    }
    for code in sorted(paths):
        language, wrong = read_language(folder, code)
        faults += wrong
        if language:
            found[code] = language
    return found, faults


def read_language(folder: Path, code: str) -> tuple[Language | None, list[Problem]]:
    """One language, None where no file tells of it, and every fault of its files."""
    ours, own = LANGUAGES / f"{code}.toml", folder / OWN_LANGUAGES / f"{code}.toml"
    return _read(ours, own, _stamp(ours), _stamp(own))


@lru_cache(maxsize=64)
def _read(ours: Path, own: Path, *stamps: tuple[int, int] | None) -> tuple[Language | None, list[Problem]]:
    """Read again only where a file has changed."""
    known, faults = (None, list[Problem]()) if stamps[0] is None else _of_file(ours, None)
    if stamps[1] is None:
        return known, faults
    said, wrong = _of_file(own, known)
    return said, [*faults, *(replace(one, where=f"{OWN_LANGUAGES}/{one.where}") for one in wrong)]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _of_file(path: Path, known: Language | None) -> tuple[Language | None, list[Problem]]:
    """The language that this file tells of, over what is known of it."""
    table, faults = read_toml(path, LanguageFile)
    if table is None:
        return None, faults
    code = path.stem
    found = list(_faults(path, table, known))
    if found:
        return None, found
    told = {name: value for name in _SAID if (value := getattr(table, name)) not in {"", None}}
    base = known or Language(
        code=code,
        name=language_name(code),
        own_name="",
        counts="",
        in_english="",
        right_to_left=is_right_to_left(code),
        date_form=WHOLE_DATE,
    )
    joining = replace(base.joining, **table.joining)
    return replace(base, **told, phrases={**base.phrases, **table.phrases}, joining=joining), []


_SAID = (*_ALWAYS, "font", "date_form", "small_weekdays", "confirmed_by", "confirmed_on")


def _faults(path: Path, table: LanguageFile, known: Language | None) -> Iterator[Problem]:
    code = path.stem
    if language_code(code) != code or code == ENGLISH:
        yield _problem(path, f"No language beside English has the code '{code}'.", _NAME_DO)
    for name in _ALWAYS:
        if known is None and not getattr(table, name).strip():
            yield _problem(path, f'"{name}" is missing.', f"{_HELP[name]} A language of your own needs it.")
    if bool(table.confirmed_by.strip()) != bool(table.confirmed_on):
        what = '"confirmed_by" and "confirmed_on" go together.'
        yield _problem(
            path, what, "Write who has read the words of this language, and on which day: 2026-11-20."
        )
    for english, words in table.phrases.items():
        if set(_PLACE.findall(english)) != set(_PLACE.findall(words)) or not words.strip():
            what = f'The words for "{english}" have not the same places in braces.'
            yield _problem(path, what, "Write each {place} in both, with the same name.")
    yield from _joining_faults(path, table)


def _joining_faults(path: Path, table: LanguageFile) -> Iterator[Problem]:
    """Words of [joining] that are nowhere, or that lack a place."""
    known = as_table(Joining())
    for name, words in table.joining.items():
        if name not in known:
            yield _problem(path, f"There is no '{name}' under [joining].", f"Known: {', '.join(known)}.")
        elif set(_PLACE.findall(words)) != (places := set(_PLACE.findall(known[name]))):
            told = listed(sorted(f"{{{one}}}" for one in places)) or "none"
            what = f'"{name}" under [joining] has not the places in braces that it needs.'
            yield _problem(path, what, f"Write each of these once: {told}.")


_NAME_DO = "Name the file by the BCP 47 code: cy.toml, pl.toml, ur.toml."
_HELP = {
    "own_name": "What the language calls itself.",
    "counts": "The line that says that this is a translation, and that the English letter counts.",
    "in_english": "What stands behind words that stay in English: '(in English)' in that language.",
}


def _problem(path: Path, what: str, what_to_do: str) -> Problem:
    return Problem(where=path.name, what=what, what_to_do=what_to_do)
