"""A newcomer's whole story in the demo's desk, in a real browser: wide, on a phone, without JavaScript, by keyboard.

Three reports come in, one is sorted, a draft is read, sent back with words, edited in Word and uploaded, approved,
posted, answered; another lapses, is decided on, and the cases are exported.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from browser import story_steps as steps
from browser.desk_demo import DemoDesk, demo_desk, demo_folder
from browser.story_steps import People
from playwright.sync_api import Browser
from servers.chromium import PHONE, WIDE, Seat, chromium

pytestmark = pytest.mark.chromium


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


@pytest.mark.sweep("desk/web/test_letter.py::test_it_is_sent_back_with_words")
@pytest.mark.parametrize("way", HOW)
def test_the_whole_story_in_a_browser(browser: Browser, desk: DemoDesk, tmp_path: Path, way: str) -> None:
    """The same steps by every way of sitting in front of it; where scripts run, axe finds nothing on the way."""
    with seated(browser, desk, checks=way in {"wide", "phone"}, **HOW[way]) as people:
        reports_come_in(people)
        sort_the_alarm(people)
        people.head.press("Read and decide")
        steps.send_back(people)
        people.office.open("/")
        people.office.press("Change the letter")
        steps.edit_in_word(people, tmp_path)
        approve_and_post(people)
        answer(people)
        lapse_and_decide(people)
        assert steps.export(people) > 500


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
    """The DSL opens a case about Mr Reid, and comes to the next email, which is put aside."""
    dsl = people.dsl
    dsl.press("Read it now")
    steps.sort_the_alarm(people, "Mr Callum Reid", "break his legs")
    assert "2026-0002" in dsl.text
    dsl.open("/")
    dsl.press("Read and sort")
    people.look(dsl)
    dsl.press("Nothing to do")
    dsl.choose("It is dealt with already")
    dsl.press("Put it aside")
    assert "The in-tray is empty" in dsl.text


def approve_and_post(people: People) -> None:
    """The head approves; the daemon's round prepares the letter; the office posts it."""
    head, office = people.head, people.office
    steps.approve(head)
    head.press("Let time pass", within="body")
    head.press("One round of the daemon")
    office.open("/")
    office.press("Post it")
    people.look(office)
    steps.post(office, "Mr Grant Somerby")


def answer(people: People) -> None:
    """Mr Somerby rings: he has removed it; the head ends the case."""
    steps.answer(people, "2026-0001")
    people.head.open("/")
    people.head.press("Decide what comes next")
    steps.decide(people, "No further action", "Removed at once, with an apology.")
    assert "closed" in people.head.text.casefold()


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
    steps.approve(head)
    head.press("Let time pass", within="body")
    head.press("One round of the daemon")
    office.press("To post", within="nav")
    steps.post(office, "Mr Desmond Catterick")
    for _ in range(2):
        head.press("Let time pass", within="body")
        head.press("A week later")
    assert found[0] in head.text
    head.press("Decide what comes next")
    steps.decide(people, "Invitation", "No answer; talk before anything else.")
