"""Short emails to the school's own people: what is asked for, what happened. The subject names nobody."""

from collections.abc import Mapping
from datetime import date

from ..ground.errors import CalendarEnds
from ..rules.mails.desk_links import to_case, to_today
from ..rules.mails.email_page import Written
from ..rules.mails.outgoing import MailKind, OutgoingFile, OutgoingMail
from ..rules.standing.reminders import may_remind
from ..rules.standing.steps import About
from .office import Office
from .readers import readers_of

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
SUBJECTS = {
    "blocked": "Please supply what a letter needs",
    "answer": "Please read an email: probably an answer",
    "further-report": "Please read a further report",
    "unclear": "Please look: an approval was not understood",
    "not-taken": "Please post a letter yourself",
    "posting-unsure": "Did this letter go out? Please say",
    "undelivered": "An email was not delivered: please check",
    "to-post": "Please post a letter",
    "agreements": "Please approve an agreement for families",
    "agreements-to-post": "Please post the agreement to families",
    "sheet": "Please carry out a step: its sheet is ready",
    "held": "Please read an email before anything goes out",
    "order-refused": "Something you asked for could not be done",
    "stopped": "URGENT: somebody says that this was not them",
    "refused": "Your reply could not be accepted",
    "signature": "Please say whether this is your signature",
}
AT_ONCE = frozenset({"stopped", "held", "refused", "unclear", "order-refused", "signature"})
"""Texts that go by themselves and at any hour: what must be stopped, and what answers somebody's own act."""
WAITS_FOR = {
    "blocked": About.MISSING,
    "posting-unsure": About.UNSURE,
    "sheet": About.ACTION,
    "to-post": About.POSTING,
}
"""What a case waits for as long as what the text asks is not settled."""
BY_MAIL = frozenset({"answer", "further-report", "held", "refused", "signature", "unclear", "undelivered"})
"""Texts that tell only that an email came in, of which anybody can send any number."""


def in_school_hours(office: Office) -> bool:
    """In the hours of a school day; past the calendar's end at any time: what is said then must not fall silent."""
    try:
        return may_remind(office.school.calendar, office.school.reminding, office.clock.now())
    except CalendarEnds:
        return True


def tell(
    office: Office,
    text: str,
    roles: tuple[str, ...],
    *,
    ref: str = "",
    but: tuple[str, ...] = (),
    link: str = "",
    **fields: object,
) -> None:
    """Queue a notice; `text` names letter_templates/notice-TEXT.j2. Addresses in `but` are left out.

    Whoever is too near to the case does not get it, while somebody else of the chain can.
    `link` is the page of the desk that it is about, where that is not the case; the subject ends with the field `when`.
    The field `until` is the last day on which one email a day may tell of it together with others.
    """
    to = readers_of(office, ref, roles, but=but)
    office.queue_mail(notice_mail(office, text, to, ref=ref, link=link, fields=fields))


def notice_mail(
    office: Office, text: str, to: tuple[str, ...], *, ref: str, link: str, fields: Mapping[str, object]
) -> OutgoingMail:
    """The notice as `tell` queues it, for these addresses."""
    page = link or (to_case(office.school, ref) if ref else to_today(office.school))
    written = write_page(office, f"notice-{text}.j2", {"ref": ref, **fields}, page)
    when = f" {fields['when']}" if fields.get("when") else ""
    waits_for, until = WAITS_FOR.get(text), fields.get("until")
    return OutgoingMail(
        message_id=office.new_id(ref),
        kind=MailKind.NOTICE,
        to=to,
        subject=subject_of(office, ref, f"{SUBJECTS[text]}{when}"),
        text=written.text,
        html=written.html,
        ref=ref,
        by_mail=text in BY_MAIL,
        line="" if text in AT_ONCE else _line(text, fields),
        until=until if isinstance(until, date) else None,
        link=page,
        waits_for=str(waits_for) if waits_for else "",
        urgent=text in AT_ONCE,
    )


def _line(text: str, fields: Mapping[str, object]) -> str:
    """What is asked, as a line of a digest: without "today" or "by Thursday", which would be of another day."""
    about = next((fields[one] for one in ("letter", "sheet", "title") if fields.get(one)), "")
    return f"{SUBJECTS[text]}{f' ({about})' if about else ''}"


def write_page(office: Office, name: str, fields: Mapping[str, object], link: str) -> Written:
    """The text of this name, filled: `link` is the page of the desk that it is about, "" where there is no desk.

    Raises:
        Refused: no such text, or a field is missing.
    """
    return office.texts.page(name, {"school": office.school.name, "link": link, **fields})


def subject_of(office: Office, ref: str, what: str) -> str:
    """A subject line without case content: "[2026-0042.k7qm2r] Please post a letter"."""
    return f"[{office.tag(ref)}] {what}" if ref else f"[Letterladder] {what}"


def letter_files(office: Office, ref: str, *paths: str) -> tuple[OutgoingFile, ...]:
    """Files of a letter to attach, by their paths in the case; an empty path (no PDF was made) is left out."""
    return tuple(
        OutgoingFile(
            name=path.rpartition("/")[2],
            media_type=MEDIA_TYPES[path.rpartition(".")[2]],
            content=office.cases.file(ref, path),
        )
        for path in paths
        if path
    )
