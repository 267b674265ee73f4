"""Take an edited Word file in place of a draft: only if all its words are seen, nobody is named, and its dates hold."""

import hashlib
from collections.abc import Mapping
from datetime import date

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused
from ..ground.values import replace
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import LetterDrafted
from ..rules.letters.compose import Composed, Missing
from ..rules.letters.edited_changes import changes_told
from ..rules.letters.edited_letter import address_block, compare, stands
from ..rules.letters.edited_lines import Reckoned
from ..rules.letters.edited_people import other_people
from ..rules.letters.edited_sections import missing_sections
from ..rules.letters.kept_inside import edited_names
from ..rules.standing.drafts import edited_next
from ..rules.words import LetterStatus, Method
from .account_gate import account_notes
from .drafting import Files, keep_letter, make_pdf, printed, try_compose, voided
from .edited_translation import TwoTexts, refuse_other_dates, translation_kept, two_texts
from .office import Office
from .reporter_gate import kept_of, refuse_naming

READ_AGAIN = "The text was edited by hand: read the dates and the address again."


def draft_from_file(office: Office, case: Case, docx: bytes, *, by: str) -> None:
    """Take an edited Word file as the next version of the letter in hand; it needs its own approval.

    Raises:
        Refused: no letter is in hand, its posting has begun, or the file is not a Word file, holds what nobody sees,
            shows who reported, says another address or date than the case, or makes no PDF where one must be sent.
    """
    old = edited_next(case)
    if old is None or old.status is LetterStatus.POSTING or not (old.date_on_letter or old.slots):
        what = "There is no draft in this case for an edited file to replace."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Draft a letter first: draft REF."))
    fresh = try_compose(office, case, old.letter)
    docx = _with_dates(office, old, docx, fresh)
    known, edited = fresh if isinstance(fresh, Composed) else None, two_texts(office, docx)
    draft = _original(office, case, old, known)
    original = two_texts(office, draft)
    kept = translation_kept(old, original, edited)
    docx = docx if kept.language or edited.english_docx is None else edited.english_docx
    refuse_naming(office, case, edited.written_anew(original), unseen=office.word.unseen_text_of(docx))
    named, dates = _compared(office, case, old, (original.english, edited.english), fresh=known)
    if kept.language:
        refuse_other_dates(office, kept.language, (original, edited), dates.values())
    _refuse_other_words(office, case, old, (original.english, edited.english), fresh=known)
    docx = office.word.with_properties_of(docx, draft)
    pdf, note = make_pdf(office, docx)
    _refuse_unmailable(case, old, pdf, note)
    event = replace(
        _as_before(keep_letter(office, case, old.letter, Files(docx=docx, pdf=pdf, note=note)), old, dates),
        reason=f"edited by {by}",
        warnings=[_read_again(old, dates), *kept.told, *named, *account_notes(office, case, edited.english)],
        language=kept.language,
        english_only=kept.english_only,
        changes=_changes(original, edited),
    )
    # One write: a stop before it leaves the old draft as it was, and the same file is taken when it is given again.
    office.note(case.ref, *voided(case, "an edited file replaces it"), event, by=by)


def _as_before(event: LetterDrafted, old: LetterState, dates: Mapping[str, date]) -> LetterDrafted:
    """The line of the edited version: its dates, and what its draft was for."""
    return replace(
        event,
        date_on_letter=dates["letter_date"],
        answer_by=dates.get("answer_by"),
        also={name: day for name, day in dates.items() if name not in {"letter_date", "answer_by"}},
        planned_method=old.planned_method,
        trigger=old.trigger,
        promised=dict(old.promised),
        signer=old.signer,
    )


def _changes(original: TwoTexts, edited: TwoTexts) -> list[str]:
    """Every difference, in the English text and in its translation."""
    new, gone = edited.other - original.other, original.other - edited.other
    other = [f"Put in, in the translation: \u201c{line}\u201d" for line in new] if edited.other else []
    other += [f"Taken out, in the translation: \u201c{line}\u201d" for line in gone] if edited.other else []
    return [*changes_told(original.english, edited.english), *other]


