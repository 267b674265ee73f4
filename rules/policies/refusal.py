"""Why a step may not be taken: the rule, where it comes from, and what would satisfy it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a step may not be taken: the rule, where it comes from, and what would satisfy it."""

    rule: str
    source: str
    satisfied_by: str

    def __str__(self) -> str:
        return f"{self.rule} Source: {self.source}. What would satisfy it: {self.satisfied_by}"
