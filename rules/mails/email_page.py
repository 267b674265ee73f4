"""An email to our own people as a page: out of one text with a few marks come its plain text and the parts of its HTML.

A line of letter_templates/*.j2 is what its beginning says: `# ` what is asked, `## ` a heading, `=> ADDRESS WORDS` the
button to press, `-> ` one of several, `! ` a warning, `> ` the words of a letter, `~ ` small print, `  Name   value` a
row, `  - ` an item, two spaces something to type; all else is prose. Values are marked before they are put in, so that
none of them can begin a line, end one, or be taken for a mark: what comes from outside is only ever words. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

VALUE, BREAK = "\ufdd0", "\ufdd1"
"""Before each value, and for each line end in one; Unicode gives these two to nobody."""

_FACT = re.compile(
    rf" {{2}}(?P<name>[^\s{VALUE}-](?:[^{VALUE}]*?[^\s{VALUE}])?)(?P<gap> {{2,}})(?P<value>\S.*)"
)
_HREF = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\\`{}|^]+", re.ASCII)


_NAMED = re.compile(rf" {{2}}{VALUE}(?P<name>[^{VALUE}]*\S) +(?P<value>{VALUE}.*\S)")
"""A row whose name is a value, too."""
_GOES_ON = re.compile(rf" {{6,}}(?P<value>{VALUE}.*\S)")
"""A further line of the row above."""


class Kind(StrEnum):
    """What a line is, and a part of the page."""

    ASKED = "asked"
    HEADING = "heading"
    WARNING = "warning"
    LETTER = "letter"
    SMALL = "small"
    FACTS = "facts"
    ITEMS = "items"
    BUTTON = "button"
    CHOICE = "choice"
    TYPED = "typed"
    PROSE = "prose"


_MARKS = {
    "# ": Kind.ASKED,
    "## ": Kind.HEADING,
    "! ": Kind.WARNING,
    "> ": Kind.LETTER,
    "~ ": Kind.SMALL,
    "=> ": Kind.BUTTON,
    "-> ": Kind.CHOICE,
}
_BUTTONS = frozenset({Kind.BUTTON, Kind.CHOICE})
_RUNS_ON = frozenset({Kind.PROSE, Kind.WARNING, Kind.SMALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some lines of one kind; `name` is a row's, `href` a button's, and `gap` what is between name and value."""

    kind: Kind
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An email's plain text, and its HTML."""

    text: str
    html: str


def as_value(held: object) -> str:
    """A value as it is put into a text: marked, and on one line."""
    bare = re.sub(f"[{VALUE}{BREAK}]", "", str(held))
    return VALUE + re.sub(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]", BREAK, bare)


def plain(marked: str) -> str:
    """The words as they were, without what marks values."""
    return marked.replace(VALUE, "").replace(BREAK, "\n")


def plain_text(marked: str) -> str:
    """The email as plain text: the marks are gone, a button is its words and its address."""
    return plain("\n".join(_as_plain(line) for line in marked.split("\n")))


def parts_of(marked: str, desk: str) -> tuple[Part, ...]:
    """The parts of the page, in order.

    Args:
        marked: the text with its marks and marked values.
        desk: the address of the desk; a button leads there or opens an email, anything else is no button. "" for none.
    """
    made: list[Part] = []
    apart = True
    for line in marked.split("\n"):
        if not plain(line).strip():
            apart = True
            continue
        if made and made[-1].kind is Kind.FACTS and not apart and (more := _GOES_ON.fullmatch(line)):
            *rows, (name, value) = made[-1].rows
            longer = (name, f"{value}\n{plain(more['value'])}")
            made[-1] = Part(kind=Kind.FACTS, rows=(*rows, longer))
            continue
        part = _part(line, desk)
        if made and not apart and _belong_together(made[-1], part):
            made[-1] = _joined(made[-1], part)
        else:
            made.append(part)
        apart = False
    return tuple(made)


def _marked(line: str) -> tuple[Kind | None, str]:
    """The kind that the beginning of a line says, and the rest of it; None where it says none."""
    mark, _, rest = line.partition(" ")
    kind = _MARKS.get(f"{mark} ")
    return (kind, rest) if kind else (None, line)


def _as_plain(line: str) -> str:
    kind, rest = _marked(line)
    if kind not in _BUTTONS:
        return rest
    href, words = _button(rest)
    return f"{words}:\n  {href}" if words else f"  {href}"


def _button(rest: str) -> tuple[str, str]:
    href, _, words = rest.strip().partition(" ")
    return href, words.strip()


def _part(line: str, desk: str) -> Part:
    kind, rest = _marked(line)
    if kind in _BUTTONS:
        href, words = _button(rest)
        if leads_somewhere_safe(plain(href), desk):
            return Part(kind=kind, lines=(plain(words),), href=plain(href))
        return Part(kind=Kind.PROSE, lines=(plain(f"{words}: {href}"),))
    if kind:
        return Part(kind=kind, lines=tuple(_lines(rest)))
    if found := _FACT.fullmatch(line) or _NAMED.fullmatch(line):
        return Part(kind=Kind.FACTS, rows=((found["name"], plain(found["value"]).strip()),))
    if line.lstrip(" ").startswith("- "):
        return Part(kind=Kind.ITEMS, lines=(plain(line.lstrip(" ")[2:]),))
    return Part(
        kind=Kind.TYPED if line.startswith("  ") else Kind.PROSE, lines=tuple(_lines(line.strip(" ")))
    )


def leads_somewhere_safe(href: str, desk: str) -> bool:
    """Whether this may be the target of a button: a page of the desk, or a new email."""
    if not _HREF.fullmatch(href):
        return False
    return href.startswith("mailto:") or bool(desk and (href == desk or href.startswith(f"{desk}/")))


def _lines(marked: str) -> Iterator[str]:
    """The lines of what was put in; of a line of the text itself, that line."""
    yield from (line.rstrip() for line in plain(marked).split("\n") if line.strip())


def _belong_together(before: Part, after: Part) -> bool:
    return before.kind is after.kind and before.kind not in {*_BUTTONS, Kind.ASKED, Kind.HEADING}


def _joined(before: Part, after: Part) -> Part:
    """One part of two; lines of prose, warnings and small print run on as the paragraph that they are in the text."""
    lines = (*before.lines, *after.lines)
    if before.kind in _RUNS_ON:
        between = f"{before.lines[-1]} {after.lines[0]}"
        lines = (*before.lines[:-1], between, *after.lines[1:])
    return Part(kind=before.kind, lines=lines, rows=(*before.rows, *after.rows))
