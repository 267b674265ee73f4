"""Whoever is told of something in their name answers STOP: the case stops, and what was approved does not count."""

from pathlib import Path

import pytest
from office import BOX, DEPUTY, DSL, DUNN_MAIL, HEAD, OFFICE, Rehearsal, edited, pressed
from prepared import reported_school

from letterladder.rules.mails.reply_words import says_stop
from letterladder.rules.words import HoldFor
from letterladder.workflows.answering import release_hold
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed
from letterladder.workflows.telling_signers import tell_signers

REF = "2026-0001"


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """Somebody approved L1 in the head's name; it is in the print tray, and she was told."""
    school = reported_school(tmp_path)
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    school.round()
    assert school.letters() == ["L1.1 posting"]
    return school


def answers(school: Rehearsal, text: str, *, sender: str = HEAD, by_id: bool = True, **headers: str) -> None:
    """Somebody answers the receipt; a round follows."""
    receipt = school.newest("signed", REF)
    _, subject, _ = pressed(next(link for link in receipt.links if link.endswith("STOP")))
    more = {"in_reply_to": receipt.message_id, **headers} if by_id else headers
    school.deliver(school.write(sender, f"Re: {subject}", text, **more))
    school.round()


def tray(school: Rehearsal) -> list[str]:
    return [file.name for file in (school.folder / "data" / "outbox" / "to-post").glob("*.docx")]


def stops_told(school: Rehearsal) -> list[set[str]]:
    """To whom the news went."""
    return [set(mail.to) for mail in school.sent_mails() if "this was not them" in mail.subject]


def test_the_receipt_says_how_to_stop(school: Rehearsal) -> None:
    """In words, and by a button that writes the email."""
    receipt = school.newest("signed", REF)
    assert "answer this email with the one word STOP" in " ".join(receipt.text.split())
    assert any(link.startswith(f"mailto:{BOX}") and link.endswith("STOP") for link in receipt.links)


@pytest.mark.parametrize("by_id", [True, False])
@pytest.mark.parametrize("text", ["STOP", "Stop!\n\nAnita Hollis", "That was not me, please look into it."])
def test_an_answer_holds_the_case(text: str, by_id: bool, school: Rehearsal) -> None:
    """Also from a fresh email with the subject; the letter is out of the tray, and those in charge hear of it."""
    answers(school, text, by_id=by_id)
    assert (school.case().hold, tray(school)) == (HoldFor.SIGNER, [])
    assert stops_told(school) == [{DSL, DEPUTY, OFFICE, HEAD}]


def test_what_was_approved_counts_no_more_after_a_release(tmp_path: Path) -> None:
    """An approval before it lay in the tray is void at once; the head is asked again, with another code."""
    school = reported_school(tmp_path)
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    tell_signers(school.office, REF)
    school.office.outbox.send(next(one for one in school.office.queue.waiting() if one.kind == "signed"))
    answers(school, "STOP")
    assert school.letters() == ["L1.1 void"]
    release_hold(school.office, school.case(), "she rang", by="Miss Treadwell")
    school.round()
    assert school.letters()[-1] == "L1.2 drafted"


def test_a_letter_that_lay_in_the_tray_is_asked_about(school: Rehearsal) -> None:
    """It may be in an envelope: after the release it is not there again, and somebody says what became of it."""
    answers(school, "STOP")
    release_hold(school.office, school.case(), "she rang", by="Miss Treadwell")
    school.round()
    assert tray(school) == []
    assert school.in_hand().unsure


@pytest.mark.parametrize("sender", [OFFICE, "a.hollis@freemail.example", DUNN_MAIL])
def test_nobody_else_stops_it(sender: str, school: Rehearsal) -> None:
    """Whoever answers a receipt that was not theirs holds nothing; two people hear of it, and why."""
    answers(school, "STOP", sender=sender)
    assert school.case().hold is None
    assert stops_told(school)[0] >= {DSL, DEPUTY}
    assert "did not come from the address that was told" in " ".join(
        school.newest("notice", REF).text.split()
    )


def test_the_adult_who_writes_stop_is_no_signer(school: Rehearsal) -> None:
    """The mark of the case is in our letters: without the receipt itself it is a parent's email like another."""
    answers(school, "STOP writing to me!", sender=DUNN_MAIL, by_id=False)
    assert (school.case().hold, stops_told(school)) == (None, [])


def test_a_forged_sender_stops_nothing(school: Rehearsal) -> None:
    """The mail server says so; those in charge hear of it."""
    answers(school, "STOP", authentication_results="mx.example; dmarc=fail header.from=larkfield.example")
    assert (school.case().hold, len(stops_told(school))) == (None, 1)


def test_a_machine_stops_nothing(school: Rehearsal) -> None:
    """An absence note that quotes nothing of ours, and says that somebody did not read it."""
    answers(school, "I did not read your email. I am away until Monday.", auto_submitted="auto-replied")
    assert (school.case().hold, stops_told(school)) == (None, [])


def test_the_same_answer_twice_holds_once(school: Rehearsal) -> None:
    """And one on a case that is on hold already changes nothing but is told."""
    answers(school, "STOP")
    answers(school, "STOP", references="<another@larkfield.example>")
    lines = [one for one in school.office.cases.read(REF) if type(one.event).__name__ == "HoldPlaced"]
    assert len(lines) == 1


def test_stopping_is_open_where_emails_approve_nothing(tmp_path: Path) -> None:
    """To stop is no approval."""
    school = reported_school(tmp_path)
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    school.round()
    edited(school.folder, ("[people.head]", '[approval]\nby = ["desk"]\n\n[people.head]'))
    answers(school, "STOP")
    assert school.case().hold is HoldFor.SIGNER


def test_a_release_is_told_and_stopped_too(school: Rehearsal) -> None:
    """Whoever releases in the DSL's name is no safer than whoever approves in the head's."""
    answers(school, "STOP")
    release_hold(school.office, school.case(), "all is well", by="Miss Treadwell")
    school.round()
    receipt = school.newest("signed", REF)
    assert (receipt.to, "released: the hold of the case" in receipt.text) == ((DSL,), True)
    answers(school, "STOP", sender=DSL)
    assert school.case().hold is HoldFor.SIGNER


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (True, "STOP"),
        (True, "stop."),
        (True, "Please stop\nthanks"),
        (True, "I didn\u2019t approve this."),
        (True, "This wasn't me"),
        (False, "Thank you, that was me."),
        (False, "OK\n\n> answer this email with the one word STOP"),
        (False, ""),
    ],
)
def test_what_stops(said: bool, text: str) -> None:
    """The word, and what people write instead; never what they only quote."""
    assert says_stop(text) is said
