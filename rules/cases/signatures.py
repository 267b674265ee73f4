"""Which acts are told to the person in whose name they were done."""

from .case import Signature
from .events import DecisionMade, Entry
from .letter_events import LetterApproved, LetterReturned


def signatures(
    event: LetterApproved | LetterReturned | DecisionMade, entry: Entry, what: str
) -> tuple[Signature, ...]:
    """What is to be told of this act, and to which role; nothing where the log names none, as older logs do."""
    if not event.tell:
        return ()
    step = event.step if isinstance(event, DecisionMade) else event.letter
    return (Signature(seq=entry.seq, at=entry.at, role=event.tell, how=event.how, what=what, step=step),)
