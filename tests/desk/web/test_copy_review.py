"""The pages of a copy for the adult at the desk: shown with their passages, marked one by one, signed."""

from pathlib import Path

from desk_browser import Browser, Page
from office import Rehearsal
from prepared import posted_school

from letterladder.rules.office.copy_events import CopyPageReviewed

REF = "2026-0001"


def reviews(school: Rehearsal) -> list[tuple[str, CopyPageReviewed]]:
    """The signatures in the log, by whom."""
    return [
        (entry.by, entry.event)
        for entry in school.office.exports.entries()
        if isinstance(entry.event, CopyPageReviewed)
    ]


def pages(browser: Browser) -> list[str]:
    """The addresses of the pages to be read."""
    found = browser.open(f"/cases/{REF}/copy").tree.xpath("//main//ol//a/@href")
    return [str(one).partition(f"/{browser.name}")[2] or str(one) for one in found]


def marked(page: Page) -> dict[str, str]:
    """Each passage of a page withheld, and the page read."""
    names = {str(one) for one in page.tree.xpath("//input[@type='radio']/@name")}
    return {**page.form(""), **dict.fromkeys(names, "out"), "read": "yes"}


def test_a_page_is_signed_only_when_each_passage_is_marked_and_it_was_read(tmp_path: Path) -> None:
    """Then who signed, which page and which passages are in the log, and none of their words."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    for path in pages(browser):
        page = browser.open(path)
        fields = marked(page)
        assert browser.press(path, {**fields, "read": ""}).status == 422
        browser.press(path, fields)
    assert {by for by, _ in reviews(school)} == {"Miss Joan Treadwell"}
    assert len(reviews(school)) == len(pages(browser))
    assert "not yet signed" not in browser.open(f"/cases/{REF}/copy").text


def test_whoever_may_not_make_the_copy_may_not_read_its_pages(tmp_path: Path) -> None:
    """It shows what is withheld."""
    assert Browser(posted_school(tmp_path), "office").open(f"/cases/{REF}/copy").status in {403, 404}


def test_a_passage_without_a_mark_is_named_and_nothing_is_signed(tmp_path: Path) -> None:
    """What was typed stays in the page."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    tried = 0
    for path in pages(browser):
        fields = marked(browser.open(path))
        keys = [name for name, mark in fields.items() if mark == "out"]
        if keys:
            tried += 1
            page = browser.press(path, {**fields, keys[0]: "", "also": "Zazzles"})
            assert (page.status, "have no choice yet" in page.text) == (422, True)
            assert page.form("")["also"].strip() == "Zazzles"
    assert (tried > 0, reviews(school)) == (True, [])
