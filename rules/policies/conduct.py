"""A kind of conduct that a policy names, and what the policy says of the police for it."""

from enum import StrEnum

from msgspec import Struct

from ..words import About, Deed
from .telling import Seriousness

POLICE_ASKED, POLICE_ALWAYS = "police-asked", "police-always-told"
POLICE_RULES = frozenset({POLICE_ASKED, POLICE_ALWAYS})
"""The rules that `police` of a kind of conduct makes: a question that somebody answers; or a duty."""


class Police(StrEnum):
    """What the policy says of the police for a kind of conduct."""

    NO = "no"
    CONSIDER = "consider"
    ALWAYS = "always"


class Conduct(Struct, frozen=True, kw_only=True):
    """A category of behaviour that the policy names.

    Attributes:
        title: plain words that may be in a letter: "abusive comments about a member of staff".
        clause: where the policy names it, as the policy numbers itself; may be empty.
        cues: words and phrases in a report that suggest this conduct; lower case.
        deeds: what is done and to whom, each of which is this conduct: (words, staff), (picture, pupil).
        first: steps allowed first; the first one is the default.
        ordinary: a clear report of it is drafted at once; otherwise a person triages it first.
        police: whether the police are always told, or somebody decides whether they are, or neither.
        criticism: it is a grievance and no misconduct: it leads to the complaints signpost and nothing above it.
        occasions: how many separate occasions must be known before a letter may call it this (harassment: two).
        seriousness: how serious it is: the ceiling for the consequences that a letter about it names. None: grave where
            the policy says anything of the police for it, else minor.
        named_by: the title of the linked policy that names it; "" where the school's own policy does.
    """

    id: str
    title: str
    clause: str = ""
    cues: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    deeds: tuple[tuple[Deed, About], ...] = ()
    ordinary: bool = True
    police: Police = Police.NO
    criticism: bool = False
    occasions: int = 1
    seriousness: Seriousness | None = None
    named_by: str = ""

    @property
    def on_site(self) -> bool:
        """Whether it is done on or at the premises, and never online."""
        return bool(self.deeds) and all(deed.on_site for deed, _ in self.deeds)

    @property
    def weight(self) -> Seriousness:
        """How serious it is, as the policy says or as what it says of the police tells."""
        told = Seriousness.MINOR if self.police is Police.NO else Seriousness.GRAVE
        return self.seriousness or told
