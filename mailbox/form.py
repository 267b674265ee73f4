"""Reads the lines of a form by its mapping: labels and answers, and what is said beside them."""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..rules.texts.forms import LONGEST_LABEL, Form, FormLine, Layout, tidy
from ..rules.texts.passages import GREETING, without_quoted_words
from .quotes import without_signature

LONGEST_VALUE = 20_000
"""Characters of one field that are kept."""

SHORT_LINE = 55
"""Characters; a line as short as this was not broken by the email program, so the next one is a line of its own."""

FEW_WORDS = 4
"""Words of a further line that may still belong to a name or a place."""

LONG_FIELDS = frozenset({"what", "exact", "beside"})
"""Fields whose answers go on over blank lines."""

_LABEL_LINE = re.compile(
    rf"[\s>*_•·\-–]{{0,8}}([^\W_](?:[^:：\n]{{0,{LONGEST_LABEL}}}?))\s{{0,3}}[*_]{{0,2}}\s?[:：][*_]{{0,2}}(.*)$"
)
_NUMBERED = re.compile(r"[\s>*_•]{0,8}(\d{1,3})\s?[.)]\s+(\S.*)$")
_QUESTION = re.compile(r"[\s>*_•]{0,8}Q(?:uestion)?\s?\d{0,3}\s?[.:)]\s*(\S.*)$", re.IGNORECASE)
_ANSWER = re.compile(r"[\s>*_•]{0,8}A(?:nswer|ns)?\s?\d{0,3}\s?[.:)]\s*(.*)$", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:n\s?/\s?a|n\.a\.?|none|nil|not known|unknown|no answer|-+|–+|—+|\.|\?)", re.IGNORECASE
)
_BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row of two cells."""

    label: str
    value: str


Item = str | Row
"""What an email's form is made of: lines of text, and rows of its tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read by one mapping: each field with its label, in the order written; and what was left over."""

    lines: tuple[FormLine, ...] = ()
    beside: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        """The answers by field."""
        return {line.field: line.value for line in self.lines}


@dataclass(slots=True)
class _Asked:
    """One label with the lines below it; the field is "" where they tell nothing, "beside" where none takes them."""

    field: str
    label: str
    lines: list[str] = dataclasses.field(default_factory=list)
    goes_on: bool = True


def read_items(items: Iterable[Item], form: Form, layouts: frozenset[Layout]) -> Reading:
    """What lines and table rows say by the mapping of `form`; the first answer that says something for each field.

    A value goes on over the next lines up to a blank line; what was posted goes on over blank lines too,
    up to the next label or the end.
    """
    reader = _Reader(form, layouts)
    for item in items:
        reader.take(item)
    return reader.reading()


def labels_in(items: Iterable[Item]) -> frozenset[str]:
    """Whatever looks like a label before its answer, tidied."""
    found = set[str]()
    for item in items:
        if isinstance(item, Row):
            found.add(tidy(item.label))
        elif len(item) < LONGEST_VALUE:
            if match := _LABEL_LINE.match(item):
                found.add(tidy(match.group(1)))
            if _NUMBERED.match(item) or _QUESTION.match(item):
                found.add(tidy(item))
    return frozenset(found)


def labelled(text: str, label: str) -> str:
    """The rest of the first line that begins with `label` and a colon, as web forms write them; "" without."""
    for line in text.split("\n"):
        match = _LABEL_LINE.match(line[:500])
        if match and tidy(match.group(1)) == label:
            return said(match.group(2))
    return ""


def said(value: str) -> str:
    """An answer without the email program's stars; "" where it is "n/a" or the like."""
    bare = value.strip().strip("*_").strip()
    first = re.split(r"(?<!\s)\s+[-–—]\s+", bare, maxsplit=1)[0]
    return "" if _EMPTY.fullmatch(first) and first.lower() not in ("unknown", "not known") else bare


