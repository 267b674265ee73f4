"""Save for later: what is typed and not sent is there again for whoever typed it, and for nobody else."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from desk_browser import Browser, Page, desk_of
from office import Rehearsal, an_office
from prepared import posted_school, reported_school

from letterladder.records.logs.begun_folder import BEGUN, begun_about
from letterladder.records.verify.verify import verify
from letterladder.rules.cases.events import CaseClosed

REF = "2026-0001"
CASE = f"/cases/{REF}"
WORDS = f"{CASE}/words/L1"
TYPED = "Mr Lowell is a clown, he wrote."


def files(school: Rehearsal) -> list[Path]:
    """What is kept on disk of begun forms."""
    return sorted((school.folder / "data" / BEGUN).glob("*"))


def begin(browser: Browser, where: str, form: str = "", **typed: str) -> Page:
    """Open a page, type, and press Save for later."""
    fields = browser.open(where).form(form, holding="begun")
    return browser.press("/begun", {**fields, **typed})


def waiting_mail(school: Rehearsal) -> str:
    """The address of an email that waits in the in-tray."""
    school.write("A person <someone@elsewhere.example>", "something", "I saw what Ross Dunn put on Facebook.")
    school.round()
    row = next(row for row in school.mails() if row.seen.subject == "something")
    return f"/in-tray/{row.seen.sha256[:12]}"


PLACES = [
    (WORDS, "/words/L1", "field-quoted_words"),
    (f"{CASE}/letter", "/send-back", "note"),
    (f"{CASE}/correct", "", "what"),
    (f"{CASE}/hold", "", "note"),
    (f"{CASE}/triage", "", "note"),
    ("/new-report", "", "what"),
]
WHO = {"/send-back": "head"}


@pytest.mark.parametrize(("where", "form", "field"), PLACES)
def test_typed_words_are_there_again_on_another_day(
    tmp_path: Path, where: str, form: str, field: str
) -> None:
    """By the button alone, without a script: back on the same page, and in a desk that was started again."""
    school = reported_school(tmp_path)
    who = WHO.get(form, "dsl")
    browser = Browser(school, who)
    page = begin(browser, where, form, **{field: TYPED})
    assert "Saved at 10:00." in page.text
    assert page.path.startswith(browser.path(where))
    school.clock.turn_to(date(2026, 11, 3))
    again = Browser(school, who).open(where)
    assert "Saved at 10:00 on Monday 2 November 2026; you had begun this." in again.text
    assert again.form(form, holding=field)[field].strip() == TYPED
    assert TYPED not in (school.folder / "data" / "cases" / REF / "case.log").read_text("utf-8")


def test_the_facts_of_an_email_are_there_again(tmp_path: Path) -> None:
    """And so are the ticks."""
    school = reported_school(tmp_path)
    browser, where = Browser(school, "dsl"), waiting_mail(school)
    begin(browser, where, "", fact_words=TYPED, conduct="derogatory-staff", reason_words="Not sure yet")
    page = browser.open(where)
    fields = page.form(holding="was")
    assert (fields["fact_words"].strip(), fields["reason_words"]) == (TYPED, "Not sure yet")
    assert page.tree.xpath("//input[@name='conduct' and @value='derogatory-staff']/@checked")


@pytest.mark.parametrize("other", ["deputy", "head", "office"])
def test_nobody_else_is_shown_them(tmp_path: Path, other: str) -> None:
    """Neither somebody of the same rights nor of more: not the words, not that there are any."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    begin(Browser(school, "dsl", app=app), WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    page = Browser(school, other, app=app).open(WORDS)
    assert page.status == 200
    assert TYPED not in page.source
    assert "you had begun" not in page.text


def test_two_people_keep_their_own(tmp_path: Path) -> None:
    """The words of one do not take the place of the other's."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    for who in ("dsl", "deputy"):
        begin(Browser(school, who, app=app), WORDS, "/words/L1", **{"field-quoted_words": f"By {who}"})
    for who in ("dsl", "deputy"):
        assert (
            Browser(school, who, app=app).open(WORDS).form("/words/L1")["field-quoted_words"] == f"By {who}"
        )


def test_they_are_gone_once_the_form_is_sent(tmp_path: Path) -> None:
    """They are in the log then, and on no disk twice."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    begin(browser, WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    assert len(files(school)) == 1
    assert "is drafted" in browser.press(WORDS, browser.open(WORDS).form("/words/L1")).text
    assert files(school) == []
    assert TYPED in school.letter_text()
    assert "you had begun" not in browser.open(WORDS).text


def test_a_refused_form_is_kept_without_asking(tmp_path: Path) -> None:
    """Whoever closes the page that says no finds the words again."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    fields = {**browser.open(WORDS).form("/words/L1"), "field-quoted_words": TYPED}
    bad: dict[str, Any] = {"field-posted_on": "31 November 2026"}
    assert browser.press(WORDS, fields, **bad).status == 422
    assert Browser(school, "office").open(WORDS).form("/words/L1")["field-quoted_words"] == TYPED


def test_they_can_be_thrown_away(tmp_path: Path) -> None:
    """By a button on the page."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    page = begin(browser, WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    page = browser.press("/begun/drop", page.form("/begun/drop"))
    assert "thrown away" in page.text
    assert TYPED not in page.source
    assert files(school) == []


