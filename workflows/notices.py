"""Short mails to the school's own people: what happened, what to do next. The subject carries the reference only."""

from ..rules.outgoing import MailKind, OutgoingFile, OutgoingMail
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
    "refused": "an approval could not be taken",
}


def tell(office: Office, text: str, roles: tuple[str, ...], *, ref: str = "", **fields: object) -> None:
    """Queue a notice; `text` names letter_templates/notice-TEXT.j2."""
    mail = OutgoingMail(
        message_id=office.new_id(ref),
        kind=MailKind.NOTICE,
        to=office.school.mails_of(*roles),
        subject=subject_of(ref, SUBJECTS[text]),
        text=office.texts.write(f"notice-{text}.j2", {"ref": ref, "school": office.school.name, **fields}),
        ref=ref,
    )
    office.queue_mail(mail)


def subject_of(ref: str, what: str) -> str:
    """A subject line without case content: "[2026-0042] a letter is ready to post"."""
    return f"[{ref}] {what}" if ref else f"[Letterladder] {what}"


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
