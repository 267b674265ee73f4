"""Every difference of an edited letter is told, with a few words around it."""

from letterladder.rules.letters.edited_changes import MOST, changes_told

DRAFT = (
    "Dear Mr Stott\nPlease remove the post as soon as you can, and tell us when you have.\nYours sincerely"
)


def test_a_changed_word_is_told_with_the_words_around_it() -> None:
    """Not the whole line, and not its beginning alone."""
    assert changes_told(DRAFT, DRAFT.replace("as soon as you can", "at once")) == [
        "Was: \u201cPlease remove the post as soon as you can, and tell us when\u201d"
        " Now: \u201cPlease remove the post at once, and tell us when\u201d"
    ]


def test_a_change_at_the_end_of_a_long_line_is_told() -> None:
    """Where a quotation of its first characters would show none."""
    long = " ".join(f"word{number}" for number in range(300))
    assert "word299 never" in " ".join(changes_told(long, f"{long} never"))


def test_two_changes_of_one_line_are_two() -> None:
    """Each with its own words."""
    long = " ".join(f"word{number}" for number in range(60))
    told = changes_told(long, long.replace("word5 ", "FIRST ").replace("word50", "SECOND"))
    assert ["FIRST" in told[0], "SECOND" in told[1]] == [True, True]


def test_what_was_put_in_and_taken_out_is_told() -> None:
    """A line by itself."""
    told = changes_told(DRAFT, DRAFT.replace("Yours sincerely", "Come and see us.\nYours sincerely"))
    assert told == ["Put in: \u201cCome and see us.\u201d"]
    assert changes_told(DRAFT, "Dear Mr Stott\nYours sincerely")[0].startswith(
        "Taken out: \u201cPlease remove"
    )


def test_the_same_text_has_no_change() -> None:
    """Line ends and empty lines are none."""
    assert changes_told(DRAFT, DRAFT.replace("\n", "\n\n")) == []


def test_very_many_changes_are_counted() -> None:
    """The letter is attached."""
    told = changes_told("", "\n".join(f"line {number}" for number in range(MOST + 3)))
    assert (len(told), told[-1]) == (MOST + 1, "And 3 more changes: read the letter itself.")
