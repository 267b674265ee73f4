"""The fold of what was reported and how it was triaged."""

from typing import assert_never

from msgspec.structs import replace

from ...ground.moments import local_day
from .case import Case, Reported
from .events import (
    AlertRaised,
    AlertSent,
    CaseOpened,
    Entry,
    EvidenceKept,
    FieldsGiven,
    MailAttached,
    MailMoved,
    ReportReceived,
    Triaged,
)

ReportEvents = (
    CaseOpened
    | ReportReceived
    | EvidenceKept
    | MailAttached
    | MailMoved
    | Triaged
    | AlertRaised
    | AlertSent
    | FieldsGiven
)


def after_report_event(case: Case, event: ReportEvents, entry: Entry) -> Case:
    """The case after a report, a mail, a triage, an alert, or fields that a person supplied."""
    match event:
        case CaseOpened():
            return replace(
                case,
                adult=event.adult,
                adult_name=event.adult_name,
                school=event.school,
                opened_at=entry.at,
            )
        case ReportReceived():
            return replace(
                case,
                mails=case.mails | {event.mail},
                facts=(*case.facts, _reported(event, entry)),
                flags=(*case.flags, *event.flags),
            )
        case MailMoved():
            return _moved(case, event)
        case MailAttached():
            return replace(case, mails=case.mails | {event.mail}, flags=(*case.flags, *event.flags))
        case Triaged():
            return _after_triage(case, event)
        case AlertRaised():
            return _alerted(case, event)
        case AlertSent():
            sent = {event.message_id}
            return replace(case, told=case.told | sent, untold=case.untold - sent)
        case FieldsGiven():
            known = dict(case.fields.get(event.letter, {}))
            fields = {**case.fields, event.letter: {**known, **event.fields}}
            return replace(case, fields=fields, blocked=None)
        case EvidenceKept():
            return replace(case, kept=(*case.kept, (event.original_name, event.sha256)))
        case _:
            assert_never(event)


def _alerted(case: Case, event: AlertRaised) -> Case:
    own = {event.message_id}
    return replace(
        case,
        alert=(*case.alert, *event.flags),
        clear=False,
        sent_ids=case.sent_ids | own,
        # An older line has no `to`: nobody noted then whether its alert left.
        untold=case.untold | own if event.to else case.untold,
    )


def _reported(event: ReportReceived, entry: Entry) -> Reported:
    return Reported(seq=entry.seq, day=local_day(event.received), fact=event.fact, mail=event.mail)


def _moved(case: Case, event: MailMoved) -> Case:
    """What a mail reported counts no more on the case that it left."""
    if event.from_ref != case.ref:
        return case
    return replace(
        case,
        mails=case.mails - {event.mail},
        facts=tuple(one for one in case.facts if one.mail != event.mail),
    )


def _after_triage(case: Case, event: Triaged) -> Case:
    """A triage replaces the earlier one; clearing it by name also ends an alert."""
    return replace(
        case,
        pupils=tuple(event.pupils),
        conduct=tuple(event.conduct),
        clear=event.clear,
        alternate=event.alternate,
        blocked=None,
        alert=() if event.clear else case.alert,
        adult=event.adult or case.adult,
        adult_name=event.adult_name or case.adult_name,
    )
