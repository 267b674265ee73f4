"""Letters that a provider of hybrid post prints and posts: handed over once, and followed until they are dispatched.

Everything is logged before it is done. A hand-over without an end is never repeated before the provider was asked for
the letter's reference; whatever the provider does not post goes into the print tray, or to a person as a question.
"""

from datetime import date, timedelta

from ..ground.errors import LetterladderError, Problem, Refused, WorldFailed
from ..ground.moments import local_day
from ..rules.cases.case import LetterState
from ..rules.cases.phrases import version_words
from ..rules.mails.desk_links import to_post
from ..rules.mails.post_states import PostState, Stage
from ..rules.office.errands import ASKED, OTHER, POSTED, TRAY, Errand, errands_of
from ..rules.office.exports import AnyOfficeEvent
from ..rules.office.post_events import (
    LetterHandedOver,
    LetterHandOverBegun,
    LetterProviderDone,
    LetterProviderSaid,
)
from ..rules.people.school import OFFICE
from ..rules.standing.stops import is_frozen, leaving_letter
from ..rules.words import LetterStatus
from .notices import tell
from .office import RULES, Office, Tally
from .posting import Sent, fill_tray, question, record_posted
from .provider_gate import post_letter
from .troubles import attempt

UNANSWERED = timedelta(minutes=10)
"""After a hand-over of which nobody knows: until then the provider may still be taking the letter in."""
LOST = timedelta(days=7)
"""After that the provider has forgotten what became of a letter, and a person is asked."""


def follow_letters(office: Office, tally: Tally) -> None:
    """Hand over what is due, and see how far the rest is; one letter does not hold up the others.

    Raises:
        LogBroken: the log of printing does not fit its hash chain.
    """
    for errand in errands_of(office.printing.entries()).values():
        if not errand.end:
            part = f"the letter {errand.reference} at {errand.provider}"
            attempt(tally, part, lambda one=errand: _Following(office, tally, one).go_on())  # type: ignore[misc]


