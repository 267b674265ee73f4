"""A language model on the loopback with the interface of OpenAI, Ollama and llama.cpp, that says what a test scripted.

It keeps what it was asked. An answer may be a function of the question: a model that obeys whatever it reads.
"""

import json
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, cast

from servers.certificates import Certificates

Said = str | Callable[[str], str]
"""What the model writes: always the same, or made of the email as it was sent."""


@dataclass(slots=True, kw_only=True)
class Script:
    """What the server does.

    Attributes:
        says: what the model writes.
        status: what the server answers; where `to` is given, it sends on there.
        body: sent instead of a chat completion, byte for byte.
        floods: the body is sent again and again, until the other side hangs up or the server ends.
        drips: the body is sent a byte at a time, until the other side hangs up or the server ends.
        asked: the questions so far, with their path and their headers.
    """

    says: Said = "{}"
    status: int = 200
    to: str = ""
    body: bytes | None = None
    floods: bool = False
    drips: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def emails(self) -> list[str]:
        """What was sent as the email, in order."""
        return [str(one["messages"][1]["content"]) for one in self.asked]


class ScriptedModel:
    """Plain HTTP, or TLS where certificates are given; a context manager, which ends the server."""

    def __init__(self, script: Script, certificates: Certificates | None = None) -> None:
        self.script = script
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.script = script
        scheme = "http"
        if certificates is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificates.chain_file, certificates.key_file)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            scheme = "https"
        self.address = f"{scheme}://localhost:{self._server.server_address[1]}/v1"

    def __enter__(self) -> "ScriptedModel":
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.script.over.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    script: Script
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Who asks may hang up."""


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """A chat completion."""
        script = cast(_Server, self.server).script
        script.paths.append(self.path)
        script.keys.append(self.headers.get("Authorization", ""))
        script.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        body = script.body if script.body is not None else _completion(script)
        self.send_response(script.status)
        if script.to:
            self.send_header("Location", script.to)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(2**40 if script.floods else len(body)))
        self.end_headers()
        while script.floods and not script.over.is_set():
            self.wfile.write(body)
        if script.drips:
            self._drip(body, script.over)
        else:
            self.wfile.write(body)

    def _drip(self, body: bytes, over: threading.Event) -> None:
        for place in range(len(body)):
            if over.wait(0.1):
                return
            self.wfile.write(body[place : place + 1])
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _completion(script: Script) -> bytes:
    said = script.says if isinstance(script.says, str) else script.says(script.emails[-1])
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
    return json.dumps({"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice]}).encode()
