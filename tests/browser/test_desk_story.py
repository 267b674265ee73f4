"""A newcomer's whole story in the demo's desk, in a real browser: wide, on a phone, without JavaScript, by keyboard.

Three reports come in, one is sorted, a draft is read, sent back with words, edited in Word and uploaded, approved,
posted, answered; another lapses, is decided on, and the cases are exported.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.desk_demo import DemoDesk, demo_desk, demo_folder
from docx import Document
from playwright.sync_api import Browser
from servers.chromium import PHONE, WIDE, Seat, chromium
from sweeps import swept

pytestmark = pytest.mark.chromium


@dataclass(slots=True)
class People:
    """Head, DSL and office, each in front of a window of their own."""

    head: Seat
    dsl: Seat
    office: Seat
    checks: bool = False

    @property
    def all(self) -> tuple[Seat, ...]:
        """All three."""
        return (self.head, self.dsl, self.office)

    def look(self, *seats: Seat) -> None:
        """What each of these pages must be: not too wide, and without a fault of the script."""
        for seat in seats or self.all:
            assert not seat.is_too_wide, seat.page.url
            assert seat.faults == []
            if self.checks:
                assert seat.findings() == [], seat.page.url


@contextmanager
def seated(browser: Browser, desk: DemoDesk, *, checks: bool = False, **how: object) -> Iterator[People]:
    """The three of them, signed in by the links that the command printed."""
    with ExitStack() as stack:
        seats = [stack.enter_context(Seat(browser, desk.start, **how)) for _ in range(3)]  # type: ignore[arg-type]
        for seat, role in zip(seats, ("Headteacher", "Safeguarding", "Office"), strict=True):
            seat.open(desk.link(role))
            seat.press("Sign in")
        head, dsl, office = seats
        yield People(head, dsl, office, checks)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all stories."""
    with chromium() as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DemoDesk]:
    """The demo's desk, before anything happened."""
    with demo_desk(demo_folder(tmp_path / "demo-school")) as one:
        yield one


HOW = {
    "wide": {"width": WIDE},
    "phone": {"width": PHONE},
    "no-script": {"width": WIDE, "javascript": False},
    "keyboard": {"width": WIDE, "keyboard": True},
}


@pytest.mark.parametrize("way", swept(HOW, "wide", "no-script"))
def test_the_whole_story_in_a_browser(browser: Browser, desk: DemoDesk, tmp_path: Path, way: str) -> None:
    """The same steps by every way of sitting in front of it; where scripts run, axe finds nothing on the way."""
    with seated(browser, desk, checks=way in {"wide", "phone"}, **HOW[way]) as people:
        reports_come_in(people)
        sort_the_alarm(people)
        send_back(people)
        edit_in_word(people, tmp_path)
        approve_and_post(people)
        answer(people)
        lapse_and_decide(people)
        export(people)


def reports_come_in(people: People) -> None:
    """Three reports: one is drafted, an alarm waits for the DSL, one is for whoever sorts the in-tray."""
    people.dsl.press("Let time pass", within="body")
    people.dsl.press("Let three reports come in")
    assert "Danger" in people.dsl.text
    people.head.open("/")
    assert "Read and decide" in people.head.text
    people.office.open("/")
    assert "1 email in the in-tray" in people.office.text
    people.look()


def sort_the_alarm(people: People) -> None:
    """The DSL has it, opens a case about Mr Reid, and comes to the next email, which is put aside."""
    dsl = people.dsl
    dsl.press("Read it now")
    assert "break his legs" in dsl.text
    people.look(dsl)
    dsl.press("I have it")
    dsl.choose("Mr Callum Reid")
    dsl.choose("words that the school takes as a threat")
    dsl.press("Open a case, and stop it for now")
    assert "2026-0002" in dsl.text
    dsl.open("/")
    dsl.press("Read and sort")
    people.look(dsl)
    dsl.press("Nothing to do")
    dsl.choose("It is dealt with already")
    dsl.press("Put it aside")
    assert "The in-tray is empty" in dsl.text


def send_back(people: People) -> None:
    """The head reads the draft page by page and sends it back with words."""
    head = people.head
    head.press("Read and decide")
    assert "useless lazy clown" in head.page.locator("main").text_content()  # type: ignore[operator]
    people.look(head)
    head.fill("What should change?", "Please say that the office can help by telephone.")
    head.press("Send it back", within="main form[action$='send-back']")
    people.office.open("/")
    assert "Change the letter" in people.office.text


