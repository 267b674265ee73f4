"""Hostile Word files at the desk's own upload: each is refused on the page, in words, and the draft stays as it was."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from desk_browser import Browser, Page, desk_of
from flask import Flask
from hostile.word_bombs import BOMBS, LARGEST, TRICKS
from office import Rehearsal
from prepared import reported_school
from sweeps import swept

LETTER = "/cases/2026-0001/letters/L1/1"
STAYS = (
    *("zeros", "billion laughs", "an outside entity", "locked", "a program"),
    *("macros", "a project of macros", "a remote template", "a remote picture"),
    *("a linked object", "an embedded object", "DDE"),
)
ALL = {name: found for name, found in {**BOMBS, **TRICKS}.items() if name not in LARGEST}
NO_ONE = '<w:ins w:id="1" w:author="x" w:date="2026-11-02T09:00:00Z">'
MARKED: Mapping[str, tuple[str, str, str]] = {
    "a tracked insertion": (
        "tracked insertion",
        f"{NO_ONE}<w:r><w:t>You owe us money.</w:t></w:r></w:ins>",
        "owe us",
    ),
    "a tracked deletion": (
        "tracked deletion",
        '<w:del w:id="2" w:author="x"><w:r><w:delText>You are a liar.</w:delText></w:r></w:del>',
        "liar",
    ),
    "hidden text": (
        "hidden text",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Not for you.</w:t></w:r>",
        "Not for you",
    ),
    "white text": (
        "a dark colour",
        '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Not for you.</w:t></w:r>',
        "Not for you",
    ),
}


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rehearsal, Flask]:
    school = reported_school(tmp_path_factory.mktemp("upload"))
    return school, desk_of(school)


def upload(place: tuple[Rehearsal, Flask], content: bytes, name: str = "letter.docx") -> Page:
    """The office uploads this as the edited letter."""
    school, app = place
    office = Browser(school, "office", app=app)
    form = office.open(LETTER).form("/edit")
    return office.press(f"{LETTER}/edit", {**form, "file": (io.BytesIO(content), name)})


def is_refused(place: tuple[Rehearsal, Flask], page: Page, expected: str) -> None:
    """The page says why, names no command, and nothing was drafted, kept or waits."""
    school, _ = place
    (said,) = page.tree.xpath("//*[@role='alert']")
    words = " ".join(said.text_content().split())
    assert (page.status, expected in words) == (422, True), words
    assert "--" not in words
    assert "`" not in words
    assert school.letters() == ["L1.1 drafted"]
    assert len(list((school.folder / "data" / "cases" / "2026-0001" / "letters").glob("*.docx"))) == 1
    assert school.office.shelf.waiting() == []


def edited(place: tuple[Rehearsal, Flask], change: Callable[[str], str]) -> bytes:
    """The real letter as it is downloaded, with its text changed."""
    school, app = place
    docx = Browser(school, "office", app=app).open(f"{LETTER}/word").answer.data
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for item in before.infolist():
            content = before.read(item)
            if item.filename == "word/document.xml":
                content = change(content.decode()).encode()
            after.writestr(item, content)
    return out.getvalue()


@pytest.mark.parametrize("name", swept(ALL, *STAYS))
def test_a_hostile_file_is_refused_on_the_page(place: tuple[Rehearsal, Flask], name: str) -> None:
    """Macros, links, templates and objects from elsewhere, bombs, entities: under the name of a letter."""
    expected, make = ALL[name]
    is_refused(place, upload(place, make()), expected)


@pytest.mark.parametrize("name", ["letter.docm", "letter.doc", "../../letter.docx", "letter.docx.exe"])
def test_a_name_makes_nothing_of_it(place: tuple[Rehearsal, Flask], name: str) -> None:
    """Macros are refused under any name: what counts is what is inside."""
    expected, make = TRICKS["macros"]
    is_refused(place, upload(place, make(), name), expected)


@pytest.mark.parametrize("name", MARKED)
def test_the_real_letter_with_words_that_nobody_sees_is_refused(
    place: tuple[Rehearsal, Flask], name: str
) -> None:
    """Tracked, hidden or white: the words are shown to whoever uploaded them, and how to put it right in Word."""
    expected, run, words = MARKED[name]

    def change(xml: str) -> str:
        at = xml.index("</w:p>", xml.index("Yours sincerely"))
        return f"{xml[:at]}{run}{xml[at:]}"

    page = upload(place, edited(place, change))
    is_refused(place, page, expected)
    assert words in page.text
    assert "In Word:" in page.text


def test_a_real_project_of_macros_in_the_real_letter_is_refused(place: tuple[Rehearsal, Flask]) -> None:
    """A .docm that was renamed: the letter's own words, with the list of contents and the part that Word writes."""
    docx = edited(place, lambda xml: xml)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for item in before.infolist():
            content = before.read(item)
            if item.filename == "[Content_Types].xml":
                plain = b"wordprocessingml.document.main+xml"
                assert plain in content
                content = content.replace(
                    b"application/vnd.openxmlformats-officedocument." + plain,
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                ).replace(
                    b"</Types>",
                    b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
                )
            if item.filename == "word/_rels/document.xml.rels":
                content = content.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdVba" Target="vbaProject.bin" Type="http://schemas.microsoft.com/office/'
                    b'2006/relationships/vbaProject"/></Relationships>',
                )
            after.writestr(item, content)
        after.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    is_refused(place, upload(place, out.getvalue()), "vbaProject.bin")


def test_an_honest_edit_is_taken(tmp_path: Path) -> None:
    """Or the tests above would show nothing."""
    school = reported_school(tmp_path)
    place = (school, desk_of(school))
    page = upload(place, edited(place, lambda xml: xml.replace("Yours sincerely", "With kind regards")))
    assert page.status == 200
    assert school.letters()[-1] == "L1.2 drafted"