class _Following:
    """One letter that is with the provider, or on its way there."""

    def __init__(self, office: Office, tally: Tally, errand: Errand) -> None:
        self.office, self.tally, self.errand = office, tally, errand
        self.case = office.case(errand.ref)

    def go_on(self) -> None:
        """The next step, where there is one."""
        letter = leaving_letter(self.case)
        if letter is None or (self.case.ref, letter.letter, letter.version) != self.errand.place:
            self._without_letter()
        elif not self.office.poster.name:
            self._to_person(letter, f"{self.errand.provider} is not set any more, and it may have the letter")
        elif self.errand.begun_at is None:
            self._when_due(letter)
        else:
            self._look(letter)

    def _when_due(self, letter: LetterState) -> None:
        """Not before the day printed in it, or it would be dispatched too early; not while the case is stopped."""
        today = self.office.clock.today()
        is_due = letter.date_on_letter is None or letter.date_on_letter <= today
        if is_due and not letter.unsure and not is_frozen(self.case):
            self._hand_over(letter)

    def _hand_over(self, letter: LetterState) -> None:
        found = post_letter(self.office, self.case, letter)
        if why := self.office.poster.why_not(found):
            self._to_tray(letter, why)
            return
        self._note(LetterHandOverBegun(reference=self.errand.reference))
        try:
            own = self.office.poster.hand_over(found)
        except Refused as no:
            self._to_tray(letter, no.problems[0].what)
        except WorldFailed as failed:
            # Nobody knows whether it got there: the next round asks before it tries again.
            self._say(failed)
        else:
            self._note(LetterHandedOver(reference=self.errand.reference, id=own))

    def _look(self, letter: LetterState) -> None:
        try:
            state = self.office.poster.find(self.errand.reference)
        except WorldFailed as failed:
            self._say(failed)
            if self._age() >= LOST:
                self._to_person(letter, f"{self.errand.provider} could not be asked for a week")
            return
        if state is None:
            self._unknown(letter)
            return
        if not self.errand.id:
            self._note(LetterHandedOver(reference=self.errand.reference, id=state.id))
        if state.said != self.errand.said:
            self._note(LetterProviderSaid(reference=self.errand.reference, said=state.said))
        self._settle(letter, state)

    def _settle(self, letter: LetterState, state: PostState) -> None:
        match state.stage:
            case Stage.DISPATCHED:
                self._posted(letter, state)
                self._end(POSTED)
            case Stage.NOT_SENT:
                self._to_tray(letter, f"it says {state.said}")
            case Stage.UNSURE:
                self._to_person(letter, f"{self.errand.provider} says {state.said}")
            case Stage.UNDER_WAY:
                return

    def _posted(self, letter: LetterState, state: PostState) -> None:
        """As the provider says: the clock runs from the day on which it was dispatched, be it after its date."""
        sent = Sent(
            on=dispatched_on(self.office, letter, state),
            method=letter.method,
            late=True,
            proof=f"{self.errand.provider} {state.id}, {state.said}",
        )
        record_posted(self.office, self.case, sent, by=RULES)
        self.tally.posted += 1

    def _unknown(self, letter: LetterState) -> None:
        """The provider knows nothing of it: it was never handed over, or is forgotten by now."""
        if self.errand.id:
            if self._age() >= LOST:
                self._to_person(letter, f"{self.errand.provider} does not know the letter any more")
            return
        if self._age() < UNANSWERED:
            return
        if letter.date_on_letter and self.office.clock.today() > letter.date_on_letter:
            self._to_tray(letter, "it could not be handed over on its day")
        elif not is_frozen(self.case) and not letter.unsure:
            self._hand_over(letter)

    def _without_letter(self) -> None:
        """The letter is not leaving any more: it is recorded as posted, void, or was sent back."""
        letter = self.case.letter(self.errand.letter, self.errand.version)
        if self.errand.begun_at is None or (letter and letter.status is LetterStatus.POSTED):
            self._end(POSTED if letter and letter.status is LetterStatus.POSTED else OTHER)
            return
        state = self.office.poster.find(self.errand.reference) if self.office.poster.name else None
        if state and state.stage in {Stage.UNDER_WAY, Stage.DISPATCHED, Stage.UNSURE}:
            self.tally.problems.append(_posts_it_all_the_same(self.errand, state))
        if state is None and self._age() < LOST:
            return
        if state is None or state.stage is not Stage.UNDER_WAY:
            self._end(OTHER, "the case says that it did not go out")

    def _age(self) -> timedelta:
        since = self.errand.handed_at or self.errand.begun_at
        return self.office.clock.now() - since if since else timedelta()

    def _to_tray(self, letter: LetterState, why: str) -> None:
        """The office posts it: the log first, then the tray, then the office hears of it."""
        self._end(TRAY, why)
        fill_tray(self.office, self.office.case(self.case.ref))
        name = self.office.school.policy.letters.name_of(letter.letter)
        tell(
            self.office,
            "not-taken",
            (OFFICE,),
            ref=self.case.ref,
            link=to_post(self.office.school),
            letter=name,
            provider=self.errand.provider,
            why=why,
        )

    def _to_person(self, letter: LetterState, why: str) -> None:
        if not letter.unsure:
            question(self.office, self.case.ref, letter, why)
        self._end(ASKED, why)

    def _end(self, end: str, why: str = "") -> None:
        self._note(LetterProviderDone(reference=self.errand.reference, end=end, why=why))

    def _note(self, event: AnyOfficeEvent) -> None:
        self.office.printing.append(self.office.clock.now(), RULES, event)

    def _say(self, failed: LetterladderError) -> None:
        self.tally.problems.extend(failed.problems)
        self.tally.world_failed = True


def dispatched_on(office: Office, letter: LetterState, state: PostState) -> date:
    """The day on which it left, as the provider says it: not ahead, and not before the yes."""
    first = local_day(letter.approved_on) if letter.approved_on else None
    today = office.clock.today()
    on = min(state.on or today, today)
    return max(on, first) if first and first <= today else on


def _posts_it_all_the_same(errand: Errand, state: PostState) -> Problem:
    letter = version_words(errand.letter, errand.version)
    return Problem(
        where=errand.ref,
        what=f"{letter} counts as not sent, but {errand.provider} has it and says {state.said}.",
        what_to_do=f"Cancel it there if you still can ({errand.reference}); if it went, tell the headteacher.",
    )
