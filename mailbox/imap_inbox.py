"""A mailbox on an IMAP server. Read and unread marks mean nothing; nothing in it is ever deleted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from ..ground.errors import Problem, SomeUnread, WorldFailed
from ..rules.texts.report import Arrival
from .batches import BATCH_BYTES
from .headers import raw_value, value
from .imap_link import ImapAccount, logged_in
from .secure_link import forbid_plain_to_strangers

SIZES_AT_A_TIME = 500
"""Emails asked for their size, or moved, in one command."""

COPIED = "$LetterladderTaken"
"""Keyword of an email that was copied on a server without MOVE, so that it is never copied twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An email in the mailbox as its headers tell: when it came (UTC), from whom, and which server vouched for it."""

    received: datetime | None
    sender: str
    subject: str
    vouched_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """What waits in the mailbox: how many emails, since when, and the newest."""

    count: int
    oldest: datetime | None = None
    newest: tuple[Seen, ...] = ()


class ImapInbox:
    """Reads one folder of one account. A key is the folder's UIDVALIDITY and the email's UID, "17:4032"."""

    def __init__(self, account: ImapAccount) -> None:
        self.name = account.name
        self.has_a_past = True
        self._account = account
        forbid_plain_to_strangers(account.host, account.tls, self.name)

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """Batches of emails whose key is not `known`, in the order of the server; logs out at the end.

        Raises:
            WorldFailed: the server cannot be reached, refuses the login, or went away.
            SomeUnread: the server does not hand some emails over; all others were.
        """
        unread: list[Problem] = []
        with logged_in(self._account) as server:
            validity = _select(server, self._account.folder, readonly=True)
            unknown = [uid for uid in sorted(server.search("ALL")) if not known(f"{validity}:{uid}")]
            for wanted in _slices(unknown, SIZES_AT_A_TIME):
                for batch in self._batches(_sizes(server, wanted)):
                    yield self._fetched_surely(server, validity, batch, unread)
        if unread:
            raise SomeUnread(*unread)

    def put_aside(self, keys: Sequence[str]) -> None:
        """Move these emails to the folder of taken email, in one command for many.

        On a server with neither MOVE nor UIDPLUS they stay where they are: deleting would not be safe.

        Raises:
            WorldFailed: as `arrivals`.
        """
        with logged_in(self._account) as server:
            validity = _select(server, self._account.folder, readonly=False)
            uids = [int(key.partition(":")[2]) for key in keys if key.startswith(f"{validity}:")]
            if uids and (server.has_capability("MOVE") or server.has_capability("UIDPLUS")):
                taken = _made_sure_of(server, self._account.taken_folder)
                for some in _slices(uids, SIZES_AT_A_TIME):
                    _move(server, some, taken)

    def count(self) -> int:
        """How many emails are in the folder and in the one of taken email, together.

        Raises:
            WorldFailed: as `arrivals`.
        """
        with logged_in(self._account) as server:
            taken = _as_the_server_writes(server, self._account.taken_folder)
            folders = [self._account.folder, *([taken] if server.folder_exists(taken) else [])]
            return sum(int(server.folder_status(name, ["MESSAGES"])[b"MESSAGES"]) for name in folders)

    def check(self) -> list[Problem]:
        """Logs in and looks at the folder."""
        try:
            with logged_in(self._account) as server:
                _select(server, self._account.folder, readonly=True)
        except WorldFailed as error:
            return list(error.problems)
        return []

    def came_back(self, message_id: str) -> str | None:
        """The Return-Path of the email with this Message-ID, in the folder or among the taken; None where it is not.

        It is the address alone; "<>" where it comes back to nobody, and "" where no server wrote one.

        Raises:
            WorldFailed: as `arrivals`.
        """
        with logged_in(self._account) as server:
            taken = _as_the_server_writes(server, self._account.taken_folder)
            for folder in (self._account.folder, *([taken] if server.folder_exists(taken) else [])):
                _select(server, folder, readonly=True)
                for uid in server.search(["HEADER", "Message-ID", message_id]):
                    said = server.fetch([uid], ["BODY.PEEK[HEADER]"])[uid]
                    head = message_from_bytes(said[b"BODY[HEADER]"])
                    stated = raw_value(head, "Return-Path").strip().casefold()
                    return stated.strip("<> \t") or stated
        return None

    def glimpse(self, most: int) -> Glimpse:
        """How many emails wait in the folder, and the newest of them, newest first; nothing is marked or moved.

        Raises:
            WorldFailed: as `arrivals`.
        """
        with logged_in(self._account) as server:
            _select(server, self._account.folder, readonly=True)
            uids = sorted(server.search("ALL"))
            wanted = [*uids[:1], *uids[-most:]]
            said = server.fetch(wanted, ["BODY.PEEK[HEADER]", "INTERNALDATE"]) if wanted else {}
        seen = [_seen(said[uid]) for uid in wanted if b"BODY[HEADER]" in said.get(uid, {})]
        return Glimpse(count=len(uids), oldest=seen[0].received if seen else None, newest=tuple(seen[:0:-1]))

    def of_subject(self, words: str) -> list[Arrival]:
        """The emails whose subject has these words, in the folder or among the taken; nothing is marked or moved.

        Raises:
            WorldFailed: as `arrivals`.
        """
        found: list[Arrival] = []
        with logged_in(self._account) as server:
            taken = _as_the_server_writes(server, self._account.taken_folder)
            for folder in (self._account.folder, *([taken] if server.folder_exists(taken) else [])):
                validity = _select(server, folder, readonly=True)
                uids = server.search(["SUBJECT", words])
                found += self._fetched(server, validity, _sizes(server, uids)) if uids else []
        return found

    def _batches(self, sizes: dict[int, int]) -> Iterator[dict[int, int]]:
        """Uids with their sizes, at most `batch` emails and about 25 MB at a time."""
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

    def _fetched_surely(
        self, server: IMAPClient, validity: int, sizes: dict[int, int], unread: list[Problem]
    ) -> list[Arrival]:
        """A batch; where the server refuses it, each email for itself, so that one keeps no other back."""
        try:
            return self._fetched(server, validity, sizes)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            if len(sizes) == 1:
                unread.append(_not_handed_over(self.name, next(iter(sizes)), str(error)))
                return []
        return [
            mail
            for uid, size in sizes.items()
            for mail in self._fetched_surely(server, validity, {uid: size}, unread)
        ]

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


def _seen(said: Mapping[bytes, Any]) -> Seen:
    head = message_from_bytes(said[b"BODY[HEADER]"])
    vouched = raw_value(head, "Authentication-Results").split(";")[0].split()
    return Seen(
        received=_utc(said.get(b"INTERNALDATE")),
        sender=value(head, "From"),
        subject=value(head, "Subject"),
        vouched_by=vouched[0] if vouched and "=" not in vouched[0] else "",
    )


def _not_handed_over(name: str, uid: int, why: str) -> Problem:
    return Problem(
        where=name,
        what=f"The server does not deliver the email with the number (UID) {uid}: {why}",
        what_to_do="Open it in the mailbox itself and file what it reports by hand. It is tried again every round.",
    )


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
