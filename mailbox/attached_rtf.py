"""The text of an RTF file that came with an email, in one pass over its marks; nothing in it is run or fetched."""

import codecs
import re
from dataclasses import dataclass, field

from .charsets import clean

DEEPEST = 1_000
"""Groups within groups that are told apart."""

_MARK = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)", re.IGNORECASE | re.DOTALL
)
_BREAKS = {
    b"par": "\n",
    b"line": "\n",
    b"sect": "\n",
    b"page": "\n",
    b"row": "\n",
    b"cell": "\t",
    b"tab": "\t",
}
_SIGNS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"~": " ",
    b"_": "-",
    b"\n": "\n",
    b"\r": "\n",
}
_TOLD_ELSEWHERE = frozenset(
    b"fonttbl colortbl stylesheet pict object objdata themedata colorschememapping datastore latentstyles generator"
    b" xmlnstbl listtable listoverridetable rsidtbl mmathPr fldinst bkmkstart bkmkend filetbl revtbl".split()
)
"""Groups that hold no words of the writer's."""


@dataclass(slots=True)
class _State:
    """What holds inside a group: whether it is left out, and how many letters stand in for one of Unicode."""

    silent: bool = False
    stand_ins: int = 1


@dataclass(slots=True)
class _Reading:
    """The text so far; the only thing here that grows."""

    charset: str = "cp1252"
    pieces: list[str] = field(default_factory=list)
    stack: list[_State] = field(default_factory=list)
    now: _State = field(default_factory=_State)
    skip: int = 0
    held: bytearray = field(default_factory=bytearray)

    def say(self, text: str) -> None:
        """Take words, where they are the writer's."""
        self._flush()
        if not self.now.silent:
            self.pieces.append(text)

    def say_bytes(self, content: bytes) -> None:
        """Take words in the file's own character set; those that stand in for one of Unicode are passed over."""
        passed = min(self.skip, len(content))
        self.skip -= passed
        if not self.now.silent:
            self.held += content[passed:]

    def text(self) -> str:
        """All of it."""
        self._flush()
        return clean("".join(self.pieces)).strip()

    def _flush(self) -> None:
        if self.held:
            self.pieces.append(bytes(self.held).decode(self.charset, "replace"))
            self.held.clear()


def rtf_text(content: bytes) -> tuple[str, str]:
    """The words of an RTF file, and what of it was not read; "" where all of it was."""
    reading = _Reading()
    place = 0
    while found := _MARK.search(content, place):
        place = found.end()
        word, number, letter, sign, brace, plain = found.groups()
        if brace:
            _open_or_close(reading, brace)
        elif word == b"bin":
            place += max(0, int(number or 0))
        elif word:
            _obey(reading, word.lower() if word.isupper() else word, number)
        elif letter:
            reading.say_bytes(bytes([int(letter, 16)]))
        elif sign:
            _obey_sign(reading, sign)
        else:
            reading.say_bytes(plain)
        if len(reading.stack) > DEEPEST:
            return reading.text(), "some of it could not be read"
    return reading.text(), ""


def _open_or_close(reading: _Reading, brace: bytes) -> None:
    reading.skip = 0
    reading.say("")
    if brace == b"{":
        reading.stack.append(reading.now)
        reading.now = _State(silent=reading.now.silent, stand_ins=reading.now.stand_ins)
    elif reading.stack:
        reading.now = reading.stack.pop()


def _obey(reading: _Reading, word: bytes, number: bytes | None) -> None:
    if word in _BREAKS:
        reading.say(_BREAKS[word])
    elif word in _SIGNS:
        reading.say(_SIGNS[word])
    elif word == b"u" and number:
        reading.say(chr(int(number) % 0x10000))
        reading.skip = reading.now.stand_ins
    elif word == b"uc" and number:
        reading.now.stand_ins = max(0, min(int(number), 10))
    elif word == b"ansicpg" and number:
        reading.charset = _known(f"cp{int(number)}")
    elif word in _TOLD_ELSEWHERE:
        reading.now.silent = True


def _obey_sign(reading: _Reading, sign: bytes) -> None:
    if sign == b"*":
        reading.now.silent = True
    elif sign in _SIGNS:
        reading.say(_SIGNS[sign])
    elif sign in b"\\{}":
        reading.say_bytes(sign)


def _known(charset: str) -> str:
    try:
        return codecs.lookup(charset).name
    except LookupError:
        return "cp1252"
