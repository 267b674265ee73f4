"""The main job against a real Dovecot and a real Postfix, set up as a school would set them up."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import BOX, DSL, HEAD, THREAT, NoPdf, form, pressed, school_folder
from servers.cutting_proxy import CuttingProxy
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.town import BOXES, DEPUTY, TEACHER, Town
from sweeps import each

from letterladder.ground.values import replace
from letterladder.rules.mails.mail_rows import count_verdicts
from letterladder.rules.words import Verdict
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.office import Office
from letterladder.workflows.rounds import run_round


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Mailboxes for the people of the example school, all empty."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES) as postfix:
        yield Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)


def adds_up(office: Office) -> bool:
    """The emails on the server, taken ones included, are as many as those with a verdict."""
    rows = [row for row in rows_of(office).values() if row.judged]
    return office.inbox.count() == len(rows) == sum(count_verdicts(rows).values())


@pytest.mark.postfix
@pytest.mark.dovecot
def test_the_main_job_on_real_servers(town: Town) -> None:
    """A report comes in over SMTP and IMAP, the head's approval goes the same way, the letter is in the tray."""
    office = replace(town.office(), pdf=NoPdf())
    town.submit(TEACHER, "Form: online", form())
    town.wait_for(BOX, 1)
    tally = run_round(office)
    assert (tally.problems, tally.verdicts[Verdict.OPENED], tally.drafted) == ([], 1, 1)
    asked = town.got(HEAD, "approval")
    _, subject, text = pressed(asked.links[0])
    town.submit(HEAD, subject, text)
    town.wait_for(BOX, 1)
    assert run_round(office).approved == 1
    assert [str(letter.status) for letter in office.case("2026-0001").letters] == ["posting"]
    assert adds_up(office)


@pytest.mark.postfix
@pytest.mark.dovecot
def test_taken_mails_are_moved_and_none_is_lost(town: Town) -> None:
    """Reports of three kinds and a thank-you: all leave the inbox for Letterladder/Taken, each with a verdict."""
    office = replace(town.office(), pdf=NoPdf())
    town.submit(TEACHER, "Form: online", form())
    town.submit(TEACHER, "Form: online", form("Mr Emeka Okoro", "Ada Okoro, 2A", THREAT))
    town.submit(TEACHER, "seen online", "Somebody said something about somebody.")
    town.wait_for(BOX, 3)
    run_round(office)
    with town.dovecot.login(BOX) as client:
        left = client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"]
    assert (left, office.inbox.count(), adds_up(office)) == (0, 3, True)
    assert town.got(DSL, "alert").to == (DSL, DEPUTY)


@pytest.mark.postfix
@pytest.mark.dovecot
def test_a_wrong_password_is_said_and_stops_nothing_else(town: Town) -> None:
    """The round says whose password is refused; with the right one the email is there."""
    town.submit(TEACHER, "Form: online", form())
    town.wait_for(BOX, 1)
    tally = run_round(town.office(password="mistyped"))
    words = " ".join(problem.what for problem in tally.problems)
    assert (tally.world_failed, f"the password of {BOX}" in words) == (True, True)
    assert run_round(replace(town.office(), pdf=NoPdf())).verdicts[Verdict.OPENED] == 1


@pytest.mark.postfix
@pytest.mark.dovecot
@pytest.mark.parametrize("cut_after", each(3, [6_000, 3_000, 12_000]))
def test_a_server_that_goes_away_in_the_middle_loses_nothing(cut_after: int, town: Town) -> None:
    """The link is cut while emails are fetched; the next round takes the rest, and none twice."""
    for number in range(6):
        town.dovecot.deliver(
            BOX, f"From: {TEACHER}\nSubject: {number}\n\n{'words ' * 400}{number}\n".encode()
        )
    with CuttingProxy(town.dovecot.imaps_port, cut_after=cut_after) as proxy:
        tally = run_round(town.office(port=proxy.port))
    assert tally.world_failed
    office = town.office()
    run_round(office)
    assert (len(rows_of(office)), adds_up(office)) == (6, True)
