"""Once a school day: note where every log stands, and email the number that stands for them all to two people.

The log of anchors is written first and the email queued after it, from the line alone and under its Message-ID; a
stop in between is made good by the next round. So no number is emailed that the log does not hold, and none is lost.
"""

from ..ground.english import listed
from ..rules.mails.desk_links import to_how_it_is
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.office.acknowledged import OWN_LOG, since_last_anchor, still_known
from ..rules.office.anchors import (
    anchors_in,
    day_in_words,
    gone_back,
    gone_for_good,
    grouped,
    is_of,
    new_anchor,
)
from ..rules.office.exports import AnchorMade, AnchorQueued, BreakAcknowledged, LogHead, OfficeEntry
from ..rules.office.retention import fold_marks
from .notices import in_school_hours, subject_of, write_page
from .office import RULES, Office, Tally

HALF = 39
"""Characters of a grouped root on one line of the email: eight groups of four."""


def anchor(office: Office, tally: Tally) -> None:
    """Take the day's anchor if it is due, and see that its email is in the queue.

    Raises:
        LogBroken: the log of anchors does not fit its hash chain.
        WorldFailed: the disk is full or broken; the next round tries again.
    """
    if not office.school.anchoring.on or not office.school.anchor_to:
        return
    last = _last_anchor(office)
    if last is not None and isinstance(last.event, AnchorMade):
        _queue(office, last.event)
    if not is_of(last, office.clock.today()) and in_school_hours(office):
        _queue(office, _made(office, tally))


def _last_anchor(office: Office) -> OfficeEntry | None:
    """The last line of the log of anchors that is about an anchor; mostly it is the last of all."""
    last = office.anchors.last()
    if last is None or not isinstance(last.event, BreakAcknowledged):
        return last
    lines = office.anchors.entries()
    return next((one for one in reversed(lines) if not isinstance(one.event, BreakAcknowledged)), None)


def _made(office: Office, tally: Tally) -> AnchorMade:
    """Log where every log stands; one that is shorter than before is a problem of the tally."""
    entries = office.anchors.entries()
    earlier, words = list(anchors_in(entries)), since_last_anchor(entries)
    known, heads = still_known(entries), office.anchors.heads()
    files = office.anchors.files(known)
    deleted = {ref for ref, marks in fold_marks(office.deletions.entries()).items() if marks.forgotten}
    tally.problems.extend([*gone_back(known, [*heads, *files]), *gone_for_good(known, heads, deleted)])
    before = earlier[-1].root if earlier else ""
    # The last of them is enough: it holds the hash of the line before.
    own = [LogHead(log=OWN_LOG, seq=one.seq, hash=one.hash) for one in words[-1:]]
    found = new_anchor(office.clock.today(), before, known, heads, files=[*files, *own])
    made = AnchorMade(
        day=found.day.isoformat(),
        logs=found.logs,
        heads=list(found.heads),
        before=found.before,
        root=found.root,
        to=list(office.school.anchor_to),
        message_id=office.new_id(""),
        acknowledged=list(dict.fromkeys(one.by for one in words)),
    )
    office.anchors.append(office.clock.now(), RULES, made)
    return made


def _queue(office: Office, made: AnchorMade) -> None:
    office.queue_mail(anchor_mail(office, made))
    queued = AnchorQueued(day=made.day, message_id=made.message_id)
    office.anchors.append(office.clock.now(), RULES, queued)


def anchor_mail(office: Office, made: AnchorMade) -> OutgoingMail:
    """The email with the number: the same from the same line, however often it is made; it names nobody of a case."""
    number = grouped(made.root)
    fields = {
        "day": day_in_words(made),
        "lines": (number[:HALF], number[HALF:].strip()),
        "short": number[:HALF],
        "logs": made.logs,
        "changed": len(made.heads),
        "acknowledged": listed(made.acknowledged),
    }
    written = write_page(office, "anchor.j2", fields, to_how_it_is(office.school))
    return OutgoingMail(
        message_id=made.message_id,
        kind=MailKind.ANCHOR,
        to=tuple(made.to),
        subject=subject_of(office, "", f"Please keep: the anchor of {day_in_words(made)}"),
        text=written.text,
        html=written.html,
    )
