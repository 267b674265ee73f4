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
    }
)
"""Fields a letter may do without; its words are left out where they are empty."""

FIELD_HELP = {
    "addressee_lines": "a confirmed postal address for the adult in people.csv",
    "platform": "where it was posted, for example Facebook",
    "quoted_words": "the words complained of, as few as needed",
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
    | {"school_phone", "signer_name", "signer_role", "starts_on"}
)
"""Every field that a letter can be given."""
