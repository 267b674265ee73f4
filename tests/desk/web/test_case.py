"""The page of a case, and the small forms by which people act on it."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from desk_browser import Browser, Page, desk_of
from office import SLOTS, Rehearsal
from PIL import Image
from prepared import posted_school, reported_school

from letterladder.rules.cases.event_values import FlagSeen
from letterladder.rules.cases.events import AlertRaised, EvidenceKept, MailAttached
from letterladder.rules.words import Flag, Outcome

CASE = "/cases/2026-0001"


def in_danger(school: Rehearsal) -> None:
    """Something in the case points to danger, and an alert goes out."""
    seen = FlagSeen(flag=Flag.DANGER, words="I am going to kill you")
    raised = AlertRaised(flags=[seen], told=[], message_id="<alert@school>", to=["dsl"])
    school.office.note("2026-0001", raised)


def fill(browser: Browser, form: str, **fields: str) -> Page:
    """Open a form of the case, fill it in and press."""
    page = browser.open(f"{CASE}/{form}")
    return browser.press(f"{CASE}/{form}", {**page.form(holding="seen"), **fields})


def links(page: Page) -> list[str]:
    """What the buttons of a page say."""
    return [one.text_content().strip() for one in page.tree.xpath("//main//a[@role='button']")]


def test_it_says_where_the_case_stands_and_what_may_be_done(tmp_path: Path) -> None:
    """One sentence; the head may read and decide, the office may draft again and neither may post yet."""
    school = reported_school(tmp_path)
    page = Browser(school, "head").open(CASE)
    assert "waits for approval by" in page.text
    assert links(page)[0] == "Read and decide"
    office = links(Browser(school, "office").open(CASE))
    assert "Read and decide" not in office
    assert any(one.startswith("Draft again") for one in office)
    assert "Say that it was posted" not in office


def test_why_the_rest_may_not_be_done_is_said_without_commands(tmp_path: Path) -> None:
    """The gates' own words, their rule, and no command."""
    page = Browser(posted_school(tmp_path), "head").open(CASE)
    why = page.tree.xpath("//details[contains(., 'Why not')]")[0].text_content()
    assert "The rule:" in why
    assert "--" not in why
    assert "`" not in why


def test_the_clock_shows_each_day(tmp_path: Path) -> None:
    """Every counted day has its number, skipped ones their reason in words, and the last day is named."""
    school = posted_school(tmp_path)
    page = Browser(school, "office").open(CASE)
    counted = page.tree.xpath("//td[contains(@class,'counted')]/b")
    step = school.office.school.policy.steps["L1"]
    assert step.answer_clock is not None
    assert len(counted) == step.answer_clock.days
    assert "last day for an answer" in page.text
    assert "not counted: Saturday" in page.text or "not counted: weekend" in page.text


def test_who_reported_is_not_shown_to_the_office(tmp_path: Path) -> None:
    """The email of a report is a download for head and DSL alone, always a download."""
    school = reported_school(tmp_path)
    app = desk_of(school)
    head, office = Browser(school, "head", app=app), Browser(school, "office", app=app)
    link = head.open(CASE).tree.xpath("//a[contains(@href,'/files/')]/@href")[0]
    got = head.open(link)
    assert got.status == 200
    assert got.answer.headers["Content-Disposition"].startswith("attachment")
    assert got.answer.headers["Content-Type"] == "application/octet-stream"
    assert "Reported by" in head.open(CASE).text
    seen = office.open(CASE)
    assert "/files/" not in seen.source
    assert "Reported by" not in seen.text
    assert office.open(link).status == 404


def test_texts_about_danger_are_not_shown_to_the_office(tmp_path: Path) -> None:
    """The office sees that there is an alert, the DSL why."""
    school = reported_school(tmp_path)
    in_danger(school)
    app = desk_of(school)
    assert "going to kill" in Browser(school, "dsl", app=app).open("/cases/2026-0001").text
    for path in ("/cases/2026-0001", "/cases/2026-0001/history", "/cases"):
        page = Browser(school, "office", app=app).open(path)
        assert page.status == 200
        assert "going to kill" not in page.source
        assert "danger:" not in page.source


def with_evidence(school: Rehearsal, *flags: FlagSeen) -> str:
    """A report with a picture, whose name says who sent it; the address of the picture."""
    held = BytesIO()
    Image.new("RGB", (40, 30), "red").save(held, "PNG")
    cases, sha256 = school.office.cases, "a" * 64
    file = cases.keep_file("2026-0001", "evidence", "beth-aldous.png", held.getvalue())
    kept = EvidenceKept(
        mail=sha256, file=file, original_name="beth-aldous.png", sha256="b" * 64, size=len(held.getvalue())
    )
    arrived = MailAttached(
        mail=sha256,
        file="mail/a.eml",
        received=school.clock.now(),
        what="unclear",
        summary="",
        flags=list(flags),
    )
    lines = school.office.note("2026-0001", arrived, kept)
    return f"{CASE}/files/{lines[-1].seq}/picture"


