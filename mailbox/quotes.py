"""What the sender wrote, apart from the emails they quote and their signature; and the emails quoted in a forward.

Cutting too little shows a person an old email again; cutting too much hides a report. Where it is not clear
that a stretch is quoted, it counts as the sender's own words.
"""

import re
from functools import cache
from itertools import islice

from mailparser_reply.constants import MAIL_LANGUAGES

from ..rules.texts.quote_begins import begins_quote

LOOKED_AT = 60_000
"""Characters in which the beginning of a quotation is looked for by language."""

LONGEST_INTRO = 300
"""Characters of a line that may introduce a quotation."""

NEAR = 8
"""Lines below a separator in which the quoted email says who sent it."""

LONGEST_SIGNATURE = 600
"""Characters; a longer ending is not a signature, whatever is above it."""

_SEPARATOR = re.compile(
    r"[ >*]*(?:-{2,}|_{2,})\s*(?:original message|original appointment|forwarded message|forwarded by [^-]+"
    r"|ursprüngliche nachricht|weitergeleitete nachricht|wiadomość oryginalna|message d'origine)\s*"
    r"(?:-{2,}|_{2,})?[ *]*$|[ >*]*begin forwarded message:[ *]*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"[ >*]*(?:from|von|od|de|da|fra|från|van)\s?:[ *]*\S", re.IGNORECASE)
_ALSO = re.compile(
    r"[ >*]*(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|wysłano|data|do|dw|temat|envoyé|à|objet"
    r"|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp)\s?:",
    re.IGNORECASE,
)
_FORWARD_SUBJECT = re.compile(r"\s*(?:fw|fwd|pd|wg|tr|rv|enc|vs|doorst)\s*:", re.IGNORECASE)
_REPLY_SUBJECT = re.compile(r"\s*(?:re|aw|odp|sv|rif|antw)\s*(?:\[\d+\])?:", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:kind|kindest|best|warm|warmest|many)\s+(?:regards|wishes|thanks)|regards|thanks|thank you|many thanks"
    r"|all the best|best|cheers|yours (?:sincerely|faithfully|truly)|sincerely|z poważaniem|pozdrawiam)\s*[,.!]?",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"(?:sent from (?:my|outlook|yahoo|samsung)\b|get outlook for\b).{0,80}", re.IGNORECASE
)
_AFTERTHOUGHT = re.compile(r"\bp\.?\s?s\b|[.!?]\s+\w+\s+\w|\w[.!?]$", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w.-]{1,255}")
_CLOCK_TIME = re.compile(r"\d{1,2}[:.]\d{2}|\b(?:19|20)\d\d\b")


def own_words(text: str, *, answers: bool) -> str:
    """The part of `text` that its sender wrote; all of it where nothing would be left.

    Args:
        text: the readable body.
        answers: whether the email answers another one (In-Reply-To, or "Re:" in its subject).
    """
    kept = without_quotes(text, answers=answers).strip("\n ")
    return without_signature(kept).strip() or kept or text.strip()


def is_answer(subject: str) -> bool:
    """Whether a subject begins as that of a reply does."""
    return bool(_REPLY_SUBJECT.match(subject))


