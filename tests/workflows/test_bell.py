"""The bell rings when an alert has left, tells nobody's name, and keeps no email back."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from office import THREAT, an_office, edited, school_folder

from letterladder.config.settings import load_settings, read_settings
from letterladder.desk.bells import bell_of
from letterladder.desk.fresh_folder import MARK, mark_as_demo
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.workflows.rounds import run_round


@dataclass
class Heard:
    """A bell that remembers."""

    fails: bool = False
    told: list[str] = field(default_factory=list)

    def ring(self, text: str) -> None:
        """See `Bell`."""
        self.told.append(text)
        if self.fails:
            raise WorldFailed(Problem(where="bell", what="It did not ring.", what_to_do="Look."))


@pytest.mark.parametrize("fails", [False, True])
def test_an_alert_rings_once_and_names_nobody(tmp_path: Path, *, fails: bool) -> None:
    """Nor does what fails of it stop the alert."""
    school = an_office(tmp_path)
    bell = Heard(fails=fails)
    school.office = replace(school.office, bell=bell)
    tally = school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    assert bell.told == [
        "Letterladder, Larkfield Primary School: An urgent email waits for you. Please read your email now, or sign"
        " in at the desk."
    ]
    assert [one.what for one in tally.problems] == (["It did not ring."] if fails else [])
    assert [mail.kind for mail in school.sent_mails() if mail.kind == "alert"] == ["alert"]
    run_round(school.office)
    assert len(bell.told) == 1


def test_what_is_not_urgent_does_not_ring(tmp_path: Path) -> None:
    """A case that is opened, and its letter."""
    school = an_office(tmp_path)
    bell = Heard()
    school.office = replace(school.office, bell=bell)
    school.report()
    assert bell.told == []


def test_a_rehearsal_rings_nowhere(tmp_path: Path) -> None:
    """Whatever its settings say."""
    folder = school_folder(tmp_path)
    edited(folder, ("# [bell]\n# webhook_file", "[bell]\nwebhook_file"))
    (folder / MARK).unlink(missing_ok=True)
    assert bell_of(load_settings(folder)) is not None
    mark_as_demo(folder)
    assert bell_of(load_settings(folder)) is None


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('sms_key_file = "k"', "need sms_key_file, sms_template and sms_to"),
        ('sms_key_file = "k"\nsms_template = "t"\nsms_to = ["nobody"]', "sms_to"),
    ],
)
def test_settings_that_cannot_ring_are_said(tmp_path: Path, lines: str, says: str) -> None:
    """At once, with the key."""
    folder = school_folder(tmp_path)
    edited(folder, ("# [bell]\n", f"[bell]\n{lines}\n"))
    assert any(says in str(one) and "bell" in one.where for one in read_settings(folder)[1])
