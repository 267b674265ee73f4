"""What a language model was asked about an email, and what was taken of its answer: nothing acts on these lines.

The question is logged before it is sent: what left this machine is in the log, whatever became of the answer.
"""

from typing import final

from msgspec import Struct
from msgspec.structs import replace

from ...ground.moments import local_day
from ..cases.event_values import Line
from ..words import LEVELS, Level, Verdict
from .mail_event import Asking, MailEvent, Mails, Proposal, Suggestion


class Fitted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact that a machine proposes, "where": the words are the email's own, and `quote` is where they are."""

    fact: str
    words: str
    quote: str = ""


class Dropped(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A proposal of which nothing is kept but this: what it was, and why it was dropped."""

    what: str
    why: str


class MachineRead(Struct, frozen=True, kw_only=True):
    """What a language model proposed of one email, and how often it was asked.

    `answered`: an answer came in the form asked for. What is here is for a person to look at; nothing acts on it.
    """

    tries: int = 0
    answered: bool = False
    model: str = ""
    adults: list[Suggestion] = []
    conduct: list[Proposal] = []
    facts: list[Fitted] = []
    level: Level | None = None
    level_words: str = ""


NOT_READ = MachineRead()
"""Of an email that no machine was asked about."""


@final
class AssistAsked(MailEvent, frozen=True, kw_only=True):
    """A language model is about to be asked about this email.

    `sent_sha256` and `characters` are those of all that is sent, instructions included; `cut`: the email was longer.
    """

    mailbox: str
    key: str
    sha256: str
    address: str
    model: str
    sent_sha256: str
    characters: int
    cut: bool = False

    def fold(self, mails: Mails, line: Line) -> None:
        box, day = mails.box(self.mailbox), local_day(line.at)
        before = box.asking if box.asking.day == day else Asking(day=day, failed_at=box.asking.failed_at)
        after = replace(before, emails=before.emails + 1, characters=before.characters + self.characters)
        mails.put_box(self.mailbox, replace(box, asking=after))
        if row := mails.row(self.mailbox, self.key):
            read = row.machine or NOT_READ
            asked = replace(read, tries=read.tries + 1, model=self.model)
            mails.put(self.mailbox, self.key, replace(row, machine=asked))


@final
class AssistAnswered(MailEvent, frozen=True, kw_only=True):
    """What came back: whole, up to a limit, in `returned`; what was taken of it; what was dropped, and why.

    `failed` says why there is no answer that can be used; nothing is taken then.
    """

    mailbox: str
    key: str
    sha256: str
    failed: str = ""
    returned: str = ""
    characters: int = 0
    adults: list[Suggestion] = []
    conduct: list[Proposal] = []
    facts: list[Fitted] = []
    level: Level | None = None
    level_words: str = ""
    dropped: list[Dropped] = []

    def fold(self, mails: Mails, line: Line) -> None:
        if self.failed:
            box = mails.box(self.mailbox)
            mails.put_box(self.mailbox, replace(box, asking=replace(box.asking, failed_at=line.at)))
            return
        if row := mails.row(self.mailbox, self.key):
            read = replace(
                row.machine or NOT_READ,
                answered=True,
                adults=self.adults,
                conduct=self.conduct,
                facts=self.facts,
                level=self.level,
                level_words=self.level_words,
            )
            mails.put(self.mailbox, self.key, replace(row, machine=read))


@final
class LevelRaised(MailEvent, frozen=True, kw_only=True):
    """Somebody must look at an email of the in-tray sooner than the rules said; a lower level changes nothing."""

    mailbox: str
    key: str
    sha256: str
    level: Level
    why: str

    def fold(self, mails: Mails, line: Line) -> None:
        row = mails.row(self.mailbox, self.key)
        judged = row.judged if row else None
        if row is None or judged is None or judged.level is None or judged.verdict is not Verdict.INTRAY:
            return
        if LEVELS.index(self.level) > LEVELS.index(judged.level):
            sooner = replace(judged, level=self.level, why_level=self.why)
            mails.put(self.mailbox, self.key, replace(row, judged=sooner))
