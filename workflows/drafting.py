"""Draft a letter: compose its fields, print the Word file, make a PDF where one can be made, and log it."""

import hashlib
from dataclasses import dataclass
from datetime import date

from ..ground.errors import CalendarEnds, Problem, Refused, WorldFailed
from ..ground.values import replace
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import DraftBlocked, DraftVoided, LetterDrafted
from ..rules.cases.stand_ins import handed_on
from ..rules.letters.compose import Composed, Missing, Order, compose
from ..rules.people.contact_role import with_contact_role
from ..rules.standing.steps import Draft
from ..rules.words import LetterStatus, Method
from .account_gate import account_notes
from .notices import tell
from .office import RULES, Office, Tally
from .reporter_gate import others_told, refuse_naming, unnamed
from .sheet_makers import sheet_block
from .translating import in_two_languages

FOR_APPROVAL = "-for-approval"
"""What the file of a letter is called behind its name while it has words in the places of its dates."""

NO_PDF = "No PDF: LibreOffice is not installed here. The Word file is the letter."


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """A letter as files: the Word file, and its PDF or why there is none."""

    docx: bytes
    pdf: bytes = b""
    note: str = ""


def draft_letter(office: Office, case: Case, plan: Draft, tally: Tally, *, by: str = RULES) -> None:
    """Write the next version of this letter, or log what stands in its way; older drafts are voided.

    One log line is written in every case, so that a second call finds the work done.
    """
    ready = _ready(office, case, plan.letter)
    if isinstance(ready, Missing):
        block(office, case, ready, trigger=plan.trigger, tally=tally)
        return
    void_drafts(office, case, "a newer draft replaces it")
    drafted = _kept(office, case, *ready)
    office.note(case.ref, replace(drafted, reason=plan.reason, trigger=plan.trigger), by=by)
    tally.drafted += 1


def draft_in_their_name(
    office: Office, case: Case, letter: LetterState, role: str, *, why: str, tally: Tally
) -> bool:
    """Print a draft again in the name of the role that is asked now; False where it cannot be, which is said once.

    Until it is printed the one before stands with its code.
    """
    trial = handed_on(case, letter.letter, letter.version, role=role, seq=case.last_seq + 1)
    ready = _ready(office, trial, letter.letter)
    if isinstance(ready, Missing):
        name = office.school.people[role].name
        what = f"{letter.letter} cannot be printed in the name of {name}. {ready.what}"
        if _said_before(office, case, what):
            return False
        block(office, case, replace(ready, what=what), trigger=letter.trigger, tally=tally)
        return False
    void = DraftVoided(letter=letter.letter, version=letter.version, why=why, stand_in=role)
    drafted = replace(_kept(office, trial, *ready), reason=letter.reason, trigger=letter.trigger)
    # One write: there is always a version that somebody can approve.
    office.note(case.ref, void, drafted)
    tally.drafted += 1
    return True


def _said_before(office: Office, case: Case, what: str) -> bool:
    """Whether the office was told exactly this: a draft that is written again each day does not say it each day."""
    events = (entry.event for entry in office.cases.read(case.ref))
    return any(isinstance(one, DraftBlocked) and one.what == what for one in events)


def _ready(office: Office, case: Case, letter: str) -> tuple[Composed, Files] | Missing:
    """The letter with its files; one that should go by email and has no PDF is written again for the post."""
    printed = print_draft(office, case, letter)
    if isinstance(printed, Missing):
        return printed
    composed, docx = printed
    pdf, note = make_pdf(office, docx)
    if pdf or composed.method is not Method.MAIL:
        return composed, Files(docx=docx, pdf=pdf, note=note)
    printed = print_draft(office, case, letter, pdf=False)
    return printed if isinstance(printed, Missing) else (printed[0], Files(docx=printed[1], note=note))


