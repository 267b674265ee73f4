"""Which lines around a yes say nothing: words of a table, or what we know of the signer. Any other line may say "wait".

A name, a role or a street is only known if it is the signer's own: "Wrong Parent" and "Mill Lane" look like names too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..texts.device_lines import is_device_line
from .signature_words import (
    ASSENTS,
    CHAIR_WORDS,
    CLOSINGS,
    GREETED,
    GREETINGS,
    HEAD_WORDS,
    LABELS,
    LETTERS_BEHIND,
    LIST_FOOTERS,
    ROLE_WORDS,
    SMALL_PRINT,
    THANKS,
    THANKS_FOR,
    TITLES,
)

LONGEST = 1_500
"""Characters of a line that is looked at; a longer one is not known."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LINKED = re.compile(
    r"<?\b(?:mailto|tel|https?):[^\s<>]{1,300}>|\[cid:[^\]\s]{1,200}\]|\[image: image\d{1,6}\.\w{3,4}\]"
)
_CLAUSES = re.compile(r"[.,;!|•·:/]+\s*|\s+[-–—~]+\s+|\s{3,}|^[-–—~*•]+\s*|\s*[-–—~*]+$|\t")
_ADDRESS = re.compile(r"<?\b[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b>?")
_PAGE = re.compile(
    r"<?\b(?:https?://[\w.-]{1,200}|www\.[\w.-]{1,200}|[\w-]{2,63}(?:\.[\w-]{2,63}){1,4})/?>?(?![\w/@.])"
)
_NUMBER = re.compile(r"(?:\+44|\(?0)[\d() +-]{7,20}\d")
_SENTENCE = re.compile(r"(?<=[.!])\s+")
_PRINTED = re.compile(
    r"\b(?:intended|confidential\w*|unauthori[sz]ed|privileged|virus(?:es)?|liab\w+|prohibited|environment|disclaimer"
    r"|views|opinions|monitor\w*|if you (?:have|are|receive))\b",
    re.IGNORECASE,
)
_TELL_SENDER = re.compile(
    r"please (?:notify|inform|contact|tell) the sender(?: immediately)?(?: by (?:reply|email|return))?"
    r"(?: and delete (?:this|the|it)(?: (?:email|e-mail|message))?(?: from your system)?)?\W*",
    re.IGNORECASE,
)
_FEWEST_PRINTED = 4
_WRAPPED = 30
"""Characters of a line: a shorter one with another below it was not broken off, and its sentence ends with it."""
_ONE_NAME = re.compile(r"[^\W\d_]{2,20}")
_DASHES = re.compile(r"[\W_]*")
_ASKS = re.compile("[?\uff1f\u061f\u037e]")
_SIGNS = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_GLAD = dict.fromkeys(map(ord, "👍🙂😊☺❤🙏👏✅✔🎉🏻🏼🏽🏾🏿"))
"""Pictures that say no more than thanks; any other may say "stop"."""
_DOUBTED = re.compile(
    r"\?|\b(?:p\.?\s?s|nope|no|not|never|cancel\w*|ignore\w*|disregard\w*|mistake\w*|wrong\w*|error|wait|hold|stop"
    r"|instead|actually|sorry|oops|unless|until|only|but|change\w*|correct\w*|amend\w*|moved|ring|call me|first|before"
    r"|after|please|retract\w*|withdraw\w*|undo|nie|nein|non|nu|não|peidiwch|na|hayır|ne|yok|maya)\b",
    re.IGNORECASE,
)

_CLOSING = frozenset(one.casefold() for one in CLOSINGS)
_THANKS = frozenset((*THANKS, *(f"{thanks} for {what}" for thanks in THANKS for what in THANKS_FOR)))
_SAID = _CLOSING | _THANKS | frozenset(one.casefold() for one in ASSENTS)
_ANY_ADDRESS = re.compile(r'"[^"]{0,80}"|\S{1,64}@\S{1,190}|https?://\S{1,300}')
_FOOTER_WORDS = frozenset(
    (
        "send",
        "an",
        "email",
        "to",
        "on",
        "the",
        "web",
        "visit",
        "group",
        "and",
        "stop",
        "from",
        "it",
        "go",
        "or",
    )
)
_GREETING = frozenset(GREETINGS)
_LESSER = frozenset(("acting", "assistant", "associate", "co", "deputy", "interim", "vice"))
"""Before a role they make another of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Whose reply is read, and what their signature may hold.

    Attributes:
        names: their own name, "Mrs Anita Hollis".
        roles: what they are at the school.
        places: the school's name, short name, authority and the lines of its address.
        phones: its telephone numbers.
        addresses: the signer's email addresses, and the school's.
        pages: domains of its web pages.
        others: names of others at the school, who may be greeted or thanked.
        remembered: lines that were written below earlier replies of theirs and were confirmed to be their signature.
    """

    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    remembered: frozenset[str] = frozenset()