def test_a_picture_of_evidence_is_drawn_anew(tmp_path: Path) -> None:
    """As a JPEG of our own; its name, which the sender chose, is for those who may know who reported."""
    school = reported_school(tmp_path)
    path, app = with_evidence(school), desk_of(school)
    office = Browser(school, "office", app=app)
    assert office.open(path).answer.data.startswith(b"\xff\xd8")
    assert "beth-aldous" not in office.open(CASE).source
    assert "beth-aldous" in Browser(school, "dsl", app=app).open(CASE).source


def test_a_file_that_came_with_a_report_is_not_for_the_office(tmp_path: Path) -> None:
    """A screenshot shows whose telephone it was made on: neither picture nor file, and the page says so."""
    school = reported_school(tmp_path)
    (mail,) = school.case().mails
    held = BytesIO()
    Image.new("RGB", (40, 30), "red").save(held, "PNG")
    file = school.office.cases.keep_file("2026-0001", "evidence", "screen.png", held.getvalue())
    kept = EvidenceKept(mail=mail, file=file, original_name="screen.png", sha256="b" * 64, size=9)
    path = f"{CASE}/files/{school.office.note('2026-0001', kept)[-1].seq}"
    app = desk_of(school)
    office, dsl = Browser(school, "office", app=app), Browser(school, "dsl", app=app)
    assert [office.open(one).status for one in (path, f"{path}/picture")] == [404, 404]
    assert [dsl.open(one).status for one in (path, f"{path}/picture")] == [200, 200]
    assert "2 emails and files tell who reported" in office.open(CASE).text
    assert "tell who reported" not in dsl.open(CASE).text


def test_what_may_show_the_abuse_of_a_child_is_shown_to_nobody(tmp_path: Path) -> None:
    """Neither as a picture nor as a download, to the DSL neither."""
    school = reported_school(tmp_path)
    path = with_evidence(school, FlagSeen(flag=Flag.INDECENT_IMAGE, words="an indecent picture"))
    dsl = Browser(school, "dsl")
    assert "/files/" not in dsl.open(CASE).source
    for one in (path, path.removesuffix("/picture")):
        assert dsl.open(one).status == 404


def test_an_answer_is_recorded_with_a_day_as_typed(tmp_path: Path) -> None:
    """The office types "yesterday"; the log has the day."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    page = fill(
        office, "answer", outcome="removed", channel="phone", on="yesterday", summary="The post is gone."
    )
    assert "The answer is recorded." in page.text
    answer = school.case().answers[-1]
    assert (answer.outcome, answer.on) == (Outcome.REMOVED, school.clock.today() - timedelta(days=1))


def test_an_answer_says_which_of_several_letters_it_is_to(tmp_path: Path) -> None:
    """Asked only where two have gone out; the last one is chosen already."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    assert "Which letter" not in office.open(f"{CASE}/answer").text
    school.answered(Outcome.REFUSED)
    school.decided("L2", "We would like to talk.")
    school.supplied("L2", **SLOTS)
    school.goes_out()
    assert "Which letter" in office.open(f"{CASE}/answer").text
    fill(office, "answer", outcome="removed", letter="L1", channel="phone", on="today", summary="It is gone.")
    assert school.case().answers[-1].letter == "L1"
    assert school.case().answers[-1].to


def test_what_was_typed_stays_where_a_field_is_wrong(tmp_path: Path) -> None:
    """A day that is none: the summary links to the field, every other word stays, and nothing is logged."""
    school = posted_school(tmp_path)
    before = school.case().last_seq
    page = fill(
        Browser(school, "office"), "answer", outcome="removed", channel="phone", on="31/11", summary="Gone."
    )
    assert page.status == 422
    assert page.tree.xpath("//a[@href='#on']")
    assert page.tree.xpath("//textarea")[0].text_content().strip() == "Gone."
    assert page.tree.xpath("//input[@name='outcome'][@checked]/@value") == ["removed"]
    assert school.case().last_seq == before


def test_a_case_that_changed_meanwhile_is_not_written_on(tmp_path: Path) -> None:
    """Two people on one case: the second sees what changed, keeps the words, and a second press goes through."""
    school = posted_school(tmp_path)
    app = desk_of(school)
    office, dsl = Browser(school, "office", app=app), Browser(school, "dsl", app=app)
    early = office.open(f"{CASE}/answer").form(holding="seen")
    fill(dsl, "hold", hold_for="police", note="DC Marsh rang")
    typed = {"outcome": "apology", "channel": "phone", "on": "today", "summary": "They are sorry."}
    page = office.press(f"{CASE}/answer", {**early, **typed})
    assert page.status == 409
    assert "on hold for police" in page.text
    assert "They are sorry." in page.text
    assert not school.case().answers
    again = office.press(f"{CASE}/answer", page.form(holding="summary"))
    assert again.status == 200
    assert school.case().answers[-1].summary == "They are sorry."


