"""How values look on a page: days and times as people write them, and what every page has around it."""

from collections.abc import Iterator
from datetime import date, datetime

from flask import Flask, g
from markupsafe import Markup

from ...ground.english import uk_date, uk_date_short
from ...ground.moments import LONDON
from ...rules.people.rights import Right
from .visiting import Visit

MENU: tuple[tuple[str, str, Right], ...] = (
    ("today.show", "Today", Right.COME_IN),
    ("in_tray.first", "In-tray", Right.FILE),
    ("cases.show", "Cases", Right.CASES),
    ("to_post.show", "To post", Right.POST),
    ("new_report.show", "New report", Right.REPORT),
    ("register.show", "Register", Right.GOVERNORS),
    ("requests.show", "Requests", Right.POST),
    ("people.show", "People", Right.PEOPLE),
    ("calendar.show", "Calendar", Right.PEOPLE),
    ("away.show", "Away", Right.PEOPLE),
    ("how_it_is.show", "How it is", Right.PEOPLE),
    ("counts.show", "Counts", Right.COUNTS),
)
"""The pages that every page leads to: endpoint, name, the right that it needs."""


def add_showing(app: Flask) -> None:
    """Let templates use the filters of this module, and the menu."""
    app.add_template_filter(day, "day")
    app.add_template_filter(moment, "moment")
    app.add_template_filter(clock, "clock")
    app.add_template_filter(size, "size")
    app.add_template_filter(iso_day, "iso_day")
    app.add_template_global(told_html, "told_html")
    app.context_processor(_around)


def _around() -> dict[str, object]:
    visit: Visit | None = getattr(g, "visit", None)
    return {
        "visit": visit,
        "visitor": getattr(g, "visitor", None),
        "menu": list(_menu(visit)) if visit else [],
        "once": getattr(g, "once", ""),
    }


def _menu(visit: Visit) -> Iterator[tuple[str, str]]:
    for endpoint, name, right in MENU:
        if right in visit.rights:
            yield endpoint, name


def told_html(told: list[str]) -> Markup:
    """What was done, a paragraph for each message."""
    paragraph = Markup('<p class="govuk-notification-banner__heading">{}</p>')
    return Markup("").join(paragraph.format(one) for one in told)


def day(value: date | None) -> str:
    """A day in words: "Thursday 12 November 2026"; "" for none."""
    if isinstance(value, datetime):
        value = value.astimezone(LONDON).date()
    return uk_date(value) if value else ""


def iso_day(value: str) -> str:
    """A day of a log, as "2026-11-12", in words and short: "12 November 2026"; "" for none."""
    return uk_date_short(date.fromisoformat(value)) if value else ""


def moment(value: datetime | None) -> str:
    """A moment in England: "Thursday 12 November 2026 at 15:40"; "" for none."""
    if value is None:
        return ""
    local = value.astimezone(LONDON)
    return f"{uk_date(local.date())} at {local:%H:%M}"


def clock(value: datetime, today: date) -> str:
    """A moment of these days: "14:05", or "14:05 on Thursday 12 November 2026" where it was not today."""
    local = value.astimezone(LONDON)
    return f"{local:%H:%M}" if local.date() == today else f"{local:%H:%M} on {uk_date(local.date())}"


def size(count: int) -> str:
    """A size of a file as people say it: "3 kB", "1.2 MB"."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"
