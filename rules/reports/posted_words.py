"""The poster's own words in a report: only what is marked as such, and nothing that anybody else said.

A quotation gets into a letter, so it exists only where the report marks it: as the exact words of a form, or between
quotation marks and not said by somebody else. All else is the reporter's account, which stays inside the school.
"""

import re
from collections.abc import Iterable

from ..privacy.reporter_guard import Guard
from ..privacy.reporter_marks import NOTHING_KEPT
from ..privacy.reporter_traits import told_traits
from ..texts.names import fold
from ..texts.passages import quotations, told_passages
from ..texts.report import Report
from .cues import CueSeen

LONGEST_QUOTE = 300
"""Characters: a letter quotes as few words as it needs (shared guidance for removal requests)."""

_PLACE = (
    r"(facebook|whats ?app|instagram|fb|parents|open|class|year \d+)? ?"
    r"(group|page|account|chat|profile|channel|forum|review page)"
)
_NAME_BEFORE = re.compile(
    rf"({_PLACE}|grup\w+( whatsapp)?)( is)?( called| named| on \w+)?\s*[:,(]?\s*$", re.IGNORECASE
)
_NAME_AFTER = re.compile(rf"^\s*(\w+ )?{_PLACE}\b", re.IGNORECASE)

_KIN = r"(?! (?:dad|mum|father|mother|nan|gran|grandad|teacher|friend|friends|brother|sister)s?\b)"
_CHILD = (
    r"(?:my|our) (?:own |little |eldest |oldest |youngest |younger |older |other |\d+[- ]year[- ]old )?"
    r"(?:son|daughter|child|boy|girl|lad|kid|kids|children|twins|grandson|granddaughter|grandchild|niece|nephew)"
    rf"\b{_KIN}(?: (?!(?:he|she|they|who|saw|read|found|showed|sent|and)\b)[\w]+,?){{0,3}}"
)
_OF_THE_SCHOOL = (
    r"(?:the|his|her|their|our|my|a) (?:class |form |head |deputy |supply )?"
    r"(?:teacher|headteacher|head|deputy|ta|teaching assistant|receptionist|office|secretary|tutor|sendco|senco)"
)
_BELOW_IT = (
    r"(?:one|another|someone|somebody|others|people|everyone|everybody|(?:several|some|two|three|other|a few) "
    r"(?:people|parents|mums|dads|others|friends)|one of (?:them|his friends|her friends|the comments)"
    r"|(?:a|one|some|other|another) (?:comment|comments|reply|replies)(?: (?!from\b)\w+){0,2})"
)
_OFTEN = r"(?: (?:just|then|only|also|even|have|has|had|did|later|obviously|immediately|else))*"
_SPEAK = (
    r"(?:said|says|asked|asks|told|tells|replied|answered|texted|messaged|thought|explained|responded|commented|whispered|"
    r"cried|keeps? (?:saying|asking)|wrote)"
)
_COMMENTED = (
    r"(?:another|one|a) (?:parent|mum|dad|grandparent|friend|neighbour|lady|man|woman) (?:also |then )?"
    r"(?:commented|replied|answered|responded|added)"
)
_SPOKEN = rf"(?:(?:(?:i|we|{_OF_THE_SCHOOL}|{_BELOW_IT}){_OFTEN}|{_CHILD}{_OFTEN}) {_SPEAK}|{_COMMENTED})"
_GOES_ON = rf"(?:(?!\b(?:he|she|they|his|about|of|down|that|{_SPEAK}|post\w*|put)\b)[^.!?;\n])*"
_SAID_BEFORE = re.compile(rf"\b{_SPOKEN}\b{_GOES_ON}$")
"""Somebody other than the poster speaks, up to the quotation: "my daughter asked me"."""
_SAID_AFTER = re.compile(
    rf"^[\s,]*(?:(?:i|we|{_CHILD}|{_OF_THE_SCHOOL}) {_SPEAK}|{_SPEAK} (?:i|we|{_CHILD}|{_OF_THE_SCHOOL}))\b"
)


def words_posted(report: Report, cues: Iterable[CueSeen] = ()) -> str:
    """The words a letter may quote, at most 300 characters; "" where none are marked, and a person supplies them.

    The line of a form that asks for the exact words comes first. Elsewhere only what is in quotation marks counts, in
    a form's "What was posted" as in a free text, and not what somebody else said. Of several quotations one that does
    not name the writer comes first: with a name in it the letter would wait for a person.
    """
    seen = [fold(words).text for cue in cues for words in cue.words.split(" ... ")]
    told = [report.form.what] if report.form.is_form else [part.text for part in told_passages(report)]
    quoted = [_exact(report.form.exact), *(_quoted(text) for text in told)]
    guard = Guard(told_traits(report), NOTHING_KEPT) if any(quoted) else None
    clean = [tuple(one for one in quotes if guard and not guard.leaks(one)) for quotes in quoted]
    return next((_shortest(quotes, seen) for quotes in [*clean, *quoted] if quotes), "")


def posters_words(report: Report) -> tuple[str, ...]:
    """All that the report marks as the poster's own words, in order."""
    texts = [report.form.what, *(part.text for part in told_passages(report))]
    quotes = (*_exact(report.form.exact), *(one for text in texts for one in _quoted(text)))
    return tuple(dict.fromkeys(quotes))


def _exact(line: str) -> tuple[str, ...]:
    """The words of a form's line for them: what is in quotation marks there, or the line as it is."""
    marked = _quoted(line)
    return marked or ((" ".join(line.split()),) if line.strip() else ())


def _quoted(text: str) -> tuple[str, ...]:
    """The poster's quotations of a text, without those that only name a group, a page or an account."""
    return tuple(
        words
        for words, before, after in quotations(text)
        if not _NAME_BEFORE.search(before) and not _NAME_AFTER.match(after) and not _is_others(before, after)
    )


def _is_others(before: str, after: str) -> bool:
    """Whether the text says that somebody other than the poster said it: the writer, their child, a teacher."""
    return bool(_SAID_BEFORE.search(fold(before).text) or _SAID_AFTER.match(fold(after).text))


def _shortest(quotes: tuple[str, ...], cues: list[str]) -> str:
    """The first quotation that holds a cue, else the first one of more than two words, else the first."""
    telling = [quote for quote in quotes if any(cue and cue in fold(quote).text for cue in cues)]
    long = [quote for quote in quotes if len(quote.split()) > 2]
    chosen = next(iter([*telling, *long, *quotes]), "")
    return _cut(chosen)


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 2].rsplit(" ", 1)[0] + " …"
