"""One stop in each workflow, two of them in `make test`; `make crash` tries every point."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import pytest
from crash.harness import Bench, Point, Ready
from crash.kill import BAD, FULL, KILL
from crash.scenes import SCENES
from crash.school import Scene
from servers.needs import need
from sweeps import swept

ON_A_BAD_DISK = tuple(product(SCENES[:: len(SCENES) // 4], (FULL, BAD)))
SPREAD = 7
"""Scenes next to one another are stopped at other sevenths of their points."""


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    """A place for the tries, with strace."""
    need("strace", "strace")
    with Bench() as made:
        yield made


@pytest.fixture(scope="module")
def prepared(bench: Bench) -> Callable[[str], Ready]:
    """A scene by its name, made ready once for every way to fail."""
    return cache(lambda name: bench.prepare(next(one for one in SCENES if one.name == name)))


def said(one: tuple[Scene, str]) -> str:
    """The scene and what the disk says."""
    return f"{one[0].name}, {one[1]}"


def one_of(bench: Bench, ready: Ready, how: str) -> Point:
    """A point of the scene, another share of the way through it for each scene."""
    points = bench.points(ready, {how: 1})
    place = [scene.name for scene in SCENES].index(ready.scene)
    return points[len(points) * (place % SPREAD) // SPREAD]


@pytest.mark.parametrize("scene", swept(SCENES, "letter by SMTP"))
def test_no_promise_breaks_when_the_program_is_killed(
    scene: Scene, bench: Bench, prepared: Callable[[str], Ready]
) -> None:
    """Killed somewhere in the command and started again, it keeps every promise."""
    ready = prepared(scene.name)
    outcome = bench.attempt(ready, one_of(bench, ready, KILL))
    assert (outcome.hit, outcome.faults) == (True, ()), outcome.point


@pytest.mark.parametrize(("scene", "how"), swept(ON_A_BAD_DISK, f"{SCENES[0].name}, {FULL}", name=said))
def test_no_promise_breaks_when_the_disk_fails(
    scene: Scene, how: str, bench: Bench, prepared: Callable[[str], Ready]
) -> None:
    """It says so with what to do, and goes on where it stopped once there is room again."""
    ready = prepared(scene.name)
    outcome = bench.attempt(ready, one_of(bench, ready, how))
    assert outcome.faults == (), outcome.point
