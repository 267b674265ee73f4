"""Write the governors' report of a term or a year, and note it among the copies made."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ..ground.disk import write_file
from ..rules.office.exports import ExportMade
from ..rules.register.summary import CaseYear, period_of, summarise
from ..rules.register.summary_report import Report, report_of
from ..rules.words import Profile
from .office import Office
from .register_rows import rows_of_cases


def write_report(office: Office, out: Path, *, term: str, year: str, as_pdf: bool) -> Report:
    """Count, lay out, draw and write.

    Raises:
        WrongUsage: there is no such term or year.
    """
    school = office.school
    period = period_of(school.calendar, term=term, year=year)
    names = {
        **{letter.id: letter.name for letter in school.policy.letters},
        **{name: step.name for name, step in school.policy.steps.items()},
        **{name: conduct.title for name, conduct in school.policy.conduct.items()},
    }
    summary = summarise(school.name, period, _cases(office), names, today=office.clock.today())
    report = report_of(summary)
    write_file(out, office.papers.report(report, as_pdf=as_pdf))
    return report


def _cases(office: Office) -> Iterator[CaseYear]:
    for ref in office.cases.refs():
        yield CaseYear(case=office.case(ref), rows=rows_of_cases(office, [ref]))


def note_report(office: Office, out: Path, *, by: str) -> None:
    """Put the report into the log of exports."""
    content = out.read_bytes()
    event = ExportMade(
        profile=str(Profile.GOVERNORS),
        format=out.suffix.removeprefix("."),
        scope="summary",
        refs=[],
        rows=0,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        file=out.name,
    )
    office.exports.append(office.clock.now(), by, event)
