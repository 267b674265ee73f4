"""Reads a school's calendar.toml: terms, INSET days and closures; bank holidays come from a package."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import holidays

from ..ground.english import uk_date, uk_date_short
from ..ground.errors import Problem
from ..ground.plain_file import read_plain
from ..rules.days.calendar import Calendar, Term, is_weekend
from .toml_words import syntax_problem

_KEYS = ("covered_until", "inset", "terms", "closures", "extra_bank_holidays")
_YEARS = range(2000, 2100)  # beyond them the package knows no bank holidays, and a year is a slip of the pen
_LONGEST_TERM = 180
_HOW_A_DATE = "Write a date as year-month-day without quotation marks: 2027-01-04."


def read_calendar(path: Path) -> tuple[Calendar | None, list[Problem]]:
    """The calendar of one school, or None and everything that is wrong with its file.

    Args:
        path: a TOML file, laid out as config/example/calendar.toml.
    """
    content, faults = _read_toml(path)
    if faults:
        return None, faults
    calendar = _calendar(_Table(file=str(path), place="", content=content, faults=faults))
    return (None, faults) if faults else (calendar, [])


def _read_toml(path: Path) -> tuple[dict[str, object], list[Problem]]:
    """The content of the file; the byte order mark that Notepad writes is let through."""
    text = ""
    try:
        text = read_plain(path).decode("utf-8-sig")
        return tomllib.loads(text), []
    except OSError as error:
        where, what = str(path), f"The calendar cannot be read: {error.strerror or error}."
        what_to_do = "Put the school's calendar there."
    except UnicodeDecodeError as error:
        where = f"{path}, line {error.object[: error.start].count(10) + 1}"
        what, what_to_do = "This is not UTF-8 text.", "Save the file again, as UTF-8."
    except tomllib.TOMLDecodeError as error:
        return {}, [syntax_problem(str(path), text, error)]
    return {}, [Problem(where=where, what=what, what_to_do=what_to_do)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One table of the file, and the list that takes the faults of all of them."""

    file: str
    place: str
    content: dict[str, object]
    faults: list[Problem]

    def fault(self, key: str, what: str, what_to_do: str) -> None:
        """Note that the value under `key` is wrong."""
        where = ", ".join(part for part in (self.file, self.place, key) if part)
        self.faults.append(Problem(where=where, what=what, what_to_do=what_to_do))

    def only(self, keys: tuple[str, ...]) -> None:
        """Report every key that is not one of `keys`: a misspelt one would be lost in silence."""
        for key in self.content:
            if key not in keys:
                self.fault(key, "This key is not known.", f"Use one of: {', '.join(keys)}.")

    def day(self, key: str) -> date | None:
        """The date under `key`, which must be there."""
        if key in self.content:
            return self._as_day(key, self.content[key])
        self.fault(key, "This date is missing.", _HOW_A_DATE)
        return None

    def days(self, key: str) -> list[date]:
        """The dates of a list, none where the key is missing."""
        values = self.content.get(key, [])
        if not isinstance(values, list):
            self.fault(key, "This is not a list of dates.", "Put square brackets round the dates.")
            return []
        days = [day for value in values if (day := self._as_day(key, value))]
        self.no_doubles(key, days)
        return days

    def text(self, key: str) -> str:
        """The text under `key`; "" where it is missing."""
        value = self.content.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.fault(key, f"{value} is not text.", "Put it in quotation marks.")
        return ""

    def tables(self, key: str) -> "list[_Table]":
        """The [[key]] blocks in file order, named by their number."""
        values = self.content.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.fault(key, "These are not blocks.", f"Begin each one with [[{key}]] on a line of its own.")
            return []
        return [
            _Table(file=self.file, place=f"{key} {number}", content=value, faults=self.faults)
            for number, value in enumerate(values, start=1)
        ]

    def no_doubles(self, key: str, days: list[date]) -> None:
        """Report a day that is named twice: one of the two was meant to be another."""
        for day in sorted({day for day in days if days.count(day) > 1}):
            self.fault(key, f"{uk_date(day)} appears twice.", "Correct or remove one of them.")

    def _as_day(self, key: str, value: object) -> date | None:
        if type(value) is not date:  # a datetime is a date too, but its hour would be lost
            self.fault(key, f"{value} is not a date.", _HOW_A_DATE)
        elif value.year not in _YEARS:
            self.fault(key, f"{uk_date(value)} cannot be right.", "Check the year.")
        else:
            return value
        return None


