"""The letters by their ids: file names, plain names, and the fields without which a replacement is refused."""

from collections.abc import Mapping

LETTER_FILES: Mapping[str, str] = {
    "L1": "L1-removal-request.docx",
    "L2": "L2-meeting-invitation.docx",
    "L3": "L3-written-warning.docx",
    "C1": "C1-complaints-signpost.docx",
    "B1": "B1-notice-of-intention.docx",
    "B2": "B2-interim-withdrawal.docx",
    "B3": "B3-decision-confirmed.docx",
    "B4": "B4-decision-not-confirmed.docx",
    "Z1": "Z1-closure.docx",
    "N1": "N1-conversation-note.docx",
    "L2b": "L2b-meeting-outcome.docx",
    "C2": "C2-communication-plan.docx",
    "P1": "P1-platform-report.docx",
    "P2": "P2-website-block.docx",
    "P3": "P3-camera-restriction.docx",
    "B2a": "B2a-comments-received.docx",
    "B5": "B5-review-extended.docx",
    "B6": "B6-review-lifted.docx",
    "B7": "B7-access-once.docx",
    "B8": "B8-came-onto-site.docx",
    "X1": "X1-legal-warning.docx",
    "X2": "X2-authority-report.docx",
    "X3": "X3-police-referral.docx",
    "G1": "G1-signed-agreement.docx",
}
"""Letter id to the name of its Word file; a school's own file of the same name takes its place."""

LETTER_NAMES: Mapping[str, str] = {
    "L1": "Request to remove online content",
    "L2": "Invitation to a meeting",
    "L3": "Written warning",
    "C1": "How to make a complaint",
    "B1": "Notice that permission to enter may be withdrawn",
    "B2": "Permission to enter withdrawn for now",
    "B3": "Decision: permission to enter withdrawn",
    "B4": "Decision: permission to enter not withdrawn",
    "Z1": "Closing letter",
    "N1": "Note of a conversation, with a request to remove online content",
    "L2b": "After the meeting",
    "C2": "Communication plan with a single contact",
    "P1": "Record of a report to the platform",
    "P2": "Block on a website or forum of the school",
    "P3": "No pictures at school events for a time",
    "B2a": "Comments received",
    "B5": "Review: permission to enter stays withdrawn",
    "B6": "Review: permission to enter given back",
    "B7": "Permission to enter once",
    "B8": "Came onto the site without permission",
    "X1": "Letter after legal advice",
    "X2": "Report to the local authority",
    "X3": "Referral to the police",
    "G1": "Agreement to sign",
}
"""Letter id to what the letter is, in plain words."""

SHEETS = frozenset({"P1", "X2", "X3"})
"""Sheets for the case file or for another body. They are never sent to the adult, and name no reporter."""

LISTS = frozenset(
    {"school_address", "addressee_lines", "conduct", "child_names", "next_steps", "expectations"}
    | {"recipient_lines", "complaint_points", "new_times", "conditions", "agreement_points"}
)
"""Fields that hold a list of texts."""

TABLES: Mapping[str, tuple[str, ...]] = {
    "history": ("date", "what"),
    "considered_points": ("point", "answer"),
    "agreed_actions": ("who", "action"),
    "chronology": ("date", "what"),
    "evidence": ("name", "sha256"),
}
"""Fields that hold a list of things, each with these named texts."""

EVERY_LETTER = frozenset(
    {"school_name", "school_address", "school_phone", "letter_date", "ref", "addressee_lines", "salutation"}
    | {"contact_name", "other_formats", "signer_name", "signer_role"}
)
"""Fields of the common block that no letter may lack."""

EVERY_SHEET = frozenset(
    {"school_name", "school_address", "school_phone", "letter_date", "ref", "recipient_lines", "adult_name"}
    | {"signer_name", "signer_role"}
)
"""The same for a sheet: whom it goes to, and whom it is about. No address of the adult, no salutation."""

