"""What the log of anchors tells: where all logs stood, that the email with that left, and who acknowledged a break."""

from typing import final

from msgspec import Struct

from .office_event import Note


class LogHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a log stood: its path in the data folder, the number of its last line, and that line's hash."""

    log: str
    seq: int
    hash: str


@final
class AnchorMade(Note, frozen=True, kw_only=True):
    """Where all logs stood on `day`: the heads that moved since the anchor before, and the root made of them.

    `before` is the root of the anchor before; the email under `message_id` carries `root` out of this machine, and
    names those who have `acknowledged` a break since the anchor before.
    """

    day: str
    logs: int
    heads: list[LogHead]
    before: str
    root: str
    to: list[str]
    message_id: str
    acknowledged: list[str] = []


@final
class AnchorQueued(Note, frozen=True, kw_only=True):
    """The email with the anchor of `day` was put into the queue; until this is said, it is put there again."""

    day: str
    message_id: str


@final
class BreakAcknowledged(Note, frozen=True, kw_only=True):
    """Somebody says that they know why something no longer fits its anchor; it counts for what a second one says, too.

    Attributes:
        lost: the lines and files that do not fit or are gone, as anchored.
        stands: where those of them that are still there stand now.
        numbers: numbers from anchor emails that are of no anchor of this folder, as typed: 16 to 64 hex digits.
        why: in their words.
        email: the address in school.toml of who says so.
        way: how they proved who they are; as `Order.way`.
    """

    lost: list[LogHead]
    stands: list[LogHead]
    numbers: list[str]
    why: str
    email: str
    way: str
