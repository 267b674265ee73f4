"""What later lines say is wrong with earlier ones, to be shown beside them."""

from collections.abc import Iterable, Mapping

from .events import Correction, Entry
from .phrases import one_line


def corrections_of(entries: Iterable[Entry]) -> Mapping[int, str]:
    """For each line that was corrected, by its number: what is right, and in which entry that is said."""
    found: dict[int, str] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, Correction) and event.seq:
            told = f"{one_line(event.what).rstrip('.')} (entry {entry.seq})"
            found[event.seq] = f"{found[event.seq]}; {told}" if event.seq in found else told
    return found
