"""The ladder from a clean report to the written warning, as the people of a school live it."""

from pathlib import Path

from office import HEAD, OFFICE, SLOTS, an_office
from prepared import posted_school, reported_school

from letterladder.rules.words import Outcome


def test_a_clean_report_is_drafted_at_once_and_waits_for_the_head(tmp_path: Path) -> None:
    """One email in, one letter drafted, one email to the head with the letter; nothing is posted."""
    school = an_office(tmp_path)
    tally = school.report()
    asked = school.newest("approval", "2026-0001")
    assert (tally.counts()["opened"], tally.drafted, tally.posted) == (1, 1, 0)
    assert school.letters() == ["L1.1 drafted"]
    assert (asked.to, asked.files) == ((HEAD,), ("1-removal-request-for-approval.docx",))


def test_approved_by_mail_a_letter_lies_in_the_tray_until_its_day(tmp_path: Path) -> None:
    """The head presses the link; the letter is laid out for the envelope; the office is told, and counts it."""
    school = reported_school(tmp_path)
    tally = school.head_approves()
    tray = school.folder / "data" / "outbox" / "to-post"
    assert (tally.approved, school.letters()) == (1, ["L1.1 posting"])
    assert any(file.suffix == ".docx" for file in tray.iterdir())
    assert school.newest("notice", "2026-0001").to == (OFFICE,)


def test_posting_starts_the_clock_and_empties_the_tray(tmp_path: Path) -> None:
    """Posted on Tuesday 3 November first class: received on Thursday, five working days more."""
    school = reported_school(tmp_path)
    event = school.goes_out()
    tray = school.folder / "data" / "outbox" / "to-post"
    assert (str(event.received_on), str(event.answer_by)) == ("2026-11-05", "2026-11-12")
    assert not list(tray.glob("*.docx"))


def test_silence_lapses_the_day_after_the_date_in_the_letter(tmp_path: Path) -> None:
    """On the answer-by day itself nothing lapses; the day after, the head is asked what follows."""
    school = posted_school(tmp_path)
    assert school.day("2026-11-12").lapsed == 0
    assert school.day("2026-11-13").lapsed == 1
    assert school.newest("decision", "2026-0001").to == (HEAD,)
    assert school.letters() == ["L1.1 posted"]


def test_a_lapse_alone_sends_nothing(tmp_path: Path) -> None:
    """However many days go by, without a decision no second letter is approved or posted."""
    school = posted_school(tmp_path)
    for day in ("2026-11-13", "2026-11-16", "2026-11-20", "2026-11-27"):
        school.day(day)
    assert [one for one in school.letters() if "posted" in one or "approved" in one] == ["L1.1 posted"]


def test_each_step_needs_its_own_decision_and_its_own_approval(tmp_path: Path) -> None:
    """L1, silence, L2, declined, L3: three letters out, each decided and approved on its own."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    school.head_decides("L2", "No answer; we offer to talk.")
    school.supplied("L2", **SLOTS)
    school.goes_out()
    school.day("2026-11-20")
    school.answered(Outcome.DECLINED)
    school.head_decides("L3", "Declined to meet and the post is still up.")
    school.goes_out()
    assert school.letters() == ["L1.1 posted", "L2.1 posted", "L3.1 posted"]
    assert school.kinds().count("LetterApproved") == 3
    assert school.kinds().count("DecisionMade") == 2


def test_a_step_the_policy_does_not_allow_now_is_refused_by_mail(tmp_path: Path) -> None:
    """A decision email that is edited to name B2 changes nothing; the head and the office hear of it."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    link = school.newest("decision", "2026-0001").links[0].replace("%20L2%0D", "%20B2%0D")
    school.press(link, HEAD, "enough")
    school.round()
    assert "DecisionMade" not in school.kinds()
    assert school.newest("notice", "2026-0001").to == (HEAD, OFFICE)


def test_the_written_warning_repeats_what_went_before(tmp_path: Path) -> None:
    """The third letter tells of the first two by date, and never of who reported."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    school.decided("L3", "The post is still up.")
    text = school.letter_text()
    assert "3 November 2026" in text
    assert "Aldous" not in text


def test_no_further_action_closes_the_case(tmp_path: Path) -> None:
    """The decision to do nothing more has a reason and ends the case; a closed case asks for nothing."""
    school = posted_school(tmp_path)
    school.day("2026-11-13")
    school.head_decides("none", "The page was taken down by the platform.")
    sent = len(school.sent_mails())
    school.day("2026-11-27")
    assert school.case().state == "closed"
    assert len(school.sent_mails()) == sent
