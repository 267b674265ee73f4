"""An approver's reply by email: taken only when code, sender, bytes and words are all right; else nothing changes."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..ground.errors import Problem, Refused
from ..ground.values import replace
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import DecisionMade, LetterApproved, LetterReturned, MemberAgreed
from ..rules.cases.report_events import APPROVERS_REPLY, REPLY_NOT_ACCEPTED
from ..rules.mails.codes import code_hash, code_holder
from ..rules.mails.desk_links import to_case, to_email, to_letter
from ..rules.mails.known_lines import may_be_signature
from ..rules.mails.reply_words import ORDERS, Reply, Said, read_ways
from ..rules.mails.sender_check import doubt_about_sender
from ..rules.office import orders
from ..rules.people.school import OFFICE
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.standing.options import step_meant
from ..rules.texts.report import Attachment, Report
from ..rules.words import STOPS, LetterStatus, Verdict
from .acts.on_cases import Proof, decide
from .acts.on_letters import approve, send_back, take_edited
from .case_book import CaseBook
from .filing import file_mail
from .notices import notice_mail, tell
from .office import Office, Tally
from .readers import readers_of_mail
from .signers import are_confirmed, ask, confirm, signer_of
from .stopping import take_stop

_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i)\s*:", re.IGNORECASE)
LETTER_ENDINGS = (".docx", ".docm", ".doc", ".dotx", ".dotm", ".odt", ".rtf")
"""A file with such a name in a reply is an edited letter, whatever it holds; only a real .docx is taken."""
_NOT_BY_MAIL = "at this school letters are not approved, and nothing is decided, by email"
_TWO_WAYS = (
    "its plain text and its page (HTML) say different things; send APPROVE and the code alone, as plain text"
)
SHOWN = 3
"""Unknown lines that are quoted in what tells of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a code was sent for: a letter's approval, or (`letter` is None) a decision; to whom, and until when.

    `person` is the address of one of several who hold the role; "" where it has one holder.
    """

    case: Case
    role: str
    expires: date | None
    letter: LetterState | None = None
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A reply that was not taken, and why; `question` is None where its code belongs to nothing that waits."""

    why: str
    reply: Reply
    question: Question | None


def take_reply(
    office: Office, report: Report, book: CaseBook, answered: Case | None, *, tally: Tally
) -> Judgement | None:
    """Act on a reply that approves, returns or decides; None where it is no such reply.

    Args:
        office: the school.
        report: the email.
        book: finds the cases; one of them may wait for the code.
        answered: the case that this email surely belongs to, if there is one.
        tally: counts what was approved.
    """
    if stopped := take_stop(office, report, book, answered):
        return stopped
    reply = read_ways(report.said_ways or (report.own_words,), signer_of(office, report.from_address))
    if before := _taken_before(office, report, book):
        return Judgement(verdict=Verdict.ATTACHED, ref=before, reason=f"approver's reply: {reply.said}")
    question = next(with_code(book.still_open(), reply.code), None) if reply.code else None
    if question is None and not _looks_like_one(office, report, reply, answered):
        return None
    # Kept where it came in: an email to one case, with the code of another, belongs to the one that it answers.
    case = answered or (question.case if question else None)
    if case is None:
        return _nowhere(office, report)
    learned = reply.unknown if question and are_confirmed(office, report, reply) else ()
    reply = replace(reply, said=Said.APPROVE, unknown=()) if learned else reply
    fault = _fault(office, report, reply, question) or _elsewhere(question, answered)
    file_mail(office, case.ref, report, what=REPLY_NOT_ACCEPTED if fault else APPROVERS_REPLY)
    if not fault and question:
        try:
            said = _act(office, question, reply, report, tally=tally)
            tally.approved += said is Said.APPROVE
            if learned:
                confirm(office, report, learned)
        except Refused as refusal:
            fault = str(refusal)
    if fault:
        _refuse(office, case, report, Refusal(why=fault, reply=reply, question=question))
    reason = f"approver's reply: {reply.said}" if not fault else f"approver's reply changed nothing: {fault}"
    return Judgement(verdict=Verdict.ATTACHED, ref=case.ref, reason=reason)


