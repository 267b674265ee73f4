"""What a person says of an email of the in-tray at the desk, and what somebody told the school."""

from collections.abc import Iterator

from crash.scenes_records import unplaced
from crash.school import School

from letterladder.rules.mails.told_report import BOX
from letterladder.rules.office import orders
from letterladder.workflows.known_emails import rows_of


def alarm(school: School) -> tuple[str, ...]:
    """An email that says little by itself, about which the office knows more."""
    return ("alarm", unplaced(school), "--why", "He has hit her before.", "--by", "Mrs Binns")


def by_phone(school: School) -> tuple[str, ...]:
    """A report that was told while somebody else wrote: the round takes it in."""
    office = school.office()
    told = orders.NewReport(
        by="Mrs Binns",
        received=office.clock.now(),
        sender=office.school.people["office"].email,
        lines={"parent": "not known", "what": "Somebody was rude at the gate.", "way": "by phone"},
        files=(orders.GivenFile(name="note.txt", content=b"It was this morning."),),
    )
    office.shelf.put(told, office.clock.now(), school.day)
    return ("round",)


def is_told_once(school: School) -> Iterator[str]:
    """Whatever happened, the report was taken in and judged, and once."""
    office = school.office()
    rows = [row for row in rows_of(office).values() if row.seen.mailbox == BOX]
    if len(rows) != 1 or not rows[0].judged or office.shelf.waiting():
        yield f"the report is there {len(rows)} times, and {len(office.shelf.waiting())} orders wait"
