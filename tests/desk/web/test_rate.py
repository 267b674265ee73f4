"""How often people may ask for links, follow them and fail: by address and by machine, in a memory that stays small."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk_door import Hall
from office import HEAD, school_folder

from letterladder.desk.web.rates import (
    ASK_FOR,
    ASK_FROM,
    ASK_HERE,
    FAIL_FROM,
    MOST_KEYS,
    Limit,
    Rates,
    machine_of,
)

THREE = Limit("three", 3, 10)


@pytest.fixture(name="hall")
def _hall(tmp_path: Path) -> Hall:
    school_folder(tmp_path)
    return Hall(tmp_path / "school")


def test_asking_for_one_address_is_limited_and_goes_on_later(hall: Hall) -> None:
    """The page says so; other people at the same school still sign in; a quarter of an hour later all is as before."""
    guest = hall.browser()
    assert [guest.ask(HEAD).status for _ in range(ASK_HERE.most)] == [200] * ASK_HERE.most
    page = guest.ask(HEAD)
    assert page.status == 429
    assert "Wait a few minutes" in page.text
    assert guest.ask("i.sadiq@larkfield.example").status == 200
    hall.clock.pass_by(minutes=ASK_HERE.minutes)
    assert guest.ask(HEAD).status == 200
    assert len(hall.mails()) == ASK_HERE.most + 2


def test_a_stranger_is_limited_in_the_same_way(hall: Hall) -> None:
    """Or the limit itself would tell who holds a role."""
    guest = hall.browser()
    statuses = [guest.ask("stranger@elsewhere.example").status for _ in range(ASK_HERE.most + 1)]
    assert statuses == [200] * ASK_HERE.most + [429]


def test_asking_from_many_machines_for_one_address_is_limited(hall: Hall) -> None:
    """Nobody's mailbox is filled by a crowd of machines."""
    statuses = [hall.browser(f"10.0.1.{number}").ask(HEAD).status for number in range(ASK_FOR.most + 1)]
    assert statuses == [200] * ASK_FOR.most + [429]


def test_asking_from_one_machine_for_many_addresses_is_limited(hall: Hall) -> None:
    """Nobody tries a list of addresses."""
    guest = hall.browser()
    statuses = [guest.ask(f"a{number}@x.example").status for number in range(ASK_FROM.most + 1)]
    assert statuses == [200] * ASK_FROM.most + [429]
    assert hall.browser("10.0.0.2").ask(HEAD).status == 200


def test_failing_is_limited(hall: Hall) -> None:
    """Guessing links ends soon, and keeps that machine alone from following any."""
    guest = hall.browser()
    statuses = [guest.open(f"/sign-in/link/{number}").status for number in range(FAIL_FROM.most + 1)]
    assert statuses == [410] * FAIL_FROM.most + [429]
    other = hall.browser("10.0.0.2")
    other.ask(HEAD)
    assert other.use(hall.link()).status == 200


def test_memory_stays_small() -> None:
    """Many thousand machines leave no more than so many counts; who is at work now is not forgotten for them."""
    now = datetime(2026, 11, 2, tzinfo=UTC)
    rates = Rates(lambda: now)
    for number in range(MOST_KEYS + 500):
        rates.count(THREE, str(number))
        rates.is_over(THREE, "here")
    assert len(rates) == MOST_KEYS


def test_a_clock_that_was_put_back_keeps_nobody_out() -> None:
    """What was counted in the future does not count."""
    moments = [datetime(2026, 11, 2, 9, tzinfo=UTC)]
    rates = Rates(lambda: moments[-1])
    assert [rates.count(THREE, "a") for _ in range(4)] == [True, True, True, False]
    moments.append(moments[0] - timedelta(days=1))
    assert rates.count(THREE, "a")


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2::/64", "2001:db8:1:2:3:4:5:6"),
        ("unknown", "no address"),
        ("unknown", None),
    ],
)
def test_a_machine_is_its_address_or_its_line(expected: str, address: str | None) -> None:
    """One line of IPv6 has very many addresses."""
    assert machine_of(address) == expected
