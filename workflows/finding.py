"""Every email, case and log that names a person: for somebody who asks what the school holds about them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from ..ground.errors import LetterladderError, Problem
from ..ground.moments import LONDON
from ..rules.cases.events import CaseOpened, Entry
from ..rules.mails.mail_log import MailRow
from ..rules.people.people import Adult, PeopleRegister
from ..rules.people.searching import search_adults
from ..rules.privacy.named_in import How, Ways, ways_of, ways_typed
from ..rules.texts.report import Report
from ..rules.words import Verdict
from .known_emails import read_again, rows_of
from .office import Office

MOST_PEOPLE = 20
"""Adults who fit what was typed; more, and it is too little to search everything for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Who is searched for: the adults of the register who fit; nobody where only the words themselves are sought."""

    typed: str
    adults: tuple[Adult, ...] = ()
    ways: Mapping[str, Ways] = field(default_factory=dict)
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is named.

    Attributes:
        kind: "email", "case", or the name of a log of the office.
        id: of the email its first characters, of a case its reference.
        on: the day of it, in England; None where it has none.
        ref: the case that an email is on, "" for none.
        subject: of an email.
        where: the parts in which they are named: "sender", "subject", "text", "line 4".
        how: by what, the surest first.
        whom: the numbers of the adults; empty where the words that were typed are sought.
    """

    kind: str
    id: str
    on: date | None
    where: tuple[str, ...]
    how: tuple[How, ...]
    whom: tuple[str, ...] = ()
    ref: str = ""
    subject: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether nobody else of the same surname may be meant."""
        return any(one.is_sure for one in self.how)


def sought(people: PeopleRegister, typed: str) -> Sought:
    """Who is meant by what was typed: a name, a child's, an address, an email address, a number."""
    found, count = search_adults(typed, people, most=MOST_PEOPLE)
    ways = {one.person_id: ways_of(one, people.pupils_of(one.person_id)) for one in found}
    return Sought(
        typed=typed,
        adults=tuple(found),
        ways=ways or {"": ways_typed(typed)},
        more=count - len(found),
    )


def places_naming(
    office: Office, wanted: Sought, tell: Callable[[int, int], None]
) -> Iterator[Place | Problem]:
    """Every place, emails first; what cannot be read is told as a problem, and the rest goes on.

    Args:
        office: the school.
        wanted: who is sought.
        tell: is told how many emails were read, of how many.
    """
    rows = [row for row in rows_of(office).values() if row.verdict is not Verdict.DUPLICATE]
    rows.sort(key=lambda row: (row.seen.received is None, row.seen.received))
    for number, row in enumerate(rows, start=1):
        yield from _told(f"email {row.seen.sha256[:12]}", lambda row=row: _in_email(office, row, wanted))  # type: ignore[misc]
        tell(number, len(rows))
    for ref in office.cases.refs():
        yield from _told(ref, lambda ref=ref: _in_case(ref, office.cases.read(ref), wanted))  # type: ignore[misc]
    logs = {"requests": office.requests, "agreements": office.agreements}
    for name, log in logs.items():
        yield from _told(
            f"the log of {name}",
            lambda name=name, log=log: _in_log(name, log.entries(), wanted),  # type: ignore[misc]
        )


def _told(where: str, look: Callable[[], Iterable[Place]]) -> Iterator[Place | Problem]:
    try:
        yield from list(look())
    except LetterladderError as error:
        yield from error.problems
    except OSError as error:
        do = "See what `verify` says of it; look into it by hand."
        yield Problem(where=where, what=f"It cannot be read: {error.strerror or error}.", what_to_do=do)


def _in_email(office: Office, row: MailRow, wanted: Sought) -> Iterator[Place]:
    report = read_again(office, row)
    found = _named(wanted, list(_parts(report)))
    if found:
        yield Place(
            kind="email",
            id=row.seen.sha256[:12],
            on=row.seen.received.astimezone(LONDON).date() if row.seen.received else None,
            ref=row.judged.ref if row.judged else "",
            subject=report.subject,
            where=found.where,
            how=found.how,
            whom=found.whom,
        )


def _parts(report: Report) -> Iterator[tuple[str, str]]:
    yield "sender", f"{report.from_name} {report.from_address} {report.reply_to}"
    yield "recipients", " ".join(report.to)
    yield "subject", report.subject
    yield "text", f"{report.text}\n{report.unshown}"
    yield "email inside it", "\n".join((*report.forwarded, report.unshown_inside))
    for one in report.attachments:
        yield f"file {one.original_name or one.name}", f"{one.original_name}\n{one.text}"


def _in_case(ref: str, entries: Sequence[Entry], wanted: Sought) -> Iterator[Place]:
    opened = next((one.event for one in entries if isinstance(one.event, CaseOpened)), None)
    about = opened.adult if opened else ""
    parts = [(f"line {one.seq}", "\n".join(_texts(msgspec.to_builtins(one.event)))) for one in entries]
    found = _named(wanted, parts)
    is_about = bool(about) and about in wanted.ways
    if found or is_about:
        where = (*(["the adult of the case"] if is_about else []), *(found.where if found else ()))
        how = tuple(
            one for one in How if one in {*(found.how if found else ()), *([How.FULL] if is_about else [])}
        )
        whom = tuple(dict.fromkeys([*([about] if is_about else []), *(found.whom if found else ())]))
        day = entries[0].at.astimezone(LONDON).date() if entries else None
        yield Place(kind="case", id=ref, ref=ref, on=day, where=where, how=how, whom=whom)


def _in_log(name: str, entries: Iterable[object], wanted: Sought) -> Iterator[Place]:
    for entry in entries:
        told = msgspec.to_builtins(entry)
        text = "\n".join(_texts(told.get("event")))
        found = _named(wanted, [(f"line {told.get('seq')}", text)])
        by_id = tuple(one for one in wanted.ways if one and _is_line_of(one, text))
        if found or by_id:
            how = found.how if found else (How.FULL,)
            whom = tuple(dict.fromkeys([*by_id, *(found.whom if found else ())]))
            day = date.fromisoformat(str(told.get("at"))[:10])
            yield Place(
                kind=name,
                id=str(told.get("seq")),
                on=day,
                where=(f"line {told.get('seq')}",),
                how=how,
                whom=whom,
            )


def _is_line_of(word: str, text: str) -> bool:
    """Whether a number of the register is one of the lines of a log."""
    return word in text.split("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    where: tuple[str, ...]
    how: tuple[How, ...]
    whom: tuple[str, ...]


def _named(wanted: Sought, parts: Sequence[tuple[str, str]]) -> _Found | None:
    where: dict[str, None] = {}
    hows: set[How] = set()
    whom: dict[str, None] = {}
    for name, text in parts:
        for person, ways in wanted.ways.items():
            if text and (found := ways.found_in(text)):
                where[name] = None
                hows |= {*found}
                if person:
                    whom[person] = None
    if not where:
        return None
    return _Found(where=tuple(where), how=tuple(one for one in How if one in hows), whom=tuple(whom))


def _texts(value: object) -> Iterator[str]:
    """Every text of an event, wherever it is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
