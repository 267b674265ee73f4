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
_UTF8 = "utf-8"
_AS_NAMED: dict[str, str] = {
    "gb18030": "gb2312 gb_2312 gb_2312-80 gb2312-80 csgb2312 csiso58gb231280 chinese iso-ir-58 gbk x-gbk cp936 ms936",
    "cp949": "euc-kr euckr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601"
    " windows-949 x-windows-949",
    "cp932": "shift_jis shift-jis sjis x-sjis csshiftjis ms_kanji windows-31j cswindows31j ms932 windows-932",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5",
    "cp1254": "iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 latin5 l5 csisolatin5 iso-ir-148 x-cp1254",
    "cp874": "iso-8859-11 iso8859-11 iso885911 tis-620 tis620 dos-874 windows-874 x-windows-874",
    "iso8859-8": "iso-8859-8-i csiso88598i logical visual iso-8859-8-e csiso88598e",
    "mac-roman": "macintosh mac x-mac-roman csmacintosh",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "koi8-u": "koi8-ru",
    "koi8-r": "koi koi8 koi8_r cskoi8r",
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "utf-16": "unicode ucs-2 csunicode iso-10646-ucs-2",
    "ascii": "ansi_x3.4-1968 windows-1252 cp1252 x-cp1252 x-ansi l1 x-user-defined default x-unknown unknown-8bit",
    **{
        f"cp{number}": f"x-cp{number} windows{number}"
        for number in (1250, 1251, 1253, 1255, 1256, 1257, 1258)
    },
}
_OF_LABEL = {label: name for name, labels in _AS_NAMED.items() for label in labels.split()}
"""What email programs read under a name (WHATWG Encoding, section 4.2, and names that programs write), where Python
knows another or none: the set that has all of the letters which are really sent."""
# Line ends and tabs stay; every other control character of C0 and C1 goes.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def to_text(raw: bytes, declared: str = "") -> str:
    """The text of `raw`: as declared, or UTF-8; else what can be read of it as declared; cleaned for storage.

    Where nothing is declared, or only what is written on anything (ASCII, UTF-8): windows-1252, else guessed.
    """
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
    if charset not in ("", _UTF8, "ascii") and _is_mostly_read(read := raw.decode(charset, "replace")):
        return read
    if (mended := _mostly_utf8(raw)) is not None:
        return mended
    text = _strictly(raw, "windows-1252")
    return _guessed(raw) if text is None else text


def _usable(declared: str) -> str:
    """The Python name of a declared character set; "" where it is unknown or not fit for email."""
    try:
        label = declared.strip().strip("\"'").lower()
        name = codecs.lookup(_OF_LABEL.get(label, label)).name
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


def _is_mostly_read(text: str) -> bool:
    """Whether more letters beyond ASCII were read than not; else it was written in another set than it says."""
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) >= 2 * broken


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
