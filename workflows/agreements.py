"""The register of signed agreements: derived from the people register and the cases, never kept apart."""

from datetime import date

from ..rules.office.agreements import Agreement, agreements
from .office import Office


def agreement_rows(office: Office) -> list[dict[str, str]]:
    """One row for each adult of the people register: signed, sent, overdue or not sent."""
    people = office.people.read()
    cases = [office.case(ref) for ref in office.cases.refs()]
    found = agreements(people, cases, office.school.policy.letters, office.clock.today())
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
