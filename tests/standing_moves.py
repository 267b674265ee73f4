"""A case in memory that people play with: every act they can try, and copies on which it is tried without harm."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from fakes_disk import MemoryCaseFiles, MemoryMailLog, MemoryQueue, MemoryTray
from fakes_mail import MemoryOutbox
from office import BOX, DUNN, QuickPdf

from letterladder.desk.clock import RehearsalClock
from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import (
    AlertRaised,
    AnswerRecorded,
    AnyEvent,
    CaseOpened,
    DeliveryFailed,
    Fact,
    FlagSeen,
    PostingQuestioned,
    PostingStarted,
    ReportReceived,
    Triaged,
)
from letterladder.rules.cases.who_may import approvers_of, deciders_now
from letterladder.rules.policies.policy import NO_FURTHER_ACTION
from letterladder.rules.standing.options import options_now
from letterladder.rules.standing.standing import Offer
from letterladder.rules.standing.stops import Act
from letterladder.rules.texts.languages import Language
from letterladder.rules.texts.report import Arrival
from letterladder.rules.words import Channel, Flag, HoldFor, LetterStatus, Method, Outcome, Verdict
from letterladder.workflows.advance import advance
from letterladder.workflows.alerting import stop_drafts
from letterladder.workflows.answering import (
    TriageOrder,
    place_hold,
    record_answer,
    release_hold,
    triage_case,
)
from letterladder.workflows.approving import approve, return_draft
from letterladder.workflows.case_book import CaseBook
from letterladder.workflows.correcting import Correction, correct
from letterladder.workflows.deciding import decide
from letterladder.workflows.office import Office, Signed, Tally
from letterladder.workflows.plain_index import FoldedLog, PlainCases, PlainIndex
from letterladder.workflows.posting import Sent, record_not_posted, record_posted
from letterladder.workflows.redrafting import redraft
from letterladder.workflows.reopening import reopen
from letterladder.workflows.replies import take_reply

REF = "2026-0001"
CODE = "ABCD-2345"
OFFICE, DSL = "Mrs Binns", "Miss Treadwell"


class QuickWord:
    """A printer that takes no time: a letter is its fields as text."""

    def __init__(self, real: Callable[[Path], frozenset[str]]) -> None:
        self._real = real
        self._fields: dict[Path, frozenset[str]] = {}

    def fields_of(self, template: Path) -> frozenset[str]:
        """Those of the real template."""
        if template not in self._fields:
            self._fields[template] = self._real(template)
        return self._fields[template]

    def print_letter(self, template: Path, fields: Mapping[str, object], *, large: bool = False) -> bytes:
        """Name and fields, a line each."""
        lines = (f"{name}: {fields[name]}" for name in sorted(fields))
        return "\n".join((template.name, str(large), *lines)).encode()

    def joined(self, english: bytes, other: bytes, language: Language) -> bytes:
        """One behind the other."""
        return b"\n".join((english, language.counts.encode(), other))

    def english_of(self, docx: bytes) -> bytes | None:
        """Nothing tells the two apart."""
        del docx
        return None

    def with_dates(self, docx: bytes, words: Mapping[str, str], *, by_hand: bool = False) -> bytes:
        """The lines with the words replaced."""
        del by_hand
        text = docx.decode()
        for old, new in words.items():
            text = text.replace(old, new)
        return text.encode()

    def other_parts(self, docx: bytes, other: bytes, words: Mapping[str, str]) -> list[str]:
        """A letter is one part."""
        return [] if self.with_dates(docx, words) == other else ["text"]

    def text_of(self, docx: bytes) -> str:
        """All of it."""
        return docx.decode()

    def with_properties_of(self, docx: bytes, draft: bytes) -> bytes:
        """The file itself."""
        del draft
        return docx

    def unseen_text_of(self, docx: bytes) -> str:
        """Nothing is hidden."""
        del docx
        return ""


@dataclasses.dataclass(slots=True, kw_only=True)
class Play:
    """One case in memory on one day."""

    office: Office
    cases: MemoryCaseFiles
    clock: RehearsalClock

    @property
    def case(self) -> Case:
        """As its log tells it."""
        return self.office.case(REF)

    @property
    def today(self) -> date:
        """The day of the rehearsal."""
        return self.clock.today()

    def log(self) -> list[AnyEvent]:
        """Every event, in order."""
        return [entry.event for entry in self.cases.logs[REF]]

    def note(self, *events: AnyEvent) -> None:
        """Log what only a stop of the program, or an email from elsewhere, leaves."""
        self.office.note(REF, *events)

    def go(self) -> list[AnyEvent]:
        """The case goes as far as it can, as in a round; what that logged."""
        before = len(self.cases.logs[REF])
        advance(self.office, REF, Tally())
        return self.log()[before:]


def playing(office: Office, start: date, *, method: Method = Method.FIRST_CLASS) -> Play:
    """A fresh case of this school in memory: reported, cleared to go on, nothing drafted yet."""
    clock = RehearsalClock(start)
    posting = replace(office.school.posting, method=method)
    real = replace(office, school=replace(office.school, posting=posting))
    play = _in_memory(real, MemoryCaseFiles(), clock)
    play.cases.new_ref(start.year)
    school = office.school
    play.note(
        CaseOpened(
            adult=DUNN,
            adult_name="Mr Ross Dunn",
            school=school.slug,
            policy=school.policy.id,
            policy_version=school.policy.version,
            reason="a report",
        ),
        ReportReceived(
            mail="0" * 64,
            file="mail/0.eml",
            received=clock.now(),
            fact=Fact(platform="Facebook", posted_on="2026-10-31", words="a lazy clown"),
        ),
        Triaged(pupils=["P1"], conduct=["derogatory-staff"], clear=True),
    )
    return play


def _in_memory(office: Office, cases: MemoryCaseFiles, clock: RehearsalClock) -> Play:
    log = FoldedLog(log=MemoryMailLog(cases))
    made = replace(
        office,
        clock=clock,
        cases=cases,
        mail_log=log,
        queue=MemoryQueue(),
        tray=MemoryTray(),
        outbox=MemoryOutbox(),
        pdf=QuickPdf(),
        new_code=lambda: CODE,
        bound_code=lambda *_: CODE,
        folded={},
    )
    made = replace(made, index=PlainIndex(cases=PlainCases(made), log=log))
    return Play(office=made, cases=cases, clock=clock)


def copied(play: Play) -> Play:
    """The same case again, to try something on."""
    cases = MemoryCaseFiles()
    cases.logs = {ref: list(log) for ref, log in play.cases.logs.items()}
    cases.files = {ref: dict(files) for ref, files in play.cases.files.items()}
    return _in_memory(play.office, cases, RehearsalClock(play.today))


# -- what people try ---------------------------------------------------------------------------------------------


def every_act(play: Play) -> Iterator[tuple[Offer, str]]:
    """Everything that a person could try in this case, and the way: by command, or by email while the code counts."""
    letter = play.case.in_hand
    named = letter.letter if letter else "L1"
    for act in (Act.APPROVE, Act.RETURN):
        yield Offer(act=act, on=named), "command"
        if letter and letter.codes and letter.codes[-1].expires >= play.today:
            yield Offer(act=act, on=named), "mail"
    yield Offer(act=Act.POSTED, on=named), "command"
    yield Offer(act=Act.POSTED, on=named), "not sent"
    yield Offer(act=Act.ANSWER), "command"
    for step in play.office.school.policy.steps.values():
        if step.kind.value == "letter":
            yield Offer(act=Act.DRAFT, on=step.id), "command"
    asked = play.case.asked
    by_mail = asked and asked.code_hash and asked.expires and asked.expires >= play.today
    for name in (*play.office.school.policy.steps, NO_FURTHER_ACTION):
        yield Offer(act=Act.DECIDE, on=name), "command"
        if by_mail:
            yield Offer(act=Act.DECIDE, on=name), "mail"


def is_taken(play: Play, offer: Offer, way: str) -> bool:
    """Whether the program takes this act; it is tried on a copy."""
    tried = copied(play)
    try:
        if way == "mail":
            return _by_mail(tried, offer)
        by_command(tried, offer, way)
    except Refused:
        return False
    return True


def by_command(play: Play, offer: Offer, way: str = "command") -> None:
    """Do it as the command line does.

    Raises:
        Refused: the program does not take it.
    """
    office, case = play.office, play.case
    match offer.act:
        case Act.APPROVE:
            approve(office, case, Signed(by=_approver(play)))
        case Act.RETURN:
            return_draft(office, case, "softer", Signed(by=_approver(play)))
        case Act.POSTED if way == "not sent":
            record_not_posted(office, case, "it lay there", by=OFFICE)
        case Act.POSTED:
            record_posted(office, case, Sent(on=play.today, late=True), by=OFFICE)
        case Act.ANSWER:
            said = AnswerRecorded(
                outcome=Outcome.REFUSED, channel=Channel.PHONE, on=play.today, summary="he rang"
            )
            record_answer(office, case, said, by=OFFICE)
        case Act.DRAFT:
            redraft(office, REF, offer.on, {}, by=OFFICE)
        case Act.DECIDE:
            decide(office, case, offer.on, "as the policy says", signed=Signed(by=_decider(play, offer.on)))
        case _:
            raise AssertionError(offer)


def _approver(play: Play) -> str:
    letter, school = play.case.in_hand, play.office.school
    role = approvers_of(play.case, letter, school)[0] if letter else "head"
    return school.people[role].name


def _decider(play: Play, step: str) -> str:
    return play.office.school.people[deciders_now(play.case, step, play.office.school)[0]].name


def _by_mail(play: Play, offer: Offer) -> bool:
    """The reply of whoever was asked, with the code; whether the log then holds what it asked for."""
    office, case = play.office, play.case
    asked = case.asked.approver if case.asked else ""
    role = case.in_hand.codes[-1].approver if offer.act is not Act.DECIDE and case.in_hand else asked
    first = {
        Act.APPROVE: f"APPROVE {CODE}",
        Act.RETURN: f"RETURN {CODE}\n\nWhat should change: softer words, please",
        Act.DECIDE: f"DECIDE {CODE} {offer.on}\n\nReason: as the policy says",
    }[offer.act]
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = office.school.people[role].email, BOX, "Re: approval"
    message["Message-ID"] = "<reply@larkfield.example>"
    message.set_content(f"{first}\n")
    raw = message.as_bytes()
    now = play.clock.now()
    report = office.read_mail(Arrival(key="1", raw=raw, size=len(raw), received=now), now)
    office.mail_log.keep_raw(sha256(raw).hexdigest(), raw)
    before = play.log()
    found = take_reply(office, report, CaseBook(office), case, tally=Tally())
    assert found is not None
    assert found.verdict is Verdict.ATTACHED
    kinds = {Act.APPROVE: "LetterApproved", Act.RETURN: "LetterReturned", Act.DECIDE: "DecisionMade"}
    return any(type(one).__name__ == kinds[offer.act] for one in play.log()[len(before) :])


# -- what happens ------------------------------------------------------------------------------------------------


def _later(days: int) -> Callable[[Play], None]:
    return lambda play: play.clock.turn_to(play.today + timedelta(days=days))


def _tries(act: Act, on: str = "", way: str = "command") -> Callable[[Play], None]:
    return lambda play: by_command(play, Offer(act=act, on=on), way)


def _draws(number: int) -> Callable[[Play], None]:
    """One of the steps that may be decided on now."""

    def decide_one(play: Play) -> None:
        options = options_now(play.case, play.office.school.policy, play.today)
        if options:
            by_command(play, Offer(act=Act.DECIDE, on=options[number % len(options)]))

    return decide_one


def _holds(play: Play) -> None:
    place_hold(play.office, play.case, HoldFor.POLICE, "", by=DSL)


def _releases(play: Play) -> None:
    release_hold(play.office, play.case, "", by=DSL)


def _alerts(play: Play) -> None:
    seen = FlagSeen(flag=Flag.DANGER, words="watch out")
    if not play.case.closed:
        play.note(AlertRaised(flags=[seen], told=["dsl"], message_id="<a@larkfield.example>"))
        stop_drafts(play.office, REF)


def _clears(play: Play) -> None:
    triage_case(play.office, play.case, TriageOrder(clear=True), by=DSL)


def _names_nothing(play: Play) -> None:
    """A case that nobody has triaged: as it is opened where the conduct is not ordinary."""
    if not play.case.letters and not play.case.trigger:
        play.note(Triaged(pupils=["P1"], conduct=[], clear=False))


def _names_conduct(play: Play) -> None:
    triage_case(play.office, play.case, TriageOrder(conduct=("derogatory-staff",), clear=True), by=DSL)


def _reopens(play: Play) -> None:
    reopen(play.office, play.case, "it is not over", by=DSL)


def _stops_while_sending(play: Play) -> None:
    """The program stops between the start of a posting by email and its end."""
    letter = play.case.in_hand
    if letter and letter.status is LetterStatus.APPROVED:
        play.note(
            PostingStarted(
                letter=letter.letter,
                version=letter.version,
                sha256=letter.sha256,
                message_id="<l@larkfield.example>",
                method=Method.MAIL,
                to="ross.dunn@letterbox.example",
            )
        )


def _is_in_doubt(play: Play) -> None:
    letter = play.case.in_hand
    if letter and letter.status is LetterStatus.POSTING:
        play.note(PostingQuestioned(letter=letter.letter, version=letter.version, why="nobody knows"))


def _comes_back(play: Play) -> None:
    letter = play.case.last_posted
    if letter:
        play.note(DeliveryFailed(letter=letter.letter, version=letter.version, why="it came back"))


def _answers(outcome: Outcome) -> Callable[[Play], None]:
    def record(play: Play) -> None:
        said = AnswerRecorded(outcome=outcome, channel=Channel.PHONE, on=play.today, summary="he rang")
        record_answer(play.office, play.case, said, by=OFFICE)

    return record


def _was_no_answer(play: Play) -> None:
    line = play.case.answers[-1].seq if play.case.answers else 1
    correct(play.office, play.case, Correction(line=line, what="somebody else's", no_answer=True), by=OFFICE)


def _goes(play: Play) -> None:
    play.go()


MOVES: Mapping[str, Callable[[Play], None]] = {
    "goes on": _goes,
    "a day later": _later(1),
    "a week later": _later(7),
    "a month later": _later(31),
    "approves": _tries(Act.APPROVE),
    "returns": _tries(Act.RETURN),
    "drafts L1": _tries(Act.DRAFT, "L1"),
    "drafts L2": _tries(Act.DRAFT, "L2"),
    "drafts L3": _tries(Act.DRAFT, "L3"),
    "posted": _tries(Act.POSTED),
    "not sent": _tries(Act.POSTED, way="not sent"),
    "decides the first": _draws(0),
    "decides the second": _draws(1),
    "decides the third": _draws(2),
    "decides the last": _draws(-2),
    "decides none": _tries(Act.DECIDE, NO_FURTHER_ACTION),
    "removed": _answers(Outcome.REMOVED),
    "refuses and continues": _answers(Outcome.CONTINUES),
    "complains": _answers(Outcome.COMPLAINT),
    "came back": _comes_back,
    "was no answer": _was_no_answer,
    "holds": _holds,
    "releases": _releases,
    "alerts": _alerts,
    "clears": _clears,
    "names nothing": _names_nothing,
    "names the conduct": _names_conduct,
    "reopens": _reopens,
    "stops while sending": _stops_while_sending,
    "is in doubt": _is_in_doubt,
}


_OUT = ("goes on", "approves", "goes on", "a day later", "goes on", "posted", "goes on")
_LAPSED = (*_OUT, "a month later", "goes on")
_SECOND = (*_LAPSED, "decides the first", "goes on")
STORIES: Mapping[str, tuple[str, ...]] = {
    "begun": (),
    "drafted": ("goes on",),
    "in the tray": ("goes on", "approves", "goes on"),
    "out": _OUT,
    "lapsed": _LAPSED,
    "answered": (*_OUT, "a day later", "refuses and continues", "goes on"),
    "complained": (*_OUT, "complains", "goes on"),
    "second": _SECOND,
    "second in the tray": (*_SECOND, "approves", "goes on"),
    "second out": (*_SECOND, *_OUT[1:]),
    "action": (*_OUT, "refuses and continues", "goes on", "decides the last", "goes on"),
    "over": (*_LAPSED, "decides none", "goes on"),
    "taken up again": (*_LAPSED, "decides none", "goes on", "reopens", "goes on"),
}
"""How far a case has come before anything may happen to it."""


def move(play: Play, name: str) -> None:
    """Do this, as far as the program takes it."""
    with suppress(Refused):
        MOVES[name](play)
