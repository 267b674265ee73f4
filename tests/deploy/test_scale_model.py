"""The simulator of docs/scale.md, on cases whose answer is known beforehand."""

import pytest
from tools.scale_model import WEEK, Arrival, Costs, Shard, a_week, line_through

COSTS = Costs(poll=2, email=3, letter=10, wait=1)


def waited(shard: Shard, *arrivals: Arrival, until: float = 1000) -> list[float]:
    return [seconds for _, seconds in shard.run(arrivals, until).waited]


def test_an_email_waits_for_the_next_round_where_nobody_listens() -> None:
    """It comes at 100, the round is at 300: 200, 2 and 3 of computing, 1 of waiting for the server."""
    assert waited(Shard(1, COSTS, listens=False), Arrival(at=100, school=0)) == [206]


def test_where_somebody_listens_it_has_its_turn_at_once() -> None:
    """A letter: 2 and 10 and 1."""
    assert waited(Shard(1, COSTS), Arrival(at=100, school=0, letter=True)) == [13]


def test_one_computes_at_a_time() -> None:
    """Three emails at the same moment, at three schools, by lanes of their own: 5, 10, 15, and 1 each."""
    come = [Arrival(at=100, school=number) for number in range(3)]
    assert waited(Shard(3, COSTS), *come) == [6, 11, 16]


def test_what_comes_during_a_turn_has_the_next() -> None:
    """The first is under way until 106; the second came at 101 and ends at 112."""
    assert waited(Shard(1, COSTS), Arrival(at=100, school=0), Arrival(at=101, school=0)) == [6, 11]


def test_silent_servers_leave_lanes_to_the_others() -> None:
    """Twenty that hold a turn for a minute each; once they are known, two of them at most are under way."""
    shard = Shard(30, Costs(poll=0, email=1, letter=1), slow=dict.fromkeys(range(20), 60.0))
    assert waited(shard, Arrival(at=950, school=25), until=1200) == [1]
    first = Shard(30, Costs(poll=0, email=1, letter=1), slow=dict.fromkeys(range(20), 60.0))
    assert waited(first, Arrival(at=10, school=25), until=200)[0] > 50  # nobody knew it of them yet
    assert shard.found.most_slow == 2


def test_the_computing_adds_up() -> None:
    """Eleven rounds of four schools, two emails and a letter."""
    come = [Arrival(at=50, school=0), Arrival(at=1000, school=1), Arrival(at=2000, school=2, letter=True)]
    found = Shard(4, COSTS).run(come, 3000)
    assert found.turns == 4 * 11 + 3
    assert sum(found.hours.values()) == pytest.approx(47 * 2 + 2 * 3 + 10)


def test_a_week_has_as_many_emails_as_were_asked_for() -> None:
    """And more, by the incident; the same each time."""
    week = a_week(1000, 20, 1, seed=7)
    assert week == a_week(1000, 20, 1, seed=7)
    ordinary = [one for one in week if not 2 * 86_400 <= one.at < 3 * 86_400]
    assert all(0 <= one.at < WEEK for one in week)
    assert len(ordinary) == pytest.approx(1000 * 21 * 4.7 / 5.7, rel=0.03)


def test_a_line_goes_through_its_points() -> None:
    """Of a start of 5 and a slope of 2."""
    assert line_through([(10, 25), (30, 65)]) == pytest.approx((5, 2))
