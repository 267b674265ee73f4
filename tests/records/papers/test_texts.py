from pathlib import Path

import pytest

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.ground.errors import Refused
from letterladder.records.papers.texts import TextFiles
from letterladder.rules.mails.email_page import Written

DESK = "https://desk.larkfield.example"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<a href=https://evil.example>press</a>",
    "=> https://evil.example Press\n=> javascript:alert(1) Press",
    "</div></body><style>*{display:none}</style>",
)


def written(folder: Path, text: str, **fields: object) -> Written:
    """A text of the school's own, filled."""
    (folder / "own.j2").write_text(text, encoding="utf-8")
    return TextFiles((folder, LETTER_TEMPLATES), DESK).page("own.j2", fields)


@pytest.mark.parametrize("held", HOSTILE)
@pytest.mark.parametrize(
    "text",
    [
        "# Asked {{ held }}\n",
        "{{ held }}\n",
        "  Name   {{ held }}\n",
        "  - {{ held }}\n",
        "> {{ held }}\n",
        "! {{ held }}\n",
        "~ {{ held }}\n",
        "=> mailto:a@b.example {{ held }}\n",
        "=> {{ held }} Press\n",
        "  {{ held }}\n",
    ],
)
def test_words_from_outside_never_become_a_tag_a_link_or_an_attribute(
    tmp_path: Path, text: str, held: str
) -> None:
    """A name, a subject, a file's name: wherever it is put, the page has the tags that it has for a harmless one."""
    tags = [
        part.partition(">")[0].split(" ")[0] for part in written(tmp_path, text, held="x").html.split("<")
    ]
    html = written(tmp_path, text, held=held).html
    assert "<script" not in html
    assert "<img" not in html
    assert not [part for part in html.split('href="')[1:] if not part.startswith("mailto:a@b.example")]
    # A value of several lines makes several lines of the same kind, and no other tag.
    assert {part.partition(">")[0].split(" ")[0] for part in html.split("<")} <= {*tags, "br", "p", "/p"}
    assert "49" not in html.replace("#e9eef3", "").partition("</style>")[2]


def test_the_layout_is_ours_whatever_lies_in_the_schools_folder(tmp_path: Path) -> None:
    """A school changes its words, not how they are made harmless."""
    (tmp_path / "email.html.j2").write_text("<script src=x></script>{{ title | safe }}")
    assert "<script" not in written(tmp_path, "# Asked\n").html


def test_a_text_from_before_there_were_pages_is_one_as_well(tmp_path: Path) -> None:
    """A school's own text without a mark: the same plain words, and a page with its rows and what is to be typed."""
    text = "URGENT\n\nPlease look.\n\n  Case  {{ ref }}\n\n  letterladder case {{ ref }}\n"
    made = written(tmp_path, text, ref="2026-0042")
    assert made.text == text.replace("{{ ref }}", "2026-0042")
    assert ">Case</th>" in made.html
    assert "letterladder case 2026-0042</div>" in made.html


def test_a_text_that_is_no_page_has_no_marks_left(tmp_path: Path) -> None:
    """A letter to an adult: the value as it is, its line ends too."""
    (tmp_path / "own.j2").write_text("Dear {{ name }},\n")
    text = TextFiles((tmp_path, LETTER_TEMPLATES)).write("own.j2", {"name": "Ms\nFalk"})
    assert text == "Dear Ms\nFalk,\n"


@pytest.mark.parametrize("text", ["{{ nobody }}", "{% if %}"])
def test_a_broken_text_is_refused_as_page_and_as_text(tmp_path: Path, text: str) -> None:
    """The same words for both."""
    with pytest.raises(Refused):
        written(tmp_path, text)
