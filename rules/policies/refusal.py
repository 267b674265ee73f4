"""Why a step may not be taken: the rule, where it comes from, and what would satisfy it."""

from msgspec import Struct


class Refusal(Struct, frozen=True, kw_only=True):
    """Why a step may not be taken: the rule, where it comes from, and what would satisfy it."""

    rule: str
    source: str
    satisfied_by: str

    def __str__(self) -> str:
        return f"{self.rule} Source: {self.source}. What would satisfy it: {self.satisfied_by}"
