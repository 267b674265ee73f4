"""Asks a language model about emails that wait for a person, where the school switched that on; else does nothing.

It comes last in a round: verdicts are logged, alarms and other emails are sent. What is about to leave this machine is
logged before it leaves. Nothing that comes back opens a case, drafts, files or answers.
"""

from ..ground.errors import Problem
from ..rules.mails.assist_events import AssistAnswered, AssistAsked, LevelRaised
from ..rules.mails.mail_log import AnyMailEvent, MailRow
from ..rules.people.conflict import is_pupils_own, staff_of
from ..rules.reports.assist import Answered, Asked, WhyNot, asked_of
from ..rules.reports.assist_taking import Known, Taken, taken_of, why_raised
from ..rules.reports.assist_turns import ROUND, in_turn, may_be_asked, why_not_now
from ..rules.reports.matching import writers_of
from ..rules.texts.plain_signs import storable
from ..rules.texts.report import Report
from ..rules.words import Level
from .known_emails import read_again
from .office import RULES, Office, Tally
from .ports import Reader

ASSISTING = "asking the language model"
MOST_KEPT = 8_000
"""Characters of what came back that are kept."""


def ask_assist(office: Office, tally: Tally) -> None:
    """Ask about as many emails as the limits of the round and the day allow; the first failure ends it."""
    if office.reader is None:
        return
    begun = office.clock.now()
    for waiting in in_turn(office.index.mails.in_tray()):
        office.turns.give_way()
        row = _as_it_stands(office, waiting)
        if row is None:
            continue
        if not begun <= office.clock.now() < begun + ROUND:
            return
        if (why := _ask(office, office.reader, row)) is not None:
            tally.problems += _said(why)
            return


def _as_it_stands(office: Office, row: MailRow) -> MailRow | None:
    """The email as the log tells it now; None where a person filed it while others had their turn."""
    now = office.index.mails.row(row.seen.mailbox, row.seen.key)
    return now if now and may_be_asked(now) else None


def _ask(office: Office, reader: Reader, row: MailRow) -> WhyNot | None:
    """Ask about one email and note what came of it; why nothing more is asked in this round, or None."""
    report = read_again(office, row)
    if is_pupils_own(report.from_address, staff_of(office.school)):
        return None  # what a pupil writes is sent to nobody
    asked = asked_of(report, office.school.policy, office.school.assisting.most_characters)
    asking, now = office.index.mails.last_asked(row.seen.mailbox), office.clock.now()
    if why_not_now(asking, office.school.assisting, now, asked.characters):
        return WhyNot(what="")
    office.mail_log.append(now, RULES, _about_to(office, row, asked))
    with office.turns.away():
        answer = reader.read(asked)
    taken = _taken(office, row, report, asked, answer=answer)
    _note(office, row, taken, answer)
    return WhyNot(what=taken.failed) if taken.failed else None


def _about_to(office: Office, row: MailRow, asked: Asked) -> AssistAsked:
    return AssistAsked(
        mailbox=row.seen.mailbox,
        key=row.seen.key,
        sha256=row.seen.sha256,
        address=office.school.assisting.address,
        model=office.school.assisting.model,
        sent_sha256=asked.sha256,
        characters=asked.characters,
        cut=asked.cut,
    )


def _taken(office: Office, row: MailRow, report: Report, asked: Asked, *, answer: Answered | WhyNot) -> Taken:
    """What of the answer is in the email and fits the school."""
    if isinstance(answer, WhyNot):
        return Taken(failed=answer.what)
    people, judged = office.people.read(), row.judged
    known = Known(
        text=asked.text,
        register=people,
        policy=office.school.policy,
        level=(judged.level if judged else None) or Level.PLAIN,
        highest=Level.RED if office.school.assisting.may_alarm else Level.AMBER,
        suggested=frozenset(one.adult for one in judged.suggestions) if judged else frozenset(),
        proposed=frozenset(one.conduct for one in judged.proposed) if judged else frozenset(),
        writers=writers_of(report, people),
    )
    return taken_of(answer.text, known)


def _note(office: Office, row: MailRow, taken: Taken, answer: Answered | WhyNot) -> None:
    """Log what came back, whole up to a limit, and what was taken of it; and that somebody must look sooner."""
    seen, events = row.seen, list[AnyMailEvent]()
    text = answer.text if isinstance(answer, Answered) else ""
    events.append(
        AssistAnswered(
            mailbox=seen.mailbox,
            key=seen.key,
            sha256=seen.sha256,
            failed=taken.failed,
            returned=storable(text[:MOST_KEPT]),
            characters=len(text),
            adults=list(taken.adults),
            conduct=list(taken.conduct),
            facts=list(taken.facts),
            level=taken.level,
            level_words=taken.level_words,
            dropped=list(taken.dropped),
        )
    )
    # A person may have filed it while the model was asked: then nobody needs to look any more.
    if taken.level and _as_it_stands(office, row):
        why = why_raised(taken.level, taken.level_words)
        raised = LevelRaised(
            mailbox=seen.mailbox, key=seen.key, sha256=seen.sha256, level=taken.level, why=why
        )
        events.append(raised)
    office.mail_log.append(office.clock.now(), RULES, *events)


def _said(why: WhyNot) -> list[Problem]:
    """A failure as it is shown; nothing is said where only a limit was reached."""
    what_to_do = "Nothing else depends on it, and it will be asked again later; see [assist] in school.toml."
    return [Problem(where="[assist]", what=why.what, what_to_do=what_to_do)] if why.what else []
