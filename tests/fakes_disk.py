"""The disk as dictionaries: fakes that pass the same contract tests as the real records."""

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from msgspec import UNSET

from letterladder.ground.errors import Problem, Refused
from letterladder.records.logs.chain import chain_up, in_utc
from letterladder.records.logs.file_names import numbered, safe_name
from letterladder.records.logs.mail_log_file import hash_of
from letterladder.rules.cases.events import AnyEvent, Entry
from letterladder.rules.mails.mail_log import AnyMailEvent, MailEntry
from letterladder.rules.mails.outgoing import LaidOut, OutgoingMail, TrayLetter

NOWHERE = Path("in-memory")


def refused(where: str) -> Refused:
    """What a fake says where the real one refuses."""
    return Refused(Problem(where=where, what="There is no such thing.", what_to_do="Look at the test."))


class MemoryCaseFiles:
    """Case files without a disk; `reporters` shows what was noted apart."""

    def __init__(self) -> None:
        self.logs: dict[str, list[Entry]] = {}
        self.files: dict[str, dict[str, bytes]] = {}
        self.reporters: dict[str, dict[str, dict[str, str]]] = {}

    def refs(self) -> list[str]:
        """All references with entries, sorted."""
        return sorted(
            (ref for ref, log in self.logs.items() if log), key=lambda ref: tuple(map(int, ref.split("-")))
        )

    def new_ref(self, year: int) -> str:
        """The next free reference of the year."""
        number = max((int(ref[5:]) for ref in self.logs if ref.startswith(f"{year}-")), default=0) + 1
        ref = f"{year}-{number:04d}"
        self.logs[ref], self.files[ref] = [], {}
        return ref

    def explain_unused(self) -> None:
        """Nothing is reserved in memory that could confuse a person."""

    def read(self, ref: str) -> list[Entry]:
        """All entries of one case."""
        return list(self._log(ref))

    def append(self, ref: str, at: datetime, by: str, *events: AnyEvent, order: str = "") -> list[Entry]:
        """Chain the events behind the last one."""
        log = self._log(ref)
        bare = [Entry(seq=0, at=in_utc(at), by=by, event=event, order=order or UNSET) for event in events]
        _, made = chain_up(log[-1] if log else None, bare)
        log.extend(made)
        return made

    def keep_file(self, ref: str, folder: str, name: str, content: bytes) -> str:
        """Keep a file under a free name; an equal one is left."""
        self._log(ref)
        if "/" in folder or "." in folder:
            raise refused(folder)
        files = self.files[ref]
        spelt = {path.casefold(): path for path in files}
        for candidate in numbered(safe_name(name)):
            path = spelt.get(f"{folder}/{candidate}".casefold(), f"{folder}/{candidate}")
            if files.setdefault(path, content) == content:
                return path
        raise AssertionError

    def file(self, ref: str, path: str) -> bytes:
        """The bytes of a file."""
        self._log(ref)
        if path not in self.files[ref]:
            raise refused(path)
        return self.files[ref][path]

    def path(self, ref: str, path: str = "") -> Path:
        """An invented place; nothing is there."""
        self._log(ref)
        if ".." in PurePosixPath(path).parts or path.startswith("/"):
            raise refused(path)
        return NOWHERE / ref / path

    def keep_reporter(self, ref: str, mail: str, reporter: Mapping[str, str]) -> None:
        """Note who reported, apart."""
        self._log(ref)
        self.reporters.setdefault(ref, {})[mail] = dict(reporter)

    def _log(self, ref: str) -> list[Entry]:
        if ref not in self.logs:
            raise refused(ref)
        return self.logs[ref]


