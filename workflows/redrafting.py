"""A person asks for a draft: of the letter that is due, of another that the policy allows, or of an edited file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from ..ground.errors import Problem, Refused
from ..rules.cases.case import Case
from ..rules.letters.compose import Missing
from ..rules.standing.drafts import draft_meant
from ..rules.standing.standing import Offer, why_not
from ..rules.standing.steps import Draft
from ..rules.standing.stops import Act, leaving_letter, stop_of
from ..rules.words import LetterStatus
from .answering import give_fields
from .approving import touched
from .dating import changed
from .drafting import draft_letter, print_draft
from .edited_files import draft_from_file, letter_replaced
from .giving import check_fields, given_lines, with_fields
from .office import Office, Tally
from .posting import record_not_posted


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrafted:
    """What came of it.

    `stands`: the letter in hand is byte for byte what would be drafted, so it stands with what was asked about it.
    `blocked`: what keeps the letter from being drafted although the fields were taken.
    """

    stands: bool = False
    blocked: tuple[Problem, ...] = ()


def redraft(
    office: Office, ref: str, letter: str, fields: Mapping[str, str], *, file: bytes = b"", by: str
) -> Redrafted:
    """Draft a letter now, with fields that a person supplies, or from an edited Word file.

    Raises:
        Refused: the case is stopped, the policy does not allow the letter now, or nothing is due.
        WrongUsage: the letter has no such field, or its value is not possible; nothing was done.
    """
    case = office.case(ref)
    stop = stop_of(case, Act.DRAFT)
    if stop:
        raise Refused(stop.problem(case.ref))
    if file:
        if letter_replaced(case):
            _allowed(office, case, letter_replaced(case))
        draft_from_file(office, case, file, by=by)
        return Redrafted()
    name = letter or _due_letter(office, case)
    _allowed(office, case, name)
    check_fields(office, case, name, fields)
    _fit(office, case, name, fields)
    if _stands(office, with_fields(case, name, fields), name):
        known = case.given(name, office.school.policy.letters)
        news = {field: words for field, words in fields.items() if known.get(field, "") != words}
        if news:
            office.note(ref, *given_lines(name, news), by=by)
        return Redrafted(stands=True)
    if leaving_letter(case):
        record_not_posted(office, case, "drafted again before it went out", by=by)
    if fields:
        give_fields(office, office.case(ref), name, fields, by=by)
    case = office.case(ref)
    if _plan_is_open(case, name):
        return Redrafted()
    plan = Draft(letter=name, reason=_reason(case, by), trigger=case.trigger.seq if case.trigger else 0)
    tally = Tally()
    draft_letter(office, case, plan, tally, by=by)
    return Redrafted(blocked=tuple(tally.problems))


def _fit(office: Office, case: Case, name: str, fields: Mapping[str, str]) -> None:
    """Words that the letter may not hold are not kept, and the draft in hand stands as it is.

    Raises:
        Refused: with these fields the letter in hand could not be written, or one of them is itself the reason.
    """
    tried = print_draft(office, with_fields(case, name, fields), name) if fields else None
    if not isinstance(tried, Missing):
        return
    unfit = any(fields.get(field, "").strip() for field in tried.fields)
    in_hand = case.in_hand is not None and case.in_hand.letter == name
    if unfit or in_hand:
        do = "Nothing was kept or changed. Give different words with --set."
        raise Refused(Problem(where=f"{case.ref}, {name}", what=tried.what, what_to_do=do))


def _stands(office: Office, case: Case, name: str) -> bool:
    """Whether the letter in hand is what would be drafted now: a new version would only void the approver's code."""
    letter = case.in_hand
    if letter is None or letter.letter != name or letter.unsure or touched(office, case, letter):
        return False
    if not letter.pdf and office.pdf.available():
        return False
    printed = print_draft(office, case, name)
    if isinstance(printed, Missing):
        return False
    composed, docx = printed
    if letter.slots:
        over = letter.date_on_letter is not None and office.clock.today() > letter.date_on_letter
        return not over and not changed(office, case, letter)
    same = (composed.method, composed.warnings) == (letter.planned_method, letter.warnings)
    return same and hashlib.sha256(docx).hexdigest() == letter.sha256


def _plan_is_open(case: Case, name: str) -> bool:
    """Whether the case itself drafts this letter in its next step, so that it need not be done here."""
    newest = case.newest(name)
    came_back = newest is not None and newest.status is LetterStatus.RETURNED
    return case.due is not None and case.due.step == name and case.in_hand is None and not came_back


def _reason(case: Case, by: str) -> str:
    known = case.newest(case.in_hand.letter) if case.in_hand else None
    return known.reason if known else f"drafted for {by}"


def _due_letter(office: Office, case: Case) -> str:
    name = draft_meant(case, office.school.policy, office.clock.today())
    if not name:
        what = "There is no letter due in this case."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Choose one: --letter ID; see `case`."))
    return name


def _allowed(office: Office, case: Case, name: str) -> None:
    """The letter must be the one in work, or one that may follow now."""
    stop = why_not(case, office.school.policy, office.clock.today(), Offer(act=Act.DRAFT, on=name))
    if stop:
        raise Refused(stop.problem(case.ref))
    if name not in office.school.policy.letters:
        what = f"There is no letter or sheet for {name}."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=f"Record it: done {case.ref} {name}."))
