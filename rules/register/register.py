"""The register (correspondence log) of one case: a fold over its log; rebuilt at will, never edited."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from ..cases.events import Entry, InRegister
from ..cases.phrases import local_time
from ..cases.register_row import Direction, RegisterRow, Seen, Sensitivity, minute
from ..cases.sentences import sentence

__all__ = ["RegisterRow", "register_rows"]


def register_rows(
    ref: str,
    school_name: str,
    entries: Iterable[Entry],
    clause_of: Callable[[str], str],
    *,
    told: bool = True,
) -> list[RegisterRow]:
    """The rows of one case, in the order of its log.

    Args:
        ref: the case's reference.
        school_name: as printed in the register.
        entries: the whole log of the case.
        clause_of: where the policy names a kind of conduct; "" where it has no number.
        told: with the sentence of each entry; without it for readers who get other words in its place.

    Returns:
        One row for each entry whose kind is in the register; a posted letter's row also tells who approved it and
        how it was answered, even where that was said later in the log.
    """
    seen = Seen(clause_of=clause_of)
    rows: list[RegisterRow] = []
    for entry in entries:
        event = entry.event
        event.remember(seen, entry)
        if isinstance(event, InRegister):
            rows.append(_with_clause(event.row(_bare(ref, school_name, entry, told=told), seen), seen))
        event.tell_earlier(rows, entry)
    return rows


def _bare(ref: str, school_name: str, entry: Entry, *, told: bool) -> RegisterRow:
    """What every row has, whatever its kind: as it stands when its entry was written."""
    here = local_time(entry.at)
    return RegisterRow(
        seq=entry.seq,
        ref=ref,
        school=school_name,
        happened_on=here.date().isoformat(),
        recorded_at=minute(here),
        direction=Direction.INTERNAL,
        summary=sentence(entry) if told else "",
        kind=type(entry.event).__name__,
        sensitivity=Sensitivity.ORDINARY,
        hash=entry.hash,
        from_role=entry.by,
    )


def _with_clause(row: RegisterRow, seen: Seen) -> RegisterRow:
    """What the school decides or writes rests on a clause of its policy; what it receives does not."""
    if row.direction is Direction.IN or not (row.letter or row.decision):
        return row
    return replace(row, clause=seen.clause)