class _Reader:
    """Goes through an email's lines once; `asked` holds the labels found, `beside` what is left over."""

    def __init__(self, form: Form, layouts: frozenset[Layout]) -> None:
        self._form = form
        self._layouts = layouts
        self._known = form.by_label
        self._asked: list[_Asked] = []
        self._beside: list[str] = []
        self._number = 0
        self._after_blank = True
        self._in_form = False

    def take(self, item: Item) -> None:
        """Read one further line or row."""
        if isinstance(item, Row):
            self._row(item)
        elif not item.strip():
            self._blank()
        elif self._form.is_frame(item):
            self._in_form = False
        elif (begun := self._heading(item)) is not None:
            self._asked.append(begun)
            self._in_form = True
        else:
            self._further(item)
        self._after_blank = isinstance(item, Row) or not item.strip()

    def reading(self) -> Reading:
        """All that was read."""
        found: dict[str, FormLine] = {}
        beside = list(self._beside)
        for one in self._asked:
            value = said(_answer(one))[:LONGEST_VALUE]
            if one.field == _BESIDE or (one.field in found and value not in ("", found[one.field].value)):
                beside += [f"{one.label}: {value}"] if value else []
            elif one.field and value and one.field not in found:
                found[one.field] = FormLine(field=one.field, label=one.label, value=value)
            if not one.field or (one.field in found and found[one.field].value == value):
                beside += _more_told(one, value)
        left = "\n".join(line for line in beside if re.search(r"\w", line))
        return Reading(lines=tuple(found.values()), beside=without_signature(left).strip())

    def _row(self, row: Row) -> None:
        field = self._known.get(tidy(row.label), _BESIDE)
        if self._form.is_frame(f"{row.label} {row.value}"):
            return
        if Layout.TABLE not in self._layouts:
            self._beside.append(f"{row.label} {row.value}".strip())
        elif row.label.strip() or row.value.strip():
            self._asked.append(_Asked(field, row.label.strip(), row.value.split("\n"), goes_on=False))
        self._in_form = False

    def _blank(self) -> None:
        if not (self._in_form and self._asked):
            return
        asked = self._asked[-1]
        if asked.field in LONG_FIELDS:
            asked.lines.append("")
        elif any(line.strip() for line in asked.lines):
            # A label on a line of its own has its value below it, perhaps after a blank line.
            asked.goes_on = False

    def _further(self, line: str) -> None:
        asked = self._asked[-1] if self._in_form and self._asked else None
        if asked is None or not asked.goes_on:
            self._leave(line)
            return
        if Layout.QUESTION_ANSWER in self._layouts and (answer := _ANSWER.match(line[:LONGEST_VALUE])):
            line = answer.group(1)
        asked.lines.append(line.strip())

    def _leave(self, line: str) -> None:
        """Keep a line that no label takes, unless it only greets."""
        greets = GREETING.match(line.strip()) and len(line.split()) <= 6 and not re.search(r"[.!?]\s*$", line)
        if not greets:
            self._beside.append(line.strip())

    def _heading(self, line: str) -> _Asked | None:
        """The label that this line begins, with the rest of the line; None where it begins none."""
        if len(line) >= LONGEST_VALUE:
            return None
        if Layout.NUMBERED in self._layouts and (numbered := _NUMBERED.match(line)):
            return self._numbered(int(numbered.group(1)), numbered.group(2))
        if Layout.QUESTION_ANSWER in self._layouts and (question := _QUESTION.match(line)):
            return self._with_rest(question.group(1)) or self._asks(question.group(1))
        return self._with_rest(line) if Layout.LINE in self._layouts else self._alone(line)

    def _numbered(self, number: int, question: str) -> _Asked | None:
        asked = self._with_rest(question)
        if asked is None and number != self._number + 1 and tidy(question) not in self._known:
            return None
        self._number = number
        return asked or self._asks(question)

    def _with_rest(self, line: str) -> _Asked | None:
        """A known label, a colon, and what stands behind it; or a known label alone on its line."""
        match = _LABEL_LINE.match(line)
        label = match.group(1) if match else ""
        if match and tidy(label) in self._known:
            return _Asked(self._known[tidy(label)], label.strip(" *_"), [match.group(2).strip()])
        return self._alone(line)

    def _alone(self, line: str) -> _Asked | None:
        if Layout.BELOW not in self._layouts or len(line) > LONGEST_LABEL:
            return None
        if tidy(line) in self._known:
            return self._asks(line)
        # A question that the mapping does not know ends the answer before it.
        asks = self._after_blank and line.rstrip().endswith(("*", "?")) and self._asked
        return self._asks(line) if asks else None

    def _asks(self, question: str) -> _Asked:
        return _Asked(self._known.get(tidy(question), _BESIDE), question.strip(" _"))


def _answer(asked: _Asked) -> str:
    """The lines below a label as one answer."""
    if asked.field in LONG_FIELDS:
        return _signed(asked)[0]
    return " ".join(line for line in asked.lines if line.strip()).strip()


def _signed(asked: _Asked) -> tuple[str, str]:
    """What was posted, and the bare name that a colleague signs with below it."""
    value = "\n".join(asked.lines).strip()
    body, gap, last = value.rpartition("\n\n")
    name = gap and "\n" not in last and len(last.split()) <= 3 and not re.search(r"[.!?\"'”’]$", last)
    return (body, last) if name else (value, "")


def _more_told(asked: _Asked, value: str) -> list[str]:
    """What an answer holds besides: a paragraph after a post and outside its quotation marks; a line below a name."""
    if asked.field == "what":
        told = without_quoted_words(value).split("\n\n")[1:]
        return [part.strip() for part in (*told, _signed(asked)[1])]
    if asked.field == "exact":
        return [_signed(asked)[1].strip()]
    lines = [line for line in asked.lines if line.strip()]
    return [
        line for above, line in pairwise(lines) if len(above) < SHORT_LINE and len(line.split()) >= FEW_WORDS
    ]
