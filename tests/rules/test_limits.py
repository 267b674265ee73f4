"""Limits of the rules: what is just within one, and what is just beyond it."""

from datetime import date, timedelta

import pytest
from cast import an_adult
from made_reports import SCREENSHOT, report

from letterladder.rules.days.calendar_import import Event, Sort, sort_of
from letterladder.rules.letters.edited_changes import changes_told
from letterladder.rules.letters.edited_letter import address_block, compare
from letterladder.rules.letters.edited_lines import Reckoned, pairs_of
from letterladder.rules.letters.end_words import doubt_about_end
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.people.register_import import differences
from letterladder.rules.privacy.near_names import NearNames
from letterladder.rules.privacy.redaction_terms import Reporter
from letterladder.rules.privacy.reporter_traits import full_names, noted_traits, told_traits
from letterladder.rules.reports.genres import counts_in
from letterladder.rules.texts.names import fold
from letterladder.rules.texts.readable import says_nothing
from letterladder.rules.texts.sentences import is_cut, sentences_of
from letterladder.rules.texts.unbroken import unbroken
from letterladder.rules.words import Why

TODAY = date(2026, 11, 10)
CASE = Reckoned(
    ref="2026-0042", name="Mr Gavin Stott", salutation="Mr Stott", address=("2 Weir Street",), dates={}
)


def event(title: str, days: int) -> Event:
    """An event of so many days, the first of them today."""
    return Event(title=title, first=TODAY, last=TODAY + timedelta(days=days - 1))


@pytest.mark.parametrize(
    ("expected", "title", "days"),
    [
        (Sort.INSET, "INSET", 1),
        (Sort.INSET, "INSET", 10),
        (None, "INSET", 11),
        (Sort.CLOSURE, "School closed", 10),
        (None, "School closed", 11),
        (None, "Autumn term", 10),
        (Sort.TERM, "Autumn term", 11),
        (Sort.TERM, "Autumn term", 180),
        (None, "Autumn term", 181),
        (None, "Fair", 1),
    ],
)
def test_an_event_of_a_calendar_is_what_its_length_allows(
    expected: Sort | None, title: str, days: int
) -> None:
    """Ten days off at most; a term is longer, and shorter than half a year."""
    assert sort_of(event(title, days)) is expected


@pytest.mark.parametrize(("refused", "length"), [(False, 99_999), (False, 100_000), (True, 100_001)])
def test_a_letter_is_compared_up_to_its_longest(refused: bool, length: int) -> None:
    """A longer text is no letter."""
    found = compare("x", "x" * length, drafted=CASE, now=CASE)
    assert any("characters" in one.what or "long" in one.what for one in found.refused) is refused


@pytest.mark.parametrize(("told", "lines"), [(200, 200), (201, 201), (201, 250)])
def test_the_first_two_hundred_changes_are_told(told: int, lines: int) -> None:
    """Of the others their number."""
    found = changes_told("", "\n".join(f"line {one}" for one in range(lines)))
    assert len(found) == told
    assert (lines > 200) is (found[-1] == f"And {lines - 200} more changes: read the letter itself.")


def test_a_changed_line_is_quoted_up_to_four_hundred_characters() -> None:
    """Of the rest its length."""
    assert changes_told("", "y" * 400) == [f"Put in: “{'y' * 400}”"]
    assert changes_told("", "y" * 402) == [f"Put in: “{'y' * 400}” and 2 more characters."]


@pytest.mark.parametrize(
    ("shown", "rows"),
    [(("1", "2"), 2), (tuple("1234567"), 7), (tuple("12345678"), 8), (tuple("12345678"), 9)],
)
def test_an_address_is_read_as_far_as_its_block_may_go(shown: tuple[str, ...], rows: int) -> None:
    """The name and eight lines."""
    text = "\n".join(["Mr Gavin Stott", *map(str, range(1, rows + 1))])
    assert address_block(text, "Mr Gavin Stott")[-len(shown) :] == shown


@pytest.mark.parametrize(
    ("was", "same", "new"), [("", "one two", "five six seven"), ("a b c d e", "a b f g h", "a b c z y")]
)
def test_a_line_counts_as_rewritten_from_a_share_of_its_words(was: str, same: str, new: str) -> None:
    """Two words of five are the bound, three are beyond it."""
    found = {pair.now: pair.was for pair in pairs_of(was, f"{same}\n{new}")}
    assert found[new] == (was if was else "")
    assert found[same] == ""


