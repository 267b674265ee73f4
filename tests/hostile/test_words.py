"""Words that would act somewhere: each kind goes through the whole program, and is afterwards read and nothing else."""

import csv
import io
import json
import re
import unicodedata
import zipfile
from email.utils import getaddresses
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile.played import DAY, HOSTILE, LISTINGS, Played, letters_only, played, unseen
from lxml import etree
from office import BOX
from openpyxl import load_workbook
from pypdf import PdfReader
from sweeps import swept

from letterladder.records.word.word import DocxPrinter

STAFF = "@larkfield.example"
ADULT = "ross.dunn@letterbox.example"
WINDOWS_KEEPS = re.compile(r'[<>:"/\\|?*]|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[. ]$', re.IGNORECASE)


@pytest.fixture(scope="module", params=swept(HOSTILE, "lines"))
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the hostile texts."""
    return str(request.param)


@pytest.fixture(scope="module")
def story(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The story with it, played once for all tests."""
    with pytest.MonkeyPatch.context() as machine:
        machine.setenv("PATH", "")
        return played(tmp_path_factory.mktemp(kind), HOSTILE[kind])


def letters(story: Played) -> list[Path]:
    """The Word files of the case, oldest first."""
    return sorted((story.school.folder / "data" / "cases" / "2026-0001" / "letters").glob("*.docx"))


def test_the_ladder_is_climbed_as_ever(story: Played) -> None:
    """The words neither open a second case nor hold up a letter; what cannot be right is refused with words."""
    assert story.school.letters() == ["L1.1 returned", "L1.2 posted", "L2.1 void", "L2.2 drafted"]
    assert story.school.verdicts() == ["opened", "attached", "attached", "attached"]
    codes = [said.code for said in story.said]
    assert codes[:9] == [0, 0, 0, 0, 0, 0, 0, 1, 1]
    assert set(codes[9:]) <= {1, 2}, "signed with what is nobody's name"


def test_every_letter_is_a_sound_word_file(story: Played) -> None:
    """Each part of it is whole XML, and it was not given a field, a link or a relation."""
    for letter in letters(story):
        with zipfile.ZipFile(letter) as packed:
            parts = [
                etree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")
            ]
        assert len(parts) > 5


def test_the_letter_says_the_words_as_they_were_written(story: Played, kind: str) -> None:
    """Braces and brackets are braces and brackets; what cannot be seen is gone."""
    first, second = (DocxPrinter().text_of(letters(story)[place].read_bytes()) for place in (0, 1))
    words = letters_only(HOSTILE[kind])
    assert words in letters_only(first)
    assert words in letters_only(second)
    assert unseen(first + second) == set()


def test_no_mail_of_ours_has_a_header_or_reader_too_many(story: Played) -> None:
    """One of each header; it goes to staff, and a letter to the adult alone."""
    for mail in story.mails():
        names = [name.casefold() for name in mail]
        to = {address for _, address in getaddresses(mail.get_all("To", []))}
        assert len(names) == len(set(names))
        assert not {"bcc", "cc", "resent-to"} & set(names)
        assert mail.get("Reply-To", BOX) == BOX
        assert to == {ADULT} or all(one.endswith(STAFF) for one in to)


def test_no_mail_of_ours_holds_a_sign_that_acts(story: Played) -> None:
    """Neither its subject nor its text; what cannot be seen is not in it."""
    for mail in story.mails():
        body = mail.get_body(("plain",))
        assert body is not None
        assert unseen(f"{mail['Subject']}{str(body.get_content()).replace(chr(13), '')}") == set()


