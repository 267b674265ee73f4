"""What each letter field wants from a person, in words for the office: shown when a draft is blocked."""

OPTIONAL = frozenset(
    {
        "policy_clause",
        "policy_version",
        "school_website",
        "school_footer",
        "logo",
        "signature",
        "seen_on",
        "link",
        "posted_on",
        "complaints_days",
        "attended",
        "talked_about",
        "agreed_actions",
        "complaint_points",
        "new_times",
        "picture_arrangements",
        "more_time_until",
        "conditions",
        "crime_ref",
        "chronology",
        "evidence",
        "history",
        "next_steps",
        "reviewer_standing",
    }
)
"""Fields a letter may do without; its words are left out where they are empty."""

FIELD_HELP = {
    "addressee_lines": "a confirmed postal address for the adult in people.csv",
    "platform": "where it was posted, for example Facebook",
    "link": "the address of the post",
    "posted_on": "the day on which it was posted, for example '31 October 2026'",
    "seen_on": "the day on which somebody of the school saw it",
    "quoted_words": "the words complained of, as few as needed; of a picture, what it shows",
    "slot_1": "a first meeting time, for example 'Tuesday 8 December at 3.45 pm'",
    "slot_2": "a second meeting time",
    "meeting_place": "the room, or 'online' and how to join",
    "meeting_purpose": "what the meeting is for, in one sentence",
    "attendees": "who will be at the meeting for the school",
    "facts": "what happened: date, place or platform, what was said or done",
    "affected": "who was affected, by role and not by name",
    "premises": "which premises the letter is about",
    "premises_risk_reason": "why there is a risk to staff or pupils on the premises (not only online)",
    "alternatives_considered": "what else was considered and why it was not enough",
    "meeting_offered": "the day a meeting was offered and what came of it, or why none was",
    "urgency_reason": "why it cannot wait for the adult's comments",
    "arrival_arrangements": "how each child is brought and collected",
    "emergency_arrangements": "what happens in an emergency",
    "meetings_arrangements": "how parents' evenings, SEN and child-protection meetings are held",
    "news_arrangements": "how news of the child reaches the adult, and the one contact for it",
    "proposed_length": "how long the withdrawal is meant to last",
    "decision_owner": "who decides after the comments, by name and role",
    "decision_reason": "the reasons for the decision",
    "considered_points": "each point the adult made and how it was considered, as 'point => answer; point => answer'",
    "heard": "how and when comments were received, or that none were",
    "reviewer": "who reviews the decision; not the person who made it",
    "expectations": "what the school asks for from now on, separated by semicolons",
    "resolved_by": "what resolved the matter",
    "complaint_about": "what the complaint is about, in a few words",
    "child_names": "the pupil or pupils the case is linked to (triage REF --pupil ID)",
    "conduct": "the conduct (triage REF --conduct ID)",
    "talked_on": "the day of the conversation, for example 'Monday 7 December 2026'",
    "talked_how": "how you talked: by phone, at the gate, in the office",
    "talked_with": "who talked for the school, by name and role",
    "asked": "what the school asked for",
    "agreed": "what was agreed, or that nothing was",
    "meeting_on": "the day of the meeting, for example 'Tuesday 8 December 2026'",
    "attended": "who came to the meeting; leave it out if the adult did not come",
    "talked_about": "what was talked about, in two or three sentences; only if the adult came",
    "agreed_actions": "who does what by when, as 'You => remove the post by Friday 11 December; We => ...'",
    "complaint_points": "points for the complaints procedure, separated by semicolons",
    "new_times": "new times for a meeting that did not take place, separated by semicolons",
    "plan_reason": "why one way of contact is needed: how many messages, to whom, from when; facts only",
    "plan_contact": "the one person to contact, by name and role",
    "plan_channel": "how: 'by email to ...', 'by phone on ... on Mondays'",
    "plan_frequency": "how often the school answers, for example 'once a week, on Friday'",
    "report_id": "the number the platform gave the report; 'none given' if there is none",
    "report_grounds": "the rule of the platform that the content breaks",
    "reported_on": "the day on which it was reported to the platform",
    "recipient_lines": "who gets this sheet: name, office and address, separated by semicolons",
    "service": "the school's own site, forum or page that is blocked",
    "block_scope": "what the adult cannot do there, and what stays open",
    "events": "the events at which no pictures may be taken",
    "picture_arrangements": "how the family gets pictures of its own child",
    "received_on": "the day on which the comments, or the wish for more time, came",
    "more_time_until": "the new last day for comments as 2026-12-18; leave it out if no more time is given",
    "meanwhile": "what applies until the decision: 'you may come in as now', or until when you may not",
    "earlier_letter_on": "the day of the letter about access that this one follows",
    "review_evidence": "what the review looked at: what happened since, what was said, by whom by role",
    "next_reviewer": "who makes the next review, by name and role; not the person who decided this time",
    "conditions": "conditions for coming back onto the site, separated by semicolons",
    "event": "what the visit is for, for example 'the Year 4 concert'",
    "event_on": "the day of the visit",
    "event_times": "from when to when",
    "event_place": "which gate and which room",
    "escort": "who meets the adult and stays with them, by name and role",
    "breach_on": "the day and time at which the adult was seen on the premises",
    "breach_facts": "what was seen on that day: place, time, what was said or done",
    "witnesses": "who saw it, by role and not by name",
    "police_called": "whether the police were called, when, and what they did",
    "in_force_until": "the day on which the withdrawal that is in force ends",
    "adviser": "who gave the legal advice",
    "advice_on": "the day of the advice",
    "claim_kind": "the kind of claim the adviser named, in plain words",
    "claimant": "who could make that claim; for a maintained school rarely the school itself: ask the adviser",
    "account": "what happened, for another body to read: told about the adult ('the adult said'), not to the adult",
    "authority_request": "what the local authority is asked to do, in one or two sentences",
    "sharing_reason": "why this may be shared with this body; take advice if unsure",
    "target_wishes": "what the person affected wants to happen, in their own words where possible",
    "immediate_risk": "whether anybody is in danger now, and what was done: 999 at ..., DSL told at ...",
    "crime_ref": "the crime reference of the police",
    "hold_state": "what the school has stopped, for whom and since when; or that nothing is on hold",
    "agreement_title": "the name of the agreement",
    "agreement_version": "its version or date",
    "agreement_points": "what is agreed, point by point, separated by semicolons",
    "agreement_reason": "why it is sent now: a new family, a new version, or after an incident; one sentence",
}


def wanted(field: str) -> str:
    """One line for the office: the field's name and what to supply."""
    return f"{field} ({FIELD_HELP[field]})" if field in FIELD_HELP else field


KNOWN_FIELDS = (
    frozenset(FIELD_HELP)
    | OPTIONAL
    | {"adult_name", "answer_by", "comments_to", "complaints_contact", "complaints_title", "complaints_where"}
    | {"contact_email", "contact_name", "contact_phone", "decision_by", "ends_on", "history"}
    | {"interim_end", "letter_date", "next_steps", "other_formats", "policy_title", "posting_method"}
    | {"ref", "removal_by", "retention", "review_by", "s547_breach", "s547_offence"}
    | {"s547_who_acts", "s547_withdrawal", "salutation", "school_address", "school_email", "school_name"}
    | {"school_phone", "signer_name", "signer_role", "starts_on", "check_by", "escalate_by"}
)
"""Every field that a letter can be given."""