def _calendar(table: _Table) -> Calendar | None:
    """The calendar as far as it can be made; None where its terms or its end are not clear."""
    table.only(_KEYS)
    terms = _terms(table)
    inset = table.days("inset")
    closures = _named_days(table, "closures", "why")
    extra = _named_days(table, "extra_bank_holidays", "name")
    until = table.day("covered_until") if "covered_until" in table.content else None
    if not terms:
        return None
    _check_inset(table, inset, terms)
    if until and until < terms[-1].last:
        what = f"{uk_date(until)} is before the end of the last term, {uk_date(terms[-1].last)}."
        table.fault("covered_until", what, "Leave this key out, or name a later day.")
    until = until or terms[-1].last
    return Calendar(
        terms=terms,
        inset=frozenset(inset),
        closures=closures,
        bank_holidays=_bank_holidays(terms[0].first.year, until.year) | extra,
        covered_until=until,
    )


def _terms(table: _Table) -> tuple[Term, ...]:
    """The terms in order; none where one of them is wrong, so that nothing else is blamed for it."""
    if not table.content.get("terms"):
        table.fault("terms", "There are no terms.", "Add a [[terms]] block for each stretch of school.")
        return ()
    blocks = table.tables("terms")
    terms = [term for block in blocks if (term := _term(block))]
    terms.sort(key=lambda term: term.first)
    for earlier, later in pairwise(terms):
        if later.first <= earlier.last:
            what = f"{_title(later)} begins before {_title(earlier)} has ended."
            table.fault("terms", what, "Correct one of the two.")
    return tuple(terms) if len(terms) == len(blocks) else ()


def _term(block: _Table) -> Term | None:
    block.only(("name", "first", "last"))
    first, last, name = block.day("first"), block.day("last"), block.text("name")
    if first is None or last is None:
        return None
    if last < first:
        block.fault(
            "last", f"{uk_date(last)} is before the first day, {uk_date(first)}.", "Correct one of them."
        )
        return None
    if (last - first).days > _LONGEST_TERM:
        block.fault(
            "last", "The term is longer than half a year.", "Check the years; split it at the holiday."
        )
        return None
    return Term(first=first, last=last, name=name)


def _title(term: Term) -> str:
    return f"{term.name or 'Term'} from {uk_date_short(term.first)}"


def _check_inset(table: _Table, inset: list[date], terms: tuple[Term, ...]) -> None:
    """An INSET day that changes nothing is a slip: the day that was meant would count wrongly."""
    for day in inset:
        if is_weekend(day):
            table.fault("inset", f"{uk_date(day)} is at a weekend.", "Correct or remove it.")
        elif not any(term.first <= day <= term.last for term in terms):
            table.fault("inset", f"{uk_date(day)} is in no term.", "Correct or remove it.")


def _named_days(table: _Table, key: str, name: str) -> dict[date, str]:
    """The [[key]] blocks that give a `day` and a text, as [[closures]] with day and why."""
    rows: list[tuple[date, str]] = []
    for block in table.tables(key):
        block.only(("day", name))
        day, text = block.day("day"), block.text(name)
        if not text:
            block.fault(name, "The text is missing.", "Say it in a word or two; it is shown to the office.")
        if day:
            rows.append((day, text))
    table.no_doubles(key, [day for day, _ in rows])
    return dict(rows)


@cache
def _bank_holidays(first: int, last: int) -> dict[date, str]:
    """The bank holidays of England and Wales from year to year, substitute days and proclaimed days included."""
    found = holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))
    return {day: name.replace(" (observed)", " substitute day") for day, name in sorted(found.items())}
