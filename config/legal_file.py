"""Reads the legal-facts file: TOML to one frozen `LegalFacts`, all faults at once."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from ..ground.errors import Problem
from ..rules.policies.legal import LegalFacts

TABLES = {"section_547": ("act", "section", "court", "fine"), "permission_to_enter": ("power",)}
"""Each table of the file with the facts it must hold, in the order in which faults are shown."""


def read_legal(path: Path) -> tuple[LegalFacts | None, list[Problem]]:
    """The facts, or None with every fault of the file."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return None, [_problem(path, f"The file cannot be read: {error.strerror}.")]
    except UnicodeDecodeError:
        return None, [_problem(path, "The file is not UTF-8 text.", "Save it again as UTF-8.")]
    except tomllib.TOMLDecodeError as error:
        return None, [_problem(path, f"The file is not valid TOML: {error}.")]
    faults = [_problem(path, fault) for fault in (*_missing(content), *_unknown(content))]
    checked = _day(content.get("checked"))
    if faults or checked is None:
        return None, faults
    words = {
        name: _text(_table(content, table).get(name)) for table, names in TABLES.items() for name in names
    }
    return LegalFacts(checked=checked, source=_text(content.get("source")), **words), []


def _missing(content: Mapping[str, object]) -> list[str]:
    """Every fact that is absent, empty or of the wrong kind, in words."""
    faults = []
    if _day(content.get("checked")) is None:
        faults.append('"checked" must be a date such as 2026-11-20, without quotation marks.')
    if not _text(content.get("source")):
        faults.append('"source" must say where the facts were read.')
    for table, names in TABLES.items():
        facts = _table(content, table)
        faults += [f'[{table}] "{name}" must hold text.' for name in names if not _text(facts.get(name))]
    return faults


def _unknown(content: Mapping[str, object]) -> list[str]:
    """Every name that no letter uses: most likely a slip of the keyboard."""
    known = {"checked", "source", *TABLES}
    faults = [f'"{name}" is not a name that is used here.' for name in content if name not in known]
    for table, names in TABLES.items():
        strange = [name for name in _table(content, table) if name not in names]
        faults += [f'[{table}] "{name}" is not a name that is used here.' for name in strange]
    return faults


def _table(content: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = content.get(name)
    return found if isinstance(found, Mapping) else {}


def _day(value: object) -> date | None:
    # A datetime is a date as well, but does not name a day.
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _problem(
    path: Path, what: str, what_to_do: str = "Correct it, or copy the file that is shipped."
) -> Problem:
    return Problem(where=str(path), what=what, what_to_do=what_to_do)
