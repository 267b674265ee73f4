"""Whoever approved, returned or decided is told so at the address the school has for them, whoever typed the name."""

from ..ground.english import uk_date
from ..ground.moments import LONDON, local_day
from ..rules.cases.case import Case
from ..rules.cases.case_parts import Signature
from ..rules.cases.events import SignerTold
from ..rules.mails.desk_links import to_case
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.people.school import DSL
from .notices import subject_of, write_page
from .office import Office

BY_WAY = {
    "mail": "by an email from your address",
    "command": "by a command at the school's computer",
    "desk": "in the desk, signed in as you",
}


def tell_signers(office: Office, ref: str) -> None:
    """Send the receipts that a case still owes; queued first and logged then, so that a stop sends none twice."""
    case = office.case(ref)
    for signature in case.to_tell:
        message_id = office.new_id(ref)
        to = office.school.mails_of(signature.role)
        office.queue_mail(signature_mail(office, case, signature, message_id=message_id, to=to))
        office.note(ref, SignerTold(seq=signature.seq, to=list(to), message_id=message_id))


def signature_mail(
    office: Office, case: Case, signature: Signature, *, message_id: str, to: tuple[str, ...]
) -> OutgoingMail:
    """The email that says what was recorded in somebody's name."""
    people, step = office.school.people, office.school.policy.steps.get(signature.step)
    fields = {
        "ref": case.ref,
        "signer": people[signature.role].name if signature.role in people else signature.role,
        "what": f"{signature.what} ({step.name})" if step else signature.what,
        "at": f"{uk_date(local_day(signature.at))} at {signature.at.astimezone(LONDON):%H:%M}",
        "way": BY_WAY.get(signature.how, signature.how),
        "dsl": people[DSL].name,
        "dsl_email": people[DSL].email,
    }
    written = write_page(office, "signed.j2", fields, to_case(office.school, case.ref))
    return OutgoingMail(
        message_id=message_id,
        kind=MailKind.SIGNED,
        to=to,
        subject=subject_of(office, case.ref, "Please check: recorded in your name"),
        text=written.text,
        html=written.html,
        ref=case.ref,
    )
