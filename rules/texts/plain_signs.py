"""Text as it looks: without characters that act on a screen, turn the direction of what follows, or cannot be seen."""

import re
import unicodedata
from hashlib import sha256

_KEPT = frozenset("\n\t\u200c\u200d")
"""Line ends and tabs; and the two joiners, without which Persian, Hindi and some pictures are misspelt."""

_GAPS = ("\n", "\t", "\u00a0", "\u202f")
"""What most texts hold beside what can be seen: line ends, tabs, and spaces at which no line breaks."""

_HALF = re.compile("[\ud800-\udfff]")
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def plain_signs(text: str) -> str:
    """The text without control characters, direction characters and zero-width characters.

    Letters of every script stay.
    """
    seen = text
    for gap in _GAPS:
        seen = seen.replace(gap, "")
    if seen.isprintable():
        return text
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _ACTING)


def storable(text: str) -> str:
    """The text with every half character as U+FFFD: a byte of a file name or email header that was not UTF-8.

    Such a text can be shown, but neither be encoded, nor kept in a log, a queue, an index or an email.
    """
    if text.isascii() or not _HALF.search(text):
        return text
    return _HALF.sub("\ufffd", text)


def kept_name(name: str) -> str:
    """A file's name as it can be kept: itself; where bytes of it are not UTF-8, readable, with a mark of those bytes.

    Two names that look alike then are still two: "Bericht f\ufffdr #9d1c4ab0e2f1.eml".
    """
    plain = storable(name)
    if plain == name:
        return name
    stem, dot, ending = plain.rpartition(".") if "." in plain else (plain, "", "")
    return f"{stem} #{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}{dot}{ending}"


_OVERRIDES = frozenset("\u202d\u202e")
_AT_THE_ENDS = " \u200b\u2060\ufeff"


def is_disguised(name: str, text: str = "") -> bool:
    """Whether a name reads differently to a person than to a program, or the text around it is turned by force.

    Zero-width characters before or after a name come from copying out of tables; within it they are on purpose.
    """
    inner = name.strip(_AT_THE_ENDS)
    return (
        plain_signs(inner) != inner or bool({"\u200c", "\u200d"} & set(inner)) or bool(_OVERRIDES & set(text))
    )
