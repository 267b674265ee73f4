"""The in-tray at the desk: an email is read and dealt with without leaving the page."""

import re
from pathlib import Path
from typing import Any

import pytest
from desk_browser import Browser, Page, desk_of
from office import DEPUTY, DSL, HEAD, INSULT, Rehearsal, an_office, form, school_folder
from prepared import reported_school

from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.words import Verdict

WHO = "A person <someone@elsewhere.example>"
CONDUCT = "derogatory-staff"
THREAT = "Ross Dunn wrote on Facebook: I will be at that gate tomorrow and I am going to kill you Lowell"


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    """Two emails in the in-tray that say who may be meant, and not much more."""
    school = an_office(tmp_path)
    school.write(
        WHO, "something online", "I saw something Ross Dunn put on Facebook about Mr Lowell. Please look."
    )
    school.write(WHO, "hm", "Somebody was rude at the gate.")
    school.round()
    return school


def mail(school: Rehearsal, subject: str) -> MailRow:
    """The email with this subject."""
    return next(row for row in school.mails() if row.seen.subject == subject)


def path(school: Rehearsal, subject: str = "something online") -> str:
    """The address of its page."""
    return f"/in-tray/{mail(school, subject).seen.sha256[:12]}"


def press(browser: Browser, where: str, do: str, **fields: Any) -> Page:
    """Open the page of an email, choose, and press a button of its form."""
    shown = browser.open(where).form(holding="was")
    return browser.press(where, shown, do=do, **fields)


def test_the_most_urgent_email_is_shown_first(school: Rehearsal) -> None:
    """With its place among all, and the way to the next."""
    page = Browser(school, "office").open("/in-tray")
    assert "Email 1 of 2" in page.text
    assert len(page.tree.xpath("//a[@rel='next']")) == 1


def test_a_report_is_filed_with_who_what_and_one_button(school: Rehearsal) -> None:
    """Three presses at most: who is meant, what it is, and to open a case; then comes the next email."""
    browser = Browser(school, "dsl")
    page = press(browser, path(school), "clear", adult="A1", conduct=CONDUCT)
    assert "A case was opened: 2026-0001." in page.text
    assert "Email 1 of 1" in page.text
    case = school.case()
    assert (case.adult, case.conduct, case.clear) == ("A1", (CONDUCT,), True)


def test_what_the_office_files_waits_for_the_dsl(school: Rehearsal) -> None:
    """It has no button to let a case go on, and pressing one that is not there is refused."""
    browser = Browser(school, "office")
    assert "let it go on" not in browser.open(path(school)).text
    assert press(browser, path(school), "clear", adult="A1", conduct=CONDUCT).status == 403
    press(browser, path(school), "new", adult="A1", conduct=CONDUCT)
    assert not school.case().clear


def test_facts_are_corrected_where_they_are_filed(school: Rehearsal) -> None:
    """The day as people type it."""
    facts = {"fact_words": "clown", "fact_platform": "Instagram", "fact_happened_on": "yesterday"}
    press(Browser(school, "dsl"), path(school), "new", adult="A1", conduct=CONDUCT, **facts)
    (fact,) = school.case().facts
    assert (fact.fact.words, fact.fact.platform, fact.fact.happened_on) == (
        "clown",
        "Instagram",
        "2026-11-01",
    )


def test_somebody_is_found_in_the_register_without_script(school: Rehearsal) -> None:
    """By name, pupil or class; all that was typed stays, and nothing is done."""
    browser = Browser(school, "office")
    page = press(browser, path(school), "search", q="uche 5a", fact_words="mine")
    assert "Mr Emeka Okoro" in page.text
    assert "Mr Ross Dunn" in page.text
    assert page.form(holding="was")["fact_words"].strip() == "mine"
    press(browser, path(school), "new", adult="A3", q="uche 5a", conduct=CONDUCT, pupil="P3")
    assert (school.case().adult, school.case().pupils) == ("A3", ("P3",))


