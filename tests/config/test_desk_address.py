"""Where the desk listens, and the address that emails name: what is wrong is said before anybody is let in."""

import pytest

from letterladder.config.desk_address import listens_at, wrong_desk
from letterladder.rules.people.school import Desking


@pytest.mark.parametrize(
    ("listen", "place"),
    [
        ("127.0.0.1:8400", ("127.0.0.1", 8400)),
        ("[::1]:80", ("::1", 80)),
        ("desk.school.example:443", ("desk.school.example", 443)),
        ("127.0.0.1", None),
        ("127.0.0.1:0", None),
        ("127.0.0.1:70000", None),
        ("a b:80", None),
        ("", None),
    ],
)
def test_a_place_to_listen_is_a_host_and_a_port(listen: str, place: tuple[str, int] | None) -> None:
    """Anything else is no place."""
    assert listens_at(Desking(listen=listen)) == place


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ""),
        ({"listen": "0.0.0.0:8400"}, "only by HTTPS"),
        ({"listen": "0.0.0.0:8400", "behind_proxy": True}, "only by HTTPS"),
        ({"listen": "0.0.0.0:8400", "certificate": "a.pem", "key": "a.key"}, ""),
        ({"listen": "here"}, "host and a port"),
        ({"certificate": "a.pem"}, "belong together"),
        ({"certificate": "a.pem", "key": "a.key", "behind_proxy": True}, "not both"),
        ({"address": "https://desk.school.example"}, ""),
        ({"address": "http://desk.school.example"}, "https://"),
        ({"address": "http://127.0.0.1:8400"}, ""),
        ({"address": "https://desk.school.example/cases"}, "without anything after"),
        ({"address": "https://me@desk.school.example"}, "without anything after"),
        ({"address": "desk.school.example"}, "must be as"),
    ],
)
def test_a_desk_is_never_reached_unprotected_from_elsewhere(said: dict[str, object], words: str) -> None:
    """Plain HTTP is for this computer alone; "" where nothing is wrong."""
    fault = wrong_desk(Desking(**said))  # type: ignore[arg-type]
    assert (words in fault) if words else not fault, fault
