"""The desk speaks HTTPS itself: on the real server, with a certificate of its own and nothing before it."""

import http.client
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from desk_door import Hall
from office import MONDAY, edited
from prepared import reported_school
from servers.certificates import Certificates, make_certificates

from letterladder.desk.web.serving import Serving, server_of
from letterladder.rules.people.school import Desking

SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Secured:
    """A desk that listens with its own certificate."""

    port: int
    certificates: Certificates

    def trusting(self) -> ssl.SSLContext:
        """A browser that knows the authority."""
        return ssl.create_default_context(cafile=str(self.certificates.ca_file))

    def open(self, path: str, **headers: str) -> tuple[http.client.HTTPResponse, str]:
        """Ask for a page."""
        line = http.client.HTTPSConnection("localhost", self.port, timeout=SECONDS, context=self.trusting())
        line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer, text


@pytest.fixture(name="desk", scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    folder = tmp_path_factory.mktemp("https")
    school = reported_school(folder)
    certificates = make_certificates(folder)
    for file in (certificates.chain_file, certificates.key_file):
        (school.folder / file.name).write_bytes(file.read_bytes())
    edited(
        school.folder,
        (
            'listen = "127.0.0.1:8400"',
            'listen = "127.0.0.1:8400"\ncertificate = "chain.pem"\nkey = "key.pem"',
        ),
        ('address = ""  ', 'address = "https://desk.larkfield.example"  '),
    )
    hall = Hall(school.folder, today=MONDAY)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    place = Desking(listen=f"127.0.0.1:{port}", certificate="chain.pem", key="key.pem")
    server = server_of(hall.app, place, school.folder)
    server.timeout = 3600
    serving = Serving(server)
    serving.start()
    yield Secured(port=port, certificates=certificates)
    serving.stop()


def test_a_page_comes_with_a_bound_cookie_and_the_wish_for_https(desk: Secured) -> None:
    """The name __Host- is kept by browsers only with Secure, path / and no domain."""
    answer, text = desk.open("/sign-in")
    assert answer.status == 200
    assert "Sign in" in text
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    name, *rest = [part.strip() for part in answer.headers["Set-Cookie"].split(";")]
    assert name.startswith("__Host-letterladder=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(rest)
    assert not any(part.lower().startswith("domain") for part in rest)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_of_today_is_spoken(desk: Secured, version: ssl.TLSVersion) -> None:
    """1.2 and 1.3."""
    context = desk.trusting()
    context.minimum_version = context.maximum_version = version
    with (
        socket.create_connection(("localhost", desk.port), timeout=SECONDS) as line,
        context.wrap_socket(line, server_hostname="localhost") as secured,
    ):
        assert secured.version() == {"TLSv1_2": "TLSv1.2", "TLSv1_3": "TLSv1.3"}[version.name]


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")
def test_the_server_itself_refuses_older_tls(desk: Secured) -> None:
    """Not only because this machine's browser would not ask: one that offers 1.1 alone is turned away."""
    context = desk.trusting()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    with (
        socket.create_connection(("localhost", desk.port), timeout=SECONDS) as line,
        pytest.raises((ssl.SSLError, ConnectionError)),
    ):
        context.wrap_socket(line, server_hostname="localhost")


def test_plain_http_gets_no_page_and_no_cookie(desk: Secured) -> None:
    """Whoever types http:// is told so, and nothing of ours goes over the wire."""
    line = http.client.HTTPConnection("localhost", desk.port, timeout=SECONDS)
    line.request("GET", "/sign-in")
    try:
        answer = line.getresponse()
    except (http.client.HTTPException, ConnectionError):
        return
    assert answer.status == 400
    assert "Set-Cookie" not in answer.headers
    assert "Sign in" not in answer.read().decode()


def test_a_forged_host_or_forwarded_header_changes_no_address(desk: Secured) -> None:
    """Pages lead to addresses below their own, whatever a request says of where it was sent."""
    forged = {"Host": "evil.example", "X_Forwarded_Host": "evil.example", "X_Forwarded_Proto": "http"}
    answer, _ = desk.open("/", **forged)
    assert answer.status == 303
    assert answer.headers["Location"].startswith("/sign-in")
    assert "evil" not in answer.headers["Location"]
    _, text = desk.open("/sign-in", **forged)
    assert "evil.example" not in text


@pytest.mark.parametrize(
    ("lines", "begun"), [(40, b""), (8, b"\x16\x03"), (8, b"GET /sign-in HTTP/1.1\r\nX-Slow: ")]
)
def test_slow_clients_do_not_keep_others_out(desk: Secured, lines: int, begun: bytes) -> None:
    """Many that never say anything, some that never end their handshake or their request: a page comes meanwhile."""
    slow = []
    for _ in range(lines):
        line = socket.create_connection(("localhost", desk.port), timeout=SECONDS)
        if begun.startswith(b"GET"):
            line = desk.trusting().wrap_socket(line, server_hostname="localhost")
        line.sendall(begun)
        slow.append(line)
    # The server lets nobody go for an hour: whoever is behind these lines would wait until the client gives up.
    answer, _ = desk.open("/sign-in")
    for line in slow:
        line.close()
    assert answer.status == 200
