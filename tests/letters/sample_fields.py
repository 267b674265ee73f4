"""Invented fields for each letter: a school, an adult and a child that do not exist."""

import math
import struct
import zlib
from datetime import date

from letters.more_fields import MORE

from letterladder.rules.policies.legal import LegalFacts, section_547
from letterladder.rules.words import SchoolType

LEGAL = LegalFacts(
    checked=date(2026, 11, 20),
    source="the Act, as published",
    act="Education Act 1996",
    section="547",
    court="a magistrates' court",
    fine="level 2 on the standard scale, which is £500",
    power="the common law",
)


def picture(size: int = 180) -> bytes:
    """A PNG: an invented school's badge, a white wave in a blue disc; `size` in pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    def dot(x: float, y: float) -> bytes:
        if math.hypot(x, y) > 0.96:
            return b"\xff\xff\xff"
        waves = abs((y + 0.09 * math.sin(7 * x)) * 5) % 2 < 0.9 and abs(y) < 0.5
        return b"\xff\xff\xff" if waves else b"\x1b\x2f\x4b"

    at = [2 * place / (size - 1) - 1 for place in range(size)]
    rows = b"".join(b"\0" + b"".join(dot(x, y) for x in at) for y in at)
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


COMMON: dict[str, object] = {
    "earlier_letter": "",
    "earlier_letter_on": "",
    "promise_change": "",
    "promise_late": "",
    "promised_person": "",
    "was_barred": "",
    "is_online": "yes",
    "is_on_site": "",
    "your_child": "your child",
    "raised_with_us": "",
    "place": "",
    "happened_on": "",
    "material": "",
    "shown": "",
    "concern": "the words above",
    "quote_intro": "The words that concern us are:",
    "school_name": "Millbrook Primary School",
    "school_address": ["Weir Lane", "Millbrook", "Ambleford", "AM4 7QZ"],
    "school_phone": "01632 960120",
    "school_email": "office@millbrook.example",
    "school_website": "www.millbrook.example",
    "school_footer": "Millbrook Primary School is a community school in the area of Ambleshire County Council.",
    "logo": picture(),
    "signature": b"",
    "letter_date": "Tuesday 24 November 2026",
    "ref": "2026-0042",
    "addressee_lines": ["Mr Gavin Stott", "17 Tanner's Row", "Millbrook", "Ambleford", "AM4 2XB"],
    "adult_name": "Mr Gavin Stott",
    "salutation": "Mr Stott",
    "policy_title": "Policy on Conduct Online by Parents and Carers",
    "policy_version": "version 3, September 2026",
    "policy_clause": "section 4.2",
    "contact_name": "Mrs Jean Oldroyd",
    "contact_phone": "01632 960121",
    "contact_email": "contact@millbrook.example",
    "signer_name": "Mrs Catherine Ellwood",
    "signer_role": "Headteacher",
    "other_formats": (
        "If you would like this letter in large print, in another language, on coloured paper or read to you,"
        " please tell us and we will arrange it."
    ),
    "complaints_title": "Complaints Procedure (January 2026)",
    "complaints_where": "www.millbrook.example/complaints, or a paper copy from the office",
    "complaints_contact": "Mrs Jean Oldroyd, 01632 960121",
}

ASKED = "in which we asked you to remove something that was posted online"
BARRED = "in which we withdrew your permission to enter the school site for now"

POST: dict[str, object] = {
    "conduct": ["abusive comments about a member of staff"],
    "platform": "the Facebook group “Millbrook Mums & Dads”",
    "poster": "you",
    "posted_on": "Tuesday 17 November 2026",
}

POINTS = [
    {
        "point": "You said that the comments were made in anger and that you have deleted them.",
        "answer": "We accept that they have been deleted. We have taken this into account in your favour.",
    },
    {
        "point": "You asked to be able to collect your daughter from the gate.",
        "answer": "The arrangements below allow this, at the staff car park gate.",
    },
]

CHILD: dict[str, object] = {
    "child_names": ["Ruby Stott"],
    "arrival_arrangements": (
        "Ruby may be brought to the staff car park gate at 8.40 am, where Mrs Oldroyd will meet her."
        " She may be collected at the same gate at 3.20 pm."
    ),
    "emergency_arrangements": (
        "We will phone you at once, as we would any parent. If you need to come in, ring the office first and"
        " you will be met at the gate."
    ),
    "meetings_arrangements": (
        "Parents' evenings will be by phone or video. You are invited to meetings about special educational"
        " needs or about keeping Ruby safe as before; we will agree a place with you."
    ),
    "news_arrangements": (
        "You will get the newsletter, reports and messages by email as before. Your one contact is Mrs Oldroyd."
    ),
}

BAR: dict[str, object] = {
    **POST,
    **CHILD,
    "conduct": ["a threat towards a member of staff"],
    "facts": (
        "On Tuesday 17 November 2026, in the group “Millbrook Mums & Dads”, a post in your name said that"
        " you would be waiting at the gate for a member of staff and that they would be sorry."
    ),
    "affected": "A class teacher, and two members of staff on gate duty",
    "premises": "Millbrook Primary School, Weir Lane: buildings, playground, field and car park",
    "premises_risk_reason": (
        "The post names the school gate and a time. Staff on duty there have told us that they are afraid of"
        " being approached, and pupils are present at that time."
    ),
    "posting_method": "by first-class post",
    "decision_owner": "Mrs Catherine Ellwood, Headteacher",
    **section_547(
        LEGAL, SchoolType.COMMUNITY, school="Millbrook Primary School", authority="Ambleshire County Council"
    ).as_fields(),
}

HEARING: dict[str, object] = {
    "alternatives_considered": (
        "We considered a warning letter and meeting you at the gate. Neither would protect staff at the time"
        " and place that the post names."
    ),
    "meeting_offered": "We offered to meet you on Thursday 19 November 2026. You told us that you did not wish to.",
    "answer_by": "Thursday 10 December 2026",
    "comments_to": (
        "Mrs Jean Oldroyd at the address above, by email to contact@millbrook.example or on 01632 960121"
    ),
    "decision_by": "Thursday 17 December 2026",
}

DECIDED: dict[str, object] = {
    "considered_points": POINTS,
    "heard": "We received your comments on Wednesday 9 December 2026 (by letter).",
    "decision_owner": "Mrs Catherine Ellwood, Headteacher",
}

SAMPLES: dict[str, dict[str, object]] = {
    "L1": {
        **COMMON,
        **POST,
        "seen_on": "Wednesday 18 November 2026",
        "link": "https://social.example/groups/millbrook-mums-and-dads/posts/884201937465",
        "quoted_words": "Miss Harker is useless and everyone knows it",
        "answer_by": "Thursday 3 December 2026",
    },
    "L2": {
        **COMMON,
        **POST,
        "slot_1": "Tuesday 8 December 2026 at 3.45 pm",
        "slot_2": "Thursday 10 December 2026 at 8.30 am",
        "meeting_place": "The headteacher's office at Millbrook Primary School",
        "meeting_purpose": "To hear your account and to agree how we can work together.",
        "attendees": "Mrs Catherine Ellwood, Headteacher, and Mr Tom Reddish, Deputy Headteacher",
        "answer_by": "Thursday 3 December 2026",
    },
    "L3": {
        **COMMON,
        **POST,
        "earlier_letter": ASKED,
        "earlier_letter_on": "Tuesday 10 November 2026",
        "history": [
            {"date": "Tuesday 10 November 2026", "what": "we wrote to you and asked you to remove the post"},
            {
                "date": "Tuesday 17 November 2026",
                "what": "you told us that you would not remove the content",
            },
        ],
        "quoted_words": "Miss Harker is useless and everyone knows it",
        "removal_by": "Thursday 3 December 2026",
        "answer_by": "Thursday 10 December 2026",
        "next_steps": ["invite you to a meeting", "ask the platform to remove the post"],
    },
    "C1": {**COMMON, "complaint_about": "how homework is set in Year 4", "complaints_days": "10"},
    "B1": {
        **COMMON,
        **BAR,
        **HEARING,
        "earlier_letter": ASKED,
        "earlier_letter_on": "Tuesday 10 November 2026",
        "proposed_length": "until the end of the spring term 2027",
    },
    "B2": {
        **COMMON,
        **BAR,
        **HEARING,
        "posting_method": "by hand",
        "urgency_reason": "The post speaks of the next school day, so staff would be at risk before you could reply.",
        "starts_on": "Tuesday 24 November 2026",
        "interim_end": "Friday 18 December 2026",
    },
    "B3": {
        **COMMON,
        **BAR,
        **DECIDED,
        "earlier_letter": BARRED,
        "earlier_letter_on": "Tuesday 24 November 2026",
        "decision_reason": (
            "You do not dispute the post. It named a time and a place at school. You have not yet been able to"
            " assure us that staff may feel safe there."
        ),
        "starts_on": "Friday 18 December 2026",
        "ends_on": "Friday 26 March 2027",
        "review_by": "Friday 12 February 2027",
        "reviewer": "Mr Alan Priestley, Chair of Governors",
    },
    "B4": {
        **COMMON,
        **DECIDED,
        "earlier_letter": BARRED,
        "earlier_letter_on": "Tuesday 24 November 2026",
        "was_barred": "yes",
        "premises": "all buildings, playgrounds and grounds of Millbrook Primary School",
        "child_names": ["Ruby Stott"],
        "considered_points": [
            {
                "point": "You said that the post was meant as a joke.",
                "answer": "We accept that you meant no harm.",
            }
        ],
        "posting_method": "by first-class post",
        "decision_reason": "You met us, removed the post and assured us that nobody was in danger.",
        "expectations": [
            "Please bring worries about staff to me first.",
            "Please do not post about staff by name.",
        ],
    },
    "Z1": {
        **COMMON,
        "earlier_letter": ASKED,
        "earlier_letter_on": "Tuesday 10 November 2026",
        "resolved_by": "You removed the post on Wednesday 2 December 2026.",
        "expectations": ["Please bring worries about staff to me first."],
        "retention": (
            "We keep our letters and your answers for six years after this date, as our records policy says."
            " You may ask to see what we hold about you."
        ),
    },
}

ON_SITE: dict[str, object] = {
    "earlier_letter": "in which we told you how to make a complaint",
    "earlier_letter_on": "Tuesday 10 November 2026",
    "is_online": "",
    "is_on_site": "yes",
    "policy_title": "Policy on Respect at School",
    "conduct": ["shouting, swearing or insults on the school site"],
    "platform": "",
    "posted_on": "",
    "link": "",
    "removal_by": "",
    "place": "the main gate",
    "happened_on": "Tuesday 17 November 2026",
    "facts": "At about 3.20 pm you shouted and swore at a member of staff, in front of children.",
    "account": "At about 3.20 pm the adult shouted and swore at a member of staff, in front of children.",
    "affected": "A member of office staff, and pupils who were waiting",
    "quoted_words": "You are all useless",
    "premises_risk_reason": "It happened where staff receive pupils every day, and pupils saw it.",
    "alternatives_considered": "We considered a warning letter. One was sent in October, and it happened again.",
    "urgency_reason": "You said that you would be back at the gate on the next school day.",
    "history": [{"date": "Tuesday 10 November 2026", "what": "we invited you to a meeting"}],
    "next_steps": ["consider whether you may still come onto our premises, and ask for your comments first"],
    "chronology": [
        {"date": "Tuesday 10 November 2026", "what": "The school invited the adult to a meeting."}
    ],
}
"""What the letters say of conduct on site, in place of what they say of a post."""

SAMPLES |= {
    name: {**COMMON, **BAR, **HEARING, **DECIDED, **({} if name[0] in "BX" else POST), **own}
    for name, own in MORE.items()
}
