"""Do the letters of a case fit each other: drafted, approved, begun and posted as the same bytes?

A letter that got its dates when it was approved leaves as other bytes than the approved text: `dated_otherwise`.
"""

from collections.abc import Callable, Iterable, Iterator

from ...ground.english import uk_date
from ...ground.errors import Problem
from ...rules.cases.events import (
    Entry,
    LetterApproved,
    LetterDated,
    LetterDrafted,
    LetterPosted,
    PostingStarted,
)
from ..word.word_slots import other_parts

_Later = LetterApproved | PostingStarted | LetterPosted
_OF_LETTERS = frozenset({LetterDrafted, LetterDated, LetterApproved, PostingStarted, LetterPosted})
_Place = tuple[str, int]
_DONE = {LetterApproved: "approved", PostingStarted: "sent on its way", LetterPosted: "posted"}


def problems_of_letters(ref: str, entries: Iterable[Entry]) -> Iterator[Problem]:
    """Letters approved or posted as other bytes than were drafted, and letters that left without an approval."""
    drafted: dict[_Place, str] = {}
    leaves: dict[_Place, str] = {}
    approved: set[_Place] = set()
    for entry in entries:
        if type(entry.event) not in _OF_LETTERS:
            continue
        event, where = entry.event, f"{ref}, entry {entry.seq}"
        if isinstance(event, LetterDrafted):
            place = (event.letter, event.version)
            drafted[place] = event.sha256
            # One that has places for its dates leaves as nothing until it has got them.
            leaves[place] = "" if event.slots else event.sha256
        elif isinstance(event, LetterDated):
            place = (event.letter, event.version)
            if place not in approved or drafted.get(place) != event.text_sha256:
                yield _not_approved(where, event)
            leaves[place] = event.sha256
        elif isinstance(event, _Later):
            place = (event.letter, event.version)
            of = drafted if isinstance(event, LetterApproved) else leaves
            if of.get(place) != event.sha256:
                yield _other_bytes(where, event)
            if isinstance(event, LetterApproved):
                approved.add(place)
            elif isinstance(event, PostingStarted) and place not in approved:
                yield _not_approved(where, event)


def dated_otherwise(
    ref: str, entries: Iterable[Entry], read: Callable[[str, str], bytes]
) -> Iterator[Problem]:
    """Letters that differ from their approved text in more than the dates that the log names.

    Args:
        ref: the case.
        entries: its log.
        read: the bytes of a file of the case with this SHA-256; b"" where it has others, which is said elsewhere.
    """
    drafts: dict[_Place, LetterDrafted] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, LetterDrafted):
            drafts[event.letter, event.version] = event
        elif isinstance(event, LetterDated) and (draft := drafts.get((event.letter, event.version))):
            text, letter = read(draft.file, draft.sha256), read(event.file, event.sha256)
            if text and letter and other_parts(text, letter, _dates(draft, event)):
                yield Problem(
                    where=f"{ref}, entry {entry.seq}",
                    what=f"{event.letter} version {event.version} is not the approved text with its dates.",
                    what_to_do=f"Do not post it. Compare {event.file} with {draft.file}, and ask the approver.",
                )


def _dates(draft: LetterDrafted, dated: LetterDated) -> dict[str, str]:
    """The words in the places of the draft, and the dates that the log says took them."""
    days = {"letter_date": dated.date_on_letter, "answer_by": dated.answer_by, **dated.also}
    found = ((words, days.get(name)) for name, words in draft.slots.items())
    other = dated.other_dates.items()
    spoken = {draft.other_slots[name]: words for name, words in other if name in draft.other_slots}
    return {**{words: uk_date(day) for words, day in found if day}, **spoken}


def _other_bytes(where: str, event: _Later) -> Problem:
    return Problem(
        where=where,
        what=f"{event.letter} version {event.version} was {_DONE[type(event)]} as a file that was never drafted.",
        what_to_do="Do not post it. Compare the log with the last backup, and ask the approver what was approved.",
    )


def _not_approved(where: str, event: PostingStarted | LetterDated) -> Problem:
    done = "got its dates" if isinstance(event, LetterDated) else "began to leave"
    return Problem(
        where=where,
        what=f"{event.letter} version {event.version} {done} without an approval before it.",
        what_to_do="Do not post it. Compare the log with the last backup, and ask the approver.",
    )
