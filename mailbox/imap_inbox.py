"""A mailbox on an IMAP server. Read and unread marks mean nothing; nothing in it is ever deleted."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError, LoginError

from ..rules.errors import Problem, WorldFailed
from ..rules.report import Arrival
from .batches import BATCH, BATCH_BYTES
from .secure_link import Protection, forbid_plain_to_strangers, keep_alive, plain_words, trusted

SIZES_AT_A_TIME = 500
"""Mails asked for their size, or moved, in one command."""

COPIED = "$LetterladderTaken"
"""Keyword of a mail that was copied on a server without MOVE, so that it is never copied twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapAccount:
    """Where and how to log in. `limit` in bytes: of a larger mail only the headers are fetched."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: Protection = "tls"
    folder: str = "INBOX"
    taken_folder: str = "Letterladder/Taken"
    ca_file: Path | None = None
    timeout_seconds: float = 30
    limit: int = 25_000_000
    batch: int = BATCH


class ImapInbox:
    """Reads one folder of one account. A key is the folder's UIDVALIDITY and the mail's UID, "17:4032"."""

    def __init__(self, account: ImapAccount) -> None:
        self.name = f"{account.user}@{account.host}/{account.folder}"
        self._account = account
        forbid_plain_to_strangers(account.host, account.tls, self.name)

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """Batches of mails whose key is not `known`, in the order of the server; logs out at the end.

        Raises:
            WorldFailed: the server cannot be reached, refuses the login, or went away.
        """
        with self._logged_in() as server:
            validity = _select(server, self._account.folder, readonly=True)
            unknown = [uid for uid in sorted(server.search("ALL")) if not known(f"{validity}:{uid}")]
            for wanted in _slices(unknown, SIZES_AT_A_TIME):
                for batch in self._batches(_sizes(server, wanted)):
                    yield self._fetched(server, validity, batch)

    def put_aside(self, keys: Sequence[str]) -> None:
        """Move these mails to the folder of taken mail, in one command for many.

        On a server with neither MOVE nor UIDPLUS they stay where they are: deleting would not be safe.

        Raises:
            WorldFailed: as `arrivals`.
        """
        with self._logged_in() as server:
            validity = _select(server, self._account.folder, readonly=False)
            uids = [int(key.partition(":")[2]) for key in keys if key.startswith(f"{validity}:")]
            if uids and (server.has_capability("MOVE") or server.has_capability("UIDPLUS")):
                taken = _made_sure_of(server, self._account.taken_folder)
                for some in _slices(uids, SIZES_AT_A_TIME):
                    _move(server, some, taken)

    def count(self) -> int:
        """How many mails are in the folder and in the one of taken mail, together.

        Raises:
            WorldFailed: as `arrivals`.
        """
        with self._logged_in() as server:
            taken = _as_the_server_writes(server, self._account.taken_folder)
            folders = [self._account.folder, *([taken] if server.folder_exists(taken) else [])]
            return sum(int(server.folder_status(name, ["MESSAGES"])[b"MESSAGES"]) for name in folders)

    def check(self) -> list[Problem]:
        """Logs in and looks at the folder."""
        try:
            with self._logged_in() as server:
                _select(server, self._account.folder, readonly=True)
        except WorldFailed as error:
            return list(error.problems)
        return []

    @contextmanager
    def _logged_in(self) -> Iterator[IMAPClient]:
        account = self._account
        with (
            plain_words(self.name, account.host, account.port),
            self._imap_words(),
            self._connected() as server,
        ):
            keep_alive(server.socket())
            if account.tls == "starttls":
                server.starttls(trusted(account.ca_file, self.name))
            server.login(account.user, account.password)
            yield server

    def _connected(self) -> IMAPClient:
        account = self._account
        protected = account.tls == "tls"
        return IMAPClient(
            account.host,
            account.port,
            ssl=protected,
            ssl_context=trusted(account.ca_file, self.name) if protected else None,
            timeout=account.timeout_seconds,
        )

    @contextmanager
    def _imap_words(self) -> Iterator[None]:
        """What the server's refusals mean. The order matters: each is a kind of the next."""
        host = self._account.host
        try:
            yield
        except LoginError as error:
            raise WorldFailed(self._login_failed(error)) from error
        except CapabilityError as error:
            raise WorldFailed(
                self._problem(
                    f"{host} does not offer what is needed: {error}",
                    'Nothing was sent unprotected. Try tls = "tls" (port 993), or ask who runs the server.',
                )
            ) from error
        except IMAPClientAbortError as error:
            raise WorldFailed(
                self._problem(
                    f"{host} went away in the middle: {error}.",
                    "Nothing is lost: what was not fetched is fetched in the next round.",
                )
            ) from error
        except IMAPClientError as error:
            raise WorldFailed(
                self._problem(f"{host} refused a command: {error}", "Check the folder's name in school.toml.")
            ) from error

    def _login_failed(self, error: LoginError) -> Problem:
        host, said = self._account.host, str(error)
        # The library makes every failure during the login a LoginError, a dropped link too.
        if (
            isinstance(error.__context__, IMAPClientAbortError)
            or "[UNAVAILABLE]" in said
            or "[INUSE]" in said
        ):
            return self._problem(
                f"{host} went away during the login: {said}",
                "It is tried again in the next round; if it lasts, ask who runs the server.",
            )
        return self._problem(
            f"{host} does not accept the user or the password of {self._account.user}.",
            "Put the right password into the file or environment variable that school.toml names.",
        )

    def _problem(self, what: str, what_to_do: str) -> Problem:
        return Problem(where=self.name, what=what, what_to_do=what_to_do)

    def _batches(self, sizes: dict[int, int]) -> Iterator[dict[int, int]]:
        """Uids with their sizes, at most `batch` mails and about 25 MB at a time."""
        batch: dict[int, int] = {}
        room = BATCH_BYTES
        for uid, size in sizes.items():
            weight = size if size <= self._account.limit else 0
            if batch and (weight > room or len(batch) >= self._account.batch):
                yield batch
                batch, room = {}, BATCH_BYTES
            batch[uid] = size
            room -= weight
        if batch:
            yield batch

    def _fetched(self, server: IMAPClient, validity: int, sizes: dict[int, int]) -> list[Arrival]:
        whole = [uid for uid, size in sizes.items() if size <= self._account.limit]
        cut = [uid for uid, size in sizes.items() if size > self._account.limit]
        arrived = {}
        for uids, part in ((whole, "BODY[]"), (cut, "BODY[HEADER]")):
            said = server.fetch(uids, [part.replace("BODY", "BODY.PEEK"), "INTERNALDATE"])
            for uid, answer in said.items():
                if part.encode() in answer:
                    arrived[uid] = Arrival(
                        key=f"{validity}:{uid}",
                        raw=answer[part.encode()] or b"",
                        size=sizes[uid],
                        received=_utc(answer.get(b"INTERNALDATE")),
                        cut=uids is cut,
                    )
        return [arrived[uid] for uid in sizes if uid in arrived]