def _refuse_missing(
    office: Office, case: Case, old: LetterState, texts: tuple[str, str], *, fresh: Composed | None
) -> None:
    """Refuse an edited letter that leaves out what the letter must print.

    Raises:
        Refused: it does; says each piece.
    """
    letters = office.school.policy.letters
    needed = [letters.field(name) for name in sorted(letters.must_print(old.letter))]
    fields = fresh.fields if fresh else {}
    found = missing_sections(*texts, ref=case.ref, fields=fields, needed=needed)
    if found.refused:
        raise Refused(*found.refused)


def _refuse_inside(office: Office, case: Case, text: str) -> None:
    """Refuse a letter that names what is kept inside, such as the legal adviser.

    Raises:
        Refused: it does; says what.
    """
    if told := edited_names(case, office.school, text):
        what = f"The edited letter tells the adult {told}. This is privileged or confidential."
        raise Refused(
            Problem(where=case.ref, what=what, what_to_do="Take it out, and submit the file again.")
        )


def _refuse_unmailable(case: Case, old: LetterState, pdf: bytes, note: str) -> None:
    if old.planned_method is Method.MAIL and not pdf:
        what = f"The letter goes by email, and no PDF could be made of this file. {note}"
        do = "Submit the file again when one can be made."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))


def _refuse_other_words(
    office: Office, case: Case, old: LetterState, texts: tuple[str, str], *, fresh: Composed | None
) -> None:
    """Who signs, what is promised and what the letter must print stays; raises `Refused` as each of them says."""
    _refuse_other_signer(office, case, old, texts)
    _refuse_missing(office, case, old, texts, fresh=fresh)
    _refuse_other_promises(case, old, *texts)


def _refuse_other_signer(office: Office, case: Case, old: LetterState, texts: tuple[str, str]) -> None:
    """Whoever signs a letter approves it, or is named by the policy: nobody else's name is put in its place by hand.

    Raises:
        Refused: the edited text has another role holder's name, and no longer the signer's.
    """
    written, edited = (" ".join(text.split()) for text in texts)
    if not old.signer or old.signer not in written or old.signer in edited:
        return
    others = [one.name for one in office.school.holders if one.name in edited and one.name not in written]
    if others:
        what = f"The draft is signed by {old.signer}; the edited file has the name of {others[0]} instead."
        do = "Leave the name as it is: a letter carries that of who approves it. `approver` of the step says who does."
        raise Refused(Problem(where=f"{case.ref}, {old.letter}", what=what, what_to_do=do))


def _refuse_other_promises(case: Case, old: LetterState, original: str, edited: str) -> None:
    """Who reviews, who decides and when there is a meeting is changed by fields: the case holds the school to it.

    Raises:
        Refused: the edited text does not say it any more.
    """
    one_line, written = " ".join(edited.split()), " ".join(original.split())
    for words in (part for told in old.promised.values() for part in told.split("; ")):
        if words in written and words not in one_line:
            what = (
                f"The draft says '{words}', and the edited file does not: the case is held to what it says."
            )
            do = f"Leave it in the file, or change it with draft {case.ref} --letter {old.letter} --set NAME='...'."
            raise Refused(Problem(where=f"{case.ref}, {old.letter}", what=what, what_to_do=do))


def _with_dates(office: Office, old: LetterState, docx: bytes, fresh: Composed | Missing) -> bytes:
    """The edited file with today's dates where it still has words in their places: it is approved with the very dates.

    Raises:
        Refused: these dates cannot be calculated now.
    """
    if not old.undated:
        return docx
    if isinstance(fresh, Missing):
        what = f"The dates of the letter cannot be filled in. {fresh.what}"
        problem = Problem(where=old.letter, what=what, what_to_do="Put that right, and submit it again.")
        raise Refused(problem)
    return office.word.with_dates(docx, _filling(old, fresh), by_hand=True)


