"""Register rows and records of an office's cases, for whoever is to read them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from ..ground.errors import LogBroken, Problem, WrongUsage
from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.cases.event_values import Fact
from ..rules.cases.events import Entry, ReportReceived
from ..rules.cases.fold import fold
from ..rules.cases.register_row import RegisterRow
from ..rules.mails.earlier_mails import address_of
from ..rules.mails.mail_log import MailSeen
from ..rules.people.acting import actors_named
from ..rules.people.people import Adult
from ..rules.people.school import Person, School
from ..rules.privacy.redaction import Redaction
from ..rules.privacy.redaction_terms import Reporter, redaction_for, reporters_of
from ..rules.register.happening import Exhibit, Happening, happening_of
from ..rules.register.panel_words import PanelWords
from ..rules.register.register import register_rows
from ..rules.register.register_case import CaseRecord, Names, head_of
from ..rules.register.register_filter import Wanted, is_wanted, rows_wanted
from ..rules.register.register_profile import View, record_for
from ..rules.words import Profile, Verdict
from .known_emails import read_again, rows_of
from .office import Office
from .reporter_notes import notes_in_full

WRITTEN_BY_PEOPLE = frozenset({Verdict.INTRAY, Verdict.ATTACHED})
"""Emails whose senders are noted nowhere else; who reported is noted apart, beside the case."""

SAME_PEOPLE = 1000
"""Names as they were typed of which it is remembered who is meant: the same few people act in nearly all lines."""

Hides = Callable[[Case], object]
"""Says of a case whether it is not shown to whoever asks."""


def rows_of_cases(office: Office, refs: Iterable[str]) -> list[RegisterRow]:
    """The rows of these cases, case by case, in the order of their logs."""
    return [row for ref in refs for row in _rows(office, ref, office.cases.read(ref))]


def _rows(office: Office, ref: str, entries: list[Entry], *, told: bool = True) -> list[RegisterRow]:
    conduct = office.school.policy.conduct

    def clause_of(name: str) -> str:
        return conduct[name].clause if name in conduct else ""

    return register_rows(ref, office.school.name, entries, clause_of, told=told)


class Seen(NamedTuple):
    """One case that was looked through: as the reader may see it, where it was asked for and may be shown.

    It goes through a pipe, so what the case is about, of which files are read later, is beside the record. `unread`
    says why it cannot be read; `is_hidden`, that it is not for whoever asks.
    """

    record: CaseRecord | None = None
    told: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    unread: tuple[Problem, ...] = ()
    is_hidden: bool = False


def records_of(
    office: Office,
    wanted: Wanted,
    view: View,
    refs: Sequence[str],
    *,
    unread: list[Problem] | None = None,
    hides: Hides | None = None,
) -> Iterator[CaseRecord]:
    """The cases asked for, one by one, as this reader may see them; `refs` are those to look through.

    A case whose log cannot be read is told in `unread` and left out; without such a list it is raised. Those that
    `hides` says are not for whoever asks are left out, too.
    """
    look = looking_through(office, wanted, view, hides)
    for seen in map(look, refs):
        if seen.record:
            yield whole_record(office, view, seen.record, seen)
        elif seen.unread and unread is None:
            raise LogBroken(*seen.unread)
        elif unread is not None:
            unread.extend(seen.unread)


def looking_through(
    office: Office, wanted: Wanted, view: View, hides: Hides | None = None
) -> Callable[[str], Seen]:
    """Looks at one case after another for what was asked for; only reads, so that several processes may do it."""
    names, worded = _names(office), view.profile is not Profile.GOVERNORS  # who read no sentence of the log

    def look(ref: str) -> Seen:
        try:
            entries = office.cases.read(ref)
        except LogBroken as broken:
            return Seen(unread=broken.problems)
        case, rows = fold(ref, entries), _rows(office, ref, entries, told=worded)
        chosen = rows_wanted(wanted, rows)
        if not chosen or not is_wanted(wanted, case, rows):
            return Seen()
        if hides and hides(case):
            return Seen(is_hidden=True)
        record = record_for(view, head_of(case, names, rows), chosen, entries)
        if view.profile is Profile.PANEL:
            about = happening_of(case, names.conduct, partial(office.cases.file, ref))
            return Seen(record=record, told=about.told, exhibits=about.exhibits)
        return Seen(record=record)

    return look


def whole_record(office: Office, view: View, record: CaseRecord, seen: Seen) -> CaseRecord:
    """The record with what the case is about, for who reads all of it."""
    if view.profile is not Profile.PANEL:
        return record
    read = partial(office.cases.file, record.head.ref)
    return replace(record, happening=Happening(told=seen.told, exhibits=seen.exhibits, read=read))


def _names(office: Office) -> Names:
    register = office.people.read()
    return Names(
        school=office.school.name,
        pupils={pupil_id: pupil.full_name for pupil_id, pupil in register.pupils.items()},
        conduct={name: conduct.title for name, conduct in office.school.policy.conduct.items()},
        steps={name: step.name for name, step in office.school.policy.steps.items()},
    )


def senders_of(office: Office, subject: Adult | None) -> list[Reporter]:
    """Whoever wrote an email that is still in the in-tray, or that was put into a case: not the adult, not the school.

    An email nobody has filed may be about the same adult, whoever intake thought of: all who wrote one are protected.
    """
    own = {subject.email.casefold()} if subject and subject.email else set()
    found = []
    for row in rows_of(office).values():
        sender = address_of(row.seen.sender)
        if sender in own or sender in office.school.own_addresses or row.verdict not in WRITTEN_BY_PEOPLE:
            continue
        report = read_again(office, row)
        names = (report.sender_name, report.form.reporter)
        found += [Reporter(name=name, address=sender) for name in dict.fromkeys(names) if name or sender]
    return found


def view_for(office: Office, profile: Profile, wanted: Wanted) -> View:
    """How this reader may see the cases asked for.

    Raises:
        WrongUsage: a copy for the adult was asked for, and the cases are not all of one adult.
    """
    adult = only_adult(office, wanted) if profile is Profile.SUBJECT else ""
    redaction = _redaction(office, adult) if profile is Profile.SUBJECT else Redaction(())
    return View(
        profile=profile,
        redaction=redaction,
        own_mails=_mails_from(office, adult),
        role_of=role_of(office.school),
        steps=frozenset(office.school.policy.steps),
        words=_panel_words(office),
    )


def _panel_words(office: Office) -> PanelWords:
    """What a panel reads for the ids, roles and addresses of this school."""
    names, register = _names(office), office.people.read()

    @lru_cache(maxsize=SAME_PEOPLE)
    def person(typed: str) -> str:
        found = actors_named(typed, office.school, register)
        if len(found) != 1:
            return ""
        return f"{found[0].name}, {found[0].title}" if found[0].title else found[0].name

    return PanelWords(person=person, school=names.school, steps=names.steps, conduct=names.conduct)


def role_of(school: School) -> Callable[[str], str]:
    """Tells the role behind a name or a line such as "a.hollis@school.example by email"; "" for nobody."""

    @lru_cache(maxsize=SAME_PEOPLE)
    def role(name: str) -> str:
        low = name.casefold()
        for held, person in school.people.items():
            if low == held or any(_is_meant(one, low) for one in person.holders):
                return held
        return ""

    return role


def _is_meant(person: Person, low: str) -> bool:
    return person.name.casefold() in low or person.email.casefold() in low


def only_adult(office: Office, wanted: Wanted) -> str:
    """The person_id of the one adult whom the cases asked for are about.

    Raises:
        WrongUsage: they are not all of one adult.
    """
    cases = _cases_of(office, wanted)
    adults = {case.adult for case in cases}
    if len(adults) != 1:
        raise WrongUsage(
            Problem(
                where="export --for subject",
                what=f"A copy for the adult covers one adult's cases; this would cover {len(adults)}.",
                what_to_do="Name one case, or the adult with --adult PERSON_ID.",
            )
        )
    return adults.pop()


def _cases_of(office: Office, wanted: Wanted) -> list[Case]:
    if not wanted.refs and not wanted.adult:
        return []
    cases = [office.case(ref) for ref in wanted.refs or office.cases.refs()]
    return [case for case in cases if is_wanted(Wanted(adult=wanted.adult), case, [])]


def _redaction(office: Office, adult: str) -> Redaction:
    register = office.people.read()
    noted: list[Reporter] = []
    facts: list[Fact] = []
    noted += senders_of(office, register.adults.get(adult))
    for ref in office.cases.refs():
        noted += reporters_of(notes_in_full(office.cases, ref))
        facts += (e.event.fact for e in office.cases.read(ref) if isinstance(e.event, ReportReceived))
    return redaction_for(
        register.adults.get(adult),
        register,
        [*noted, *(Reporter(seen_by=one.seen_by) for one in facts if one.seen_by)],
        office.school,
        affected=[one.affected for one in facts if one.affected],
    )


def _mails_from(office: Office, adult: str) -> frozenset[str]:
    """SHA-256 of every email that came from the adult's address in the people register."""
    known = office.people.read().adults.get(adult) if adult else None
    if known is None or not known.email:
        return frozenset()
    return frozenset(
        entry.event.sha256
        for entry in office.mail_log.entries()
        if isinstance(entry.event, MailSeen) and entry.event.sender.casefold() == known.email.casefold()
    )
