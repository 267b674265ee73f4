"""An email cut into passages."""

import pytest
from made_reports import report

from letterladder.rules.texts.passages import Kind, new_passages, passages_of, quotations, without_greeting

OUTLOOK = (
    "See below.\n\nFrom: Ida Lamb\nSent: 8 November 2026 21:50\nTo: Office\nSubject: x\n\n"
    "Hello\n\nIt is on his page."
)


def test_a_forwarded_mail_is_a_passage_with_its_date_and_without_its_headers() -> None:
    """Senders' names in header lines are nobody's conduct."""
    found = passages_of(report(OUTLOOK, own_words="See below."))
    assert [(part.kind, part.sent) for part in found] == [
        (Kind.OWN, ""),
        (Kind.FORWARDED, "8 November 2026 21:50"),
    ]
    assert "Ida" not in found[1].text


def test_the_same_header_block_in_an_answer_is_a_quotation() -> None:
    """Outlook quotes the email it answers in the same way."""
    found = passages_of(report(OUTLOOK, own_words="See below.", subject="RE: Letter"))
    assert found[1].kind is Kind.QUOTED


def test_a_marked_quotation_is_not_new() -> None:
    """What is answered was said before."""
    text = "No.\n\nOn 6 Nov 2026, at 16:00, The School wrote:\n> Please remove it.\n>> I will not."
    assert [part.text.strip() for part in new_passages(report(text, own_words="No."))] == ["No."]


def test_the_report_form_has_no_header_lines() -> None:
    """Its labels look like headers and are not."""
    text = "Parent: Ned Farrow\nPupil: Tess\nDate: 6 November\nWhat was posted: x"
    assert [part.kind for part in passages_of(report(text))] == [Kind.OWN]


def test_an_attached_mail_that_the_text_repeats_comes_once() -> None:
    """Otherwise it would count twice."""
    assert len(passages_of(report(OUTLOOK, own_words="See below.", forwarded=("It is on\nhis page.",)))) == 2
    assert len(passages_of(report(OUTLOOK, own_words="See below.", forwarded=("It is on her page.",)))) == 3


def test_the_greeting_is_left_out_and_a_short_report_is_not() -> None:
    """A greeted head is not a head mentioned."""
    assert without_greeting("Dear Mrs Lyle,\n\nHe did it again.").strip() == "He did it again."
    assert without_greeting("Ruth / Catherine\n\nHe did it again.").strip() == "He did it again."
    assert without_greeting("He did it again.") == "He did it again."


def test_quotation_marks_of_all_kinds_are_understood() -> None:
    """English, typewritten, Polish and French marks; an apostrophe is none."""
    text = "don't “one two” it's \"three\" he's „four” isn't « five » wasn't 'it's six'"
    assert [words for words, _, _ in quotations(text)] == ["one two", "three", "four", "five", "it's six"]


@pytest.mark.parametrize(
    ("is_cut", "lines"),
    [
        (True, ["From: Ida", "Subject: x"]),
        (True, ["From: Ida", "said it", "Subject: x"]),
        (False, ["From: Ida", "said it", "twice", "Subject: x"]),
        (True, ["Subject: x", "From: Ida"]),
        (True, ["Subject: x", "said it", "From: Ida"]),
        (False, ["Subject: x", "said it", "twice", "From: Ida"]),
        (False, ["From: Ida", "said it"]),
        (False, ["To: Ida", "Subject: x"]),
        (True, ["*From*: Ida", "*Subject*: x"]),
    ],
)
@pytest.mark.parametrize("above", [0, 1, 4])
def test_a_header_has_another_within_two_lines(is_cut: bool, lines: list[str], above: int) -> None:
    """Above or below it, wherever in the email; only where somebody sent does another email begin."""
    text = "\n".join([*["He did it."] * above, "See below.", *lines, "", "It is on his page."])
    cut = [one.kind for one in passages_of(report(text, own_words="See below."))]
    assert (Kind.FORWARDED in cut) is is_cut


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("x", "Dear Mrs Lyle,\nx"),
        ("x", "Hi\nx"),
        ("x", "Dear Mrs Lyle and Mr Pell,\nx"),
        ("Dear Mrs Lyle and dear Mr Pell,\nx", "Dear Mrs Lyle and dear Mr Pell,\nx"),
        ("\nx", "Ruth and Ida\n\nx"),
        ("Ruth and Ida Lamb\n\nx", "Ruth and Ida Lamb\n\nx"),
        ("Ruth and Ida\nx", "Ruth and Ida\nx"),
        ("Ruth left.\n\nx", "Ruth left.\n\nx"),
        ("Ruth", "Ruth"),
        ("", "Dear Ruth"),
        ("", ""),
    ],
)
def test_a_first_line_that_only_greets_is_short(left: str, text: str) -> None:
    """Six words that greet, or three alone above an empty line that say nothing."""
    assert without_greeting(text) == left


def test_a_quotation_has_forty_characters_on_each_side() -> None:
    """Or as many as there are."""
    assert quotations(f"{'a' * 50} “x” {'b' * 50}") == (("x", f"{'a' * 39} ", f" {'b' * 39}"),)
    assert quotations("“x”") == (("x", "", ""),)
    assert quotations("a “x” b “y”") == (("x", "a ", " b “y”"), ("y", "a “x” b ", ""))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["x"], 'he said "x"'),
        (["x"], 'he said "x "'),
        ([], 'he said" x "she'),
        (["x", "y"], 'he said "x" and "y"'),
        (["x"], 'he said "x" and "y'),
        ([], "'cause he said so'"),
        (["cause of it"], 'he wrote "cause of it" and'),
        (["cat"], "the 'cat' sat"),
        ([], "“ ”"),
    ],
)
def test_marks_that_touch_words_on_the_wrong_side_quote_nothing(words: list[str], text: str) -> None:
    """Two straight marks alone are a quotation even with a space at its end."""
    assert [found for found, _, _ in quotations(text)] == words


def test_the_lines_of_a_passage_are_without_their_marks() -> None:
    """However deep; a mark within a line is a part of it."""
    text = "No.\n> He wrote a > b.\n> > Again."
    assert passages_of(report(text, own_words="No."))[1].text == "He wrote a > b.\nAgain."
