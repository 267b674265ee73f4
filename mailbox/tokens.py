"""Logging in without a password: where a token comes from, where it is kept, and how it is shown to a server."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from ..ground.disk import put_whole
from ..ground.errors import Problem, WorldFailed

Tell = Callable[[str], None]
"""Shows one line to the person who signs in."""


class TokenSource(Protocol):
    """Gives the token for one account, afresh for each connection."""

    def token(self, *, fresh: bool = False) -> str:
        """A token that is good for some minutes at least; `fresh` where the server did not take the last one.

        Raises:
            WorldFailed: nobody gives one; says who must do what.
        """

    def needs_sign_in(self) -> bool:
        """Whether a person must sign in before the first token."""

    def sign_in(self, tell: Tell) -> None:
        """Let a person sign in, and keep what comes of it.

        Raises:
            WorldFailed: it was not done, or refused.
        """


class TokenFile:
    """Keeps tokens in a file that only this account may read; it is replaced as a whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """What was kept; "" where nothing was."""
        try:
            return self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def write(self, content: str) -> None:
        """Keep `content`: a service that changes the refresh token with each use takes the old one back soon.

        Raises:
            WorldFailed: the disk is full or may not be written.
        """
        try:
            put_whole(self._path, content.encode())
        except OSError as error:
            raise WorldFailed(
                Problem(
                    where=self._path.name,
                    what=f"The token for the mailbox cannot be saved: {error.strerror}.",
                    what_to_do=f"Free some space, and let this account write to {self._path.parent}.",
                )
            ) from error


def xoauth2(user: str, token: str) -> Callable[..., str]:
    """The answers to a server that asks for XOAUTH2: the token first; to its complaint nothing, so that it refuses."""
    answers = [f"user={user}\x01auth=Bearer {token}\x01\x01"]
    return lambda _: answers.pop() if answers else ""


def not_taken(where: str, host: str, user: str, said: str) -> Problem:
    """A server refused a token that was just made."""
    return Problem(
        where=where,
        what=f"{host} does not accept the token for {user}: {said}",
        what_to_do="The sign-in worked, but gives no access to this mailbox. Check `user`, and the permissions  "
        "step by step in docs/mailboxes.md.",
    )
