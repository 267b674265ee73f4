"""docs/seeds.md: each row says how a demand stands, with a test that exists; those that have no other home are here."""

import re
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import DUNN, PEOPLE, THREAT, Rehearsal
from playing import BLOCK, SLOTS, TALK, cleared, done, goes_on, on_policy, sends, talks

from letterladder.config.paths import ROOT, shipped_policies
from letterladder.ground.errors import Refused

TESTS = ROOT / "tests"
PAGE = ROOT / "docs" / "seeds.md"
RACIST = '"These Pakis should go back where they came from, all of them."'
SCHOOLS = tuple(one for one in shipped_policies() if one != "model")
NAMED = {
    "alsop-high-school": {"impersonation", "photo-of-staff", "photo-of-students", "hate", "threat"},
    "aspire-federation": {
        "allegation",
        "complaint",
        "defamatory",
        "negative",
        "racist",
        "threat",
        "staff-contact",
    },
    "heartwood-academy-trust": {"derogatory", "photographs", "petition", "complaint-forum"},
    "levens-ce-school": {
        "about-pupils",
        "photographs",
        "allegation",
        "cyber-bullying",
        "complaint",
        "defamatory",
    },
}


def rows() -> list[list[str]]:
    """The cells of each demand."""
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [one for one in cells if one[1].strip() != "stands"]


def test_each_demand_is_encoded_with_a_test_or_left_with_a_reason() -> None:
    """None is open; a test that is gone is red."""
    assert len(rows()) >= 59
    for row in rows():
        demand, stands, why, *tests = row
        assert stands in {"encoded", "left"}, demand
        assert why, demand
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", " ".join(tests))
        assert named or stands == "left", demand
        for file, test in named:
            assert f"\ndef {test}(" in (TESTS / file).read_text("utf-8"), demand


def test_a_relative_gets_a_letter_where_the_document_means_relatives(tmp_path: Path) -> None:
    """Aspire means relatives; Alsop means parents and carers, so an uncle gets none of its requests."""
    aspire = uncle(tmp_path / "aspire", "aspire-federation")
    talks(aspire)
    assert aspire.case().was_posted("N1")
    alsop = uncle(tmp_path / "alsop", "alsop-high-school")
    blocked = alsop.case().blocked
    assert blocked is not None
    assert "Uncle" in blocked.what


def uncle(folder: Path, policy: str) -> Rehearsal:
    """A school to which it was reported what a child's uncle posted."""
    folder.mkdir()
    school = on_policy(folder, policy)
    register = school.folder / "people.csv"
    register.write_text(PEOPLE.replace("A1,Mr,Ross,Dunn,Father", "A1,Mr,Ross,Dunn,Uncle"), encoding="utf-8")
    school.report()
    return school


@pytest.mark.parametrize("policy", SCHOOLS)
def test_the_notes_of_each_document_are_shown(
    policy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`policy show` says what else the document says."""
    school = on_policy(tmp_path, policy)
    shown = " ".join(Terminal(school.folder, capsys).type("policy", "show").out.split())
    for note in school.office.school.policy.notes:
        assert note in shown


@pytest.mark.parametrize("policy", ["aspire-federation", "heartwood-academy-trust", "levens-ce-school"])
def test_a_racist_post_asks_whether_the_police_are_told(policy: str, tmp_path: Path) -> None:
    """Somebody named answers; until then the case does not end."""
    school = on_policy(tmp_path, policy)
    school.report(what=RACIST)
    named = next(one for one in ("racist", "racial", "hate") if one in school.office.school.policy.conduct)
    school.sorted_out(conduct=named)
    if school.case().alerted or not school.case().clear:
        cleared(school, named)
    if "head-review" in school.office.school.policy.steps:
        done(school, "head-review", by="Mrs Hollis")
    with pytest.raises(Refused, match="Are the police told of"):
        school.decided("none", "enough")


@pytest.mark.parametrize("policy", sorted(NAMED))
def test_each_named_kind_of_conduct_is_in_the_policy(policy: str, tmp_path: Path) -> None:
    """With words of its own and the clause that names it."""
    conduct = on_policy(tmp_path, policy).office.school.policy.conduct
    assert NAMED[policy] <= conduct.keys()
    assert all(conduct[name].clause for name in NAMED[policy])


def test_a_block_asks_what_was_written_on_that_very_service(tmp_path: Path) -> None:
    """Without it there is no letter."""
    school = on_policy(tmp_path, "heartwood-academy-trust")
    school.report()
    talks(school)
    goes_on(school)
    school.decided("P2", "He went on.")
    school.supplied("P2", **{name: words for name, words in BLOCK.items() if name != "made_there"})
    blocked = school.case().blocked
    assert blocked is not None
    assert "made_there" in blocked.missing


@pytest.mark.parametrize("policy", ["alsop-high-school", "heartwood-academy-trust"])
def test_a_review_that_is_due_is_said(policy: str, tmp_path: Path) -> None:
    """Whoever approves is warned."""
    school = on_policy(tmp_path, policy)
    school.report()
    if "talk" in school.office.school.policy.steps:
        done(school, "talk", by="Mrs Hollis")
        school.decided("N1", "It was agreed to put it in writing.")
        school.supplied("N1", **TALK)
    assert any("was due for review" in one for one in school.in_hand().warnings)


def test_who_was_there_is_written_into_the_note(tmp_path: Path) -> None:
    """The head or a governor: the letter says who."""
    school = on_policy(tmp_path, "levens-ce-school")
    school.report()
    done(school, "head-review", by="Mrs Hollis")
    done(school, "talk", by="Mrs Hollis")
    school.decided("N1", "It was agreed to put it in writing.")
    school.supplied("N1", **{**TALK, "talked_with": "Mr Peter Quayle, Chair of Governors"})
    assert "Mr Peter Quayle, Chair of Governors" in school.letter_text()


def test_a_letter_about_a_telephone_on_site_speaks_of_the_place(tmp_path: Path) -> None:
    """And of no post to remove."""
    school = on_policy(tmp_path, "avenue-junior-and-recreation-road")
    school.report(what="He held his phone up and was on Facebook live in the playground.")
    school.sorted_out(conduct="device-on-site")
    assert school.case().adult == DUNN
    where = {"place": "the playground", "happened_on": "Monday 2 November 2026"}
    what = {"facts": "A telephone was held up and a live video was made.", "affected": "children at play"}
    school.supplied("L2", **SLOTS, **where, **what)
    text = school.letter_text()
    assert "the playground" in text
    assert "remove" not in text.casefold()


def test_the_request_asks_for_removal_now(tmp_path: Path) -> None:
    """Not by the day to answer."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report()
    assert school.in_hand().letter == "L1"
    assert THREAT not in school.letter_text()
    assert "today" in school.letter_text() or "now" in school.letter_text()
    sends(school, "L1")
