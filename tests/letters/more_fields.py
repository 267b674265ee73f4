"""Invented fields of the letters needed now and then; sample_fields.py adds what they share with the others."""

LATER = {
    "letter_date": "Friday 12 February 2027",
    "posting_method": "by first-class post",
    "earlier_letter": "in which we told you that your permission to enter the school site is withdrawn",
    "earlier_letter_on": "Wednesday 16 December 2026",
}

CHRONOLOGY = [
    {"date": "Tuesday 10 November 2026", "what": "The school asked the adult to remove a post."},
    {
        "date": "Tuesday 17 November 2026",
        "what": "The adult said that it would not be removed. More was posted.",
    },
]

SHARED: dict[str, object] = {
    "account": (
        "On Tuesday 17 November 2026 a post in the adult's name said that the adult would be waiting at the gate"
        " for a member of staff, and that she would be sorry."
    ),
    "chronology": CHRONOLOGY,
    "answer_by": "Thursday 10 December 2026",
    "sharing_reason": (
        "Staff are afraid to be at the gate. You can act on this and we cannot. We share only what you need."
    ),
}

MEASURE: dict[str, object] = {
    "starts_on": "Thursday 26 November 2026",
    "reviewer": "Mr Alan Priestley, Chair of Governors",
}

MORE: dict[str, dict[str, object]] = {
    "N1": {
        "talked_on": "Monday 23 November 2026",
        "talked_how": "by phone",
        "talked_with": "Mr Tom Reddish, Deputy Headteacher",
        "quoted_words": "Miss Harker is useless and everyone knows it",
        "asked": "Mr Reddish asked you to remove the post and to bring worries about homework to the school.",
        "agreed": "You said that you would remove it in the next few days.",
        "answer_by": "Monday 30 November 2026",
    },
    "L2b": {
        "letter_date": "Wednesday 9 December 2026",
        "meeting_on": "Tuesday 8 December 2026",
        "attended": "You, your sister Mrs Ann Lowe, Mrs Catherine Ellwood and Mr Tom Reddish",
        "talked_about": "You told us why you wrote the post. We told you how it affected the class teacher.",
        "agreed_actions": [
            {"who": "You", "action": "remove the post by Friday 11 December 2026"},
            {"who": "Mrs Ellwood", "action": "phone you about homework by Monday 14 December 2026"},
        ],
        "complaint_points": ["how homework is set in Year 4"],
        "new_times": [],
        "answer_by": "Friday 18 December 2026",
    },
    "C2": {
        **MEASURE,
        "plan_reason": (
            "Between 2 and 20 November 2026 you sent 64 messages to eleven members of staff. Staff cannot"
            " answer that many well, and some points were missed."
        ),
        "plan_contact": "Mrs Jean Oldroyd, office manager",
        "plan_channel": "by email to contact@millbrook.example",
        "plan_frequency": "Once a week, on Friday",
        "review_by": "Friday 28 May 2027",
    },
    "P1": {
        "recipient_lines": ["Case file 2026-0042", "Mr Tom Reddish", "Designated Safeguarding Lead"],
        "signer_name": "Mrs Jean Oldroyd",
        "signer_role": "Office manager",
        "report_id": "SOC-7741-2026",
        "report_grounds": "Bullying and harassment",
        "reported_on": "Tuesday 24 November 2026",
        "check_by": "Thursday 26 November 2026",
        "escalate_by": "Friday 27 November 2026",
        "link": "https://social.example/groups/millbrook-mums-and-dads/posts/884201937465",
        "quoted_words": "Miss Harker is useless and everyone knows it",
    },
    "P2": {
        **MEASURE,
        "service": "the parents' forum on our website",
        "block_scope": "You cannot write on the forum. You can still read it.",
        "made_there": "Five comments about a member of staff, on 16 and 17 November 2026",
        "facts": "On 16 and 17 November 2026, five comments from your account named a member of staff.",
        "decision_reason": "We asked you on 10 November 2026 to stop, and more comments were posted.",
        "review_by": "Thursday 7 January 2027",
        "ends_on": "Friday 12 February 2027",
    },
    "P3": {
        **MEASURE,
        "conduct": ["photographs of pupils shared without agreement"],
        "platform": "",
        "events": "Concerts, plays, sports days and assemblies at Millbrook Primary School",
        "facts": "After the concert of 12 November 2026, a film of other families' children was shared again.",
        "decision_reason": "We asked you twice to remove such films. Another was then shared.",
        "picture_arrangements": "Mrs Oldroyd will send you pictures that the school takes of Ruby.",
        "review_by": "Friday 26 February 2027",
        "ends_on": "Friday 5 March 2027",
    },
    "B2a": {
        "letter_date": "Thursday 10 December 2026",
        "received_on": "Wednesday 9 December 2026",
        "earlier_letter": "in which we withdrew your permission to enter the school site for now",
        "earlier_letter_on": "Tuesday 24 November 2026",
        "more_time_until": "",
        "meanwhile": "Your permission to come onto the premises stays withdrawn, until 18 December 2026 at the latest.",
        "decision_by": "Thursday 17 December 2026",
    },
    "B5": {
        **LATER,
        "reviewer": "Mr Alan Priestley, Chair of Governors",
        "reviewer_standing": ", who did not make the earlier decision",
        "heard": "We received your comments on Monday 8 February 2027 (by letter).",
        "review_evidence": "Your comments, the record of the gate since December, and what two members of staff said.",
        "decision_reason": "A second post in January spoke of the gate again. Staff are still afraid.",
        "alternatives_considered": "We considered a fixed time at the gate. The post in January named that time.",
        "ends_on": "Friday 21 May 2027",
        "review_by": "Friday 7 May 2027",
        "next_reviewer": "Mrs Dinah Fell, governor",
    },
    "B6": {
        **LATER,
        "reviewer": "Mr Alan Priestley, Chair of Governors",
        "reviewer_standing": ", who did not make the earlier decision",
        "heard": "We received your comments on Monday 8 February 2027 (by letter).",
        "considered_points": [
            {
                "point": "You said that you wish to put things right.",
                "answer": "We thank you, and we accept this.",
            }
        ],
        "review_evidence": "Your comments, and the record of the gate since December.",
        "decision_reason": "There has been no new post. You assured us that staff may feel safe.",
        "conditions": ["Until Easter, please use the staff car park gate."],
        "expectations": ["Please bring worries about staff to me first."],
    },
    "B7": {
        **LATER,
        "letter_date": "Friday 15 January 2027",
        "event": "the Year 4 concert",
        "event_on": "Thursday 28 January 2027",
        "event_times": "From 1.45 pm to 3 pm",
        "event_place": "The staff car park gate, then the hall",
        "escort": "Mr Tom Reddish, Deputy Headteacher",
    },
    "B8": {
        **LATER,
        "letter_date": "Tuesday 12 January 2027",
        "breach_on": "Monday 11 January 2027 at 3.20 pm",
        "in_force_until": "Friday 26 March 2027",
        "breach_facts": "You came through the main gate and stood by the Year 4 door for about five minutes.",
        "witnesses": "A class teacher and a midday supervisor",
        "police_called": "They were not called.",
        "answer_by": "Thursday 21 January 2027",
    },
    "X1": {
        "letter_date": "Friday 15 January 2027",
        "quoted_words": "Miss Harker takes money from the trip fund",
        "conduct": ["a statement about a member of staff that the school believes to be untrue"],
        "claim_kind": "a claim about a false statement of fact (libel)",
        "claimant": "the member of staff who is named in the post",
        "history": [
            {"date": "Tuesday 24 November 2026", "what": "we wrote to you and asked you to remove the post"},
            {
                "date": "Wednesday 2 December 2026",
                "what": "you told us that you would not remove the content",
            },
        ],
        "answer_by": "Tuesday 26 January 2027",
    },
    "X2": {
        **SHARED,
        "recipient_lines": [
            "Ambleshire County Council",
            "Schools and Safeguarding",
            "County Hall",
            "Ambleford",
            "AM1 1AA",
        ],
        "authority_request": "Please advise us on the next step, and say who could speak to the adult.",
    },
    "X3": {
        **SHARED,
        "recipient_lines": [
            "Ambleshire Police",
            "Harm Reduction Desk",
            "Bridge Street",
            "Ambleford",
            "AM1 2BB",
        ],
        "signer_name": "Mr Tom Reddish",
        "signer_role": "Designated Safeguarding Lead",
        "answer_by": "Tuesday 1 December 2026",
        "quoted_words": "I will be waiting at the gate tomorrow and she will be sorry",
        "seen_on": "Wednesday 18 November 2026",
        "link": "https://social.example/groups/millbrook-mums-and-dads/posts/884201937465",
        "immediate_risk": "Staff were moved from the gate on 18 November 2026. 999 was not called.",
        "target_wishes": "She wishes the police to speak to the adult. She does not wish to be named to the adult.",
        "crime_ref": "",
        "hold_state": "All letters and dates, for the police, since Wednesday 18 November 2026",
        "evidence": [
            {
                "name": "mail-1.eml",
                "sha256": "9f2c4a1be07d5583c6e1b0f4a7d82e6395c0b41f7a6de8230f15b9c7d4e8a261",
            },
            {
                "name": "screenshot-1.png",
                "sha256": "1c7be05a94f3d26780e1a9b5c3d4f60728ad91e3b57c0f6482d9e7a1b3c5f804",
            },
        ],
    },
    "G1": {
        "agreement_title": "Home and School Agreement on Conduct Online",
        "agreement_version": "2, September 2026",
        "agreement_reason": "We send it to you now because the agreement has a new version.",
        "agreement_points": [
            "We speak to one another with respect, online and at school.",
            "We bring worries to the school first.",
            "We do not share pictures of other families' children.",
        ],
        "answer_by": "Thursday 10 December 2026",
    },
}
