"""The register in the desk: who sees what of it, and copies that are made, noted, and handed to whoever asked."""

import io
import re
from pathlib import Path

import pytest
from copy_signing import sign_copy
from desk_browser import Browser, Page, desk_of
from office import Rehearsal, edited
from openpyxl import load_workbook
from prepared import posted_school, reported_school

from letterladder.desk.web.making import Making, Makings
from letterladder.ground.errors import Problem, Refused
from letterladder.rules.office.exports import ExportMade
from letterladder.rules.register.register_filter import Wanted

REF, NAME = "2026-0001", "Dunn"
DSL_EMAIL = 'email = "j.treadwell@larkfield.example"'
RELATED = (DSL_EMAIL, f'{DSL_EMAIL}\nrelated = ["A1"]')


def exports(school: Rehearsal) -> list[ExportMade]:
    """The copies that the log knows."""
    return [entry.event for entry in school.office.exports.entries() if isinstance(entry.event, ExportMade)]


def copy(browser: Browser, **asked: str) -> Page:
    """Ask for a copy, and wait until it is made."""
    fields = browser.open("/register").form("")
    asked = {"what": "copy", "for": "governors", "format": "csv", **asked}
    page = browser.press("/register", {**fields, **asked})
    makings: Makings = browser.app.extensions.get("makings") or Makings()
    makings.wait(page.path.rpartition("/")[2], 30)
    return browser.open(page.path) if page.status == 200 else page


def downloads(page: Page) -> list[str]:
    """The addresses of the files that a page hands out."""
    return [str(href) for href in page.tree.xpath("//main//a/@href") if "/copies/" in href]


def test_the_register_is_a_table_with_names_for_the_head_and_dsl(tmp_path: Path) -> None:
    """Each case with a link to it."""
    school = posted_school(tmp_path)
    for who in ("dsl", "head"):
        page = Browser(school, who).open("/register")
        assert page.tree.xpath("//tbody//th/a/text()") == [REF]
        assert NAME in page.text


def test_governors_see_no_name(tmp_path: Path) -> None:
    """Nor may they have a copy that holds one."""
    school = posted_school(tmp_path)
    edited(
        school.folder,
        (
            "[people.head]",
            '[people.chair]\nname = "Mr Ola Grant"\nrole = "Chair"\nemail = "c@larkfield.example"\n\n[people.head]',
        ),
    )
    browser = Browser(school, "chair")
    page = browser.open("/register")
    assert (REF in page.text, NAME in page.text) == (True, False)
    fields = page.form("")
    assert "adult" not in fields
    for whom in ("panel", "subject"):
        refused = browser.press("/register", {**fields, "what": "copy", "for": whom, "format": "csv"})
        assert refused.status == 403
    assert exports(school) == []


@pytest.mark.parametrize("format_", ["csv", "xlsx", "json", "pdf", "html", "bundle"])
def test_every_format_is_made_noted_and_handed_out(tmp_path: Path, format_: str) -> None:
    """As a download under a safe name, never shown in our origin."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    page = copy(browser, format=format_)
    answer = browser.client.get(downloads(page)[0])
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=register-governors-")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    noted = exports(school)
    assert [(one.format, one.size, one.profile) for one in noted] == [
        (format_, len(answer.data), "governors")
    ]


def test_filters_choose_the_cases_of_table_and_copy(tmp_path: Path) -> None:
    """By adult, conduct, state, days and reference."""
    school = reported_school(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    browser = Browser(school, "dsl")
    fields = browser.open("/register").form("")

    def found(**asked: str) -> list[str]:
        page = browser.press("/register", {**fields, **asked}, what="show")
        return [str(ref) for ref in page.tree.xpath("//tbody//th/a/text()")]

    assert found() == ["2026-0002", REF]
    assert found(adult="okoro") == ["2026-0002"]
    assert found(refs=REF) == [REF]
    assert found(state="closed") == []
    assert found(until="1 Nov 2026") == []
    assert found(before="2026-0002") == [REF]
    workbook = copy(browser, adult="okoro", format="xlsx", **{"for": "panel", "purpose": "a hearing"})
    sheet = load_workbook(io.BytesIO(browser.client.get(downloads(workbook)[0]).data))
    cells = [str(cell.value) for one in sheet.worksheets for row in one.iter_rows() for cell in row]
    assert ("2026-0002" in cells, REF in cells) == (True, False)


def test_what_was_typed_stays_where_something_is_wrong(tmp_path: Path) -> None:
    """A wrong day, a copy for a panel without a purpose, for an adult without a name."""
    browser = Browser(posted_school(tmp_path), "dsl")
    for asked, words in (
        ({"since": "32 Smarch"}, "is not a day"),
        ({"for": "panel"}, "for which panel"),
        ({"for": "subject"}, "one adult"),
        ({"refs": "2026-0099"}, "no such case"),
    ):
        page = copy(browser, signer="Hollis", **asked)
        assert (page.status, words in page.text) == (422, True), asked
        assert page.form("")["signer"] == "Hollis"
        assert page.tree.xpath("//a[starts-with(@href, '#')]/@href")[1:]


def test_one_press_is_one_copy(tmp_path: Path) -> None:
    """Sent twice, it is noted once; sent with another choice, it is another copy."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    fields = browser.open("/register").form("")
    pages = [
        browser.press("/register", {**fields, "for": "governors", "format": form}, what="copy")
        for form in ("csv", "csv", "html")
    ]
    makings: Makings = browser.app.extensions["makings"]
    for page in pages:
        makings.wait(page.path.rpartition("/")[2], 30)
    assert [one.format for one in exports(school)] == ["csv", "html"]


