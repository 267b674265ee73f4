"""A few dozen kills on every run of the suite; `make crash` tries every point."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from crash.harness import KILL, attempt, bare_environment, points_of
from crash.scenes import SCENES, Scene
from servers.needs import need

PER_SCENE = 3


@pytest.fixture(autouse=True)
def _path() -> Iterator[None]:
    """The harness changes PATH; the other tests of this process want theirs back."""
    need("strace", "strace")
    before = os.environ["PATH"]
    yield
    os.environ["PATH"] = before


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name.replace(" ", "-"))
def test_no_promise_breaks_when_the_program_is_killed(scene: Scene) -> None:
    """Killed at points spread over the command and started again, every promise holds."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["PATH"] = bare_environment(Path(name), with_pdf=scene.with_pdf)["PATH"]
        points = list(points_of(scene, Path(name), (KILL,)))
    assert points, "the command made no call that could be killed"
    chosen = points[:: max(1, len(points) // PER_SCENE)][:PER_SCENE]
    assert [(point, faults) for point in chosen if (faults := attempt(point).faults)] == []
