"""Which case an email belongs to: what we sent, our mark, the adult's own address; never a reference alone."""

import re
from pathlib import Path

import pytest
from office import DSL, DUNN_MAIL, OFFICE, THREAT, Rehearsal
from prepared import posted_school, reported_school

from letterladder.ground.errors import Refused
from letterladder.workflows.answering import TriageOrder
from letterladder.workflows.filing_by_hand import file_by_hand

STRANGER = "somebody@elsewhere.example"


def with_case(tmp_path: Path) -> Rehearsal:
    """A school with one case, its first letter posted."""
    return posted_school(tmp_path)


def last(school: Rehearsal) -> tuple[str, str]:
    """What became of the newest email: its verdict and its case."""
    row = school.mails()[-1]
    return str(row.verdict), row.judged.ref if row.judged else "not judged"


def test_the_mark_in_the_subject_puts_a_mail_on_its_case(tmp_path: Path) -> None:
    """Whoever answers one of our emails under its subject reaches the case, from any address."""
    school = with_case(tmp_path)
    school.write(STRANGER, f"AW: [{school.office.tag('2026-0001')}] Brief", "We talked. It is gone.")
    school.round()
    assert last(school) == ("attached", "2026-0001")


@pytest.mark.parametrize("subject", ["Re: [2026-0001] letter", "Re: [2026-0001.aaaaaa] letter", "2026-0001"])
def test_a_bare_or_forged_reference_joins_no_case(subject: str, tmp_path: Path) -> None:
    """It waits for a person, with the case as a suggestion: they hear that it is there, and of no answer."""
    school = with_case(tmp_path)
    before = len(school.sent_mails())
    school.write(STRANGER, subject, "I have nothing to say.")
    school.round()
    row = school.mails()[-1]
    assert row.judged
    assert (str(row.verdict), [one.adult for one in row.judged.suggestions]) == ("intray", ["A1"])
    assert "2026-0001" in row.judged.reason
    assert [mail.kind for mail in school.sent_mails()[before:]] == ["card"]


def test_danger_under_a_bare_reference_is_still_heard(tmp_path: Path) -> None:
    """A threat is looked at first, whatever the subject claims."""
    school = with_case(tmp_path)
    school.write(STRANGER, "Re: [2026-0001]", f"Mr Ross Dunn, father of Ella Dunn in 4B, posted: {THREAT}")
    school.round()
    assert school.newest("alert")


def test_an_answer_to_a_notice_reaches_its_case(tmp_path: Path) -> None:
    """Notices are in no log; their Message-ID carries the mark."""
    school = with_case(tmp_path)
    notice = school.newest("notice", "2026-0001")
    school.write(STRANGER, "thanks", "Noted.", In_Reply_To=notice.message_id)
    school.round()
    assert last(school) == ("attached", "2026-0001")


def test_a_message_id_of_our_form_with_another_mark_is_a_forgery(tmp_path: Path) -> None:
    """The Message-ID alone does not help whoever guesses its form."""
    school = with_case(tmp_path)
    forged = f"<2026-0001.aaaaaa.{'0' * 24}@larkfield.example>"
    school.write(STRANGER, "hello", "Nothing of note.", In_Reply_To=forged)
    school.round()
    assert last(school)[1] == ""


def test_the_adults_own_address_is_enough(tmp_path: Path) -> None:
    """They need not quote anything; a reference of their own case does no harm."""
    school = with_case(tmp_path)
    school.write(DUNN_MAIL, "your letter 2026-0001", "It is gone.")
    school.round()
    assert last(school) == ("attached", "2026-0001")


def test_subjects_say_nothing_but_the_reference(tmp_path: Path) -> None:
    """Each of our emails about a case begins with its marked reference and names nobody."""
    school = with_case(tmp_path)
    raw = [file.read_bytes().decode() for file in (school.folder / "sent").glob("*.eml")]
    subjects = [re.search(r"^Subject: (.*)$", text, re.MULTILINE)[1].strip() for text in raw]  # type: ignore[index]
    assert all(one.startswith(f"[{school.office.tag('2026-0001')}] ") for one in subjects)
    assert not any(word in one for one in subjects for word in ("Dunn", "Ella", "Lowell"))


