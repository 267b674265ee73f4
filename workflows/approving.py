"""The approver's yes: asked for with a one-time code, given for exactly these bytes, void when anything changes.

A letter that gets its dates when it is approved waits with one version and one code, however long that takes.
"""

import hashlib
from datetime import date, timedelta

from ..ground.errors import Problem, Refused
from ..rules.cases.approvers import approver_of as approver_by_rule
from ..rules.cases.approvers import signer_of, signs_as_approver, usual_approver
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import ApprovalAsked, DraftVoided, LetterApproved, LetterReturned
from ..rules.cases.stand_ins import stand_in_of
from ..rules.cases.who_may import approvers_of, returners_of
from ..rules.mails.codes import code_hash, code_holder
from ..rules.standing.standing import Offer, draft_waiting, why_not
from ..rules.standing.stops import Act as Kind
from ..rules.standing.stops import Cause, Stop, day_of
from .account_gate import names_a_reporter
from .approval_mails import Asking, approval_mail
from .dating import changed
from .edited_translation import two_texts
from .office import Office, Signed
from .panels import Signs, Voice, agree, refuse_decider, signs
from .signing import Act, actor_of, asked_of_role
from .still_right import other_address


def ask_approval(office: Office, case: Case, letter: LetterState, *, role: str = "", note: str = "") -> None:
    """Send the draft to its approver with the reason for this step, and a one-time code where emails may approve.

    Args:
        office: the school.
        case: the case.
        letter: the draft.
        role: who is asked, where that is not the usual approver; their code counts as well as the other's.
        note: what the one who is asked should know first.
    """
    role = role or approver_of(office, case, letter)
    told: list[ApprovalAsked] = []
    for person in whom_to_ask(office, case, role):
        whose = code_holder(role, person)
        code = code_of(office, case, letter, whose)
        asking = Asking(role=role, person=person, code=code, notes=(note,) if note else ())
        mail = approval_mail(office, case, letter, asking)
        office.queue_mail(mail)
        event = ApprovalAsked(
            letter=letter.letter,
            version=letter.version,
            sha256=letter.sha256,
            approver=role,
            person=person,
            code_hash=hash_of(code, case, letter, whose),
            message_id=mail.message_id,
            expires=code_until(office),
        )
        told.append(event)
    # One write: of a panel, nobody is left out by a stop in between.
    office.note(case.ref, *told)


def whom_to_ask(office: Office, case: Case, role: str) -> list[str]:
    """The address of each of several who hold the role, or "" for the one who does."""
    several = bool(office.school.people[role].members)
    return [one.email if several else "" for one in asked_of_role(office, case, role)]


def still_to_agree(office: Office, case: Case, letter: LetterState, role: str) -> list[str]:
    """Of those who were asked, each who has not agreed to this version yet."""
    agreed = {
        one.person
        for one in case.agreements
        if (one.role, one.letter, one.version) == (role, letter.letter, letter.version)
    }
    asked = whom_to_ask(office, case, role)
    names = {one.email: one.name for one in office.school.people[role].holders}
    return [one for one in asked if names.get(one) not in agreed]


def code_of(office: Office, case: Case, letter: LetterState, whose: str) -> str:
    """The one-time code of this version for this approver, in every email about it; "" where emails approve nothing."""
    if not office.school.approving.by_mail:
        return ""
    return office.bound_code(case.ref, letter.letter, str(letter.version), letter.sha256, whose)


def hash_of(code: str, case: Case, letter: LetterState, whose: str) -> str:
    """What is stored of a code; of none nothing, which no code is."""
    return code_hash(code, ref=case.ref, subject=letter.sha256, approver=whose) if code else ""


def code_until(office: Office) -> date:
    """The last day on which a code counts that is sent today."""
    return office.clock.today() + timedelta(days=office.school.approving.code_days)


def approver_of(office: Office, case: Case, letter: LetterState) -> str:
    """The role that approves this letter: the alternate where the usual approver is target or witness."""
    return approver_by_rule(case, office.school.policy.steps.get(letter.letter), office.school)


def approve(office: Office, case: Case, signed: Signed, *, role: str = "") -> LetterState:
    """Take the approver's yes for the letter in hand; `role` says whose, where several were asked.

    Raises:
        Refused: there is nothing to approve, its bytes changed, its date has passed, or the signer may not.
    """
    letter = draft_in_hand(case)
    if touched(office, case, letter):
        void_letter(office, case, letter, "the file was changed after it was drafted")
        what = f"{letter.file} is not the file that was sent for approval; that draft is void."
        do = f"Draft it again: draft {case.ref}, or use the changed file: draft {case.ref} --file FILE."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    approval = Offer(act=Kind.APPROVE, on=letter.letter)
    stop = why_not(case, office.school.policy, office.clock.today(), approval)
    if stop and stop.cause is Cause.STALE:
        void_letter(office, case, letter, f"it is dated {day_of(letter)}, which has passed")
        raise Refused(stop.problem(case.ref))
    by = _approver(office, case, letter, signed, role=role)
    if stop:
        raise Refused(stop.problem(case.ref))
    _refuse_changed(office, case, letter)
    _refuse_other_name(office, case, letter)
    voice = Voice(letter=letter.letter, version=letter.version, sha256=letter.sha256)
    agreed = agree(office, case, by, voice)
    if agreed.is_enough:
        event = LetterApproved(
            letter=letter.letter,
            version=letter.version,
            sha256=letter.sha256,
            approver=by.role,
            how=signed.how,
            mail=signed.mail,
            tell=by.role,
            person=by.actor.name,
            agreed=agreed.names,
        )
        office.note(case.ref, *agreed.events, event, by=by.by)
    else:
        office.note(case.ref, *agreed.events, by=by.by)
    return office.case(case.ref).letter(letter.letter, letter.version) or letter


