"""The governors' report as headings, sentences, tables and charts, before anybody draws it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...ground.english import uk_date_short
from .summary import FEW, Summary


class Fill(StrEnum):
    """How a bar is filled; each stays apart from the others on a black-and-white printer."""

    SOLID = "solid"
    STRIPED = "striped"
    EMPTY = "empty"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: what it counts, how many, how it is filled."""

    label: str
    count: int
    fill: Fill = Fill.SOLID


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A bar chart; `says` tells in words what it shows, for those who cannot see it."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def says(self) -> str:
        """The text alternative."""
        return f"{self.title}: " + (
            "; ".join(f"{bar.label} {bar.count}" for bar in self.bars) or "nothing to show"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report."""

    title: str
    school: str
    period: str
    notice: str
    facts: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    tables: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def report_of(summary: Summary) -> Report:
    """Lay a summary out."""
    period = summary.period
    return Report(
        title=f"Conduct of adults: {period.title}",
        school=summary.school,
        period=f"{uk_date_short(period.first)} to {uk_date_short(period.last)}",
        notice=f"This report names nobody. A number below {FEW} may still identify a family: think before it is"
        " passed on outside the governing body.",
        facts=_facts(summary),
        charts=_charts(summary),
        tables=(
            ("Letters posted", _lines(summary.letters)),
            ("How letters ended", _lines(summary.outcomes)),
            ("Decisions", _lines(summary.decisions)),
            ("Conduct in the cases opened", _lines(summary.conduct)),
        ),
    )


def _facts(summary: Summary) -> tuple[tuple[str, str], ...]:
    deadlines = summary.deadlines
    return (
        ("Reports received", str(summary.reports)),
        ("Cases opened", str(summary.opened)),
        ("Cases closed", str(summary.closed)),
        ("Cases open on the last day", str(summary.still_open)),
        ("Cases on hold now", str(summary.held)),
        ("Alerts to the safeguarding lead", str(summary.alerts)),
        ("Adults with an earlier or another case", str(summary.repeat_adults)),
        ("Days from first report to first letter (median)", summary.middle_days),
        (
            "Answer dates",
            f"{deadlines.kept} kept, {deadlines.late} answered late, {deadlines.missed} missed,"
            f" {deadlines.waiting} still running",
        ),
    )


def _charts(summary: Summary) -> tuple[Chart, ...]:
    deadlines = summary.deadlines
    return (
        Chart(
            title="Cases opened, by month",
            bars=tuple(Bar(label=_month(month), count=count) for month, count in summary.months.items()),
        ),
        Chart(title="Letters posted, by kind", bars=_bars(summary.letters, Fill.STRIPED)),
        Chart(
            title="Answer dates",
            bars=(
                Bar(label="kept", count=deadlines.kept, fill=Fill.SOLID),
                Bar(label="answered late", count=deadlines.late, fill=Fill.STRIPED),
                Bar(label="missed", count=deadlines.missed, fill=Fill.EMPTY),
                Bar(label="still running", count=deadlines.waiting, fill=Fill.DOTTED),
            ),
        ),
    )


def _month(iso: str) -> str:
    """A month as people write it, "November 2026", from "2026-11"."""
    return uk_date_short(date.fromisoformat(f"{iso}-01")).partition(" ")[2]


def _bars(counts: Mapping[str, int], fill: Fill) -> tuple[Bar, ...]:
    return tuple(Bar(label=name, count=count, fill=fill) for name, count in counts.items())


def _lines(counts: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(count)) for name, count in counts.items())
