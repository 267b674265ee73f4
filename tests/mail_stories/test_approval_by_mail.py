"""An approval by email fails safe.

Forged senders, forwarded copies, edited letters, an approver who does not answer.
"""

from email.message import EmailMessage
from pathlib import Path

import pytest
from office import ALTERNATE, BOX, HEAD, OFFICE, Rehearsal, an_office, edited, pressed
from prepared import reported_school
from stories.test_edited_letters import rewritten

from letterladder.config.paths import shipped_policy
from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.rules.cases.events import LetterApproved
from letterladder.rules.office.orders import DraftLetter
from letterladder.workflows.acts import on_letters

PASS = "mx.larkfield.example; dmarc=pass header.from=larkfield.example"
FAIL = (
    "mx.larkfield.example; spf=fail smtp.mailfrom=larkfield.example; dmarc=fail header.from=larkfield.example"
)


def asked(tmp_path: Path, *changes: tuple[str, str]) -> Rehearsal:
    """A school whose head has the first letter for approval."""
    school = reported_school(tmp_path)
    edited(school.folder, *changes)
    return replace(an_office(tmp_path), numbers=school.numbers)


def answer(school: Rehearsal, *lines: str, subject: str = "", headers: tuple[str, ...] = ()) -> None:
    """The head answers the newest approval email; `CODE` stands for its code; `headers` are on top of the email."""
    _, named, text = pressed(school.newest("approval", "2026-0001").links[0])
    code = text.split()[1]
    words = "\n".join(lines).replace("CODE", code)
    head = "".join(f"Authentication-Results: {one}\n" for one in headers)
    school.deliver(f"{head}From: {HEAD}\nTo: {BOX}\nSubject: {subject or named}\n\n{words}\n".encode())
    school.round()


def with_file(school: Rehearsal, words: str, *files: tuple[str, bytes], sender: str = HEAD) -> None:
    """The head answers with Word files attached."""
    _, named, text = pressed(school.newest("approval", "2026-0001").links[0])
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, BOX, named
    message.set_content(words.replace("CODE", text.split()[1]))
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    school.deliver(message.as_bytes())
    school.round()


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("approved", (PASS,)),
        ("drafted", ()),
        ("drafted", (FAIL,)),
        ("drafted", (FAIL, PASS)),
        ("drafted", ("mx.elsewhere.example; dmarc=pass header.from=larkfield.example",)),
        ("drafted", ("mx.larkfield.example; dmarc=pass header.from=elsewhere.example",)),
        ("drafted", ("mx.larkfield.example; none",)),
        ("drafted", ("spf=pass smtp.mailfrom=larkfield.example",)),
    ],
)
def test_only_the_topmost_word_of_our_own_server_counts(
    status: str, headers: tuple[str, ...], tmp_path: Path
) -> None:
    """With authserv_id set, an approval needs a pass for the approver's domain, said by that server, on top."""
    name = ('# authserv_id = "mx.larkfield.example"', 'authserv_id = "mx.larkfield.example"')
    school = asked(tmp_path, name)
    answer(school, "APPROVE CODE", headers=headers)
    assert ("LetterApproved" in school.kinds()) == (status == "approved")


def test_people_are_told_why_a_forged_approval_was_not_taken(tmp_path: Path) -> None:
    """Head and office hear it; without authserv_id a clear failure is enough."""
    school = asked(tmp_path)
    answer(school, "APPROVE CODE", headers=(FAIL,))
    told = school.newest("notice", "2026-0001")
    assert (told.to, "LetterApproved" in school.kinds()) == ((HEAD, OFFICE), False)
    assert "forged" in told.text


def test_a_forwarded_copy_approves_nothing(tmp_path: Path) -> None:
    """Even from the approver's own address and with the right words."""
    school = asked(tmp_path)
    answer(school, "APPROVE CODE", subject="FW: [2026-0001] approval")
    assert school.letters() == ["L1.1 drafted"]
    assert "forwarded" in school.newest("notice", "2026-0001").text


def test_a_machine_approves_nothing(tmp_path: Path) -> None:
    """An automatic reply from the head's address, whatever it says."""
    school = asked(tmp_path)
    code = pressed(school.newest("approval", "2026-0001").links[0])[2].split()[1]
    school.write(HEAD, "Automatic reply: approval", f"APPROVE {code}", Auto_Submitted="auto-replied")
    school.round()
    assert school.letters() == ["L1.1 drafted"]


