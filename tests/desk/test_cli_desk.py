"""`desk`: links for the first set-up, everybody signed out at once, and what is refused."""

import urllib.request
from pathlib import Path

import pytest
from desk.terminal import Terminal
from desk_door import Hall
from office import DSL, HEAD, OFFICE, edited, school_folder

from letterladder.desk.clock import WallClock
from letterladder.desk.web.open_desk import desk_server


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    school_folder(tmp_path)
    return tmp_path / "school"


def hall_of(folder: Path, *schools: Path) -> Hall:
    """The desk of this folder, by the clock on the wall, as the command has it."""
    hall = Hall(folder, *schools)
    hall.clock.at = WallClock().now()
    return hall


def a_trust(tmp_path: Path, more: str = "") -> Path:
    """Two schools with one desk; the second has a head of its own."""
    for name in ("ash", "birch"):
        school_folder(tmp_path / name)
        (tmp_path / name / "school").rename(tmp_path / f"{name}-school")
        edited(tmp_path / f"{name}-school", ("Larkfield Primary School", f"{name.title()} Primary School"))
    edited(tmp_path / "birch-school", (HEAD, "b.head@birch.example"))
    (tmp_path / "trust.toml").write_text(
        f'name = "Wood Trust"\nschools = ["ash-school", "birch-school"]\n{more}\n'
    )
    return tmp_path


def test_a_link_for_the_first_set_up_works_once_in_any_browser(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody needs an email for it; it signs in who holds the role."""
    said = Terminal(folder, capsys).type("desk", "link", "--role", "office")
    assert said.code == 0
    assert "Mrs Carol Binns" in said.out
    link = said.out.split("http://127.0.0.1:8400")[1].strip()
    hall = hall_of(folder)
    guest = hall.browser()
    assert "Mrs Carol Binns" in guest.use(link).source
    assert hall.browser().use(link).status == 410


def test_a_role_that_nobody_holds_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With those that somebody holds."""
    said = Terminal(folder, capsys).type("desk", "link", "--role", "caretaker")
    assert said.code == 2
    assert "Nobody is 'caretaker' here." in said.err
    assert "office" in said.err


def test_everybody_is_signed_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While the desk runs, from another terminal."""
    hall = hall_of(folder)
    guests = [hall.signed_in(HEAD), hall.signed_in(DSL)]
    said = Terminal(folder, capsys).type("desk", "sign-out-all")
    assert said.out == "Nobody is signed in any more: 2 visits ended.\n"
    assert not any(one.is_in for one in guests)


@pytest.mark.parametrize("place", ["0.0.0.0:8400", "192.168.1.5:8400"])
def test_other_computers_do_not_reach_it_without_https(
    folder: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused before it listens."""
    said = Terminal(folder, capsys).type("desk", "--listen", place)
    assert said.code == 2
    assert "only by HTTPS" in said.err


def test_behind_a_proxy_it_must_know_its_address(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Or its emails would link to this computer alone."""
    edited(folder, ('listen = "127.0.0.1:8400"', 'listen = "127.0.0.1:8400"\nbehind_proxy = true'))
    said = Terminal(folder, capsys).type("desk")
    assert said.code == 2
    assert "by which address people reach it" in said.err


def test_the_desk_answers_where_it_listens(folder: Path) -> None:
    """The server of the command, asked as a browser asks."""
    edited(folder, ('listen = "127.0.0.1:8400"', 'listen = "127.0.0.1:8419"'))
    serving, house = desk_server(folder, {"school": folder}, WallClock())
    serving.start()
    try:
        assert house.address == "http://127.0.0.1:8419"
        with urllib.request.urlopen("http://127.0.0.1:8419/sign-in", timeout=30) as page:
            assert "Your work email address" in page.read().decode()
    finally:
        serving.stop()
    assert not serving.is_alive


def test_a_trust_has_one_desk_and_people_see_their_schools(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The head of the second school sees that one; the office, which is of both, sees both; the other is not there."""
    trust = a_trust(tmp_path)
    hall = hall_of(trust, trust / "ash-school", trust / "birch-school")
    ash, birch = (one.name for one in hall.house.schools)
    head, office = hall.signed_in("b.head@birch.example"), hall.signed_in(OFFICE)
    assert [head.open(f"/{one}/").status for one in (ash, birch)] == [404, 200]
    assert [office.open(f"/{one}/").status for one in (ash, birch)] == [200, 200]
    assert "Birch Primary School" in head.open("/").source
    assert "Ash Primary School" not in head.open("/").source
    terminal = Terminal(trust, capsys)
    assert "Several people are 'head' here." in terminal.type("desk", "link", "--role", "head").err
    assert terminal.type("desk", "link", "--role", "head", "--school", "birch-school").code == 0


def test_people_of_the_trust_see_no_case(tmp_path: Path) -> None:
    """They are named in trust.toml, come in by its [desk], and may ask for counts alone."""
    people = '[desk]\nidle_minutes = 5\n[[people]]\nname = "Mrs Una Fell"\nemail = "u.fell@wood.example"'
    trust = a_trust(tmp_path, people)
    hall = hall_of(trust, trust / "ash-school", trust / "birch-school")
    guest = hall.signed_in("u.fell@wood.example")
    assert hall.house.desking.idle_minutes == 5
    assert "Birch Primary School" in guest.open("/").source
    assert guest.open(f"/{hall.name}/in-tray").status == 403
    assert guest.open(f"/{hall.name}/cases/2026-0001").status == 403
    (trust / "trust.toml").write_text((trust / "trust.toml").read_text().replace("u.fell", "new"))
    assert not guest.is_in
