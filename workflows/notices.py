"""Short emails to the school's own people: what happened, what to do next. The subject carries the reference only."""

from ..rules.mails.outgoing import MailKind, OutgoingFile, OutgoingMail
from .office import Office

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
SUBJECTS = {
    "blocked": "a letter needs something",
    "answer": "an answer has come",
    "further-report": "a further report has come",
    "unclear": "an answer was not understood",
    "posting-unsure": "did this letter go out?",
    "undelivered": "a letter was not delivered",
    "to-post": "a letter is ready to post",
    "sheet": "a sheet is ready",
    "held": "an email to read before anything goes out",
    "order-refused": "an order could not be carried out",
    "refused": "an approval could not be taken",
}


def tell(
    office: Office,
    text: str,
    roles: tuple[str, ...],
    *,
    ref: str = "",
    but: tuple[str, ...] = (),
    **fields: object,
) -> None:
    """Queue a notice; `text` names letter_templates/notice-TEXT.j2. Addresses in `but` are left out."""
    left_out = {address.casefold() for address in but}
    mail = OutgoingMail(
        message_id=office.new_id(ref),
        kind=MailKind.NOTICE,
        to=tuple(one for one in office.school.mails_of(*roles) if one.casefold() not in left_out),
        subject=subject_of(office, ref, SUBJECTS[text]),
        text=office.texts.write(f"notice-{text}.j2", {"ref": ref, "school": office.school.name, **fields}),
        ref=ref,
    )
    office.queue_mail(mail)


def subject_of(office: Office, ref: str, what: str) -> str:
    """A subject line without case content: "[2026-0042.k7qm2r] a letter is ready to post"."""
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
