"""Where emails may be sent to be read: to a protected address, or to this computer."""

import pytest

from letterladder.config.assist_address import wrong_address
from letterladder.ground.values import replace
from letterladder.rules.people.school import Assisting

ON = Assisting(on=True, address="https://llm.example/v1", model="m")


@pytest.mark.parametrize(
    "address",
    [
        "https://llm.example/v1",
        "https://llm.example:8443/v1",
        "http://127.0.0.1:11434/v1",
        "http://localhost:8080/v1",
        "http://[::1]:8080/v1",
    ],
)
def test_a_protected_address_or_this_computer_is_taken(address: str) -> None:
    """Without protection only the loopback."""
    assert wrong_address(replace(ON, address=address)) == ""


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        ("give address and model", ""),
        ("this computer only", "http://llm.example/v1"),
        ("this computer only", "http://192.168.0.7:11434/v1"),
        ("this computer only", "http://127.0.0.1.llm.example/v1"),
        ("this computer only", "http://localhost.example/v1"),
        ("key_file", "https://user:word@llm.example/v1"),
        ("key_file", "https://llm.example/v1?key=1"),
        ("https://", "ftp://llm.example/v1"),
        ("https://", "llm.example/v1"),
        ("https://", "https:///v1"),
        ("not the address", "https://llm.example:x/v1"),
    ],
)
def test_any_other_address_is_refused_and_says_why(expected: str, address: str) -> None:
    """Nothing goes unprotected to another machine, and no key is in school.toml."""
    assert expected in wrong_address(replace(ON, address=address))


def test_a_model_must_be_named() -> None:
    """The address alone asks nobody."""
    assert "model" in wrong_address(replace(ON, model=""))


def test_switched_off_nothing_is_wrong() -> None:
    """What is there may wait."""
    assert wrong_address(Assisting(address="http://elsewhere.example")) == ""
