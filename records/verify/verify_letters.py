"""Do the letters of a case fit each other: drafted, approved, begun and posted as the same bytes? Reads no file."""

from collections.abc import Iterable, Iterator

from ...ground.errors import Problem
from ...rules.cases.events import Entry, LetterApproved, LetterDrafted, LetterPosted, PostingStarted

_Later = LetterApproved | PostingStarted | LetterPosted
_DONE = {LetterApproved: "approved", PostingStarted: "sent on its way", LetterPosted: "posted"}


def problems_of_letters(ref: str, entries: Iterable[Entry]) -> Iterator[Problem]:
    """Letters approved or posted as other bytes than were drafted, and letters that left without an approval."""
    drafted: dict[tuple[str, int], str] = {}
    approved: set[tuple[str, int]] = set()
    for entry in entries:
        event = entry.event
        if isinstance(event, LetterDrafted):
            drafted[event.letter, event.version] = event.sha256
        elif isinstance(event, _Later):
            place = (event.letter, event.version)
            where = f"{ref}, entry {entry.seq}"
            if drafted.get(place) != event.sha256:
                yield _other_bytes(where, event)
            if isinstance(event, LetterApproved):
                approved.add(place)
            elif isinstance(event, PostingStarted) and place not in approved:
                yield _not_approved(where, event)


def _other_bytes(where: str, event: _Later) -> Problem:
    return Problem(
        where=where,
        what=f"{event.letter} version {event.version} was {_DONE[type(event)]} as a file that was never drafted.",
        what_to_do="Do not post it. Compare the log with the last backup, and ask the approver what was approved.",
    )


def _not_approved(where: str, event: PostingStarted) -> Problem:
    return Problem(
        where=where,
        what=f"{event.letter} version {event.version} began to leave without an approval before it.",
        what_to_do="Do not post it. Compare the log with the last backup, and ask the approver.",
    )
