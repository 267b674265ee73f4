"""`setup` in a terminal: what is open is asked, one section after another."""

import getpass
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..config.settings import load_settings, read_settings
from ..config.setup_file import Answer, SetupFile
from ..config.setup_questions import (
    ADVISER,
    CALENDAR,
    MAILBOX,
    PICTURES,
    POLICY,
    REGISTER,
    SAMPLE,
    SECTIONS,
    Question,
    Section,
    Sort,
)
from ..ground.english import uk_date_short
from ..ground.errors import LetterladderError, Problem
from ..rules.days.calendar_import import Sort as CalendarSort
from ..workflows.ports import Clock
from .asking import LEAVE, Asking, Left
from .cli_common import program, say, show_problems
from .cli_login import lead_through_sign_in
from .invented import people_left
from .policies_beside import tell_beside
from .sample_letter import Standing, begin, look, standing
from .setting_up import (
    Progress,
    faults_of,
    next_of,
    note_seen,
    picture_at,
    progress,
    put_terms,
    take_picture,
    terms_in,
)
from .setup_mailbox import (
    IN_USER,
    NONE,
    PASSWORD,
    PROVIDERS,
    QUESTIONS,
    Looked,
    keep_password,
    look_into,
    offered,
    password_files,
    provider_of,
    with_mailbox,
)

LIST = "list"
SECONDS = 10
"""Between two looks for the head's answer."""
LOOKS = 60
"""Looks for the head's answer before it is left for another day: ten minutes."""