@pytest.mark.parametrize("words", ["RETURN CODE", "CODE", "APPROVE CODE", "RETURN CODE\nSee attached."])
def test_an_edited_letter_is_a_new_version_that_needs_its_own_approval(words: str, tmp_path: Path) -> None:
    """Whatever the email says beside it, nothing is approved by it; the new version is asked about with a new code."""
    school = asked(tmp_path)
    first = school.newest("approval", "2026-0001").message_id
    changed = another_letter(school)
    with_file(school, words, ("L1 edited.docx", changed))
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert "put this right with you" in school.letter_text()
    assert school.newest("approval", "2026-0001").message_id != first


def test_the_letter_sent_back_unchanged_is_no_edit(tmp_path: Path) -> None:
    """Some email programs attach the original to a reply; the approval counts."""
    school = asked(tmp_path)
    same = school.office.cases.file("2026-0001", school.in_hand().file)
    with_file(school, "APPROVE CODE", ("letter.docx", same))
    assert "LetterApproved" in school.kinds()


def test_an_edited_letter_from_another_address_changes_nothing(tmp_path: Path) -> None:
    """The code alone does not let a stranger rewrite a letter."""
    school = asked(tmp_path)
    with_file(school, "RETURN CODE", ("letter.docx", another_letter(school)), sender="x@elsewhere.example")
    assert school.letters() == ["L1.1 drafted"]


@pytest.mark.parametrize("files", [(("a.docx", b"no Word file"),), (("a.docx", b"one"), ("b.docx", b"two"))])
def test_a_file_that_is_no_single_letter_changes_nothing(
    files: tuple[tuple[str, bytes], ...], tmp_path: Path
) -> None:
    """The draft stays, and head and office are told."""
    school = asked(tmp_path)
    with_file(school, "RETURN CODE", *files)
    assert school.letters() == ["L1.1 drafted"]
    assert school.newest("notice", "2026-0001").to == (HEAD, OFFICE)


def another_letter(school: Rehearsal) -> bytes:
    """The draft with another sentence, as somebody saves it from Word."""
    return rewritten(school, ("sort this out together", "put this right with you"))


def signed_by(folder: Path, role: str) -> None:
    """The school's own policy has this role sign the first letter."""
    text = shipped_policy("model").read_text(encoding="utf-8")
    own = text.replace("[steps.L1]\n", f'[steps.L1]\nsigner = "{role}"\n')
    (folder / "ours.toml").write_text(own, encoding="utf-8")
    edited(folder, ('file = "model"', 'file = "ours.toml"'))


def unanswered(tmp_path: Path, signer: str = "") -> Rehearsal:
    """The head has not answered for five school days; drafts went out of date and were rebuilt meanwhile."""
    school = asked(tmp_path)
    if signer:
        signed_by(school.folder, signer)
        school = replace(an_office(tmp_path), numbers=school.numbers)
        school.round()
    for day in ("2026-11-03", "2026-11-05", "2026-11-06"):
        school.day(day)
        assert school.newest("approval", "2026-0001").to == (HEAD,)
    school.day("2026-11-09")
    return school


def test_the_alternate_is_asked_after_five_school_days(tmp_path: Path) -> None:
    """Monday to Monday: with a code of their own, once, and the letter is printed again in their name."""
    school = unanswered(tmp_path)
    mails = [one for one in school.sent_mails() if one.kind == "approval" and one.to == (ALTERNATE,)]
    assert len(mails) == 1
    assert "has not answered, so it is printed again in the name of Mr Peter Quayle" in mails[0].text
    assert [code.approver for code in school.in_hand().codes] == ["alternate"]
    assert "Mr Peter Quayle" in school.letter_text()
    assert "Mrs Anita Hollis" not in school.letter_text()


def approvers(school: Rehearsal) -> list[str]:
    """The roles in which letters of the case were approved."""
    approvals = [
        one.event for one in school.office.cases.read("2026-0001") if isinstance(one.event, LetterApproved)
    ]
    return [one.approver for one in approvals]