def test_the_script_saves_and_hears_when(tmp_path: Path) -> None:
    """As a sentence, without the page; the newest words count."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    fields = browser.open(WORDS).form("/words/L1")
    for typed in ("first", TYPED):
        answer = browser.client.post(
            browser.path("/begun"),
            data={**fields, "field-quoted_words": typed},
            headers={"Accept": "application/json"},
        )
        assert (answer.status_code, answer.get_json()) == (200, {"said": "Saved at 10:00."})
    assert browser.open(WORDS).form("/words/L1")["field-quoted_words"] == TYPED


def test_a_form_without_its_mark_saves_nothing(tmp_path: Path) -> None:
    """Another site cannot put words into somebody's form, or throw theirs away."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    begin(browser, WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    kept = files(school)[0].read_bytes()
    for where in ("/begun", "/begun/drop"):
        for mark in ({}, {"csrf_token": "x"}):
            answer = browser.press(where, {"begun": f"letter_words.show {REF} L1", "field-x": "y", **mark})
            assert answer.status == 400
    assert [one.read_bytes() for one in files(school)] == [kept]


@pytest.mark.parametrize(
    ("status", "who", "named"),
    [
        (400, "office", ""),
        (400, "office", "people.show"),
        (400, "office", "case_forms.answer"),
        (400, "office", f"case_forms.answer {REF} more"),
        (404, "office", "case_forms.answer 2026-0009"),
        (404, "office", "case_forms.answer ../../secret"),
        (404, "office", "in_tray.decide 0123456789abcdef"),
        (404, "office", "in_tray.decide ../../../secret"),
        (403, "office", f"case_forms.hold {REF}"),
        (403, "head", f"case_forms.triage {REF}"),
    ],
)
def test_a_form_that_is_not_theirs_is_not_kept(tmp_path: Path, status: int, who: str, named: str) -> None:
    """Neither one that nobody has, nor one of a case that is not there, nor one that their role may not send."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    mark = browser.open(WORDS).form("/words/L1")["csrf_token"]
    if who == "head":
        browser = Browser(school, "head")
        mark = browser.open("/new-report").form(holding="once")["csrf_token"]
    for where in ("/begun", "/begun/drop"):
        fields = {"csrf_token": mark, "begun": named, "note": TYPED}
        assert browser.press(where, fields, follow=False).status == status
        assert files(school) == []


def test_a_case_of_ones_own_family_is_not_begun(tmp_path: Path) -> None:
    """It does not exist."""
    reported_school(tmp_path)
    settings = tmp_path / "school" / "school.toml"
    text = re.sub(r"(?m)^\[people\.office\].*$", r'\g<0>\nrelated = ["A1"]', settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    school = an_office(tmp_path)
    browser = Browser(school, "office")
    mark = browser.open("/new-report").form(holding="once")["csrf_token"]
    fields = {"csrf_token": mark, "begun": f"case_forms.correct {REF}", "what": TYPED}
    assert browser.press("/begun", fields).status == 404
    assert files(school) == []


def test_nothing_of_it_is_in_an_address_or_a_name_of_a_file(tmp_path: Path) -> None:
    """The address is the same for all, and the file is named by a number."""
    school = reported_school(tmp_path)
    page = begin(Browser(school, "office"), WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    assert page.answer.request.query_string == b""
    (file,) = files(school)
    assert re.fullmatch(rf"{REF}-[0-9a-f]{{32}}\.json", file.name)
    assert file.stat().st_mode & 0o077 == 0


def test_what_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    """And what was kept before stays."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    begin(browser, WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    page = begin(browser, WORDS, "/words/L1", **{"field-quoted_words": "x" * 200_001})
    assert (page.status, "200,000 characters" in page.text) == (422, True)
    assert browser.open(WORDS).form("/words/L1")["field-quoted_words"] == TYPED


def test_they_are_removed_when_they_grow_old(tmp_path: Path) -> None:
    """By the next round after 30 days; before that a round leaves them."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    begin(browser, "/new-report", what=TYPED)
    school.day("2026-12-01")
    assert len(files(school)) == 1
    school.clock.turn_to(date(2026, 12, 2))
    assert TYPED not in browser.open("/new-report").source
    school.round()
    assert files(school) == []


def test_a_deleted_case_takes_them_along(tmp_path: Path) -> None:
    """They are counted, and go; those of other things stay."""
    school = posted_school(tmp_path)
    browser = Browser(school, "dsl")
    begin(browser, f"{CASE}/correct", what=TYPED)
    begin(browser, "/new-report", what="something else")
    school.office.note(REF, CaseClosed(reason="done"))
    before = school.office.shredder.count(REF, frozenset())
    assert len(begun_about(school.folder / "data", REF)) == 1
    gone = school.office.shredder.forget(REF, "This case was deleted.", frozenset())
    assert gone == before
    assert [json.loads(one.read_bytes())["about"] for one in files(school)] == ["new"]


def test_verify_knows_them(tmp_path: Path) -> None:
    """They are where they belong; what else is there is said."""
    school = reported_school(tmp_path)
    begin(Browser(school, "office"), WORDS, "/words/L1", **{"field-quoted_words": TYPED})
    data = school.folder / "data"
    assert not [one for one in verify(data) if BEGUN in one.where]
    (data / BEGUN / "notes.txt").write_text("x")
    assert [one for one in verify(data) if "notes.txt" in one.where]


def test_a_file_is_not_kept_and_the_page_says_so(tmp_path: Path) -> None:
    """The words are; a file must be chosen again."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    fields = browser.open("/new-report").form(holding="begun")
    page = browser.press("/begun", {**fields, "what": TYPED, "files": (BytesIO(b"secret scan"), "a.txt")})
    assert "Files are not saved" in page.text
    assert b"secret scan" not in files(school)[0].read_bytes()
