"""What a report says as facts: where it was posted, on which day, who posted it; its words are in posted_words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from dateutil import parser

from ...ground.moments import LONDON
from ..cases.event_values import PUPIL
from ..cases.events import Fact
from ..texts.names import fold
from ..texts.passages import Passage, told_passages
from ..texts.phrases import sought
from ..texts.platforms import PLATFORMS
from ..texts.report import Report
from .cues import CueSeen
from .material_told import material_of
from .posted_words import words_posted
from .role_words import ONLINE
from .site_words import PLACES

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
WRITTEN_DAY = re.compile(
    rf"\b(\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-](\d{{4}}|\d{{2}})"
    rf"|\d{{1,2}}(st|nd|rd|th)?( of)? ({MONTHS})[a-z]*\.?( ?,? ?\d{{4}}\b)?"
    rf"|({MONTHS})[a-z]* \d{{1,2}}(st|nd|rd|th)?\b( ?,? ?\d{{4}}\b)?)"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ANY_WEEKDAY = re.compile(rf"(?P<day>{'|'.join(WEEKDAYS)})")
RELATIVE = re.compile(
    r"\b(the day before yesterday|yesterday|last night|tonight|this (morning|afternoon|evening|lunchtime)|today|"
    r"earlier on|just now|(two|three|2|3) days ago)\b"
)
DAY_NAMED = re.compile(
    r"\b(post\w*|put|wrote|shared|sharing|uploaded|said|commented|tweeted|appeared|went up|up since)\b"
    rf"[^.!?\n]{{0,60}}?\b(on|last|this|since) (?P<day>{'|'.join(WEEKDAYS)})\b"
)
POSTING = re.compile(
    r"\b(post\w*|put\w*|wrote|writ\w+|shar\w+|upload\w*|said|say\w*|call\w*|comment\w*|page|tweet\w*|group|messag\w*|video"
    r"|on (facebook|x|tiktok|instagram|whatsapp|nextdoor|snapchat))\b"
)
ANY_PLATFORM = re.compile("|".join(pattern for _, pattern in PLATFORMS))
ON_SITE = re.compile(
    r"\b(?:at|in|on|by|outside|near|inside|into|through|from) ((?:the |our |a )?(?:\w+ ){0,2}"
    r"(?:gates?|playground|yard|reception|office|foyer|car park|corridor|classroom|hall|lobby|entrance|field|cloakroom|"
    r"library|canteen|nursery door|crossing|steps|drive|pitch|fence|front desk|meeting room|sports hall))\b"
)
"""A place of the school, as a letter may name it."""
CHILD_POSTED = re.compile(
    r"(?<!\bthat )\b(?!(?:my|our|this|was|is|has|as)\b)(?:his|her|their|the|\w+s) "
    r"(?:(?:own|older|younger|eldest|teenage|step) ?)?"
    r"(?:step)?-?(?:son|daughter|child|kid|lad|boy|girl)(?: (?!of\b|and\b|s\b)[a-z]+)?"
    r"(?: (?:has|had|have))?(?: (?:also|just|now|since|then))?"
    r" (?:posted|put (?:it |this |that |a \w+ )?(?:up|on)|shared|uploaded|commented|tweeted|published"
    r"|(?:made|wrote) (?:a|an|the|this) (?:\w+ )?(?:video|post|page|account|group|meme|comment|clip))\b"
)
"""A child as the one who posts: "her daughter Lily has put up", not "posted about her daughter"."""
ON_DAY = re.compile(
    r"\b(post\w*|put|wrote|shared|uploaded|said|commented|tweeted|up|page|it)\b[^!?\n]{0,120}$"
)


def fact_of(report: Report, cues: Iterable[CueSeen] = ()) -> Fact:
    """The facts of one report; a field that was not told stays empty. Links are kept as text, never fetched."""
    form, words = report.form, words_posted(report, cues)
    told = {"words": words, "seen_by": form.seen_by if form.is_form else ""}
    told["poster"] = PUPIL if _child_posted(report) else ""
    platform, link = platform_of(report), _link(report)
    if form.is_form and (place := form.on_site or _on_site_by_its_place(report)):
        here = not (form.where or form.link) or not form.on_site
        told |= {"place": place, "affected": form.affected, "happened_on": happened_on(report)}
        online = {} if here else {"platform": platform, "link": link, "posted_on": posted_on(report)}
    elif not (platform or link or form.is_form) and (place := _place_in(report)):
        told |= {"place": place, "happened_on": happened_on(report)}
        here, online = True, {}
    else:
        here, online = False, {"platform": platform, "link": link, "posted_on": posted_on(report)}
    return Fact(**told, **online, material=material_of(report, on_site=here, words=words) or "")


def _child_posted(report: Report) -> bool:
    """Whether the report says that somebody's child posted it; the reporter's own child is not meant."""
    return any(CHILD_POSTED.search(fold(part.text).text) for part in told_passages(report))


def _on_site_by_its_place(report: Report) -> str:
    """What a form's one line for the place says, where that is a place of the school and nothing was published."""
    where = fold(report.form.where).text
    published = platform_of(report) or _link(report) or sought(where, ONLINE)
    return report.form.where if where and not published and sought(where, PLACES) else ""