def _refuse(office: Office, case: Case, report: Report, refusal: Refusal) -> None:
    """Tell the approver and the office; the approver alone is asked about lines that may be a signature."""
    reply, question = refusal.reply, refusal.question
    roles = [question.role if question else "head", OFFICE]
    own = question and question.letter and reply.unknown and not _doubt(office, report, question)
    if own and refusal.why == _unknown(reply) and may_be_signature(reply.unknown):
        ask(office, case, report, reply)
        roles = [OFFICE]
    by_mail = office.school.approving.by_mail
    link = _page_of(office, case)
    tell(office, "refused", tuple(roles), ref=case.ref, link=link, why=refusal.why, by_mail=by_mail)


def _unknown(reply: Reply) -> str:
    """Which lines were not understood, and what to do."""
    lines = ", ".join(f'"{line[:80]}"' for line in reply.unknown[:SHOWN])
    more = " and more" if len(reply.unknown) > SHOWN else ""
    return (
        f"beside the order stands {lines}{more}, which may mean that it should wait;"
        " if it should not, send the order and its code alone, with nothing below it"
    )


def _page_of(office: Office, case: Case) -> str:
    """Where the desk takes the answer: at the letter that waits, or at the case."""
    return to_letter(office.school, case.ref) if case.in_hand else to_case(office.school, case.ref)


def _taken_before(office: Office, report: Report, book: CaseBook) -> str:
    """The case on which this very email was acted already: the program may have stopped before it said so."""
    acts = LetterApproved | LetterReturned | DecisionMade | MemberAgreed
    for case in book.with_mail(report.sha256):
        if any(
            isinstance(entry.event, acts) and entry.event.mail == report.sha256
            for entry in office.cases.read(case.ref)
        ):
            return case.ref
    return ""


def _looks_like_one(office: Office, report: Report, reply: Reply, answered: Case | None) -> bool:
    """Whether an email without a code that counts must still be answered as a reply to one of our questions.

    A stranger's words of danger are never hidden behind a word like "Returned" in the first line.
    """
    role = office.school.role_of(report.from_address)
    if report.sign and reply.said not in ORDERS:
        return False
    if role:
        return reply.said in ORDERS or bool(answered and _is_asked(answered, role))
    return reply.said in ORDERS and not any(seen.flag in STOPS for seen in flags_of(report))


def _is_asked(case: Case, role: str) -> bool:
    """Whether this role owes the case an answer: a letter to approve, or a decision."""
    letters = (one for one in case.letters if one.status is LetterStatus.DRAFTED)
    asked = {code.approver for letter in letters for code in letter.codes}
    return role in asked or any(one.approver == role for one in case.all_asked)


def with_code(cases: Iterable[Case], code: str) -> Iterator[Question]:
    """The questions that wait for exactly this code."""
    for case in cases:
        for letter in case.letters:
            for sent in letter.codes if letter.status is LetterStatus.DRAFTED else ():
                whose = code_holder(sent.approver, sent.person)
                bound = code_hash(code, ref=case.ref, subject=letter.sha256, approver=whose)
                if bound == sent.hash:
                    yield Question(
                        case=case,
                        role=sent.approver,
                        person=sent.person,
                        expires=sent.expires,
                        letter=letter,
                    )
        for asked in case.all_asked:
            whose = code_holder(asked.approver, asked.person)
            bound = code_hash(code, ref=case.ref, subject=str(asked.trigger), approver=whose)
            if asked.code_hash and bound == asked.code_hash:
                yield Question(case=case, role=asked.approver, person=asked.person, expires=asked.expires)


def _fault(office: Office, report: Report, reply: Reply, question: Question | None) -> str:
    """Why this reply may not be taken; "" where it may."""
    if not office.school.approving.by_mail:
        return _NOT_BY_MAIL
    if question is None:
        if reply.said not in ORDERS:
            return "the reply was not a clear APPROVE or RETURN with its code in the first lines"
        return "the code is unknown, has been used, or belongs to an older draft"
    if doubt := _doubt(office, report, question):
        return doubt
    if question.expires and office.clock.today() > question.expires:
        return f"the code expired on {question.expires.isoformat()}"
    if question.letter and _edited(report, question.letter):
        return ""
    if reply.said is Said.TWOFOLD:
        return _TWO_WAYS
    if reply.unknown:
        return _unknown(reply)
    if reply.said not in ORDERS and question.letter is None:
        return "the reply was not a clear DECIDE with its code and a step in the first lines and your reason below"
    if reply.said not in ORDERS:
        return "the reply was not a clear APPROVE or RETURN with its code in the first lines"
    if (reply.said is Said.DECIDE) != (question.letter is None):
        return f"the code belongs to a {'letter' if question.letter else 'decision'}, not to this answer"
    return ""


