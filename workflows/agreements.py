"""The register of signed agreements: derived from the people register and the cases, never kept apart."""

from datetime import date

from ..rules.office.agreement_events import Round
from ..rules.office.agreement_rounds import fold_rounds
from ..rules.office.agreements import Agreement, agreements
from .office import Office


def agreement_rows(office: Office) -> list[dict[str, str]]:
    """One row for each adult of the people register: signed, sent, overdue or not sent."""
    people = office.people.read()
    cases = [office.case(ref) for ref in office.cases.refs()]
    rounds = fold_rounds(office.agreements.entries()).values()
    found = agreements(people, cases, office.school.policy.letters, office.clock.today(), rounds=rounds)
    return [_row(one) for one in found]


def _row(one: Agreement) -> dict[str, str]:
    return {
        "adult": one.adult,
        "name": one.name,
        "state": str(one.state),
        "sent": _iso(one.sent),
        "return_by": _iso(one.return_by),
        "signed": _iso(one.signed),
        "ref": one.ref,
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def round_rows(office: Office) -> list[dict[str, str]]:
    """One row for each round of agreements that was drawn up, the newest first."""
    rounds = fold_rounds(office.agreements.entries()).values()
    rows = [
        {
            "round": one.id,
            "title": one.title,
            "version": one.version,
            "letters": str(len(one.letters)),
            "state": _state(one),
            "return_by": _iso(one.return_by),
            "posted": _iso(one.posted_on),
            "signed": str(sum(signed for signed, _ in one.back.values())),
            "declined": str(sum(not signed for signed, _ in one.back.values())),
        }
        for one in rounds
    ]
    return rows[::-1]


def _state(one: Round) -> str:
    if one.withdrawn:
        return "withdrawn"
    if one.posted_on:
        return "sent"
    return "to post" if one.approved_by else "waiting for approval"
