"""Where many emails wait, the next ones are read meanwhile; what becomes of them is the same."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from office import Rehearsal, an_office

from letterladder.ground.values import replace
from letterladder.mailbox.reading_ahead import shared_pool
from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.reports.looked import Looked
from letterladder.rules.texts.report import Arrival, Report
from letterladder.workflows import keeping, known_emails
from letterladder.workflows.looks import Looks, NoLooks

TEXTS = (
    "Ross Dunn wrote on Facebook that Miss Pell is a lazy cow.",
    "The gate was locked again on Monday.",
    "Thank you for the concert, we all loved it.",
    "He says that he will come in with a knife and stab her.",
)


COUNT = 8


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four emails count as many here, and two are begun at a time."""
    monkeypatch.setattr(keeping, "MANY", 4)
    monkeypatch.setattr(known_emails, "MANY", 4)
    monkeypatch.setattr(known_emails, "STRIDE", 2)


def with_many(folder: Path) -> Rehearsal:
    """A school whose inbox holds so many emails that it is worth reading them beforehand."""
    school = an_office(folder)
    for number in range(COUNT):
        school.write("Ada Moss <ada@mail.example>", f"Email {number}", TEXTS[number % len(TEXTS)])
    return school


def told(rows: list[MailRow]) -> list[tuple[object, ...]]:
    """What became of each email, without times."""
    return [
        (
            row.seen.subject,
            row.judged.verdict,
            row.judged.ref,
            row.judged.reason,
            row.judged.flags,
            row.judged.fact,
        )
        for row in rows
        if row.judged
    ]


class Counted(NoLooks):
    """Counts what was found beforehand, and hands it on."""

    def __init__(self, looks: Looks) -> None:
        """Of these."""
        self.looks, self.found, self.asked = looks, 0, 0

    def looked(self, report: Report) -> Looked | None:
        """See `Looks`."""
        looked = self.looks.looked(report)
        self.found += looked is not None
        return looked

    def ahead(self, arrivals: Iterable[Arrival], taken_at: datetime) -> None:
        """See `Looks`."""
        self.asked += 1
        self.looks.ahead(arrivals, taken_at)

    def rest(self) -> None:
        """See `Looks`."""
        self.looks.rest()


def test_the_verdicts_are_those_of_emails_read_one_by_one(tmp_path: Path) -> None:
    """Four sorts of email, two of each."""
    ahead, alone = with_many(tmp_path / "ahead"), with_many(tmp_path / "alone")
    counted = Counted(ahead.office.looks)
    ahead.office = replace(ahead.office, looks=counted)
    alone.office = replace(alone.office, looks=NoLooks())
    assert ahead.round().problems == alone.round().problems == []
    assert told(ahead.mails()) == told(alone.mails())
    assert len(told(ahead.mails())) == counted.found == COUNT
    assert shared_pool().running == 0


def test_few_emails_start_no_process(tmp_path: Path) -> None:
    """Starting one takes longer than reading them."""
    school = an_office(tmp_path)
    school.write("Ada Moss <ada@mail.example>", "Lunch", TEXTS[1])
    counted = Counted(school.office.looks)
    school.office = replace(school.office, looks=counted)
    school.round()
    assert counted.asked == 0
