"""Whoever approved, returned or decided is told so at the address the school has for them, whoever typed the name."""

from ..ground.english import uk_date
from ..ground.moments import LONDON, local_day
from ..rules.cases.case import Case
from ..rules.cases.case_parts import Signature
from ..rules.cases.events import SignerTold
from ..rules.mails.desk_links import to_case, to_today
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.people.school import DSL
from .notices import subject_of, write_page
from .office import Office

SUBJECT = "Please check: recorded in your name"
BY_WAY = {
    "mail": "by an email from your address",
    "command": "by a command at the school's computer",
    "code": "by a command at the school's computer, with the code of the email that asked you",
    "signed-in": "by a command at the school's computer, signed in as you",
    "desk": "in the desk, signed in as you",
}


def tell_signers(office: Office, ref: str) -> None:
    """Send the receipts that a case still owes; queued first and logged then, so that a stop sends none twice."""
    case = office.case(ref)
    for signature in case.to_tell:
        message_id = office.new_id(ref)
        to = _told(office, signature)
        office.queue_mail(signature_mail(office, case, signature, message_id=message_id, to=to))
        office.note(ref, SignerTold(seq=signature.seq, to=list(to), message_id=message_id))


def queue_receipt(office: Office, done: Signature, *, to: str = "") -> None:
    """Tell a role holder of an act in their name that is in no case, so that there is none to hold.

    Args:
        office: the school.
        done: the act.
        to: their own address, where it is theirs alone and nothing is posted by it; "" for all who hold the role.
    """
    subject = subject_of(office, "", SUBJECT)
    fields = _fields(office, done, ref="", subject="") | {"posts": not to}
    written = write_page(office, "signed.j2", fields, to_today(office.school))
    office.queue_mail(
        OutgoingMail(
            message_id=office.new_id(""),
            kind=MailKind.NOTICE,
            to=(to,) if to else office.school.mails_of(done.role),
            subject=subject,
            text=written.text,
            html=written.html,
            urgent=True,
        )
    )


def _told(office: Office, signature: Signature) -> tuple[str, ...]:
    """The addresses of whose name it was: one of several who hold the role, or all of it."""
    held = office.school.people.get(signature.role)
    own = [one.email for one in held.holders if one.name == signature.person] if held else []
    return tuple(own) or office.school.mails_of(signature.role)


def signature_mail(
    office: Office, case: Case, signature: Signature, *, message_id: str, to: tuple[str, ...]
) -> OutgoingMail:
    """The email that says what was recorded in somebody's name."""
    subject = subject_of(office, case.ref, SUBJECT)
    fields = _fields(office, signature, ref=case.ref, subject=subject)
    written = write_page(office, "signed.j2", fields, to_case(office.school, case.ref))
    return OutgoingMail(
        message_id=message_id,
        kind=MailKind.SIGNED,
        to=to,
        subject=subject,
        text=written.text,
        html=written.html,
        ref=case.ref,
    )


def _fields(office: Office, signature: Signature, *, ref: str, subject: str) -> dict[str, object]:
    """What it says; the answer that stops a case has a `subject`, "" where there is no case."""
    people, step = office.school.people, office.school.policy.steps.get(signature.step)
    held = people.get(signature.role)
    box = office.school.safeguarding_mailbox
    return {
        "ref": ref,
        "signer": signature.person or (held.name if held else signature.role),
        "what": f"{signature.what} ({step.name})" if step else signature.what,
        "at": f"{uk_date(local_day(signature.at))} at {signature.at.astimezone(LONDON):%H:%M}",
        "way": BY_WAY.get(signature.how, signature.how),
        "dsl": people[DSL].name,
        "dsl_email": people[DSL].email,
        "posts": True,
        "stop_link": office.mailto(box, subject, "STOP") if subject else "",
    }
