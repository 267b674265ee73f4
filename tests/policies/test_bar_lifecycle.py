"""A bar from its notice to its end: heard, decided, reviewed by somebody else, and loud where a date comes near."""

from datetime import date
from pathlib import Path

import pytest
from office import ALTERNATE, DSL, HEAD, THREAT, Rehearsal, an_office, edited, school_folder
from playing import (
    cleared,
    closes,
    decides,
    done,
    golden,
    on_policy,
    options,
    register_of,
    sends,
    talks,
    waives,
)
from prepared import prepared
from sweeps import each

from letterladder.config.paths import shipped_policy
from letterladder.desk.demo_mails import BAR_DECISION, BAR_FIELDS
from letterladder.ground.errors import Refused, WrongUsage
from letterladder.rules.words import Channel, HoldFor, Outcome
from letterladder.workflows.answering import place_hold

GOVERNOR = (
    '[people.reviewer]\nname = "Mrs Dinah Lake"\nrole = "Governor"\nemail = "d.lake@larkfield.example"\n'
)
NOTICE = {**BAR_FIELDS, "proposed_length": "one school term"}
DECISION = {**BAR_DECISION, "considered_points": "You regret it => We accept that."}
REVIEW = {
    "alternatives_considered": "An escort was considered.",
    "review_evidence": "Nothing has happened since; staff were asked.",
    "decision_reason": "Staff at the gate still feel unsafe.",
    "considered_points": "You asked to come back => Not yet.",
    "next_reviewer": "Mrs Dinah Lake, Governor",
}
LIFTED = {
    **REVIEW,
    "decision_reason": "A term without trouble.",
    "expectations": "Please be calm at the gate.",
}
VISIT = {
    "event": "the nativity play",
    "event_on": "Tuesday 15 December 2026",
    "event_times": "2 pm to 3.30 pm",
    "event_place": "the hall, by the main gate",
    "escort": "Mr Imran Sadiq, Deputy Headteacher",
}
BREACH = {
    "breach_on": "Tuesday 3 November 2026, 3.20 pm",
    "breach_facts": "You stood in the playground.",
    "witnesses": "two members of staff",
    "police_called": "The police were not called.",
}


def threatened(folder: Path) -> Rehearsal:
    """A threat was reported to a school on Alsop's policy; the police know, the case is cleared."""
    edited(school_folder(folder), ("[people.dsl]", f"{GOVERNOR}\n[people.dsl]"))
    school = on_policy(folder, "alsop-high-school")
    school.report(what=THREAT)
    done(school, "X3", reference="CR 41/26")
    cleared(school)
    return school


def with_interim_bar(folder: Path) -> Rehearsal:
    """The interim withdrawal is out since Tuesday 3 November."""
    school = prepared(threatened, folder)
    school.day("2026-11-03")
    decides(school, "B2", "He named the gate.", **NOTICE)
    return school


