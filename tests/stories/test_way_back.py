"""The way back of our emails on real servers: `check --answers` as it is typed, and a letter that comes back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import BOX, DUNN_MAIL, HEAD, QuickPdf, edited, form, pressed, school_folder
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.town import BOXES, LETTERS, TEACHER, Town

from letterladder.config.settings import load_settings
from letterladder.desk.checking_answers import problems_of_answers
from letterladder.ground.values import replace
from letterladder.mailbox.imap_inbox import ImapInbox
from letterladder.rules.words import Verdict
from letterladder.workflows.rounds import run_round

pytestmark = [pytest.mark.postfix, pytest.mark.dovecot]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A sending account that may use every address of the school; Mr Dunn's mailbox is no longer there."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES, DUNN_MAIL) as postfix:
        yield Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)


@pytest.fixture
def strict_town(tmp_path: Path) -> Iterator[Town]:
    """A server that lets only the safeguarding mailbox itself send as that."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES, own=(BOX,)) as postfix:
        yield Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)


def answers(terminal: Terminal) -> tuple[int, list[str]]:
    """Type `check --answers`; its exit code and what it says of the way back."""
    said = terminal.type("check", "--answers", "--json")
    found = [one for one in said.json["problems"] if one["where"] == "answers"]
    return said.code, [f"{one['what']} {one['what_to_do']}" for one in found]


def test_the_way_back_as_it_is_typed(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """It says nothing of a way that leads there; the email is in the mailbox with the address it comes back to."""
    town.set_up()
    code, found = answers(Terminal(town.folder, capsys))
    assert (code, found) == (0, [])
    assert [mail.kind for mail in town.mails_of(BOX)] == ["watch"]


def test_a_round_counts_the_email_of_the_test_and_opens_nothing(town: Town) -> None:
    """It is ours; also after a round has put it aside it is found."""
    office = town.office()
    assert problems_of_answers(load_settings(town.folder), office, "one") == []
    assert run_round(office).verdicts[Verdict.OPENED] == 0
    assert isinstance(office.inbox, ImapInbox)
    assert office.inbox.came_back(f"<office.answers.one@{LETTERS.partition('@')[2]}>") == BOX


def test_a_server_that_refuses_the_address_still_sends_and_it_is_said(
    strict_town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    """Postfix says no at the recipient; the email comes once, and `check` says where it would come back."""
    strict_town.set_up()
    code, found = answers(Terminal(strict_town.folder, capsys))
    assert (code, len(found)) == (2, 1)
    assert (
        f"What cannot be delivered comes back to {LETTERS}, and {BOX} is the mailbox that is read" in found[0]
    )
    assert "not owned by user" in found[0]
    assert f"Let the sending account send as {BOX}" in found[0]
    assert len(strict_town.mails_of(BOX)) == 1
    with strict_town.dovecot.login(BOX) as client:
        client.select_folder("INBOX", readonly=True)
        head = client.fetch(client.search(), ["BODY.PEEK[HEADER]"]).popitem()[1][b"BODY[HEADER]"]
    assert f"Return-Path: <{LETTERS}>".encode() in head


def test_an_address_that_leads_elsewhere_is_said(town: Town) -> None:
    """The safeguarding address of school.toml is that of a mailbox nobody reads."""
    office = town.office()
    settings = load_settings(town.folder)
    elsewhere = replace(settings, school=replace(settings.school, safeguarding_mailbox=TEACHER))
    found = problems_of_answers(elsewhere, office, "two", pause=lambda _: None)
    assert [("did not arrive" in one.what) for one in found] == [True]


def test_a_letter_to_an_address_that_does_not_exist_comes_back_to_its_case(town: Town) -> None:
    """Postfix returns it to the mailbox that is read; the letter counts as not delivered, and no clock runs on."""
    edited(town.folder, ('method = "first-class"', 'method = "mail"'))
    office = replace(town.office(), pdf=QuickPdf())
    town.submit(TEACHER, "Form: online", form())
    town.wait_for(BOX, 1)
    run_round(office)
    _, subject, text = pressed(town.got(HEAD, "approval").links[0])
    town.submit(HEAD, subject, text)
    town.wait_for(BOX, 1)
    assert run_round(office).approved == 1
    town.clock.turn_to(date(2026, 11, 3))
    assert run_round(office).posted == 1
    town.wait_for(BOX, 1)
    assert run_round(office).verdicts[Verdict.BOUNCE] == 1
    letter = office.case("2026-0001").last_posted
    assert letter is not None
    assert letter.undelivered
