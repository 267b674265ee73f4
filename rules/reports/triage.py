"""What a report is and who is meant: one tree of questions, the dangerous ones first. It proposes; people decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...ground.values import replace
from ..cases.events import Fact, FlagSeen
from ..mails.mail_log import Proposal, Suggestion
from ..people.conflict import NO_STAFF, Staff, conflict_of, is_pupils_own
from ..people.people import PeopleRegister
from ..policies.policy import Policy
from ..texts.readable import NEXT_TO_NOTHING, is_english, is_thanks, says_nothing, unread_in
from ..texts.report import TOO_LONG, Report
from ..words import STOPS, Flag, Level, ReporterKind
from .clear import Told, tells_by_itself, titles, understood
from .cues import CueSeen, propose_conduct
from .deeds import STOPPING_DEEDS, deeds_of
from .facts import fact_of
from .flags import said_now, spoof_of
from .kinds_like import kinds_seen, offered
from .learned import Learned, all_learned
from .levels import ASKS, level_of
from .likeness import likeness_of
from .matching import (
    is_the_adults_own,
    mentioned_in,
    named_in,
    names_of,
    pupils_of_report,
    suggest_adults,
    writers_of,
)
from .outcomes import TriageOutcome
from .proposing import propose
from .reporters import WHY_NOT
from .requests import children_of
from .seen import Seen
from .settling import settled
from .urgency import alarms_of

__all__ = ["Triage", "TriageOutcome", "triage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """The answer for one report.

    Attributes:
        reason: one plain sentence for the office.
        adult: The adult's person_id meant, only where that is beyond doubt; pupils are theirs.
        conduct: the id of the policy that a letter may be about; empty where a person must say which it is.
        proposed: the kinds of conduct that may fit, the likeliest first, each with its words; for a person.
        missing: what a person must supply before the report can go on: "adult", "conduct".
        reporter: which kind of reporter sent it; only one of staff makes a draft.
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
    proposed: tuple[Proposal, ...] = ()
    reporter: ReporterKind = ReporterKind.UNKNOWN


def triage(
    report: Report,
    register: PeopleRegister,
    policy: Policy,
    open_cases: Mapping[str, str],
    *,
    staff: Staff = NO_STAFF,
    learned: Learned | None = None,
) -> Triage:
    """Judge one report. Answers, bounces and duplicates are known and filed before this is asked.

    Args:
        report: the email as values.
        register: the people who may be meant.
        policy: names the kinds of conduct, what each is about, and which of them a person judges first.
        open_cases: the reference of the open case of each adult who has one.
        staff: who the school's own people are; without it forgeries and conflicts cannot be told.
        learned: by which an email reads like a danger, or like a kind of conduct, where it is not what ships.
    """
    seen = _look(report, register, policy, open_cases=open_cases, staff=staff)
    by = learned or all_learned()
    seen = replace(seen, likeness=likeness_of(report, by.danger))
    outcome, reason, conduct = _judge(seen)
    found = _triaged(seen, outcome, reason, conduct)
    if found.conduct:
        return found
    return replace(found, proposed=offered(found.proposed, kinds_seen(report, by.kinds), policy))


def _look(
    report: Report, register: PeopleRegister, policy: Policy, *, open_cases: Mapping[str, str], staff: Staff
) -> Seen:
    mentioned = mentioned_in(report, register)
    suggestions = suggest_adults(report, register, mentioned)
    cues = propose_conduct(report, policy, named_in(mentioned, register, suggestions, staff.all_names))
    spoof = spoof_of(report, staff.own_domains)
    names = names_of(mentioned, register, suggestions, staff.all_names, writers=writers_of(report, register))
    own = staff.is_own(report.from_address) or register.lists_as_staff(report.from_address)
    deeds = deeds_of(report, names, from_staff=own)
    offends = tells_by_itself(deeds)
    suggestions = settled(report, register, staff, suggestions, offends=offends)
    fact = fact_of(report, cues)
    told = Told(
        report=report,
        register=register,
        policy=policy,
        staff=staff,
        names=names,
        deeds=deeds,
        cues=cues,
        proposed=propose(deeds, cues, policy),
        place=fact.platform or fact.place,
        day=fact.posted_on or fact.happened_on,
    )
    flags = _joined(
        (
            *alarms_of(report, names),
            *said_now(report, children_of(report, register)),
            *((spoof,) if spoof else ()),
        )
    )
    return Seen(
        told=told,
        flags=flags,
        suggestions=suggestions,
        mentioned=mentioned,
        fact=fact,
        open_cases=open_cases,
    )


