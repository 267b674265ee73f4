"""An approver's reply by mail: taken only when code, sender, bytes and words are all right; else nothing changes."""

from collections.abc import Iterator

from ..rules.case import Case
from ..rules.codes import code_hash
from ..rules.errors import Refused
from ..rules.judgement import Judgement
from ..rules.reply_words import Reply, Said, read_reply
from ..rules.report import Report
from ..rules.words import LetterStatus, Verdict
from .approving import approve, return_draft
from .deciding import decide
from .filing import file_mail
from .notices import tell
from .office import Office, Signed


def take_reply(office: Office, report: Report, cases: list[Case], answered: Case | None) -> Judgement | None:
    """Act on a reply that approves, returns or decides; None where it is no such reply."""
    reply = read_reply(report.own_words)
    found = next(_with_code(cases, reply.code), None) if reply.code else None
    case = found[0] if found else answered
    if case is None:
        return None if reply.said in {Said.NOTHING, Said.UNCLEAR} else _nowhere(office, report)
    fault = _fault(office, report, reply, found)
    if not fault and found:
        try:
            _act(office, case, reply, report)
        except Refused as refusal:
            fault = str(refusal)
    file_mail(office, case.ref, report, what="approver's reply" if not fault else "reply not taken")
    if fault:
        roles = (found[1] if found else "head", "office")
        tell(office, "refused", roles, ref=case.ref, why=fault)
    reason = f"approver's reply: {reply.said}" if not fault else f"approver's reply changed nothing: {fault}"
    return Judgement(verdict=Verdict.ATTACHED, ref=case.ref, reason=reason)


def _with_code(cases: list[Case], code: str) -> Iterator[tuple[Case, str, str]]:
    """The cases that wait for exactly this code, with the role it was sent to and what it is about."""
    for case in cases:
        for letter in case.letters:
            if letter.status is LetterStatus.DRAFTED and letter.code_hash:
                bound = code_hash(code, ref=case.ref, subject=letter.sha256, approver=letter.approver)
                if bound == letter.code_hash:
                    yield case, letter.approver, "letter"
        asked = case.asked
        if asked and asked.code_hash:
            bound = code_hash(code, ref=case.ref, subject=str(asked.trigger), approver=asked.approver)
            if bound == asked.code_hash:
                yield case, asked.approver, "decision"


def _fault(office: Office, report: Report, reply: Reply, found: tuple[Case, str, str] | None) -> str:
    """Why this reply may not be taken; "" where it may."""
    if reply.said in {Said.UNCLEAR, Said.NOTHING}:
        return "the reply was not a clear APPROVE or RETURN with its code in the first lines"
    if found is None:
        return "the code is unknown, used up, or belongs to an older draft"
    case, role, about = found
    person = office.school.people.get(role)
    if person is None or report.from_address.casefold() != person.email.casefold():
        return "the reply did not come from the approver's own address"
    letter = case.in_hand
    expires = letter.code_expires if about == "letter" and letter else case.asked and case.asked.expires
    if expires and office.clock.today() > expires:
        return f"the code expired on {expires.isoformat()}"
    if (reply.said is Said.DECIDE) != (about == "decision"):
        return f"the code belongs to a {about}, not to this answer"
    return ""


def _act(office: Office, case: Case, reply: Reply, report: Report) -> None:
    signed = Signed(by=f"{report.from_address} by mail", how="mail", mail=report.sha256)
    match reply.said:
        case Said.APPROVE:
            approve(office, case, signed)
        case Said.RETURN:
            return_draft(office, case, reply.words, signed)
        case Said.DECIDE:
            decide(office, case, reply.step, reply.words, signed=signed)


def _nowhere(office: Office, report: Report) -> Judgement:
    """A reply with a code of no open question: visible, and the office hears of it."""
    why = "it looks like an approval, but its code belongs to no waiting letter"
    tell(office, "unclear", ("office",), mail=report.sha256[:12], why=why)
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=why,
        missing=("look at who sent it; nothing was approved",),
    )
