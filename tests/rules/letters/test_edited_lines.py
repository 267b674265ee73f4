"""The lines of an edited letter beside those of its draft, each with the one it came from."""

import pytest

from letterladder.rules.letters.edited_lines import Pair, lines_of, pairs_of, short


def test_lines_are_without_the_empty_ones_and_their_edges() -> None:
    """In their order."""
    assert lines_of("  one \n\n \t\n two\n") == ["one", "two"]
    assert lines_of(" \n") == []


@pytest.mark.parametrize(
    ("pairs", "draft", "edited"),
    [
        ([], "a b\nc d", "a b\n\n c d "),
        ([("a b", "x y")], "a b\nc d", "x y\nc d"),
        ([("", "x y")], "a b\nc d", "x y\na b\n"),
        ([("", "new")], "a b\nc d", "a b\nnew\nc d"),
        ([], "a b\nc d", "a b"),
        ([("a b c d", "a b c x"), ("", "other words")], "a b c d\nend", "other words\na b c x\nend"),
        ([("c d e", "c d x"), ("", "y z")], "a a a\nb b b\nc d e\nend", "c d x\ny z\nend"),
    ],
)
def test_each_new_line_is_beside_the_one_it_came_from(
    pairs: list[tuple[str, str]], draft: str, edited: str
) -> None:
    """Where as many lines took the place of others, in order; else beside the one with most words in common."""
    found = pairs_of(draft, edited)
    assert sorted((one.was, one.now) for one in found) == sorted(pairs)


@pytest.mark.parametrize(
    ("was", "now"),
    [("", "a x y z"), ("a b c", "a b x y"), ("", "a u v w x y"), ("a b c", "c b a q")],
)
def test_a_line_with_too_few_words_in_common_is_a_new_one(was: str, now: str) -> None:
    """More than four in ten, counted over both, in any order."""
    found = pairs_of("a b c\nd e f g\nend", f"{now}\nend")
    assert found == (Pair(was=was, now=now),)


def test_one_line_of_the_draft_is_beside_one_line_only() -> None:
    """The second that is as like it is new."""
    found = pairs_of("a b c\nend", "a b c d\na b c e\nend")
    assert [one.was for one in found] == ["a b c", ""]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("", ""),
        ("a b c", " a\n b\tc "),
        ("x" * 120, "x" * 120),
        (f"{'x' * 100} …", f"{'x' * 100} {'y' * 20}"),
        (f"{'x' * 98} …", f"{'x' * 98} {'y' * 19} zz"),
        (f"{'x' * 97} {'y' * 19} …", f"{'x' * 97} {'y' * 19} zzz"),
        (f"{'x' * 97} …", f"{'x' * 97} {'y' * 30}"),
    ],
)
def test_a_quoted_line_has_at_most_120_characters(expected: str, text: str) -> None:
    """Cut between words, and marked."""
    assert short(text) == expected
    assert len(short(text)) <= 120