def _elsewhere(question: Question | None, answered: Case | None) -> str:
    """Why the code does not count in this email: it was sent in an email about another case, or about none."""
    if question and answered and answered.ref != question.case.ref:
        return f"the code belongs to another case than {answered.ref}, whose email was answered"
    if question and answered is None:
        return "it does not answer the email that brought the code; reply to that email, or press its button"
    return ""


def _doubt(office: Office, report: Report, question: Question) -> str:
    """Why this email may not be the approver's own: another address, a forwarded copy, a forged sender."""
    person = office.school.people.get(question.role)
    addresses = {one.email.casefold() for one in person.holders} if person else set[str]()
    own = addresses & ({question.person.casefold()} if question.person else addresses)
    if report.from_address.casefold() not in own:
        return "the reply did not come from the approver's own address"
    if report.doubts:
        return f"{report.doubts[0]}; send APPROVE and the code alone, as plain text, from your own mailbox"
    if report.sign:
        return f"a machine may have sent it ({report.sign.rstrip('.')}); answer from your own mailbox"
    if report.forwarded or _FORWARD.match(report.subject):
        return "a forwarded copy approves nothing; reply to the email itself"
    doubt = doubt_about_sender(report, office.school.mailing.authserv_id)
    return f"it may not come from {report.from_address}: {doubt}" if doubt else ""


def _edited(report: Report, letter: LetterState) -> list[Attachment]:
    """The files in the reply that mean to be the letter and are not the very one that was sent for approval."""
    files = [one for one in report.attachments if _bears(one, LETTER_ENDINGS)]
    return [one for one in files if _sha256(one.content) != letter.sha256]


def _bears(file: Attachment, endings: tuple[str, ...]) -> bool:
    """Whether the file carries such an ending, also where its safe name hides it behind another (`.blocked`)."""
    return any(name.strip().casefold().endswith(endings) for name in (file.name, file.original_name))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _act(office: Office, question: Question, reply: Reply, report: Report, *, tally: Tally) -> Said:
    """Give the order that the reply is, and return what was taken.

    An edited letter is never approved by the same email.
    The order says which draft, or which line, the question was asked about.
    """
    proof = Proof(role=question.role, mail=report.sha256)
    ref, by = question.case.ref, f"{report.from_address} by email"
    if question.letter is None:
        asked = question.case.asked.trigger if question.case.asked else 0
        step = step_meant(office.school.policy, reply.step)
        choice = orders.Decide(ref=ref, by=by, step=step, reason=reply.words, trigger=asked)
        decide(office, choice, proof=proof, tally=tally)
        return reply.said
    sha256 = question.letter.sha256
    edited = _edited(report, question.letter)
    if len(edited) > 1:
        raise Refused(_which(ref))
    if edited:
        order = orders.DraftLetter(ref=ref, by=by, file=edited[0].content)
        take_edited(office, order, proof=proof, sha256=sha256, tally=tally)
        return Said.RETURN
    if reply.said is Said.APPROVE:
        approve(office, orders.Approve(ref=ref, by=by, sha256=sha256), proof=proof, tally=tally)
    else:
        note = orders.SendBack(ref=ref, by=by, note=reply.words, sha256=sha256)
        send_back(office, note, proof=proof, tally=tally)
    return reply.said


def _which(ref: str) -> Problem:
    what = "Several Word files were attached, so it is not clear which one is the letter."
    return Problem(where=ref, what=what, what_to_do="Send the edited letter alone, with the code.")


def _nowhere(office: Office, report: Report) -> Judgement:
    """A reply with a code of no open question: visible, and the office hears of it."""
    why = "it looks like an approval, but its code does not belong to any waiting letter"
    link = to_email(office.school, report.sha256)
    fields = {"mail": report.sha256[:12], "why": why}
    to = readers_of_mail(office, report.sha256, (OFFICE,))
    office.queue_mail(notice_mail(office, "unclear", to, ref="", link=link, fields=fields))
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=why,
        missing=("look at who sent it; nothing was approved",),
    )
