"""Letters that get their dates when they are approved: does the text still stand, and which bytes leave in the end."""

import hashlib
from collections.abc import Mapping
from datetime import date

from ..ground.errors import Problem, Refused
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import DraftVoided, LetterDated
from ..rules.letters.compose import Composed, Missing
from ..rules.letters.edited_lines import pairs_of, short
from ..rules.words import Method
from .drafting import Files, block, dates_in_slots, keep_files, make_pdf, name_when_dated, print_draft
from .office import Office, Tally

CHANGED = "what it says has changed since it was drafted"
MOST_QUOTED = 3
"""Changed lines that the next email to the approver quotes; more are counted."""


def fill_dates(office: Office, case: Case, letter: LetterState, tally: Tally) -> bool:
    """Put the dates of today's approval into the approved text, keep the file, and log it.

    False where it has to wait: the calendar does not reach so far, which is said once, or no PDF can be made now.
    A letter of which anything but its dates would be different now is void. One that should have left by email on a day
    on which no round or no mail server let it gets the date of today, and leaves: dated for another day again, it would
    stay wherever rounds do not come every day.
    """
    missed = letter.planned_method is Method.MAIL and letter.date_on_letter is not None
    printed = _printed_now(office, case, letter, at_once=missed)
    why = _changed(office, case, letter, printed)
    if why:
        void_since(office, case, letter, why)
        return True
    if isinstance(printed, Missing):
        block(office, case, printed, trigger=letter.trigger, tally=tally)
        return False
    faults = office.outbox.check() if missed else []
    if faults:
        tally.problems.extend(faults)
        tally.world_failed = True
        return False
    composed, _ = printed
    docx = office.word.with_dates(approved_text(office, case, letter), dates_in_slots(composed))
    pdf, note = make_pdf(office, docx)
    if letter.planned_method is Method.MAIL and not pdf:
        what = f"{letter.letter} is approved and goes by email, but no PDF could be made of it. {note}"
        do = "The next round tries again."
        tally.problems.append(Problem(where=case.ref, what=what, what_to_do=do))
        return False
    office.note(case.ref, _dated(office, case, letter, composed, files=Files(docx=docx, pdf=pdf, note=note)))
    return True


def _dated(
    office: Office, case: Case, letter: LetterState, composed: Composed, *, files: Files
) -> LetterDated:
    kept = keep_files(office, case.ref, name_when_dated(office, case, letter), files)
    return LetterDated(
        letter=letter.letter,
        version=letter.version,
        text_sha256=letter.text_sha256 or letter.sha256,
        file=kept.file,
        sha256=kept.sha256,
        date_on_letter=composed.dated,
        answer_by=composed.answer_by.end if composed.answer_by else None,
        also=_slots_only(composed.also, letter),
        pdf=kept.pdf,
        pdf_sha256=kept.pdf_sha256,
        pdf_note=files.note,
        other_dates={name: str(composed.other_fields[name]) for name in composed.other_slots},
    )


def _slots_only(also: Mapping[str, date], letter: LetterState) -> dict[str, date]:
    return {name: day for name, day in also.items() if name in letter.slots}


def void_if_changed(office: Office, case: Case, letter: LetterState) -> bool:
    """Void a letter that waits for its yes, or for its day, where more than its dates would be different now."""
    why = changed(office, case, letter) if letter.slots else ""
    if why:
        void_since(office, case, letter, why)
    return bool(why)


def void_since(office: Office, case: Case, letter: LetterState, why: str) -> None:
    """This version no longer counts, and neither do its codes."""
    office.note(case.ref, DraftVoided(letter=letter.letter, version=letter.version, why=why))


def changed(office: Office, case: Case, letter: LetterState) -> str:
    """Why the approved text may not leave, or be approved, any more; "" where it would be drafted the same today."""
    return _changed(office, case, letter, _printed_now(office, case, letter))


def _printed_now(
    office: Office, case: Case, letter: LetterState, *, at_once: bool = False
) -> tuple[Composed, bytes] | Missing:
    """The letter as it would be drafted today, for the way on which the approved one is to go."""
    by_mail = letter.planned_method is Method.MAIL
    return print_draft(office, case, letter.letter, pdf=by_mail, at_once=at_once)


def lacks_adult(office: Office, case: Case) -> bool:
    """Whether the register is damaged and the adult is not in it: what a letter would say now, nobody can tell."""
    register = office.people.read()
    return bool(register.faults) and case.adult not in register.adults


def _changed(
    office: Office, case: Case, letter: LetterState, printed: tuple[Composed, bytes] | Missing
) -> str:
    if isinstance(printed, Missing):
        return "" if printed.beyond_calendar or lacks_adult(office, case) else printed.what
    composed, docx = printed
    if composed.method is not letter.planned_method:
        return f"it would now go another way ({composed.method})"
    if (composed.slots, composed.other_slots) != (letter.slots, letter.other_slots):
        return "the rule for its dates has changed"
    if composed.dating != letter.dating:
        return "the rule for its dates has changed"
    try:
        text = approved_text(office, case, letter)
        if office.word.other_parts(text, docx, {}):
            return f"{CHANGED}{_quoted(office.word.text_of(text), office.word.text_of(docx))}"
    except Refused:
        return "the file was changed after it was drafted"
    news = [one for one in composed.lasting if one not in letter.warnings]
    return f"the approver should know first: {' '.join(news)}" if news else ""


def approved_text(office: Office, case: Case, letter: LetterState) -> bytes:
    """The Word file with words in the places of its dates, as it was drafted.

    Raises:
        Refused: it is gone, or is no longer what was drafted.
    """
    path, sha256 = letter.text_file or letter.file, letter.text_sha256 or letter.sha256
    docx = office.cases.file(case.ref, path)
    if hashlib.sha256(docx).hexdigest() != sha256:
        what, do = f"{path} was changed after it was drafted.", "Draft it again: draft REF."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    return docx


def _quoted(before: str, now: str) -> str:
    """The lines that differ, for whoever approves the next version."""
    pairs = pairs_of(before, now)
    told = [
        f'"{short(one.now)}" in place of "{short(one.was)}"' if one.was else f'"{short(one.now)}" is new'
        for one in pairs[:MOST_QUOTED]
    ]
    more = [f"{len(pairs) - MOST_QUOTED} more lines"] if len(pairs) > MOST_QUOTED else []
    return f": {'; '.join([*told, *more])}" if told else ""
