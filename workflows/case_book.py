"""All cases of one round, folded once; a case is looked at anew only after something was written on it."""

from collections.abc import Iterable

from ..rules.case import Case
from ..rules.codes import Named, named_by_ids, named_in
from ..rules.errors import LogBroken
from ..rules.report import Report
from .office import Office, Tally


class CaseBook:
    """The cases that mails are compared with, closed ones too: an answer may come after the end."""

    def __init__(self, office: Office, tally: Tally) -> None:
        self._office = office
        self._cases: dict[str, Case] = {}
        for ref in office.cases.refs():
            try:
                self.renew(ref)
            except LogBroken as broken:
                tally.problems.extend(broken.problems)

    def renew(self, ref: str) -> None:
        """Look at one case anew."""
        if self._office.cases.read(ref):
            self._cases[ref] = self._office.case(ref)

    def all(self) -> list[Case]:
        """Every case whose log can be read, oldest first."""
        return list(self._cases.values())

    def answered_by(self, report: Report) -> Case | None:
        """The case one of whose mails this one answers: by a Message-ID that we logged, or that bears our mark."""
        wanted = set(report.references)
        logged = next((case for case in self._cases.values() if wanted & case.sent_ids), None)
        return logged or self._proved(named_by_ids(report.references))

    def proved_by(self, report: Report) -> Case | None:
        """The case whose reference stands in the subject with the mark that only this school can make."""
        return self._proved(named_in(report.subject))

    def claimed_by(self, report: Report) -> Case | None:
        """The case that the subject names without a mark that fits; anybody can write that."""
        named = (self._cases.get(one.ref) for one in named_in(report.subject))
        return next((case for case in named if case), None)

    def of_mail(self, message_ids: Iterable[str]) -> Case | None:
        """The case that a mail of ours was about, by its Message-ID."""
        return self._proved(named_by_ids(message_ids))

    def of_adult(self, adult: str) -> Case | None:
        """The newest open case of an adult."""
        found = [case for case in self._cases.values() if case.adult == adult and not case.closed]
        return found[-1] if found else None

    def _proved(self, named: Iterable[Named]) -> Case | None:
        fitting = (self._cases.get(one.ref) for one in named if one.fits(self._office.tag(one.ref)))
        return next((case for case in fitting if case), None)
