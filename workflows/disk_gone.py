"""A disk that is full or may not be written: no round can begin and no email be queued, so two people hear directly."""

from ..ground.errors import LetterladderError
from ..rules.mails.outgoing import MailKind, OutgoingMail, steady_id
from ..rules.people.school import DSL, OFFICE
from .office import Office

TOLD = (DSL, OFFICE)
SUBJECT = "[Letterladder] Please look in the mailbox now: the disk has failed"
_TEXT = """\
{school}: Letterladder cannot write to its disk, so it takes in no email and sends none. Nothing that it has is lost.

  {what}
  What to do: {what_to_do}

Until this is put right, please read the safeguarding mailbox itself: nobody is alerted to danger by Letterladder.
You get this email once. The daily email with the counts comes again when it works.
"""


def tell_of_disk(office: Office, failure: LetterladderError) -> None:
    """Send one email without the queue, which is on that disk, and without a line in a log, for the same reason.

    Raises:
        WorldFailed: no email can be sent either.
    """
    problem, school = failure.problems[0], office.school
    text = _TEXT.format(school=school.name, what=problem.what, what_to_do=problem.what_to_do)
    own = {one.casefold() for one in school.own_addresses}
    to = tuple(one for one in school.mails_of(*TOLD) if one.casefold() not in own)
    office.outbox.send(
        OutgoingMail(
            message_id=steady_id(f"{office.clock.now().isoformat()} {text}", school.letters_from),
            kind=MailKind.WATCH,
            to=to,
            subject=SUBJECT,
            text=text,
        )
    )
