"""Lists of term dates as schools and councils publish them: what they say, fixed before they were read."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole_answers import agreed

from letterladder.rules.days.calendar_import import Sort, sort_of
from letterladder.rules.days.pasted_terms import pasted_terms

TODAY = date(2026, 11, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list, and what it says: stretches of school and INSET days, month and day; lines that a person must look at."""

    text: str
    terms: tuple[str, ...] = ()
    inset: tuple[str, ...] = ()
    left: int = 0


LISTS = {
    "a range a line, and its half-term": Listed(
        text="""Autumn term: Tuesday 1 September 2026 to Friday 18 December 2026
Half term: Monday 26 October 2026 to Friday 30 October 2026
Spring term: Monday 4 January 2027 to Thursday 25 March 2027
Half term: Monday 15 February 2027 to Friday 19 February 2027""",
        terms=(
            "2026-09-01 2026-10-23",
            "2026-11-02 2026-12-18",
            "2027-01-04 2027-02-12",
            "2027-02-22 2027-03-25",
        ),
    ),
    "a block a term": Listed(
        text="""Autumn term 2026

Term starts: Wednesday 2 September 2026
Half term: Monday 26 October to Friday 30 October 2026
Term ends: Friday 18 December 2026

Spring term 2027

Term starts: Tuesday 5 January 2027
Half term: 15 to 19 February 2027
Term ends: Thursday 25 March 2027""",
        terms=(
            "2026-09-02 2026-10-23",
            "2026-11-02 2026-12-18",
            "2027-01-05 2027-02-12",
            "2027-02-22 2027-03-25",
        ),
    ),
    "a table of six": Listed(
        text="Term\tFirst day\tLast day\nAutumn 1\tWed 2 Sept 2026\tFri 23 Oct 2026\n"
        "Autumn 2\tMon 2 Nov 2026\tFri 18 Dec 2026\n"
        "Spring 1\t04/01/2027\t12/02/2027\n",
        terms=("2026-09-02 2026-10-23", "2026-11-02 2026-12-18", "2027-01-04 2027-02-12"),
    ),
    "years in the heading alone": Listed(
        text="""School year 2026/27
Autumn term: 2nd September - 18th December
Half term: 26th October - 30th October
Summer term: 12th April - 21st July
INSET days: 1st September, 4th January""",
        terms=("2026-09-02 2026-10-23", "2026-11-02 2026-12-18", "2027-04-12 2027-07-21"),
        inset=("2026-09-01", "2027-01-04"),
    ),
    "closes and reopens": Listed(
        text="""AUTUMN TERM
School opens to pupils on Thursday 3 September 2026
Closes for half term on Friday 23 October 2026
Reopens on Monday 2 November 2026
Breaks up on Thursday 17 December 2026""",
        terms=("2026-09-03 2026-10-23", "2026-11-02 2026-12-17"),
    ),
    "the last day and the first one back": Listed(
        text="""Autumn term: 1 September 2026 to 18 December 2026
Half-term holiday: school finishes on Friday 23 October 2026 and starts again on Monday 2 November 2026""",
        terms=("2026-09-01 2026-10-23", "2026-11-02 2026-12-18"),
    ),
    "INSET days below a heading, bank holidays beside": Listed(
        text="""Summer term 2027: Monday 12 April to Wednesday 21 July 2027
Half-term: Monday 31 May to Friday 4 June 2027
May Day bank holiday: Monday 3 May 2027
Staff training days (no pupils in school)
- Tuesday 1 and Wednesday 2 September 2026
- Monday 4 January 2027
* Thursday 22 July 2027""",
        terms=("2027-04-12 2027-05-28", "2027-06-07 2027-07-21"),
        inset=("2026-09-01", "2026-09-02", "2027-01-04", "2027-07-22"),
    ),
    "a weekday of another year": Listed(
        text="""Autumn term: Tuesday 1 September 2027 to Friday 17 December 2027
INSET day: Wednesday 1 September 2027""",
        inset=("2027-09-01",),
        left=1,
    ),
    "other days of the year": Listed(
        text="""Autumn term: 1 September 2026 to 18 December 2026
Parents' evening: 12 November 2026
Year 6 residential: 5 October 2026 to 9 October 2026
Open evening: Thursday 1 October 2026
Holiday club: 26 October 2026 to 30 October 2026
Autumn term swimming starts 14 September 2026
Exams begin on 9 November 2026
Last day for applications: 15 January 2027
Spring book fair: 1 March 2027 to 5 March 2027
Christmas holiday: 21 December 2026 to 1 January 2027""",
        terms=("2026-09-01 2026-12-18",),
        left=8,
    ),
    "a term whose end is missing": Listed(
        text="Spring term\nTerm begins Monday 4 January 2027\nSummer term\nTerm begins Monday 12 April 2027\n",
        left=2,
    ),
    "start and end of half-term": Listed(
        text="""AUTUMN 2026
Start of term: Tuesday 1 September
Start of half term: Monday 26 October
End of half term: Friday 30 October
End of term: Friday 18 December""",
        terms=("2026-09-01 2026-10-23", "2026-11-02 2026-12-18"),
    ),
    "two things in one line": Listed(
        text="""Autumn term: Mon 7 September 2026 to Fri 18 December 2026 (INSET: Thu 3 and Fri 4 September 2026)
Spring term 2027: Mon 4 Jan to Fri 12 Feb 2027 and Mon 22 Feb to Thu 25 Mar 2027
Term begins with INSET on Tuesday 1 September 2026""",
        left=3,
    ),
    "half-terms without a colon, whose days look like numbers of half-terms": Listed(
        text="""Autumn term 2026: Wednesday 2 September to Friday 18 December
Half term 26 to 30 October 2026
Spring term 2027: Tuesday 5 January to Thursday 25 March
Half term 15 to 19 February 2027
Summer term 2027: Monday 12 April to Wednesday 21 July
Half term 1 June to 4 June 2027""",
        terms=(
            "2026-09-02 2026-10-23",
            "2026-11-02 2026-12-18",
            "2027-01-05 2027-02-12",
            "2027-02-22 2027-03-25",
            "2027-04-12 2027-05-31",
            "2027-06-07 2027-07-21",
        ),
    ),
    "half-terms that are numbered": Listed(
        text="""Half term 1: 2 September 2026 to 23 October 2026
Half term 2: 2 November 2026 to 18 December 2026""",
        terms=("2026-09-02 2026-10-23", "2026-11-02 2026-12-18"),
    ),
    "a term of one day, and one that would end before it begins": Listed(
        text="""Autumn term: 2 September 2026 to 2 September 2026
Spring term: 6 January 2027 to 5 January 2027""",
        left=2,
    ),
    "a term that lies within another": Listed(
        text="""Autumn term: 2 September 2026 to 18 December 2026
Autumn term, first half: 2 September 2026 to 23 October 2026""",
        terms=("2026-09-02 2026-12-18",),
        left=1,
    ),
    "no list at all": Listed(text="Dear parents, we look forward to seeing you all. The Office"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_a_reader_reads(name: str) -> None:
    """Stretches between the holidays, INSET days one by one, and the doubtful lines handed back."""
    one = LISTS[name]
    found = pasted_terms(one.text, TODAY)
    terms = [event for event in found.events if event.title not in {"Holiday", "INSET day"}]
    assert tuple(f"{event.first} {event.last}" for event in terms) == one.terms
    assert tuple(str(event.first) for event in found.events if event.title == "INSET day") == one.inset
    assert len(found.left) == one.left, found.left


def test_each_stretch_has_its_name_and_each_doubtful_line_its_words() -> None:
    """Names of terms and halves, first and last days, and lines as they were written."""
    found = {name: pasted_terms(one.text, TODAY) for name, one in LISTS.items()}
    agreed(
        Path(__file__).with_name("pasted_lists.txt"),
        {name: (*one.events, *one.left) for name, one in found.items()},
    )


@pytest.mark.parametrize("name", LISTS)
def test_what_it_says_is_proposed_as_what_it_is(name: str) -> None:
    """The calendar sorts events by their names: a term is one, and half a term too."""
    for event in pasted_terms(LISTS[name].text, TODAY).events:
        wanted = {"INSET day": Sort.INSET, "Holiday": None}.get(event.title, Sort.TERM)
        assert sort_of(event) is wanted


def test_the_halves_are_named() -> None:
    """As the calendar that comes with the program names them."""
    found = pasted_terms(LISTS["a range a line, and its half-term"].text, TODAY)
    assert found.events[0].title == "Autumn term, first half"
    assert found.events[1].title == "Autumn term, second half"


def test_why_a_line_is_handed_back_is_said() -> None:
    """A slip of the pen in a weekday is the commonest fault of such lists."""
    (left,) = pasted_terms(LISTS["a weekday of another year"].text, TODAY).left
    assert left.endswith("(the weekday does not fit the date)")


@given(
    st.text(
        alphabet=st.sampled_from("Autumn term 12/0-9:\nHalf holiday to Monday September 2026 INSET ends"),
        max_size=300,
    )
)
def test_whatever_is_pasted_no_stretch_ends_before_it_begins(text: str) -> None:
    """And none is longer than half a year."""
    for event in pasted_terms(text, TODAY).events:
        assert event.first <= event.last
