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
}
"""Letter id to what the letter is, in plain words."""

LISTS = frozenset(
    {"school_address", "addressee_lines", "conduct", "child_names", "next_steps", "expectations"}
)
"""Fields that hold a list of texts."""

TABLES: Mapping[str, tuple[str, ...]] = {
    "history": ("date", "what"),
    "considered_points": ("point", "answer"),
}
"""Fields that hold a list of things, each with these named texts."""

EVERY_LETTER = frozenset(
    {"school_name", "school_address", "school_phone", "letter_date", "ref", "addressee_lines", "salutation"}
    | {"contact_name", "other_formats", "signer_name", "signer_role"}
)
"""Fields of the common block that no letter may lack."""

_LAW = frozenset({"s547_withdrawal", "s547_offence", "s547_who_acts", "s547_breach"})
_CHILD = frozenset(
    {"child_names", "arrival_arrangements", "emergency_arrangements", "meetings_arrangements"}
    | {"news_arrangements"}
)
_BAR = frozenset({"premises", "premises_risk_reason", "facts", "decision_owner", "complaints_contact"})
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
}
"""Fields that a letter of this id may not lack: dates, and what makes a letter about access fair."""


def letter_of_file(name: str) -> str:
    """The id of the letter that is kept under this file name, or ""."""
    return next((letter for letter, file in LETTER_FILES.items() if file == name), "")