def _joined(flags: tuple[FlagSeen, ...]) -> tuple[FlagSeen, ...]:
    """One of each flag, the first found."""
    first: dict[Flag, FlagSeen] = {}
    for seen in flags:
        first.setdefault(seen.flag, seen)
    return tuple(first[flag] for flag in Flag if flag in first)


def _judge(seen: Seen) -> tuple[TriageOutcome, str, tuple[str, ...]]:
    """The tree: no person wrote it, danger, doubtful senders, no report at all, who, what, who decides.

    With the outcome and its reason comes the conduct that a letter may be about.
    """
    report, told = seen.report, seen.told
    if stopped := _stopped(seen):
        return *stopped, _surely(seen)
    if held := _held(seen):
        return TriageOutcome.HOLD, held, ()
    if nothing := _nothing_reported(seen):
        return *nothing, ()
    if not seen.adult:
        kind = understood(told).conduct
        return TriageOutcome.ADULT_UNKNOWN, _who(seen), (kind,) if kind else ()
    adult = told.register.adults[seen.adult]
    conflict = conflict_of(report, adult, told.staff)
    if not is_english(report):
        why = "The report is not in English; somebody must read it and say what it is about."
        return TriageOutcome.CONDUCT_UNCLEAR, f"{why} {conflict}".strip(), ()
    known = understood(told)
    by_role = not any(one.named for one in told.deeds)
    if adult.address_is_confidential and by_role and not known.why_not:
        why = "The adult is known; read it first: their address is confidential."
        return TriageOutcome.CONDUCT_UNCLEAR, f"{why} {conflict}".strip(), ()
    if why_not := known.why_not or seen.likeness.told:
        why = f"The adult is known; read it first: {why_not}."
        return TriageOutcome.CONDUCT_UNCLEAR, f"{why} {conflict}".strip(), ()
    named = told.policy.conduct[known.conduct]
    if not named.ordinary:
        why = f'"{named.title}" is for somebody to judge first ("{told.proposed[0].words}"). {conflict}'
        return TriageOutcome.CONDUCT_UNCLEAR, why.strip(), ()
    if why_not := WHY_NOT.get(seen.reporter, ""):
        why = f"The adult is known; read it first: {why_not}. {conflict}"
        return TriageOutcome.CONDUCT_UNCLEAR, why.strip(), (known.conduct,)
    if conflict:
        return TriageOutcome.CONFLICT, conflict, (known.conduct,)
    reason = f"Clear: {_chosen(seen).why}; {titles((known.conduct,), told.policy)}."
    return TriageOutcome.CLEAR, reason, (known.conduct,)


def _surely(seen: Seen) -> tuple[str, ...]:
    """The kind of conduct that a stopped case is about: what the alarm tells of, or the only one that may fit."""
    told = seen.told
    alarms = {STOPPING_DEEDS[deed]: deed for deed in STOPPING_DEEDS}
    deeds = {alarms[one.flag] for one in seen.flags if one.flag in alarms}
    for one in told.proposed:
        if deeds & {deed for deed, _ in told.policy.conduct[one.conduct].deeds}:
            return (one.conduct,)
    return (told.proposed[0].conduct,) if len(told.proposed) == 1 else ()


