"""Letters that get their dates when they are approved: the bytes that leave are the approved text with other dates."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters.printing import PRINTER, TEMPLATES, fields_of
from letters.sample_fields import SAMPLES
from shipped import FILES
from shipped import LETTERS as KNOWN
from word_parts import words_of

from letterladder.ground.english import uk_date
from letterladder.rules.words import Stage, Switch

WITH_PLACES = sorted(one.id for one in KNOWN if one.dated_at_approval)
DATES = ("letter_date", "answer_by", "removal_by", "starts_on", "review_by")
"""The dates that these letters can print and that a policy's clock works out."""


def places_of(name: str) -> dict[str, str]:
    """Words in the place of each date that this letter prints."""
    return {field: f"[date: {field} & so on]" for field in DATES if field in fields_of(name)}


def printed(name: str, changes: dict[str, str], *, large: bool = False) -> bytes:
    """The letter with the sample fields and these dates."""
    return PRINTER.print_letter(TEMPLATES / FILES[name], {**SAMPLES[name], **changes}, large=large)


def test_the_letters_with_places_are_the_common_ones() -> None:
    """As agreed: requests, meetings, warnings, signposts, plans, notes and closing letters."""
    assert WITH_PLACES == ["C1", "C2", "L1", "L2", "L2b", "L3", "N1", "Z1"]


def test_no_letter_about_a_measure_has_places() -> None:
    """Whoever withdraws, restricts, decides or reviews approves the very dates."""
    exact = {one.id for one in KNOWN if one.switch or one.stage or one.ends}
    assert {
        *KNOWN.switched(Switch.SITE_ACCESS),
        *(one.id for one in KNOWN if one.stage in set(Stage)),
    } <= exact
    assert exact.isdisjoint(WITH_PLACES)


@pytest.mark.parametrize("name", WITH_PLACES)
@settings(max_examples=5, deadline=None)
@given(start=st.dates(date(2026, 1, 1), date(2040, 12, 31)), gap=st.integers(1, 60), large=st.booleans())
def test_the_bytes_that_leave_and_the_approved_text_differ_in_the_dates_alone(
    name: str, start: date, gap: int, large: bool
) -> None:
    """Filling the places gives byte for byte what printing the dates at once gives, on whatever days."""
    places = places_of(name)
    days = {field: uk_date(start + timedelta(days=gap * turn)) for turn, field in enumerate(places)}
    text, letter = printed(name, places, large=large), printed(name, days, large=large)
    filling = {words: days[field] for field, words in places.items()}
    assert PRINTER.with_dates(text, filling) == letter
    assert PRINTER.other_parts(text, letter, filling) == []


@pytest.mark.parametrize("name", WITH_PLACES)
def test_every_word_that_differs_is_one_of_a_date(name: str) -> None:
    """Read without our own comparison: the words of both files, one beside the other."""
    places = places_of(name)
    days = {field: uk_date(date(2026, 11, 3) + timedelta(days=turn)) for turn, field in enumerate(places)}
    text, letter = words_of(printed(name, places)), words_of(printed(name, days))
    for field, words in places.items():
        assert words in text
        text = text.replace(words, days[field])
    assert text == letter


@pytest.mark.parametrize("name", WITH_PLACES)
def test_another_word_is_seen(name: str) -> None:
    """A letter to somebody else, or with another head, is not that text with its dates."""
    places, days = places_of(name), dict.fromkeys(places_of(name), "Tuesday 3 November 2026")
    filling = {words: days[field] for field, words in places.items()}
    other = printed(name, {**days, "signer_name": "Mr Peter Quayle"})
    assert PRINTER.other_parts(printed(name, places), other, filling) == ["word/document.xml"]


def file_of(parts: dict[str, str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A packed file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content, how)
    return made.getvalue()


def test_a_place_that_was_not_filled_is_seen() -> None:
    """Though both files have the very same part."""
    text = file_of({"word/a.xml": "<a>[date]</a>", "word/b.xml": "<b/>"})
    assert PRINTER.other_parts(text, text, {"[date]": "3 November 2026"}) == ["word/a.xml"]
    assert PRINTER.other_parts(text, text, {"[other]": "3 November 2026"}) == []


def test_how_a_part_was_packed_makes_no_difference() -> None:
    """What is in it does, of whatever sort it is."""
    parts = {"word/a.xml": "<a>one</a>", "media/b.png": "two"}
    one, two = file_of(parts), file_of(parts, zipfile.ZIP_STORED)
    assert PRINTER.other_parts(one, two, {}) == []
    for name in parts:
        other = file_of({**parts, name: "six"}, zipfile.ZIP_STORED)
        assert PRINTER.other_parts(one, other, {}) == [name]


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_damaged_part_is_not_compared(how: int) -> None:
    """Its bytes are not those that were packed."""
    whole = file_of({"word/a.xml": "<a>" + "one two three " * 20 + "</a>"}, how)
    place = whole.index(b"word/a.xml") + len("word/a.xml") + 20
    damaged = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
    with pytest.raises(zipfile.BadZipFile):
        PRINTER.other_parts(whole, damaged, {})


def test_a_part_that_came_or_went_is_seen() -> None:
    """A file inside that the approver never had."""
    text = printed("L1", places_of("L1"))
    more = io.BytesIO(text)
    with zipfile.ZipFile(more, "a") as packed:
        packed.writestr("word/extra.xml", "<x/>")
    assert PRINTER.other_parts(text, more.getvalue(), {}) == ["word/extra.xml"]
