import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.mails.email_page import (
    Kind,
    Part,
    as_value,
    leads_somewhere_safe,
    parts_of,
    plain_text,
)

DESK = "https://desk.larkfield.example"


@pytest.mark.parametrize(
    ("line", "part", "text"),
    [
        ("# Please look.", Part(kind=Kind.ASKED, lines=("Please look.",)), "Please look."),
        ("## Below", Part(kind=Kind.HEADING, lines=("Below",)), "Below"),
        ("! Ring 999.", Part(kind=Kind.WARNING, lines=("Ring 999.",)), "Ring 999."),
        ("> Dear Ms Falk", Part(kind=Kind.LETTER, lines=("Dear Ms Falk",)), "Dear Ms Falk"),
        ("~ Larkfield", Part(kind=Kind.SMALL, lines=("Larkfield",)), "Larkfield"),
        ("  - one", Part(kind=Kind.ITEMS, lines=("one",)), "  - one"),
        (
            "  Why now  he asked",
            Part(kind=Kind.FACTS, rows=(("Why now", "he asked"),)),
            "  Why now  he asked",
        ),
        (
            "  letterladder intray",
            Part(kind=Kind.TYPED, lines=("letterladder intray",)),
            "  letterladder intray",
        ),
        ("Just words", Part(kind=Kind.PROSE, lines=("Just words",)), "Just words"),
        (
            f"=> {DESK}/larkfield Read and decide",
            Part(kind=Kind.BUTTON, lines=("Read and decide",), href=f"{DESK}/larkfield"),
            f"Read and decide:\n  {DESK}/larkfield",
        ),
        (
            "-> mailto:a@b.example?body=x Send back",
            Part(kind=Kind.CHOICE, lines=("Send back",), href="mailto:a@b.example?body=x"),
            "Send back:\n  mailto:a@b.example?body=x",
        ),
    ],
)
def test_a_line_is_what_its_beginning_says(line: str, part: Part, text: str) -> None:
    """In the page a part of its kind; in plain text the same words without the mark."""
    assert (parts_of(line, DESK), plain_text(line)) == ((part,), text)


def test_lines_of_a_paragraph_run_on_and_rows_are_one_table() -> None:
    """A line end of the text is none of the page; an empty line is."""
    parts = parts_of("One\ntwo.\n\nThree.\n  A  1\n  B  2\n", DESK)
    assert [(part.lines, part.rows) for part in parts] == [
        (("One two.",), ()),
        (("Three.",), ()),
        ((), (("A", "1"), ("B", "2"))),
    ]


def test_a_row_may_have_a_value_as_its_name_and_go_on_in_the_next_line() -> None:
    """A letter's dates, whose names and number depend on the letter; a value alone is no name."""
    named = f"  {as_value('Answer by')} {as_value('5 days')}"
    text = f"{named}\n  Dated  {as_value('today')}\n         {as_value('or later')}\n"
    (part,) = parts_of(text, DESK)
    assert part.rows == (("Answer by", "5 days"), ("Dated", "today\nor later"))
    assert [one.kind for one in parts_of(f"  {as_value('Name   value')}", DESK)] == [Kind.TYPED]


MARKED = [
    "# asked",
    "=> mailto:a@b.example press",
    "> letter",
    "! fire",
    "  Fact  value",
    "  - item",
    "~ x",
    "  typed",
]


@pytest.mark.parametrize("value", MARKED)
def test_a_value_is_never_taken_for_a_mark(value: str) -> None:
    """Neither at the beginning of a line nor after a line end of its own."""
    for held in (value, f"words\n{value}", f"\r{value}", f"\u2028{value}"):
        (part,) = parts_of(as_value(held), DESK)
        assert (part.kind, part.href) == (Kind.PROSE, "")


@given(st.text(max_size=80))
def test_no_value_adds_a_part_or_changes_its_kind(held: str) -> None:
    """Whatever it holds, the row is one row, and the words around it are where they were."""
    parts = parts_of(f"# Asked\n\n  Name   {as_value('x' + held)}\n\n~ End", DESK)
    assert [part.kind for part in parts] == [Kind.ASKED, Kind.FACTS, Kind.SMALL]


@given(st.text(max_size=80))
def test_the_plain_text_holds_the_value_itself(held: str) -> None:
    """But for what ends a line, which is one kind of line end, and two characters that mean nothing."""
    kept = "\n".join(held.replace("\ufdd0", "").replace("\ufdd1", "").splitlines())
    assert plain_text(f"Why: {as_value(held)}.").startswith(f"Why: {kept}")


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "https://elsewhere.example/",
        f"{DESK}.evil.example/x",
        f"{DESK}@evil.example/",
        f'{DESK}/"onclick=x',
        f"{DESK}/<b>",
        "//elsewhere.example",
        "",
    ],
)
def test_what_does_not_lead_to_the_desk_or_open_an_email_is_no_button(href: str) -> None:
    """Its words and its address stay, as words."""
    assert not leads_somewhere_safe(href, DESK)
    if href:
        assert {part.href for part in parts_of(f"=> {as_value(href)} Press", DESK)} == {""}


def test_without_a_desk_no_page_of_the_web_is_a_button() -> None:
    """Only answers by email are."""
    assert [leads_somewhere_safe(one, "") for one in (DESK, "https://x.example", "mailto:a@b.example")] == [
        False,
        False,
        True,
    ]