def quoted_forwards(text: str, subject: str) -> tuple[str, ...]:
    """Bodies of the emails quoted in a forwarded one, outermost first; empty for a reply."""
    lines = text.split("\n")
    starts = [number for number in range(len(lines)) if _begins_mail(lines, number)]
    forwards = bool(_FORWARD_SUBJECT.match(subject)) or any(
        "forward" in lines[start].lower() or "weitergeleit" in lines[start].lower() for start in starts
    )
    if not forwards or not starts:
        return ()
    ends = [*starts[1:], len(lines)]
    bodies = [_body(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    return tuple(body for body in bodies if body)


def quoted_senders(text: str) -> tuple[str, ...]:
    """The address of each quoted email's sender, in lower case, "" where none is given; empty for no quote."""
    lines = text.split("\n")
    intros = _intros(text, answers=True)
    found = {first: _address("\n".join(lines[first : first + intros[first]])) for first in intros}
    for number in range(len(lines)):
        if _begins_mail(lines, number):
            near = (
                lines[number : number + NEAR]
                if _SEPARATOR.match(lines[number])
                else lines[number : number + 1]
            )
            sender = next((line for line in near if _FROM.match(line[:LONGEST_INTRO])), "")
            found[number] = _address(sender)
    if not found and any(line.lstrip().startswith(">") for line in lines):
        return ("",)
    return tuple(found[number] for number in sorted(found))


def _address(line: str) -> str:
    match = _ADDRESS.search(line[: 2 * LONGEST_INTRO])
    return match.group().lower() if match else ""


def without_signature(text: str) -> str:
    """`text` without a short signature or "Sent from my phone" at its end."""
    lines = text.split("\n")
    for number in range(max(1, _last_lines(lines)), len(lines)):
        line = lines[number].strip()
        rest = "\n".join(lines[number + 1 :])
        if lines[number].rstrip() in ("--", "—") or _SENT_FROM.fullmatch(line):
            return "\n".join(lines[:number])
        if _CLOSING.fullmatch(line) and _looks_signed(rest):
            return "\n".join(lines[:number])
    return text


def _last_lines(lines: list[str]) -> int:
    """Where the last lines begin that together could be a signature."""
    room = LONGEST_SIGNATURE
    for number in range(len(lines) - 1, -1, -1):
        room -= len(lines[number]) + 1
        if room < 0:
            return number
    return 0


def _looks_signed(rest: str) -> bool:
    """Name, role, school, telephone: short lines without a sentence or an afterthought among them."""
    lines = [line.strip() for line in rest.split("\n") if line.strip()]
    return len(lines) <= 12 and all(len(line) <= 90 and not _AFTERTHOUGHT.search(line) for line in lines)


def without_quotes(text: str, *, answers: bool) -> str:
    """The text without the emails that it quotes; nothing, where it is all quoted."""
    kept: list[str] = []
    lines = text.split("\n")
    intros = _intros(text, answers=answers)
    number = 0
    while number < len(lines):
        introduced = intros.get(number) or begins_quote(lines, number, answers=answers)
        if introduced:
            following = next((line for line in lines[number + introduced :] if line.strip()), "")
            if not following.lstrip().startswith(">") or not lines[number].strip(" >*"):
                break
            number += introduced
            continue
        if _begins_mail(lines, number):
            break
        if not lines[number].lstrip().startswith(">"):
            kept.append(lines[number])
        number += 1
    return "\n".join(kept)


def _begins_mail(lines: list[str], number: int) -> bool:
    """Whether a quoted email begins at this line: a separator, or "From:" with "Sent:", "To:" ... below it."""
    line = lines[number]
    if len(line) > LONGEST_INTRO:
        return False
    if _SEPARATOR.match(line):
        return True
    if not _FROM.match(line):
        return False
    near = (below for below in lines[number + 1 : number + 8] if below.strip(" >"))
    above = lines[number - 1] if number else ""
    return any(_ALSO.match(below) for below in islice(near, 3)) and not _SEPARATOR.match(
        above[:LONGEST_INTRO]
    )


def _body(lines: list[str]) -> str:
    """A quoted email without its separator and header lines, and without quote marks."""
    bare = [re.sub(r"^[ ]?(?:> ?)+", "", line) for line in lines]
    number = 0
    while number < len(bare):
        line = bare[number][:LONGEST_INTRO]
        if line.strip() and not (_SEPARATOR.match(line) or _FROM.match(line) or _ALSO.match(line)):
            break
        number += 1
    return "\n".join(bare[number:]).strip()


def _intros(text: str, *, answers: bool) -> dict[int, int]:
    """Line number and length in lines of what introduces a quotation ("On ... X wrote:")."""
    looked_at = "\n".join(line if len(line) <= LONGEST_INTRO else "" for line in text[:LOOKED_AT].split("\n"))
    found = {}
    for match in _introductions().finditer(looked_at):
        words = match.group()
        first = looked_at.count("\n", 0, match.start()) + (len(words) - len(words.lstrip("\n")))
        length = words.strip("\n").count("\n") + 1
        # A report may say: "On 3 November he wrote:". Only an email program puts in an address, or a time in a reply.
        rest = looked_at[match.end() :].lstrip()
        if rest.startswith(">") or "@" in words or (answers and _CLOCK_TIME.search(words)):
            found[first] = length
    return found


@cache
def _introductions() -> re.Pattern[str]:
    """The library's patterns for "On ... wrote:" in every language it knows."""
    patterns = [words["wrote_header"] for words in MAIL_LANGUAGES.values() if "wrote_header" in words]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.MULTILINE | re.IGNORECASE)
