"""Emails nobody here wrote, through the whole intake by way of the folder: every one has a verdict, none breaks it."""

import sys
from collections import Counter

import pytest
from office import Rehearsal, an_office
from servers.needs import corpus
from sweeps import each

from letterladder.rules.words import Verdict

FOLDERS = ("cpython", "enmime", "flufl-bounce", "php-imap", "ruby-mail", "spamassassin-nice")


@pytest.fixture(scope="module", params=each(2, [12, 1]), ids=["each twelfth", "all"])
def fed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Rehearsal, int]:
    """A school whose inbox got the emails of the corpus, after one round."""
    school = an_office(tmp_path_factory.mktemp("corpus"))
    found = [file for name in FOLDERS for file in sorted(corpus(name).rglob("*")) if file.is_file()]
    files = found[:: request.param]
    for number, file in enumerate(files):
        (school.folder / "inbox" / f"{number:04d}-{file.parent.name}-{file.name[:80]}.eml").write_bytes(
            file.read_bytes()
        )
    tally = school.round()
    assert [str(problem) for problem in tally.problems] == []
    return school, len(files)


def _of(school: Rehearsal, folder: str) -> Counter[Verdict]:
    return Counter(row.verdict for row in school.mails() if f"-{folder}-" in row.seen.key)


def test_the_verdicts_add_up_to_the_files(fed: tuple[Rehearsal, int]) -> None:
    """Nothing is lost and nothing broke on the way."""
    school, files = fed
    counts = Counter(str(row.verdict) for row in school.mails())
    sys.stdout.write(f"{files} foreign mails: {dict(counts)}\n")
    assert len(school.mails()) == files
    assert all(row.judged and row.put_aside and not row.failures for row in school.mails())


def test_bounces_are_known_as_machines(fed: tuple[Rehearsal, int]) -> None:
    """At least 85 of a hundred bounces; a copy is a duplicate, and what proves nothing is in the in-tray."""
    found = _of(fed[0], "flufl-bounce")
    machines = found[Verdict.BOUNCE] + found[Verdict.ROBOT] + found[Verdict.DUPLICATE]
    sys.stdout.write(f"flufl-bounce: {machines} of {found.total()} known as machines\n")
    # Of a few emails one odd one is many of a hundred.
    assert machines / found.total() >= (0.85 if found.total() > 50 else 0.5)
    assert machines + found[Verdict.INTRAY] == found.total()


def test_no_mail_by_a_person_is_taken_for_a_robot(fed: tuple[Rehearsal, int]) -> None:
    """Lists, forwards and odd headers do not make a machine."""
    found = _of(fed[0], "spamassassin-nice")
    assert found.total() > 0
    assert found[Verdict.ROBOT] + found[Verdict.BOUNCE] == 0


def test_no_letter_is_drafted_for_a_stranger(fed: tuple[Rehearsal, int]) -> None:
    """None of these emails is about an adult of the register."""
    assert fed[0].office.cases.refs() == []