def _refuse_changed(office: Office, case: Case, letter: LetterState) -> None:
    """A letter that has waited for its yes must still say what would be drafted today, but for its dates.

    One that is approved as it is, or was edited, must not show a reporter by what is known of them today, nor go to an
    address that is no longer theirs.
    """
    why = (
        changed(office, case, letter)
        if letter.slots
        else other_address(office, case, letter) or _names_a_reporter(office, case, letter)
    )
    if why:
        void_letter(office, case, letter, why)
        what = f"{letter.letter} version {letter.version} does not count any more: {why}."
        do = "Nothing was approved. A new version is sent for approval as soon as it can be written."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))


def bears_other_name(office: Office, case: Case, letter: LetterState) -> str:
    """Why a draft may not be approved as it is printed: whoever is to sign it now has another name; "" where not so."""
    step = office.school.policy.steps.get(letter.letter)
    person = office.school.people.get(signer_of(case, step, office.school)) if step else None
    if person is None or letter.signer in {"", person.name}:
        return ""
    return f"it carries the name of {letter.signer}, and {person.name} signs it now"


def _refuse_other_name(office: Office, case: Case, letter: LetterState) -> None:
    """A letter carries the name of who approves it."""
    why = bears_other_name(office, case, letter)
    if why:
        void_letter(office, case, letter, why)
        what = f"{letter.letter} version {letter.version} does not count any more: {why}."
        do = "Nothing was approved. A new version is sent for approval as soon as it can be written."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))


def _refuse_taken_over(office: Office, letter: LetterState, signed: Signed, act: Act) -> None:
    """Whoever had not answered when a letter was printed again in another name takes it back before they sign it.

    Raises:
        Refused: it is in the name of who was asked in their place.
    """
    step = office.school.policy.steps.get(letter.letter)
    case = act.case
    if case is None or step is None or not signs_as_approver(step):
        return
    role, usual = stand_in_of(case, letter.letter), usual_approver(case, step, office.school)
    roles = actor_of(office, signed.by, act).roles if role else ()
    if usual in roles and role not in roles:
        name = office.school.people[role].name
        what = f"{letter.letter} is in the name of {name}, who was asked because no answer had come."
        back = f"return {case.ref} --note 'I sign it' --by '{signed.by}'"
        do = f"To sign it yourself, take it back: {back}, then draft {case.ref} --letter {letter.letter}."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))


def _approver(office: Office, case: Case, letter: LetterState, signed: Signed, *, role: str) -> Signs:
    """Who approves it; `role` as for an approval."""
    act = Act(where=case.ref, what=f"approve {letter.letter}", case=case)
    if not role:
        _refuse_taken_over(office, letter, signed, act)
    may = (role,) if role else approvers_of(case, letter, office.school)
    return _signer(office, letter, signed, may, act=act, proved=bool(role))


def _names_a_reporter(office: Office, case: Case, letter: LetterState) -> str:
    docx = office.cases.file(case.ref, letter.file)
    return names_a_reporter(office, case, two_texts(office, docx).english)


def _signer(
    office: Office, letter: LetterState, signed: Signed, may: tuple[str, ...], *, act: Act, proved: bool
) -> Signs:
    """Who answers for this letter, in which role.

    A role that was `proved` by its one-time code is the only one that may; a typed name must be that of somebody who
    may. Nobody who decided on an earlier stage approves its review.
    """
    by = signs(office, signed, may, act, proved=proved)
    step = office.school.policy.steps.get(letter.letter)
    if step and step.is_review and step.is_adverse and act.case:
        refuse_decider(office, act.case, by, act.what)
    return by


def return_draft(office: Office, case: Case, note: str, signed: Signed, *, role: str = "") -> LetterState:
    """Send the letter in hand back with a note; `role` as for an approval.

    Raises:
        Refused: there is nothing to return, no note says what should change, or the signer may not.
    """
    letter = draft_in_hand(case)
    if not note.strip():
        what = "A returned draft needs a note."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Say what should change: --note."))
    act = Act(where=case.ref, what=f"send back {letter.letter}", case=case)
    may = (role,) if role else returners_of(case, letter, office.school)
    by = _signer(office, letter, signed, may, act=act, proved=bool(role))
    event = LetterReturned(
        letter=letter.letter,
        version=letter.version,
        note=note.strip(),
        how=signed.how,
        mail=signed.mail,
        tell=by.role,
        person=by.actor.name,
    )
    office.note(case.ref, event, by=by.by)
    return letter


def draft_in_hand(case: Case) -> LetterState:
    """The draft that waits for approval.

    Raises:
        Refused: the case is held or alerted, waits for a decision, or has no such draft.
    """
    found = draft_waiting(case)
    if isinstance(found, Stop):
        raise Refused(found.problem(case.ref))
    return found


def touched(office: Office, case: Case, letter: LetterState) -> bool:
    """Whether a file on disk is no longer what was drafted: the Word file, or the PDF that goes out by email."""
    expected = {letter.file: letter.sha256, letter.pdf: letter.pdf_sha256}
    return any(
        hashlib.sha256(office.cases.file(case.ref, path)).hexdigest() != sha256
        for path, sha256 in expected.items()
        if path and sha256
    )


def void_letter(office: Office, case: Case, letter: LetterState, why: str) -> None:
    """This version no longer counts, and neither do its codes."""
    office.note(case.ref, DraftVoided(letter=letter.letter, version=letter.version, why=why))
