"""People in the desk: found without names in addresses, and a new list put in place with open eyes."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from desk_browser import Browser, Page
from office import PEOPLE, Rehearsal
from playing import on_policy
from prepared import posted_school, reported_school

from letterladder.rules.office.exports import RegisterReplaced
from letterladder.workflows.acts.agreement_letters import Wanted, draw_up
from letterladder.workflows.acts.on_agreements import keep_round

SAFE = PEOPLE.replace("01632 960404", "01632 960499")
"""Another telephone of somebody without a case."""
MOVED = PEOPLE.replace("3 Kiln Lane", "5 Elm Road")
"""Another address of Mr Dunn, who has an open case."""


def uploaded(browser: Browser, content: str | bytes, kind: str = "people", name: str = "export.csv") -> Page:
    """Upload a list."""
    raw = content.encode() if isinstance(content, str) else content
    fields: dict[str, Any] = browser.open("/people-import").form("")
    return browser.press("/people-import", fields, kind=kind, file=(BytesIO(raw), name))


def put_in_place(browser: Browser, page: Page, **ticked: str) -> Page:
    """Press the button below the differences."""
    fields = page.form("", holding="compared")
    fields = {name: value for name, value in fields.items() if name not in {"what", "read"}}
    return browser.press(page.answer.request.path, {**fields, **ticked}, what="apply")


def kept(school: Rehearsal) -> list[str]:
    """The lists that are kept beside the one in use."""
    return sorted(path.name for path in school.folder.glob("people-*.csv"))


def test_people_are_found_and_no_address_holds_a_name(tmp_path: Path) -> None:
    """By name, pupil, class or email; the entry is at a number."""
    browser = Browser(reported_school(tmp_path), "office")
    fields = browser.open("/people").form("")
    for typed in ("dunn", "Ella", "4b", "ross.dunn@", "A1"):
        page = browser.press("/people", fields, name=typed)
        assert "Mr Ross Dunn" in page.text, typed
    hrefs = [str(href) for href in page.tree.xpath("//main//a/@href")]
    assert not [href for href in hrefs if "dunn" in href.casefold()]
    assert "Nobody found" in browser.press("/people", fields, name="zzz").text


def test_an_entry_says_how_letters_use_it(tmp_path: Path) -> None:
    """And marks an address that is confidential in words; there is nobody under another number."""
    browser = Browser(reported_school(tmp_path), "dsl")
    page = browser.open("/people/A1").text
    assert ("Dear Mr Dunn" in page, "Ella Dunn, 4B (Father)" in page) == (True, True)
    assert "Confidential address" in browser.open("/people/A2").text
    assert browser.open("/people/A99").status == 404


def test_agreements_are_listed_by_state(tmp_path: Path) -> None:
    """As the command lists them."""
    browser = Browser(reported_school(tmp_path), "office")
    assert "Not sent (5)" in browser.open("/people/agreements").text
    assert "Nobody" in browser.open("/people/agreements?state=signed").text


def test_a_round_of_agreements_is_approved_posted_and_comes_back(tmp_path: Path) -> None:
    """By the head, then by the office; what was not ticked or said is asked for, and nobody approves twice."""
    school = on_policy(tmp_path, "levens-ce-school")
    title = "How we treat one another online"
    wanted = Wanted(title=title, version="2026", points=("One",), reason="It is new.")
    keep_round(school.office, draw_up(school.office, wanted), by="Mrs Binns")
    place = "/people/agreements/G-2026-1"
    head, office = Browser(school, "head"), Browser(school, "office")
    assert title in office.open("/people/agreements").text
    assert not office.open(place).tree.xpath("//form[contains(@action, 'approve')]")
    fields = head.open(place).form("approve")
    assert "You have not said that you read" in head.press(f"{place}/approve", fields).text
    assert "The letters are approved" in head.press(f"{place}/approve", fields, read="yes").text
    assert head.press(f"{place}/approve", fields, read="yes").status == 422
    posted = office.open(place).form("posted")
    assert office.press(f"{place}/posted", posted, on="").status == 422
    assert office.press(f"{place}/posted", posted, on="today").status == 200
    back = office.open(place).form("back")
    assert "Say who." in office.press(f"{place}/back", back, back_on="today").text
    assert office.press(f"{place}/back", back, adult="A1", answer="signed", back_on="today").status == 200
    assert "Signed (1)" in office.open("/people/agreements").text
    assert office.open("/people/agreements/G-2026-9").status == 404


def test_nothing_changes_before_it_is_put_in_place(tmp_path: Path) -> None:
    """The differences are shown; then the file is replaced, the old one kept, and it is noted."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, SAFE)
    assert "0 new, 1 changed, 0 gone, 4 as before" in page.text
    assert [str(cell) for cell in page.tree.xpath("//tbody//td/text()")] == [
        "Telephone",
        "01632 960404",
        "01632 960499",
    ]
    assert (school.folder / "people.csv").read_text() == PEOPLE
    done = put_in_place(browser, page)
    assert "The new list is in place" in done.text
    assert school.office.people.read().adults["A4"].phone == "01632 960499"
    assert kept(school) == ["people-2026-11-02.csv"]
    assert (school.folder / kept(school)[0]).read_text() == PEOPLE
    noted = [one.event for one in school.office.exports.entries() if isinstance(one.event, RegisterReplaced)]
    assert [(one.file, one.new, one.changed, one.gone) for one in noted] == [("people.csv", 0, 1, 0)]


