"""The whole story as a school lives it: real mail servers, the real `serve`, links from real mailboxes, a browser.

A letter that was posted four weeks ago has had no answer. Three reports come in by SMTP; one is sorted, a draft is
read, sent back with words, edited in Word and uploaded, approved, posted and answered; the old one lapses and is
decided on; all is exported.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser import story_steps as steps
from browser.real_desk import RealDesk, posted_weeks_ago, real_desk, set_up
from browser.story_steps import People
from desk.terminal import Window
from office import DSL, HEAD, OFFICE, form, school_folder
from playwright.sync_api import Browser
from servers.chromium import PHONE, WIDE, Seat, chromium
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.town import BOXES, TEACHER, Town

from letterladder.ground.english import uk_date

pytestmark = [pytest.mark.chromium, pytest.mark.dovecot, pytest.mark.postfix]

HOW = {
    "wide": {"width": WIDE},
    "phone": {"width": PHONE},
    "phone without scripts": {"width": PHONE, "javascript": False},
    "keyboard": {"width": WIDE, "keyboard": True},
}
FREE = "Mr Okoro, Ada's father, has written on Facebook that Mr Lowell is a useless lazy clown. Can you look?"
GRAVE = (
    "Mr or Mrs Okoro, I am not sure which of them, has written on Facebook: wait till I see Mr Lowell outside, I will"
    " break his legs."
)
LAPSED, REPORTED = "2026-0001", "2026-0002"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all ways."""
    with chromium() as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    """The example school with its mailboxes, a letter that nobody answered, its daemon and its desk."""
    with Dovecot(*BOXES) as dovecot, Postfix(dovecot, *BOXES) as postfix:
        town = Town(folder=school_folder(tmp_path), dovecot=dovecot, postfix=postfix)
        start = set_up(town)
        posted_weeks_ago(town, "Mrs Poppy Vance", "Jude Vance, 1C")
        with real_desk(town, start) as one:
            yield one


@pytest.mark.sweep("stories/test_real_servers.py::test_the_main_job_on_real_servers")
@pytest.mark.parametrize("way", HOW)
def test_a_school_at_work_on_real_servers(browser: Browser, desk: RealDesk, tmp_path: Path, way: str) -> None:
    """From emails in the mailbox to the copy for a panel; nobody touches a command line, and everything fits."""
    with ExitStack() as stack:
        head, dsl, office = (
            stack.enter_context(Seat(browser, desk.start, **HOW[way]))  # type: ignore[arg-type]
            for _ in range(3)
        )
        people = People(head, dsl, office)
        desk.town.submit(TEACHER, "Form: online", form())
        change_the_letter(desk, people, tmp_path)
        desk.town.submit(TEACHER, "Please read now", GRAVE)
        sort_the_alarm(desk, people)
        approve(desk, people.head)
        desk.town.submit(TEACHER, "Something I saw", FREE)
        sort_free_words(desk, people.dsl)
        post(desk, people.office)
        end_what_was_answered(people)
        decide_what_lapsed(desk, people)
        assert steps.export(people) > 500
        people.look()
    told = Window(desk.town.folder).type("verify")
    assert told.code == 0, told.out + told.err


def sort_the_alarm(desk: RealDesk, people: People) -> None:
    """From the alert to the email that has it; the DSL has it, and opens a case, which stays stopped."""
    people.dsl.open(desk.button(DSL, "alert"))
    desk.sign_in(people.dsl, DSL)
    steps.sort_the_alarm(people, "Mrs Nkem Okoro", "break his legs")
    assert "2026-0003" in people.dsl.text


def sort_free_words(desk: RealDesk, dsl: Seat) -> None:
    """What was told in free words becomes a case too, by the button of its email."""
    dsl.open(desk.button(DSL, "card"))
    assert FREE in dsl.text
    dsl.choose("Mr Emeka Okoro")
    dsl.choose("comments about a member of staff")
    dsl.press("Open a case")
    assert "2026-0004" in dsl.text


def change_the_letter(desk: RealDesk, people: People, folder: Path) -> None:
    """The head comes in by the button of the approval email, the office by the one that says what the head wants."""
    page = desk.button(HEAD, "approval", f"/cases/{REPORTED}/")
    assert re.fullmatch(rf"{re.escape(desk.start)}/[a-z-]+/cases/{REPORTED}/letter", page)
    people.head.open(page)
    desk.sign_in(people.head, HEAD)
    steps.send_back(people)
    people.office.open("/")
    desk.sign_in(people.office, OFFICE)
    people.office.press("Change the letter")
    steps.edit_in_word(people, folder)


def approve(desk: RealDesk, head: Seat) -> None:
    """The email about the next version, its button, the yes: signed in, that is two taps."""
    desk.raw(HEAD, "approval", 3)
    head.open(desk.button(HEAD, "approval", f"/cases/{REPORTED}/"))
    before = head.presses
    assert steps.ADDED in head.page.locator("main").text_content()  # type: ignore[operator]
    assert not head.is_too_wide
    head.press("Approve this letter")
    assert "approved" in head.text.casefold()
    assert head.presses - before == 1, "and the button of the email"


def post(desk: RealDesk, office: Seat) -> None:
    """The email that says what is to be posted leads to the list, where it is ticked."""
    office.open(desk.button(OFFICE, "notice", "/to-post"))
    assert "3 Kiln Lane" in office.text
    steps.post(office, "Mr Ross Dunn")


def end_what_was_answered(people: People) -> None:
    """Mr Dunn rings the same day; the head ends the case."""
    steps.answer(people, REPORTED)
    people.head.open("/")
    people.head.press("Decide what comes next", within=f"main li:has-text('{REPORTED}')")
    steps.decide(people, "No further action", "Removed at once, with an apology.")
    assert "closed" in people.head.text.casefold()


def decide_what_lapsed(desk: RealDesk, people: People) -> None:
    """That the old letter's time was over the daemon found in its first round; the email's button leads there."""
    head = people.head
    head.open(desk.button(HEAD, "decision", f"/cases/{LAPSED}"))
    assert re.search(
        rf"{uk_date(desk.day)} at \d\d:\d\d The time to answer [^.]+ without an answer", head.text
    )
    steps.decide(people, "Invitation", "No answer; talk before anything else.")
    assert "Invitation" in head.text
