"""The lines of a reply: which are the sender's own, which sign it off, which say nothing, and which raise a doubt."""

import html
import re

_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br\s*/?|/p|/div|/li)>", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_QUOTED = re.compile(r"^\s*[>|]")
_QUOTE_BEGINS = re.compile(
    r"^\W{0,20}(?:-{2,}\s*(?:original|forwarded|weitergeleitete|ursprüngliche)\b.*"
    r"|on\b.{5,200}(?:\bwrote:?|<[^<>]*>)|am\b.{5,200}\bschrieb\b.*|w dniu\b.{5,200}\bnapisał.*"
    r"|(?:from|von|od):\s.*|_{10,})$",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"^\W*(?:sent from|sent via|get outlook|von meinem|gesendet von|wysłan[eoy] z|envoyé de)\b", re.IGNORECASE
)
_SIGN_OFF = re.compile(
    r"^\W*(?:--|(?:kind(?:est)?|best|warm|many)? ?regards|kind wishes|best wishes|all the best|yours(?: \w+)?"
    r"|sincerely|mit freundlichen grüßen|viele grüße|pozdrawiam)\W*$",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"^\W*(?:p\.?\s?s\b|but\b)|\b(?:change|changing|amend|alter|correct|replace|remove|delete|wrong|mistake|typo"
    r"|redraft|rewrite|hold off|do not send|don['’]?t send|wait)\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:intended recipient|confidential|privileged|disclaimer|this e-?mail|environment before)\b",
    re.IGNORECASE,
)

_HARMLESS_WORDS = """
a again agreed all am and approve approved cheers clear done drafting everyone fine for from go good great happy i in
is it letter looks lovely many me morning afternoon evening much my of ok okay perfect please post send so ta thank
thanks that the this to very well with yes you your dear hi hello hey best regards kind wishes sir madam team
"""
_HARMLESS = frozenset(_HARMLESS_WORDS.split())
"""Words that say no more than yes, thanks and good day."""
_NAMED = re.compile(r"[^\W\d_][\w.'’-]*|[+(]?\d[\d() +/-]*|\S+@\S+|www\.\S+|https?://\S+")
_ASKING_WORDS = """
add after amend aber before but can cannot change check correct could date delete dont don't edit except fix hold
however if instead later maybe must need needs never nein nicht nie no not once only or perhaps question redo remove
replace rewrite should stop subject then tomorrow typo unless until update wait what when where which why without
would wrong yet ale return returned decide decided reject refuse
"""
_NOT_A_NAME = frozenset(_ASKING_WORDS.split())
"""Words that no name has, though a telephone writes them with a capital at the beginning of a line."""
_LONGEST_NAME = 8
"""Words; a longer line of capitals is a sentence."""


def own_lines(text: str) -> list[str]:
    """The written lines of the sender.

    Markup and invisible characters taken off, quoted lines and all below a quote cut.
    """
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    plain = _INVISIBLE.sub("", plain).replace("\xa0", " ")
    found: list[str] = []
    for line in plain.splitlines():
        if _QUOTE_BEGINS.match(line):
            break
        if line.strip() and not _QUOTED.match(line) and not _DEVICE.match(line):
            found.append(line.strip())
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


def is_doubt(line: str) -> bool:
    """Whether a line of the signature says that something should be different; a disclaimer does not."""
    return bool(_DOUBT.search(line)) and not _DISCLAIMER.search(line)


def is_harmless(line: str) -> bool:
    """Whether a line says nothing but yes, thanks, a greeting or a name."""
    words = line.split()
    strange = [word for word in words if word.strip(".,:;!*_-–—()").casefold() not in _HARMLESS]
    return not strange or (len(words) <= _LONGEST_NAME and all(_is_name(word) for word in strange))


def _is_name(word: str) -> bool:
    """A capitalised word, a number, an email address; not a word that asks for something."""
    bare = word.strip(".,:;!*_-–—()|/&")
    if not bare:
        return True
    if bare.casefold().replace("’", "'") in _NOT_A_NAME or not _NAMED.fullmatch(bare):
        return False
    return not bare[0].islower() or "@" in bare or bare.startswith(("www.", "http"))
