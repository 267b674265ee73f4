import pytest

from letterladder.mailbox.links import MOST_LINKS, links_in


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("https://x.example/post/1",), "See https://x.example/post/1."),
        (("https://x.example/a_(b)",), "(https://x.example/a_(b))"),
        (("https://x.example/p",), "<https://x.example/p>, she wrote"),
        (("https://x.example/p",), "“https://x.example/p”"),
        (("HTTP://X.example/p",), "HTTP://X.example/p!!"),
        (("https://x.example/p?a=1&b=2#c",), "https://x.example/p?a=1&b=2#c"),
        (("https://x.example",), "*https://x.example*"),
        ((), "javascript:alert(1) ftp://x.example mailto:a@b.example https://"),
        (
            ("https://x.example/1", "https://x.example/2"),
            "https://x.example/1 https://x.example/2 https://x.example/1",
        ),
    ],
)
def test_links_are_found_without_the_sentence_around_them(expected: tuple[str, ...], text: str) -> None:
    """Only http and https, each once, in order."""
    assert links_in(text) == expected


def test_links_behind_words_are_found_too() -> None:
    """HTML email shows "this post" and hides where it leads; other schemes stay out."""
    assert links_in("https://a.example", ["https://b.example/x", "javascript:x", " https://a.example "]) == (
        "https://a.example",
        "https://b.example/x",
    )


def test_the_number_of_links_is_bounded() -> None:
    """A newsletter from hell does not fill the log."""
    assert len(links_in(" ".join(f"https://x.example/{n}" for n in range(5_000)))) == MOST_LINKS
