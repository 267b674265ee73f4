"""The alternate takes over from an approver who is too near to a case, or who has not answered for some days."""

from ..ground.english import uk_date
from ..rules.cases.approval_wait import asked_since, school_days_after
from ..rules.cases.approvers import reviewer_of, signs_as_approver
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import Triaged
from ..rules.people.school import ALTERNATE
from ..rules.standing.next_step import next_step
from ..rules.standing.steps import About, AskApproval, AskDecision, Draft, asked_of
from .absent import away, back_since
from .approving import ask_approval
from .drafting import draft_in_their_name, void_drafts
from .office import Office, Tally
from .readers import answerer_of


def put_to_alternate(office: Office, case: Case, step: Draft | AskApproval | AskDecision) -> bool:
    """Log that the alternate decides, where whoever usually would is too near; False where nothing stands against them.

    A letter that was drafted in their name no longer counts.
    """
    role = _asked(office, step)
    if case.alternate or answerer_of(office, case, role) == role:
        return False
    void_drafts(office, case, "the alternate approver decides")
    person = office.school.people[role]
    triaged = Triaged(
        pupils=list(case.pupils),
        conduct=list(case.conduct),
        clear=case.clear,
        note=f"{person.name} is too near to this case: the alternate approver decides",
        alternate=True,
    )
    office.note(case.ref, triaged)
    return True


def _asked(office: Office, step: Draft | AskApproval | AskDecision) -> str:
    """The role whose yes or decision the step needs."""
    match step:
        case AskDecision(ask=ask):
            return ask.who
        case Draft(letter=name) | AskApproval(letter=LetterState(letter=name)):
            known = office.school.policy.steps.get(name)
            return known.approver if known and known.approver in office.school.people else ALTERNATE


def ask_alternate(office: Office, ref: str, tally: Tally) -> None:
    """Where the approver has not answered for some school days, ask the alternate, with a code of their own.

    The letter is printed again in their name, so that it carries that of who approves it. One that the policy has
    somebody else sign stays as it is, and either of the two may approve it.

    Raises:
        CalendarEnds: the days of waiting cannot be counted.
    """
    case = office.case(ref)
    letter = case.in_hand
    if letter is None or not _is_left_waiting(office, case):
        return
    people, step = office.school.people, office.school.policy.steps.get(letter.letter)
    asked, absence = people[letter.approver].name, away(office, letter.approver)
    gone = f"is away until {uk_date(absence.last)}" if absence else "has not answered"
    if step and signs_as_approver(step):
        now = people[ALTERNATE].name
        why = f"{asked} was asked first and {gone}, so it is printed again in the name of {now}"
        if draft_in_their_name(office, case, letter, ALTERNATE, why=why, tally=tally):
            _ask_newest(office, ref, letter.letter)
            tally.asked += 1
        return
    note = f"{asked} was asked first and {gone}. Either of you may answer; one answer is enough."
    ask_approval(office, case, letter, role=ALTERNATE, note=note)
    tally.asked += 1


def _ask_newest(office: Office, ref: str, name: str) -> None:
    case = office.case(ref)
    newest = case.newest(name)
    if newest:
        ask_approval(office, case, newest)


def _is_left_waiting(office: Office, case: Case) -> bool:
    """Whether the draft in hand has waited too long for its usual approver, and the alternate was not asked yet.

    What somebody changed by hand is not printed again: it is good until the day in it, and then drafted again.
    """
    letter = case.in_hand
    asked_now = asked_of(next_step(case, office.school.policy, office.clock.today()))
    if letter is None or asked_now is None or asked_now.about is not About.APPROVAL or letter.edited:
        return False
    people, asked = office.school.people, {code.approver for code in letter.codes}
    if any(people[role].is_panel for role in asked if role in people):
        return False
    if ALTERNATE not in people or any(people[role].email == people[ALTERNATE].email for role in asked):
        return False
    step = office.school.policy.steps.get(letter.letter)
    if step and step.is_review and reviewer_of(case, ALTERNATE, office.school) != ALTERNATE:
        return False
    since = asked_since(office.cases.read(case.ref), letter.letter)
    if since is None:
        return False
    absence = away(office, letter.approver)
    if absence:
        return absence.to_role == ALTERNATE and away(office, ALTERNATE) is None
    since = max(since, back_since(office, letter.approver) or since)
    waited = school_days_after(office.school.calendar, since, office.clock.today())
    return waited >= office.school.approving.alternate_after_days
