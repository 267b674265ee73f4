"""An SMTP server inside the test (aiosmtpd): STARTTLS, login, refusals, and a link that breaks on demand."""

import asyncio
import ssl
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from servers.certificates import Certificates
from servers.needs import free_port

USER = "letters@school.example"
PASSWORD = "copper-kettle-77"


class SmtpSink:
    """Keeps every mail it took as (recipients, bytes). A context manager.

    Attributes:
        refuses: recipients answered with 550.
        breaks_after_text: the link is cut when the whole mail has come, before any answer.
        refuses_text: the mail itself is answered with 552.
    """

    host = "localhost"

    def __init__(self, certificates: Certificates, *, offers_tls: bool = True) -> None:
        self.port = free_port()
        self.ca_file = certificates.ca_file
        self.taken: list[tuple[list[str], bytes]] = []
        self.refuses: set[str] = set()
        self.breaks_after_text = False
        self.refuses_text = False
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificates.chain_file, certificates.key_file)
        self._controller = Controller(
            self,
            hostname="127.0.0.1",
            port=self.port,
            tls_context=context if offers_tls else None,
            require_starttls=offers_tls,
            authenticator=_authenticate,
            auth_required=True,
            auth_require_tls=offers_tls,
        )

    def __enter__(self) -> "SmtpSink":
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    async def handle_RCPT(  # noqa: N802, PLR0917 - aiosmtpd looks for this name and these arguments
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or refuse it."""
        del server, session, options
        if address in self.refuses:
            return "550 5.1.1 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail."""
        del session
        if self.refuses_text:
            return "552 5.3.4 too big"
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append((list(envelope.rcpt_tos), content))
        if self.breaks_after_text:
            server.transport.abort()
            await asyncio.sleep(0)
        return "250 OK"


def _authenticate(  # noqa: PLR0917 - aiosmtpd calls it so
    server: SMTP, session: Session, envelope: Envelope, way: str, said: Any
) -> AuthResult:
    del server, session, envelope, way
    right = LoginPassword(USER.encode(), PASSWORD.encode())
    # handled=False makes aiosmtpd answer 535 itself; otherwise the client never hears of it.
    return AuthResult(success=said == right, handled=False)
