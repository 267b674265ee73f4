"""What every event of the school's own logs is: a fact of no one case, with or without something to fold."""

from abc import abstractmethod

from msgspec import Struct


class OfficeEvent(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True, forbid_unknown_fields=True):
    """The base of events that belong to the school and to no one case.

    A kind is a `RequestEvent`, a `RetentionEvent`, an `AgreementEvent` or a `Note`, and is `final`, so that mypy
    refuses one without all its parts.
    """

    @classmethod
    @abstractmethod
    def is_folded(cls) -> bool:
        """Whether it changes how something stands."""


class Note(OfficeEvent, frozen=True, kw_only=True):
    """A fact that changes nothing that stands: it is looked up, or shown as it is."""

    @classmethod
    def is_folded(cls) -> bool:
        """It is not."""
        return False
