"""A letter to yourself: an invented case goes the whole way to the head's approval, in a folder of its own.

The emails of that case stay in the folder, but for one: what asks the head to approve leaves for real, and the head's
answer is looked for in the mailbox that is read. Nothing of it is in the school's cases.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from ..config.settings import Settings, load_settings
from ..ground.disk import write_file
from ..ground.errors import LetterladderError, Problem, Refused
from ..ground.moments import LONDON
from ..ground.values import replace
from ..mailbox.folder_inbox import FolderInbox
from ..mailbox.imap_inbox import ImapInbox
from ..rules.cases.case import Case, LetterState
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.people.school import HEAD, OFFICE
from ..rules.texts.report import Arrival
from ..rules.words import LetterStatus, Verdict
from ..workflows.answering import TriageOrder
from ..workflows.filing_by_hand import NEW, file_by_hand
from ..workflows.known_emails import rows_of
from ..workflows.office import Office
from ..workflows.ports import Clock, Outbox
from ..workflows.redrafting import redraft
from ..workflows.rounds import run_round
from .letters_review import sample_words
from .rehearsal_folder import SAMPLE_LETTER, copy_of_school
from .wiring import build, inbox_of, outbox_of

ABUSE = "The office is useless and lazy, and Mr Example should be sacked."
CRITICISM = "The school takes a week to answer an email, and the homework is far too much for a child of six."
"""What Ms Parent posted; a policy whose steps begin with a conversation writes no letter about the first."""
_LEFT_OUT = ("data", "desk", "inbox", "sent", SAMPLE_LETTER)
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_TRIAL = (
    "This is a trial. The adult, the child and the post are invented, and the letter goes to nobody."
    " Answer as you would in earnest: it shows that your answer arrives."
)
_PEOPLE = (
    "person_id,title,given_name,family_name,relationship,pupil_id,pupil_given_name,pupil_family_name,class,"
    "address_line1,address_line2,town,postcode,email,phone,flags\n"
)
_REPORT = """Parent: Ms Sample Parent
Pupil: Sam Parent, 1S
Where: Facebook, her own page, public
Link: https://www.facebook.example/sample.parent/posts/1
Posted on: {day}
What was posted: "{words}"
Seen by: two parents, who rang the office
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far the letter to yourself is.

    Attributes:
        letter: its name, such as "L1"; "" where there is none yet.
        asked: the address of whom the email asks to approve it.
        status: of the letter; None where there is none.
        note: the head's words, where it was sent back.
        papers: the files that would be printed, once it is approved.
    """

    letter: str = ""
    asked: str = ""
    status: LetterStatus | None = None
    note: str = ""
    papers: tuple[Path, ...] = ()

    @property
    def is_approved(self) -> bool:
        """Whether the head said yes."""
        return self.status in {LetterStatus.APPROVED, LetterStatus.POSTING, LetterStatus.POSTED}

    @property
    def is_proven(self) -> bool:
        """Whether the head's own answer came back and was understood, whatever it said."""
        return self.is_approved or self.status is LetterStatus.RETURNED


class TrialOutbox:
    """Sends what asks the head to approve for real, and keeps a copy of every email in the folder."""

    def __init__(self, real: Outbox, kept: Outbox, head: str) -> None:
        self._real = real
        self._kept = kept
        self._head = head

    def send(self, mail: OutgoingMail) -> None:
        """Send it, or keep it; as `Outbox`."""
        if mail.kind is MailKind.APPROVAL and mail.to == (self._head,):
            said = _BODY.sub(lambda found: f"{found[0]}<p><strong>{_TRIAL}</strong></p>", mail.html, count=1)
            self._real.send(
                replace(mail, subject=f"{mail.subject} (a trial)", text=f"{_TRIAL}\n\n{mail.text}", html=said)
            )
        self._kept.send(mail)

    def check(self) -> list[Problem]:
        """As `Outbox`."""
        return self._real.check()


def begin(settings: Settings, clock: Clock) -> Standing:
    """Make the case, draft its first letter and ask the head by email; an earlier trial is thrown away.

    Raises:
        Refused: no letter of the policy can be drafted without a person; says why.
        WorldFailed: the mail server does not take the email.
    """
    why: list[Problem] = []
    shutil.rmtree(settings.folder / SAMPLE_LETTER, ignore_errors=True)
    for number, words in enumerate((ABUSE, CRITICISM), start=1):
        place = settings.folder / SAMPLE_LETTER / f"{clock.now():%Y%m%dT%H%M%S}-{number}"
        why = _begun(settings, clock, place, words)
        stood = standing(settings, clock)
        if stood.status is LetterStatus.DRAFTED and not why:
            return stood
    raise Refused(*why or [_no_letter()])


def _begun(settings: Settings, clock: Clock, place: Path, words: str) -> list[Problem]:
    """Make the case of these words, and send what asks about its letter; why that did not leave."""
    copy_of_school(settings.folder, place, _LEFT_OUT)
    write_file(place / "people.csv", _people(settings).encode())
    office = _office(settings, place, clock)
    _reported(office, place, clock.now(), words)
    _drafted(office)
    tally = run_round(office)
    case = _case(office)
    if case is not None and case.blocked:
        do = "Put it right, then write the letter again."
        return [Problem(where=f"letter {case.blocked.letter}", what=case.blocked.what, what_to_do=do)]
    return tally.problems if tally.world_failed else []


