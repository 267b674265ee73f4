"""The words that a letter needs: asked for, shown in a preview, kept, and drafted."""

from pathlib import Path

from desk_browser import Browser, Page, desk_of
from office import Rehearsal
from prepared import reported_school

CASE = "/cases/2026-0001"
WORDS = f"{CASE}/words/L1"
TYPED = "Mr Lowell is a clown."


def typed(page: Page, **fields: str) -> dict[str, str]:
    """The form of the letter's words as it stands, with these typed into it."""
    return {**page.form("/words/L1"), **{f"field-{name}": words for name, words in fields.items()}}


def test_each_field_has_its_help(tmp_path: Path) -> None:
    """Label, hint and field belong together, and no hint names a command."""
    page = Browser(reported_school(tmp_path), "office").open(WORDS)
    assert page.status == 200
    for field in page.tree.xpath("//*[starts-with(@name,'field-')]"):
        assert page.tree.xpath(f"//label[@for='{field.get('id')}']")
    hints = " ".join(
        one.text_content() for one in page.tree.xpath("//form//div[contains(@class,'govuk-hint')]")
    )
    assert "triage" not in hints
    assert "It says now" in hints


def test_a_preview_drafts_nothing_and_keeps_the_words(tmp_path: Path) -> None:
    """The preview has the words; the log has no new line; they are there again on another day, for them alone."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    office, before = Browser(school, "office", app=app), school.case().last_seq
    page = office.press(f"{WORDS}/preview", typed(office.open(WORDS), quoted_words=TYPED))
    assert TYPED in page.tree.xpath("//div[@class='desk-paper govuk-body']")[0].text_content().replace(
        "\u00a0", " "
    )
    assert school.case().last_seq == before
    assert TYPED in office.open(WORDS).source
    assert TYPED not in Browser(school, "dsl", app=app).open(WORDS).source


def test_it_is_drafted_with_the_words(tmp_path: Path) -> None:
    """The next version has them, and they are no longer kept apart."""
    school = reported_school(tmp_path)
    office = Browser(school, "office")
    page = office.press(WORDS, typed(office.open(WORDS), quoted_words=TYPED))
    assert "is drafted" in page.text
    assert school.in_hand().version == 2
    assert TYPED in school.letter_text()


def test_a_wrong_value_is_said_at_its_field(tmp_path: Path) -> None:
    """A day that is none: nothing is drafted, the field says why, every word stays."""
    school = reported_school(tmp_path)
    office = Browser(school, "office")
    page = office.press(WORDS, typed(office.open(WORDS), posted_on="31 November 2026", quoted_words=TYPED))
    assert page.status == 422
    assert page.tree.xpath("//p[@id='fault-posted_on']")
    assert TYPED in page.source
    assert "31 November 2026" in page.source
    assert school.in_hand().version == 1


def test_a_letter_that_may_not_be_drafted_is_refused_in_words(tmp_path: Path) -> None:
    """The gate's own words, no command; what is no letter is not there."""
    school: Rehearsal = reported_school(tmp_path)
    office = Browser(school, "office")
    later = f"{CASE}/words/L3"
    page = office.press(later, office.open(later).form("/words/L3"))
    assert page.status == 422
    assert "--" not in page.tree.xpath("//*[@role='alert']")[0].text_content().replace("\u00a0", " ")
    assert office.open(f"{CASE}/words/nothing").status == 404
