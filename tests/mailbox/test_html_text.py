import pytest
from steps import steps_of

from letterladder.mailbox.html_text import hrefs, to_plain


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ("Hello\nWorld", "<p>Hello<br>World</p>"),
        ("£5 & <b>", "<p>&pound;5 &amp; &lt;b&gt;</p>"),
        ("shown", '<div style="display:none">hidden</div><div>shown</div>'),
        ("text", "<script>alert(1)</script><style>p{}</style><p>text</p>"),
        ("text", '<?xml version="1.0" encoding="utf-8"?><html><body>text</body></html>'),
        ("", ""),
        ("", "<p></p>"),
    ],
)
def test_html_reads_as_its_reader_saw_it(expected: str, html: str) -> None:
    """Hidden text and code are not what the sender said."""
    assert to_plain(html) == expected


@pytest.mark.parametrize(
    "html", ["<div>" * 30_000 + "deep words", "<" * 300_000 + " words", "<table><tr><td>" * 3_000 + "words"]
)
def test_hostile_html_keeps_its_words_in_few_steps(html: str) -> None:
    """No depth and no repetition loses the text or goes over it again and again."""
    assert "words" in to_plain(html)
    assert steps_of(lambda: to_plain(html)) < 20 * len(html)


def test_only_links_to_press_are_listed() -> None:
    """A tracking picture is no link that the sender gave us."""
    assert hrefs('<a href="https://a.example">x</a><img src="https://track.example/p.gif">') == [
        "https://a.example"
    ]