def test_a_copy_is_for_whoever_asked_and_can_be_removed(tmp_path: Path) -> None:
    """Somebody else is told that there is nothing."""
    school = posted_school(tmp_path)
    app = desk_of(school)
    browser = Browser(school, "dsl", app=app)
    page = copy(browser)
    here, file = page.answer.request.path, downloads(page)[0]
    other = Browser(school, "head", app=app)
    assert (other.open(here).status, other.open(file).status) == (404, 404)
    assert browser.open(f"{here}/other.txt").status == 404
    browser.press(here, page.form(""))
    assert (browser.open(here).status, browser.open(file).status) == (404, 404)


def test_the_adults_own_copy_has_a_worksheet_that_stays(tmp_path: Path) -> None:
    """And there is none before somebody has read each page."""
    school = posted_school(tmp_path)
    asked = {"refs": REF, "format": "bundle", "for": "subject"}
    refused = copy(Browser(school, "dsl"), **asked)
    assert (refused.status, "not yet read and signed" in refused.text) == (422, True)
    sign_copy(school.office, Wanted(refs=(REF,)))
    page = copy(Browser(school, "dsl"), **asked)
    assert "the worksheet itself stays in the school" in page.text
    assert [name.rpartition("/")[2][-14:] for name in downloads(page)][1] == "worksheet.xlsx"[-14:]


def test_a_case_of_ones_own_family_is_in_no_table_and_no_copy(tmp_path: Path) -> None:
    """It is said that there is one; named, or as the adult's copy, it is refused."""
    school = posted_school(tmp_path)
    edited(school.folder, RELATED)
    browser = Browser(school, "dsl")
    page = browser.open("/register")
    assert (NAME in page.text, "1 case is not shown to you" in page.text) == (False, True)
    made = copy(browser, **{"for": "panel", "purpose": "a hearing"})
    assert "1 case is not in it" in made.text
    assert REF not in browser.client.get(downloads(made)[0]).get_data(as_text=True)
    assert exports(school)[0].refs == []
    assert "without 1 case not shown to its maker" in exports(school)[0].scope
    assert copy(browser, refs=REF).status == 422
    assert "not shown to you" in copy(browser, adult=NAME, **{"for": "subject"}).text


def test_progress_is_shown_without_a_script_and_refreshes_itself(tmp_path: Path) -> None:
    """While it runs: how many of how many, a bar with a label, and a header that looks again."""
    browser = Browser(posted_school(tmp_path), "dsl")
    browser.open("/register")
    makings = browser.app.extensions.setdefault("makings", Makings())
    held = Making(
        id="a" * 16, owner=(browser.name, "j.treadwell@larkfield.example"), folder=tmp_path, title="A copy"
    )
    held.total, held.done = 40, 10
    makings._known[held.id] = held
    page = browser.open(f"/copies/{held.id}")
    assert page.answer.headers["Refresh"] == "3"
    assert "10 of 40 cases" in page.text
    assert browser.open(f"/copies/{held.id}/copy.csv").status == 404


def test_a_copy_that_fails_says_why(tmp_path: Path) -> None:
    """A refusal in its own words; what nobody foresaw by its kind alone."""
    browser = Browser(posted_school(tmp_path), "dsl")
    browser.open("/register")
    makings = browser.app.extensions.setdefault("makings", Makings())
    owner = (browser.name, "j.treadwell@larkfield.example")

    def refused(_: Making) -> None:
        raise Refused(Problem(where="", what="The disk is full.", what_to_do="Free some space."))

    def broke(_: Making) -> None:
        raise LookupError("Mr Dunn")

    for id, work, words in (("b" * 16, refused, "The disk is full."), ("c" * 16, broke, "LookupError")):
        makings.begin(id, owner, "A copy", work)
        makings.wait(id, 30)
        page = browser.open(f"/copies/{id}")
        assert (page.status, words in page.text, "Mr Dunn" in page.text) == (422, True, False)


def test_the_governors_report_has_charts_and_the_same_numbers_as_tables(tmp_path: Path) -> None:
    """It names nobody, is noted, and can be downloaded; nothing on the page needs a style of its own."""
    school = posted_school(tmp_path)
    browser = Browser(school, "head")
    fields = browser.open("/governors-report").form("")
    began = browser.press("/governors-report", fields, period="year:2026", format="html")
    browser.app.extensions["makings"].wait(began.path.rpartition("/")[2], 60)
    page = browser.open(began.path)
    charts = page.tree.xpath("//main//svg[@role='img']")
    assert [one.get("viewbox", one.get("viewBox")).split()[2] for one in charts] == ["920", "340"] * 3
    wide, narrow = charts[0], charts[1]
    words = [" ".join(one.itertext()).split() for one in (wide, narrow)]
    assert sorted(words[0]) == sorted(words[1])
    assert 'id="narrow-striped"' in page.source
    assert re.search(r"Cases opened ?1", page.text)
    assert NAME not in page.text
    assert " style=" not in page.source
    assert browser.client.get(downloads(page)[0]).data.startswith(b"<!doctype html>")
    assert [one.scope for one in exports(school)] == ["summary"]


def test_a_report_of_no_term_is_refused(tmp_path: Path) -> None:
    """With the list to choose from."""
    browser = Browser(posted_school(tmp_path), "head")
    fields = browser.open("/governors-report").form("")
    page = browser.press("/governors-report", fields, period="term:Michaelmas")
    assert (page.status, "Choose a term" in page.text) == (422, True)