_LAW = frozenset({"s547_withdrawal", "s547_offence", "s547_who_acts", "s547_breach"})
_CHILD = frozenset(
    {"child_names", "arrival_arrangements", "emergency_arrangements", "meetings_arrangements"}
    | {"news_arrangements"}
)
_REVIEW = frozenset({"review_evidence", "reviewer", "heard", "considered_points", "decision_reason"})
"""Who looked again, at what; that person takes the place of the decision owner."""
_BAR = frozenset({"premises", "premises_risk_reason", "facts", "decision_owner", "complaints_contact"})
_COMPLAINTS = frozenset({"complaints_title", "complaints_where", "complaints_contact"})
_MEASURE = frozenset({"facts", "decision_reason", "starts_on", "ends_on", "review_by", "reviewer"})
_SHARED = frozenset({"account", "sharing_reason", "chronology", "answer_by"})
_HEARING = frozenset(
    {"answer_by", "comments_to", "decision_by", "alternatives_considered", "meeting_offered"}
)

MUST_PRINT: Mapping[str, frozenset[str]] = {
    "L1": frozenset({"answer_by"}),
    "L2": frozenset({"answer_by", "slot_1", "slot_2", "meeting_place"}),
    "L3": frozenset({"answer_by", "removal_by"}),
    "C1": frozenset({"complaints_title", "complaints_where", "complaints_contact"}),
    "B1": _LAW | _CHILD | _BAR | _HEARING | {"proposed_length"},
    "B2": _LAW | _CHILD | _BAR | _HEARING | {"urgency_reason", "starts_on", "interim_end"},
    "B3": _LAW | _CHILD | _BAR | {"starts_on", "ends_on", "review_by", "reviewer", "considered_points"},
    "B4": frozenset({"decision_reason", "considered_points", "decision_owner"}),
    "Z1": frozenset({"resolved_by"}),
    "N1": frozenset({"answer_by", "talked_on", "asked", "agreed"}),
    "L2b": frozenset({"answer_by", "meeting_on", "agreed_actions", "complaint_points", "new_times"}),
    "C2": _COMPLAINTS | {"plan_contact", "plan_channel", "plan_reason", "starts_on", "review_by", "reviewer"},
    "P1": frozenset({"report_id", "report_grounds", "reported_on", "check_by", "escalate_by"}),
    "P2": _COMPLAINTS | _MEASURE | {"service", "block_scope", "news_arrangements", "comments_to"},
    "P3": _COMPLAINTS | _MEASURE | {"events", "comments_to"},
    "B2a": _COMPLAINTS | {"received_on", "decision_owner", "decision_by", "meanwhile", "child_names"},
    "B5": (_LAW | _CHILD | _BAR | _REVIEW | {"ends_on", "review_by", "next_reviewer"}) - {"decision_owner"},
    "B6": _COMPLAINTS | _REVIEW | {"child_names"},
    "B7": _COMPLAINTS | {"event", "event_on", "event_times", "event_place", "escort", "child_names"},
    "B8": _LAW | _CHILD | {"breach_on", "breach_facts", "in_force_until", "answer_by", "comments_to"},
    "X1": _COMPLAINTS | {"answer_by", "adviser", "advice_on", "claim_kind", "claimant"},
    "X2": _SHARED | {"authority_request"},
    "X3": _SHARED | {"target_wishes", "evidence", "hold_state", "immediate_risk", "crime_ref"},
    "G1": frozenset({"answer_by", "agreement_title", "agreement_version", "agreement_points"}),
}
"""Fields that a letter of this id may not lack: dates, and what makes a letter about access fair."""


def common_block(letter: str) -> frozenset[str]:
    """The fields that this letter or sheet may not lack, whatever it is about."""
    return EVERY_SHEET if letter in SHEETS else EVERY_LETTER


def letter_of_file(name: str) -> str:
    """The id of the letter that is kept under this file name, or ""."""
    return next((letter for letter, file in LETTER_FILES.items() if file == name), "")
