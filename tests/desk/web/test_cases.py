"""The list of cases: open ones, those that are over by page, and the search."""

from pathlib import Path

from desk_browser import Browser, desk_of
from office import Rehearsal
from prepared import posted_school, reported_school

from letterladder.rules.words import Outcome


def closed(school: Rehearsal) -> None:
    """The first case ends."""
    school.answered(Outcome.REMOVED)
    school.decided("none", "The post is gone.")


def test_an_open_case_says_what_it_waits_for(tmp_path: Path) -> None:
    """Reference, name, and one sentence."""
    page = Browser(reported_school(tmp_path), "office").open("/cases")
    row = page.tree.xpath("//li[contains(@class,'desk-todo__line')]")[0].text_content()
    assert "2026-0001" in row
    assert "Dunn" in row
    assert "waits for approval" in row


def test_a_case_that_is_over_is_in_the_other_list(tmp_path: Path) -> None:
    """Closed cases come by page, and are found by name and number like the others."""
    school = posted_school(tmp_path)
    closed(school)
    office = Browser(school, "office")
    assert "2026-0001" not in office.open("/cases").text
    assert "2026-0001" in office.open("/cases?over=yes").text
    for asked in ("dunn", "Ross D", "2026-0001", "1"):
        assert "2026-0001" in office.open(f"/cases?q={asked}").text, asked
    assert "There is no such case" in office.open("/cases?q=nobody").text


def test_a_case_about_somebodys_own_family_is_not_found(tmp_path: Path) -> None:
    """Not in the list, not by name, not by number."""
    school = posted_school(tmp_path)
    toml = school.folder / "school.toml"
    text = toml.read_text(encoding="utf-8")
    adult = school.case().adult
    toml.write_text(
        text.replace("[people.office]", f'[people.office]\nrelated = ["{adult}"]'), encoding="utf-8"
    )
    office = Browser(school, "office", app=desk_of(school))
    for path in ("/cases", "/cases?q=dunn", "/cases?q=2026-0001"):
        assert "Dunn" not in office.open(path).text, path


def test_a_hostile_search_is_a_search(tmp_path: Path) -> None:
    """Whatever is typed is words."""
    office = Browser(reported_school(tmp_path), "office")
    for asked in ("../../etc", "%00", "<script>alert(1)</script>", "9" * 400, "2026-9999999999999"):
        page = office.open(f"/cases?q={asked}")
        assert page.status == 200, asked
        assert "<script>alert" not in page.source
    assert office.open("/cases?over=yes&before=x'--").status == 200
    assert office.open("/cases?from=-5").status == 200
