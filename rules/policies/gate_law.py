"""The few facts of law that the gates of a policy name: carried by the policy, which every gate is given."""

from msgspec import Struct

from .legal_facts import LegalFacts


class GateLaw(Struct, frozen=True, kw_only=True):
    """What gates say as their source, and from how many occasions conduct may be called harassment."""

    heard_first: str
    access_advice: str
    harassment_act: str
    harassment_occasions: int
    parent_meaning: str

    @property
    def hearing(self) -> str:
        """Why a step waits until the adult was heard, or could be."""
        return (
            f"a person must be heard before a step is taken against them ({self.heard_first}; {self.access_advice}),"
            " and our letter named the day"
        )

    @property
    def harassment(self) -> str:
        """Why one occasion is not called harassment."""
        return f"the {self.harassment_act} requires at least {self.harassment_occasions} occasions"


def gate_law(legal: LegalFacts) -> GateLaw:
    """What the gates need of these facts."""
    return GateLaw(
        heard_first=legal.words("heard_first"),
        access_advice=legal.words("access_advice"),
        harassment_act=legal.words("harassment_act"),
        harassment_occasions=legal.number("harassment_occasions"),
        parent_meaning=legal.words("parent_meaning"),
    )
