"""Agreements sent to families outside a case: what is noted of a round of them, and what each note changes."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import final

from msgspec import Struct, field

from ...ground.values import replace
from .office_event import OfficeEvent

ALL_LETTERS = "all.pdf"
"""The file in which all letters of a round are one PDF."""


class Round(Struct, frozen=True, kw_only=True):
    """One wording of the agreement, sent to many adults at once.

    Attributes:
        id: "G-2026-1".
        letters: the SHA-256 of the Word file of each adult, by the number in people.csv.
        files: the SHA-256 of each file, by its name: those Word files, and all as one PDF.
        return_by: the day printed in the letters by which it comes back.
        approved_by: who approved all of them together; "" while they wait.
        posted_on: the day on which they left; None while they have not.
        back: what each adult answered, and on which day: True where they signed, False where they will not.
    """

    id: str
    title: str
    version: str
    letters: Mapping[str, str]
    files: Mapping[str, str]
    return_by: date | None = None
    approved_by: str = ""
    posted_on: date | None = None
    withdrawn: bool = False
    back: Mapping[str, tuple[bool, date]] = field(default_factory=dict)

    @property
    def stands(self) -> str:
        """How far it is, in a word: whoever looked at it before that changed has seen another round."""
        if self.withdrawn:
            return "withdrawn"
        return "posted" if self.posted_on else "approved" if self.approved_by else "waiting"


class AgreementEvent(OfficeEvent, frozen=True, kw_only=True):
    """The base of what is noted of the round of agreements with this id."""

    round: str

    @classmethod
    def is_folded(cls) -> bool:
        """It changes how a round stands."""
        return True

    @abstractmethod
    def fold(self, known: Round | None) -> Round | None:
        """The round after this; None where it was never drawn up."""


class LetterMade(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The letter of one adult: who, and the SHA-256 of the Word file."""

    adult: str
    sha256: str


@final
class AgreementsDrawnUp(AgreementEvent, frozen=True, kw_only=True):
    """The letters of a round were written; they wait for the approver.

    `pdf_sha256` is "" where no PDF could be made; `left_out` counts those who get none.
    """

    title: str
    version: str
    points: list[str]
    reason: str
    letters: list[LetterMade]
    pdf_sha256: str
    return_by: date | None
    left_out: int = 0

    @property
    def files(self) -> dict[str, str]:
        """The SHA-256 of each file of the round, by its name."""
        words = {f"{one.adult}.docx": one.sha256 for one in self.letters}
        return {**words, ALL_LETTERS: self.pdf_sha256} if self.pdf_sha256 else words

    def fold(self, known: Round | None) -> Round | None:
        return Round(
            id=self.round,
            title=self.title,
            version=self.version,
            letters={one.adult: one.sha256 for one in self.letters},
            files=self.files,
            return_by=self.return_by,
        )


@final
class AgreementsApproved(AgreementEvent, frozen=True, kw_only=True):
    """All letters of the round were approved, as they stood."""

    approver: str

    def fold(self, known: Round | None) -> Round | None:
        return replace(known, approved_by=self.approver) if known else None


@final
class AgreementsWithdrawn(AgreementEvent, frozen=True, kw_only=True):
    """The round will not be sent."""

    reason: str

    def fold(self, known: Round | None) -> Round | None:
        return replace(known, withdrawn=True) if known else None


@final
class AgreementsPosted(AgreementEvent, frozen=True, kw_only=True):
    """The round left the school, on paper."""

    on: date

    def fold(self, known: Round | None) -> Round | None:
        return replace(known, posted_on=self.on) if known else None


@final
class AgreementReturned(AgreementEvent, frozen=True, kw_only=True):
    """One adult signed, or will not; the newest note counts."""

    adult: str
    signed: bool
    on: date
    note: str = ""

    def fold(self, known: Round | None) -> Round | None:
        return replace(known, back={**known.back, self.adult: (self.signed, self.on)}) if known else None
