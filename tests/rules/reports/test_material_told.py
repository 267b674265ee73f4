"""Whether words, pictures or a video were put online, as a report tells it."""

import pytest
from made_reports import form_report, report

from letterladder.rules.reports.facts import fact_of


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ("picture", "She put up eleven photographs of other people's children at the disco on Instagram."),
        ("picture", "There are pictures of the nativity on her page on Facebook."),
        ("picture", "He shared a meme of Mr Lowell with a dunce's hat on Facebook."),
        ("picture", "He tagged three children in the photos on Facebook"),
        ("video", "She has posted a video of the sports day with all of their faces on TikTok."),
        ("video", "A clip of the swimming gala was uploaded to YouTube by him."),
        ("video", "He put a live stream of the assembly on Facebook"),
        ("words", 'He wrote "Miss Pell is a lazy cow" on Facebook. I took a photo of the post.'),
        ("words", 'He wrote "Miss Pell is a lazy cow" on Facebook, picture attached.'),
        ("words", 'He posted "Miss Pell is a lazy cow" on Facebook. His profile picture is a dog.'),
        ("", "He is rude about Miss Pell on Facebook all the time."),
        ("", "He was cross about the class photo. He moans on Facebook every day."),
        ("conduct", "He shouted at Miss Pell at the main gate yesterday."),
    ],
)
def test_a_free_text_tells_what_it_was(expected: str, told: str) -> None:
    """A picture that the writer took of a post is evidence, and not what was posted."""
    assert fact_of(report(told)).material == expected


@pytest.mark.parametrize(
    ("expected", "what", "more"),
    [
        ("picture", "Four photos of the gala, shared with everybody", {}),
        ("words", "He insulted her", {"exact": "Miss Pell is a lazy cow"}),
        ("video", "He filmed the play and put it on his page", {}),
        ("conduct", "He shouted", {"where": "", "on_site": "the main gate"}),
    ],
)
def test_a_form_tells_what_it_was(expected: str, what: str, more: dict[str, str]) -> None:
    """In the line for what happened; on site where only that place is named."""
    assert fact_of(form_report(what, **more)).material == expected
