"""What may be told to the adult of a step, and how serious conduct is: closed sets that a policy's data uses."""

from enum import StrEnum


class Telling(StrEnum):
    """Whether letters to the adult tell of a step.

    "afterwards": once it was done, and never as something that may come. "once agreed": that it was done is told only
    after somebody agreed to it by name, as with the police. "never": of legal advice, and of the school's own affairs.
    """

    YES = "yes"
    AFTERWARDS = "afterwards"
    AGREED = "once agreed"
    NEVER = "never"

    @property
    def is_named_before(self) -> bool:
        """Whether a letter may name it as something that the school may do."""
        return self in {Telling.YES, Telling.AGREED}


class Seriousness(StrEnum):
    """How serious a kind of conduct is: what a letter about it may name as a consequence."""

    MINOR = "minor"
    SERIOUS = "serious"
    GRAVE = "grave"

    @property
    def rank(self) -> int:
        """Its place from the least to the most serious."""
        return list(Seriousness).index(self)
