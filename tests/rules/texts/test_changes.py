"""What changed from one version of a text to the next."""

from letterladder.rules.texts.changes import Change, Piece, changed_lines


def test_lines_that_stayed_are_left_out() -> None:
    """Only the changed line is shown, with the words that came and went."""
    before = "Dear Mr Dunn\nPlease remove the post by Monday.\nYours sincerely"
    after = "Dear Mr Dunn\nPlease remove the post by Friday 13 November.\nYours sincerely"
    assert changed_lines(before, after) == [
        (
            Piece(change=Change.SAME, words="Please remove the post by"),
            Piece(change=Change.REMOVED, words="Monday."),
            Piece(change=Change.ADDED, words="Friday 13 November."),
        )
    ]


def test_a_line_more_or_less_is_shown_whole() -> None:
    """A line that came or went has no other to be compared with."""
    assert changed_lines("one\ntwo", "one") == [(Piece(change=Change.REMOVED, words="two"),)]
    assert changed_lines("one", "one\ntwo") == [(Piece(change=Change.ADDED, words="two"),)]


def test_spaces_and_empty_lines_are_no_change() -> None:
    """Another way to break or fill lines is nothing that an approver must read."""
    assert changed_lines("one  two\n\nthree", "one two\nthree\n") == []
