"""A person files an email: into a case, into a new one, or aside; or moves one that came onto the wrong case."""

from collections.abc import Iterable

from ..ground.errors import Problem, Refused
from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.cases.events import Fact, FlagSeen, MailMoved
from ..rules.mails.mail_log import MailRow
from ..rules.people.conflict import conflict_of, staff_of
from ..rules.people.people import Adult
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.reports.machines import as_told
from ..rules.reports.reporters import may_draft
from ..rules.reports.triage import triage
from ..rules.texts.report import Report
from ..rules.words import STOPS, Flag, Verdict
from .advance import advance
from .alerting import alert_event, raise_alert
from .answering import TriageOrder, triaged_by_hand
from .drafting import void_drafts
from .facts_by_hand import with_facts
from .filing import Told, alleged_in, file_mail, file_report, kind_of_reporter, opening
from .intake import log_judgement
from .known_emails import one_email, read_again, rows_of
from .office import Office, Tally
from .reports_in import further
from .taking import has_alert_of

NEW, NONE = "new", "none"


def file_by_hand(office: Office, mail: str, to: str, order: TriageOrder, *, by: str) -> str:
    """File the email and return one sentence about it.

    Args:
        office: the school.
        mail: the beginning of the email's SHA-256.
        to: a case, "new", or "none" (no case; it stays on record). An email on a case already moves to another one.
        order: what a new case is about.
        by: who files it.

    Raises:
        Refused: no or several emails fit, it is there already, or something needed is missing.
    """
    row = one_email(office, mail)
    before = row.judged.ref if row.judged and row.verdict is not Verdict.INTRAY else ""
    if left := _not_left_yet(office, row, before, to):
        return _left(office, row, left, f"The email is on case {before}.", by=by)
    _may_move(office, row, to, order)
    report = as_told(read_again(office, row))
    flags = _flags(report, order)
    if order.clear and _is_typed_danger(report, flags):
        order = replace(order, clear=False)  # nobody can have cleared words that nobody had typed before
    if to == NONE:
        return _aside(office, row, order.note, by=by)
    if to == NEW:
        said = _new(office, row, report, order, by=by)
        return _left(office, row, before, said, by=by)
    moved = _fact_on(office, before, report) if before else _fact_told(office, to, report)
    moved = _by_hand(moved, order)
    if moved:
        file_report(office, to, report, Told(fact=moved, flags=flags), by=by)
        further(office, to, report, "a further report was put here")
    else:
        file_mail(office, to, report, what="filed by hand", flags=flags, by=by)
    if not order.clear:  # cleared by name
        _stop_for_danger(office, to, report, _stops(row, flags), by=by)
    reason = order.note or f"filed by {by}"
    log_judgement(office, row, Judgement(verdict=Verdict.ATTACHED, ref=to, reason=reason), by=by)
    advance(office, to, Tally())
    return _left(office, row, before, f"The email is on case {to}.", by=by)


def _fact_on(office: Office, before: str, report: Report) -> Fact | None:
    """What this email reported on the case it was on."""
    return next((one.fact for one in office.case(before).facts if one.mail == report.sha256), None)


def _fact_told(office: Office, to: str, report: Report) -> Fact | None:
    """What an email of the in-tray reports about the adult of this case; None where it is not a report of theirs."""
    case, policy, people = office.case(to), office.school.policy, office.people.read()
    found = triage(report, people, policy, {}, staff=staff_of(office.school))
    told = found.fact.words or report.form.is_form
    return found.fact if told and found.adult in {"", case.adult} else None


def _by_hand(read: Fact | None, order: TriageOrder) -> Fact | None:
    """The fact as whoever files the email says it; one in which they leave words makes a report of it."""
    if not order.facts:
        return read
    typed = with_facts(read or Fact(), order.facts, where="facts")
    return typed if read or typed.words else None


def _flags(report: Report, order: TriageOrder) -> tuple[FlagSeen, ...]:
    """The flags of the email, with what whoever files it typed of it: nobody else has read a picture."""
    words = order.facts.get("words", "").strip()
    if not words or words in report.text:
        return flags_of(report)
    own, text = f"{report.own_words}\n\n{words}", f"{report.text}\n\n{words}"
    return flags_of(replace(report, own_words=own, text=text))


def _is_typed_danger(report: Report, flags: Iterable[FlagSeen]) -> bool:
    """Whether danger was seen in what was typed when the email was filed, and not in the email."""
    known = {one.flag for one in flags_of(report)}
    return any(one.flag in STOPS and one.flag not in known for one in flags)


def _stops(row: MailRow, seen: Iterable[FlagSeen]) -> tuple[FlagSeen, ...]:
    """What stops the ladder: danger that the rules saw in an email, or that somebody who read it raised."""
    stops = tuple(one for one in seen if one.flag in STOPS)
    return stops or ((FlagSeen(flag=Flag.DANGER, words=row.alarm),) if row.alarm else ())


def _stop_for_danger(
    office: Office, ref: str, report: Report, stops: tuple[FlagSeen, ...], *, by: str
) -> None:
    """Danger counts however the email came onto the case; what a stranger tells of voids nothing."""
    case = office.case(ref)
    if stops and not case.alerted and not case.closed:
        raise_alert(office, ref, stops, void=may_draft(kind_of_reporter(office, report, case.adult)))
        has_alert_of(office, ref, by)