def happened_on(report: Report) -> str:
    """The day on which something happened on site, as an ISO date, or as reported where that tells no date."""
    form, sent = report.form, report.received.astimezone(LONDON)
    told = (form.seen_when or form.posted_on).strip() if form.is_form else ""
    if told:
        return _day_in(told, sent, strict=False) or told
    days = (_day_in(part.text, _sent(part, sent), strict=False) for part in told_passages(report))
    return next((day for day in days if day), "")


def _place_in(report: Report) -> str:
    """Where on site a free text says that it happened, in its own words: "the main gate"; "" where it does not."""
    for part in told_passages(report):
        folded = fold(part.text)
        if match := ON_SITE.search(folded.text):
            return folded.written(match.start(1), match.end(1))
    return ""


def platform_of(report: Report) -> str:
    """Where it was posted, by the form's line, the link, the subject or the text; "" where none is named."""
    form = report.form
    told = [form.where, form.link] if form.is_form else []
    told += [_link(report), *(part.text for part in told_passages(report)), report.subject]
    return next((name for text in told if (name := _platform_in(text))), "")


def _platform_in(text: str) -> str:
    """The platform named first; of two at one place the more exact."""
    plain = fold(text).text
    if not ANY_PLATFORM.search(plain):
        return ""
    found = [
        (match.start(), place, name)
        for place, (name, pattern) in enumerate(PLATFORMS)
        if (match := re.search(pattern, plain))
    ]
    return min(found)[2]


def _link(report: Report) -> str:
    if report.form.is_form:
        found = re.search(r"https?://[^\s<>\"]+", report.form.link)
        return found.group() if found else ""
    return next((link for link in report.links if _platform_in(link.replace("/", " ").replace("-", " "))), "")


def posted_on(report: Report) -> str:
    """The day of the post as an ISO date, "" where none is told. "Last night" counts from the day the email was sent.

    Numbers are read as in Britain, day first; a day without a year is the last such day before the email.
    """
    sent = report.received.astimezone(LONDON)
    if report.form.is_form and report.form.posted_on.strip():
        return _day_in(report.form.posted_on, sent, strict=False)
    days = (_day_in(part.text, _sent(part, sent), strict=True) for part in told_passages(report))
    return next((day for day in days if day), "")


def _sent(part: Passage, received: datetime) -> datetime:
    found = WRITTEN_DAY.search(fold(part.sent).text)
    day = _parsed(found.group(), received.date()) if found else None
    return received if day is None else received.replace(year=day.year, month=day.month, day=day.day, hour=12)


def _day_in(text: str, sent: datetime, *, strict: bool) -> str:
    """The first day told; with `strict` a written date counts only near a word of posting."""
    plain = fold(text).text
    found = sorted(_days(plain, sent, strict=strict), key=lambda pair: pair[0])
    return found[0][1].isoformat() if found else ""


def _days(plain: str, sent: datetime, *, strict: bool) -> Iterator[tuple[int, date]]:
    for match in WRITTEN_DAY.finditer(plain):
        day = _parsed(match.group(), sent.date())
        if day and (not strict or ON_DAY.search(plain[max(0, match.start() - 120) : match.start()])):
            yield match.start(), day
    for match in RELATIVE.finditer(plain):
        if not strict or _tells_of_posting(plain, match):
            yield match.start(), _relative(match.group(), sent)
    for match in DAY_NAMED.finditer(plain) if strict else ANY_WEEKDAY.finditer(plain):
        yield match.start("day"), _last_weekday(match["day"], sent.date())


def _tells_of_posting(plain: str, match: re.Match[str]) -> bool:
    """Whether words of posting are in the sentence around, or the one before."""
    return bool(POSTING.search(plain[max(0, match.start() - 200) : match.end() + 60]))


def _parsed(text: str, before: date) -> date | None:
    """A written day, read day first; without a year the last such day not after `before`."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        day = parser.parse(text, dayfirst=True, default=datetime(before.year, 1, 1)).date()  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None
    has_year = re.search(r"\d{4}|[./-]\d\d$", text)
    return day if has_year or day <= before else _year_before(day)


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None


def _relative(words: str, sent: datetime) -> date:
    if words == "the day before yesterday" or words.startswith(("two", "2")):
        back = 2
    elif words.startswith(("three", "3")):
        back = 3
    else:
        back = 1 if words in {"yesterday", "last night"} else 0
    return sent.date() - timedelta(days=back)


def _last_weekday(name: str, before: date) -> date:
    back = (before.weekday() - WEEKDAYS.index(name)) % 7 or 7
    return before - timedelta(days=back)