def test_nobody_chosen_opens_no_case(school: Rehearsal) -> None:
    """It says what is missing with a link to it, and keeps what was typed."""
    page = press(Browser(school, "office"), path(school, "hm"), "new", adult="", fact_words="rude")
    assert page.status == 422
    assert page.tree.xpath("//a[@href='#adult']")
    assert page.form(holding="was")["fact_words"].strip() == "rude"
    assert school.office.cases.refs() == []


def test_an_email_joins_the_running_case(school: Rehearsal) -> None:
    """A button for each case that fits, and none for others."""
    school.report()
    browser = Browser(school, "office")
    assert "Add to 2026-0001 (Mr Ross Dunn)" in browser.open(path(school)).text
    page = press(browser, path(school), "add:2026-0001")
    assert "The email is on case 2026-0001." in page.text
    assert mail(school, "something online").seen.sha256 in school.case().mails


def test_nothing_to_do_needs_its_reason(school: Rehearsal) -> None:
    """A usual one or one's own words; both are in the log."""
    browser = Browser(school, "office")
    assert press(browser, path(school, "hm"), "none").status == 422
    press(browser, path(school, "hm"), "none", reason_words="She rang; it was the postman.")
    judged = mail(school, "hm").judged
    assert judged is not None
    assert "it was the postman" in judged.reason


def test_an_alarm_is_raised_from_the_page(school: Rehearsal) -> None:
    """DSL and deputy are told; from then on the office does not read the words."""
    browser = Browser(school, "office")
    assert press(browser, path(school, "hm"), "alarm").status == 422
    page = press(browser, path(school, "hm"), "alarm", alarm_words="I know whom she means.")
    assert "The alarm was raised" in page.text
    school.round()
    assert school.newest("alert").to == (DSL, DEPUTY)
    assert "rude at the gate" not in browser.open(path(school, "hm")).source


def test_somebody_has_it(school: Rehearsal) -> None:
    """The page says who."""
    browser = Browser(school, "dsl")
    where = path(school)
    page = browser.press(where, browser.open(where).form(), do="take")
    assert "has it, since" in page.text
    assert mail(school, "something online").taken_by == school.office.school.people["dsl"].name


def test_the_second_of_two_is_told_who_filed_it_and_where(school: Rehearsal) -> None:
    """Nothing is done by the second press, and what was typed stays."""
    first, second = Browser(school, "dsl"), Browser(school, "deputy")
    where = path(school)
    opened = second.open(where).form(holding="was")
    press(first, where, "new", adult="A1", conduct=CONDUCT)
    page = second.press(where, opened, do="new", adult="A3", fact_words="my words")
    assert page.status == 409
    assert f"It is on case 2026-0001 meanwhile by {school.office.school.people['dsl'].name}" in page.text
    assert page.form(holding="was")["fact_words"].strip() == "my words"
    assert school.office.cases.refs() == ["2026-0001"]


def test_a_second_press_of_one_form_does_nothing_twice(school: Rehearsal) -> None:
    """It leads to the same page."""
    browser, where = Browser(school, "dsl"), path(school)
    fields = {**browser.open(where).form(holding="was"), "do": "new", "adult": "A1", "conduct": CONDUCT}
    for _ in range(2):
        assert browser.press(where, fields).status == 200
    assert school.kinds().count("CaseOpened") == 1


def test_a_filed_email_says_where_it_is_and_moves(school: Rehearsal) -> None:
    """From its page to another case, by the number of that."""
    browser = Browser(school, "dsl")
    where = path(school)
    press(browser, where, "new", adult="A1", conduct=CONDUCT)
    press(browser, path(school, "hm"), "new", adult="A4", q="vance", conduct=CONDUCT)
    page = browser.open(where)
    assert "This email is on case 2026-0001" in page.text
    assert press(browser, where, "move", ref="nowhere").status == 422
    press(browser, where, "move", ref="2026-0002")
    judged = mail(school, "something online").judged
    assert judged is not None
    assert judged.ref == "2026-0002"


