"""Take a case as far as it goes without a person: ask the rules for the next step, do it, and ask again."""

from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import CaseClosed, DeadlineLapsed
from ..rules.letters.compose import Missing
from ..rules.standing.next_step import next_step
from ..rules.standing.steps import (
    About,
    Ask,
    AskApproval,
    AskDecision,
    Close,
    Draft,
    FillDates,
    Lapse,
    Next,
    Post,
    Question,
    Void,
)
from ..rules.standing.stops import stale_letter
from .absent import waits_for_return
from .actions import sheet_is_due, write_sheet
from .approving import ask_approval, bears_other_name, void_letter
from .dating import fill_dates
from .deciding import ask_decision
from .drafting import draft_letter, try_compose
from .linking import link_earlier
from .office import Office, Tally
from .posting import clear_posted, fill_tray, question, start_posting
from .standing_in import put_to_alternate
from .telling_signers import tell_signers
from .unchanged import void_if_other

MOST_STEPS = 20
"""A case moves a few steps at once; more means that two rules push it to and fro."""


def advance(office: Office, ref: str, tally: Tally) -> Next:
    """Do what can be done now and return what the case waits for."""
    clear_posted(office, office.case(ref))
    tell_signers(office, ref)
    for _ in range(MOST_STEPS):
        case = office.case(ref)
        step = next_step(case, office.school.policy, office.clock.today())
        if not _act(office, case, step, tally):
            return step
    raise AssertionError(f"{ref} took {MOST_STEPS} steps in one round without finishing")


def _act(office: Office, case: Case, step: Next, tally: Tally) -> bool:
    """Carry one step out; False where the case now waits for somebody or for a day."""
    match step:
        case Question():
            question(office, case.ref, step.letter, step.why)
        case Void() | AskApproval() if _waits_for_return(office, case, step):
            return False
        case Void():
            void_letter(office, case, step.letter, step.why)
        case Draft() | AskApproval() | AskDecision() if put_to_alternate(office, case, step):
            return True
        case AskDecision():
            ask_decision(office, case, step)
        case Draft() if link_earlier(office, case):
            return True
        case Draft():
            draft_letter(office, case, step, tally)
        case AskApproval() if _void_if_misnamed(office, case, step.letter):
            return True
        case AskApproval():
            ask_approval(office, case, step.letter)
            tally.asked += 1
        case FillDates():
            return fill_dates(office, case, step.letter, tally)
        case Post():
            return start_posting(office, case, step.letter, tally)
        case Lapse():
            tally.lapsed += _lapse(office, case, step)
        case Close():
            office.note(case.ref, CaseClosed(reason=step.reason))
        case Ask():
            return _ask(office, case, step, tally)
        case _:
            return False
    return True


def _waits_for_return(office: Office, case: Case, step: Void | AskApproval) -> bool:
    """Whether the approver is away: they are asked when they are back, and nothing dated is drafted again before."""
    if isinstance(step, Void) and stale_letter(case, office.clock.today()) != step.letter:
        return False
    return waits_for_return(office, case, step.letter)


def _lapse(office: Office, case: Case, step: Lapse) -> bool:
    """Log the lapse; whether an answer was wanted."""
    letter = step.letter
    event = DeadlineLapsed(
        letter=letter.letter, version=letter.version, answer_by=step.answer_by, normal=letter.stands
    )
    office.note(case.ref, event)
    return not event.normal


def _ask(office: Office, case: Case, step: Ask, tally: Tally) -> bool:
    """The papers that go with a question: the case waits for the same person before and after."""
    letters = office.school.policy.letters
    match step.about:
        case About.MISSING:
            return _try_again(office, case, tally)
        case About.ACTION if step.options and sheet_is_due(case, step.options[0], letters):
            return write_sheet(office, case, step.options[0])
        case About.POSTING:
            fill_tray(office, case)
        case About.APPROVAL if case.in_hand:
            return void_if_other(office, case, case.in_hand) or _void_if_misnamed(office, case, case.in_hand)
    return False


def _void_if_misnamed(office: Office, case: Case, letter: LetterState) -> bool:
    """Void a letter that waits for its yes and carries the name of somebody who is not to sign it any more."""
    why = bears_other_name(office, case, letter)
    if why:
        void_letter(office, case, letter, why)
    return bool(why)


def _try_again(office: Office, case: Case, tally: Tally) -> bool:
    """A blocked letter is composed again: the register or the templates may have been fixed since."""
    blocked = case.blocked
    if blocked is None:
        return False
    composed = try_compose(office, case, blocked.letter)
    if isinstance(composed, Missing) and composed.what == blocked.what:
        return False
    before = case.last_seq
    draft_letter(
        office, case, Draft(letter=blocked.letter, reason="completed", trigger=blocked.trigger), tally
    )
    return office.case(case.ref).last_seq > before
