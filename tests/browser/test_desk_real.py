"""The desk as a school runs it: real mail servers, the real `serve`, links from real mailboxes, a real browser."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser.real_desk import RealDesk, real_desk
from office import DSL, HEAD, OFFICE, form, school_folder
from playwright.sync_api import Browser
from servers.chromium import PHONE, WIDE, Seat, chromium
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from stories.test_real_servers import BOXES, TEACHER, Town
from sweeps import swept

pytestmark = [pytest.mark.chromium, pytest.mark.dovecot, pytest.mark.postfix]

HOW = {"wide": {"width": WIDE}, "phone without scripts": {"width": PHONE, "javascript": False}}
FREE = "Mr Okoro, Ada's father, has written on Facebook that Mr Lowell is a useless lazy clown. Can you look?"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for both ways."""
    with chromium() as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    """The example school with its mailboxes, its daemon and its desk."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES) as postfix:
        town = Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)
        with real_desk(town) as one:
            yield one


@pytest.mark.parametrize("way", swept(HOW, "phone without scripts"))
def test_a_school_at_work_on_real_servers(browser: Browser, desk: RealDesk, way: str) -> None:
    """From two emails in the mailbox to a letter that was posted and answered; nobody touches a command line."""
    with ExitStack() as stack:
        head, dsl, office = (
            stack.enter_context(Seat(browser, desk.start, **HOW[way]))  # type: ignore[arg-type]
            for _ in range(3)
        )
        desk.town.submit(TEACHER, "Form: online", form())
        approve(desk, head)
        desk.town.submit(TEACHER, "Something I saw", FREE)
        file_the_email(desk, dsl)
        post(desk, office)
        answer(office)
        for seat in (head, dsl, office):
            assert not seat.is_too_wide, seat.page.url
            assert seat.faults == []


def approve(desk: RealDesk, head: Seat) -> None:
    """From the approval email: its button, a link to sign in, the letter, the yes; signed in, that is two taps."""
    page = desk.button(HEAD, "approval")
    assert re.fullmatch(rf"{re.escape(desk.start)}/[a-z-]+/cases/2026-0001/letter", page)
    head.presses = 1
    head.open(page)
    desk.sign_in(head, HEAD)
    assert "useless lazy clown" in head.page.locator("main").text_content()  # type: ignore[operator]
    assert not head.is_too_wide
    head.press("Approve this letter")
    assert "approved" in head.text.casefold()
    assert head.presses == 5, "button, ask, follow, sign in, approve"


def file_the_email(desk: RealDesk, dsl: Seat) -> None:
    """The DSL signs in from the first page, reads what was told in free words, and opens a case of it."""
    dsl.open("/")
    desk.sign_in(dsl, DSL)
    desk.raw(DSL, "card")
    dsl.press("In-tray", within="nav")
    assert FREE in dsl.text
    dsl.choose("Mr Emeka Okoro")
    dsl.choose("comments about a member of staff")
    dsl.press("Open a case")
    assert "2026-0002" in dsl.text


def post(desk: RealDesk, office: Seat) -> None:
    """The office comes in by the email that says what is to be posted, and ticks it."""
    page = desk.button(OFFICE, "notice")
    office.open(page)
    desk.sign_in(office, OFFICE)
    assert "3 Kiln Lane" in office.text
    office.choose("Mr Ross Dunn")
    office.press("The ticked letters were posted")
    assert "No letter is waiting for the post" in office.text


def answer(office: Seat) -> None:
    """Mr Dunn rings the same day."""
    office.press("Cases", within="nav")
    office.press("2026-0001")
    office.press("Record an answer")
    office.choose("They removed what was asked for")
    office.choose("By phone")
    office.fill("What was said", "He has taken it down.")
    office.press("Record the answer")
    assert "The answer is recorded" in office.text