def print_draft(
    office: Office, case: Case, letter: str, *, pdf: bool = True, at_once: bool = False
) -> tuple[Composed, bytes] | Missing:
    """The letter as it would be drafted now, as a Word file; nothing is written. `at_once`: see `Order`.

    One that gets its dates when it is approved has words in their places. Where these cannot be filled in with the same
    result as printing the dates at once, it is printed with the very dates, and so approved with them.
    """
    composed = try_compose(office, case, letter, pdf=pdf, at_once=at_once)
    if isinstance(composed, Missing):
        return composed
    try:
        english = _english(office, composed)
        # Not the translation: it prints the same fields, and its own words hold nothing of the case. "Beth" is "what"
        # in Welsh, and nobody's name.
        text_in_english = office.word.text_of(english)
        refuse_naming(office, case, text_in_english)
        notes = account_notes(office, case, text_in_english)
        composed = replace(composed, warnings=(*composed.warnings, *notes))
        docx = _in_both(office, composed, english)
        if composed.slots:
            text = _with_slots(office, composed)
            if office.word.with_dates(text, dates_in_slots(composed)) == docx:
                return composed, text
    except Refused as refusal:
        return Missing(letter=letter, fields=(), what=str(refusal))
    return replace(composed, slots={}, dating="", other_slots={}), docx


def _with_slots(office: Office, composed: Composed) -> bytes:
    other = {**composed.other_fields, **composed.other_slots}
    fields = {**composed.fields, **composed.slots}
    return printed(office, replace(composed, fields=fields, other_fields=other))


def printed(office: Office, composed: Composed) -> bytes:
    """The Word file, with the translation behind it where there is one."""
    return _in_both(office, composed, _english(office, composed))


def _english(office: Office, composed: Composed) -> bytes:
    return office.word.print_letter(office.template(composed.letter), composed.fields, large=composed.large)


def _in_both(office: Office, composed: Composed, english: bytes) -> bytes:
    language = office.languages.language(composed.language) if composed.language else None
    if language is None:
        return english
    path = office.languages.translation(composed.letter, language.code).path
    other = office.word.print_letter(path, composed.other_fields, large=composed.large)
    return office.word.joined(english, other, language)


def dates_in_slots(composed: Composed) -> dict[str, str]:
    """The words in the places for dates, each with the date that takes it if the letter is approved now."""
    dates = {words: str(composed.fields[name]) for name, words in composed.slots.items()}
    other = {words: str(composed.other_fields[name]) for name, words in composed.other_slots.items()}
    return {**dates, **other}


def try_compose(
    office: Office, case: Case, letter: str, *, pdf: bool = True, by: str = RULES, at_once: bool = False
) -> Composed | Missing:
    """The letter's fields, or what is missing or would show who reported; nothing is written.

    `pdf`: whether one is thought to be possible; `by`: who asked for a sheet; `at_once`: see `Order`.
    """
    step = office.school.policy.steps.get(letter)
    if step is None:
        known = ", ".join(office.school.policy.steps)
        return Missing(letter=letter, fields=(), what=f"The policy has no step {letter}; it has {known}.")
    people = office.people.read()
    try:
        order = Order(
            case=case,
            step=step,
            school=with_contact_role(office.school, people.staff),
            adult=people.adults.get(case.adult),
            pupils=people.pupils_of(case.adult),
            used=office.word.fields_of(office.template(letter)),
            today=office.clock.today(),
            pdf=pdf and office.pdf.available(),
            at_once=at_once,
        )
        composed = compose(order)
        if isinstance(composed, Missing):
            return composed
        own = "others_told" in order.used and not others_told(office, case)
        told = {"others_told": ""} if own else {}
        block = sheet_block(office, case, step, by=by)
        composed = replace(composed, fields={**composed.fields, **told, **block})
        fit = unnamed(office, case, composed, order.used)
        return fit if isinstance(fit, Missing) else in_two_languages(office, case, fit, order.adult)
    except CalendarEnds as ends:
        return Missing(letter=letter, fields=(), what=str(ends), beyond_calendar=True)
    except Refused as refusal:
        return Missing(letter=letter, fields=(), what=str(refusal))


def void_drafts(office: Office, case: Case, why: str) -> None:
    """Void every version that is drafted or approved but has not begun to leave."""
    events = voided(case, why)
    if events:
        office.note(case.ref, *events)


def voided(case: Case, why: str) -> list[DraftVoided]:
    """What is to be logged so that no draft counts any more; for a caller who logs it with something else."""
    return [
        DraftVoided(letter=one.letter, version=one.version, why=why)
        for one in case.letters
        if one.status in {LetterStatus.DRAFTED, LetterStatus.APPROVED}
    ]


