"""Once a school day: the letters that wait for an envelope go to the office as one PDF, a cover list in front.

The log of printing is written first and the emails queued after it, each from its line and under its Message-ID; a
stop in between is made good by the next round. They hold the addresses of families, so they go to the office's own
addresses alone, and to nobody who is too near to a case.
"""

from collections.abc import Collection, Iterator, Sequence

from ..ground.english import uk_date
from ..rules.mails.cover_list import CoverLine, letters_in_words
from ..rules.mails.desk_links import to_post
from ..rules.mails.outgoing import LaidOut, MailKind, OutgoingFile, OutgoingMail
from ..rules.mails.print_run import emailed_so_far, held_by, not_queued, print_run
from ..rules.office.exports import OfficeEntry
from ..rules.office.print_events import (
    EmailedLetter,
    LettersEmailed,
    LettersEmailQueued,
    LettersEmailTakenBack,
)
from ..rules.people.school import OFFICE
from .notices import MEDIA_TYPES, in_school_hours, subject_of, write_page
from .office import RULES, Office, Tally
from .print_papers import ToPrint, bundle, cover_of, parcels, to_print
from .readers import readers_of
from .troubles import attempt

MEGABYTE = 1_000_000


def email_letters(office: Office, tally: Tally) -> None:
    """Email what waits, if it is due, and see that what was logged is in the queue.

    Raises:
        LogBroken: the log of printing does not fit its hash chain, or the list of the tray was damaged.
        WorldFailed: the disk is full or broken; the next round tries again.
    """
    if not office.school.posting.email or not in_school_hours(office):
        return
    waiting, queued = office.tray.waiting(), in_queue(office)
    if not waiting and not queued:
        return
    entries = office.printing.entries()
    for made in _to_be_made(office, entries, waiting, queued):
        entries = [*entries, *_queue(office, made, waiting, entries)]
    today = office.clock.today()
    run = print_run(waiting, emailed_so_far(entries), today, office.school.calendar)
    made_now = _made(office, _readable(office, run.letters, tally))
    if made_now:
        entries = [*entries, *office.printing.append(office.clock.now(), RULES, *made_now)]
    for made in made_now:
        _queue(office, made, waiting, entries)


def _to_be_made(
    office: Office, entries: Sequence[OfficeEntry], waiting: Sequence[LaidOut], queued: Collection[str]
) -> Iterator[LettersEmailed]:
    """The emails that were logged and are not in the queue, and those in it that hold a letter that was stopped.

    The log says first that one is taken back, so that a stop of the program loses none.
    """
    there = {one.place for one in waiting}
    not_yet = {one.message_id for one in not_queued(entries)}
    for made, held in held_by(entries):
        if made.message_id in queued and made.message_id not in not_yet and not held <= there:
            office.printing.append(
                office.clock.now(), RULES, LettersEmailTakenBack(message_id=made.message_id)
            )
            not_yet.add(made.message_id)
        if made.message_id in not_yet:
            if made.message_id in queued:
                office.queue.withdraw(made.message_id)
            yield made


def in_queue(office: Office) -> frozenset[str]:
    """The Message-IDs of the print emails that have not left yet."""
    return frozenset(one.message_id for one in office.queue.waiting() if one.kind is MailKind.PRINT)


def _readable(
    office: Office, letters: Sequence[LaidOut], tally: Tally
) -> dict[tuple[str, ...], list[ToPrint]]:
    """The letters by who may see them; one whose case cannot be read does not hold up the others."""
    everybody = readers_of(office, "", (OFFICE,))
    found: dict[tuple[str, ...], list[ToPrint]] = {}

    def add(laid: LaidOut) -> None:
        letter = to_print(office, laid)
        readers = readers_of(office, laid.ref, (OFFICE,))
        to = tuple(one for one in everybody if one in readers)
        if letter and to:
            found.setdefault(to, []).append(letter)

    for laid in letters:
        attempt(tally, f"the print email, {laid.ref}", lambda laid=laid: add(laid))  # type: ignore[misc]
    return found


