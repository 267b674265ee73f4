"""What sort of text an email is: a circular, thanks, next to nothing, or in a language the word lists do not know."""

import re
from collections.abc import Iterator

from .names import fold, words_of
from .passages import new_passages
from .report import Attachment, Report

COMMON = frozenset(
    words_of(
        "the a an and to of in on is was are i he she it they we you that this for with has have had his her their my "
        "our be been about at by from not but as who what when me us so do did will would can if or all out up one no"
    )
)
"""The commonest English words; in English prose they are a third of all words, in other languages hardly any."""

FEWEST = 5
"""Words typed beside a picture below which the picture is all there is."""

UNTYPED = "nobody has typed the words of the picture"

NEXT_TO_NOTHING = 26
"""Words below which an email tells nothing by itself, where something is attached."""

UNSUBSCRIBE = re.compile(
    r"unsubscrib|manage (your )?preferences|view (this )?(e-?mail )?(in|online)|opt out of"
)
SELLING = re.compile(
    r"webinar|book now|newsletter|bulletin|\bissue \d+|\+ ?vat|register now|special offer|free trial|early bird|"
    r"limited places|find out more|read more|download (your|our|the) (free )?(guide|copy)|sponsor|% off|shop now"
)
THANKING = re.compile(
    r"\b(thank you|thank u|thanks (so|very) much|many thanks|a big thank|grateful|just to say|wanted to say|"
    r"well done|fantastic|wonderful|brilliant|amazing|lovely|best school|could not be happier|delighted)\b"
)
CONCERNED = re.compile(
    r"\b(concern\w*|worr\w+|complain\w*|report(ing|ed)?|nasty|horrible|upset|angry|furious|disgust\w*|screenshot\w*|"
    r"abus\w+|bully\w*|bullied|offen\w+|inappropriate|please (look|deal|stop|do something|act)|unhappy|disappoint\w*|"
    r"ought to (see|know)|need to (see|know)|take down|taken down|removed|rude|scared|frightened|hurt)\b"
)


def is_bulletin(report: Report) -> bool:
    """Whether it is a circular: it offers to stop coming, and it sells or announces. One sign alone is not enough.

    School groups add "unsubscribe" lines to honest reports, so a form never counts and two signs are needed.
    """
    text = fold(report.text).text
    return (
        not report.form.is_form
        and bool(UNSUBSCRIBE.search(text))
        and len({found.group() for found in SELLING.finditer(text)}) >= 2
    )


def is_thanks(report: Report) -> bool:
    """Whether an email thanks or praises and holds no word of concern."""
    text = fold(f"{report.subject}\n\n{_new_text(report)}").text
    return bool(THANKING.search(text)) and not CONCERNED.search(text)


def says_nothing(report: Report) -> bool:
    """Whether the text is too short to tell anything, and something is attached: a scan, a bare photograph."""
    return (
        bool(report.evidence)
        and len(words_of(_new_text(report))) < NEXT_TO_NOTHING
        and not report.form.is_form
    )


def unread_in(report: Report, fewest: int = FEWEST) -> Iterator[str]:
    """What a person must look at in the files, in words for the office; a picture is no more than what is typed of it.

    Nothing that a file says makes an email understood: it is somebody else's text, and a letter may need all of it.
    """
    for one in report.evidence:
        if (one.text or one.unread) and not one.is_picture:
            yield f'what is in "{one.name}" must be read first{f" ({one.unread})" if one.unread else ""}'
    if picture := picture_alone(report, fewest):
        yield f'{UNTYPED} "{picture.name}": look at it, and type what it says'


def picture_alone(report: Report, fewest: int = FEWEST) -> Attachment | None:
    """The picture that is all there is of a report: next to nothing was typed beside it. None for any other email.

    Args:
        report: the email.
        fewest: words from which on something was typed.
    """
    typed = report.form.what if report.form.is_form else _new_text(report)
    if len(words_of(typed)) >= fewest:
        return None
    return next((one for one in report.evidence if one.is_picture), None)


def is_english(report: Report) -> bool:
    """Whether the word lists can be trusted with this text; a very short one is given the benefit of the doubt."""
    words = words_of(report.form.what if report.form.is_form else _new_text(report))
    if len(words) < 12:
        return True
    return sum(word in COMMON for word in words) / len(words) >= 0.15


def _new_text(report: Report) -> str:
    return "\n\n".join(part.text for part in new_passages(report))
