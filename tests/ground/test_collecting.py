"""A short command searches seldom for rings of values, what works on as Python does of itself."""

import gc
from collections.abc import Iterator

import pytest

from letterladder.ground.collecting import SELDOM, collect_as_usual, collect_seldom, without_collecting


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_what_works_on_searches_as_python_does() -> None:
    """After it was loaded as a short command is; the search was never off."""
    usual = gc.get_threshold()
    collect_seldom()
    assert gc.get_threshold() == (SELDOM, *usual[1:])
    assert gc.isenabled()
    collect_as_usual()
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() > 0


def test_it_is_put_off_and_taken_up_again() -> None:
    """Also where what was done meanwhile failed."""

    def breaks() -> None:
        with without_collecting():
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        breaks()
    assert gc.isenabled()
