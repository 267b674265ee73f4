"""What a report is and who is meant: one tree of questions, the dangerous ones first. It proposes; people decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..cases.events import Fact, FlagSeen
from ..mails.mail_log import Proposal, Suggestion
from ..people.conflict import NO_STAFF, Staff, conflict_of, is_pupils_own
from ..people.people import PeopleRegister
from ..policies.policy import Police, Policy
from ..texts.readable import is_bulletin, is_english, is_thanks, says_nothing
from ..texts.report import TOO_LONG, Report
from ..words import STOPS, Flag, Level
from .cues import CueSeen, propose_conduct
from .facts import fact_of
from .flags import flags_of, grave_words, spoof_of
from .matching import exact_adult, is_the_adults_own, named_in, pupils_of_report, suggest_adults
from .requests import children_of

ASKS = {
    Flag.SOLICITOR: "It comes from, or mentions, a solicitor",
    Flag.SAR: "It may ask for personal data (a subject access request; one calendar month)",
    Flag.DP_COMPLAINT: "It may complain about how personal data were used (acknowledge within 30 days)",
    Flag.FOI: "It may be a freedom-of-information request (20 school days)",
}
"""Flags on which a person decides before anything is drafted, most pressing first."""


class TriageOutcome(StrEnum):
    """What a report is, and so what may happen next."""

    CLEAR = "clear"
    ALERT = "alert"
    ADULT_UNKNOWN = "adult-unknown"
    CONDUCT_UNCLEAR = "conduct-unclear"
    COMPLAINT = "complaint"
    NO_REPORT = "no-report"
    HOLD = "hold"
    CONFLICT = "conflict"


_LEVELS = {
    TriageOutcome.ALERT: Level.RED,
    TriageOutcome.CLEAR: Level.PLAIN,
    TriageOutcome.NO_REPORT: Level.PLAIN,
    TriageOutcome.COMPLAINT: Level.PLAIN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """The answer for one report.

    Attributes:
        reason: one plain sentence for the office.
        adult: The adult's person_id meant, only where that is beyond doubt; pupils are theirs.
        conduct: ids of the policy; `cues` holds the words that led to each.
        missing: what a person must supply before the report can go on: "adult", "conduct".
        ref: the adult's open case, where there is one: the report belongs to it, no new first letter.
    """

    outcome: TriageOutcome
    reason: str
    adult: str = ""
    pupils: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    fact: Fact = field(default_factory=Fact)
    flags: tuple[FlagSeen, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    missing: tuple[str, ...] = ()
    cues: tuple[CueSeen, ...] = ()
    ref: str = ""
    level: Level = Level.AMBER
    why_level: str = ""

    @property
    def proposed(self) -> tuple[Proposal, ...]:
        """The kinds of conduct that may fit, the likeliest first, each with its words."""
        return tuple(Proposal(conduct=cue.conduct, words=cue.words) for cue in self.cues)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """All that was found in a report, before it is judged."""

    report: Report
    register: PeopleRegister
    policy: Policy
    staff: Staff
    flags: tuple[FlagSeen, ...]
    suggestions: tuple[Suggestion, ...]
    cues: tuple[CueSeen, ...]
    open_cases: Mapping[str, str]

    @property
    def adult(self) -> str:
        return exact_adult(self.suggestions)

    @property
    def conduct(self) -> tuple[str, ...]:
        return tuple(cue.conduct for cue in self.cues)

    def has(self, *flags: Flag) -> bool:
        return any(seen.flag in flags for seen in self.flags)


def triage(
    report: Report,
    register: PeopleRegister,
    policy: Policy,
    open_cases: Mapping[str, str],
    *,
    staff: Staff = NO_STAFF,
) -> Triage:
    """Judge one report. Answers, bounces and duplicates are known and filed before this is asked.

    Args:
        report: the email as values.
        register: the people who may be meant.
        policy: names the kinds of conduct, their cues, and which of them go to the police.
        open_cases: the reference of the open case of each adult who has one.
        staff: who the school's own people are; without it forgeries and conflicts cannot be told.
    """
    seen = _look(report, register, policy, open_cases=open_cases, staff=staff)
    outcome, reason = _judge(seen)
    return _triaged(seen, outcome, reason)


def _look(
    report: Report, register: PeopleRegister, policy: Policy, *, open_cases: Mapping[str, str], staff: Staff
) -> _Seen:
    suggestions = suggest_adults(report, register)
    cues = propose_conduct(report, policy, named_in(report, register, suggestions, staff.all_names))
    spoof = spoof_of(report, staff.own_domains)
    police = () if _is_bulk(report, suggestions, staff) else _police_flags(cues, policy)
    return _Seen(
        report=report,
        register=register,
        policy=policy,
        staff=staff,
        flags=_joined(
            (*flags_of(report, children_of(report, register)), *police, *((spoof,) if spoof else ()))
        ),
        suggestions=suggestions,
        cues=cues,
        open_cases=open_cases,
    )


def _police_flags(cues: tuple[CueSeen, ...], policy: Policy) -> tuple[FlagSeen, ...]:
    """Conduct that the policy always takes to the police stops the ladder like danger does."""
    return tuple(
        FlagSeen(flag=Flag.DANGER, words=cue.words)
        for cue in cues
        if policy.conduct[cue.conduct].police is Police.ALWAYS
    )


def _joined(flags: tuple[FlagSeen, ...]) -> tuple[FlagSeen, ...]:
    """One of each flag, the first found."""
    first: dict[Flag, FlagSeen] = {}
    for seen in flags:
        first.setdefault(seen.flag, seen)
    return tuple(first[flag] for flag in Flag if flag in first)


def _judge(seen: _Seen) -> tuple[TriageOutcome, str]:
    """The tree: no person wrote it, danger, doubtful senders, no report at all, who, what, who decides."""
    report = seen.report
    if report.robot or report.is_bounce:
        return (
            TriageOutcome.NO_REPORT,
            f"A machine wrote this: {report.robot or 'an email was not delivered'}.",
        )
    if _is_bulk(report, seen.suggestions, seen.staff):
        return TriageOutcome.NO_REPORT, "It is a circular to many readers; nobody in the register is named."
    if stops := [one for one in seen.flags if one.flag in STOPS]:
        return TriageOutcome.ALERT, f'Stop: {stops[0].flag.value}, from the words "{stops[0].words}".'
    if held := _held(seen):
        return TriageOutcome.HOLD, held
    if nothing := _nothing_reported(seen):
        return nothing
    if not seen.adult:
        return TriageOutcome.ADULT_UNKNOWN, _who(seen)
    conflict = conflict_of(report, seen.register.adults[seen.adult], seen.staff)
    if grave := grave_words(report):
        return TriageOutcome.CONDUCT_UNCLEAR, f'Read it first, it says "{grave}". {conflict}'.strip()
    if conflict:
        return TriageOutcome.CONFLICT, conflict
    if unclear := _unclear(seen):
        return TriageOutcome.CONDUCT_UNCLEAR, unclear
    return TriageOutcome.CLEAR, f"Clear: {_chosen(seen).why}; {_titles(seen)}."


def _is_bulk(report: Report, suggestions: tuple[Suggestion, ...], staff: Staff) -> bool:
    return not suggestions and not staff.is_own(report.from_address) and is_bulletin(report)


def _held(seen: _Seen) -> str:
    """Why a person must decide what the email is before anything else, or ""."""
    report = seen.report
    if seen.has(Flag.SPOOF):
        return (
            "The sender's address is the school's, but the receiving server says it was not sent from there."
        )
    if is_pupils_own(report.from_address, seen.staff):
        return "A pupil wrote this: the DSL sees it, and no automatic reply is sent."
    if TOO_LONG in report.faults:
        return f"{TOO_LONG} Somebody must read it first."
    for flag, why in ASKS.items():
        if found := next((one for one in seen.flags if one.flag is flag), None):
            return f'{why}: "{found.words}".'
    own = [ref for adult, ref in seen.open_cases.items() if is_the_adults_own(report, seen.register, adult)]
    if own and not seen.adult:
        return f"It comes from the adult of {own[0]}: somebody must say whether it is an answer."
    if not seen.suggestions and not seen.cues and says_nothing(report):
        return "The email itself says almost nothing; look at the attachments."
    return ""


def _nothing_reported(seen: _Seen) -> tuple[TriageOutcome, str] | None:
    """A grievance, or thanks, where nobody is named as having posted anything."""
    if seen.suggestions or seen.report.form.is_form:
        return None
    fact = fact_of(seen.report)
    if seen.has(Flag.COMPLAINT) and (not seen.cues or not (fact.platform or fact.link)):
        return (
            TriageOutcome.COMPLAINT,
            "It complains about the school; no post is reported. The complaints procedure applies.",
        )
    if not seen.cues and is_thanks(seen.report):
        return TriageOutcome.NO_REPORT, "It thanks or praises; nothing is reported."
    return None


def _who(seen: _Seen) -> str:
    count = len(seen.suggestions)
    if not count:
        return "Nobody in the people register is recognised as the adult concerned."
    if count == 1:
        return f"It may be about one adult, but that is not certain: {seen.suggestions[0].why}."
    return f"{count} adults may be concerned."


def _unclear(seen: _Seen) -> str:
    """Why a person must say what kind of conduct it is, or ""."""
    if not is_english(seen.report):
        return "The report is not in English; somebody must read it and say what it is about."
    if not seen.cues:
        return "The adult is known; none of the policy's kinds of conduct is recognised."
    grave = [cue for cue in seen.cues if not seen.policy.conduct[cue.conduct].ordinary]
    if grave:
        return f'"{seen.policy.conduct[grave[0].conduct].title}" is for somebody to judge first ("{grave[0].words}").'
    return ""


def _chosen(seen: _Seen) -> Suggestion:
    return next(one for one in seen.suggestions if one.exact)


def _titles(seen: _Seen) -> str:
    return " and ".join(seen.policy.conduct[cue.conduct].title for cue in seen.cues)


def _triaged(seen: _Seen, outcome: TriageOutcome, reason: str) -> Triage:
    adult = seen.adult
    told = outcome not in {TriageOutcome.NO_REPORT, TriageOutcome.COMPLAINT}
    missing = [("adult", not adult), ("conduct", not seen.cues or outcome is TriageOutcome.CONDUCT_UNCLEAR)]
    return Triage(
        outcome=outcome,
        reason=reason,
        adult=adult if told else "",
        pupils=pupils_of_report(seen.report, seen.register, adult) if told and adult else (),
        conduct=seen.conduct if told else (),
        fact=fact_of(seen.report, seen.cues),
        flags=seen.flags,
        suggestions=seen.suggestions,
        missing=tuple(
            what for what, lacks in missing if lacks and told and outcome is not TriageOutcome.CLEAR
        ),
        cues=seen.cues,
        ref=seen.open_cases.get(adult, "") if adult else "",
        level=_LEVELS.get(outcome, Level.AMBER),
        why_level=reason,
    )
