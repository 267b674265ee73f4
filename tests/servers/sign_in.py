"""A sign-in service on the loopback, as Microsoft and Google run theirs: token endpoint, device codes, refresh tokens.

It speaks only what msal and google-auth ask of the real ones, and keeps what they asked.
"""

import base64
import hashlib
import json
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, cast
from urllib.parse import parse_qs

from servers.certificates import Certificates

CLIENT = "11111111-2222-3333-4444-555555555555"
SECRET = "cedar-window-31"
TENANT = "99999999-8888-7777-6666-000000000000"

Table = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Book:
    """What the service knows and was asked.

    Attributes:
        pending: how often a device code is "not yet typed in".
        refusal: what every request for a token is answered with, instead of a token.
        lasts: seconds that a token is good for.
    """

    asked: list[Table] = field(default_factory=list)
    pending: int = 0
    refusal: Table | None = None
    lasts: int = 3600
    made: int = 0
    refresh: str = "refresh-0"


class SignInServer:
    """Plain HTTP, or TLS where certificates are given; a context manager. `book` is what it knows."""

    def __init__(self, certificates: Certificates | None = None) -> None:
        self.book = Book()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.book = self.book
        scheme = "http"
        if certificates is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificates.chain_file, certificates.key_file)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            scheme = "https"
        self.address = self._server.address = f"{scheme}://localhost:{self._server.server_address[1]}"

    def __enter__(self) -> "SignInServer":
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def grants(self) -> list[str]:
        """The kinds of grant that tokens were asked by, in order."""
        return [str(asked["grant_type"]) for asked in self.book.asked if "grant_type" in asked]


class _Server(ThreadingHTTPServer):
    book: Book
    address: str
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """What Microsoft says of a tenant."""
        server = cast(_Server, self.server)
        if f"/{TENANT}/" not in self.path:
            self._answer(400, {"error": "invalid_tenant"})
            return
        here = f"{server.address}/{TENANT}"
        self._answer(
            200,
            {
                "issuer": f"{here}/v2.0",
                "authorization_endpoint": f"{here}/oauth2/v2.0/authorize",
                "token_endpoint": f"{here}/oauth2/v2.0/token",
                "device_authorization_endpoint": f"{here}/oauth2/v2.0/devicecode",
            },
        )

    def do_POST(self) -> None:
        """A device code, or a token."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {key: value[0] for key, value in parse_qs(body).items()}
        book = cast(_Server, self.server).book
        book.asked.append(asked)
        if self.path.endswith("/devicecode"):
            self._answer(
                200,
                {
                    "device_code": "device-1",
                    "user_code": "KLM-42",
                    "verification_uri": "https://login.test/device",
                    "expires_in": 60,
                    "interval": 0.01,
                },
            )
            return
        refusal = book.refusal or _wrong(asked, book)
        self._answer(400 if refusal else 200, refusal or _granted(asked, book))

    def _answer(self, status: int, table: Table) -> None:
        body = json.dumps(table).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _wrong(asked: Table, book: Book) -> Table | None:
    """Why no token is given; None where one is."""
    match asked["grant_type"]:
        case "client_credentials":
            good = asked.get("client_secret") == SECRET or claims(asked.get("client_assertion", ""))
            return None if good else {"error": "invalid_client", "error_description": "AADSTS7000215: wrong."}
        case "refresh_token" if asked["refresh_token"] != book.refresh:
            return {"error": "invalid_grant", "error_description": "AADSTS70043: taken back."}
        case "authorization_code" if asked["code"] != "code-1":
            return {"error": "invalid_grant"}
        case _ if book.pending > 0:
            book.pending -= 1
            return {"error": "authorization_pending"}
    return None


def _granted(asked: Table, book: Book) -> Table:
    """A token; with each refresh token that is used, the next one."""
    book.made += 1
    answer: Table = {"access_token": f"access-{book.made}", "token_type": "Bearer", "expires_in": book.lasts}
    if asked["grant_type"] not in {"client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"}:
        book.refresh = f"refresh-{book.made}"
        answer |= {
            "refresh_token": book.refresh,
            "scope": next((one["scope"] for one in reversed(book.asked) if "scope" in one), ""),
            "client_info": packed({"uid": "1", "utid": TENANT}),
            "id_token": ".".join(map(packed, (_HEAD, _id_claims(asked), {}))),
        }
    return answer


_HEAD = {"alg": "none"}


def _id_claims(asked: Table) -> Table:
    now = int(time.time())
    return {
        "aud": asked.get("client_id", CLIENT),
        "iss": "x",
        "sub": "1",
        "oid": "1",
        "tid": TENANT,
        "preferred_username": "office@school.example",
        "iat": now,
        "exp": now + 600,
    }


def packed(table: Table) -> str:
    """A table as one piece of a JWT."""
    return base64.urlsafe_b64encode(json.dumps(table).encode()).decode().rstrip("=")


def claims(token: str) -> Table:
    """What a JWT claims; nothing where it is none."""
    middle = token.split(".")[1] if token.count(".") == 2 else ""
    return dict(json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))) if middle else {}


def challenge_of(verifier: str) -> str:
    """The PKCE challenge that belongs to a verifier (RFC 7636)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
