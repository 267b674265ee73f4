"""One of each notice to staff, about an invented case."""

from collections.abc import Iterator
from datetime import timedelta

from ..ground.english import uk_date
from ..rules.letters.letter_dates import POSTED
from ..rules.mails.desk_links import to_agreements, to_case, to_email, to_letter, to_post
from ..rules.mails.outgoing import OutgoingMail
from ..rules.mails.subjects import on_day
from ..rules.people.school import DSL, HEAD, OFFICE
from ..rules.policies.outcome_words import OUTCOME_WORDS
from ..workflows.notices import notice_mail
from ..workflows.office import Office

_MAIL = "9d1c4ab0e2f1"


Sample = tuple[str, tuple[str, ...], str, dict[str, object]]
"""The notice's name, the roles it goes to, its page where that is not the case, and its fields."""


def notices(office: Office, ref: str) -> Iterator[tuple[str, OutgoingMail]]:
    """Every notice, by a name for its files."""
    letter = next(iter(office.school.policy.steps.values())).name
    for text, roles, link, fields in (*_of_mails(office, ref), *_of_steps(office, letter)):
        about = "" if text == "unclear" else ref
        to = office.school.mails_of(*roles)
        yield f"notice-{text}", notice_mail(office, text, to, ref=about, link=link, fields=fields)


def _of_mails(office: Office, ref: str) -> Iterator[Sample]:
    school, today = office.school, office.clock.today()
    link, both = to_email(school, _MAIL), (OFFICE, DSL)
    yield (
        "answer",
        both,
        "",
        {
            "flags": ["apology: I am sorry", "complaint: I want to complain"],
            "answers": list(OUTCOME_WORDS.items()),
        },
    )
    yield (
        "further-report",
        both,
        "",
        {"received": uk_date(today), "who": "somebody not in your records", "voids": False},
    )
    why = "it may come from an address that only looks like one of yours"
    yield "held", both, link, {"case_link": to_case(school, ref), "mail": _MAIL, "why": why}
    why = "it looks like an approval, but its code does not belong to any waiting letter"
    yield "unclear", (OFFICE,), link, {"mail": _MAIL, "why": why}
    why = "the reply did not come from the approver's own address"
    by_mail = school.approving.by_mail
    yield "refused", (HEAD, OFFICE), to_letter(school, ref), {"why": why, "by_mail": by_mail}
    press = office.mailto(
        school.safeguarding_mailbox, "Please approve a letter", "APPROVE K7QM-2RTX SIGNATURE"
    )
    asked: dict[str, object] = {
        "lines": ["Larkfield: a school to grow in"],
        "code": "K7QM-2RTX",
        "confirm_link": press,
    }
    yield "signature", (HEAD,), "", asked
    told = {"who": "head@example.org", "what": "L1 version 1 was approved.", "day": uk_date(today)}
    yield "stopped", (DSL, OFFICE), "", {**told, "doubt": "", "gone": ["L1 version 1"], "closed": False}
    yield "undelivered", both, "", {"to": "robin.sample@example.org"}


def _of_steps(office: Office, letter: str) -> Iterator[Sample]:
    today = office.clock.today()
    both, tomorrow = (OFFICE, DSL), today + timedelta(days=1)
    yield "blocked", both, "", {"letter": letter, "what": "the meeting place is missing (meeting_place)"}
    yield "posting-unsure", both, "", {"letter": letter, "why": "the mail server did not confirm it"}
    yield "sheet", both, "", {"sheet": letter, "file": "sheets/1-sheet.docx", "step": "P1"}
    how = POSTED[office.school.posting.method]
    when = on_day(tomorrow, today)
    posted: dict[str, object] = {"letter": letter, "how": how, "on": uk_date(tomorrow), "when": when}
    why = "Content in the precompiled letter file is outside the printable area"
    fields = {"letter": letter, "provider": "GOV.UK Notify", "why": why}
    yield "not-taken", (OFFICE,), to_post(office.school), dict(fields)
    yield "to-post", (OFFICE,), to_post(office.school), posted
    order = {
        "about": "post a letter",
        "by": office.school.people[OFFICE].name,
        "at": f"{uk_date(today)} at 14:05",
        "id": "4c9f01ab",
        "why": "No letter is leaving in this case.",
        "what_to_do": "Check the case as it is now.",
    }
    yield "order-refused", (OFFICE,), "", dict(order)
    of_families = {"title": "How we treat one another online", "letters": 213, "round": "G-2026-1"}
    link = to_agreements(office.school, "G-2026-1")
    yield "agreements", (HEAD,), link, dict(of_families)
    yield "agreements-to-post", (OFFICE,), link, dict(of_families)