class MemoryMailLog:
    """An email log without a disk; `waiting` are the raw emails of the in-tray."""

    def __init__(self, cases: MemoryCaseFiles) -> None:
        self.cases = cases
        self.log: list[MailEntry] = []
        self.waiting: set[str] = set()
        self.raws: dict[str, bytes] = {}

    def entries(self) -> list[MailEntry]:
        """All entries, in order."""
        return list(self.log)

    def append(self, at: datetime, by: str, *events: AnyMailEvent) -> None:
        """Chain the events behind the last one."""
        bare = [MailEntry(seq=0, at=in_utc(at), by=by, event=event) for event in events]
        self.log += chain_up(self.log[-1] if self.log else None, bare)[1]

    def keep_raw(self, sha256: str, raw: bytes) -> None:
        """Keep the raw email in the in-tray."""
        if hash_of(raw) != sha256:
            raise refused(sha256)
        if sha256 not in self.raws:
            self.raws[sha256] = raw
            self.waiting.add(sha256)

    def keep_raws(self, raws: Mapping[str, bytes]) -> None:
        """Keep them one by one."""
        for sha256, raw in raws.items():
            self.keep_raw(sha256, raw)

    def raw(self, sha256: str) -> bytes:
        """The raw email, wherever it was filed."""
        if sha256 not in self.raws:
            raise refused(sha256)
        return self.raws[sha256]

    def filed(self, sha256: str, case_path: Path | None) -> None:
        """The email leaves the in-tray."""
        if case_path is not None:
            ref, *parts = case_path.relative_to(NOWHERE).parts
            if hash_of(self.cases.files[ref].get("/".join(parts), b"")) != sha256:
                raise refused(sha256)
        elif sha256 not in self.raws:
            raise refused(sha256)
        self.waiting.discard(sha256)


class MemoryQueue:
    """An outgoing queue without a disk; `gone` are the emails sent, `withdrawn` and `gathered` those taken out."""

    def __init__(self) -> None:
        self.mails: dict[str, OutgoingMail] = {}
        self.gone: dict[str, OutgoingMail] = {}
        self.withdrawn: dict[str, OutgoingMail] = {}
        self.gathered: dict[str, OutgoingMail] = {}

    def put(self, mail: OutgoingMail) -> None:
        """Keep what is put here, once."""
        if mail.message_id not in {*self.gone, *self.gathered}:
            self.mails.setdefault(mail.message_id, mail)

    def waiting(self) -> list[OutgoingMail]:
        """What is not yet sent, oldest first."""
        return list(self.mails.values())

    def sent(self, message_id: str) -> None:
        """Note that it went out."""
        self._move(message_id, self.gone)

    def has_left(self, message_id: str) -> bool:
        """Whether it is among the sent ones."""
        return message_id in self.gone

    def kept(self, message_id: str) -> OutgoingMail | None:
        """The email that went out."""
        return self.gone.get(message_id)

    def withdraw(self, message_id: str) -> None:
        """Take it out unsent."""
        self._move(message_id, self.withdrawn)

    def gather(self, message_ids: Collection[str]) -> None:
        """Take them out: they were told together."""
        for one in message_ids:
            self._move(one, self.gathered)

    def problems(self) -> list[Problem]:
        """Nothing is damaged in memory."""
        return []

    def _move(self, message_id: str, to: dict[str, OutgoingMail]) -> None:
        if message_id in self.mails:
            to[message_id] = self.mails.pop(message_id)
        elif message_id not in to:
            raise refused(message_id)


class MemoryTray:
    """A print tray without a disk; `letters` are those in it."""

    def __init__(self) -> None:
        self.letters: dict[tuple[str, str, int], TrayLetter] = {}

    def put(self, letter: TrayLetter) -> None:
        """Keep what is put here, once."""
        if hash_of(letter.docx) != letter.sha256:
            raise refused(letter.ref)
        self.letters[letter.ref, letter.letter, letter.version] = letter

    def holds(self, ref: str, letter: str, version: int) -> bool:
        """Whether it is in the tray."""
        return (ref, letter, version) in self.letters

    def waiting(self) -> list[LaidOut]:
        """What is in it, in order of posting."""
        found = [
            LaidOut(ref=one.ref, letter=one.letter, version=one.version, to=one.to, post_on=one.post_on)
            for one in self.letters.values()
        ]
        return sorted(found, key=lambda one: (one.post_on, *one.place))

    def share(self) -> list[Problem]:
        """Nobody else is here."""
        return []

    def take(self, ref: str, letter: str, version: int) -> None:
        """Out of the tray."""
        self.letters.pop((ref, letter, version), None)
