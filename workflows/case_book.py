"""The cases that emails are compared with, closed ones too: an answer may come after the end. Found by the index."""

from collections.abc import Iterable, Iterator

from ..ground.errors import WorldFailed
from ..rules.cases.case import Case
from ..rules.mails.codes import Named, named_by_ids, named_in
from ..rules.texts.report import Report
from .office import Office


class CaseBook:
    """Finds the case that an email belongs to; a case whose log cannot be read is not found."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def answered_by(self, report: Report) -> Case | None:
        """The case one of whose emails this one answers: by a Message-ID that we logged, or that carries our mark."""
        named = list(named_by_ids(report.references))
        wanted = set(report.references)
        logged = (case for one in named if (case := self.read(one.ref)) and wanted & case.sent_ids)
        return next(logged, None) or self._proved(named)

    def proved_by(self, report: Report) -> Case | None:
        """The case whose reference is in the subject with the mark that only this school can make."""
        return self._proved(named_in(report.subject))

    def claimed_by(self, report: Report) -> Case | None:
        """The case that the subject names without a mark that fits; anybody can write that."""
        return next((case for one in named_in(report.subject) if (case := self.read(one.ref))), None)

    def of_mail(self, message_ids: Iterable[str]) -> Case | None:
        """The case that one of our emails was about, by its Message-ID."""
        return self._proved(named_by_ids(message_ids))

    def that_sent(self, message_ids: Iterable[str]) -> Case | None:
        """The case that logged one of these Message-IDs as its own."""
        wanted = list(message_ids)
        named = (self.read(one.ref) for one in named_by_ids(wanted))
        return next((case for case in named if case and case.sent_ids.intersection(wanted)), None)

    def of_adult(self, adult: str) -> Case | None:
        """The newest open case of an adult."""
        ref = self._office.index.cases.running().get(adult, "")
        return self.read(ref) if ref else None

    def running(self) -> dict[str, str]:
        """The newest open case of each adult, also where its log cannot be read."""
        return self._office.index.cases.running()

    def with_mail(self, sha256: str) -> Iterator[Case]:
        """The cases that an email is on."""
        return self._read_all(self._office.index.cases.with_mail(sha256))

    def still_open(self) -> Iterator[Case]:
        """The cases that are not closed."""
        return self._read_all(self._office.index.cases.open_refs())

    def read(self, ref: str) -> Case | None:
        """The case, where there is one under this reference and its log can be read."""
        try:
            case = self._office.case(ref)
        except WorldFailed:
            raise
        except Exception:  # noqa: BLE001 - the border of one case, which the round records when it looks at it
            return None
        return case if case.last_seq else None

    def _read_all(self, refs: Iterable[str]) -> Iterator[Case]:
        return (case for ref in refs if (case := self.read(ref)))

    def _proved(self, named: Iterable[Named]) -> Case | None:
        fitting = (self.read(one.ref) for one in named if one.fits(self._office.tag(one.ref)))
        return next((case for case in fitting if case), None)