def _filling(old: LetterState, fresh: Composed) -> dict[str, str]:
    both = ((old.slots, fresh.fields), (old.other_slots, fresh.other_fields))
    return {
        words: str(fields[name]) for slots, fields in both for name, words in slots.items() if name in fields
    }


def _read_again(old: LetterState, dates: Mapping[str, date]) -> str:
    """What the approver knows first; the dates of an edited letter do not wait as those of its draft did."""
    if not old.slots:
        return READ_AGAIN
    day = uk_date(dates["letter_date"])
    return f"{READ_AGAIN} They are fixed: approve it on {day} at the latest, or it is drafted again unedited."


def letter_replaced(case: Case) -> str:
    """The letter that an edited file would be the next version of; "" where there is none."""
    old = edited_next(case)
    return old.letter if old else ""


def _compared(
    office: Office, case: Case, old: LetterState, texts: tuple[str, str], *, fresh: Composed | None
) -> tuple[tuple[str, ...], dict[str, date]]:
    """What the approver should know of the changes, and the dates of the edited letter.

    `texts` are the English ones: of the draft, and as it was edited.

    Raises:
        Refused: the letter says another address or date than the case, or what is confidential.
    """
    original, text = texts
    _refuse_inside(office, case, text)
    people = office.people.read()
    adult = people.adults.get(case.adult)
    others = other_people(original, text, people, (case.adult, kept_of(office, case)))
    if others.refused:
        raise Refused(*others.refused)  # alone: what else is wrong might repeat the address
    dates = _fresh_dates(fresh) if old.undated and fresh else _dates_of(old)
    now = Reckoned(
        ref=case.ref,
        name=adult.full_name if adult else case.adult_name,
        salutation=adult.salutation if adult else "",
        address=adult.address if adult else (),
        dates=_fresh_dates(fresh) if fresh else dates,
    )
    found = compare(original, text, drafted=_as_drafted(original, case, now, dates), now=now)
    if found.refused:
        raise Refused(*found.refused)
    return (*found.named, *others.named), {**dates, **found.dates}


def _as_drafted(original: str, case: Case, now: Reckoned, dates: dict[str, date]) -> Reckoned:
    """What the draft printed: the dates of its log line, and the name and address that are in it."""
    if stands((now.name, *now.address), original):
        return replace(now, dates=dates)
    blocks = (address_block(original, name) for name in (now.name, case.adult_name))
    block = next((one for one in blocks if one), (now.name, *now.address))
    return Reckoned(ref=now.ref, name=block[0], salutation=now.salutation, address=block[1:], dates=dates)


def _original(office: Office, case: Case, old: LetterState, fresh: Composed | None) -> bytes:
    """The draft; where its file was touched or cannot be read, the same letter printed again; b"" if it cannot be."""
    try:
        docx = office.cases.file(case.ref, old.file)
        if hashlib.sha256(docx).hexdigest() == old.sha256:
            filled = office.word.with_dates(docx, _filling(old, fresh)) if old.undated and fresh else docx
            office.word.text_of(filled)
            return filled
    except Refused:
        pass  # an earlier version took files that this one refuses; the letter is printed again below
    if fresh is None:
        return b""
    fields = {**fresh.fields, **{name: uk_date(day) for name, day in _dates_of(old).items()}}
    return printed(office, replace(fresh, fields=fields))


def _dates_of(letter: LetterState) -> dict[str, date]:
    """The dates that the draft was calculated with, by their fields."""
    found = {"letter_date": letter.date_on_letter, "answer_by": letter.answer_by}
    return {**{name: day for name, day in found.items() if day}, **letter.also}


def _fresh_dates(composed: Composed) -> dict[str, date]:
    answer = {"answer_by": composed.answer_by.end} if composed.answer_by else {}
    return {"letter_date": composed.dated, **answer, **composed.also}
