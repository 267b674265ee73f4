"""Before a letter is kept: nobody who reported may be recognised in it, no confidential address read."""

from collections.abc import Iterable, Iterator, Mapping

from ..ground.english import listed
from ..ground.errors import Problem, Refused
from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.cases.events import ReportReceived
from ..rules.letters.compose import Composed, Missing
from ..rules.letters.edited_people import CONFIDENTIAL, holds_confidential
from ..rules.privacy.redaction_terms import Reporter, reporters_of
from ..rules.privacy.reporter_guard import Guard, masked
from ..rules.privacy.reporter_marks import Kept, kept_for
from ..rules.privacy.reporter_traits import (
    apart_from_staff,
    noted_traits,
    register_traits,
    together,
    told_traits,
)
from ..rules.texts.report import Arrival, Report
from .office import Office
from .reporter_notes import notes_of

LEFT_OUT = "(name of the file left out)"
NEVER = "Nobody who reports is ever identified to the adult."


def guard_of(office: Office, case: Case, *also: str) -> Guard:
    """What knows the reporters of this case and of the adult's earlier ones; `also` are lines that may be printed.

    The emails are read again, so that a case that an earlier version opened is guarded as well.
    """
    register = office.people.read()
    subject = register.adults.get(case.adult)
    refs = (case.ref, *case.earlier.refs)
    noted = [one for ref in refs for one in _noted(office, ref)]
    reports = [report for ref in refs for report in reports_of(office, ref)]
    known = together([*map(noted_traits, noted), *map(told_traits, reports)])
    senders = [one.address for one in noted] + [one.from_address for one in reports]
    known = together([known, register_traits(known, senders, register, subject)])
    others, staff = apart_from_staff(known, register.staff_names)
    return Guard(others, kept_of(office, case, *also), staff)


def kept_of(office: Office, case: Case, *also: str) -> Kept:
    """What the letters of this case may print of the adult, their children and the school."""
    register = office.people.read()
    subject = register.adults.get(case.adult)
    return kept_for(subject, register.pupils_of(case.adult), office.school, *also)


def unnamed(office: Office, case: Case, composed: Composed, used: Iterable[str]) -> Composed | Missing:
    """The letter, if no field it prints gives a reporter or a confidential address away; else what is missing.

    The name of a file of evidence was given by who sent it. It is left out: the fingerprint beside it is enough.
    """
    guard = guard_of(office, case, *_addressees(office, composed.letter, composed.fields))
    fields = {**composed.fields, "evidence": _without_names(guard, composed.fields.get("evidence"))}
    printed = {name: fields[name] for name in sorted(used) if name in fields}
    away = _given_away(guard, composed.letter, printed) or _confidential(office, case, composed, printed)
    return away or replace(composed, fields=fields)


def _confidential(
    office: Office, case: Case, composed: Composed, fields: Mapping[str, object]
) -> Missing | None:
    """What is missing where a field holds somebody else's confidential address; it will not be sent again by itself."""
    register = office.people.read()
    kept = kept_of(office, case, *_addressees(office, composed.letter, composed.fields))
    found = [
        name for name, value in fields.items() if holds_confidential(_text(value), register, case.adult, kept)
    ]
    if not found:
        return None
    what = f"This letter would show {CONFIDENTIAL}, of somebody other than the addressee: in {listed(found)}."
    return Missing(letter=composed.letter, fields=tuple(found), what=f"{what} Use other words.")


def _without_names(guard: Guard, evidence: object) -> list[object]:
    rows = evidence if isinstance(evidence, list) else []
    return [{**row, "name": LEFT_OUT} if guard.leaks(_text(row.get("name", ""))) else row for row in rows]


def _given_away(guard: Guard, letter: str, fields: Mapping[str, object]) -> Missing | None:
    found = {name: leaks for name, value in fields.items() if (leaks := guard.leaks(_text(value)))}
    if not found:
        return None
    told = "; ".join(
        f"{name} holds {listed(dict.fromkeys(str(leak.trait) for leak in leaks))}"
        for name, leaks in found.items()
    )
    what = f"This letter would show who reported: {told}. {NEVER} Use other words, and refer to people by their role."
    return Missing(letter=letter, fields=tuple(found), what=what)


def refuse_naming(office: Office, case: Case, text: str, *, unseen: str = "") -> None:
    """Refuse a letter in whose text, or in what its file holds beside the text, a reporter could be recognised.

    Raises:
        Refused: says what is where, with the words themselves left out.
    """
    guard = guard_of(office, case)
    problems = [_problem(case.ref, line, guard) for line in text.split("\n") if guard.leaks(line)]
    if not problems and (leaks := guard.leaks(unseen)):
        traits = listed(dict.fromkeys(str(one.trait) for one in leaks))
        what = f"The file holds {traits} beside its text: as its author, "
        do = "In Word: File, Info, Check for Issues, Inspect Document, Remove All; save it and submit it again."
        what += f"in a description, a property or a part that is not printed. {NEVER}"
        problems = [Problem(where=case.ref, what=what, what_to_do=do)]
    if problems:
        raise Refused(*problems)


def _problem(ref: str, line: str, guard: Guard) -> Problem:
    leaks = guard.leaks(line)
    traits = listed(dict.fromkeys(str(leak.trait) for leak in leaks))
    what = f'The letter holds {traits}, near "{masked(line, leaks)}". {NEVER}'
    return Problem(
        where=ref, what=what, what_to_do="Use other words there, and refer to people by their role."
    )


def reports_of(office: Office, ref: str) -> Iterator[Report]:
    """The reports of a case, read from the emails that it keeps; one that was deleted by name is passed over."""
    for entry in office.cases.read(ref):
        if isinstance(entry.event, ReportReceived):
            try:
                raw = office.cases.file(ref, entry.event.file)
            except Refused:
                continue
            yield office.read_mail(
                Arrival(key=entry.event.mail, raw=raw, size=len(raw)), entry.event.received
            )


def others_told(office: Office, case: Case) -> bool:
    """Whether what the case holds of the adult came from anybody else; where nothing says from whom, it did."""
    adult = office.people.read().adults.get(case.adult)
    told = [one.address.casefold() for ref in (case.ref, *case.earlier.refs) for one in _noted(office, ref)]
    return not (adult and adult.email and told) or set(told) != {adult.email.casefold()}


def reporters_noted(office: Office, ref: str) -> tuple[str, ...]:
    """Who reported, by name and address: for the people of the school who may know it, and nobody else."""
    known = (f"{one.name} ({one.address})" if one.name else one.address for one in _noted(office, ref))
    return tuple(dict.fromkeys(one for one in known if one))


def _noted(office: Office, ref: str) -> Iterator[Reporter]:
    """Everybody noted apart from the log as reporter, and who is said to have seen the post.

    Where the note is lost or damaged, which `verify` says, the emails still tell.
    """
    yield from reporters_of(notes_of(office.cases, ref))
    for entry in office.cases.read(ref):
        if isinstance(entry.event, ReportReceived) and entry.event.fact.seen_by:
            yield Reporter(seen_by=entry.event.fact.seen_by)


def _addressees(office: Office, letter: str, fields: Mapping[str, object]) -> tuple[str, ...]:
    """Whom a sheet goes to: an officer who reported may be written to."""
    sheet = office.school.policy.letters.is_sheet(letter)
    return tuple(_text(fields.get("recipient_lines", "")).split("\n")) if sheet else ()


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return "\n".join(_text(one) for one in value.values())
    if isinstance(value, list | tuple):
        return "\n".join(_text(one) for one in value)
    return "" if isinstance(value, bytes) else str(value)
