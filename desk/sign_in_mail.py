"""The email by which somebody signs in: with a link to the desk, or with a code for the command line."""

from datetime import timedelta

from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..workflows.office import Office


def sign_in_mail(
    office: Office, to: tuple[str, str], text: str, subject: str, *, good_for: timedelta, **fields: object
) -> OutgoingMail:
    """The email.

    Args:
        office: the school.
        to: the address and the name.
        text: the file of its words.
        subject: what it is, as it stands behind our mark.
        good_for: how long it may be used.
        fields: what else its words need.
    """
    email, name = to
    minutes = int(good_for.total_seconds() // 60)
    told = {"school": office.school.name, "name": name, "minutes": minutes, **fields}
    return OutgoingMail(
        message_id=office.new_id(""),
        kind=MailKind.SIGN_IN,
        to=(email,),
        subject=f"[Letterladder] {subject}",
        text=office.texts.write(text, told),
    )
