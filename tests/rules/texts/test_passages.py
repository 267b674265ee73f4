"""An email cut into passages."""

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
