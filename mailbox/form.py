"""Reads the staff report form: nine labelled lines in any order, in text or in the cells of a table."""

import re
from collections.abc import Iterable, Mapping

from ..rules.texts.report import FormFields

LONGEST_VALUE = 20_000
"""Characters of one field that are kept."""

_LABELS: Mapping[str, tuple[str, ...]] = {
    "parent": (
        "parent",
        "parent/carer",
        "parent / carer",
        "parent or carer",
        "parent's name",
        "name of parent",
        "adult",
        "carer",
    ),
    "pupil": (
        "pupil",
        "pupils",
        "pupil(s)",
        "child",
        "children",
        "child(ren)",
        "student",
        "pupil's name",
        "child's name",
        "name of pupil",
        "name of child",
        "pupil and class",
    ),
    "where": ("where", "where online", "where was it posted", "where posted", "platform", "site"),
    "link": ("link", "links", "web address", "url"),
    "posted_on": ("posted on", "posted", "date posted", "date of post", "when", "when was it posted"),
    "what": (
        "what was posted",
        "what happened",
        "what was said",
        "what was posted or said",
        "what",
        "what it says",
    ),
    "place": ("where on site", "where at school", "where on the premises"),
    "affected": ("who was affected", "affected"),
    "seen_by": ("seen by", "who saw it", "witness", "witnesses", "seen by and when"),
}
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels}
_OTHER_LABELS = frozenset(
    {
        "your name",
        "your role",
        "your e-mail",
        "your email",
        "your phone",
        "name",
        "role",
        "e-mail",
        "email",
        "phone",
        "message",
        "reported by",
        "reporter",
        "your class",
    }
)
_LABEL_LINE = re.compile(
    r"[\s>*_•·\-–]{0,8}([A-Za-z][A-Za-z '’/()\-]{1,40}?)\s{0,3}[*_]{0,2}\s?[:：][*_]{0,2}(.*)$"
)
_EMPTY = re.compile(r"(?:n\s?/\s?a|n\.a\.?|none|nil|not known|unknown|-+|–+|—+|\.|\?)", re.IGNORECASE)


def read_form(text: str) -> FormFields:
    """The form's lines found in `text`, the sender's own words; the first of each label that says something.

    A value goes on over the next lines up to a blank line; what was posted goes on over blank lines too,
    up to the next label or the end.
    """
    return _fields(_pairs_in(text))


def form_of_cells(pairs: Iterable[tuple[str, str]]) -> FormFields:
    """The form where each label and its value are in two cells of a table row."""
    return _fields((_field_of(label.rstrip(" :*")), held) for label, held in pairs)


def labelled(text: str, label: str) -> str:
    """The rest of the first line that begins with `label` and a colon, as web forms write them; "" without."""
    for line in text.split("\n"):
        match = _LABEL_LINE.match(line[:500])
        if match and _tidy(match.group(1)) == label:
            return _said(match.group(2))
    return ""


def _fields(pairs: Iterable[tuple[str, str]]) -> FormFields:
    found: dict[str, str] = {}
    for field, held in pairs:
        value = _said(held)
        if field and value and field not in found:
            found[field] = value[:LONGEST_VALUE]
    return FormFields(**found)


def _pairs_in(text: str) -> list[tuple[str, str]]:
    """Field and value in the order written; an unknown label's field is ""."""
    pairs: list[tuple[str, list[str]]] = []
    open_value = False
    for line in text.split("\n"):
        label, rest = _split(line)
        if label is not None:
            pairs.append((label, [rest]))
            open_value = True
        elif pairs and (open_value or pairs[-1][0] == "what"):
            field, lines = pairs[-1]
            lines.append(line.strip())
            # A label on a line of its own has its value below it, perhaps after a blank line.
            open_value = bool(line.strip()) or not any(lines)
            if field != "what" and not open_value:
                lines.pop()
    return [(field, _ended(lines) if field == "what" else " ".join(lines)) for field, lines in pairs]


def _split(line: str) -> tuple[str | None, str]:
    """The field and the rest of a labelled line; (None, "") for any other."""
    match = _LABEL_LINE.match(line) if len(line) < LONGEST_VALUE else None
    if match is None:
        return None, ""
    label = _tidy(match.group(1))
    if label in _FIELD_OF or label in _OTHER_LABELS:
        return _FIELD_OF.get(label, ""), match.group(2).strip()
    return None, ""


def _ended(lines: list[str]) -> str:
    """What was posted, without the bare name that a colleague signs with below it."""
    value = "\n".join(lines).strip()
    body, gap, last = value.rpartition("\n\n")
    signed = gap and "\n" not in last and len(last.split()) <= 3 and not re.search(r"[.!?\"'”’]$", last)
    return body if signed else value


def _field_of(label: str) -> str:
    return _FIELD_OF.get(_tidy(label), "")


def _tidy(label: str) -> str:
    return " ".join(label.replace("’", "'").split()).lower()


def _said(value: str) -> str:
    bare = value.strip().strip("*_").strip()
    first = re.split(r"(?<!\s)\s+[-–—]\s+", bare, maxsplit=1)[0]
    return "" if _EMPTY.fullmatch(first) and first.lower() not in ("unknown", "not known") else bare