def with_confirmed_bar(folder: Path) -> Rehearsal:
    """The adult was heard, and the head confirmed the bar."""
    school = prepared(with_interim_bar, folder)
    school.answered(Outcome.REPRESENTATIONS, channel=Channel.LETTER, summary="regrets it")
    decides(school, "B3", "The risk remains.", **DECISION)
    return school


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A threat was reported and cleared."""
    return prepared(threatened, tmp_path)


@pytest.fixture
def barred(tmp_path: Path) -> Rehearsal:
    """The interim withdrawal is out."""
    return prepared(with_interim_bar, tmp_path)


@pytest.fixture
def confirmed(tmp_path: Path) -> Rehearsal:
    """The head confirmed the bar."""
    return prepared(with_confirmed_bar, tmp_path)


def test_an_acknowledgement_leaves_the_decision_open(barred: Rehearsal) -> None:
    """It goes out beside the ladder; what was asked is still to be decided."""
    barred.answered(Outcome.REPRESENTATIONS, summary="regrets it")
    decides(barred, "B2a", "So that he knows it came.")
    assert barred.case().step == "B2"
    assert options(barred) == ("B4", "B3", "B7")


def test_more_time_moves_the_last_day_for_comments_and_asks_again_when_it_ends(barred: Rehearsal) -> None:
    """The letter prints the day, the log says old and new, and nobody is asked to decide before it."""
    barred.answered(Outcome.REPRESENTATIONS, summary="asks for more time")
    decides(barred, "B2a", "He needs a few days.", more_time_until="2026-11-13")
    sent, notice = barred.case().newest("B2a"), barred.case().newest("B2")
    assert sent is not None
    text = barred.office.word.text_of(barred.office.cases.file("2026-0001", sent.file))
    assert "Friday 13 November 2026" in text
    assert notice is not None
    assert (notice.answer_by, barred.case().trigger) == (date(2026, 11, 13), None)
    barred.day("2026-11-16")
    assert options(barred)[:2] == ("B3", "B4")


@pytest.mark.parametrize("day", ["next week", "2026-11-06", "2026-11-17"])
def test_more_time_that_cannot_stand_is_refused_when_it_is_typed(day: str, barred: Rehearsal) -> None:
    """No date, no later than the day that stands, or not before the interim bar ends; nothing is logged."""
    barred.answered(Outcome.REPRESENTATIONS, summary="asks for more time")
    barred.decided("B2a", "He needs a few days.")
    before = barred.kinds()
    with pytest.raises(WrongUsage, match="B2a, more_time_until"):
        barred.supplied("B2a", more_time_until=day)
    assert barred.kinds() == before


@pytest.mark.parametrize(
    "day", each(4, ["2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17", "2026-11-18"])
)
def test_an_interim_bar_near_its_end_is_loud_every_school_day(day: str, barred: Rehearsal) -> None:
    """From three working days before its end on 17 November, two people and more hear of it daily."""
    barred.day("2026-11-11")
    before = len(barred.sent_mails())
    barred.day(day)
    loud = [mail for mail in barred.sent_mails()[before:] if "B2 interim end" in mail.text]
    assert [{HEAD, DSL} <= set(mail.to) for mail in loud] == [True]


def test_a_hold_does_not_silence_the_end_of_an_interim_bar(barred: Rehearsal) -> None:
    """The bar ends whether the police have finished or not."""
    place_hold(barred.office, barred.case(), HoldFor.POLICE, "", by="Miss Treadwell")
    barred.day("2026-11-16")
    assert any("B2 interim end" in mail.text for mail in barred.sent_mails())


def test_a_visit_leaves_the_bar_and_its_review_as_they_are(confirmed: Rehearsal) -> None:
    """One event is one event."""
    before = confirmed.case().measures
    decides(confirmed, "B7", "For the play.", **VISIT)
    assert (confirmed.case().step, confirmed.case().measures) == ("B3", before)


def test_a_breach_is_followed_up(confirmed: Rehearsal) -> None:
    """The letter about it says until when the bar runs; its date is kept beside the bar's own."""
    decides(confirmed, "B8", "He came in.", **BREACH)
    assert [name for name, _ in confirmed.case().follow_ups] == ["X3", "B8"]
    assert confirmed.case().step == "B3"


def test_no_case_ends_while_a_bar_is_in_force(confirmed: Rehearsal) -> None:
    """Its review would be forgotten."""
    with pytest.raises(Refused, match="B3 is in force"):
        confirmed.decided("none", "enough")


def test_the_review_is_asked_for_on_its_day(confirmed: Rehearsal) -> None:
    """Half-way through the bar, before the holidays, the decision is asked for, with lifting first."""
    review = confirmed.case().measures[0].dates["review_by"]
    assert review == date(2026, 12, 18)
    confirmed.day("2026-12-18")
    assert options(confirmed)[:2] == ("B6", "B5")
    assert confirmed.newest("decision").to == (ALTERNATE,)


def test_who_decided_on_a_bar_does_not_review_it(confirmed: Rehearsal) -> None:
    """The head confirmed it; the chair reviews, signs and is asked for approval."""
    confirmed.day("2027-02-22")
    with pytest.raises(Refused, match=r"Mrs Anita Hollis .* may not decide on B6"):
        confirmed.decided("B6", "A quiet term.")
    confirmed.decided("B6", "A quiet term.", by="Mr Quayle")
    confirmed.supplied("B6", **LIFTED)
    assert confirmed.newest("approval").to == (ALTERNATE,)
    assert "Mr Peter Quayle" in confirmed.letter_text()


def test_a_decision_does_not_name_its_own_decider_as_reviewer(barred: Rehearsal) -> None:
    """The head who confirms a bar cannot review it."""
    barred.answered(Outcome.REPRESENTATIONS, summary="regrets it")
    barred.decided("B3", "The risk remains.")
    barred.supplied("B3", **{**DECISION, "reviewer": "Mrs Anita Hollis, Headteacher"})
    blocked = barred.case().blocked
    assert blocked is not None
    assert "Mrs Anita Hollis decides by this letter" in blocked.what


