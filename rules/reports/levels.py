"""How soon somebody must look at a report, and why: by clauses and by likeness for red, by worries for amber."""

from ..texts.readable import is_english
from ..words import STOPS, Flag, Level
from .clear import why_amber
from .outcomes import TriageOutcome
from .seen import Seen
from .worries import beside_thanks, read_today

MAY_BE = {
    Flag.DANGER: "danger",
    Flag.CHILD_PROTECTION: "a child at risk",
    Flag.STAFF_ALLEGATION: "harm by a member of staff",
}
"""What a flag may be about, where the email may wait until it is read."""
ASKS = {
    Flag.SOLICITOR: "It comes from, or mentions, a solicitor",
    Flag.SAR: "It may ask for personal data (a subject access request; the law sets its last day)",
    Flag.DP_COMPLAINT: "It may complain about how personal data were used (the law sets a day to acknowledge it)",
    Flag.FOI: "It may be a freedom-of-information request (the law sets its last day)",
}
"""Flags on which a person decides before anything is drafted, most pressing first."""


def level_of(seen: Seen, outcome: TriageOutcome, reason: str) -> tuple[Level, str]:
    """How soon somebody must look, and why, in words for the office. Plain is the exception that must be earned."""
    if outcome is TriageOutcome.ALERT:
        return _of_danger(seen, reason)
    report = seen.report
    if outcome in {TriageOutcome.CLEAR, TriageOutcome.CONFLICT} or report.robot or report.is_bounce:
        return Level.PLAIN, reason
    if seen.is_bulk:
        return Level.PLAIN, reason
    if told := seen.likeness.told:
        return Level.RED, f"{told[:1].upper()}{told[1:]}."
    if why := read_today(report, seen.told.names):
        return Level.AMBER, f"Read it today: {why}."
    if outcome is TriageOutcome.NO_REPORT and (more := beside_thanks(report)):
        return Level.AMBER, f'Read it today: beside the thanks it says "{more}".'
    if outcome in {TriageOutcome.NO_REPORT, TriageOutcome.COMPLAINT}:
        return Level.PLAIN, reason
    if outcome is TriageOutcome.HOLD and any(one.flag in ASKS for one in seen.flags):
        return Level.PLAIN, reason
    if report.form.is_form and is_english(report) and not why_amber(seen.told):
        return Level.PLAIN, reason
    return Level.AMBER, f"Read it today: {reason[:1].lower()}{reason[1:]}"


def _of_danger(seen: Seen, reason: str) -> tuple[Level, str]:
    """Red, or amber where nothing beside the words that a clause tells reads like a danger."""
    if not seen.may_wait:
        return Level.RED, reason
    first = next(one for one in seen.flags if one.flag in STOPS)
    what = f'some words may be about {MAY_BE[first.flag]} ("{first.words}")'
    return Level.AMBER, f"Read it today: {what}, though the whole email reads like no danger."
