"""A GOV.UK Notify on this computer, made after the documentation of its API: precompiled letters and their statuses."""

import base64
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt

SERVICE, SECRET = str(uuid4()), str(uuid4())
KEY = f"letterladder-{SERVICE}-{SECRET}"


@dataclass
class NotifyServer:
    """What it has and what it shall do wrong.

    Attributes:
        letters: every letter that it took, in order, as its API shows them; the PDF is apart, by id.
        fails: how the next requests to send go: an HTTP status, "drop before" or "drop after" it was taken.
        away: it answers nothing at all.
        slow: what it took is not in its lists yet.
    """

    letters: list[dict[str, Any]] = field(default_factory=list)
    pdfs: dict[str, bytes] = field(default_factory=dict)
    fails: list[int | str] = field(default_factory=list)
    away: bool = False
    slow: bool = False
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def say(self, status: str, *, completed: str | None = None) -> None:
        """Every letter has this status now."""
        for letter in self.letters:
            letter |= {"status": status, "completed_at": completed}

    def __enter__(self) -> "NotifyServer":
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                owner.post(self)

            def do_GET(self) -> None:
                owner.get(self)

            def log_message(self, *args: object) -> None:
                """Nothing is printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def post(self, request: BaseHTTPRequestHandler) -> None:
        """POST /v2/notifications/letter."""
        body = json.loads(request.rfile.read(int(request.headers["Content-Length"])))
        self.asked.append(f"POST {request.path}")
        how = self.fails.pop(0) if self.fails else ""
        if self.away or how == "drop before":
            _drop(request)
        elif not _is_known(request):
            _answer(request, 403, _error("AuthError", "Invalid token: API key not found"))
        elif isinstance(how, int):
            _answer(request, how, _error("Exception", f"as it was told: {how}"))
        elif not body.get("reference"):
            _answer(request, 400, _error("ValidationError", "reference is a required property"))
        elif body.get("postage") not in {None, "first", "second", "economy"}:
            _answer(request, 400, _error("ValidationError", "postage invalid."))
        elif not (pdf := base64.b64decode(body["content"])).startswith(b"%PDF"):
            _answer(request, 400, _error("BadRequestError", "Letter content is not a valid PDF"))
        else:
            letter = self._keep(body, pdf)
            if how == "drop after":
                _drop(request)
            else:
                _answer(request, 201, {name: letter[name] for name in ("id", "reference", "postage")})

    def _keep(self, body: dict[str, Any], pdf: bytes) -> dict[str, Any]:
        letter = {
            "id": str(uuid4()),
            "reference": body["reference"],
            "postage": body.get("postage") or "second",
            "type": "letter",
            "status": "pending-virus-check",
            "created_at": "2026-11-09T10:00:00.000000Z",
            "sent_at": None,
            "completed_at": None,
        }
        self.letters.append(letter)
        self.pdfs[letter["id"]] = pdf
        return letter

    def get(self, request: BaseHTTPRequestHandler) -> None:
        """GET /v2/notifications, by reference."""
        self.asked.append(f"GET {request.path}")
        parts = urlsplit(request.path)
        asked = parse_qs(parts.query)
        if self.away:
            _drop(request)
        elif not _is_known(request):
            _answer(request, 403, _error("AuthError", "Invalid token: API key not found"))
        elif parts.path != "/v2/notifications" or asked.get("template_type") != ["letter"]:
            _answer(request, 404, _error("NoResultFound", "No result found"))
        else:
            listed = [] if self.slow else self.letters
            found = [one for one in listed if [one["reference"]] == asked.get("reference")]
            _answer(request, 200, {"notifications": found, "links": {"current": request.path}})


def _is_known(request: BaseHTTPRequestHandler) -> bool:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        found = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
    except jwt.PyJWTError:
        return False
    return bool(found.get("iss") == SERVICE)


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"status_code": 400, "errors": [{"error": kind, "message": message}]}


def _drop(request: BaseHTTPRequestHandler) -> None:
    request.close_connection = True
    request.connection.close()


def _answer(request: BaseHTTPRequestHandler, status: int, body: dict[str, Any]) -> None:
    raw = json.dumps(body).encode()
    request.send_response(status)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(raw)))
    request.end_headers()
    request.wfile.write(raw)
