"""The cards of the in-tray as plain values: what a person must know of an email to decide on it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from ..rules.cases.event_values import Fact
from ..rules.mails.assist_told import told_of_machine
from ..rules.mails.card_words import reporter_words
from ..rules.mails.earlier_mails import NONE, Earlier, address_of, by_sender, earlier_mails
from ..rules.mails.mail_log import MailRow, Suggestion
from ..rules.mails.mail_rows import level_of
from ..rules.mails.telling import is_waiting, read_by
from ..rules.people.family import children_named, is_of_family
from ..rules.people.people import PeopleRegister
from ..rules.people.school import School
from ..rules.texts.readable import FEWEST, NEXT_TO_NOTHING, UNTYPED, picture_alone
from ..rules.texts.report import Report
from ..rules.words import STOPS, Level, Verdict

Plain = dict[str, Any]
_LEVELS = list(Level)


def in_tray(rows: Iterable[MailRow]) -> list[MailRow]:
    """The emails that wait for a person: red first, then amber, then plain, each oldest first."""
    waiting = [row for row in rows if row.verdict is Verdict.INTRAY]
    return sorted(waiting, key=lambda row: (_LEVELS.index(level_of(row)), row.seen.received))


def with_earlier(
    waiting: Iterable[MailRow], rows: Mapping[tuple[str, str], MailRow]
) -> list[tuple[MailRow, Earlier]]:
    """These emails, each with what its sender wrote before."""
    senders = by_sender(rows.values())
    return [(row, earlier_mails(row, senders[address_of(row.seen.sender)])) for row in waiting]


def intray_row(row: MailRow, school: School, earlier: Earlier = NONE) -> Plain:
    """One email that needs a person, from the log of emails alone; `earlier` is what its sender wrote before."""
    judged = row.judged
    return {
        "mail": row.seen.sha256[:12],
        "subject": row.seen.subject,
        "from": row.seen.sender,
        "reason": judged.reason if judged else "not judged yet",
        "missing": list(judged.missing) if judged else [],
        "suggestions": [
            {"adult": one.adult, "why": one.why, "exact": one.exact}
            for one in (judged.suggestions if judged else [])
        ],
        "flags": sorted({str(seen.flag) for seen in judged.flags}) if judged else [],
        "flag_words": [f"{seen.flag}: {seen.words}" for seen in judged.flags] if judged else [],
        "received": row.seen.received.isoformat(),
        "level": str(level_of(row)),
        "why_level": judged.why_level if judged else "",
        "proposed": _proposed(row, school),
        "machine": told_of_machine(row),
        "fact": _fact(row),
        "pupils": list(judged.pupils) if judged else [],
        "told": _told(row, school),
        "taken_by": row.taken_by,
        "taken_at": _moment(row.taken_at),
        "read_by": _moment(read_by(row)) if is_waiting(row) else None,
        "old": row.seen.old,
        "earlier": _earlier(earlier),
    }


def _earlier(earlier: Earlier) -> Plain:
    last = [
        {
            "mail": one.sha256[:12],
            "received": one.received.isoformat(),
            "verdict": str(one.verdict),
            "ref": one.ref,
        }
        for one in earlier.last
    ]
    return {"count": earlier.count, "last": last}


def _proposed(row: MailRow, school: School) -> list[Plain]:
    known = school.policy.conduct
    return [
        {
            "conduct": one.conduct,
            "title": known[one.conduct].title if one.conduct in known else one.conduct,
            "words": one.words,
            "why": one.why,
        }
        for one in (row.judged.proposed if row.judged else [])
    ]


def _fact(row: MailRow) -> dict[str, str]:
    fact = row.judged.fact if row.judged else None
    return {name: getattr(fact, name) if fact else "" for name in Fact.__struct_fields__}


def _told(row: MailRow, school: School) -> list[Plain]:
    return [
        {
            "at": one.at.isoformat(),
            "sent_at": _moment(one.sent_at),
            "level": str(one.event.level),
            "to": list(one.event.to),
            "names": [_name(school, address) for address in one.event.to],
            "stage": one.event.stage,
            "read_by": _moment(one.event.read_by),
        }
        for one in row.told
    ]


def _name(school: School, address: str) -> str:
    holder = school.holder_at(address)
    return holder.name if holder else address


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


class Gist(msgspec.Struct, frozen=True, kw_only=True):
    """What a card takes from the email itself, by the register of then.

    Attributes:
        files: of each attachment its name, its media type, and its bytes.
        alone: the picture beside which hardly anything is typed; "" where there is none.
        bare: the same where not even a few words are.
        faults: what could not be read of it.
        children: pupils of the register whom its words name, by the register's key.
    """

    files: tuple[tuple[str, str, int], ...] = ()
    alone: str = ""
    bare: str = ""
    faults: tuple[str, ...] = ()
    children: frozenset[str] = frozenset()


def gist_of(report: Report, people: PeopleRegister) -> Gist:
    """What a card takes from this email."""
    told = " \n ".join((report.subject, report.form.what if report.form.is_form else report.own_words))
    alone, bare = (picture_alone(report, fewest) for fewest in (NEXT_TO_NOTHING, FEWEST))
    return Gist(
        files=tuple(
            (file.original_name or file.name, file.media_type, len(file.content)) for file in report.evidence
        ),
        alone=alone.name if alone else "",
        bare=bare.name if bare else "",
        faults=tuple(report.faults),
        children=frozenset(children_named(told, people)),
    )


def card(
    row: MailRow,
    report: Report | None,
    school: School,
    people: PeopleRegister,
    *,
    earlier: Earlier = NONE,
) -> Plain:
    """One card of an email that was read; `report` is None where its original cannot be read. See `card_from`."""
    return card_from(row, gist_of(report, people) if report else None, school, people, earlier=earlier)


def card_from(
    row: MailRow,
    gist: Gist | None,
    school: School,
    people: PeopleRegister,
    *,
    earlier: Earlier = NONE,
) -> Plain:
    """One card: the row, and what the email itself and the register add to it.

    Args:
        row: the email.
        gist: what is taken from the email itself; None where its original cannot be read.
        school: whose it is.
        people: the register.
        earlier: what its sender wrote before.
    """
    children = _children(row, gist)
    suggested = row.judged.suggestions if row.judged else []
    return {
        **intray_row(row, school, earlier),
        "sender": reporter_words(row, school, people),
        "suggestions": [_suggestion(one, children, people) for one in suggested],
        "files": [{"name": name, "type": kind, "size": size} for name, kind, size in gist.files]
        if gist
        else [],
        "picture": _picture(row, gist),
        "faults": list(gist.faults) if gist else ["The original of this email cannot be read: run verify."],
    }


def _picture(row: MailRow, gist: Gist | None) -> str:
    """The name of the picture that is all there is of the report; "" where its words were typed."""
    if gist is None:
        return ""
    asked = row.judged is not None and (UNTYPED in row.judged.reason or not row.judged.proposed)
    return gist.alone if asked else gist.bare


def _children(row: MailRow, gist: Gist | None) -> frozenset[str]:
    """The children that the email is about.

    The pupil in a form says whose parent is meant; where a child is in danger it is that child, too.
    """
    judged = row.judged
    if gist is None or judged is None:
        return frozenset()
    grave = any(seen.flag in STOPS for seen in judged.flags)
    return gist.children | frozenset(judged.pupils) if grave else gist.children


def _suggestion(one: Suggestion, children: frozenset[str], people: PeopleRegister) -> Plain:
    adult = people.adults.get(one.adult)
    return {
        "adult": one.adult,
        "why": one.why,
        "exact": one.exact,
        "name": adult.full_name if adult else "",
        "family": bool(adult) and adult is not None and is_of_family(adult, children, people),
    }