def _stopped(seen: Seen) -> tuple[TriageOutcome, str] | None:
    """Where no person wrote it, or somebody may be in danger."""
    report = seen.report
    if report.robot or report.is_bounce:
        what = report.robot or "an email was not delivered"
        return TriageOutcome.NO_REPORT, f"A machine wrote this: {what}."
    if stops := [one for one in seen.flags if one.flag in STOPS]:
        return TriageOutcome.ALERT, f'Stop: {stops[0].flag.value}, from the words "{stops[0].words}".'
    if seen.is_bulk:
        return TriageOutcome.NO_REPORT, "It is a circular to many readers; nobody in the register is named."
    return None


def _held(seen: Seen) -> str:
    """Why a person must decide what the email is before anything else, or ""."""
    report, register = seen.report, seen.told.register
    if seen.has(Flag.SPOOF):
        return (
            "The sender's address is the school's, but the receiving server says it was not sent from there."
        )
    if is_pupils_own(report.from_address, seen.told.staff):
        return "A pupil wrote this: the DSL sees it, and no automatic reply is sent."
    if TOO_LONG in report.faults:
        return f"{TOO_LONG} Somebody must read it first."
    for flag, why in ASKS.items():
        if found := next((one for one in seen.flags if one.flag is flag), None):
            return f'{why}: "{found.words}".'
    own = [ref for adult, ref in seen.open_cases.items() if is_the_adults_own(report, register, adult)]
    if own and not seen.adult:
        return f"It comes from the adult of {own[0]}: somebody must say whether it is an answer."
    if not seen.suggestions and not seen.told.cues and says_nothing(report):
        look = next(unread_in(report, NEXT_TO_NOTHING), "look at the attachments")
        return f"The email itself says almost nothing; {look}."
    return ""


def _nothing_reported(seen: Seen) -> tuple[TriageOutcome, str] | None:
    """A grievance, or thanks, where nobody is named as having posted anything."""
    if seen.suggestions or seen.report.form.is_form:
        return None
    told = seen.told
    if seen.has(Flag.COMPLAINT) and (not told.cues or not (seen.fact.platform or seen.fact.link)):
        return (
            TriageOutcome.COMPLAINT,
            "It complains about the school; no post is reported. The complaints procedure applies.",
        )
    if not told.cues and is_thanks(seen.report):
        return TriageOutcome.NO_REPORT, "It thanks or praises; nothing is reported."
    return None


def _who(seen: Seen) -> str:
    count = len(seen.suggestions)
    if not count:
        return "Nobody in the people register is recognised as the adult concerned."
    if count == 1:
        return f"It may be about one adult, but that is not certain: {seen.suggestions[0].why}."
    return f"{count} adults may be concerned."


def _chosen(seen: Seen) -> Suggestion:
    return next(one for one in seen.suggestions if one.exact)


def _triaged(seen: Seen, outcome: TriageOutcome, reason: str, conduct: tuple[str, ...]) -> Triage:
    told = seen.told
    # Of what somebody asks for, or what is forged, the person named in it is no more than a suggestion.
    adult = "" if outcome is TriageOutcome.HOLD else seen.adult
    tells = outcome not in {TriageOutcome.NO_REPORT, TriageOutcome.COMPLAINT}
    missing = [("adult", not adult), ("conduct", not conduct)]
    level, why = level_of(seen, outcome, reason)
    return Triage(
        outcome=outcome,
        reason=reason,
        adult=adult if tells else "",
        pupils=pupils_of_report(seen.report, told.register, adult, seen.mentioned) if tells and adult else (),
        conduct=conduct if tells else (),
        fact=seen.fact,
        flags=seen.flags,
        suggestions=seen.suggestions,
        missing=tuple(
            what for what, lacks in missing if lacks and tells and outcome is not TriageOutcome.CLEAR
        ),
        cues=told.cues,
        ref=seen.open_cases.get(adult, "") if adult else "",
        level=level,
        why_level=why,
        proposed=told.proposed,
        reporter=seen.reporter,
    )