NOBODY = Signer()
"""A signer of whom nothing is known."""


def is_closing(line: str) -> bool:
    """Whether a line closes an email, such as "Kind regards,", so that a signature follows."""
    return _plain(line) in _CLOSING or line.strip() in {"--", "—", "-- "}


def as_remembered(line: str) -> str:
    """A line as it is compared with those of earlier replies."""
    return " ".join(_LINKED.sub(" ", line).casefold().split()).strip(" *_-–—|")


def may_be_signature(lines: Sequence[str]) -> bool:
    """Whether the writer of unknown lines can be asked if they are a signature: none of them raises a doubt."""
    return len(lines) <= 12 and not any(len(line) > 300 or _DOUBTED.search(line) for line in lines)


def raises_doubt(line: str) -> bool:
    """Whether a short line takes something back: "Nope", "Wrong parent", "Cancel that"."""
    return len(line.split()) <= 5 and bool(_DOUBTED.search(line))


def unknown_lines(lines: Sequence[str], signer: Signer) -> tuple[str, ...]:
    """Those of the lines that are not known to say nothing, in order."""
    unknown: list[str] = []
    printed: list[str] = []
    for line in lines:
        if is_known(line, signer):
            unknown += _not_printed(printed, signer)
            printed = []
        else:
            printed.append(line)
    return (*unknown, *_not_printed(printed, signer))


def is_known(line: str, signer: Signer) -> bool:
    """Whether one line says nothing: thanks, a closing, a device, the signer's own name, role, school and numbers."""
    if len(line) > LONGEST or _ASKS.search(line) or _SIGNS.search(line.translate(_GLAD)):
        return False
    if as_remembered(line) in signer.remembered or _DASHES.fullmatch(line) or _plain(line) in _SAID:
        return True
    if is_device_line(line) or _is_list_footer(line):
        return True
    rest = _without_numbers(_LINKED.sub(" ", line), signer)
    return rest is not None and all(_is_clause(clause, signer) for clause in _CLAUSES.split(rest))


def is_greeting(line: str, signer: Signer) -> bool:
    """Whether a line above the order greets somebody."""
    plain = _plain(line)
    for length in range(min(4, len(plain.split())), 0, -1):
        words = plain.split()
        if " ".join(words[:length]) in _GREETING:
            named = [word for word in words[length:] if word not in TITLES | GREETED | {"and", "&"}]
            people = _name_words((*signer.names, *signer.others))
            one = len(named) == 1 and bool(_ONE_NAME.fullmatch(named[0])) and not _DOUBTED.search(named[0])
            return one or all(word in people for word in named)
    return False


def _plain(line: str) -> str:
    return " ".join(line.casefold().replace("’", "'").split()).strip(" .,;:!*_-–—…~|。，！👍🙂😊☺️❤🙏")


def _not_printed(lines: Sequence[str], signer: Signer) -> list[str]:
    """Lines without the small print, whose sentences may be wrapped over several."""
    after, allowed = False, SMALL_PRINT | _words_of(signer.places[:1])
    for sentence in (one for part in _unwrapped(lines) for one in _SENTENCE.split(part)):
        words = _WORD.findall(sentence.casefold().replace("’", "'"))
        told = after and bool(_TELL_SENDER.fullmatch(sentence))
        if not told and not (
            len(words) >= _FEWEST_PRINTED and _PRINTED.search(sentence) and allowed.issuperset(words)
        ):
            return list(lines)
        after = True
    return []


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """Lines that were wrapped, as one; "no" above or below the small print stays a line of its own."""
    held: list[str] = []
    for line in lines:
        if held and (len(held[-1]) < _WRAPPED or (len(line.split()) <= 2 and _DOUBTED.search(line))):
            yield " ".join(held)
            held = []
        held.append(line)
    if held:
        yield " ".join(held)


def _is_list_footer(line: str) -> bool:
    plain = _plain(line)
    for begin in LIST_FOOTERS:
        if plain.startswith(begin):
            rest = _ANY_ADDRESS.sub(" ", plain.removeprefix(begin))
            return _FOOTER_WORDS.issuperset(_WORD.findall(rest))
    return False


