"""Bells against servers on this computer: a webhook of Teams or Slack, and GOV.UK Notify's text messages."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from notify_server import KEY

from letterladder.ground.errors import WorldFailed
from letterladder.mailbox.bells import Bells, SmsBell, WebhookBell


@contextmanager
def hearing(*statuses: int) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """A server that answers with these statuses in turn, then 200; its address, and what it was told."""
    told: list[tuple[str, Any]] = []
    left = list(statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.append((self.path, json.loads(body)))
            status = left.pop(0) if left else 201
            said = json.dumps({"id": "1", "errors": [{"error": "BadRequest", "message": "no"}]}).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sms(address: str, *to: str) -> SmsBell:
    """Text messages by this server."""
    return SmsBell(key=KEY, template="11111111-2222-3333-4444-555555555555", to=to, address=address)


def test_a_channel_is_told_as_it_wants() -> None:
    """One field, as Slack and Teams document it."""
    with hearing() as (address, told):
        WebhookBell(address=f"{address}/secret").ring("Something waits")
    assert told == [("/secret", {"text": "Something waits"})]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_channel_that_refuses_is_said_without_its_address(status: int) -> None:
    """Whoever knows the address can write into the channel."""
    with hearing(status) as (address, told), pytest.raises(WorldFailed) as failed:
        WebhookBell(address=f"{address}/secret").ring("x")
    assert f"it answered {status}" in str(failed.value)
    assert "secret" not in str(failed.value)
    assert len(told) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/secret", "http://elsewhere.example/secret", ""])
def test_a_channel_that_cannot_be_reached(address: str) -> None:
    """Nobody there, no protection, and no address at all."""
    with pytest.raises(WorldFailed) as failed:
        WebhookBell(address=address).ring("x")
    assert "secret" not in str(failed.value)


def test_each_telephone_gets_a_text_message() -> None:
    """One that is refused keeps none of the others back, and is named by its end."""
    with hearing(400) as (address, told), pytest.raises(WorldFailed, match="end so: 111: 400"):
        sms(address, "+447700900111", "+447700900222").ring("Something waits")
    assert [body["phone_number"] for _, body in told] == ["+447700900111", "+447700900222"]
    assert told[1][0] == "/v2/notifications/sms"
    assert told[1][1]["personalisation"] == {"text": "Something waits"}


def test_a_key_that_is_none_is_said() -> None:
    """Not an error of the library."""
    with pytest.raises(WorldFailed, match="bell"):
        SmsBell(key="", template="x", to=("+447700900111",), address="http://127.0.0.1:1").ring("x")


def test_every_bell_rings_whatever_becomes_of_another() -> None:
    """And each that failed is said."""
    bad = WebhookBell(address="")
    with hearing() as (address, told), pytest.raises(WorldFailed) as failed:
        Bells(bells=[bad.ring, WebhookBell(address=address).ring, bad.ring]).ring("x")
    assert (len(told), len(failed.value.problems)) == (1, 2)