def _made(office: Office, groups: dict[tuple[str, ...], list[ToPrint]]) -> list[LettersEmailed]:
    """What is to be logged: one line for each email."""
    most = office.school.posting.email_megabytes * MEGABYTE
    found = []
    for to, letters in groups.items():
        whole = [one for one in letters if one.pdf and len(one.pdf) <= most]
        apart = [one for one in letters if one not in whole]
        parts = parcels(office, whole, most) or [[]]
        for number, part in enumerate(parts, start=1):
            made = LettersEmailed(
                day=office.clock.today().isoformat(),
                to=list(to),
                message_id=office.new_id(""),
                letters=[_named(one) for one in part],
                listed=[_named(one) for one in apart] if number == 1 else [],
                part=number,
                parts=len(parts),
            )
            found.append(made)
    return found


def _named(letter: ToPrint) -> EmailedLetter:
    ref, name, version = letter.laid.place
    return EmailedLetter(ref=ref, letter=name, version=version)


def _queue(
    office: Office, made: LettersEmailed, waiting: Sequence[LaidOut], entries: Sequence[OfficeEntry]
) -> Sequence[OfficeEntry]:
    """Make the email from its line and queue it; a letter that went meanwhile is left out, and none is no email.

    Returns what was logged.
    """
    before = emailed_so_far(one for one in entries if _is_before(one, made.day))
    by_place = {one.place: one for one in waiting}

    def those(named: Sequence[EmailedLetter]) -> list[ToPrint]:
        there = [by_place[one.place] for one in named if one.place in by_place]
        return [one for laid in there if (one := to_print(office, laid, before))]

    letters, apart = those(made.letters), those(made.listed)
    if letters or apart:
        today = {
            place for place, days in emailed_so_far(entries).items() if days.last.isoformat() == made.day
        }
        rest = [laid for laid in waiting if laid.place not in today and laid.place in before]
        mine = [
            laid
            for laid in rest
            if made.part == 1 and {*made.to} <= {*readers_of(office, laid.ref, (OFFICE,))}
        ]
        earlier = [one for laid in mine if (one := to_print(office, laid, before))]
        office.queue_mail(print_mail(office, made, letters, apart=apart, earlier=earlier))
    inside = {one.laid.place for one in (*letters, *apart)}
    without = [one for one in (*made.letters, *made.listed) if one.place not in inside]
    event = LettersEmailQueued(message_id=made.message_id, without=without)
    return office.printing.append(office.clock.now(), RULES, event)


def _is_before(entry: OfficeEntry, day: str) -> bool:
    return isinstance(entry.event, LettersEmailed) and entry.event.day < day


def print_mail(
    office: Office,
    made: LettersEmailed,
    letters: Sequence[ToPrint],
    *,
    apart: Sequence[ToPrint] = (),
    earlier: Sequence[ToPrint] = (),
) -> OutgoingMail:
    """The email: references in its words, names and addresses in its PDF alone."""
    part = f"{made.part} of {made.parts}" if made.parts > 1 else ""
    count = letters_in_words(len(letters) + len(apart))
    fields = {
        "count": count,
        "part": part,
        "lines": [_row(one.line) for one in letters],
        "apart": [_row(one.line) for one in apart],
        "earlier": [_row(one.line) for one in earlier],
        "example": next(one.line.ref for one in (*letters, *apart)),
    }
    written = write_page(office, "print.j2", fields, to_post(office.school))
    pdf = bundle(office, cover_of(office, letters, apart, earlier, part=part), letters)
    name = f"letters {made.day}{f' part {made.part}' if part else ''}.pdf"
    return OutgoingMail(
        message_id=made.message_id,
        kind=MailKind.PRINT,
        to=tuple(made.to),
        subject=subject_of(office, "", f"Please print and post {count}{f', part {part}' if part else ''}"),
        text=written.text,
        html=written.html,
        files=(OutgoingFile(name=name, media_type=MEDIA_TYPES["pdf"], content=pdf),),
    )


def _row(line: CoverLine) -> dict[str, str]:
    """A letter in the words of the email, which name nobody."""
    dated = f", dated {uk_date(line.dated)}" if line.dated else ""
    first = f"; you got it first on {uk_date(line.first)}" if line.first else ""
    return {"ref": line.ref, "words": f"{line.letter}, {line.how[:1].lower()}{line.how[1:]}{dated}{first}"}