def _without_numbers(line: str, signer: Signer) -> str | None:
    """The line without the known telephone numbers, addresses and pages; None where it has an unknown one."""
    phones = {_digits(one) for one in signer.phones}
    addresses = {one.casefold() for one in signer.addresses}
    pages = {one.casefold().removeprefix("www.") for one in signer.pages}
    for found in _ADDRESS.findall(line):
        if found.strip("<>").casefold() not in addresses:
            return None
    rest = _ADDRESS.sub(" ", line)
    for found in _PAGE.findall(rest):
        if _domain(found) not in pages:
            return None
    rest = _PAGE.sub(" ", rest)
    for found in _NUMBER.findall(rest):
        if _digits(found) not in phones:
            return None
    return re.sub(r"[()<>\[\]]", " ", _NUMBER.sub(" ", rest))


def _digits(number: str) -> str:
    return re.sub(r"^(?:440?|0)", "", re.sub(r"\D", "", number))


def _domain(page: str) -> str:
    return re.sub(r"^https?://", "", page.strip("<>").casefold()).removeprefix("www.").rstrip("/.")


def _is_clause(clause: str, signer: Signer) -> bool:
    plain = _plain(clause)
    if not plain or all(one in _SAID for one in plain.replace(" & ", " and ").split(" and ")):
        return True
    words = _WORD.findall(plain)
    if not words:
        return _DASHES.fullmatch(plain) is not None
    if all(_is_label(word) for word in words):
        return True
    words = words[1:] if words[0] in LABELS and len(words) > 1 else words
    return any(known(words, signer) for known in (_is_name, _is_role, _is_place, _is_thanked))


def _is_label(word: str) -> bool:
    return word in LABELS or word in LETTERS_BEHIND


def _name_words(names: Sequence[str]) -> frozenset[str]:
    return (
        frozenset(word for name in names for word in _WORD.findall(name.casefold().replace("’", "'")))
        - TITLES
    )


def _is_name(words: Sequence[str], signer: Signer) -> bool:
    """The signer's name: any part of it, initials, titles, degrees."""
    own = _name_words(signer.names)
    initials = {word[0] for word in own}
    joined = {"".join(one) for one in _initials_of(signer)}
    rest = [word for word in words if word not in own | TITLES | LETTERS_BEHIND]
    return all((len(word) == 1 and word in initials) or word in joined for word in rest) and (
        bool(own) or not rest
    )


def _initials_of(signer: Signer) -> Iterator[tuple[str, ...]]:
    for name in signer.names:
        letters = tuple(word[0] for word in _WORD.findall(name.casefold()) if word not in TITLES)
        yield letters
        yield letters[:1] + letters[-1:]


def _is_role(words: Sequence[str], signer: Signer) -> bool:
    """The signer's own role, in its usual ways; somebody else's role is no signature of theirs."""
    own = {word for role in signer.roles for word in _WORD.findall(role.casefold())}
    kinds = [kind for kind in (HEAD_WORDS, CHAIR_WORDS) if own & kind]
    main = (own - ROLE_WORDS - _LESSER).union(*kinds) or own
    places = _words_of(signer.places[:1])
    allowed = ROLE_WORDS | own | main | places | {"at"}
    return any(word in main for word in words) and all(word in allowed for word in words)


def _words_of(places: Sequence[str]) -> frozenset[str]:
    return frozenset(word for place in places for word in _told(place))


def _told(place: str) -> list[str]:
    return _WORD.findall(place.casefold().replace("’", "'"))


def _is_place(words: Sequence[str], signer: Signer) -> bool:
    """The school's name or its beginning, and whole lines of its address: half of one may be another place."""
    rest = _without_the(words)
    whole = [told for place in signer.places if (told := _without_the(_told(place)))]
    school = whole[0] if whole else []
    starts = [school[:length] for length in range(len(school), 0, -1)]
    while rest:
        begun = next((told for told in (*whole, *starts) if rest[: len(told)] == told), None)
        if begun is None:
            return False
        rest = rest[len(begun) :]
    return True


def _without_the(words: Sequence[str]) -> list[str]:
    return list(words[1:] if words[:1] == ["the"] else words)


def _is_thanked(words: Sequence[str], signer: Signer) -> bool:
    """Whether a known phrase is followed by names of the school's people alone: "Thanks Anita", "Regards Anita"."""
    people = _name_words((*signer.names, *signer.others)) | TITLES | GREETED
    for length in range(len(words) - 1, 0, -1):
        if " ".join(words[:length]) in _SAID:
            rest = words[length:]
            return all(word in people for word in rest) or _is_name(rest, signer)
    return False