def _select(server: IMAPClient, folder: str, *, readonly: bool) -> int:
    server.normalise_times = False
    return int(server.select_folder(folder, readonly=readonly)[b"UIDVALIDITY"])


def _sizes(server: IMAPClient, uids: list[int]) -> dict[int, int]:
    said = server.fetch(uids, ["RFC822.SIZE"])
    return {uid: int(said[uid][b"RFC822.SIZE"]) for uid in uids if b"RFC822.SIZE" in said.get(uid, {})}


def _move(server: IMAPClient, uids: list[int], taken: str) -> None:
    flags = server.get_flags(uids)
    present = [uid for uid in uids if uid in flags]
    if not present:
        return
    if server.has_capability("MOVE"):
        server.move(present, taken)
        return
    if fresh := [uid for uid in present if COPIED.encode() not in flags[uid]]:
        server.copy(fresh, taken)
        server.add_flags(fresh, [rb"\Deleted", COPIED.encode()], silent=True)
    server.uid_expunge(present)


def _made_sure_of(server: IMAPClient, folder: str) -> str:
    """The folder's name as this server writes it; the folder is made where it is missing."""
    name = _as_the_server_writes(server, folder)
    if not server.folder_exists(name):
        server.create_folder(name)
        server.subscribe_folder(name)
    return name


def _as_the_server_writes(server: IMAPClient, folder: str) -> str:
    """Servers part folders by "/" or by "."; some want all of them below a prefix such as "INBOX."."""
    prefix, divider = "", "/"
    if server.has_capability("NAMESPACE") and (personal := server.namespace().personal):
        prefix, divider = (_text(part) for part in personal[0])
    elif listed := server.list_folders("", ""):
        divider = _text(listed[0][1])
    name = folder.replace("/", divider or "/")
    return name if name.startswith(prefix) else prefix + name


def _text(part: str | bytes | None) -> str:
    return part.decode("ascii", "replace") if isinstance(part, bytes) else part or ""


def _utc(stated: object) -> datetime | None:
    if not isinstance(stated, datetime) or stated.tzinfo is None:
        return None
    return stated.astimezone(UTC)


def _slices(uids: list[int], length: int) -> Iterator[list[int]]:
    for start in range(0, len(uids), length):
        yield uids[start : start + length]
