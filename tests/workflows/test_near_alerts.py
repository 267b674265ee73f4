"""An alert on a case does not go to whom it is about, or to their family, while somebody else of the chain is left."""

from pathlib import Path

import pytest
from desk_browser import Browser, desk_of
from office import DEPUTY, DSL, HEAD, Rehearsal, an_office, edited, school_folder
from prepared import reported_school

from letterladder.rules.cases.events import MailMoved

REF = "2026-0001"
CHAIR = "chair@larkfield.example"
HURT = (
    "Her dad wrote: {name} grabbed my son by the arm, his arm is bruised and he is scared to come to school."
)


def alarms(school: Rehearsal) -> list[tuple[str, ...]]:
    """To whom each alert went."""
    return [mail.to for mail in school.sent_mails() if mail.kind == "alert"]


def reported(folder: Path, name: str = "Miss Treadwell", *, related: str = "") -> Rehearsal:
    """A report about Mr Dunn in which something is alleged of one of the school's own."""
    school_folder(folder)
    if related:
        was = f'email = "{DSL}"\n'
        edited(folder / "school", (was, f'{was}related = ["{related}"]\n'))
    school = an_office(folder)
    school.report(what=HURT.format(name=name))
    return school


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ((DSL, DEPUTY), "Mr Elsewhere"),
        ((DEPUTY,), "Miss Treadwell"),
        ((HEAD,), "Mr Imran Sadiq and Miss Treadwell"),
    ],
)
def test_an_alert_on_a_case_passes_by_whom_it_names(
    tmp_path: Path, expected: tuple[str, ...], name: str
) -> None:
    """The others of the chain are told, and the log has the same addresses."""
    school = reported(tmp_path, name)
    assert school.case(REF).alerted
    assert alarms(school) == [expected]
    alarm = school.case(REF).alarm
    assert alarm is not None
    assert alarm.to == expected


def test_an_alert_on_a_case_passes_by_whose_family_it_is_about(tmp_path: Path) -> None:
    """The adult is noted as related to the DSL."""
    school = reported(tmp_path, "Mr Elsewhere", related=reported_school(tmp_path / "other").case(REF).adult)
    assert alarms(school) == [(DEPUTY,)]


def test_it_is_repeated_to_the_others_alone(tmp_path: Path) -> None:
    """The DSL who was told of the case before an email alleged something of her is told no more."""
    school = reported(tmp_path, "Mr Elsewhere")
    school.report(what=HURT.format(name="Miss Treadwell"))
    school.at("2026-11-02 10:20")
    school.round()
    again = [mail.to for mail in school.sent_mails() if mail.kind == "alert" and "nobody" in mail.subject]
    assert again
    assert all(DSL not in to and DEPUTY in to for to in again)


def test_a_case_that_names_the_dsl_is_not_shown_to_her(tmp_path: Path) -> None:
    """Neither its page, its files, its letters nor the list; the deputy goes on with it."""
    school = reported(tmp_path)
    app = desk_of(school)
    dsl, deputy = Browser(school, "dsl", app=app), Browser(school, "deputy", app=app)
    for path in (f"/cases/{REF}", f"/cases/{REF}/history", f"/cases/{REF}/files/2", f"/cases/{REF}/take"):
        assert dsl.open(path).status == 404, path
    assert deputy.open(f"/cases/{REF}").status == 200
    assert REF not in dsl.open("/cases").source
    assert "1 case is not shown to you" in dsl.open("/cases").text
    assert "grabbed my son" not in dsl.open(f"/cases?find={REF}").source


def test_an_email_that_left_the_case_hides_it_no_more(tmp_path: Path) -> None:
    """It was filed wrongly: what it alleges is on the other case."""
    school = reported(tmp_path)
    (mail,) = school.case(REF).mails
    assert Browser(school, "dsl").open(f"/cases/{REF}").status == 404
    school.office.note(REF, MailMoved(mail=mail, from_ref=REF, to_ref="2026-0002"))
    assert Browser(school, "dsl").open(f"/cases/{REF}").status == 200
