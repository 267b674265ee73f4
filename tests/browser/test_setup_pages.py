"""`setup --browser` in a real browser: part after part, wide and on a phone, without a finding of axe."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from desk.test_set_up_typed import ADULTS, PNG, TERMS
from servers.chromium import PHONE, WIDE, Seat, chromium
from servers.needs import free_port

from letterladder.config.paths import EXAMPLE
from letterladder.config.setup_file import SetupFile
from letterladder.config.setup_questions import SECTIONS
from letterladder.desk.clock import WallClock
from letterladder.desk.setting_up import begin
from letterladder.desk.web.serving import Serving, server_of
from letterladder.desk.web.setup_app import make_setup_app
from letterladder.records.people.people_csv import PeopleFile
from letterladder.rules.people.school import Desking

pytestmark = pytest.mark.chromium
TOKEN = "the-link-of-this-run"
SCHOOL = {
    "Name of the school": "Brook Lane School",
    "Local authority, or the trust or owner": "Brook Trust",
    "Postal address": "1 Brook Lane\nAshby\nZZ1 1ZZ",
    "Telephone": "01632 960200",
    "Email address of the office": "nonsense",
    "Email address to which reports are sent": "safeguarding@brooklane.org.uk",
    "Email address from which Letterladder writes": "letters@brooklane.org.uk",
}


@contextmanager
def pages_of(folder: Path) -> Iterator[str]:
    """The pages, served at an address of this computer."""
    place = Desking(listen=f"127.0.0.1:{free_port()}")
    serving = Serving(server_of(make_setup_app(folder, WallClock(), TOKEN), place, folder))
    serving.start()
    try:
        yield serving.address
    finally:
        serving.stop()


def looked_at(seat: Seat, seen: dict[str, list[str]]) -> None:
    """What axe finds on this page at both widths, and whether it must be scrolled sideways."""
    for width in (WIDE, PHONE):
        seat.resize(width)
        found = [*seat.findings(), *(["too wide"] if seat.is_too_wide else [])]
        seen[f"{seat.page.url.partition('/section/')[2] or 'overview'} at {width}"] = [*found, *seat.faults]
    seat.resize(WIDE)


def test_a_school_is_set_up_in_a_browser(tmp_path: Path) -> None:
    """A wrong answer is said at its question and nothing that was typed is lost; each part leads to the next."""
    folder, seen = tmp_path / "school", dict[str, list[str]]()
    begin(folder)
    export, logo = tmp_path / "export.csv", tmp_path / "logo.png"
    export.write_text(ADULTS)
    logo.write_bytes(PNG)
    with chromium() as browser, pages_of(folder) as address, Seat(browser, address) as seat:
        seat.open(f"/start/{TOKEN}")
        looked_at(seat, seen)
        seat.press("Begin")
        looked_at(seat, seen)
        for section in SECTIONS:
            seat.open(f"/section/{section.id}")
            looked_at(seat, seen)
        seat.open("/")
        seat.press("Go on with: The school")
        for label, words in SCHOOL.items():
            seat.fill(label, words)
        seat.choose("Academy or free school")
        seat.press("Save and go on")
        assert "This is not an email address: nonsense." in seat.text
        assert seat.page.get_by_label("Name of the school").input_value() == "Brook Lane School"
        looked_at(seat, seen)
        seat.fill("Email address of the office", "office@brooklane.org.uk")
        seat.press("Save and go on")
        assert "Who holds which role" in seat.text
        seat.open("/section/calendar")
        seat.fill("The list of term dates", TERMS)
        seat.press("Show what it says")
        looked_at(seat, seen)
        seat.press("Put these in place of the present terms")
        assert "Parents, carers and staff" in seat.text
        seat.attach("The file of your system", export)
        seat.press("Show what changes")
        looked_at(seat, seen)
        seat.press("Put it in place")
        seat.open("/section/pictures")
        seat.attach("Logo (optional)", logo)
        seat.press("Save and go on")
        seat.open("/section/mailbox?provider=password")
        looked_at(seat, seen)
        seat.open("/section/sample")
        seat.press("Write it, and ask the head by email")
        assert "has an email that asks to approve letter L1" in seat.text
        looked_at(seat, seen)
        seat.open("/")
        looked_at(seat, seen)
    assert {place: found for place, found in seen.items() if found} == {}
    file = SetupFile.of(folder)
    assert (file.value("school.name"), file.value("school.type")) == ("Brook Lane School", "academy")
    assert file.value("school.logo") == "logo.png"
    assert list(PeopleFile(folder / "people.csv").read().adults) == ["A1"]


def test_without_the_link_nothing_is_shown(tmp_path: Path) -> None:
    """Another account of the computer can reach the port, and does not know the link."""
    begin(tmp_path / "school")
    client = make_setup_app(tmp_path / "school", WallClock(), TOKEN).test_client()
    for path in ("/", "/section/school", "/section/people", "/start/another"):
        assert client.get(path).status_code == 404
    assert client.post("/section/school", data={"school.name": "X"}).status_code in {400, 404}
    assert SetupFile.of(tmp_path / "school").value("school.name") != "X"


def test_what_no_page_offers_is_refused(tmp_path: Path) -> None:
    """A provider and a procedure that nobody knows, a picture that is none, and a form that is not ours."""
    begin(tmp_path / "school")
    app = make_setup_app(tmp_path / "school", WallClock(), TOKEN)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post(f"/start/{TOKEN}")
    assert client.post("/section/mailbox", data={"provider": "carrier-pigeon"}).status_code == 404
    assert client.post("/section/policy", data={"chosen": "nobodys"}).status_code == 422
    assert client.post("/section/policy", data={"chosen": "own", "own": "ours.toml"}).status_code == 422
    assert client.post("/section/calendar", data={"what": "put", "number": "1"}).status_code == 404
    assert client.post("/section/register", data={"kind": "people"}).status_code == 422
    assert client.get("/section/nothing").status_code == 404
    picture = {"school.logo": (BytesIO(PNG[:40]), "logo.png")}
    assert client.post("/section/pictures", data=picture).status_code == 422
    assert SetupFile.of(tmp_path / "school").text == (EXAMPLE / "school.toml").read_text()
