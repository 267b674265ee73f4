"""Approving and deciding out of the page of an email; and a school where none of that is done by email."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from pathlib import Path

import pytest
from desk.terminal import Window
from office import HEAD, OFFICE, Rehearsal, an_office, edited, form
from prepared import reported_school

from letterladder.ground.values import replace
from letterladder.rules.words import LetterStatus

REF = "2026-0001"
NOT_BY_MAIL = ('by = ["desk", "mail"]', 'by = ["desk"]')
DESK = (
    ("[desk]\non = false", "[desk]\non = true"),
    ('address = ""', 'address = "https://desk.larkfield.example"'),
)


def asked(tmp_path: Path, *changes: tuple[str, str]) -> Rehearsal:
    """A school whose head has the first letter for approval."""
    school = reported_school(tmp_path)
    edited(school.folder, *changes)
    return replace(an_office(tmp_path), numbers=school.numbers)


def asked_by_desk(tmp_path: Path) -> Rehearsal:
    """The same, where nothing is approved by email from the beginning."""
    edited(an_office(tmp_path).folder, *DESK, NOT_BY_MAIL)
    school = an_office(tmp_path)
    school.write("b.aldous@larkfield.example", "Form", form())
    school.round()
    return school


def newest_page(school: Rehearsal, kind: str) -> EmailMessage:
    """The newest email of a kind as it left."""
    found = []
    for file in sorted((school.folder / "sent").glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        found += [message] if message["X-Letterladder"] == kind else []
    return found[-1]


def links(message: EmailMessage) -> dict[str, str]:
    """The buttons of its page: their words, and where they lead."""
    page = message.get_body(("html",))
    assert page is not None
    found = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', str(page.get_content()))
    return {unescape(words): unescape(href) for href, words in found}


def test_the_page_is_beside_the_plain_text_and_the_letter_beside_both(tmp_path: Path) -> None:
    """Plain first, for programs that show the last they can; the Word file is no part of either."""
    message = newest_page(asked(tmp_path), "approval")
    both, file = message.iter_parts()
    assert message.get_content_type() == "multipart/mixed"
    assert [part.get_content_type() for part in both.iter_parts()] == ["text/plain", "text/html"]
    assert str(file.get_filename()).endswith(".docx")
    plain = message.get_body(("plain",))
    assert plain is not None
    assert "Dear Mr Dunn" in plain.get_content()


def test_the_button_approves_the_letter(tmp_path: Path) -> None:
    """Pressed and sent as it opens."""
    school = asked(tmp_path)
    school.press(links(newest_page(school, "approval"))["Approve by email"], HEAD)
    school.round()
    assert school.case().letters[0].approved_by


def test_the_other_button_sends_it_back_with_words(tmp_path: Path) -> None:
    """The words are the head's own."""
    school = asked(tmp_path)
    school.press(links(newest_page(school, "approval"))["Send back by email"], HEAD, "Please say which post.")
    school.round()
    assert school.case().letters[0].note == "Please say which post."


@pytest.mark.parametrize(
    "words", ["APPROVE {code}", "RETURN {code}\n\nShorter, please.", "APPROVE", "Yes, fine."]
)
def test_a_code_sent_before_counts_no_more_once_emails_approve_nothing(tmp_path: Path, words: str) -> None:
    """Refused with its reason to head and office, kept with the case; the letter waits as before."""
    code = asked(tmp_path).newest("approval", REF).text.partition("APPROVE ")[2].split()[0]
    edited(tmp_path / "school", NOT_BY_MAIL)
    school = an_office(tmp_path)
    school.write(
        HEAD, "Re: approval", words.format(code=code), In_Reply_To=school.newest("approval", REF).message_id
    )
    school.round()
    told = school.newest("notice", REF)
    assert (told.to, "letters are not approved, and nothing is decided, by email" in told.text) == (
        (HEAD, OFFICE),
        True,
    )
    assert school.case().letters[0].status is LetterStatus.DRAFTED
    last = school.mails()[-1]
    assert (str(last.verdict), last.judged and last.judged.ref) == ("attached", REF)


def test_where_emails_approve_nothing_none_has_a_code(tmp_path: Path) -> None:
    """Neither the email nor the log, and the button leads to the letter in the desk."""
    school = asked_by_desk(tmp_path)
    mail = newest_page(school, "approval")
    assert links(mail) == {
        "Read and decide": f"https://desk.larkfield.example/larkfield-primary-school/cases/{REF}/letter"
    }
    assert not school.newest("approval", REF).links
    assert [code.hash for code in school.case().letters[0].codes] == [""]


def test_a_letter_is_still_approved_by_its_command(tmp_path: Path) -> None:
    """Another way than email is as open as ever."""
    school = asked_by_desk(tmp_path)
    words = ("approve", REF, "--by", "Mrs Anita Hollis", "--today", "2026-11-02")
    assert Window(school.folder).type(*words).code == 0
    assert school.case().letters[0].approved_by


def test_an_approval_of_what_another_school_sent_is_not_lost(tmp_path: Path) -> None:
    """A code of nobody's, where emails approve nothing: in the in-tray, and the office hears of it."""
    school = asked_by_desk(tmp_path)
    school.write(HEAD, "approval", "APPROVE ABCD-2345")
    school.round()
    assert (str(school.mails()[-1].verdict), school.newest("notice").to) == ("intray", (OFFICE,))
    assert "Nothing was approved, returned or decided." in school.newest("notice").text