OF_OUR_PAGES = {
    *("html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "br", "a"),
    *("table", "tr", "th", "td", "ul", "li"),
}
"""What the layout itself is made of: nothing that is fetched, runs, or sends something."""


def test_the_html_of_our_mails_has_no_element_of_theirs(story: Played) -> None:
    """Their brackets are text."""
    for mail in story.mails():
        body = mail.get_body(("html",))
        assert body is not None
        assert elements(str(body.get_content())) <= OF_OUR_PAGES


def elements(html: str) -> set[str]:
    """The names of all elements in a page."""
    found: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not [name for name, _ in attrs if name.startswith("on")]
            assert all(
                (held or "").startswith("mailto:safeguarding@") for name, held in attrs if name == "href"
            )
            found.add(tag)

    Reader().feed(html)
    return found


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda words: words[0])
def test_a_listing_shows_nothing_that_acts(story: Played, listing: tuple[str, ...]) -> None:
    """No control character, no direction character, nothing that cannot be seen.

    In a table and in JSON, which stays whole.
    """
    plain, told = story.window.type(*listing), story.window.type(*listing, "--json")
    assert unseen(plain.out + plain.err + told.out + told.err) == set()
    json.loads(told.out)


def test_a_table_keeps_its_lines_together(story: Played) -> None:
    """As many bars in each line of it."""
    lines = [line for line in story.window.type("mails", *DAY).out.splitlines() if line.startswith("│")]
    assert {line.count("│") - 8 for line in lines} <= {0, 1, 2}


def test_the_commands_of_the_story_say_nothing_that_acts(story: Played) -> None:
    """Also where they refuse words that a person typed."""
    assert unseen("".join(said.out + said.err for said in story.said)) == set()


def test_the_case_can_be_read_as_text(story: Played) -> None:
    """case.txt and the print tray's list are for a plain editor or `cat`."""
    texts = [path.read_text(encoding="utf-8") for path in story.files() if path.suffix == ".txt"]
    assert len(texts) >= 2
    assert unseen("".join(texts)) == set()


def test_no_file_bears_a_name_that_leads_elsewhere(story: Played) -> None:
    """No path, no device of Windows, no character that turns or hides an ending, no program."""
    for path in story.files():
        assert not WINDOWS_KEEPS.search(path.name), path.name
        assert unseen(path.name) == set()
        assert path.suffix not in {".exe", ".com", ".bat"}


def copy(story: Played, folder: Path, format_: str, ref: tuple[str, ...] = ("2026-0001",)) -> Path:
    """A panel's copy, which holds the most words."""
    out = folder / f"copy.{format_}"
    said = story.window.type("export", *ref, "--format", format_, "--for", "panel", "--out", str(out), *DAY)
    assert said.code == 0, said.err
    return out


def test_no_cell_of_a_table_is_a_formula(story: Played, tmp_path: Path) -> None:
    """Neither in the csv nor in the workbook; and no cell turns or hides."""
    rows = list(csv.reader(io.StringIO(copy(story, tmp_path, "csv").read_text(encoding="utf-8"))))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert unseen("".join(cells)) == set()
    book = load_workbook(copy(story, tmp_path, "xlsx"))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_page_for_the_browser_runs_nothing(story: Played, tmp_path: Path) -> None:
    """Their brackets are text, and nothing in it is hidden."""
    page = copy(story, tmp_path, "html").read_text(encoding="utf-8")
    assert not {"b", "script", "img", "iframe", "object"} & elements(page)
    assert unseen(page) == set()


def test_the_copies_hold_the_words(story: Played, kind: str, tmp_path: Path) -> None:
    """Harmless is not the same as gone: a panel reads what was written."""
    words = letters_only(HOSTILE[kind])
    told = json.loads(copy(story, tmp_path, "json").read_text(encoding="utf-8"))
    paper = "".join(page.extract_text() for page in PdfReader(copy(story, tmp_path, "pdf")).pages)
    assert words in letters_only(" ".join(strings(told)))
    assert letters_only(words.partition("C:")[0])[:40] in letters_only(paper)


def strings(told: object) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(told, dict):
        return [text for value in told.values() for text in strings(value)]
    if isinstance(told, list):
        return [text for value in told for text in strings(value)]
    return [str(told)]


def test_a_bundle_unpacks_into_its_own_folder(story: Played, tmp_path: Path) -> None:
    """No name in it leads out, or hides its ending."""
    with zipfile.ZipFile(copy(story, tmp_path, "bundle")) as packed:
        names = packed.namelist()
    assert names
    assert not [name for name in names if name.startswith("/") or ".." in name.split("/") or "\\" in name]
    assert not [name for name in names if any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in name)]
