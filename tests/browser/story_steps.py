"""What head, DSL and office do in front of the desk's pages: the steps of each story, whoever the parents are."""

from dataclasses import dataclass
from pathlib import Path

from docx import Document
from servers.chromium import Seat

ASKED = "Please say that the office can help by telephone."
ADDED = "The office can help by telephone."


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


def sort_the_alarm(people: People, adult: str, words: str) -> None:
    """The DSL has it, and opens a case about this adult, which is stopped for now."""
    dsl = people.dsl
    assert words in dsl.text
    people.look(dsl)
    dsl.press("I have it")
    dsl.choose(adult)
    dsl.choose("words that the school takes as a threat")
    dsl.press("Open a case, and stop it for now")


def send_back(people: People) -> None:
    """The head reads the draft, each page of it, and sends it back with words."""
    head = people.head
    assert "useless lazy clown" in head.page.locator("main").text_content()  # type: ignore[operator]
    for sheet in head.page.locator(".desk-page img").all():
        sheet.scroll_into_view_if_needed()
        answer = head.page.request.get(sheet.get_attribute("src") or "")
        assert answer.headers["content-type"].startswith("image/"), "a page that cannot be read"
    people.look(head)
    head.fill("What should change?", ASKED)
    head.press("Send it back", within="main form[action$='send-back']")


def edit_in_word(people: People, folder: Path) -> None:
    """The office takes the Word file, adds a sentence, and uploads it: what changed is shown."""
    office = people.office
    assert ASKED in office.text
    people.look(office)
    office.press("Request to remove online content")
    with office.page.expect_download() as waiting:
        office.press("Download the Word file")
    path = folder / "letter.docx"
    waiting.value.save_as(path)
    letter = Document(str(path))
    next(one for one in letter.paragraphs if len(one.text) > 80).add_run(f" {ADDED}")
    letter.save(str(path))
    office.attach("Edit it, then upload it here", path)
    office.press("Upload the edited letter")
    assert "version 2" in office.text.casefold()
    assert ADDED in office.text


def approve(head: Seat) -> None:
    """From Today to the letter to the yes."""
    head.open("/")
    before = head.presses
    head.press("Read and decide")
    head.press("Approve this letter")
    assert head.presses - before == 2
    assert "approved" in head.text.casefold()


def post(office: Seat, adult: str) -> None:
    """The office ticks the letter to this adult in the list of what to post."""
    office.choose(adult)
    office.press("The ticked letters were posted")
    assert "No letter is waiting for the post" in office.text


def answer(people: People, ref: str) -> None:
    """The parent rings: it is removed."""
    office = people.office
    office.press("Cases", within="nav")
    office.press(ref)
    office.press("Record an answer")
    people.look(office)
    office.choose("They removed what was asked for")
    office.choose("By phone")
    office.fill("What was said", "He has taken it down and says sorry.")
    office.press("Record the answer")
    assert "The answer is recorded" in office.text


def decide(people: People, step: str, why: str) -> None:
    """The head, on the page of the case, chooses what comes next and says why."""
    head = people.head
    head.press("Decide what comes next")
    people.look(head)
    head.choose(step)
    head.fill("Why", why)
    head.press("Decide")


def export(people: People) -> int:
    """The DSL takes a copy of everything for a panel; its bytes."""
    dsl = people.dsl
    dsl.press("Register", within="nav")
    people.look(dsl)
    dsl.choose("A panel")
    dsl.fill("What is it for?", "The hearing on 12 December")
    dsl.press("Make the copy")
    for _ in range(240):
        if "is ready" in dsl.text:
            break
        dsl.page.wait_for_timeout(250)
        dsl.page.reload()
    people.look(dsl)
    with dsl.page.expect_download() as waiting:
        dsl.press("Download")
    return waiting.value.path().stat().st_size
