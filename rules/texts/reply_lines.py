"""The lines of a reply: which are the sender's own, and which sign it off."""

import html
import re

from .device_lines import is_device_line
from .quote_begins import begins_quote

_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br\s*/?|/p|/div|/li)>", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_QUOTED = re.compile(r"^\s*[>|]")
_BARE_FROM = re.compile(r"^\W{0,20}(?:from|von|od):\s.{0,120}@\S{1,190}$", re.IGNORECASE)
_LIST_FOOTER = re.compile(
    r"^_{20,100}[ \t]*\n.{1,80}\bmailing list\b.{0,200}\n\S{1,64}@\S{1,190}[ \t]*(?:\n<?https?://\S{1,300})?[ \t]*$",
    re.MULTILINE,
)
"""What Mailman puts below an email: a line, the name of the list, its address and its page."""
_SIGN_OFF = re.compile(
    r"^\W*(?:--|(?:kind(?:est)?|best|warm|many)? ?regards|kind wishes|best wishes|all the best|yours(?: \w+)?"
    r"|sincerely|mit freundlichen grüßen|viele grüße|pozdrawiam)\W*$",
    re.IGNORECASE,
)


def own_lines(text: str) -> list[str]:
    """The written lines of the sender.

    Markup and invisible characters taken off, quoted lines cut, and all below a quote whose lines bear no mark.
    """
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    plain = _INVISIBLE.sub("", plain).replace("\xa0", " ").replace("\r\n", "\n")
    found: list[str] = []
    lines, number = _LIST_FOOTER.sub("", plain).splitlines(), 0
    while number < len(lines):
        line = lines[number]
        if begun := begins_quote(lines, number, answers=True) or int(bool(_BARE_FROM.match(line))):
            number += begun
            following = next((below for below in lines[number:] if below.strip()), "")
            if not _QUOTED.match(following):
                break
            continue
        if line.strip() and not _QUOTED.match(line) and not is_device_line(line):
            found.append(line.strip())
        number += 1
    return found


def ends_here(line: str) -> bool:
    """Whether this line signs the email off, so that a signature follows."""
    return bool(_SIGN_OFF.match(line))


def without_sign_off(lines: list[str]) -> list[str]:
    """The lines above the sign-off."""
    for number, line in enumerate(lines):
        if ends_here(line):
            return lines[:number]
    return lines
