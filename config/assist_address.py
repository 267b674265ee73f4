"""Whether the address of a language model is one that emails may be sent to: protected, or on this computer."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from ..rules.people.school import Assisting


def wrong_address(assisting: Assisting) -> str:
    """What is wrong with these settings of [assist], or ""; where it is off, nothing is."""
    if not assisting.on:
        return ""
    if not assisting.address or not assisting.model:
        return "with on = true, give address and model: docs/assist.md"
    try:
        parts = urlsplit(assisting.address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "address is not the address of a server"
    if parts.scheme not in {"http", "https"} or not host or port == 0:
        return 'address must begin with "https://" and name a server, such as "https://llm.example/v1"'
    if parts.username or parts.password or parts.query or parts.fragment:
        return 'address must end with the path, such as "/v1"; a key belongs in key_file'
    if parts.scheme == "http" and not is_this_computer(host):
        return 'address begins with "http://", which is allowed for this computer only; use "https://"'
    return ""


def is_this_computer(host: str) -> bool:
    """Whether a host is the loopback."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
