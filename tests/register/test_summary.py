from datetime import date

import pytest
from calendars import school_calendar
from made_events import entry
from msgspec.structs import replace

from letterladder.ground.errors import WrongUsage
from letterladder.records.papers.summary_html import summary_html
from letterladder.records.papers.summary_pdf import summary_pdf
from letterladder.rules.cases.events import (
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    CaseOpened,
    Fact,
    LetterDrafted,
    LetterPosted,
    ReportReceived,
    Triaged,
)
from letterladder.rules.cases.fold import fold
from letterladder.rules.days.calendar import Term
from letterladder.rules.register.register import register_rows
from letterladder.rules.register.register_kinds import SHOWN
from letterladder.rules.register.summary import (
    CaseYear,
    Deadlines,
    Period,
    Summary,
    period_of,
    summarise,
)
from letterladder.rules.register.summary_report import report_of
from letterladder.rules.words import Channel, Method, Outcome

YEAR = Period(title="School year 2026 to 2027", first=date(2026, 9, 1), last=date(2027, 8, 31))
REPORT = ReportReceived(
    mail="a", file="mail/a.eml", received=entry(CaseClosed(reason="")).at, fact=Fact(platform="Facebook")
)
DRAFTED = LetterDrafted(
    letter="L1", version=1, file="l", sha256="a", date_on_letter=date(2026, 11, 12), reason="first"
)
POSTED = LetterPosted(
    letter="L1",
    version=1,
    sha256="a",
    method=Method.FIRST_CLASS,
    on=date(2026, 11, 12),
    received_on=date(2026, 11, 16),
    answer_by=date(2026, 11, 23),
    rule="",
)


def opened(adult: str) -> CaseOpened:
    return CaseOpened(
        adult=adult, adult_name=f"Mr {adult}", school="s", policy="p", policy_version="1", reason="r"
    )


def answered(day: int) -> AnswerRecorded:
    return AnswerRecorded(
        outcome=Outcome.REMOVED, channel=Channel.PHONE, on=date(2026, 11, day), summary="", letter="L1"
    )


def case(number: int, *events: AnyEvent) -> CaseYear:
    """A case whose entries were all made on 9 November 2026."""
    ref = f"2026-{number:04d}"
    entries = [entry(event, seq) for seq, event in enumerate(events, start=1)]
    return CaseYear(case=fold(ref, entries), rows=register_rows(ref, "Fellside", entries, lambda _: ""))


CASES = [
    case(
        1,
        opened("A1"),
        REPORT,
        Triaged(pupils=[], conduct=["threats"], clear=True),
        DRAFTED,
        POSTED,
        answered(20),
    ),
    case(2, opened("A2"), REPORT, DRAFTED, POSTED, answered(25), CaseClosed(reason="done")),
    case(3, opened("A1"), REPORT, DRAFTED, POSTED),
    case(4, opened("A3")),
]


def summary(*cases: CaseYear, period: Period = YEAR, today: date = date(2026, 11, 24)) -> Summary:
    return summarise("Fellside", period, cases, {"L1": "Request", "threats": "threats to staff"}, today=today)


def test_a_year_is_counted() -> None:
    """Reports, cases, letters, conduct, how fast, and adults with more than one case."""
    found = summary(*CASES)
    assert (found.reports, found.opened, found.closed, found.still_open) == (3, 4, 1, 3)
    assert (found.repeat_adults, found.days_to_letter, found.middle_days) == (1, (3, 3, 3), "3")
    assert found.letters == {"L1: Request": 3}
    assert found.conduct == {"threats: threats to staff": 1}
    assert (len(found.months), found.months["2026-11"]) == (12, 4)


@pytest.mark.parametrize(
    ("expected", "today"),
    [
        (Deadlines(kept=1, late=1, missed=1), date(2026, 11, 24)),
        (Deadlines(kept=1, late=1, waiting=1), date(2026, 11, 23)),
    ],
)
def test_deadlines_are_kept_late_missed_or_running(expected: Deadlines, today: date) -> None:
    """On the last day itself the time still runs."""
    assert summary(*CASES, today=today).deadlines == expected


def test_another_period_counts_nothing_of_it() -> None:
    """Not even the deadlines."""
    spring = Period(title="Spring", first=date(2027, 1, 4), last=date(2027, 2, 12))
    found = summary(*CASES, period=spring)
    assert (found.reports, found.opened, found.deadlines, found.letters) == (0, 0, Deadlines(), {})
    assert found.still_open == 3


def test_nothing_is_a_summary_too() -> None:
    """A term without any case."""
    assert summary().middle_days == "no letter yet"