def test_the_one_who_answers_a_notice_is_not_told_of_his_own_mail(tmp_path: Path) -> None:
    """The office writes on a case; the DSL hears of it, the office does not."""
    school = with_case(tmp_path)
    school.write(OFFICE, f"Re: [{school.office.tag('2026-0001')}] to post", "Posted it this morning.")
    school.round()
    assert school.newest("notice", "2026-0001").to == (DSL,)


def test_a_mail_on_the_wrong_case_is_moved_and_both_logs_say_so(tmp_path: Path) -> None:
    """What it reported counts on the new case alone; the file stays where it was, and nothing is edited."""
    school = reported_school(tmp_path)
    mail = school.mails()[0].seen.sha256
    order = TriageOrder(adult="A4", conduct=("derogatory-staff",), clear=True, note="it is her page")
    file_by_hand(school.office, mail[:12], "new", order, by="Mrs Binns")
    assert (school.kinds().count("MailMoved"), school.kinds("2026-0002").count("MailMoved")) == (1, 1)
    assert (school.case().facts, len(school.case("2026-0002").facts)) == ((), 1)
    assert school.letters() == ["L1.1 void"]
    assert last(school) == ("opened", "2026-0002")
    assert list((school.folder / "data/cases/2026-0001/mail").glob("*.eml"))


def test_a_mail_is_moved_back_again(tmp_path: Path) -> None:
    """Moving is an event like any other: it can be undone by another."""
    school = reported_school(tmp_path)
    mail = school.mails()[0].seen.sha256[:12]
    file_by_hand(school.office, mail, "new", TriageOrder(adult="A4", note="hers"), by="Mrs Binns")
    file_by_hand(school.office, mail, "2026-0001", TriageOrder(note="his after all"), by="Mrs Binns")
    assert (len(school.case().facts), school.case("2026-0002").facts) == (1, ())
    assert last(school) == ("attached", "2026-0001")


def test_a_mail_does_not_move_to_where_it_is(tmp_path: Path) -> None:
    """Nor off a case to nowhere."""
    school = reported_school(tmp_path)
    mail = school.mails()[0].seen.sha256[:12]
    for to in ("2026-0001", "none"):
        with pytest.raises(Refused, match="2026-0001"):
            file_by_hand(school.office, mail, to, TriageOrder(note="why"), by="Mrs Binns")


def test_a_mail_misjudged_as_a_robots_can_be_filed(tmp_path: Path) -> None:
    """A report that a machine seemed to have sent is not lost to its case."""
    school = with_case(tmp_path)
    away = "I am out of the office until Monday."
    school.write("m@copy.example", "Automatic reply: a scan", away, Auto_Submitted="auto-replied")
    school.round()
    assert last(school) == ("robot", "")
    mail = school.mails()[-1].seen.sha256[:12]
    file_by_hand(school.office, mail, "2026-0001", TriageOrder(note="a scan of a post"), by="Mrs Binns")
    assert last(school) == ("attached", "2026-0001")


def test_a_solicitors_letter_is_told_of_before_anything_more_goes_out(tmp_path: Path) -> None:
    """It names an adult with an open case: two people hear of it, and the in-tray names the case."""
    school = with_case(tmp_path)
    text = "We are instructed by Mr Ross Dunn, father of Ella Dunn in 4B. Please write to us, his solicitors, only."
    school.write("post@dray-and-lowe.example", "Our client", text)
    school.round()
    row = school.mails()[-1]
    assert row.judged
    assert (str(row.verdict), "2026-0001" in row.judged.reason) == ("intray", True)
    assert school.newest("notice", "2026-0001").to == (OFFICE, DSL)
    assert row.seen.sha256[:12] in school.newest("notice", "2026-0001").text
