"""Approvals by email that must change nothing, and that people hear of."""

from pathlib import Path

import pytest
from office import ALTERNATE, DUNN_MAIL, HEAD, OFFICE, Rehearsal, pressed
from prepared import reported_school


def asked(tmp_path: Path) -> tuple[Rehearsal, str]:
    """A school whose head has the first letter for approval, and the link in the email."""
    school = reported_school(tmp_path)
    return school, school.newest("approval", "2026-0001").links[0]


def told(school: Rehearsal) -> tuple[str, ...]:
    """Who heard that an approval could not be taken."""
    mails = [mail for mail in school.sent_mails() if mail.about == "Your reply could not be accepted"]
    return mails[-1].to if mails else ()


@pytest.mark.parametrize("sender", [ALTERNATE, OFFICE, DUNN_MAIL, "a.hollis@larkfield.example.evil.example"])
def test_the_code_counts_only_from_the_approvers_address(sender: str, tmp_path: Path) -> None:
    """A forwarded email or a stolen code changes nothing; head and office are told."""
    school, link = asked(tmp_path)
    school.press(link, sender)
    school.round()
    assert school.letters() == ["L1.1 drafted"]
    assert told(school) == (HEAD, OFFICE)


def test_a_used_code_is_used_up(tmp_path: Path) -> None:
    """Pressing the link twice approves once; the second one is answered by a notice."""
    school, link = asked(tmp_path)
    school.press(link, HEAD)
    school.round()
    school.press(link, HEAD)
    school.round()
    assert school.kinds().count("LetterApproved") == 1
    assert school.letters() == ["L1.1 posting"]
    assert any(mail.kind == "notice" and OFFICE in mail.to for mail in school.sent_mails()[-2:])


def test_the_code_of_an_older_draft_counts_no_more(tmp_path: Path) -> None:
    """The head presses the link of version 1 when version 2 is there."""
    school, old = asked(tmp_path)
    school.supplied("L1", quoted_words="a clown")
    school.press(old, HEAD)
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_an_expired_code_is_refused(tmp_path: Path) -> None:
    """Ten days after it was sent; and the letter it mentions is out of date anyway."""
    school, _ = asked(tmp_path)
    school.head_returns("wait")
    school.day("2026-11-03")
    link = school.newest("approval", "2026-0001").links[0]
    school.day("2026-11-20")
    school.press(link, HEAD)
    school.round()
    assert "LetterApproved" not in school.kinds()


def test_an_answer_in_the_thread_counts_like_the_link(tmp_path: Path) -> None:
    """The head answers the email itself; the first line says it, the quotation below does not matter."""
    school, link = asked(tmp_path)
    mail = school.newest("approval", "2026-0001")
    quoted = "".join(f"> {line}\n" for line in mail.text.splitlines())
    words = f"{pressed(link)[2]}\n\nOn Monday the office wrote:\n{quoted}"
    school.write(HEAD, f"Re: {mail.subject}", words, In_Reply_To=mail.message_id)
    school.round()
    assert school.letters() == ["L1.1 posting"]


@pytest.mark.parametrize("words", ["Yes, fine.", "OK", "APPROVE", "I approve this letter."])
def test_a_yes_without_the_code_changes_nothing(words: str, tmp_path: Path) -> None:
    """Any other answer is put on file, and the head and the office hear that it did not count."""
    school, _ = asked(tmp_path)
    mail = school.newest("approval", "2026-0001")
    school.write(HEAD, f"Re: {mail.subject}", words, In_Reply_To=mail.message_id)
    school.round()
    assert school.letters() == ["L1.1 drafted"]
    assert told(school) == (HEAD, OFFICE)


@pytest.mark.parametrize("words", ["but change the date", "unless Mr Dunn has rung", "not before Friday"])
def test_a_yes_with_a_condition_is_no_yes(words: str, tmp_path: Path) -> None:
    """'APPROVE ... but' is unclear, and an unclear reply changes nothing."""
    school, link = asked(tmp_path)
    school.press(link, HEAD, f"\n{words}")
    school.round()
    assert school.letters() == ["L1.1 drafted"]


def test_a_report_about_an_approval_is_not_one(tmp_path: Path) -> None:
    """The approval email itself, sent on to the safeguarding mailbox by the head, approves nothing."""
    school, _ = asked(tmp_path)
    mail = school.newest("approval", "2026-0001")
    school.write(HEAD, f"Fwd: {mail.subject}", f"\n---------- Forwarded message ---------\n{mail.text}")
    school.round()
    assert school.letters() == ["L1.1 drafted"]


def test_a_decision_without_a_reason_is_not_taken(tmp_path: Path) -> None:
    """The link alone, sent as it opens, decides nothing."""
    school, _ = asked(tmp_path)
    school.goes_out()
    school.day("2026-11-13")
    school.press(school.newest("decision", "2026-0001").links[0], HEAD)
    school.round()
    assert "DecisionMade" not in school.kinds()
    assert told(school) == (HEAD, OFFICE)


def test_the_code_of_a_letter_decides_nothing(tmp_path: Path) -> None:
    """A code is bound to what it was sent for."""
    school, link = asked(tmp_path)
    code = pressed(link)[2].split()[1]
    school.write(HEAD, "[2026-0001] decision", f"DECIDE {code} L3\n\nReason: enough\n")
    school.round()
    assert ("DecisionMade" in school.kinds(), school.letters()) == (False, ["L1.1 drafted"])


def test_a_code_is_never_stored(tmp_path: Path) -> None:
    """The log that anybody may copy holds a hash only, as long as the code still counts."""
    school, link = asked(tmp_path)
    code = pressed(link)[2].split()[1]
    kept = [file for file in (school.folder / "data" / "cases").rglob("*") if file.is_file()]
    assert [file.name for file in kept if code.encode() in file.read_bytes()] == []