def test_the_office_sees_a_dangerous_email_without_its_words(school: Rehearsal) -> None:
    """It is told that the DSL knows; nothing can be pressed, downloaded or read, also by guessing."""
    school.write(WHO, "the gate", THREAT.replace("Ross Dunn", "Somebody"))
    school.round()
    where = path(school, "the gate")
    office, dsl = Browser(school, "office"), Browser(school, "dsl")
    page = office.open(where)
    assert "The DSL has been told" in page.text
    assert "kill" not in page.source
    assert "kill" in dsl.open(where).text
    fields = dsl.open(where).form(holding="was")
    token = Browser(school, "office", app=office.app).open("/new-report").form()
    assert office.press(where, {**fields, **token, "do": "none", "reason_words": "x"}).status in {400, 403}
    for rest in ("text", "original"):
        assert office.open(f"{where}/{rest}").status == 403
    assert "kill" not in office.open("/in-tray/all").source


def test_an_email_about_somebody_of_ones_family_does_not_exist(school: Rehearsal) -> None:
    """Neither on its page nor in the list, which says how many are missing."""
    toml = school.folder / "school.toml"
    words = toml.read_text("utf-8")
    toml.write_text(words.replace(f'email = "{DSL}"', f'email = "{DSL}"\nrelated = ["A1"]', 1), "utf-8")
    dsl = Browser(school, "dsl", app=desk_of(school))
    assert dsl.open(path(school)).status == 404
    assert "not shown to you" in dsl.open("/in-tray/all").text


def test_twenty_emails_are_done_without_leaving_the_page(tmp_path: Path) -> None:
    """Each press leads to the next, and the last one to an empty in-tray."""
    school = reported_school(tmp_path)
    for number in range(20):
        school.write(WHO, f"no {number}", "Somebody was rude at the gate.")
    school.round()
    browser = Browser(school, "office")
    page = browser.open("/in-tray")
    for left in range(20, 0, -1):
        assert f"of {left}" in page.text

        page = browser.press(_here(page), page.form(holding="was"), do="none", reason_words="seen")
    assert "The in-tray is empty" in page.text
    assert school.verdicts().count(Verdict.INTRAY) == 0


def _here(page: Page) -> str:
    """The address of the page that is shown."""
    return page.answer.request.path


def test_the_list_has_them_all(school: Rehearsal) -> None:
    """Its title names nobody."""
    page = Browser(school, "office").open("/in-tray/all")
    assert len(page.tree.xpath("//a[contains(@class, 'desk-mail-link')]")) == 2
    assert page.tree.xpath("string(//title)") == "In-tray - Letterladder"


def test_a_clear_report_that_came_by_the_form_is_not_here(school: Rehearsal) -> None:
    """The rules filed it; the in-tray holds what needs a person."""
    school.write("Beth Aldous <b.aldous@larkfield.example>", "Form", form(what=INSULT))
    school.round()
    assert "of 2" in Browser(school, "office").open("/in-tray").text


def test_a_sender_who_looks_like_one_of_the_school_is_named_first(school: Rehearsal) -> None:
    """Before anything else that is said of the email."""
    head = school.office.school.people["head"].name
    school.write(
        f"{head} <head@larkfie1d.example>", "quick", "Ross Dunn was rude about me, please write to him."
    )
    school.round()
    page = Browser(school, "office").open(path(school, "quick"))
    warning = page.tree.xpath("string(//*[contains(@class, 'govuk-warning-text__text')])")
    assert "larkfie1d.example" in warning
    assert page.text.index("larkfie1d.example", page.text.index("Warning")) < page.text.index("Who is meant?")


def test_words_outside_the_text_are_shown_apart(school: Rehearsal) -> None:
    """A comment in a header is seen by nobody in an email program."""
    raw = b"From: jo@letterbox.example\nSubject: An aside\nComments: Ring me before the bell\n\nHello there."
    school.deliver(raw)
    school.round()
    page = Browser(school, "dsl").open(path(school, "An aside"))
    assert "Words outside its text" in page.text
    assert "Ring me before the bell" in page.text


def concerned(tmp_path: Path, *roles: str) -> Rehearsal:
    """The same two emails, at a school where these people are related to Mr Dunn."""
    settings = school_folder(tmp_path) / "school.toml"
    text = settings.read_text("utf-8")
    for role in roles:
        text, found = re.subn(rf"(?m)^\[people\.{role}\].*$", r'\g<0>\nrelated = ["A1"]', text)
        assert found == 1
    settings.write_text(text, "utf-8")
    school = an_office(tmp_path)
    school.write(WHO, "something online", "I saw something Ross Dunn put on Facebook about Mr Lowell.")
    school.write(WHO, "hm", "Somebody was rude at the gate.")
    school.round()
    return school


