"""What every event is, and the values that several events hold."""

from msgspec import Struct

from ..words import Flag


class FlagSeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A flag and the words in the mail that led to it."""

    flag: Flag
    words: str


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was reported, as facts: where, the link (never fetched), the day of the post, the words, who saw it."""

    platform: str = ""
    link: str = ""
    posted_on: str = ""
    words: str = ""
    seen_by: str = ""


class Event(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True, forbid_unknown_fields=True):
    """The base of all events of a case. A field that this program does not know was written by a newer one."""