def test_a_bar_is_played_to_its_end(confirmed: Rehearsal) -> None:
    """Heard, confirmed by the head, a visit, extended by the chair, lifted by a governor, closed."""
    decides(confirmed, "B7", "For the play.", **VISIT)
    confirmed.day("2027-02-22")
    confirmed.decided("B5", "Not yet.", by="Mr Quayle")
    confirmed.supplied("B5", **REVIEW)
    confirmed.head_approves(sender=ALTERNATE)
    confirmed.office_posts()
    confirmed.day("2027-06-30")
    confirmed.decided("B6", "A quiet term.", by="Mrs Lake")
    confirmed.supplied("B6", **LIFTED)
    text = confirmed.letter_text()
    confirmed.head_approves(sender="d.lake@larkfield.example")
    confirmed.office_posts()
    assert "made by Mrs Dinah Lake, Governor, who made none of the earlier decisions." in text
    closes(confirmed)
    told = register_of(confirmed)
    assert golden("bar-lifecycle", told) == told


def test_notice_first_and_no_answer_still_ends_in_a_decision(school: Rehearsal) -> None:
    """B1, silence, and the head decides with reasons."""
    school.day("2026-11-03")
    decides(school, "B1", "Not urgent.", **NOTICE)
    school.day("2026-11-23")
    assert options(school) == ("B3", "B4", "B2")
    decides(
        school, "B4", "He kept away.", decision_reason="Nothing has happened since.", expectations="Be kind."
    )
    assert school.case().measures == ()


def test_a_linked_policy_opens_bars_to_a_school_without_them(tmp_path: Path) -> None:
    """The letter then rests on the linked policy, by its name."""
    school = on_policy(tmp_path, "aspire-federation", linked="model")
    school.report(what=THREAT)
    cleared(school)
    assert (
        school.office.school.policy.linked_policy == "Policy on Respectful Communication Online and on Site"
    )
    talks(school)
    school.answered(Outcome.CONTINUES)
    decides(school, "B1", "He names the gate.", **NOTICE)
    assert "Policy on Respectful Communication" in school.office.word.text_of(
        school.office.cases.file("2026-0001", school.case().letters[-1].file)
    )


def test_the_reason_for_setting_a_duty_aside_is_kept(school: Rehearsal) -> None:
    """A waived rule is not an open rule."""
    with pytest.raises(Refused, match="No rule 'platform-always'"):
        waives(school, "platform-always", "not refused")


HALF_WAY = """\
[steps.B3.also]
review_by = { half_way = true, weeks_before_end = 4 }
"""
UNTIL_MET = """\
[steps.B3.also]
review_by = { days = 60, unit = "school days" }
"""


@pytest.fixture
def until_met(tmp_path: Path) -> Rehearsal:
    """A school whose bars end with a meeting: its policy asks for the end in words, and gives a review date."""
    text = shipped_policy("model").read_text(encoding="utf-8")
    dated = f'{HALF_WAY}ends_on = {{ days = 65, unit = "school days" }}\n'
    for old, new in (
        (dated, UNTIL_MET),
        ('"decision_reason", "reviewer"]', '"decision_reason", "reviewer", "ends_on"]'),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "ours.toml"'))
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    school = an_office(tmp_path)
    school.report(what=THREAT)
    done(school, "X3", reference="CR 41/26")
    cleared(school)
    school.day("2026-11-03")
    decides(school, "B1", "Not urgent.", **NOTICE)
    school.day("2026-11-23")
    school.decided("B3", "The risk remains.")
    return school


@pytest.mark.parametrize("words", ["until we have met", "further notice"])
def test_a_bar_is_not_withdrawn_until_until_we_have_met(words: str, until_met: Rehearsal) -> None:
    """Nor until further notice: the words are refused as they are typed."""
    with pytest.raises(WrongUsage, match=r"B3, ends_on"):
        until_met.supplied("B3", **{**DECISION, "ends_on": words})


def test_a_bar_may_end_with_a_meeting_and_is_reviewed_meanwhile(until_met: Rehearsal) -> None:
    """The letter says until what, and on the review date the head is asked, though the meeting never came."""
    sends(until_met, "B3", **DECISION, ends_on="a meeting has taken place")
    letter = until_met.case().newest("B3")
    assert letter is not None
    text = until_met.office.word.text_of(until_met.office.cases.file("2026-0001", letter.file))
    assert "until a meeting has taken place" in text
    assert "until until" not in text
    review = letter.also["review_by"]
    until_met.day(review.isoformat())
    assert options(until_met)[:2] == ("B6", "B5")
