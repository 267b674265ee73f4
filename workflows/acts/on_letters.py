"""Acts on a letter: draft it, approve it, send it back, say that it was posted or was not."""

from dataclasses import dataclass, field
from datetime import date

from ...ground.errors import Problem, Refused, WrongUsage
from ...ground.values import replace
from ...rules.cases.approvers import answers_after_all
from ...rules.cases.case import Case, LetterState
from ...rules.cases.events import LetterPosted
from ...rules.office.orders import Approve, DraftLetter, RecordNotPosted, RecordPosted, SendBack
from ...rules.people.rights import Right
from .. import approving, posting
from ..edited_files import draft_from_file
from ..office import Office, Signed, Tally
from ..redrafting import redraft
from .on_cases import Proof
from .standing import Stood, begun, case_of, go_on, refuse_unproved


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Stood):
    """`stands`: the letter in hand is what would be drafted. `blocked`: what keeps it from being drafted."""

    stands: bool = False
    blocked: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfLetter(Stood):
    """The version of a letter that was approved or sent back; None where that was refused.

    `dated` and `answer_by` are the dates that an approval gave it; None where it had them before, or has none yet.
    """

    letter: LetterState | None = None
    dated: date | None = None
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone(Stood):
    """The posting as it was logged, and what differs from what the letter says."""

    posted: LetterPosted = field(kw_only=True)
    otherwise: tuple[str, ...] = ()


def draft(office: Office, order: DraftLetter) -> Drafted:
    """Draft or redraft a letter that the policy allows now.

    Where its usual approver asks for one that waits for who was asked in their place, it is theirs again.

    Raises:
        WrongUsage: a file and fields are given, or the letter has no such field.
        Refused: as `redrafting.redraft`; stale; or it would be the usual approver's again, and nothing proves that
            they ask.
    """
    if order.file and order.fields:
        what = "A Word file is taken as it is."
        raise WrongUsage(Problem(where="--set", what=what, what_to_do="Give --file or --set, not both."))
    case, order = begun(office, order, Right.DRAFT, "draft letters")
    name = order.letter or (case.in_hand.letter if case.in_hand else "")
    if name and answers_after_all(case, name, order.by, office.school):
        refuse_unproved(office, order.way, order.ref, "take a letter back from who was asked instead")
        note = f"{order.by} answers this letter after all."
        approving.return_draft(office, case, note, Signed(by=order.name, how=order.way))
    found = redraft(office, order.ref, order.letter, order.fields, file=order.file, by=order.by)
    stood = go_on(office, order.ref)
    return Drafted(
        ref=stood.ref,
        waits_for=stood.waits_for,
        problems=stood.problems,
        stands=found.stands,
        blocked=found.blocked,
    )


def take_edited(office: Office, order: DraftLetter, *, proof: Proof, sha256: str, tally: Tally) -> Stood:
    """Take the edited letter that an approver's reply brings, in place of the draft with this SHA-256.

    Raises:
        Refused: another draft waits now, or as `edited_files.draft_from_file`.
    """
    case = case_of(office, order)
    _same_draft(case, sha256)
    draft_from_file(office, case, order.file, by=proof.signed(order.by).by)
    return go_on(office, order.ref, tally)


def approve(
    office: Office, order: Approve, *, proof: Proof | None = None, tally: Tally | None = None
) -> OfLetter:
    """Approve exactly the draft that waits. Where a typed approval is refused, the case goes on all the same.

    Args:
        office: the school.
        order: the approval.
        proof: of its giver, where it came by email; a refusal is then raised, and the round goes on with the case.
        tally: of the round in which it came.

    Raises:
        Refused: as `approving.approve`; another draft waits now; or stale.
    """
    case = case_of(office, order)
    if not proof:
        refuse_unproved(office, order.way, order.ref, "approve a letter")
    _same_draft(case, order.sha256)
    if proof:
        letter = approving.approve(office, case, proof.signed(order.by), role=proof.role)
        return _of_letter(go_on(office, order.ref, tally), letter)
    try:
        letter = approving.approve(office, case, Signed(by=order.name, how=order.way))
    except Refused as refusal:
        return _of_letter(go_on(office, order.ref), refused=refusal)
    return _with_its_dates(office, _of_letter(go_on(office, order.ref), letter), letter)


def _with_its_dates(office: Office, stood: OfLetter, letter: LetterState) -> OfLetter:
    now = office.case(stood.ref).letter(letter.letter, letter.version)
    if now is None or not letter.undated:
        return stood
    return replace(stood, dated=now.date_on_letter, answer_by=now.answer_by)


def send_back(
    office: Office, order: SendBack, *, proof: Proof | None = None, tally: Tally | None = None
) -> OfLetter:
    """Send the draft back with a note; `proof` and `tally` as for an approval.

    Raises:
        Refused: as `approving.return_draft`; another draft waits now; or stale.
    """
    case = case_of(office, order)
    if not proof:
        refuse_unproved(office, order.way, order.ref, "send a letter back")
    _same_draft(case, order.sha256)
    signed, role = (
        (proof.signed(order.by), proof.role) if proof else (Signed(by=order.name, how=order.way), "")
    )
    letter = approving.return_draft(office, case, order.note, signed, role=role)
    return _of_letter(go_on(office, order.ref, tally), letter)


def _of_letter(
    stood: Stood, letter: LetterState | None = None, *, refused: Refused | None = None
) -> OfLetter:
    return OfLetter(
        ref=stood.ref, waits_for=stood.waits_for, problems=stood.problems, letter=letter, refused=refused
    )


def _same_draft(case: Case, sha256: str) -> None:
    """The draft that waits is the one that was meant; "" where nobody says which."""
    if sha256 and approving.draft_in_hand(case).sha256 != sha256:
        what, do = "The code belongs to an older draft.", "Reply to the newest email."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))


def posted(office: Office, order: RecordPosted) -> Gone:
    """The letter went out: its clock starts.

    Raises:
        Refused: as `posting.record_posted`; or stale.
        CalendarEnds: the calendar does not reach the answer-by date.
    """
    case, order = begun(office, order, Right.POST, "record a posting")
    sent = posting.Sent(on=order.on, method=order.method, late=order.late, proof=order.proof)
    event = posting.record_posted(office, case, sent, by=order.by)
    stood = go_on(office, order.ref)
    return Gone(
        ref=stood.ref,
        waits_for=stood.waits_for,
        problems=stood.problems,
        posted=event,
        otherwise=tuple(posting.gone_otherwise(case.in_hand, event)) if case.in_hand else (),
    )


def not_posted(office: Office, order: RecordNotPosted) -> Stood:
    """The letter did not go out; it is drafted again.

    Raises:
        Refused: no letter is leaving; or stale.
    """
    case, order = begun(office, order, Right.POST, "record that a letter did not go out")
    posting.record_not_posted(office, case, order.note or "not sent", by=order.by)
    return go_on(office, order.ref)