@dataclass(slots=True, kw_only=True)
class Terminal:
    """One visit of `setup`.

    Attributes:
        folder: the school's.
        clock: tells the day.
        import_people: the command that imports a list: its file, and whether it is the list of staff.
        write_review: the command that writes the adviser's PDF.
        asking: asks, and reads what is typed.
        pause: waits so many seconds.
    """

    folder: Path
    clock: Clock
    import_people: Callable[[Path, bool], None]
    write_review: Callable[[], None]
    asking: Asking = field(default_factory=Asking)
    pause: Callable[[float], None] = time.sleep

    def run(self) -> list[Progress]:
        """Ask what is open, in order or as it is chosen, until all is done or somebody leaves."""
        stood = progress(self.folder, self.clock)
        self._overview(stood)
        chosen: Section | None = None
        try:
            while (chosen := self._choose(stood, chosen)) is not None:
                self._section(chosen)
                stood = progress(self.folder, self.clock)
                left = next(one.left for one in stood if one.section == chosen)
                say(f"\n{chosen.title}: {left.rstrip('.') or 'done'}.")
        except (Left, KeyboardInterrupt):
            stood = progress(self.folder, self.clock)
        return stood

    def _overview(self, stood: list[Progress]) -> None:
        say("")
        for number, one in enumerate(stood, start=1):
            mark = "done" if one.is_done else "open"
            say(
                f"  {number:>2}  {mark}  {one.section.title}{f': {one.left}' if one.left and one.seen else ''}"
            )

    def _choose(self, stood: list[Progress], after: Section | None) -> Section | None:
        following = next_of(stood, after)
        if following is None:
            say("\nAll is set up.")
        usual = f"Enter for {following.title}" if following else "Enter to leave"
        while True:
            typed = self.asking.line(f"\n{usual}, a number, '{LIST}' or '{LEAVE}': ")
            if not typed:
                return following
            if typed.isdecimal() and 1 <= int(typed) <= len(SECTIONS):
                return SECTIONS[int(typed) - 1]
            if typed == LIST:
                self._overview(stood)
            else:
                say(f"Type a number from 1 to {len(SECTIONS)}.")

    def _section(self, section: Section) -> None:
        say(f"\n{section.title}\n{'-' * len(section.title)}")
        if section.says:
            say(section.says)
        special: Mapping[str, Callable[[], None]] = {
            POLICY.id: self._policy,
            MAILBOX.id: self._mailbox,
            CALENDAR.id: self._calendar,
            REGISTER.id: self._register,
            PICTURES.id: self._pictures,
            ADVISER.id: self._adviser,
            SAMPLE.id: self._sample,
        }
        try:
            special.get(section.id, lambda: self._questions(section.questions))()
        except LetterladderError as error:
            show_problems(error.problems)
            return
        note_seen(self.folder, section)

    # ---- questions

    def _questions(self, questions: tuple[Question, ...]) -> None:
        """Each question until its answer fits; it is kept at once."""
        for question in questions:
            file = SetupFile.of(self.folder)
            answer = self._ask(file, question, file.proposed(question.key))
            file.with_answers({question.key: answer}).save(self.clock.today())

    def _ask(self, file: SetupFile, question: Question, usual: Answer | None) -> Answer | None:
        while True:
            answer = self.asking.typed(question, usual)
            try:
                faults = faults_of(file, (question,), {question.key: answer})
            except LetterladderError as error:
                faults = list(error.problems)
            if not faults:
                return answer
            show_problems(faults)

    # ---- sections of their own kind

    def _policy(self) -> None:
        names = tell_beside()
        file = SetupFile.of(self.folder)
        (question,) = POLICY.questions
        while True:
            typed = self.asking.line(f"A number, or the name of your own file [{file.value(question.key)}]: ")
            answer = names[int(typed) - 1] if typed in map(str, range(1, len(names) + 1)) else typed
            changed = file.with_answers({question.key: answer or str(file.value(question.key))})
            own = answer and answer not in names
            if own and not (self.folder / answer).is_file():
                say(f"There is no file {self.folder / answer}. Put it there first, or choose a number.")
                continue
            changed.save(self.clock.today())
            _, faults = read_settings(self.folder)
            show_problems([one for one in faults if own and answer in one.where])
            return

    def _mailbox(self) -> None:
        file = SetupFile.of(self.folder)
        question = Question(key="", asks="Where is it", sort=Sort.CHOICE, choices=PROVIDERS)
        provider = str(self.asking.chosen(question, provider_of(file)))
        answers: dict[str, Answer | None] = {}
        for one in QUESTIONS[provider]:
            trial = with_mailbox(file, provider, answers) if answers else file
            usual = answers.get(IN_USER.key) if one.key == "mail.out.user" else None
            answers[one.key] = self.asking.simple(one, offered(trial, one) or usual)
        changed = with_mailbox(file, provider, answers)
        faults = changed.faults(["mail"])
        if faults:
            show_problems(faults)
            return
        changed.save(self.clock.today())
        if provider == PASSWORD:
            self._passwords()
        if provider != NONE:
            self._look()

    def _passwords(self) -> None:
        for name, user in password_files(SetupFile.of(self.folder)).items():
            asks = f"Password of {user} (Enter: as it is): "
            typed = getpass.getpass(asks) if sys.stdin.isatty() else self.asking.line(asks)
            if typed:
                keep_password(self.folder, name, typed)
                say("It is kept in a file of its own, which only this account may read.")

    def _look(self) -> None:
        """Try the mailbox, and ask what only whoever sees it can say."""
        lead_through_sign_in(self.folder, say)
        settings, faults = read_settings(self.folder)
        if settings is None:
            show_problems(faults)
            return
        say("Trying the mailbox ...")
        seen = look_into(settings, self.clock.now())
        if seen.problems:
            show_problems(seen.problems)
            say("It is kept as you typed it. Come back to this section once that is put right.")
            return
        say("Both logins work.")
        self._what_waits(seen)

    def _what_waits(self, seen: Looked) -> None:
        today, answers = self.clock.today(), dict[str, Answer | None]()
        if seen.count:
            since = f", the oldest of {uk_date_short(seen.oldest)}" if seen.oldest else ""
            say(f"{seen.count} emails wait in it{since}. The newest:")
            for line in seen.newest:
                say(f"  {line}")
            say("Letters are drafted only for emails from a day on; older ones are kept in the in-tray.")
            question = Question(key="mail.since", asks="From which day (year-month-day)")
            answers["mail.since"] = self.asking.day(
                question, SetupFile.of(self.folder).value("mail.since") or today
            )
        file = SetupFile.of(self.folder)
        named = Question(
            key="mail.authserv_id",
            asks="Name your mail server writes at the head of Authentication-Results",
            help="It vouches for who sent an email; without it nothing is drafted unasked. docs/running.md",
            may_be_empty=True,
        )
        usual = file.value("mail.authserv_id") or seen.vouched_by or None
        answers["mail.authserv_id"] = self._ask(file, named, usual)
        SetupFile.of(self.folder).with_answers(answers).save(today)

    def _calendar(self) -> None:
        say("Paste the list of term dates from your website or council, then a line with a single full stop.")
        say("Or type the name of a calendar file (.ics). An empty line leaves the calendar as it is.")
        first = self.asking.line("> ")
        if not first:
            return
        ics, lines = b"", [first]
        path = Path(first).expanduser()
        if path.suffix.casefold() == ".ics":
            ics, lines = picture_at(path), []
        else:
            while (line := self.asking.line("> ")) != ".":
                lines.append(line)
        proposals, left = terms_in("\n".join(lines), ics, self.clock.today())
        for one in proposals.found:
            days = uk_date_short(one.first) + (
                f" to {uk_date_short(one.last)}" if one.last != one.first else ""
            )
            say(f"  {one.title}: {days}")
        for words in left:
            say(f"  NOT UNDERSTOOD, nothing was taken from it: {words}")
        if not any(one.sort is CalendarSort.TERM for one in proposals.found):
            say("No term was found in it, so nothing was changed.")
            return
        if self.asking.yes("Put these in place of the present terms?", usual=True):
            kept = put_terms(self.folder, proposals, self.clock.today())
            say(f"They are in place. The old calendar is kept as {kept}.")

    def _register(self) -> None:
        if people_left(self.folder):
            say("Whoever is named as gone below is of the invented example.")
        for staff, what in ((False, "parents, carers and pupils"), (True, "staff")):
            typed = self.asking.line(f"File with {what} (CSV or .xlsx; Enter to leave it as it is): ")
            if typed:
                self.import_people(Path(typed).expanduser(), staff)

    def _pictures(self) -> None:
        for question, name in zip(PICTURES.questions, ("logo", "signature"), strict=True):
            file = SetupFile.of(self.folder)
            now = file.value(question.key)
            typed = self.asking.line(
                f"{question.asks}: file [{now or 'none'}]{', - for none' if now else ''}: "
            )
            if typed == "-":
                file.with_answers({question.key: None}).save(self.clock.today())
            elif typed:
                taken = take_picture(self.folder, name, picture_at(Path(typed).expanduser()))
                file.with_answers({question.key: taken}).save(self.clock.today())
                say(f"Kept beside school.toml as {taken}.")

    def _adviser(self) -> None:
        load_settings(self.folder)
        if self.asking.yes("Write all letters into one PDF for the adviser now?", usual=False):
            self.write_review()
        say(f"When they have signed: {program()} --config {self.folder} letters signed --help")

    def _sample(self) -> None:
        settings = load_settings(self.folder)
        stood = standing(settings, self.clock)
        if not stood.letter or stood.is_proven:
            if not self.asking.yes("Write it, and ask the head by email now?", usual=not stood.letter):
                return
            stood = begin(settings, self.clock)
        say(f"{stood.asked} has an email that asks to approve letter {stood.letter}.")
        if settings.mail.incoming.kind == "folder":
            say(
                f"It is in {self.folder / 'sent'}; put the answer into {self.folder / 'inbox'} as an .eml file."
            )
            stood = look(settings, self.clock)
        else:
            say("Waiting for the answer. Ctrl-C leaves; `setup` goes on from here.")
            for _ in range(LOOKS):
                stood = look(settings, self.clock)
                if stood.is_proven:
                    break
                self.pause(SECONDS)
        _tell(stood)


def _tell(stood: Standing) -> None:
    if stood.is_approved:
        say("The head approved it, and it would be printed now:")
        for path in stood.papers or ():
            say(f"  {path}")
        say("The whole way works. Nothing of it is in your cases; the folder may be deleted.")
    elif stood.is_proven:
        say(
            f"The head sent it back: {stood.note or 'without words'}. Their answer arrives, so the way works."
        )
    else:
        problem = Problem(
            where="a letter to yourself",
            what="There is no answer yet.",
            what_to_do="Once the head has answered, come back to this section.",
        )
        show_problems([problem])
