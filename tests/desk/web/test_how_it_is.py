"""How it is: in words, with counts that add up, and what waits or was refused."""

from datetime import UTC, datetime
from pathlib import Path

from desk.terminal import Window
from desk_browser import Browser, desk_of
from msgspec.structs import replace
from office import Rehearsal, edited
from prepared import posted_school, reported_school

from letterladder.ground.errors import Problem
from letterladder.records.logs.order_shelf import FolderShelf
from letterladder.rules.office.kept_orders import COMMANDS
from letterladder.rules.office.order_words import WORDS
from letterladder.rules.office.orders import Reopen

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)


def refused(school: Rehearsal, ref: str = "2026-0001") -> None:
    """An order that waited, and was not done."""
    shelf = FolderShelf(school.folder / "data")
    kept = shelf.put(Reopen(by="Mrs Hollis", reason="x", ref=ref), AT)
    shelf.refuse(kept, Problem(where=ref, what="It is open.", what_to_do=f"See `case {ref}`."))


def test_counts_add_up(tmp_path: Path) -> None:
    """Every email that came became something."""
    school = posted_school(tmp_path)
    page = Browser(school, "office").open("/how-it-is")
    numbers = [int(one.text_content()) for one in page.tree.xpath("//tbody//td")]
    assert numbers[-1] == sum(numbers[:-1]) == len(school.mails())
    assert "Last fetched on" in page.text


def test_an_email_that_came_since_is_counted(tmp_path: Path) -> None:
    """The counts are in memory only while the log of emails is the same file."""
    school = posted_school(tmp_path)
    browser = Browser(school, "office")
    before = browser.open("/how-it-is").tree.xpath("//tbody//td")[-1].text_content()
    school.write("A person <someone@elsewhere.example>", "hm", "What is this about?")
    school.round()
    after = browser.open("/how-it-is").tree.xpath("//tbody//td")[-1].text_content()
    assert int(after) == int(before) + 1


def test_failing_email_is_said_in_words(tmp_path: Path) -> None:
    """Since when."""
    school = reported_school(tmp_path)
    pulse = school.office.pulse
    pulse.write(replace(pulse.read(), fetch_failing_since=AT, send_failing_since=AT))
    page = Browser(school, "office").open("/how-it-is").text
    assert "could not be fetched since Tuesday 3 November 2026 at 09:00" in page
    assert "could not be sent since" in page


def test_backup_and_verify_are_known_once_they_ran(tmp_path: Path) -> None:
    """Before that the page says that nobody knows of one; both notes survive each other, and verify knows the file."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    before = browser.open("/how-it-is").text
    assert ("No backup by Letterladder is known" in before, "has not been checked yet" in before) == (
        True,
        True,
    )
    window = Window(school.folder)
    assert window.type("backup", str(tmp_path / "b.zip")).code == 0
    assert window.type("verify").code == 0
    assert window.type("verify").code == 0
    after = browser.open("/how-it-is").text
    assert ("No backup" in after, "All was in order on" in after) == (False, True)


def test_check_now_says_what_is_wrong(tmp_path: Path) -> None:
    """Without a command in its words; and that all is in order."""
    school = reported_school(tmp_path)
    browser = Browser(school, "office")
    fields = browser.open("/how-it-is").form("")
    assert "are in order" in browser.press("/how-it-is", fields).text
    edited(school.folder, ("\n[letters]\n", '\n[letters]\nnonsense_field = "x"\n'))
    page = browser.press("/how-it-is", fields)
    assert "nonsense_field" in page.text
    assert "templates` lists" not in page.text


def test_an_order_that_was_not_done_is_read_and_taken_away(tmp_path: Path) -> None:
    """What was ordered and why not, in words; then it is gone, and another press finds nothing."""
    school = posted_school(tmp_path)
    refused(school)
    browser = Browser(school, "office")
    page = browser.open("/how-it-is")
    assert "Not done Take a case up again: 2026-0001" in page.text
    assert "`" not in page.text
    path = str(page.tree.xpath("//form[contains(@action, '/orders/')]/@action")[0])
    browser.press(path, page.form(path))
    assert "Take a case up again" not in browser.open("/how-it-is").text
    assert browser.press(path, page.form(path)).status == 404


def test_an_order_about_a_hidden_case_is_not_shown(tmp_path: Path) -> None:
    """To whoever is too near to it."""
    school = posted_school(tmp_path)
    refused(school)
    role = 'role = "School Office Manager"'
    edited(school.folder, (role, f'{role}\nrelated = ["A1"]'))
    assert "Take a case up again" not in Browser(school, "office").open("/how-it-is").text


def test_every_order_has_words() -> None:
    """None is called by the name of its command."""
    assert set(WORDS) == set(COMMANDS)


def test_counts_hold_numbers_alone(tmp_path: Path) -> None:
    """No name, no conduct; a row for the school."""
    school = posted_school(tmp_path)
    page = Browser(school, "office", app=desk_of(school)).open("/counts")
    numbers = [int(one.text_content()) for one in page.tree.xpath("//tbody//td")]
    assert numbers == [1, 0, 0, 0, 0, 0, 0]
    assert "Dunn" not in page.text
