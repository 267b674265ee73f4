"""What is wrong with where the desk listens, and with the address that emails name for it."""

import re

from ..rules.people.school import Desking
from .assist_address import is_this_computer

_LISTEN = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\]):(?P<port>\d{1,5})")
_ADDRESS = re.compile(r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?")


def listens_at(desking: Desking) -> tuple[str, int] | None:
    """Host and port of `listen`; None where it is neither."""
    found = _LISTEN.fullmatch(desking.listen)
    port = int(found["port"]) if found else 0
    return (found["host"].strip("[]"), port) if found and 1 <= port <= 65535 else None


def wrong_desk(desking: Desking) -> str:
    """What is wrong, or ""."""
    place = listens_at(desking)
    if place is None:
        return 'listen must be a host and a port, such as "127.0.0.1:8400"'
    if bool(desking.certificate) != bool(desking.key):
        return "certificate and key belong together: give both files, or neither"
    if desking.certificate and desking.behind_proxy:
        return "give certificate and key, or behind_proxy, not both"
    if not is_this_computer(place[0]) and not desking.certificate:
        return (
            "the desk is reached from other computers only by HTTPS: give certificate and key, or let it listen at "
            "127.0.0.1 behind a program that speaks HTTPS (behind_proxy = true)"
        )
    return _wrong_address(desking.address)


def _wrong_address(address: str) -> str:
    if not address:
        return ""
    found = _ADDRESS.fullmatch(address)
    if not found:
        return 'address must be as "https://desk.larkfield.example", without anything after the name'
    if found["scheme"] == "http" and not is_this_computer(found["host"].strip("[]")):
        return "address must begin with https://; http:// is for this computer alone"
    return ""
