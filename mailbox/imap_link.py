"""A link to an IMAP server, logged in; what goes wrong with it, in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError, LoginError

from ..ground.errors import Problem, WorldFailed
from .batches import BATCH
from .secure_link import Protection, keep_alive, plain_words, trusted
from .tokens import TokenSource, not_taken, xoauth2


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapAccount:
    """Where and how to log in: with a token where `tokens` gives one, else with the password.

    `limit` in bytes: of a larger email only the headers are fetched.
    """

    host: str
    port: int
    user: str
    password: str = field(default="", repr=False)
    tokens: TokenSource | None = field(default=None, repr=False)
    tls: Protection = "tls"
    folder: str = "INBOX"
    taken_folder: str = "Letterladder/Taken"
    ca_file: Path | None = None
    timeout_seconds: float = 30
    limit: int = 25_000_000
    batch: int = BATCH

    @property
    def name(self) -> str:
        """The account and its folder, as the email log and problems name them."""
        return f"{self.user}@{self.host}/{self.folder}"


@contextmanager
def logged_in(account: ImapAccount) -> Iterator[IMAPClient]:
    """A link of its own; it is logged out at the end.

    Raises:
        WorldFailed: the server cannot be reached, refuses the login or a command, or went away.
    """
    with (
        plain_words(account.name, account.host, account.port),
        _imap_words(account),
        _connected(account) as server,
    ):
        keep_alive(server.socket())
        if account.tls == "starttls":
            server.starttls(trusted(account.ca_file, account.name))
        _log_in(server, account)
        yield server


def _connected(account: ImapAccount) -> IMAPClient:
    protected = account.tls == "tls"
    return IMAPClient(
        account.host,
        account.port,
        ssl=protected,
        ssl_context=trusted(account.ca_file, account.name) if protected else None,
        timeout=account.timeout_seconds,
    )


def _log_in(server: IMAPClient, account: ImapAccount) -> None:
    if account.tokens is None:
        server.login(account.user, account.password)
        return
    try:
        server.sasl_login("XOAUTH2", xoauth2(account.user, account.tokens.token()))
    except LoginError as error:
        if _is_no_refusal(error):
            raise
        # The token may have been taken back since it was kept: the second one is new.
        server.sasl_login("XOAUTH2", xoauth2(account.user, account.tokens.token(fresh=True)))


@contextmanager
def _imap_words(account: ImapAccount) -> Iterator[None]:
    """What the server's refusals mean. The order matters: each is a kind of the next."""
    host = account.host
    try:
        yield
    except LoginError as error:
        raise WorldFailed(_login_failed(account, error)) from error
    except CapabilityError as error:
        raise WorldFailed(
            _problem(
                account,
                f"{host} does not offer what is needed: {error}",
                'Nothing was sent unprotected. Try tls = "tls" (port 993), or ask whoever runs the server.',
            )
        ) from error
    except IMAPClientAbortError as error:
        raise WorldFailed(
            _problem(
                account,
                f"{host} broke the connection off: {error}.",
                "Nothing is lost: what was not fetched will be fetched in the next round.",
            )
        ) from error
    except IMAPClientError as error:
        raise WorldFailed(
            _problem(account, f"{host} refused a command: {error}", "Check the folder's name in school.toml.")
        ) from error


def _login_failed(account: ImapAccount, error: LoginError) -> Problem:
    if _is_no_refusal(error):
        return _problem(
            account,
            f"{account.host} broke the connection off during the login: {error}",
            "It will be tried again in the next round; if it goes on, ask whoever runs the server.",
        )
    if account.tokens is not None:
        return not_taken(account.name, account.host, account.user, str(error))
    return _problem(
        account,
        f"{account.host} does not accept the user name or the password of {account.user}.",
        "Put the right password into the file or environment variable that school.toml names.",
    )


def _is_no_refusal(error: LoginError) -> bool:
    """The library makes every failure during the login a LoginError, a dropped link too."""
    said = str(error)
    return isinstance(error.__context__, IMAPClientAbortError) or "[UNAVAILABLE]" in said or "[INUSE]" in said


def _problem(account: ImapAccount, what: str, what_to_do: str) -> Problem:
    return Problem(where=account.name, what=what, what_to_do=what_to_do)