def _not_left_yet(office: Office, row: MailRow, now: str, to: str) -> str:
    """The case that an email was to leave when the program stopped in between; "" where no move is left to finish."""
    if not now or to not in {now, NEW}:
        return ""
    return next((ref for ref in office.index.cases.with_mail(row.seen.sha256) if ref != now), "")


def _left(office: Office, row: MailRow, before: str, said: str, *, by: str) -> str:
    """Where the email was on another case, say on both that it moved; drafts that told of it are void."""
    if not before:
        return said
    judged = next(
        one.judged for one in rows_of(office).values() if one.seen.sha256 == row.seen.sha256 and one.judged
    )
    event = MailMoved(mail=row.seen.sha256, from_ref=before, to_ref=judged.ref, why=judged.reason)
    told = any(one.mail == row.seen.sha256 for one in office.case(before).facts)
    # Void first, and the case that it leaves last: after a stop in between, the same command finishes the move.
    if told:
        void_drafts(office, office.case(before), "a report was moved to another case")
    office.note(judged.ref, event, by=by)
    office.note(before, event, by=by)
    advance(office, before, Tally())
    empty = told and not office.case(before).facts
    end = f" There is no longer a report on {before}: decide {before} none --reason '...'." if empty else ""
    return f"{said} It was on {before} before; both logs say so.{end}"


def _may_move(office: Office, row: MailRow, to: str, order: TriageOrder) -> None:
    """An email that is not in the in-tray goes only to another case, or to a new case of another adult."""
    if row.verdict is Verdict.INTRAY:
        return
    before = row.judged.ref if row.judged else ""
    same = before and (to == before or (to == NEW and office.case(before).adult == order.adult))
    if to == NONE or same:
        where = f" as {before}" if before else ""
        raise Refused(
            Problem(
                where=f"email {row.seen.sha256[:12]}",
                what=f"This email is not in the in-tray; it was sorted as '{row.verdict}'{where}.",
                what_to_do="Give the case it belongs to: file MAIL --to REF. See `mails`.",
            )
        )


def put_aside_by(by: str, note: str) -> str:
    """The reason that the log gives of an email that somebody put aside; by it a filing is known again."""
    return f"put aside by {by}: {note}"


def _aside(office: Office, row: MailRow, note: str, *, by: str) -> str:
    """No case is made of it; the email and the reason stay on record."""
    if not note.strip():
        problem = Problem(
            where=f"email {row.seen.sha256[:12]}",
            what="An email can be put aside only with a reason.",
            what_to_do="Add --note 'why it does not become a case'.",
        )
        raise Refused(problem)
    judged = row.judged
    judgement = Judgement(
        verdict=Verdict.ATTACHED,
        reason=put_aside_by(by, note),
        # Whom it is about stays known: they and their family are not shown it, wherever it is.
        suggestions=tuple(judged.suggestions) if judged else (),
        pupils=tuple(judged.pupils) if judged else (),
        named=tuple(judged.named) if judged else (),
    )
    log_judgement(office, row, judgement, by=by)
    return "The email has been put aside; it stays on record in `mails`."


def _new(office: Office, row: MailRow, report: Report, order: TriageOrder, *, by: str) -> str:
    people = office.people.read()
    if order.adult not in people.adults:
        shown = ", ".join(f"{one.person_id} {one.full_name}" for one in list(people.adults.values())[:8])
        problem = Problem(
            where=f"email {row.seen.sha256[:12]}",
            what=f"There is no adult '{order.adult}' in people.csv." if order.adult else "No adult is named.",
            what_to_do=f"Add --adult ID. The register begins: {shown} ...",
        )
        raise Refused(problem)
    staff = staff_of(office.school)
    found = triage(report, people, office.school.policy, {}, staff=staff)
    reason = order.note or f"filed by {by}"
    adult = people.adults[order.adult]
    _no_open_case(office, row, adult)
    conflict = conflict_of(report, adult, staff)
    here = Case(ref=f"email {row.seen.sha256[:12]}", adult=order.adult)
    triaged = triaged_by_hand(office, here, replace(order, alternate=bool(conflict)))
    ref = office.cases.new_ref(office.clock.today().year)
    same = found.adult in {"", order.adult}
    flags = _flags(report, order)
    stops = _stops(row, flags)
    alleged = tuple((report.sha256, name) for name in alleged_in(office, report, flags))
    case = Case(ref=ref, adult=order.adult, pupils=tuple(triaged.pupils), alleged=alleged)
    alert = (alert_event(office, case, stops),) if stops and not order.clear else ()
    told = Told(
        fact=with_facts(found.fact if same else Fact(), order.facts, where=here.ref),
        flags=flags,
        before=(opening(office, order.adult, adult, reason),),
        after=(*alert, triaged),
    )
    file_report(office, ref, report, told, by=by)
    has_alert_of(office, ref, by)
    log_judgement(office, row, Judgement(verdict=Verdict.OPENED, ref=ref, reason=reason), by=by)
    advance(office, ref, Tally())
    return f"Case {ref} is open for {adult.full_name}."


def _no_open_case(office: Office, row: MailRow, adult: Adult) -> None:
    """One adult, one open case: a further report belongs to it."""
    ref = office.index.cases.running().get(adult.person_id)
    if ref:
        raise Refused(
            Problem(
                where=f"email {row.seen.sha256[:12]}",
                what=f"{adult.full_name} already has an open case: {ref}.",
                what_to_do=f"Put the email there: file {row.seen.sha256[:12]} --to {ref}.",
            )
        )