def test_an_address_of_an_open_case_must_be_read_first(tmp_path: Path) -> None:
    """Without the tick nothing happens; with it, it does."""
    school = posted_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, MOVED)
    assert "2026-0001: Mr Ross Dunn has an open case, and another address" in page.text
    refused = put_in_place(browser, page)
    assert (refused.status, kept(school)) == (409, [])
    assert "you have not said that you read them" in refused.text
    put_in_place(browser, refused, read="yes")
    assert school.office.people.read().adults["A1"].address[0] == "5 Elm Road"


def test_somebody_elses_change_meanwhile_is_seen_first(tmp_path: Path) -> None:
    """The differences were those from another list."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, SAFE)
    (school.folder / "people.csv").write_text(PEOPLE.replace("Poppy", "Penny"), encoding="utf-8")
    again = put_in_place(browser, page)
    assert (again.status, "changed by somebody else" in again.text, kept(school)) == (409, True, [])
    assert "Mrs Penny Vance" in again.text
    put_in_place(browser, again)
    assert kept(school) == ["people-2026-11-02.csv"]


def test_columns_can_be_matched_by_hand(tmp_path: Path) -> None:
    """Where a heading says nothing; the guess stands for the others."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, SAFE.replace("person_id", "Z"))
    assert (page.status, "No column is chosen for: Adult's number" in page.text) == (422, True)
    fields = page.form("", holding="column-person_id")
    matched = browser.press(page.answer.request.path, {**fields, "column-person_id": "0", "what": "look"})
    assert "0 new, 1 changed, 0 gone, 4 as before" in matched.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (PEOPLE.replace("Poppy", "=cmd()"), "Adult's first name begins with “=”"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        ("", "empty"),
    ],
)
def test_what_cannot_be_used_is_refused_with_words(tmp_path: Path, content: str | bytes, words: str) -> None:
    """A formula, an old file, an empty one."""
    page = uploaded(Browser(reported_school(tmp_path), "office"), content)
    assert page.status == 422
    assert words in page.text


def test_rows_that_are_left_out_are_said_by_line(tmp_path: Path) -> None:
    """As in the file that was uploaded."""
    page = uploaded(Browser(reported_school(tmp_path), "office"), PEOPLE.replace("A4,Mrs", ",Mrs"))
    assert "The file, line 7: There is no person_id; the row was left out." in page.text


def test_an_upload_is_its_makers_alone(tmp_path: Path) -> None:
    """Somebody else is told that there is nothing."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, SAFE)
    assert Browser(school, "dsl", app=browser.app).open(page.answer.request.path).status == 404


def test_a_name_with_markup_is_only_text(tmp_path: Path) -> None:
    """In the search, in the differences, in the entry."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, PEOPLE.replace("Poppy", "<script>alert(1)</script>"))
    assert "<script>alert" not in page.source
    put_in_place(browser, page)
    assert "<script>alert" not in browser.open("/people/A4").source


def test_a_list_of_staff(tmp_path: Path) -> None:
    """The same way, into staff.csv."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = uploaded(browser, "Staff Name,Job Title\nMr Tom Lowell,Teacher\nMs New Person,Cook\n", "staff")
    assert "1 new" in page.text
    put_in_place(browser, page)
    assert [one.name for one in school.office.people.read().staff] == ["Mr Tom Lowell", "Ms New Person"]
