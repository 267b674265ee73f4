"""An SMTP server inside the test (aiosmtpd): STARTTLS, login, refusals, and a link that breaks on demand."""

import asyncio
import ssl
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from servers.certificates import Certificates
from servers.needs import free_port
from servers.tokens import Signer

USER = "letters@school.example"
PASSWORD = "copper-kettle-77"


class SmtpSink:
    """Keeps every email it took as (recipients, bytes). A context manager.

    Attributes:
        refuses: recipients answered with 550.
        breaks_after_text: the link is cut when the whole email has come, before any answer.
        refuses_text: the email itself is answered with 552.
        not_as: what is answered to a sender of the envelope at a step of SMTP, such as "RCPT" or "DATA".
        senders: the sender of the envelope of every email that was taken.
        signer: whose tokens are taken (XOAUTH2).
        takes_tokens: whether XOAUTH2 is offered.
    """

    host = "localhost"

    def __init__(self, certificates: Certificates, *, offers_tls: bool = True) -> None:
        self.port = free_port()
        self.ca_file = certificates.ca_file
        self.taken: list[tuple[list[str], bytes]] = []
        self.signer = Signer()
        self.takes_tokens = True
        self.refuses: set[str] = set()
        self.breaks_after_text = False
        self.refuses_text = False
        self.not_as: dict[tuple[str, str], str] = {}
        self.senders: list[str] = []
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

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - looked for
        """Take a token; tell what is wrong with it, and wait for the empty answer, as Microsoft and Google do."""
        del args
        answer = await server.challenge_auth(b"")
        assert isinstance(answer, bytes)
        said = answer.decode().split("\x01")
        user, token = said[0].removeprefix("user="), said[1].removeprefix("auth=Bearer ")
        if self.signer.is_good(token, user):
            return AuthResult(success=True, auth_data=user)
        await server.challenge_auth(b'{"status":"400","schemes":"Bearer"}')
        return AuthResult(success=False, handled=False)

    async def handle_EHLO(  # noqa: N802, PLR0917 - looked for, and called so
        self, server: SMTP, session: Session, envelope: Envelope, name: str, offers: list[str]
    ) -> list[str]:
        """Say what is offered."""
        del server, envelope
        session.host_name = name
        return offers if self.takes_tokens else [offer.replace(" XOAUTH2", "") for offer in offers]

    async def handle_MAIL(  # noqa: N802, PLR0917 - looked for, and called so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a sender, or refuse it."""
        del server, session
        if said := self.not_as.get((address, "MAIL")):
            return said
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802, PLR0917 - aiosmtpd looks for this name and these arguments
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or refuse it."""
        del server, session, options
        if address in self.refuses:
            return "550 5.1.1 no such person here"
        if said := self.not_as.get((envelope.mail_from or "", "RCPT")):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the email."""
        del session
        if self.refuses_text:
            return "552 5.3.4 too big"
        if said := self.not_as.get((envelope.mail_from or "", "DATA")):
            return said
        content = envelope.content
        assert isinstance(content, bytes)
        self.senders.append(envelope.mail_from or "")
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
