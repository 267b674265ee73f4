"""A few dozen stops on every run of the suite, one in each workflow; `make crash` tries every point."""

from collections.abc import Iterator

import pytest
from crash.harness import Bench, Point, Ready
from crash.kill import BAD, FULL, KILL
from crash.scenes import SCENES
from crash.school import Scene
from servers.needs import need

SPREAD = 7
"""Scenes next to one another are stopped at other sevenths of their points."""


@pytest.fixture
def bench() -> Iterator[Bench]:
    """A place for the tries, with strace."""
    need("strace", "strace")
    with Bench() as made:
        yield made


def one_of(bench: Bench, ready: Ready, how: str) -> Point:
    """A point of the scene, another share of the way through it for each scene."""
    points = bench.points(ready, {how: 1})
    place = [scene.name for scene in SCENES].index(ready.scene)
    return points[len(points) * (place % SPREAD) // SPREAD]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name.replace(" ", "-"))
def test_no_promise_breaks_when_the_program_is_killed(scene: Scene, bench: Bench) -> None:
    """Killed somewhere in the command and started again, it keeps every promise."""
    ready = bench.prepare(scene)
    outcome = bench.attempt(ready, one_of(bench, ready, KILL))
    assert (outcome.hit, outcome.faults) == (True, ()), outcome.point


@pytest.mark.parametrize("how", [FULL, BAD])
@pytest.mark.parametrize("scene", SCENES[:: len(SCENES) // 4], ids=lambda scene: scene.name.replace(" ", "-"))
def test_no_promise_breaks_when_the_disk_fails(scene: Scene, how: str, bench: Bench) -> None:
    """It says so with what to do, and goes on where it stopped once there is room again."""
    ready = bench.prepare(scene)
    outcome = bench.attempt(ready, one_of(bench, ready, how))
    assert outcome.faults == (), outcome.point
