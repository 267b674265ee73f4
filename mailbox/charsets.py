"""Bytes of an email to text, whatever the email says about its character set. Never raises."""

import codecs
import re
import unicodedata

SAMPLE = 32_000
"""Bytes looked at when the character set must be guessed."""

_NOT_FOR_MAIL = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape"}
)
_LATIN_IN_NAME_ONLY = frozenset({"iso8859-1", "ascii"})
# Line ends and tabs stay; every other control character of C0 and C1 goes.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def to_text(raw: bytes, declared: str = "") -> str:
    """The text of `raw`: as declared, else UTF-8, else windows-1252, else guessed; cleaned for storage."""
    return clean(_decoded(raw, declared))


def clean(text: str) -> str:
    """`text` with plain line feeds, and without control characters or lone surrogates."""
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return _CONTROLS.sub("", even).encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """`text` on one line: runs of white space are one space, hidden format characters are gone."""
    seen = "".join(" " if char.isspace() else char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(clean(seen).split())


def _decoded(raw: bytes, declared: str) -> str:
    charset = _usable(declared)
    for name in (charset, "utf-8"):
        text = _strictly(raw, name) if name else None
        if text is not None:
            return text
    if charset in ("", "utf-8", "ascii") and (mended := _mostly_utf8(raw)) is not None:
        return mended
    text = _strictly(raw, "windows-1252")
    return _guessed(raw) if text is None else text


def _usable(declared: str) -> str:
    """The Python name of a declared character set; "" where it is unknown or not fit for email."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    if name in _NOT_FOR_MAIL:
        return ""
    # As every email program does: these names are written on windows-1252 text all the time.
    return "ascii" if name in _LATIN_IN_NAME_ONLY else name


def _strictly(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except (LookupError, ValueError):
        return None


def _mostly_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a cut letter, say) is still UTF-8; windows-1252 is not."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return text if whole > broken else None


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - the last resort, and slow to load

    best = from_bytes(raw[:SAMPLE]).best()
    return raw.decode(best.encoding if best else "latin-1", "replace")
