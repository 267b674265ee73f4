"""Reads the facts of law: those that ship, and over them single facts of the school's own file; all faults at once."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..ground.errors import Problem, WrongUsage
from ..ground.plain_file import text_of_plain
from ..ground.values import replace
from ..rules.policies.legal_facts import AUTHORITY, FACTS, Fact, FactKind, Holds, LegalFacts
from .paths import LEGAL_FACTS
from .toml_words import syntax_problem

LONGEST = 400
"""Characters of one fact: a letter prints it within a paragraph."""

_KEYS = ("value", "source", "checked")
_HIGHEST = 120


@cache
def shipped_legal() -> LegalFacts:
    """The facts that ship with the program.

    Raises:
        WrongUsage: their file was changed and is wrong; carries every fault.
    """
    legal, faults = read_legal(LEGAL_FACTS)
    if legal is None:
        raise WrongUsage(*faults)
    return legal


def read_legal(path: Path) -> tuple[LegalFacts | None, list[Problem]]:
    """All facts from a file that must have every one, or None with every fault."""
    content, faults = _content(path)
    if content is None:
        return None, faults
    facts: dict[str, Fact] = {}
    for name in FACTS:
        if name not in content:
            faults.append(_problem(path, name, "This fact is missing.", "Copy it from the file that ships."))
    for name, table in content.items():
        said, found = _said(path, name, table)
        faults += found
        if said is not None and not found:
            lacking = [key for key in _KEYS if key not in said]
            faults += [_problem(path, name, f'It has no "{key}".', "Add it.") for key in lacking]
            if not lacking:
                facts[name] = Fact(
                    value=_text(said["value"]), source=_text(said["source"]), checked=_day(said)
                )
    in_order = {name: facts[name] for name in FACTS if name in facts}
    return (None if faults else LegalFacts(facts=in_order)), faults


def with_own_facts(shipped: LegalFacts, path: Path) -> tuple[LegalFacts, list[Problem]]:
    """The facts with those of the school's own file in their places, and every fault of that file.

    Where the value is another, its source and the day are the school's too; a day alone says that the fact that ships
    was compared with its source.
    """
    if not path.exists():
        return shipped, []
    content, faults = _content(path)
    facts = dict(shipped.facts)
    for name, table in (content or {}).items():
        said, found = _said(path, name, table)
        if said is not None and not found:
            found = list(_half_said(path, name, said))
        faults += found
        if said is not None and not found:
            facts[name] = _changed(facts[name], said)
    return LegalFacts(facts=facts), faults


def _changed(fact: Fact, said: Mapping[str, object]) -> Fact:
    return replace(
        fact,
        value=_text(said.get("value", fact.value)),
        source=_text(said.get("source", fact.source)),
        checked=_day(said),
        own=True,
    )


def _half_said(path: Path, name: str, said: Mapping[str, object]) -> Iterator[Problem]:
    """What a fact of the school's own file lacks: no value has somebody else's source or day."""
    if "checked" not in said:
        do = "Add checked = and the day on which somebody compared it with its source."
        yield _problem(path, name, 'It has no "checked".', do)
    if "value" in said and "source" not in said:
        do = "Add source = and where you read it: the source of our value is not the source of yours."
        yield _problem(path, name, 'It has a value of its own and no "source".', do)


def _content(path: Path) -> tuple[dict[str, object] | None, list[Problem]]:
    text = ""
    try:
        text = text_of_plain(path)
        return tomllib.loads(text), []
    except OSError as error:
        what, do = f"The file cannot be read: {error.strerror}.", "Check who is allowed to read it."
    except UnicodeDecodeError:
        what, do = "The file is not UTF-8 text.", "Save it as UTF-8 in your editor."
    except tomllib.TOMLDecodeError as error:
        return None, [syntax_problem(path.name, text, error)]
    return None, [Problem(where=path.name, what=what, what_to_do=do)]


def _said(path: Path, name: str, table: object) -> tuple[Mapping[str, object] | None, list[Problem]]:
    """What the file says of one fact, or what is wrong with it."""
    kind = FACTS.get(name)
    if kind is None:
        near = get_close_matches(name, FACTS, n=1, cutoff=0.6)
        hint = f"Did you mean {near[0]}? " if near else ""
        return None, [
            _problem(path, name, "There is no such fact.", f"{hint}The facts are: {', '.join(FACTS)}.")
        ]
    if not isinstance(table, Mapping):
        do = f"Write [{name}] on a line of its own, and value, source and checked below it."
        return None, [_problem(path, name, "A fact is a table of its own.", do)]
    faults = [
        _problem(path, f"{name}.{key}", "There is no such key.", f"A fact has: {', '.join(_KEYS)}.")
        for key in table
        if key not in _KEYS
    ]
    faults += [
        _problem(path, f"{name}.{key}", f"It must be {wanted}.", "Correct it.")
        for key, wanted, fits in _wanted(kind)
        if key in table and not fits(table[key])
    ]
    if not faults and kind.names_authority and "value" in table and AUTHORITY not in str(table["value"]):
        what = f"It does not name the authority: {AUTHORITY} is not in it."
        faults.append(
            _problem(path, f"{name}.value", what, f"Write {AUTHORITY} where its name belongs, as ours does.")
        )
    return table, faults


def _wanted(kind: FactKind) -> tuple[tuple[str, str, Callable[[object], bool]], ...]:
    fits = {Holds.WORDS: _is_text, Holds.NUMBER: _is_number, Holds.DAY: _is_day}[kind.holds]
    text = f"text of at most {LONGEST} characters on one line"
    return (
        ("value", text if kind.holds is Holds.WORDS else str(kind.holds), fits),
        (
            "source",
            "text that says where it was read",
            lambda value: isinstance(value, str) and bool(value.strip()),
        ),
        ("checked", "a date such as 2026-11-20, without quotation marks", _is_day),
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST and value.isprintable()


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _HIGHEST


def _is_day(value: object) -> bool:
    # A datetime is a date as well, but does not name a day.
    return isinstance(value, date) and not isinstance(value, datetime)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _day(said: Mapping[str, object]) -> date:
    return date.fromisoformat(_text(said["checked"]))


def _problem(path: Path, place: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{path.name}, {place}", what=what, what_to_do=what_to_do)
