"""Hands emails to an SMTP server: to all their recipients, or to none."""

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..ground.errors import LetterladderError, Problem, WorldFailed
from ..rules.mails.outgoing import OutgoingMail
from .charsets import to_text
from .compose import bare_address, recipients
from .folder_outbox import composed
from .secure_link import Protection, forbid_plain_to_strangers, keep_alive, plain_words, trusted
from .tokens import TokenSource, not_taken, xoauth2

TAKEN = 250
TAKEN_OR_PASSED_ON = (250, 251)
TOO_BIG = 552
"""Whoever sends it, the email is too big, or the mailbox is full (RFC 5321, section 4.2.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpAccount:
    """Where and how to hand email over; an empty `user` means that the server wants no login.

    The login is with a token where `tokens` gives one, else with the password.
    """

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tokens: TokenSource | None = field(default=None, repr=False)
    tls: Protection = "starttls"
    ca_file: Path | None = None
    timeout_seconds: float = 30


class SmtpOutbox:
    """Sends each email over a link of its own. `now` gives the Date header; it must carry its zone.

    `answers_to` is the address whose mailbox is read: answers go there, and what cannot be delivered comes back there.

    Attributes:
        refused: what the server said to `answers_to` as the sender of the envelope, of the email handed over last;
            "" where it took it. That email left with the sender's own address, and comes back there.
    """

    def __init__(
        self, account: SmtpAccount, sender: str, now: Callable[[], datetime], *, answers_to: str = ""
    ) -> None:
        self.name = f"{account.user}@{account.host}" if account.user else account.host
        self._account = account
        self._sender = sender
        self._answers_to = answers_to
        self._now = now
        self.refused = ""
        forbid_plain_to_strangers(account.host, account.tls, self.name)

    def send(self, mail: OutgoingMail) -> None:
        """Send to every recipient; where the server refuses one of them, to none.

        Raises:
            WorldFailed: it was not handed over; or the link broke after the text, and nobody can say.
        """
        content = composed(mail, self._sender, self._now(), self._answers_to)
        to, own = recipients(mail), bare_address(self._sender)
        read = bare_address(self._answers_to) if self._answers_to else own
        self.refused = ""
        try:
            self._leave(read, to, content, mail)
        except _NotTaken as refusal:
            if not refusal.may_be_the_sender or read == own:
                raise
            # An account that may not use that address still sends. Nothing left: the server said no to the whole email.
            self._leave(own, to, content, mail)
            self.refused = refusal.said

    def check(self) -> list[Problem]:
        """Logs in, and sends nothing."""
        try:
            bare_address(self._sender)
            with self._logged_in():
                return []
        except LetterladderError as error:
            return list(error.problems)

    def _leave(self, envelope: str, to: list[str], content: bytes, mail: OutgoingMail) -> None:
        """One try, over a link of its own: a server that refused may have closed the one before."""
        with self._logged_in() as server:
            self._envelope(server, envelope, to)
            self._hand_over(server, content, mail)

    def _envelope(self, server: smtplib.SMTP, envelope: str, to: list[str]) -> None:
        """Name the sender and all recipients before a byte of the email is sent."""
        code, said = server.mail(envelope)
        if code != TAKEN:
            what = f"The sender {envelope} is refused: {_said(code, said)}"
            problem = self._problem(what, "Use an address that belongs to this account.")
            raise _NotTaken(problem, said=_said(code, said))
        refused = [(address, server.rcpt(address)) for address in to]
        answers = [(address, *answer) for address, answer in refused if answer[0] not in TAKEN_OR_PASSED_ON]
        problems = [
            self._problem(
                f"{address} is refused, so nobody got the email: {_said(code, said)}",
                "Correct this address; the email is kept and will be tried again.",
            )
            for address, code, said in answers
        ]
        if problems:
            with suppress(smtplib.SMTPException, OSError):
                server.rset()
            raise _NotTaken(*problems, said=_said(*answers[0][1:]))

    def _hand_over(self, server: smtplib.SMTP, content: bytes, mail: OutgoingMail) -> None:
        code: int
        said: bytes | str
        try:
            code, said = server.data(content)
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise WorldFailed(
                self._problem(
                    f"The connection broke while {mail.message_id} was being handed over: nobody can say "
                    "whether it went "
                    "out.",
                    "Look in the account's sent items, or ask a recipient, before it is sent again.",
                )
            ) from error
        except smtplib.SMTPDataError as error:
            code, said = error.smtp_code, error.smtp_error
        if code != TAKEN:
            what = f"{mail.message_id} is refused: {_said(code, said)}"
            problem = self._problem(
                what, "Read what the server says; the email is kept and will be tried again."
            )
            raise _NotTaken(problem, said=_said(code, said), may_be_the_sender=_for_good(code))

    @contextmanager
    def _logged_in(self) -> Iterator[smtplib.SMTP]:
        account = self._account
        with plain_words(self.name, account.host, account.port), self._smtp_words():
            server = self._connected()
            try:
                server.ehlo_or_helo_if_needed()
                if account.user:
                    _log_in(server, account)
                yield server
                with suppress(smtplib.SMTPException, OSError):
                    server.quit()
            finally:
                server.close()

    def _connected(self) -> smtplib.SMTP:
        account = self._account
        context = trusted(account.ca_file, self.name)
        where, seconds = (account.host, account.port), account.timeout_seconds
        if account.tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=seconds, context=context)
        else:
            server = smtplib.SMTP(*where, timeout=seconds)
        if account.tls == "starttls":
            try:
                server.starttls(context=context)
            except BaseException:
                server.close()
                raise
        if server.sock is not None:
            keep_alive(server.sock)
        return server

    @contextmanager
    def _smtp_words(self) -> Iterator[None]:
        host = self._account.host
        try:
            yield
        except smtplib.SMTPAuthenticationError as error:
            raise WorldFailed(self._login_failed(_said(error.smtp_code, error.smtp_error))) from error
        except smtplib.SMTPNotSupportedError as error:
            raise WorldFailed(
                self._problem(
                    f"{host} does not offer what is needed: {error}",
                    'Nothing was sent unprotected. Try tls = "tls" (port 465), or ask whoever runs the server.',
                )
            ) from error
        except smtplib.SMTPServerDisconnected as error:
            if isinstance(error.__context__, TimeoutError):
                raise error.__context__ from error
            raise WorldFailed(
                self._problem(
                    f"{host} broke the connection off: {error}", "The email is kept and will be tried again."
                )
            ) from error
        except smtplib.SMTPResponseException as error:
            raise WorldFailed(
                self._problem(
                    f"{host} refuses: {_said(error.smtp_code, error.smtp_error)}",
                    "Read what the server says; the email is kept and will be tried again.",
                )
            ) from error
        except (smtplib.SMTPException, UnicodeError) as error:
            raise WorldFailed(
                self._problem(
                    f"{host} cannot take this email: {error}", "Check the addresses in school.toml."
                )
            ) from error

    def _login_failed(self, said: str) -> Problem:
        account = self._account
        if account.tokens is not None:
            return not_taken(self.name, account.host, account.user, said)
        return self._problem(
            f"{account.host} does not accept the user name or the password: {said}",
            "Put the right password into the file or environment variable that school.toml names.",
        )

    def _problem(self, what: str, what_to_do: str) -> Problem:
        return Problem(where=self.name, what=what, what_to_do=what_to_do)


class _NotTaken(WorldFailed):
    """The server said no to the email as a whole, so that nobody has it.

    Attributes:
        said: its words.
        may_be_the_sender: whether another sender of the envelope may help. Servers refuse one where it is named, at
            the recipients (Postfix), or only after the text (Microsoft 365: 5.2.252, 5.7.60), in words of their own.
    """

    def __init__(self, *problems: Problem, said: str, may_be_the_sender: bool = True) -> None:
        super().__init__(*problems)
        self.said = said
        self.may_be_the_sender = may_be_the_sender


def _for_good(code: int) -> bool:
    """Whether the answer to the whole text is a no that stands; after any other the email may still be on its way."""
    return code // 100 == 5 and code != TOO_BIG


def _log_in(server: smtplib.SMTP, account: SmtpAccount) -> None:
    if account.tokens is None:
        server.login(account.user, account.password)
        return
    server.ehlo_or_helo_if_needed()
    if "XOAUTH2" not in server.esmtp_features.get("auth", "").upper().split():
        raise smtplib.SMTPNotSupportedError("login with a token (XOAUTH2)")
    try:
        _show_token(server, account.user, account.tokens.token())
    except smtplib.SMTPAuthenticationError:
        # The token may have been taken back since it was kept: the second one is new.
        _show_token(server, account.user, account.tokens.token(fresh=True))


def _show_token(server: smtplib.SMTP, user: str, token: str) -> None:
    # The token is too long for the line of the command itself (RFC 4954, section 4).
    server.auth("XOAUTH2", xoauth2(user, token), initial_response_ok=False)


def _said(code: int, said: bytes | str) -> str:
    return f"{code} {to_text(said) if isinstance(said, bytes) else said}".strip()
