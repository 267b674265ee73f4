"""What an approver should know of the law before saying yes: times that run out in court."""

from collections.abc import Iterator, Mapping
from datetime import date

from dateutil.relativedelta import relativedelta

from ...ground.english import uk_date
from ..days.written_dates import dates_in
from ..people.school import School
from ..policies.policy import Step
from ..words import Switch


def times_in_court(step: Step, fields: Mapping[str, object], school: School, today: date) -> Iterator[str]:
    """Until when a court could still be asked, where a letter mentions a claim or of the offence on the premises."""
    legal = school.legal
    if step.record is not None and step.record.switch is Switch.LEGAL_WARNING:
        months = legal.number("defamation_months")
        yield (
            f"A claim for defamation must be begun within {months} months of the first publication"
            f"{_until(fields.get('posted_on'), months, today)}. Ask the adviser for the last day."
        )
    if fields.get("breach_on"):
        months = legal.number("section_547_months")
        yield (
            f"A case of the offence under section {legal.words('section_547_number')} must be begun within {months}"
            f" months{_until(fields['breach_on'], months, today)}."
        )


def _until(told: object, months: int, today: date) -> str:
    """That it is until some day, where the field tells the day from which the months are counted."""
    seen = next(dates_in(str(told or ""), today), None)
    return f", which is until {uk_date(seen.day + relativedelta(months=months))}" if seen else ""
