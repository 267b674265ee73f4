"""Where, when and which words."""

from datetime import UTC, datetime

import pytest
from made_reports import form_report, report

from letterladder.rules.reports.facts import fact_of, platform_of, posted_on
from letterladder.rules.texts.report import Report


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("2026-10-31", "31/10/2026"),
        ("2026-10-31", "31.10.26"),
        ("2026-11-01", "01-11-2026"),
        ("2026-10-30", "30th October 2026"),
        ("2026-11-04", "Wed 4 Nov 2026, 21:52"),
        ("2026-03-02", "2026-03-02"),
        ("2026-11-06", "6 November"),
        ("2025-12-24", "24 December"),
        ("2026-11-09", "last night"),
        ("2026-11-10", "this morning about 8"),
        ("2026-11-06", "Friday evening"),
        ("2026-11-03", "Tuesday"),
        ("", "not sure"),
        ("", "31/31/2026"),
    ],
)
def test_the_forms_day_is_read_as_in_britain(expected: str, typed: str) -> None:
    """Day first; without a year the last such day; received on Tuesday 10 November 2026."""
    assert posted_on(form_report("x", posted_on=typed)) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("2026-11-09", "He put this on Facebook last night after Mr Bright kept Tess in on Friday"),
        ("2026-11-06", "Posted by Ned Farrow on 6 November:"),
        ("2026-11-07", "He posted on Saturday that we are fools"),
        ("", "She stayed with us on Friday. There is a photo."),
        ("", "Her birthday is on 3 May and we like the school"),
    ],
)
def test_a_texts_day_counts_only_near_words_of_posting(expected: str, text: str) -> None:
    """Other days are told in the same breath."""
    assert posted_on(report(text)) == expected


def test_last_night_counts_from_london_time() -> None:
    """At 23:30 UTC in July it is already tomorrow in London."""
    mail = report("He posted it last night", received=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert posted_on(mail) == "2026-07-01"


def test_tonight_in_a_forwarded_mail_counts_from_that_mail() -> None:
    """Forwarded two days later, tonight is still that night."""
    text = "See below.\n\nFrom: Ida Lamb\nSent: 8 November 2026 21:50\nSubject: x\n\nIt is on his page since tonight."
    assert posted_on(report(text, own_words="See below.")) == "2026-11-08"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Facebook Messenger", "She wrote to me on Facebook Messenger"),
        ("Facebook", "on the fb group"),
        ("WhatsApp", "in the Whats App chat, somebody sent it me on Facebook"),
        ("X", "what he is putting on X about her"),
        ("X", "he tweeted it"),
        ("", "he had an X-ray on Monday"),
        ("TikTok", "has put a tiktok"),
        ("Nextdoor", "in public on Nextdoor"),
        ("", "the man next door to us"),
        ("", "at the gate"),
    ],
)
def test_the_platform_named_first_is_taken(expected: str, text: str) -> None:
    """Names as people write them."""
    assert platform_of(report(text)) == expected


def test_the_forms_line_comes_before_the_text() -> None:
    """What was filled in as the place is the place."""
    assert platform_of(form_report("He also wrote on TikTok", where="Instagram, open account")) == "Instagram"


def test_only_a_link_to_a_platform_is_taken_from_a_text() -> None:
    """Signatures hold links to the school's own site."""
    links = ("https://www.school.example/news", "https://www.facebook.example/groups/1")
    assert fact_of(report("see there", links=links)).link == "https://www.facebook.example/groups/1"


def test_a_form_without_a_link_has_none() -> None:
    """The words "n/a" are no link, whatever links the signature holds."""
    mail = form_report("x", link="n/a - private message")
    assert fact_of(mail).link == ""


def gate_form(day: str) -> Report:
    """A form about something at the gate on this day."""
    return form_report("He shouted", where="", on_site="the main gate", seen_when=day)


@pytest.mark.parametrize(
    ("mail", "place", "day"),
    [
        (
            gate_form("3 November 2026"),
            "the main gate",
            "2026-11-03",
        ),
        (
            gate_form("at home time"),
            "the main gate",
            "at home time",
        ),
        (
            report("Ned Farrow shouted at Miss Pell at the main gate yesterday."),
            "the main gate",
            "2026-11-09",
        ),
        (report("Ned Farrow wrote on Facebook that he was at the main gate."), "", ""),
    ],
)
def test_what_happened_on_site_has_its_place_and_day(mail: Report, place: str, day: str) -> None:
    """What was done at the school was not posted anywhere, and has no day of a post."""
    fact = fact_of(mail)
    assert (fact.place, fact.happened_on) == (place, day)
    assert not (place and (fact.platform or fact.posted_on))
