"""Whether an email that is quoted begins at a line, in any of the styles of `quote_words.py`.

Only what an email program writes counts: an address, a time or a date beside the word for "wrote", or a block of
labels. A report that tells what somebody wrote ("On Monday he wrote:") goes on below that line.
"""

import re
from collections.abc import Sequence

from .quote_words import ALSO, FROM, ORIGINAL, WROTE

LONGEST_INTRO = 300
"""Characters of a line that may introduce a quotation."""

MOST_LINES = 4
"""Lines over which an introduction may be wrapped."""

BLOCK = 7
"""Lines below the first label in which the others stand."""

_SIGNS = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARKS = " \t>*|\xa0"


def _words(*rows: str) -> str:
    return "|".join(re.escape(one) for one in sorted(rows, key=len, reverse=True))


_SPACED = tuple(one for one in WROTE if one[0] < "\u0590")
_JOINED = tuple(one for one in WROTE if one[0] >= "\u0590")
_WROTE = re.compile(rf"(?<![\w@.-])(?:{_words(*_SPACED)})(?![\w@.-])|(?:{_words(*_JOINED)})", re.IGNORECASE)
_LABEL = re.compile(r"[ \t>*|]{0,20}([^\W\d_][^:：\d@<>]{0,29}?)\s{0,3}[ *]{0,4}[:：][ *]{0,4}(.{0,200})")
_FROM_WORDS = frozenset(one.casefold() for one in FROM)
_ALSO_WORDS = frozenset(one.casefold() for one in ALSO)
_SEPARATOR = re.compile(
    rf"[ \t>*]{{0,20}}[-_=\u2010-\u2015]{{2,60}}\s{{0,5}}(?:{_words(*ORIGINAL)})\b.{{0,120}}", re.IGNORECASE
)
_BARE_SEPARATOR = re.compile(
    rf"[ \t>*]{{0,20}}(?:{_words(*ORIGINAL)})\s{{0,5}}:?\s{{0,5}}[-_=\u2010-\u2015]{{2,60}}\s{{0,5}}$"
    r"|[ \t>*]{0,20}begin forwarded message:[ *]{0,4}$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"[ \t>*]{0,20}-{2,20}\s{0,3}([^\s-].{5,250}?)\s{0,3}-{2,20}\s{0,5}$")
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}\.[\w.-]{2,190}")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)")
_DAY = re.compile(
    r"(?<!\d)(?:19|20|25)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})(?!\d)|\d{1,2}月\d{1,2}日"
)
_STAMPED = re.compile(
    r"(?:on\s)?\W{0,3}(?:\w{2,12},?\s)?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[ ,T]{1,3}"
    r"\d{1,2}[:.]\d{2}.{0,250}[:：]"
)
_CAPITALISED = r"(?:[A-ZÀ-Þ][\w.'’-]{0,30}[ ,]{1,2}){1,5}"
_NAME_AND_ADDRESS = re.compile(
    rf"(?:(?:Quoting|Zitat von|Citando a?) )?{_CAPITALISED}"
    r"\(?<[^<>@\s]{1,64}@[^<>\s]{1,190}>\)?,?\s{0,3}[:：]"
)
_BY_ADDRESS = re.compile(
    r"(?=.{0,40}\d{1,2}[:.]\d{2})[\w ,.:/-]{8,60}\b(?:by|von|par|de|od|da)\s"
    r"<?[\w.+'-]{1,64}@[\w.-]{3,190}>?\s{0,3}[:：]"
)
_GROUPWISE = re.compile(r">>> ?.{1,200}\d{1,2}[:.]\d{2}.{0,40}>>>\s{0,5}")
_COLON = (":", "：")


def plain_line(line: str) -> str:
    """The line without marks of direction and quotation around it."""
    return _SIGNS.sub("", line[: LONGEST_INTRO + 1]).replace("\xa0", " ").strip(_MARKS)


def begins_quote(lines: Sequence[str], number: int, *, answers: bool) -> int:
    """How many lines from this one introduce a quoted email; 0 where none begins here.

    Args:
        lines: all lines of the text.
        number: which one is asked about.
        answers: whether the email answers another one; in one that does not, only an address is enough.
    """
    if _GROUPWISE.fullmatch(lines[number][:LONGEST_INTRO].strip()):
        return 1
    first = plain_line(lines[number])
    if not first or len(first) > LONGEST_INTRO:
        return 0
    if is_separator(first):
        return 1
    return _wrote(lines, number, answers=answers) or int(_is_block(lines, number))


def is_separator(line: str) -> bool:
    """Whether a line says in dashes that the original follows; Zoho puts who wrote it between them."""
    dashed = _DASHED.fullmatch(line)
    if dashed and _WROTE.search(dashed[1]) and _is_stamped(dashed[1]):
        return True
    return bool(_SEPARATOR.fullmatch(line) or _BARE_SEPARATOR.fullmatch(line))


def _wrote(lines: Sequence[str], number: int, *, answers: bool) -> int:
    """How many lines the words "On ... X wrote:" take, which may be wrapped; 0 where they are not there."""
    joined = ""
    for length, line in enumerate(lines[number : number + MOST_LINES], 1):
        bare = plain_line(line)
        if not bare:
            return 0
        joined = f"{joined} {bare}".strip()
        if len(joined) > LONGEST_INTRO:
            return 0
        if joined.rstrip(" *").endswith(_COLON):
            told = joined.rstrip(" *")
            marked = answers and _NAME_AND_ADDRESS.fullmatch(told) and _is_marked(lines, number + length)
            return length if marked or _introduces(told, answers=answers) else 0
        if length == 1 and not _may_go_on(bare):
            return 0
    return 0


def _is_marked(lines: Sequence[str], number: int) -> bool:
    """Whether the next written line has the mark of a quotation: a name and an address alone introduce nothing."""
    return (
        next((line for line in lines[number : number + BLOCK] if line.strip()), "").lstrip().startswith(">")
    )


def _may_go_on(line: str) -> bool:
    """Whether the line may be the first of a wrapped introduction: it holds a day, a time or an address."""
    return _is_stamped(line)


def _introduces(line: str, *, answers: bool) -> bool:
    if answers and _BY_ADDRESS.fullmatch(line):
        return True
    if answers and _STAMPED.fullmatch(line) and ("@" in line or "<" in line):
        return True
    if not _WROTE.search(line):
        return False
    return bool(_ADDRESS.search(line)) or (answers and _is_stamped(line))


def _is_stamped(line: str) -> bool:
    return bool(_ADDRESS.search(line) or _TIME.search(line) or _DAY.search(line))


def _is_block(lines: Sequence[str], number: int) -> bool:
    """Whether a block of labels begins here: who sent it, and below it two of when, to whom and about what."""
    label = label_of(lines[number])
    if label not in _FROM_WORDS:
        return False
    near = [line for line in lines[number + 1 : number + 1 + BLOCK] if plain_line(line)]
    known = [label_of(line) for line in near[:4]]
    return sum(one in _ALSO_WORDS for one in known) >= 2


def label_of(line: str) -> str:
    """What stands before the colon of a line, in small letters; "" where it has none."""
    found = _LABEL.fullmatch(_SIGNS.sub("", line[:LONGEST_INTRO]).replace("\xa0", " ").rstrip())
    return found[1].strip(" *").casefold() if found else ""
