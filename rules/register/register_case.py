"""One case as the register shows it: its head, its rows, and what a copy leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..cases.case import Case
from ..cases.register_row import RegisterRow
from ..words import Profile, Why
from .happening import Happening

PROFILE_WORDS: Mapping[Profile, str] = {
    Profile.GOVERNORS: "Copy for governors: no names, no addresses, no reporter, no free text.",
    Profile.PANEL: "Full copy for a panel, the local authority or the police. It shows who reported, so do not pass"
    " it to the adult.",
    Profile.SUBJECT: "Copy for the adult: their own information; other people and whoever reported are withheld,"
    " each passage marked with the reason.",
}
"""What is at the top of every copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What is above the rows of a case. Days are ISO; `last_seq` and `last_hash` name the newest log line."""

    ref: str
    school: str
    adult: str
    pupils: tuple[str, ...]
    conduct: tuple[str, ...]
    state: str
    opened_on: str
    step: str
    outcome: str
    last_seq: int
    last_hash: str


WHOLE_FILE = "(whole file)"
"""Ends the place of a file that is withheld whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """One place where a copy leaves something out; `written` is for the reviewer's worksheet alone.

    `whole`: a whole entry, text or file, of which a reviewer cannot let a passage stay.
    """

    ref: str
    place: str
    why: Why
    written: str
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """One case in a copy of the register; `happening` is what it is about, for those who read all of it alone."""

    head: CaseHead
    rows: tuple[RegisterRow, ...]
    withheld: tuple[Withholding, ...] = ()
    happening: Happening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What every copy says of itself: the school, for whom, and which part of the register."""

    school: str
    profile: Profile
    scope: str = "the whole register"

    @property
    def words(self) -> str:
        """What this copy leaves out."""
        return PROFILE_WORDS[self.profile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids stand for: the school's name, pupils by pupil_id, titles of conduct by id, names of steps by id."""

    school: str
    pupils: Mapping[str, str]
    conduct: Mapping[str, str]
    steps: Mapping[str, str] = field(default_factory=dict)


def head_of(case: Case, names: Names, rows: Sequence[RegisterRow]) -> CaseHead:
    """The head of a case, as it stands after its last log line."""
    ended = [row.outcome for row in rows if row.outcome]
    return CaseHead(
        ref=case.ref,
        school=names.school,
        adult=case.adult_name or case.adult,
        pupils=tuple(names.pupils.get(pupil, pupil) for pupil in case.pupils),
        conduct=tuple(names.conduct.get(name, name) for name in case.conduct),
        state=case.state,
        opened_on=rows[0].happened_on if rows else "",
        step=case.step,
        outcome=ended[-1] if ended else "",
        last_seq=case.last_seq,
        last_hash=case.last_hash,
    )
