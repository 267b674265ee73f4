"""A daemon whose disk cannot be written says so by an email that needs no disk: nothing else would."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from office import DSL, OFFICE, Rehearsal, edited
from prepared import reported_school

from letterladder.config.paths import shipped_policy
from letterladder.desk.school_watch import SchoolWatch
from letterladder.ground.errors import DiskFailed
from letterladder.workflows.disk_gone import SUBJECT
from letterladder.workflows.unchanged import MadeOf


def told(school: Rehearsal) -> list[tuple[str, ...]]:
    """To whom it was said."""
    return [mail.to for mail in school.sent_mails() if mail.subject == SUBJECT]


def test_two_people_hear_once_that_the_disk_cannot_be_written(tmp_path: Path) -> None:
    """Once for as long as it lasts; each round fails, and says so where the daemon says it."""
    school = reported_school(tmp_path)
    watch = SchoolWatch("larkfield", school.folder)
    in_the_way = school.folder / "data" / "round.pid"
    for times in (1, 2):
        in_the_way.mkdir()
        for _ in range(3):
            with pytest.raises(DiskFailed):
                watch.round()
        assert told(school) == [(DSL, OFFICE)] * times
        in_the_way.rmdir()
        watch.round()


def test_settings_are_read_again_where_a_file_of_theirs_has_changed(tmp_path: Path) -> None:
    """Its own policy too, in whatever folder it is; else three hundred schools read theirs every few minutes."""
    school = reported_school(tmp_path)
    own = school.folder / "policies" / "ours.toml"
    own.parent.mkdir()
    own.write_bytes(shipped_policy("model").read_bytes())
    edited(school.folder, ('file = "model"', 'file = "policies/ours.toml"'))
    watch = SchoolWatch("larkfield", school.folder)
    watch.round()
    first = watch.settings
    watch.round()
    assert watch.settings is first
    own.write_text(own.read_text(encoding="utf-8") + "\n# seen by the governors\n", encoding="utf-8")
    watch.round()
    assert watch.settings is not first


def test_a_letter_that_waits_is_remembered_from_round_to_round(tmp_path: Path) -> None:
    """Each round has an office of its own; without this each would print every waiting letter again."""
    watch = SchoolWatch("larkfield", reported_school(tmp_path).folder)
    watch.round()
    (first,) = watch.unchanged.values()
    watch.round()
    (second,) = watch.unchanged.values()
    assert isinstance(first, MadeOf)
    assert isinstance(second, MadeOf)
    assert second.is_as(first)


def test_a_mailbox_that_did_not_answer_is_not_asked_again_for_the_daily_count(tmp_path: Path) -> None:
    """Its pauses hold for the count as well: on a dead server each try lasts as long as its time limit."""
    school = reported_school(tmp_path)
    watch = SchoolWatch("larkfield", school.folder)
    inbox, away = school.folder / "inbox", school.folder / "away"
    counts = school.folder / "data" / "ledger" / "counts.txt"
    inbox.rename(away)
    watch.round()
    away.rename(inbox)
    watch.count_once_a_day()
    assert not counts.exists()
    school.office.pulse.write(replace(school.office.pulse.read(), fetch_tried_at=None))
    watch.round()
    watch.count_once_a_day()
    assert counts.read_text(encoding="utf-8").endswith("; adds up\n")
