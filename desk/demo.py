"""`demo`: a whole story on the embedded mailbox. Real files, handed-in days, the same wiring as in earnest."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from ..config.settings import load_settings
from ..ground.errors import Problem, WrongUsage
from ..rules.cases.events import AnswerRecorded
from ..rules.letters.heard_words import BY
from ..rules.words import Channel, HoldFor, Method, Outcome
from ..workflows.advance import advance
from ..workflows.answering import (
    TriageOrder,
    give_fields,
    place_hold,
    record_answer,
    release_hold,
    triage_case,
)
from ..workflows.deciding import decide
from ..workflows.office import Office, Signed, Tally
from ..workflows.posting import Sent, record_posted
from ..workflows.rounds import run_round
from .cli_common import program
from .clock import RehearsalClock
from .demo_mails import (
    BAR_DECISION,
    BAR_FIELDS,
    HEAD,
    approval_reply,
    asked_in,
    decision_reply,
    first_reports,
    removal_answer,
)
from .fresh_folder import MARK, make_school_folder, mark_as_demo
from .rehearsed_day import keep_day
from .wiring import build


@dataclass(slots=True, kw_only=True)
class Story:
    """The demo under way: one school, its clock, and the timeline that is printed at the end."""

    folder: Path
    office: Office
    clock: RehearsalClock
    lines: list[tuple[date, str, str]] = field(default_factory=list)

    def tell(self, ref: str, what: str) -> None:
        """One line of the timeline."""
        self.lines.append((self.clock.today(), ref, what))

    def deliver(self, name: str, mail: bytes) -> None:
        """Drop a raw email into the inbox."""
        (self.folder / "inbox" / name).write_bytes(mail)

    def round(self) -> Tally:
        """One round of the daemon."""
        return run_round(self.office)

    def day(self, year: int, month: int, day: int) -> None:
        """Another day begins, with a round."""
        self.clock.turn_to(date(year, month, day))
        tally = self.round()
        if tally.reminded:
            self.tell("", f"reminder emails sent: {tally.reminded}")
        if tally.lapsed:
            self.tell(
                "",
                f"deadlines passed: {tally.lapsed}; the next letter is drafted and a decision is asked for",
            )

    def newest_mail(self, ref: str, words: str) -> EmailMessage:
        """The newest email we sent about a case whose subject holds these words."""
        from email import message_from_bytes, policy

        for file in sorted((self.folder / "sent").glob("*.eml"), reverse=True):
            message = message_from_bytes(file.read_bytes(), policy=policy.default)
            if str(message["Subject"]).startswith(f"[{ref}.") and words in str(message["Subject"]):
                return message
        raise AssertionError(f"no email about {ref} with {words!r} was sent")


def play(folder: Path) -> None:
    """Play the story into `folder` and print its timeline.

    Raises:
        WrongUsage: the folder is there and is not an earlier demo.
    """
    _make_room(folder)
    make_school_folder(folder)
    mark_as_demo(folder)
    clock = RehearsalClock(date(2026, 11, 2))
    story = Story(folder=folder, office=build(load_settings(folder), clock), clock=clock)
    for chapter in (_monday, _one_removes, _one_is_silent, _one_threatens, _heard_and_decided):
        sys.stdout.write(f"  {chapter.__doc__}\n")
        sys.stdout.flush()
        chapter(story)
    keep_day(folder, clock.today())
    _print(story)


def _make_room(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            problem = Problem(
                where=str(folder),
                what="This folder is not empty and was not made by the demo.",
                what_to_do="Name another folder: demo FOLDER.",
            )
            raise WrongUsage(problem)
        shutil.rmtree(folder)


def _monday(story: Story) -> None:
    """Three reports are dropped into the inbox as raw emails."""
    for number, mail in enumerate(first_reports(), start=1):
        story.deliver(f"{number}.eml", mail)
    tally = story.round()
    counts = tally.counts()
    story.tell(
        "", f"{tally.mails} reports came in: {counts['opened']} cases, {counts['drafted']} letters drafted"
    )
    story.tell("2026-0001", "L1 drafted for Mr Catterick; the head has it by email with a one-time code")
    story.tell("2026-0002", "L1 drafted for Mrs Balogun (photographs)")
    story.tell(
        "2026-0003", "Mr Reid's post threatens a teacher: ALERT to the DSL and deputy, nothing drafted"
    )
    place_hold(story.office, story.office.case("2026-0003"), HoldFor.POLICE, "999 and police told", by="DSL")
    story.tell("2026-0003", "on hold for the police, by the DSL")


def _approve_and_post(story: Story, ref: str, letter: str, method: Method = Method.FIRST_CLASS) -> None:
    """The head approves by email, the office posts it on the day printed in it."""
    asked = asked_in(story.newest_mail(ref, "] Please approve a letter"))
    story.deliver(f"approve-{ref}-{letter}.eml", approval_reply(asked, story.clock.now()))
    story.round()
    letter_state = story.office.case(ref).in_hand
    dated = letter_state.date_on_letter if letter_state else None
    if dated and dated > story.clock.today():
        story.clock.turn_to(dated)
    sent = Sent(on=story.clock.today(), method=method)
    event = record_posted(story.office, story.office.case(ref), sent, by="Mrs Binns")
    until = f"; answer by {event.answer_by:%d %b}" if event.answer_by else ""
    story.tell(ref, f"{letter} approved by email and posted ({method}){until}")


def _decide_by_mail(story: Story, ref: str, step: str, reason: str) -> None:
    """The head decides by the link in the email."""
    asked = asked_in(story.newest_mail(ref, "] Please decide"))
    mail = decision_reply(asked, step, reason=reason, at=story.clock.now())
    story.deliver(f"decide-{ref}-{step}-{story.clock.today()}.eml", mail)
    story.round()
    story.tell(ref, f"the head decides {step}: {reason}")


def _answer(story: Story, ref: str, outcome: Outcome, *, channel: Channel, summary: str) -> None:
    event = AnswerRecorded(outcome=outcome, channel=channel, on=story.clock.today(), summary=summary)
    record_answer(story.office, story.office.case(ref), event, by="Mrs Binns")
    advance(story.office, ref, Tally())
    story.round()
    story.tell(ref, f"answer recorded: {outcome} ({BY[channel]})")


def _one_removes(story: Story) -> None:
    """The head approves two letters by email; one parent removes the photographs."""
    for ref in ("2026-0001", "2026-0002"):
        _approve_and_post(story, ref, "L1")
    story.day(2026, 11, 6)
    story.deliver("removed.eml", removal_answer(story.clock.now()))
    story.round()
    story.tell(
        "2026-0002", "Mrs Balogun answers by email; her email is attached to the case and the office is told"
    )
    _answer(
        story, "2026-0002", Outcome.REMOVED, channel=Channel.MAIL, summary="the photographs are taken down"
    )
    _decide_by_mail(story, "2026-0002", "none", "Removed within two days, with an apology.")


def _one_is_silent(story: Story) -> None:
    """Mr Catterick does not answer: a reminder, a lapse, a decision, an invitation; he refuses; a written warning."""
    story.day(2026, 11, 11)
    story.day(2026, 11, 13)
    _decide_by_mail(story, "2026-0001", "L2", "No answer to the first letter; talk before anything else.")
    give_fields(
        story.office,
        story.office.case("2026-0001"),
        "L2",
        {"slot_1": "Friday 27 November at 3.45 pm", "slot_2": "Tuesday 1 December at 8.30 am"},
        by="Mrs Binns",
    )
    story.round()
    _approve_and_post(story, "2026-0001", "L2")
    story.day(2026, 11, 20)
    _answer(
        story,
        "2026-0001",
        Outcome.DECLINED,
        channel=Channel.PHONE,
        summary="will not come and will not remove it",
    )
    _decide_by_mail(story, "2026-0001", "L3", "Declined to meet and the post is still up.")
    _approve_and_post(story, "2026-0001", "L3")


def _one_threatens(story: Story) -> None:
    """The police release the third case; the DSL clears it; permission to enter is withdrawn for the time being."""
    story.day(2026, 11, 24)
    ref = "2026-0003"
    release_hold(
        story.office, story.office.case(ref), "police content; they take no action", by="Miss Treadwell"
    )
    order = TriageOrder(clear=True, note="police informed; meeting offered and refused by telephone")
    triage_case(story.office, story.office.case(ref), order, by="Miss Treadwell")
    story.tell(ref, "released and cleared by name")
    give_fields(story.office, story.office.case(ref), "B2", BAR_FIELDS, by="Miss Treadwell")
    signed = Signed(by=HEAD)
    decide(story.office, story.office.case(ref), "B2", "He named the gate and the time.", signed=signed)
    story.round()
    _approve_and_post(story, ref, "B2", Method.BY_HAND)


def _heard_and_decided(story: Story) -> None:
    """He is heard within the time given, and the head decides with reasons; a review date is set."""
    story.day(2026, 11, 27)
    ref = "2026-0003"
    _answer(
        story,
        ref,
        Outcome.REPRESENTATIONS,
        channel=Channel.LETTER,
        summary="regrets it; asks to come to the nativity play",
    )
    _decide_by_mail(story, ref, "B3", "The threat was specific; the regret is heard, the risk remains.")
    give_fields(story.office, story.office.case(ref), "B3", BAR_DECISION, by=HEAD)
    story.round()
    _approve_and_post(story, ref, "B3")
    story.day(2026, 12, 9)


def _print(story: Story) -> None:
    from rich.console import Console
    from rich.table import Table

    from ..ground.disk import write_file
    from ..records.papers.register_files import to_csv
    from ..workflows.register_rows import rows_of_cases

    refs = story.office.cases.refs()
    write_file(story.folder / "register.csv", to_csv(rows_of_cases(story.office, refs), bom=True))
    table = Table(title="What happened", title_justify="left")
    for column in ("day", "case", "what"):
        table.add_column(column)
    for day, ref, what in sorted(story.lines, key=lambda line: line[0]):
        table.add_row(f"{day:%a %d %b %Y}", ref, what)
    console = Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else 140)
    console.print(table)
    _where(story, console.print)


def _where(story: Story, say: Callable[[str], None]) -> None:
    data = story.folder / "data"
    letters = sorted((data / "cases").glob("*/letters/*.docx"))
    made = (
        "Word and PDF"
        if any((data / "cases").glob("*/letters/*.pdf"))
        else "Word (no PDF: LibreOffice is not here)"
    )
    say(f"\nLook at:  {len(letters)} letters, {made}")
    say(f"  letters       {data}/cases/2026-0003/letters/")
    say(f"  a case's log  {data}/cases/2026-0001/case.txt")
    say(f"  sent emails   {story.folder}/sent/")
    say(f"  the register  {story.folder}/register.csv")
    if program() != "letterladder":
        say("Now type: make desk      (the same school in a browser: for the head, the DSL and the office)")
    else:
        say(f"Now type: {program()} --config {story.folder} desk --demo      (the same school in a browser)")
