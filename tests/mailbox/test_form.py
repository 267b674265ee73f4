import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from shipped import FORMS

from letterladder.mailbox.form import Item, Row, labelled, read_items
from letterladder.mailbox.message import read_mail
from letterladder.rules.texts.report import FormFields

TEMPLATE = Path(__file__).resolve().parents[2] / "letter_templates" / "report-form.txt"
FORM = """Hello Fiona,

Parent: Mrs G Example
Pupil: Gwen Example 11B
Where: Messenger
Posted on: Wed 4 Nov 2026
Link: n/a - private message
What was posted: "Hi there"
and a sad face
Seen by: Nadia

She is nice about it.
"""


STAFF_FORM = next(form for form in FORMS.forms if form.id == "staff-form")


def read_form(text: str) -> FormFields:
    """The staff form in a text."""
    return of_items(*text.split("\n"))


def of_items(*items: Item) -> FormFields:
    """The staff form in lines and table rows."""
    return FormFields(**read_items(items, STAFF_FORM, STAFF_FORM.layouts).fields)


def test_all_seven_lines_are_read() -> None:
    """Each line under its own name; comments below the form stay out of it."""
    form = read_form(FORM)
    said = (form.parent, form.pupil, form.where, form.link, form.posted_on, form.what, form.seen_by)
    assert said == (
        "Mrs G Example",
        "Gwen Example 11B",
        "Messenger",
        "",
        "Wed 4 Nov 2026",
        '"Hi there"\nand a sad face',
        "Nadia",
    )


def test_the_order_of_the_lines_does_not_matter() -> None:
    """People copy lines about."""
    lines = "Seen by: Jo\nWhat was posted: rude words\nPupil: Kim\nPARENT : Max"
    form = read_form(lines)
    assert (form.seen_by, form.what, form.pupil, form.parent) == ("Jo", "rude words", "Kim", "Max")


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("Jo Example", "Parent: Jo Example"),
        ("Jo Example", "  * **Parent:** Jo Example"),
        ("Jo Example", "Parent/carer: Jo Example"),
        ("Jo Example", "- parent : Jo Example"),
        ("Jo Example", "> Parent: Jo Example"),
        ("Jo Example", "Parent:\nJo Example"),
        ("Jo Example", "Parent:\n\nJo Example"),
        ("Jo Example", "Parent: Jo\nExample"),
        ("", "Parent: n/a"),
        ("", "Parent: N / A"),
        ("", "Parent: none"),
        ("", "Parent: -"),
        ("", "Parent: ?"),
        ("", "Parenting: is hard"),
        ("", "My parent: Jo"),
        ("", "As a parent I say: no"),
    ],
)
def test_one_line_is_read_as_typed(expected: str, line: str) -> None:
    """Bold, bullets, quote marks and line breaks are the email program's, not the reporter's."""
    assert read_form(line).parent == expected


def test_what_was_posted_may_run_over_paragraphs_up_to_the_next_label() -> None:
    """Posts have paragraphs."""
    form = read_form("Parent: Jo\nWhat was posted: First.\n\nSecond.\nSeen by: Kim")
    assert form.what == "First.\n\nSecond."


def test_a_bare_name_below_the_post_is_not_part_of_it() -> None:
    """The colleague's first name must not end in the parent's letter."""
    assert read_form("Parent: Jo\nWhat was posted: Rude words.\n\nNadia").what == "Rude words."


def test_labels_of_a_web_form_end_a_value() -> None:
    """A web form adds lines of its own."""
    form = read_form("What was posted: Rude words.\nYour role: Office\nParent: Jo")
    assert (form.what, form.parent) == ("Rude words.", "Jo")


def test_a_form_in_a_table_is_read_from_its_cells() -> None:
    """Web forms and Word tables put label and value side by side."""
    form = of_items(
        Row("Parent", "Jo"), Row("Child:", "Kim"), Row("What was posted", "Rude\nwords"), Row("Age", "9")
    )
    assert (form.parent, form.pupil, form.what) == ("Jo", "Kim", "Rude\nwords")


@pytest.mark.parametrize(
    "text", ["Thank you for everything", "Message: the homework", "", "Parent: Jo", "What: x"]
)
def test_other_mail_is_no_form(text: str) -> None:
    """One label in passing does not make a form."""
    assert not read_form(text).is_form


def test_the_web_form_s_own_lines_can_be_asked_for() -> None:
    """Who filled in the form is in a line of its own."""
    assert labelled("Your name: Jo Example\nParent: Kim", "your name") == "Jo Example"


def test_the_form_we_hand_out_is_one_we_can_read() -> None:
    """The filled examples of report-form.txt come back field by field."""
    example = TEMPLATE.read_text(encoding="utf-8").partition("all invented:")[2]
    form = read_form(example.partition("An example")[0])
    assert form.is_form
    assert (form.parent, form.pupil, form.link) == (
        "Mrs Petra Example",
        "Robin Example, 4C",
        "https://www.social.example/petra/posts/17",
    )
    assert (form.where, form.posted_on) == ("Facebook, her own page, open to everybody", "3 November 2026")
    assert form.what.endswith("liked it by the evening.")
    assert form.exact == "The whole office is useless and Mr Sample is the worst of them."
    assert (form.seen_by[:12], form.on_site, form.affected) == ("Jo Specimen,", "", "")


def test_the_form_we_hand_out_asks_what_was_done_on_site() -> None:
    """Where, when, what, who was affected and who saw it; nothing online."""
    form = read_form(TEMPLATE.read_text(encoding="utf-8").partition("also invented:")[2])
    assert form.is_form
    assert (form.where, form.link) == ("", "")
    assert (form.on_site, form.posted_on) == ("the main gate", "3 November 2026, about 3.20 pm")
    assert form.exact == "You are all useless"
    assert form.affected == "a member of office staff, and pupils who were waiting"
    assert form.seen_by == "Jo Specimen, school office"


def test_the_exact_words_are_read_as_a_quotation_wherever_the_report_is_read() -> None:
    """They are in quotation marks below what happened; where that line is empty, they are what happened."""
    told = "Parent: Mr Jo Fell\nPupil: Kim Fell\nWhat happened: He was rude.\nExact words: Miss Pell is a lazy cow\n"
    read, alone = (_by_email(text) for text in (told, told.replace(" He was rude.", "")))
    assert (read.what, read.exact) == ("He was rude.\n\n“Miss Pell is a lazy cow”", "Miss Pell is a lazy cow")
    assert (alone.what, alone.is_form) == ("“Miss Pell is a lazy cow”", True)


def _by_email(text: str) -> FormFields:
    """What an email with this text is read as."""
    raw = f"From: jo@school.example\nTo: s@school.example\nSubject: Form\n\n{text}".encode()
    return read_mail(raw, datetime(2026, 11, 2, tzinfo=UTC), forms=FORMS).form


def test_the_form_we_hand_out_says_nothing_while_it_is_empty() -> None:
    """An empty form sent in by mistake is not a report."""
    text = TEMPLATE.read_text(encoding="utf-8")
    empty = text[: text.index("Three requests")]
    assert len(re.findall(r"^[A-Z][\w ]+:$", empty, re.MULTILINE)) == 10
    assert not read_form(empty).is_form
