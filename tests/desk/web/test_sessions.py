"""How long people stay signed in: the server keeps visits, and ends them."""

from pathlib import Path

import pytest
from desk_door import Hall
from office import DSL, HEAD, edited, school_folder

from letterladder.records.visits.sign_in_book import SignInBook


@pytest.fixture(name="hall")
def _hall(tmp_path: Path) -> Hall:
    school_folder(tmp_path)
    return Hall(tmp_path / "school")


@pytest.mark.parametrize(("expected", "minutes"), [(True, 29.5), (False, 31)])
def test_a_visit_ends_when_nobody_is_there(hall: Hall, *, expected: bool, minutes: float) -> None:
    """After half an hour without a page."""
    guest = hall.signed_in(HEAD)
    hall.clock.pass_by(minutes=minutes)
    assert guest.is_in is expected


def test_a_visit_goes_on_while_pages_are_opened_and_ends_after_half_a_day(hall: Hall) -> None:
    """Each page counts; after twelve hours people sign in again in any case."""
    guest = hall.signed_in(HEAD)
    for _ in range(36):
        assert guest.is_in
        hall.clock.pass_by(minutes=20)
    hall.clock.pass_by(minutes=1)
    assert not guest.is_in


def test_a_visit_ends_with_the_role(hall: Hall) -> None:
    """The settings are asked at each page: whoever is not named any more is out at once."""
    guest = hall.signed_in(HEAD)
    edited(hall.folder, (HEAD, "new.head@larkfield.example"))
    assert not guest.is_in
    edited(hall.folder, ("new.head@larkfield.example", HEAD))
    assert not guest.is_in


def test_signing_out_ends_the_visit_on_the_server(hall: Hall) -> None:
    """A copy of the cookie is good for nothing afterwards."""
    guest = hall.signed_in(HEAD)
    with guest.client.session_transaction() as cookie:
        copy = dict(cookie)
    guest.press("/sign-out")
    assert not guest.is_in
    with guest.client.session_transaction() as cookie:
        cookie.update(copy)
    assert not guest.is_in


def test_the_id_is_fresh_at_each_sign_in(hall: Hall) -> None:
    """A cookie that somebody had planted before is not the one that is signed in; the visit before is over."""
    guest = hall.browser()
    guest.open("/sign-in")
    with guest.client.session_transaction() as cookie:
        cookie["visit"], cookie["planted"] = "planted", "yes"
    guest.ask(HEAD)
    guest.use(hall.link())
    with guest.client.session_transaction() as cookie:
        first = str(cookie["visit"])
        assert first != "planted"
        assert "planted" not in cookie
    guest.ask(DSL)
    guest.use(hall.link())
    assert hall.book.visit(first) is None


def test_all_visits_end_at_once(hall: Hall) -> None:
    """Links that were sent are good no more, either."""
    guests = [hall.signed_in(HEAD), hall.signed_in(DSL)]
    waiting = hall.browser()
    waiting.ask(DSL)
    assert SignInBook(hall.folder).end_all() == 2
    assert not any(one.is_in for one in guests)
    assert waiting.use(hall.link()).status == 410


def test_a_restart_signs_nobody_out(hall: Hall) -> None:
    """The key of the cookies and the visits are on disk; the key is for this account alone."""
    guest = hall.signed_in(HEAD)
    again = Hall(hall.folder, clock=hall.clock)
    after = again.browser()
    cookie = guest.client.get_cookie("letterladder")
    assert cookie
    after.client.set_cookie("letterladder", cookie.value)
    assert after.is_in
    key = hall.folder / "desk" / "cookie.key"
    assert len(key.read_text()) == 64
    assert key.stat().st_mode & 0o077 == 0


def test_behind_https_the_cookie_is_bound_to_the_host(hall: Hall) -> None:
    """Secure, HttpOnly, SameSite=Lax, path / and no domain: as its name __Host- demands."""
    edited(
        hall.folder,
        ('listen = "127.0.0.1:8400"', 'listen = "127.0.0.1:8400"\nbehind_proxy = true'),
        ('address = ""  ', 'address = "https://desk.larkfield.example"  '),
    )
    guest = Hall(hall.folder).browser()
    (said,) = guest.open("/sign-in").answer.headers.getlist("Set-Cookie")
    assert said.startswith("__Host-letterladder=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in said
    assert "Domain" not in said
