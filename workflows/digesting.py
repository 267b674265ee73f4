"""One email a day to each person with all that may be told together, on school days at the hour the school set.

The digest is queued first, then the log says what it tells and to whom, and only then do the emails that it tells of
leave the queue. After a stop in between it is made again of the same emails, or known from the log; nobody is told
twice, and what no digest told yet waits for the next one.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial

from msgspec.structs import replace

from ..ground.english import uk_date
from ..ground.errors import LetterladderError, LogBroken
from ..rules.mails.desk_links import to_today
from ..rules.mails.digests import Digest, digest_is_due, digests_of, may_leave, next_digest
from ..rules.mails.outgoing import MailKind, OutgoingMail, steady_id
from ..rules.mails.subjects import by_day
from ..rules.office.exports import DigestMade
from ..rules.office.pulse import Pulse
from ..rules.standing.next_step import next_step
from ..rules.standing.steps import asked_of
from .notices import subject_of, write_page
from .office import RULES, Office, Tally
from .troubles import attempt, sure_pulse
from .wanted import digests_made, is_wanted

DIGESTS = "the day's emails"
MOST_LISTED = 60
"""So many lines at most has one digest; how many there are besides is said in it, and where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is asked in a digest, and by when; "" for no day."""

    what: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a digest asks about one case, or what else has a page of its own; "" for no case, and for no page."""

    ref: str
    link: str
    lines: tuple[Line, ...]


def make_digests(office: Office, tally: Tally) -> None:
    """Put the digests of today into the queue, where it is time."""
    pulse = sure_pulse(office, tally)
    if not office.school.reminding.digest or not digest_is_due(
        office.school, office.clock.now(), pulse.digest_on
    ):
        return
    waiting = _collected(office)
    settled = {mail.message_id for mail in waiting if _is_settled(office, mail)}
    today = office.clock.today().isoformat()
    had = {one.to.casefold() for one in digests_made(office) if one.day == today}
    due = [one for one in digests_of(waiting, _told(office), settled) if one.to.casefold() not in had]
    made = [attempt(tally, DIGESTS, partial(_make, office, one)) for one in due]
    _clear(office, waiting, settled)
    if all(made):
        office.pulse.write(replace(office.pulse.read(), digest_on=office.clock.today()))


def leaving_now(office: Office, pulse: Pulse) -> Iterator[OutgoingMail]:
    """The emails in the queue that neither wait for a digest nor for the morning.

    Where the log of digests cannot be read, none is made, and what would be told in one goes by itself.
    """
    now, digest = office.clock.now(), None
    if office.school.reminding.digest:
        with suppress(LogBroken):
            office.telling.entries()
            digest = next_digest(office.school, now, pulse.digest_on)
    yield from (mail for mail in office.queue.waiting() if may_leave(mail, office.school, now, digest=digest))


def _told(office: Office) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in digests_made(office):
        found.setdefault(one.to.casefold(), set()).update(one.told, one.settled)
    return {to: frozenset(told) for to, told in found.items()}


def _collected(office: Office) -> list[OutgoingMail]:
    """What waits for a digest. What a stop left over is put aside; what no log can answer for waits."""
    found: list[OutgoingMail] = []
    for mail in office.queue.waiting():
        if not mail.line:
            continue
        with suppress(LetterladderError):
            if mail.kind is MailKind.CARD or is_wanted(office, mail):
                found.append(mail)
            else:
                office.queue.withdraw(mail.message_id)
    return found


def _is_settled(office: Office, mail: OutgoingMail) -> bool:
    """Whether the case needs nobody any more for what the email asks; one that nobody can read is not settled."""
    if mail.kind is MailKind.CARD:
        return not is_wanted(office, mail)
    if not mail.ref or not mail.waits_for:
        return False
    try:
        case = office.case(mail.ref)
        asked = asked_of(next_step(case, office.school.policy, office.clock.today()))
    except LetterladderError:
        return False
    return bool(case.closed) or asked is None or str(asked.about) != mail.waits_for


def _make(office: Office, digest: Digest) -> None:
    mail = digest_mail(office, digest)
    office.queue_mail(mail)
    made = DigestMade(
        day=office.clock.today().isoformat(),
        to=digest.to,
        message_id=mail.message_id,
        told=[one.message_id for one in digest.mails],
        settled=[one.message_id for one in digest.settled],
    )
    office.telling.append(office.clock.now(), RULES, made)


def _clear(office: Office, waiting: Sequence[OutgoingMail], settled: set[str]) -> None:
    """What everybody was told of leaves the queue; what was settled before anybody was told is kept apart unsent."""
    told = _told(office)
    done: set[str] = set()
    for mail in waiting:
        known = [mail.message_id in told.get(to.casefold(), ()) for to in mail.to]
        is_settled = mail.message_id in settled
        if all(known) or (is_settled and any(known)):
            done.add(mail.message_id)
        elif is_settled:
            office.queue.withdraw(mail.message_id)
    if done:
        office.queue.gather(done)


def digest_mail(office: Office, digest: Digest) -> OutgoingMail:
    """The email to one person: the same lines to the same person are the same email, so that it is queued once."""
    number, today = len(digest.mails), office.clock.today()
    told = " ".join([digest.to.casefold(), today.isoformat(), *(one.message_id for one in digest.mails)])
    fields = {
        "number": number,
        "cases": _by_page(digest.mails[:MOST_LISTED], today),
        "more": max(0, number - MOST_LISTED),
        "settled": sorted({mail.ref for mail in digest.settled if mail.ref}),
    }
    written = write_page(office, "digest.j2", fields, to_today(office.school))
    due = sum(mail.until == today for mail in digest.mails)
    what = "1 thing" if number == 1 else f"{number} things"
    return OutgoingMail(
        message_id=steady_id(f"digest {told}", office.school.letters_from),
        kind=MailKind.DIGEST,
        to=(digest.to,),
        subject=subject_of(office, "", f"Please look: {what}{f', {due} of them today' if due else ''}"),
        text=written.text,
        html=written.html,
    )


def _by_page(mails: Sequence[OutgoingMail], today: date) -> list[About]:
    """Lines that one page answers together, where the first of them stands; of what has no page, those of one case."""
    found: dict[str, list[OutgoingMail]] = {}
    for mail in mails:
        found.setdefault(mail.link or mail.ref, []).append(mail)
    return [
        About(
            ref=next((one.ref for one in own if one.ref), ""),
            link=own[0].link,
            lines=tuple(_line(one, today) for one in own),
        )
        for own in found.values()
    ]


def _line(mail: OutgoingMail, today: date) -> Line:
    until = ""
    if mail.until:
        until = "today" if mail.until == today else f"{by_day(mail.until, today)} ({uk_date(mail.until)})"
    return Line(what=mail.line, until=until)