@pytest.mark.parametrize(
    ("expected", "asked"),
    [
        ((date(2026, 9, 1), date(2027, 8, 31)), {"year": "2026"}),
        ((date(2026, 9, 1), date(2027, 8, 31)), {"year": "2026-27"}),
        ((date(2026, 11, 2), date(2026, 12, 18)), {"term": "second"}),
        ((date(2026, 9, 2), date(2026, 12, 18)), {"term": "autumn"}),
    ],
)
def test_a_period_is_a_year_or_a_term(expected: tuple[date, date], asked: dict[str, str]) -> None:
    """A part of the name is enough; both halves of a term together are one period."""
    terms = (
        Term(first=date(2026, 9, 2), last=date(2026, 10, 23), name="Autumn 2026, first half"),
        Term(first=date(2026, 11, 2), last=date(2026, 12, 18), name="Autumn 2026, second half"),
    )
    found = period_of(school_calendar(terms=terms), **asked)
    assert (found.first, found.last) == expected


def test_a_period_of_several_terms_reaches_from_the_first_to_the_last() -> None:
    """Not only to the second."""
    days = (("2026-09-02", "2026-10-23"), ("2026-11-02", "2026-12-18"), ("2027-01-04", "2027-02-12"))
    terms = tuple(
        Term(first=date.fromisoformat(first), last=date.fromisoformat(last), name=f"Part {number} of 2026-27")
        for number, (first, last) in enumerate(days)
    )
    found = period_of(school_calendar(terms=terms), term="2026-27")
    assert found == Period(title="2026-27", first=terms[0].first, last=terms[2].last)


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_each_kind_of_row_is_counted_as_what_it_is(kind: str) -> None:
    """A row in which every column is filled: only its kind says which numbers it belongs to."""
    filled = replace(
        CASES[0].rows[0],
        kind=kind,
        letter="L1",
        decision="L2",
        outcome="refused",
        posted_on="2026-11-12",
        answer_by="2026-11-23",
    )
    found = summary(CaseYear(case=CASES[0].case, rows=[filled]))
    is_posted = kind == "LetterPosted"
    assert (found.reports, found.alerts) == (kind == "ReportReceived", kind == "AlertRaised")
    assert (found.closed, found.still_open) == (kind == "CaseClosed", kind != "CaseClosed")
    assert (found.letters != {}, found.outcomes != {}, found.decisions != {}) == (
        is_posted,
        is_posted,
        kind == "DecisionMade",
    )
    assert found.deadlines == Deadlines(missed=int(is_posted))


@pytest.mark.parametrize(
    ("is_open", "kinds"),
    [
        (True, ["CaseOpened"]),
        (False, ["CaseOpened", "CaseClosed"]),
        (False, ["CaseOpened", "CaseClosed", "MailAttached"]),
        (True, ["CaseOpened", "CaseClosed", "CaseReopened"]),
        (False, ["CaseOpened", "CaseClosed", "CaseReopened", "CaseClosed"]),
    ],
)
def test_a_case_is_open_unless_its_last_end_stands(is_open: bool, kinds: list[str]) -> None:
    """Whatever else came after it."""
    rows = [replace(CASES[0].rows[0], kind=kind) for kind in kinds]
    assert summary(CaseYear(case=CASES[0].case, rows=rows)).still_open == is_open


@pytest.mark.parametrize(
    ("expected", "day"),
    [((0, 1), "2026-09-01"), ((0, 1), "2027-08-31"), ((0, 0), "2026-08-31"), ((0, 0), "2027-09-01")],
)
def test_the_first_and_the_last_day_belong_to_the_period(expected: tuple[int, int], day: str) -> None:
    """The days before and after do not."""
    found = summary(CaseYear(case=CASES[3].case, rows=[replace(CASES[3].rows[0], happened_on=day)]))
    assert (found.reports, found.opened) == expected
    assert sum(found.months.values()) == expected[1]


def test_the_months_of_a_period_are_all_there() -> None:
    """Over the end of the year, from a day in one to a day in another."""
    days = Period(title="x", first=date(2026, 11, 30), last=date(2027, 2, 1))
    assert list(summary(period=days).months) == ["2026-11", "2026-12", "2027-01", "2027-02"]


@pytest.mark.parametrize("asked", [{"term": "harvest"}, {"term": ""}, {"year": "next"}, {"year": "26"}])
def test_an_unknown_period_is_said(asked: dict[str, str]) -> None:
    """With the terms that are known."""
    with pytest.raises(WrongUsage):
        period_of(school_calendar(), **asked)


def test_the_report_names_nobody_and_shows_every_number() -> None:
    """Charts have words beside them, so a reader who sees none misses nothing."""
    report = report_of(summary(*CASES))
    page = summary_html(report).decode()
    assert "A1" not in page
    for chart in report.charts:
        assert chart.says in page.replace("&#39;", "'")
        assert len(chart.bars) > 0
    assert "<script" not in page


def test_equal_numbers_give_equal_bytes() -> None:
    """In both formats."""
    first, again = report_of(summary(*CASES)), report_of(summary(*CASES))
    assert summary_pdf(first) == summary_pdf(again)
    assert summary_html(first) == summary_html(again)


def test_bars_differ_without_colour() -> None:
    """Each kind of answer date has a filling of its own, so a black-and-white print tells them apart."""
    answers = report_of(summary(*CASES)).charts[-1]
    assert len({bar.fill for bar in answers.bars}) == 4