def look(settings: Settings, clock: Clock) -> Standing:
    """Look for the head's answer in the mailbox that is read, and take it in.

    Raises:
        WorldFailed: the mail server cannot be asked.
    """
    place = _place(settings)
    office = _office(settings, place, clock) if place else None
    case = _case(office) if office else None
    if place is None or office is None or case is None:
        return Standing()
    found = list(_answers(settings, office.tag(case.ref)))
    for number, one in enumerate(found):
        write_file(place / "inbox" / f"answer-{clock.now():%H%M%S}-{number}.eml", one.raw)
    if found:
        run_round(office)
        inbox_of(settings).put_aside([one.key for one in found])
    return standing(settings, clock)


def standing(settings: Settings, clock: Clock) -> Standing:
    """How far it is; nothing is fetched or sent."""
    place = _place(settings)
    if place is None:
        return Standing()
    office = _office(settings, place, clock)
    case = _case(office)
    letters = case.letters if case else ()
    if not letters:
        return Standing()
    last = letters[-1]
    papers = sorted((place / "data" / "outbox" / "to-post").glob("*.pdf"))
    return Standing(
        letter=last.letter,
        asked=_asked(office, last),
        status=last.status,
        note=last.note,
        papers=tuple(papers),
    )


def _asked(office: Office, letter: LetterState) -> str:
    people = office.school.people
    return people[letter.approver].email if letter.approver in people else people[HEAD].email


def _place(settings: Settings) -> Path | None:
    """The folder of the newest trial; each has its own."""
    made = sorted((settings.folder / SAMPLE_LETTER).glob("*/school.toml"))
    return made[-1].parent if made else None


def _office(settings: Settings, place: Path, clock: Clock) -> Office:
    office = build(load_settings(place), clock)
    head = settings.school.people[HEAD].email
    return replace(office, outbox=TrialOutbox(outbox_of(settings, clock.now), office.outbox, head))


def _case(office: Office) -> Case | None:
    refs = office.cases.refs()
    return office.case(refs[0]) if refs else None


def _people(settings: Settings) -> str:
    """One invented adult, who lives at the school."""
    *lines, postcode = settings.school.letterhead.address
    street, town = (lines[0], lines[-1]) if len(lines) > 1 else ("".join(lines), "")
    cells = ("S1", "Ms", "Sample", "Parent", "mother", "K1", "Sam", "Parent", "1S")
    rest = (street, "", town, postcode, "", "", "")
    return _PEOPLE + ",".join(f'"{one.replace(chr(34), "")}"' for one in (*cells, *rest)) + "\n"


def _reported(office: Office, place: Path, now: datetime, words: str) -> None:
    """The office reports it by the form, and the round takes it in; what the rules leave open is filed.

    Not the head: whoever saw it themselves does not approve the letter about it.
    """
    clerk = office.school.people[OFFICE]
    mail = EmailMessage()
    mail["From"], mail["To"] = clerk.email, office.school.safeguarding_mailbox
    mail["Subject"], mail["Date"] = "Form: social media report", format_datetime(now)
    mail["Message-ID"] = f"<sample.{now:%Y%m%d%H%M%S}@sample.example>"
    day = now.astimezone(LONDON).date()
    mail.set_content(_REPORT.format(day=f"{day:%d/%m/%Y}", words=words))
    write_file(place / "inbox" / "report.eml", mail.as_bytes())
    run_round(office)
    for row in list(rows_of(office).values()):
        if row.verdict is not Verdict.OPENED and not office.cases.refs():
            about = TriageOrder(
                adult="S1",
                pupils=("K1",),
                conduct=(_conduct(office, criticism=words == CRITICISM),),
                clear=True,
                note="the trial",
                facts={"words": words},
            )
            file_by_hand(office, row.seen.sha256, NEW, about, by=clerk.name)


def _conduct(office: Office, *, criticism: bool) -> str:
    """The first conduct of the policy of this kind that may be done online."""
    found = [
        one.id
        for one in office.school.policy.conduct.values()
        if one.criticism is criticism and not one.on_site
    ]
    if not found:
        raise Refused(_no_letter())
    return found[0]


def _drafted(office: Office) -> None:
    """Where the first letter wants words of a person, those of the sample case are given."""
    case = _case(office)
    if case is None or case.in_hand is not None:
        return
    policy, blocked = office.school.policy, case.blocked
    names = (
        [blocked.letter] if blocked else [name for one in case.conduct for name in policy.conduct[one].first]
    )
    for name in names:
        if policy.steps[name].record is None:
            continue
        wanted = frozenset(blocked.missing if blocked else ())
        words = sample_words(office.school, policy.steps[name], wanted, office.clock.today())
        try:
            redraft(office, case.ref, name, words, by=office.school.people[OFFICE].name)
        except LetterladderError:
            continue
        return


def _answers(settings: Settings, tag: str) -> Iterator[Arrival]:
    """The emails of the mailbox that is read whose subject names the case of the trial."""
    inbox = inbox_of(settings)
    if isinstance(inbox, ImapInbox):
        yield from inbox.of_subject(tag)
    elif isinstance(inbox, FolderInbox):
        for batch in inbox.arrivals(lambda _: False):
            yield from (one for one in batch if tag.encode() in one.raw[:20_000])


def _no_letter() -> Problem:
    return Problem(
        where="a letter to yourself",
        what="No first letter of your policy could be drafted by itself.",
        what_to_do="Report something invented to the safeguarding mailbox instead, and approve what comes of it.",
    )