def edit_in_word(people: People, folder: Path) -> None:
    """The office takes the Word file, adds a sentence, and uploads it: what changed is shown."""
    office = people.office
    office.press("Change the letter")
    people.look(office)
    office.press("Request to remove online content")
    with office.page.expect_download() as waiting:
        office.press("Download the Word file")
    path = folder / "letter.docx"
    waiting.value.save_as(path)
    letter = Document(str(path))
    next(one for one in letter.paragraphs if len(one.text) > 80).add_run(" The office can help by telephone.")
    letter.save(str(path))
    office.attach("Edit it, then upload it here", path)
    office.press("Upload the edited letter")
    assert "version 2" in office.text.casefold()
    assert "The office can help by telephone." in office.text


def approve_and_post(people: People) -> None:
    """From Today to the letter to the yes; then the office ticks it in the list of what to post."""
    head, office = people.head, people.office
    head.open("/")
    before = head.presses
    head.press("Read and decide")
    head.press("Approve this letter")
    assert head.presses - before == 2
    assert "approved" in head.text.casefold()
    head.press("Let time pass", within="body")
    head.press("One round of the daemon")
    office.open("/")
    office.press("Post it")
    people.look(office)
    assert "Somerby" in office.text
    office.choose("Mr Grant Somerby")
    office.press("The ticked letters were posted")
    assert "No letter is waiting for the post" in office.text


def answer(people: People) -> None:
    """Mr Somerby rings: he has removed it; the head ends the case."""
    office, head = people.office, people.head
    office.press("Cases", within="nav")
    office.press("2026-0001")
    office.press("Record an answer")
    people.look(office)
    office.choose("They removed what was asked for")
    office.choose("By phone")
    office.fill("What was said", "He has taken it down and says sorry.")
    office.press("Record the answer")
    head.open("/")
    head.press("Decide what comes next")
    people.look(head)
    head.press("Decide what comes next")
    head.choose("No further action")
    head.fill("Why", "Removed at once, with an apology.")
    head.press("Decide")
    assert "closed" in head.text.casefold()


def lapse_and_decide(people: People) -> None:
    """A second parent never answers: the date passes, and the head is asked what comes next."""
    dsl, head, office = people.dsl, people.head, people.office
    dsl.press("New report", within="nav")
    people.look(dsl)
    dsl.fill("Who told you", "Beth Aldous")
    dsl.fill("Parent or carer", "Mr Desmond Catterick")
    dsl.fill("Pupil", "Toby Catterick, 4K")
    dsl.fill("Where online", "Facebook, his own page, public")
    dsl.fill("Posted on", "1 November 2026")
    dsl.fill("What was posted, said or done", '"Mr Lowell is a useless lazy clown and should be sacked."')
    dsl.press("Take it in")
    found = re.search(r"2026-\d{4}", dsl.text)
    assert found, dsl.text
    head.open("/")
    head.press("Read and decide")
    head.press("Approve this letter")
    head.press("Let time pass", within="body")
    head.press("One round of the daemon")
    office.press("To post", within="nav")
    office.choose("Mr Desmond Catterick")
    office.press("The ticked letters were posted")
    for _ in range(2):
        head.press("Let time pass", within="body")
        head.press("A week later")
    assert found[0] in head.text
    head.press("Decide what comes next")
    head.press("Decide what comes next")
    head.choose("Invitation")
    head.fill("Why", "No answer; talk before anything else.")
    head.press("Decide")


def export(people: People) -> None:
    """The DSL takes a copy of everything for a panel."""
    dsl = people.dsl
    dsl.press("Register", within="nav")
    people.look(dsl)
    dsl.choose("A panel")
    dsl.fill("What is it for?", "The hearing on 12 December")
    dsl.press("Make the copy")
    for _ in range(60):
        if "is ready" in dsl.text:
            break
        dsl.page.wait_for_timeout(500)
        dsl.page.reload()
    people.look(dsl)
    with dsl.page.expect_download() as waiting:
        dsl.press("Download")
    assert waiting.value.path().stat().st_size > 500
