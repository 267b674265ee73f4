"""What later entries add to earlier rows of the register: the answer to a letter, the evidence of a report."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from ..cases.events import (
    AnswerRecorded,
    AnswerTakenBack,
    ClockRecomputed,
    Corrected,
    DeadlineLapsed,
    DecisionMade,
    DeliveryFailed,
    Entry,
    EvidenceKept,
    LetterPosted,
    PostingCorrected,
)
from ..cases.sentences import one_line
from ..policies.policy import NO_FURTHER_ACTION
from ..words import Outcome
from .register_row import RegisterRow, RowFile


def tell_earlier_rows(rows: list[RegisterRow], entry: Entry) -> None:
    """Put what came later onto the row it is about: the answer onto the letter, the evidence onto the report."""
    match entry.event:
        case EvidenceKept(mail=mail, file=file, sha256=sha256):
            kept = RowFile(name=file, sha256=sha256)
            _amend(
                rows,
                lambda row: _is_about_mail(row, mail),
                lambda row: {"attachments": (*row.attachments, kept)},
            )
        case AnswerRecorded(letter=letter, on=on, outcome=outcome):
            told = {"answered_on": on.isoformat(), "outcome": str(outcome)}
            _amend(rows, lambda row: _is_posting(row) and letter in {"", row.letter}, lambda _: told)
        case DeadlineLapsed() | DeliveryFailed() as ended:
            word = Outcome.LAPSED if isinstance(ended, DeadlineLapsed) else Outcome.UNDELIVERED
            _amend(
                rows,
                lambda row: _is_version(row, ended.letter, ended.version),
                lambda _: {"outcome": str(word)},
            )
        case ClockRecomputed(letter=letter, version=version, new=new):
            moved = {"answer_by": new.isoformat()}
            _amend(rows, lambda row: _is_version(row, letter, version), lambda _: moved)
        case DecisionMade(step=step) if step != NO_FURTHER_ACTION:
            _amend(rows, _is_posting, lambda _: {"next_action": step, "owner": entry.by})
        case Corrected() | PostingCorrected() | AnswerTakenBack():
            _correct(rows, entry, entry.event)
        case _:
            pass


def _correct(
    rows: list[RegisterRow], entry: Entry, event: Corrected | PostingCorrected | AnswerTakenBack
) -> None:
    """Mark the row that is wrong with what is right; a wrong day and a wrong answer are put right where they count."""
    _amend(
        rows,
        lambda row: row.seq == event.seq,
        lambda row: {
            "corrected_by": ", ".join(filter(None, (row.corrected_by, str(entry.seq)))),
            "correction": "; ".join(filter(None, (row.correction, one_line(event.what)))),
        },
    )
    match event:
        case PostingCorrected():
            day = event.answer_by.isoformat() if event.answer_by else ""
            right = {"posted_on": event.on.isoformat(), "happened_on": event.on.isoformat()}
            right |= {"deemed_received": event.received_on.isoformat(), "answer_by": day}
            right |= {"answer_rule": event.rule}
            _amend(
                rows,
                lambda row: _is_version(row, event.letter, event.version),
                lambda row: right | ({"outcome": ""} if row.outcome == Outcome.LAPSED else {}),
            )
        case AnswerTakenBack():
            answer = next((row for row in rows if row.seq == event.seq), None)
            _amend(
                rows,
                lambda row: answer is not None and _is_posting(row) and row.letter == answer.letter,
                lambda _: {"answered_on": "", "outcome": ""},
            )
        case Corrected():
            pass


def _amend(
    rows: list[RegisterRow],
    fits: Callable[[RegisterRow], bool],
    change: Callable[[RegisterRow], Mapping[str, object]],
) -> None:
    for place in range(len(rows) - 1, -1, -1):
        if fits(rows[place]):
            rows[place] = replace(rows[place], **change(rows[place]))
            return


def _is_posting(row: RegisterRow) -> bool:
    return row.kind == LetterPosted.__name__


def _is_version(row: RegisterRow, letter: str, version: int) -> bool:
    return _is_posting(row) and (row.letter, row.version) == (letter, version)


def _is_about_mail(row: RegisterRow, mail: str) -> bool:
    return any(kept.sha256 == mail for kept in row.attachments)