def test_an_email_too_near_to_all_who_sort_is_the_heads(tmp_path: Path) -> None:
    """Today leads the head to it, and it is read, had and filed there; the rest of the in-tray is not the head's."""
    school = concerned(tmp_path, "dsl", "deputy", "office")
    app, where = desk_of(school), path(school)
    head = Browser(school, "head", app=app)
    assert "1 email in the in-tray" in head.open("/").text
    page = head.open("/in-tray")
    assert "Email 1 of 1" in page.text
    assert "not shown to you" not in page.text
    assert head.open(path(school, "hm")).status == 404
    assert head.open(f"{where}/text").status == 200
    for role in ("dsl", "deputy", "office", "alternate"):
        assert Browser(school, role, app=app).open(where).status == 404, role
    press(head, where, "take")
    assert mail(school, "something online").taken_by == school.office.school.people["head"].name
    press(head, where, "clear", adult="A1", conduct=CONDUCT)
    assert school.case().adult == "A1"
    assert school.case().clear


def test_where_the_head_is_near_too_it_is_the_alternates(tmp_path: Path) -> None:
    """The next of the chain."""
    school = concerned(tmp_path, "dsl", "deputy", "office", "head")
    app = desk_of(school)
    assert Browser(school, "head", app=app).open(path(school)).status == 404
    assert Browser(school, "alternate", app=app).open(path(school)).status == 200


def test_the_head_has_no_in_tray_while_the_dsl_can_read(tmp_path: Path) -> None:
    """Neither the list nor an email, its text or a button: what may be done is the DSL's and the office's."""
    school = concerned(tmp_path, "deputy", "office")
    app = desk_of(school)
    head, form = Browser(school, "head", app=app), Browser(school, "dsl", app=app).open(path(school)).form("")
    assert "in-tray" not in head.open("/").text
    assert "something online" not in head.open("/in-tray/all").source
    for where in (path(school), f"{path(school)}/text", f"{path(school)}/original"):
        assert head.open(where).status == 404
    own = {**form, "csrf_token": head.open("/new-report").form(holding="once")["csrf_token"]}
    assert head.press(path(school), own, do="take").status == 404
    assert not mail(school, "something online").taken_by


def test_whoever_was_told_of_an_email_can_open_it(tmp_path: Path) -> None:
    """Nobody had it in time, so the head is told and sees it; only the DSL or deputy puts danger aside."""
    school = an_office(tmp_path)
    school.write(WHO, "at the gate", THREAT.replace("Ross Dunn", "Somebody"))
    school.round()
    head = Browser(school, "head")
    assert head.open(path(school, "at the gate")).status == 404
    for minute in range(20, 60, 10):
        school.at(f"2026-11-02 11:{minute}")
    assert any(HEAD in one.event.to for one in mail(school, "at the gate").told)
    assert head.open(path(school, "at the gate")).status == 200
    page = press(
        head, path(school, "at the gate"), "none", reason="It reports nothing about an adult's conduct"
    )
    assert page.status == 422
    assert mail(school, "at the gate").verdict is Verdict.INTRAY


MOST_READ = 80
"""Words on the page of an email of two sentences: 20 seconds at 240 words a minute."""


def test_a_clear_report_is_read_in_20_seconds(school: Rehearsal) -> None:
    """What must be read before a button is pressed; links, buttons and what is folded away are not."""
    page = Browser(school, "dsl").open(path(school)).tree.xpath("//main")[0]
    for folded in page.xpath(
        ".//nav|.//a|.//button|.//details|.//input|.//*[contains(@class, 'visually-hidden') or @hidden]"
    ):
        folded.drop_tree()
    read = " ".join(page.itertext()).split()
    assert {"Dunn", "Ella", "4B", "staff"} <= {word.strip(",:“”") for word in read}
    assert len(read) <= MOST_READ, " ".join(read)
