"""Getting an approved letter out: into the print tray or by email, once, with a start and an end in the log."""

from dataclasses import dataclass
from datetime import date

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused, WorldFailed
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import (
    ClockRecomputed,
    DraftVoided,
    LetterPosted,
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
)
from ..rules.cases.more_time import more_time, notice_of
from ..rules.days.counting import ClockRule
from ..rules.days.deadlines import answer_by, deemed_receipt
from ..rules.letters.letter_dates import POSTED
from ..rules.mails.desk_links import to_post
from ..rules.mails.outgoing import MailKind, OutgoingMail, TrayLetter
from ..rules.mails.subjects import on_day
from ..rules.standing.options import goes_aside
from ..rules.standing.standing import posting_open
from ..rules.standing.stops import Stop, is_frozen, leaving_letter
from ..rules.words import LetterStatus, Method
from .approving import touched
from .dating import lacks_adult, void_if_changed
from .notices import letter_files, subject_of, tell
from .office import RULES, Office, Tally
from .provider_gate import goes_by_provider
from .still_right import check_day, check_way, other_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How a letter went out, as a person says: `late` admits that it left after the date printed in it.

    Without `method` it went as it was laid out.
    """

    on: date
    method: Method | None = None
    late: bool = False
    proof: str = ""


def start_posting(office: Office, case: Case, letter: LetterState, tally: Tally) -> bool:
    """Begin to post an approved letter; False where it has to wait for the mail server."""
    if touched(office, case, letter):
        why = "the file was changed after it was approved"
        office.note(case.ref, DraftVoided(letter=letter.letter, version=letter.version, why=why))
        return True
    if void_if_changed(office, case, letter):
        return True
    if why := "" if letter.slots else other_address(office, case, letter):
        office.note(case.ref, DraftVoided(letter=letter.letter, version=letter.version, why=why))
        return True
    if letter.slots and lacks_adult(office, case):
        what = f"{letter.letter} is approved, but the people register is damaged and the adult is not in it."
        do = "Put the register right; the next round goes on with the letter."
        tally.problems.append(Problem(where=case.ref, what=what, what_to_do=do))
        return False
    if letter.planned_method is Method.MAIL:
        return _post_by_mail(office, case, letter, tally)
    adult = office.people.read().adults.get(case.adult)
    to = ", ".join(adult.address) if adult else ""
    _lay_out(office, case, letter, to=to)
    return True


def _lay_out(office: Office, case: Case, letter: LetterState, *, to: str) -> None:
    """Log the start, put the letter into the tray, and tell the office to post it, and how.

    What a provider posts is not put there, and the office has nothing to do.
    """
    office.note(case.ref, _started(letter, letter.planned_method, to=to))
    fill_tray(office, office.case(case.ref))
    if not office.tray.holds(case.ref, letter.letter, letter.version):
        return
    when = uk_date(letter.date_on_letter) if letter.date_on_letter else ""
    how = POSTED[letter.planned_method]
    name = office.school.policy.letters.name_of(letter.letter)
    day = on_day(letter.date_on_letter, office.clock.today()) if letter.date_on_letter else ""
    link = to_post(office.school)
    tell(
        office,
        "to-post",
        ("office",),
        ref=case.ref,
        link=link,
        until=letter.date_on_letter,
        letter=name,
        on=when,
        how=how,
        when=day,
    )


def _started(letter: LetterState, method: Method, *, to: str, message_id: str = "") -> PostingStarted:
    return PostingStarted(
        letter=letter.letter,
        version=letter.version,
        sha256=letter.sha256,
        message_id=message_id,
        method=method,
        to=to,
    )


def fill_tray(office: Office, case: Case) -> None:
    """Lay the letter that is leaving by post into the print tray, unless it is there or a provider posts it."""
    letter = leaving_letter(case)
    if letter is None or letter.method is Method.MAIL:
        return
    if office.tray.holds(case.ref, letter.letter, letter.version) or letter.date_on_letter is None:
        return
    if goes_by_provider(office, case, letter):
        return
    adult = office.people.read().adults.get(case.adult)
    office.tray.put(
        TrayLetter(
            ref=case.ref,
            letter=letter.letter,
            version=letter.version,
            to=(adult.full_name, *adult.address) if adult else (case.adult_name,),
            post_on=letter.date_on_letter,
            sha256=letter.sha256,
            docx=office.cases.file(case.ref, letter.file),
            pdf=office.cases.file(case.ref, letter.pdf) if letter.pdf else b"",
        )
    )


def clear_tray(office: Office, case: Case) -> None:
    """Take the letter that waits for an envelope out of the tray: the case was stopped."""
    letter = leaving_letter(case)
    if letter:
        office.tray.take(case.ref, letter.letter, letter.version)


def stop_the_envelope(office: Office, case: Case, why: str) -> None:
    """A letter in the print tray should not go any more: out it comes, and somebody says whether it had gone."""
    for event in envelope_question(case, why):
        clear_tray(office, case)
        office.note(case.ref, event)
        tell_unsure(office, case.ref, event)


def envelope_question(case: Case, why: str) -> list[PostingQuestioned]:
    """What is to be logged so that somebody says whether the letter in the print tray had gone; none of no letter."""
    letter = leaving_letter(case)
    if letter is None or letter.unsure or letter.method is Method.MAIL:
        return []
    return [PostingQuestioned(letter=letter.letter, version=letter.version, why=why)]


def _post_by_mail(office: Office, case: Case, letter: LetterState, tally: Tally) -> bool:
    """Send a letter by email at most once: a start without an end becomes a question, never a second sending."""
    if letter.date_on_letter and office.clock.today() < letter.date_on_letter:
        return False
    adult = office.people.read().adults.get(case.adult)
    if adult is None or not adult.email or not letter.pdf:
        lacking = (
            "it has no PDF" if adult and adult.email else "people.csv has no email address for the adult"
        )
        why = f"it was written to go by email, but {lacking}; it is written again"
        office.note(case.ref, DraftVoided(letter=letter.letter, version=letter.version, why=why))
        return True
    faults = office.outbox.check()
    if faults:
        tally.problems.extend(faults)
        tally.world_failed = True
        return False
    mail = OutgoingMail(
        message_id=office.new_id(case.ref),
        kind=MailKind.LETTER,
        to=(adult.email,),
        subject=subject_of(office, case.ref, f"a letter from {office.school.name}"),
        text=office.texts.write(
            "letter.j2",
            {"ref": case.ref, "school": office.school.name, "salutation": adult.salutation}
            | {"contact": office.school.contact.name, "contact_email": office.school.contact.email},
        ),
        files=letter_files(office, case.ref, letter.pdf),
        ref=case.ref,
    )
    office.note(case.ref, _started(letter, Method.MAIL, to=adult.email, message_id=mail.message_id))
    try:
        office.outbox.send(mail)
    except WorldFailed as failure:
        question(office, case.ref, letter, f"the mail server did not confirm it: {failure}")
        return True
    today = office.clock.today()
    record_posted(office, office.case(case.ref), Sent(on=today, method=Method.MAIL), by=RULES)
    tally.posted += 1
    return True


def clear_posted(office: Office, case: Case) -> None:
    """Take letters out of the tray that are posted, void or stopped: the program may have stopped before it did."""
    if is_frozen(case):
        clear_tray(office, case)
    for letter in case.letters:
        if letter.status is not LetterStatus.POSTING and letter.method not in {None, Method.MAIL}:
            office.tray.take(case.ref, letter.letter, letter.version)


def question(office: Office, ref: str, letter: LetterState, why: str) -> None:
    """Ask a person whether this letter went out."""
    event = PostingQuestioned(letter=letter.letter, version=letter.version, why=why)
    office.note(ref, event)
    tell_unsure(office, ref, event)


def tell_unsure(office: Office, ref: str, event: PostingQuestioned) -> None:
    """The email that asks whether a letter went out."""
    name = office.school.policy.letters.name_of(event.letter)
    tell(office, "posting-unsure", ("office", "dsl"), ref=ref, letter=name, why=event.why)


def record_posted(office: Office, case: Case, sent: Sent, *, by: str) -> LetterPosted:
    """The letter went out on `on`: its clock starts.

    The date printed in the letter binds unless the true posting gives the adult longer (the kinder).

    Raises:
        Refused: no letter is leaving, it cannot have left on that day or in that way, or it went out later than its
            date without `late`.
        CalendarEnds: the calendar does not reach the answer-by date.
    """
    letter = _leaving(case)
    on, method = sent.on, sent.method or way_laid_out(letter)
    check_day(office, case, letter, on, late=sent.late)
    check_way(office, case, letter, method, proof=sent.proof)
    step = office.school.policy.steps[letter.letter]
    calendar, rule = office.school.calendar, office.school.posting.receipt
    clock = step.answer_clock
    reached, text = _until(office, letter, clock, on=on, method=method)
    event = LetterPosted(
        letter=letter.letter,
        version=letter.version,
        sha256=letter.sha256,
        method=method,
        on=on,
        received_on=deemed_receipt(calendar, on, method, rule).end,
        answer_by=reached,
        rule=text,
        unit=clock.unit if clock else None,
        days=clock.days if clock else 0,
        proof=sent.proof,
        message_id=letter.message_ids[-1] if method is Method.MAIL and letter.message_ids else "",
        aside=goes_aside(case, office.school.policy, letter.letter),
        ends=list(step.record.ends) if step.record else [],
        stands=office.school.policy.on(case.ladder).steps[letter.letter].silence_is_fine,
    )
    office.note(case.ref, event, by=by)
    office.tray.take(case.ref, letter.letter, letter.version)
    _grant_time(office, case, letter)
    return event


def _until(
    office: Office, letter: LetterState, clock: ClockRule | None, *, on: date, method: Method
) -> tuple[date | None, str]:
    """The answer-by date that binds, and how it was reached; also where the letter was written for another way."""
    printed, reached, words = letter.answer_by, None, []
    if clock and printed:
        found = answer_by(office.school.calendar, on, method, clock, rule=office.school.posting.receipt)
        reached = max(found.end, printed)
        words = [
            found.rule,
            *([f"printed in the letter: {printed.isoformat()}"] if reached != found.end else []),
        ]
    if method is not letter.planned_method:
        words.append(f"the letter says it was sent {POSTED[letter.planned_method]}")
    return reached, "; ".join(words)


def way_laid_out(letter: LetterState) -> Method:
    """How this letter was laid out to go; before that, how it is planned to go."""
    return letter.method or letter.planned_method


def gone_otherwise(letter: LetterState, event: LetterPosted) -> list[str]:
    """What a person should know where a letter went another way than it was written for.

    Args:
        letter: the letter as it was in the tray, with what it prints.
        event: how it went out.
    """
    if event.method is letter.planned_method:
        return []
    said = f"The letter says it was sent {POSTED[letter.planned_method]}; it went {POSTED[event.method]}."
    found = [f"{said} The log shows both."]
    if letter.answer_by and event.answer_by and event.answer_by > letter.answer_by:
        moved = f"It gives {uk_date(letter.answer_by)}; the adult has until {uk_date(event.answer_by)}."
        found.append(f"{moved} Tell them if you can.")
    start = letter.also.get("starts_on")
    if start and start < event.received_on:
        received = uk_date(event.received_on)
        found.append(
            f"It says that it applies from {uk_date(start)}, but it counts as received on {received}."
        )
    return found


def _grant_time(office: Office, case: Case, letter: LetterState) -> None:
    """More time that a letter gave moves the last day for comments, and the clock of the notice runs again."""
    letters = office.school.policy.letters
    notice, day = notice_of(case, letters), more_time(case, letter.letter, letters)
    if notice is None or notice.answer_by is None or day is None:
        return
    why = f"more time was given by {letter.letter} version {letter.version}"
    event = ClockRecomputed(
        letter=notice.letter, version=notice.version, old=notice.answer_by, new=day, why=why, reopens=True
    )
    office.note(case.ref, event)


def _leaving(case: Case) -> LetterState:
    found = posting_open(case)
    if isinstance(found, Stop):
        raise Refused(found.problem(case.ref))
    return found


def record_not_posted(office: Office, case: Case, why: str, *, by: str) -> None:
    """A person says that a letter that was leaving did not go out; it is drafted again for approval.

    Raises:
        Refused: no letter is leaving.
    """
    letter = _leaving(case)
    office.note(case.ref, PostingNotMade(letter=letter.letter, version=letter.version, why=why), by=by)
    office.tray.take(case.ref, letter.letter, letter.version)
