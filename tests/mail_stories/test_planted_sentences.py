"""One sentence of danger, planted at every place of every email: it alerts, or the email says what was not read."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes_disk import MemoryQueue
from office import Rehearsal, an_office
from planted_emails import ALERTED, Made, of_kinds, with_files
from planted_pages import as_pages
from planted_shapes import of_shapes
from planting import SENTENCE, planted_in
from servers.needs import corpus
from sweeps import each

from letterladder.ground.values import replace
from letterladder.rules.texts.report import Arrival
from letterladder.rules.words import Verdict
from letterladder.workflows.case_book import CaseBook
from letterladder.workflows.intake import judge
from letterladder.workflows.office import Tally

FOLDERS = ("cpython", "enmime", "flufl-bounce", "php-imap", "ruby-mail", "spamassassin-nice", "zapier-reply")
MADE = [*with_files(), *of_kinds(), *as_pages(), *of_shapes()]
PUT_AWAY = {Verdict.ROBOT, Verdict.BOUNCE, Verdict.DUPLICATE}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """A school without cases."""
    return an_office(tmp_path_factory.mktemp("planted"))


def became(school: Rehearsal, raw: bytes) -> str:
    """What became of an email: "alerted", "named" where it says what was not read, or "unseen"."""
    office = replace(school.office, queue=(queue := MemoryQueue()))
    report = office.read_mail(Arrival(key="1", raw=raw, size=len(raw)), office.clock.now())
    judgement = judge(office, report, CaseBook(office), Tally())
    if any(mail.kind == "alert" for mail in queue.waiting()):
        return "alerted"
    unread = [*report.faults, *(file.unread for file in report.attachments if file.unread)]
    return "named" if unread and judgement.verdict not in PUT_AWAY else "unseen"


@pytest.mark.parametrize("made", each(23, MADE), ids=lambda made: made.name)
def test_a_sentence_in_any_kind_of_part_is_read_or_named(made: Made, school: Rehearsal) -> None:
    """What a program can read alerts; of what it cannot read the email says so, and is a person's."""
    found = became(school, made.raw)
    assert found == "alerted" or (found == "named" and made.truth != ALERTED)


def test_the_made_emails_are_many_and_differ() -> None:
    """A table that shrank would prove less."""
    assert len({made.raw for made in MADE}) > 600


def _files(step: int) -> Iterator[Path]:
    found = [file for name in FOLDERS for file in sorted(corpus(name).rglob("*")) if file.is_file()]
    yield from found[::step]


@pytest.mark.parametrize("step", each(2, [60, 1]), ids=["each sixtieth", "all"])
def test_a_sentence_at_every_place_of_foreign_emails_is_read_or_named(step: int, school: Rehearsal) -> None:
    """Headers, parts, borders, pages, files and emails inside them: the count of places that are not seen is 0."""
    counts, unseen = Counter[str](), list[str]()
    for file in _files(step):
        for planted in planted_in(file.read_bytes()):
            found = became(school, planted.raw)
            counts[found] += 1
            unseen += [f"{file.name}: {planted.place}"] if found == "unseen" else []
    sys.stdout.write(f"{sum(counts.values())} places: {dict(counts)}\n")
    assert counts["alerted"] > 0
    assert unseen == []


def test_an_email_without_the_sentence_alerts_nobody(school: Rehearsal) -> None:
    """The emails in which it is planted hold no danger of their own."""
    mild = "There is tea at the school gate tomorrow."
    calm = [made for made in MADE[::40] if SENTENCE.encode() in made.raw]
    assert calm
    assert {became(school, one.raw.replace(SENTENCE.encode(), mild.encode())) for one in calm} <= {
        "named",
        "unseen",
    }
