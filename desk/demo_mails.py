"""The raw emails of the demo: invented people of the example school."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime

from ..ground.moments import LONDON
from ..rules.mails.codes import CODE

HEAD = "Mrs Hollis"
HEAD_MAIL = "a.hollis@larkfield.example"
INBOX = "safeguarding@larkfield.example"

BAR_FIELDS = {
    "facts": "On Sunday 1 November 2026 you wrote on Facebook that you would be at the school gate at half past"
    " three the next day and would hurt a teacher.",
    "affected": "a teacher, and the staff and families who use the gate",
    "premises_risk_reason": "The words named the school gate and an hour, so the risk is at the school itself and"
    " not only online.",
    "alternatives_considered": "We considered a meeting, an escort and other hours for you to bring and collect"
    " your children. None would protect staff at the gate for now.",
    "meeting_offered": "On Tuesday 3 November 2026 we offered you a meeting by telephone; you did not want one.",
    "urgency_reason": "the words were about the next school day, and the teacher is at the gate every afternoon",
    "decision_owner": "Mrs Anita Hollis, Headteacher",
}
BAR_DECISION = {
    "considered_points": "You said that you wrote in anger and regret it => We accept that, and it will count at"
    " the review; You asked to see the nativity play => You may, on Tuesday 15 December 2026 at 2 pm, with a member"
    " of staff",
    "decision_reason": "The threat named a place, a time and a person, and staff still feel unsafe at the gate.",
    "reviewer": "Mr Peter Quayle, Chair of Governors",
}
_FORM = """Parent: {parent}
Pupil: {pupil}
Where: {where}
Link: {link}
Posted on: {posted}
What was posted: {what}
Seen by: {seen}
"""


PHOTOGRAPHS = (
    "She put up eleven photographs of other people's children at the autumn disco, under the words"
    ' "Disco time at Larkfield"'
)


def first_reports() -> list[bytes]:
    """Three reports of different weight: insults, photographs, a threat."""
    return [
        _mail(
            "Form: social media report",
            "Beth Aldous <b.aldous@larkfield.example>",
            "Mon, 02 Nov 2026 08:05:00 +0000",
            _FORM.format(
                parent="Mr Desmond Catterick",
                pupil="Toby Catterick, 4K",
                where="Facebook, his own page, public",
                link="https://www.facebook.example/desmond.catterick/posts/4711",
                posted="31/10/2026",
                what='"Mr Lowell is a useless lazy clown and should be sacked."',
                seen="Beth Aldous, Sunday evening",
            ),
        ),
        _mail(
            "Photos on Instagram",
            "Office <office@larkfield.example>",
            "Mon, 02 Nov 2026 08:20:00 +0000",
            _FORM.format(
                parent="Mrs Ifeoma Balogun",
                pupil="Zara Balogun, 6H",
                where="Instagram, open account",
                link="https://www.instagram.example/p/Larkfield11/",
                posted="30/10/2026",
                what=PHOTOGRAPHS,
                seen="two parents, and me",
            ),
        ),
        _mail(
            "URGENT please read",
            "Tom Lowell <t.lowell@larkfield.example>",
            "Mon, 02 Nov 2026 08:31:00 +0000",
            "Callum Reid (Milo in 2P) put this on his Facebook last night:\n\n"
            '"Lowell I will be at that gate half three tomorrow and I am going to kill you"\n\n'
            "I do not feel safe walking out tonight.\n\nTom Lowell\n",
        ),
    ]


def fresh_reports(day: date, number: int) -> list[bytes]:
    """Three more reports, as they come in on this day; `number` keeps their Message-IDs apart from earlier ones."""
    sent = [format_datetime(datetime.combine(day, time(8, minute), LONDON)) for minute in (5, 20, 31)]
    form = _FORM.format(
        parent="Mr Grant Somerby",
        pupil="Ada Somerby, 5H",
        where="Facebook, the village group, public",
        link=f"https://www.facebook.example/groups/village/posts/{9000 + number}",
        posted=f"{day:%d/%m/%Y}",
        what='"Mr Lowell is a useless lazy clown and could not run a bath."',
        seen="Beth Aldous, last night",
    )
    plain = (
        "Hello,\n\none of the mums showed me her phone at pick-up. Somebody has put a film of sports day on TikTok,"
        " with lots of the children in it. I think it is Zara Balogun's mum, but I am not sure.\n\nBeth Aldous\n"
    )
    grave = (
        "I have just been told that Mr Reid has written on Facebook that he will wait for Mr Lowell outside school on"
        " Friday and break his legs. Mr Lowell has seen it and is frightened.\n\nTom Binns, office\n"
    )
    aldous, office = "Beth Aldous <b.aldous@larkfield.example>", "Office <office@larkfield.example>"
    return [
        _mail("Form: social media report", aldous, sent[0], form, mark=f"{day}.{number}.1"),
        _mail("A film of the children", aldous, sent[1], plain, mark=f"{day}.{number}.2"),
        _mail("Please read now", office, sent[2], grave, mark=f"{day}.{number}.3"),
    ]


def _mail(subject: str, sender: str, sent: str, text: str, *, mark: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = INBOX
    message["Subject"] = subject
    message["Date"] = sent
    number = re.sub(r"\W", "", mark or sent)
    message["Message-ID"] = f"<demo.{number}@larkfield.example>"
    message.set_content(text)
    return message.as_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an email from us asks for: its subject, by whose mark an answer is known, and its one-time code."""

    subject: str
    code: str


def approval_reply(asked: Asked, at: datetime) -> bytes:
    """What the head's phone sends when the link is pressed."""
    return _mail(
        f"Re: {asked.subject}", f"{HEAD} <{HEAD_MAIL}>", format_datetime(at), f"APPROVE {asked.code}\n"
    )


def decision_reply(asked: Asked, step: str, *, reason: str, at: datetime) -> bytes:
    """The head's decision, as the link fills it in, with the reason."""
    text = f"DECIDE {asked.code} {step}\n\nReason: {reason}\n"
    return _mail(f"Re: {asked.subject}", f"{HEAD} <{HEAD_MAIL}>", format_datetime(at), text)


def removal_answer(at: datetime) -> bytes:
    """A parent writes that it is done."""
    text = "Hello, I have taken all the photos down. Sorry, I did not think. Ifeoma Balogun\n"
    return _mail("Your letter", "Ifeoma Balogun <ifeoma.balogun@homemail.example>", format_datetime(at), text)


def asked_in(mail: EmailMessage) -> Asked:
    """What one of our emails asks for."""
    body = mail.get_body(("plain",))
    found = CODE.search(str(body.get_content()) if body else "")
    if found is None:
        raise AssertionError("the email holds no code")
    return Asked(subject=str(mail["Subject"]), code=found.group())