def _kept(office: Office, case: Case, composed: Composed, files: Files) -> LetterDrafted:
    event = keep_letter(office, case, composed.letter, files, suffix=FOR_APPROVAL if composed.slots else "")
    return replace(
        event,
        date_on_letter=composed.dated,
        answer_by=composed.answer_by.end if composed.answer_by else None,
        also=dict(composed.also),
        planned_method=composed.method,
        warnings=[one for one in composed.warnings if not composed.slots or one not in composed.of_dates],
        slots=dict(composed.slots),
        dating=composed.dating,
        language=composed.language,
        english_only=composed.english_only,
        other_slots=dict(composed.other_slots),
        promised={str(kind): words for kind, words in composed.promised.items()},
        signer=composed.signer,
        translation_sha256=_sha256_of_translation(office, composed),
        template_sha256=hashlib.sha256(office.template(composed.letter).read_bytes()).hexdigest(),
    )


def _sha256_of_translation(office: Office, composed: Composed) -> str:
    if not composed.language:
        return ""
    path = office.languages.translation(composed.letter, composed.language).path
    return hashlib.sha256(path.read_bytes()).hexdigest()


def keep_letter(office: Office, case: Case, letter: str, files: Files, *, suffix: str = "") -> LetterDrafted:
    """Put the Word file and its PDF into the case; the event still lacks its dates and reason."""
    kept = keep_files(office, case.ref, f"{len(case.letters) + 1}-{_title(office, letter)}{suffix}", files)
    return LetterDrafted(
        letter=letter,
        version=1 + sum(one.letter == letter for one in case.letters),
        file=kept.file,
        sha256=kept.sha256,
        date_on_letter=date.min,
        reason="",
        pdf=kept.pdf,
        pdf_sha256=kept.pdf_sha256,
        pdf_note=files.note,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where the files of a letter are in the case, and their SHA-256; "" for a PDF that is not there."""

    file: str
    sha256: str
    pdf: str
    pdf_sha256: str


def keep_files(office: Office, ref: str, name: str, files: Files) -> Kept:
    """Put the Word file and its PDF into the letters of the case."""
    docx, pdf = files.docx, files.pdf
    return Kept(
        file=office.cases.keep_file(ref, "letters", f"{name}.docx", docx),
        sha256=hashlib.sha256(docx).hexdigest(),
        pdf=office.cases.keep_file(ref, "letters", f"{name}.pdf", pdf) if pdf else "",
        pdf_sha256=hashlib.sha256(pdf).hexdigest() if pdf else "",
    )


def name_when_dated(office: Office, case: Case, letter: LetterState) -> str:
    """What the files of this version are called once it has its dates."""
    place = next(number for number, one in enumerate(case.letters, 1) if one.file == letter.file)
    return f"{place}-{_title(office, letter.letter)}"


def _title(office: Office, letter: str) -> str:
    return office.school.policy.letters.title_of(letter)


def make_pdf(office: Office, docx: bytes) -> tuple[bytes, str]:
    """The PDF of a letter, or nothing and why there is none."""
    if not office.pdf.available():
        return b"", NO_PDF
    try:
        return office.pdf.convert(docx), ""
    except WorldFailed as failure:
        return b"", f"No PDF: {failure}"


def block(office: Office, case: Case, missing: Missing, *, trigger: int, tally: Tally) -> None:
    """Log what is missing and tell the office, once for the same gap."""
    known = case.blocked
    if known and (known.letter, known.what, known.trigger) == (missing.letter, missing.what, trigger):
        return
    event = DraftBlocked(
        letter=missing.letter, missing=list(missing.fields), what=missing.what, trigger=trigger
    )
    office.note(case.ref, event)
    tally.blocked += 1
    supply = f"Supply it: draft {case.ref} --letter {missing.letter} --set name=value."
    tally.problems.append(
        Problem(
            where=f"{case.ref}, {missing.letter}",
            what=missing.what,
            what_to_do=supply if missing.fields else "Correct that; the next round drafts the letter.",
        )
    )
    tell(office, "blocked", ("office", "dsl"), ref=case.ref, letter=missing.letter, what=missing.what)