@pytest.mark.parametrize(
    ("doubted", "words"),
    [(False, "w " * 59 + "wo"), (True, "w " * 60 + "w"), (True, "w"), (False, "the trial ends")],
)
def test_the_words_of_an_end_fit_on_a_line(doubted: bool, words: str) -> None:
    """Up to 120 characters, of two words or more."""
    assert bool(doubt_about_end(words, TODAY)) is doubted


@pytest.mark.parametrize(
    ("expected", "name", "word"),
    [
        (Why.PUPIL, "mila", "milla"),
        (None, "mila", "nila"),
        (Why.PUPIL, "mila", "milah"),
        (Why.PUPIL, "mila", "mlia"),
        (Why.PUPIL, "mila", "mili"),
        (None, "mila", "mi"),
        (Why.PUPIL, "katie", "catie"),
        (None, "katie", "latie"),
        (Why.PUPIL, "katie", "kathie"),
        (None, "katie", "kathhie"),
        (Why.PUPIL, "beatrice", "beattryce"),
        (None, "beatric", "beattryce"),
        (None, "beatrice", "beettryyce"),
        (Why.PUPIL, "a" * 40, "a" * 39 + "b"),
        (None, "a" * 40, "a" * 41),
    ],
)
def test_how_many_slips_a_name_bears_goes_by_its_length(expected: Why | None, name: str, word: str) -> None:
    """A short name the smallest ones, a longer one any, from eight letters on two; the first letter by its sound."""
    assert NearNames([(name, Why.PUPIL)]).why(word, capital=True) is expected


@pytest.mark.parametrize(
    ("expected", "name", "word"), [(None, "fathim", "fatthm"), (Why.PUPIL, "fathima", "fattima")]
)
def test_without_a_capital_a_slip_counts_from_seven_letters(
    expected: Why | None, name: str, word: str
) -> None:
    """Shorter words are too often something else."""
    assert NearNames([(name, Why.PUPIL)]).why(word, capital=False) is expected


def test_a_name_that_is_a_plain_word_with_a_slip_is_near_to_none() -> None:
    """Ordinary English stays."""
    assert NearNames([("rosie", Why.PUPIL)]).why("rose", capital=True) is None


def test_names_are_looked_for_as_far_as_the_limits_go() -> None:
    """Of a line 120 characters, of those who saw it 2,000, of an email 60,000."""
    assert [one.family for one in full_names(" " * 109 + "Beth Aldous")] == ["Aldous"]
    assert [one.family for one in full_names(" " * 110 + "Beth Aldous")] == ["Aldou"]
    seen = noted_traits(Reporter(seen_by=" " * 1_989 + "Beth Aldous"))
    cut = noted_traits(Reporter(seen_by=" " * 1_990 + "Beth Aldous"))
    assert ({one.family for one in seen.names}, {one.family for one in cut.names}) == ({"Aldous"}, {"Aldou"})
    number = "01632 960403"
    assert told_traits(report("\n" * (60_000 - len(number)) + number)).phones == {number}
    assert number not in told_traits(report("\n" * (60_001 - len(number)) + number)).phones


@pytest.mark.parametrize(
    ("counted", "row", "rows"),
    [
        (3, "a b c d e f g 8", 3),
        (0, "a b c d e f g h 9", 3),
        (0, "a b c d e f g 8", 2),
        (1, "a 1 b 2 c 3", 1),
    ],
)
def test_rows_of_figures_are_a_table_from_three_of_eight_words(counted: int, row: str, rows: int) -> None:
    """Or three figures on one line."""
    sentences = [one for _ in range(rows) for one in sentences_of(report(row))]
    assert len(counts_in(sentences)) == counted


def test_an_email_is_read_once_as_far_as_its_length_allows() -> None:
    """Whether something of it was left out is told."""
    assert not is_cut(report("Short. " * 10))
    assert not is_cut(report(""))


def test_a_family_that_is_gone_is_named_where_its_case_is_open() -> None:
    """And nowhere else."""
    stott = an_adult()
    before, after = PeopleRegister(adults={stott.person_id: stott}), PeopleRegister()
    assert [one.where for one in differences(before, after, {stott.person_id: "2026-0042"}).loud] == [
        "2026-0042"
    ]
    assert differences(before, after, {}).loud == ()


def test_what_is_short_and_what_is_said_is_told_apart() -> None:
    """A few words beside a picture say nothing; dates keep together; folding is the same however long a text is."""
    assert says_nothing(report("see attached", attachments=(SCREENSHOT,)))
    assert not says_nothing(report("Mr Stott wrote on Facebook that Miss Harker is a thief and a liar too."))
    assert unbroken("by 3 May 2026") == unbroken("by 3 May 2026 ").rstrip(" ")
    assert fold("Zoë’s Straße " * 2_000).text == " ".join(["zoes strasse"] * 2_000)