@pytest.mark.parametrize(("sender", "taken"), [(HEAD, []), (ALTERNATE, ["alternate"])])
def test_a_letter_bears_the_name_of_who_approves_it(sender: str, taken: list[str], tmp_path: Path) -> None:
    """The first code was for a letter in the head's name, and does not count for one in another name."""
    school = unanswered(tmp_path)
    mails = [one for one in school.sent_mails() if one.kind == "approval"]
    found = next(one for one in reversed(mails) if one.to == (sender,))
    school.press(found.links[0], sender)
    school.round()
    assert approvers(school) == taken


@pytest.mark.parametrize(("sender", "role"), [(HEAD, "head"), (ALTERNATE, "alternate")])
def test_either_may_approve_what_another_signs(sender: str, role: str, tmp_path: Path) -> None:
    """The policy has the deputy sign it, whoever approves it: the letter stays as it is, and so does the first code."""
    school = unanswered(tmp_path, signer="deputy")
    assert "Mr Imran Sadiq" in school.letter_text()
    mails = [one for one in school.sent_mails() if one.kind == "approval"]
    found = next(one for one in reversed(mails) if one.to == (sender,))
    school.press(found.links[0], sender)
    school.round()
    assert approvers(school) == [role]


def test_a_head_who_answers_after_all_asks_for_the_letter_once(tmp_path: Path) -> None:
    """It is printed again in the head's name, the head is asked, and the alternate not before five days have passed."""
    school = unanswered(tmp_path)
    on_letters.draft(school.office, DraftLetter(ref="2026-0001", by="Mrs Hollis", way="desk"))
    school.day("2026-11-10")
    assert "Mrs Anita Hollis" in school.letter_text()
    assert school.newest("approval", "2026-0001").to == (HEAD,)
    assert [code.approver for code in school.in_hand().codes] == ["head"]
    school.head_approves()
    assert approvers(school) == ["head"]


def test_nobody_else_takes_the_letter_from_the_alternate(tmp_path: Path) -> None:
    """The office may have it drafted again, in the name of who was asked; a typed name proves nothing."""
    school = unanswered(tmp_path)
    on_letters.draft(school.office, DraftLetter(ref="2026-0001", by="Mrs Binns", way="desk"))
    assert "Mr Peter Quayle" in school.letter_text()
    real = replace(school.office, rehearsal=False)
    with pytest.raises(Refused, match="sign-in"):
        on_letters.draft(real, DraftLetter(ref="2026-0001", by="Mrs Hollis"))
    assert "Mr Peter Quayle" in school.letter_text()


def test_the_alternates_code_is_for_the_alternate_alone(tmp_path: Path) -> None:
    """The head cannot use it, nor the other way round."""
    school = unanswered(tmp_path)
    theirs = [one for one in school.sent_mails() if one.kind == "approval" and one.to == (ALTERNATE,)]
    school.press(theirs[0].links[0], HEAD)
    school.round()
    assert "LetterApproved" not in school.kinds()


def test_nobody_else_is_asked_once_the_head_has_answered(tmp_path: Path) -> None:
    """A returned draft waits for the office, not for an approver."""
    school = asked(tmp_path)
    school.head_returns("Please say which post.")
    for day in ("2026-11-09", "2026-11-16"):
        school.day(day)
    assert not any(one.to == (ALTERNATE,) for one in school.sent_mails())


@pytest.mark.parametrize("subject", ["Re: your letter", "Re: [2026-0001] approval"])
def test_a_code_counts_only_in_an_answer_to_the_case_that_it_was_sent_for(
    subject: str, tmp_path: Path
) -> None:
    """Whoever read the code elsewhere has not the email that brought it; a reference alone anybody can type."""
    school = asked(tmp_path)
    answer(school, "APPROVE CODE", subject=subject)
    told = school.newest("notice", "2026-0001")
    assert school.letters() == ["L1.1 drafted"]
    assert "does not answer the email that brought the code" in told.text


def test_a_code_of_another_case_counts_for_nothing(tmp_path: Path) -> None:
    """In an answer to the email about the second case, the code of the first."""
    school = asked(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    _, other, _ = pressed(school.newest("approval", "2026-0002").links[0])
    answer(school, "APPROVE CODE", subject=other)
    assert "LetterApproved" not in school.kinds()
    assert "another case" in school.newest("notice", "2026-0002").text
