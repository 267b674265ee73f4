"""What comes of a report."""

from enum import StrEnum


class TriageOutcome(StrEnum):
    """What a report is, and so what may happen next.

    ALERT stops what is about its adult; whether it alarms is said by its level, which is amber where all of the email
    reads like no danger.
    """

    CLEAR = "clear"
    ALERT = "alert"
    ADULT_UNKNOWN = "adult-unknown"
    CONDUCT_UNCLEAR = "conduct-unclear"
    COMPLAINT = "complaint"
    NO_REPORT = "no-report"
    HOLD = "hold"
    CONFLICT = "conflict"