def test_one_press_has_one_effect(tmp_path: Path) -> None:
    """The same form sent twice is one answer."""
    school = posted_school(tmp_path)
    office = Browser(school, "office")
    form = office.open(f"{CASE}/answer").form(holding="seen")
    typed = {"outcome": "apology", "channel": "phone", "on": "today", "summary": "Sorry."}
    for _ in range(2):
        assert office.press(f"{CASE}/answer", {**form, **typed}).status == 200
    assert len(school.case().answers) == 1


def test_a_hold_is_placed_and_released(tmp_path: Path) -> None:
    """The DSL freezes the case, then thaws it; each is in the history."""
    school = posted_school(tmp_path)
    dsl = Browser(school, "dsl")
    assert "on hold" in fill(dsl, "hold", hold_for="police", note="DC Marsh rang").text
    assert str(school.case().hold) == "police"
    assert "released" in fill(dsl, "release", note="DC Marsh agreed").text
    assert school.case().hold is None


def test_the_dsl_takes_an_alert_and_ends_it(tmp_path: Path) -> None:
    """Take, then clear by triage: the alert is over, and the log says who did both."""
    school = reported_school(tmp_path)
    in_danger(school)
    dsl = Browser(school, "dsl")
    page = dsl.press(f"{CASE}/take", dsl.open(f"{CASE}/take").form(holding="seen"))
    assert "you have the alert" in page.text
    form = dsl.open(f"{CASE}/triage").form(holding="seen")
    page = dsl.press(
        f"{CASE}/triage", form, adult="Ross Dunn", conduct="threat", clear="y", note="Police told"
    )
    assert page.status == 200, page.text
    assert not school.case().alerted


def test_a_decision_needs_a_reason_and_is_the_heads(tmp_path: Path) -> None:
    """After an answer, the head chooses of what the policy allows; without a reason nothing is done."""
    school = posted_school(tmp_path)
    app = desk_of(school)
    fill(
        Browser(school, "office", app=app),
        "answer",
        outcome="removed",
        channel="phone",
        on="today",
        summary="Gone.",
    )
    head = Browser(school, "head", app=app)
    assert fill(head, "decide", step="none").status == 422
    page = fill(head, "decide", step="none", reason="The post is gone.")
    assert "The decision is recorded." in page.text
    assert school.case().closed
    assert fill(head, "reopen", reason="It is back.").status == 200
    assert not school.case().closed


def test_a_wrong_line_is_corrected(tmp_path: Path) -> None:
    """From the line in the history to the form that has its number; the correction is shown beside the line."""
    office = Browser(posted_school(tmp_path), "office")
    link = office.open(f"{CASE}/history").tree.xpath("//a[contains(@href,'/correct?line=')]/@href")[0]
    assert office.open(link).form(holding="line")["line"] == link.rpartition("=")[2]
    assert "The correction is recorded" in fill(office, "correct", line="2", what="It was rung in, too.").text
    assert "Corrected: It was rung in, too" in office.open(f"{CASE}/history").text


@pytest.mark.parametrize("form", ["done", "sheet", "waive", "not-posted", "posted"])
def test_each_form_opens(tmp_path: Path, form: str) -> None:
    """Every form is a page with a button or says why there is nothing to do."""
    page = Browser(posted_school(tmp_path), "dsl").open(f"{CASE}/{form}")
    assert page.status == 200
    assert page.tree.xpath("//main//h1")


def test_the_page_stays_small(tmp_path: Path) -> None:
    """At most 40 kB."""
    page = Browser(posted_school(tmp_path), "dsl").open(CASE)
    assert len(page.source.encode()) < 40_000


@pytest.mark.parametrize(("overdue", "day"), [(False, "2026-11-26"), (True, "2026-11-27")])
def test_what_the_letters_promised_is_shown_until_it_is_done(overdue: bool, day: str, tmp_path: Path) -> None:
    """The meeting that was offered and agreed, by the name of its letter; after its day it is marked."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    school.decided("L2", "We offer to talk.")
    school.supplied("L2", **SLOTS, meeting_place="Room 2", meeting_purpose="to talk", attendees="Mrs Hollis")
    school.goes_out()
    school.answered(Outcome.AGREED, summary="will come")
    school.day(day)
    shown = Browser(school, "head").open(CASE).text
    assert "PromisedInvitation to a meeting (L2) of Monday 16 November 2026" in shown
    assert "promised a meeting, and they agreed to come: Tuesday 24 November at 3.45 pm" in shown
    assert ("OVERDUE" in shown) is overdue
    school.answered(Outcome.ATTENDED, summary="we talked")
    assert "promised a meeting" not in Browser(school, "head").open(CASE).text
