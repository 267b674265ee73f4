"""A procedure of several ladders: the second whole policy of docs/policies.md is written as a file and played."""

from datetime import date
from pathlib import Path

import pytest
from cast import an_adult
from office import Rehearsal, an_office, edited, school_folder
from playing import BLOCK, DSL, HEAD, REF, decides, done, golden, options, register_of, sends, waives
from prepared import prepared_once
from shipped import LETTERS

from letterladder.config.paths import ROOT
from letterladder.config.policy_file import read_policy
from letterladder.ground.errors import Refused
from letterladder.rules.cases.duties import duty_rows
from letterladder.rules.cases.events import ActionDone, DeadlineLapsed, Triaged
from letterladder.rules.cases.on_ladder import rungs_for
from letterladder.rules.letters.whom_meant import doubt_whom, not_meant
from letterladder.rules.standing.dates import running_dates
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.standing import standing
from letterladder.rules.standing.steps import Ask, Wait
from letterladder.rules.words import Outcome, Unit
from letterladder.workflows.actions import record_action
from letterladder.workflows.advance import advance
from letterladder.workflows.answering import TriageOrder, triage_case
from letterladder.workflows.office import Tally

PAGE = ROOT / "docs" / "policies.md"


def example() -> str:
    """The policy that the section of the page shows."""
    section = PAGE.read_text(encoding="utf-8").split("## Ladders, appeals and words of your own\n")[1]
    return section.split("```toml\n")[1].split("```")[0]


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A school that wrote the example into its own folder; an insult to a teacher was reported."""
    folder = school_folder(tmp_path)
    edited(folder, ('file = "model"', 'file = "several.toml"'))
    (folder / "several.toml").write_text(example(), encoding="utf-8")
    school = an_office(tmp_path)
    school.report()
    return school


def waits(school: Rehearsal) -> object:
    """What the case waits for."""
    return next_step(school.case(), school.office.school.policy, school.clock.today())


def chosen(school: Rehearsal, *conduct: str, ladder: str = "") -> None:
    """The DSL says what it is, and which ladder it goes up."""
    order = TriageOrder(conduct=conduct, clear=True, ladder=ladder)
    triage_case(school.office, school.case(), order, by=DSL)
    school.round()


def warned(school: Rehearsal) -> None:
    """Asked, then warned once."""
    sends(school, "L1")
    school.answered(Outcome.REFUSED)
    decides(school, "warning", "They refused.")


def warned_again(school: Rehearsal) -> None:
    """Asked, and warned twice."""
    warned(school)
    school.answered(Outcome.REFUSED)
    decides(school, "second-warning", "They refused again.")


def heard(school: Rehearsal, result: Outcome | None) -> None:
    """The appeal that was decided to be heard is heard today."""
    event = ActionDone(
        step="appeal", done_by=HEAD, on=school.clock.today(), outcome="panel of three", result=result
    )
    record_action(school.office, school.case(), event, by=HEAD)
    advance(school.office, REF, Tally())
    school.round()


def test_a_case_is_on_the_ladder_of_its_conduct_and_the_log_says_so(school: Rehearsal) -> None:
    """It begins as that ladder does."""
    assert (school.case().ladder, school.in_hand().letter) == ("rest", "L1")
    triages = [one.event for one in school.office.cases.read(REF) if isinstance(one.event, Triaged)]
    assert "on the ladder “rest”" in triages[-1].sentence()


def test_conduct_of_two_ladders_waits_for_a_person(school: Rehearsal) -> None:
    """Nothing is drafted until somebody chose; the first of the file is proposed."""
    chosen(school, "unkind", "approaching")
    ask = waits(school)
    assert isinstance(ask, Ask)
    assert ask.options == ("approach", "rest")
    assert "proposed: approach, which the policy names first" in ask.why
    assert school.case().in_hand is None
    with pytest.raises(Refused, match="nobody chose one yet"):
        school.decided("L2", "why wait")
    chosen(school, ladder="approach")
    blocked = school.case().blocked
    assert blocked is not None
    assert (school.case().ladder, blocked.letter) == ("approach", "L2")


@pytest.mark.parametrize(
    ("ladder", "words"), [("aproach", "has no ladder 'aproach'"), ("approach", "None of the conduct")]
)
def test_only_a_ladder_of_its_conduct_is_taken(school: Rehearsal, ladder: str, words: str) -> None:
    """A name that is nowhere, and one of other conduct."""
    with pytest.raises(Refused, match=words):
        chosen(school, ladder=ladder)
    assert school.case().ladder == "rest"


def test_a_chosen_ladder_stays_until_conduct_of_a_further_one_is_named(school: Rehearsal) -> None:
    """Choosing twice for nothing would be a nuisance; a new kind of conduct is a new question."""
    policy, case = school.office.school.policy, school.case()
    assert rungs_for(case, policy, ("unkind",)).ladder == "rest"
    assert rungs_for(case, policy, ("unkind", "grumbling")).ladder == "rest"
    assert rungs_for(case, policy, ("unkind", "approaching")).ladder == ""
    chosen(school, "unkind", "approaching", ladder="rest")
    assert rungs_for(school.case(), policy, ("unkind", "approaching")).ladder == "rest"


def test_a_shared_step_goes_on_as_the_ladder_says(school: Rehearsal) -> None:
    """The same warning: a second one on one ladder, the block on the other."""
    warned(school)
    school.answered(Outcome.OTHER)
    assert options(school) == ("second-warning", "Z1", "none")
    chosen(school, "approaching")
    waives(school, "police-asked", "no offence is suspected")
    assert options(school) == ("block", "Z1", "none")


def test_a_letter_in_two_steps_is_two_steps(school: Rehearsal) -> None:
    """The second warning prints the same letter, under its own name and with its own dates."""
    warned(school)
    school.answered(Outcome.REFUSED)
    first = school.case().last_posted
    decides(school, "second-warning", "They refused again.")
    second = school.case().last_posted
    assert first is not None
    assert second is not None
    assert (first.letter, first.days, first.version) == ("warning", 10, 1)
    assert (second.letter, second.days, second.version) == ("second-warning", 10, 1)
    assert second.file.endswith("-written-warning.docx")
    assert [one for one in school.letters() if "posted" in one][-2:] == [
        "warning.1 posted",
        "second-warning.1 posted",
    ]


def test_the_procedures_own_answer_counts_as_ours(school: Rehearsal) -> None:
    """`then` may name it; where a step does not, it is what it counts as."""
    policy = school.office.school.policy
    assert policy.answer_meant("keeps-away") == (Outcome.STOPS, "keeps-away")
    on = policy.on("approach").steps["warning"]
    assert on.may_follow(Outcome.STOPS, "keeps-away") == ()
    assert policy.steps["warning"].may_follow(Outcome.STOPS, "keeps-away") == ("Z1",)
    assert policy.steps["L1"].may_follow(Outcome.STOPS, "keeps-away") == ("warning", "Z1")


def test_silence_after_the_second_warning_is_a_normal_end(school: Rehearsal) -> None:
    """Nobody is asked, nobody is reminded, no lapse is counted; the log says that the time ended."""
    warned_again(school)
    posted = school.case().last_posted
    assert posted is not None
    assert posted.unit is Unit.SCHOOL_DAYS
    assert [one.about for one in running_dates(school.case())] == ["second-warning removal by"]
    school.day("2026-12-18")
    lapses = [one.event for one in school.office.cases.read(REF) if isinstance(one.event, DeadlineLapsed)]
    assert [one.normal for one in lapses] == [True]
    assert "nothing follows from that" in lapses[0].sentence()
    assert isinstance(waits(school), Wait)
    assert school.case().trigger is None
    assert "none" in standing(school.case(), school.office.school, school.clock.today()).options


def test_an_appeal_is_heard_and_dismissed(school: Rehearsal) -> None:
    """Until it is heard the case does not end and nothing is done against the adult; then the warning stands."""
    warned_again(school)
    school.answered(Outcome.APPEALS, summary="it was not me")
    assert options(school) == ("appeal",)
    for step in ("none", "block"):
        with pytest.raises(Refused, match=r"the appeal of .* has not been decided"):
            school.decided(step, "enough")
    school.decided("appeal", "It came in time.")
    with pytest.raises(Refused, match="not said how it ended"):
        heard(school, None)
    heard(school, Outcome.DISMISSED)
    assert isinstance(waits(school), Wait)
    assert "none" in standing(school.case(), school.office.school, school.clock.today()).options
    assert golden("several-ladders", register_of(school)) == register_of(school)


def test_an_appeal_that_is_upheld_leads_to_its_step(school: Rehearsal) -> None:
    """A person decides on what follows."""
    warned_again(school)
    school.answered(Outcome.APPEALS, summary="it was not me")
    school.decided("appeal", "It came in time.")
    heard(school, Outcome.UPHELD)
    assert options(school) == ("Z1", "none")


def test_an_action_that_hears_nothing_has_no_result(school: Rehearsal) -> None:
    """Otherwise an appeal would be over that nobody heard."""
    event = ActionDone(step="X3", done_by=HEAD, on=school.clock.today(), result=Outcome.UPHELD)
    with pytest.raises(Refused, match="hears no appeal"):
        record_action(school.office, school.case(), event, by=HEAD)


def test_an_appeal_that_came_late_is_recorded_and_said_to_be_late(school: Rehearsal) -> None:
    """Whether it is heard is for a person."""
    warned_again(school)
    school.day("2026-12-18")
    school.answered(Outcome.APPEALS, summary="it was not me")
    ask = waits(school)
    assert isinstance(ask, Ask)
    assert "it came after the last day for it" in ask.why


def test_a_measure_until_the_end_of_term_ends_on_its_last_school_day(school: Rehearsal) -> None:
    """And is reviewed by then, where its review would come later."""
    warned_again(school)
    school.answered(Outcome.REFUSED)
    decides(school, "block", "On our own page.", **BLOCK)
    (measure,) = school.case().measures
    assert measure.dates == {"ends_on": date(2026, 12, 18), "review_by": date(2026, 12, 18)}


def test_whether_the_police_are_told_is_answered_by_name(school: Rehearsal) -> None:
    """Until then the case does not end; whoever said no, why and when is shown."""
    chosen(school, "approaching")
    with pytest.raises(Refused, match="Are the police told of approaching other people's children"):
        school.decided("none", "enough")
    assert [row["state"] for row in duty_rows(school.case(), school.office.school.policy)] == ["open"]
    waives(school, "police-asked", "no offence is suspected")
    (row,) = duty_rows(school.case(), school.office.school.policy)
    assert (row["state"], row["reason"], row["on"]) == ("waived", "no offence is suspected", "2026-11-02")
    assert "Hollis" in row["by"]
    said = [one.event.sentence() for one in school.office.cases.read(REF)]
    assert "It was decided not to tell the police, because: no offence is suspected." in said
    assert "none" in standing(school.case(), school.office.school, school.clock.today()).options


def test_telling_the_police_answers_it_too(school: Rehearsal) -> None:
    """Who told them and when is shown."""
    chosen(school, "approaching")
    done(school, "X3", reference="CR 41/26")
    (row,) = duty_rows(school.case(), school.office.school.policy)
    assert (row["state"], row["by"], row["on"]) == ("done", "Mrs Binns", "2026-11-02")


@pytest.mark.parametrize(
    ("relationship", "refused", "doubted"),
    [
        ("Mother", False, False),
        ("Grandmother", False, False),
        ("Aunt", True, False),
        ("Aunt (carer)", False, False),
        ("Mother's partner", True, False),
        ("Neighbour", True, False),
        ("Godmother", False, True),
    ],
)
def test_whom_the_policy_is_about(
    relationship: str, *, refused: bool, doubted: bool, school: Rehearsal
) -> None:
    """Parents and carers always; grandparents as it says; of an unknown word the approver judges."""
    adult, policy = an_adult(relationships={"P1": relationship}), school.office.school.policy
    assert (bool(not_meant(adult, policy)), bool(doubt_whom(adult, policy))) == (refused, doubted)


FAULTS = [
    ("conduct.unkind", "is on none of them", ("[ladders.rest]", '[ladders.rest]\nconduct = ["approaching"]')),
    (
        "ladders.rest.conduct",
        "is on two ladders",
        ("[ladders.rest]", '[ladders.rest]\nconduct = ["approaching", "unkind"]'),
    ),
    (
        "ladders.approach.conduct",
        "There is no conduct 'near'",
        ('conduct = ["approaching"]', 'conduct = ["near"]'),
    ),
    (
        "ladders.approach.then.warnin",
        "There is no step 'warnin'",
        ("approach.then.warning]", "approach.then.warnin]"),
    ),
    (
        "ladders.approach.then.warning.lapsed",
        "There is no step 'blok'",
        ('keeps-away = []\nlapsed = ["block"]', 'keeps-away = []\nlapsed = ["blok"]'),
    ),
    (
        "ladders.approach.then.warning",
        "no step is named for 'lapsed'",
        ('keeps-away = []\nlapsed = ["block"]', "keeps-away = []"),
    ),
    (
        "steps.second-warning.letter",
        "no letter or sheet 'L33'",
        ('letter = "L3"\nafter', 'letter = "L33"\nafter'),
    ),
    (
        "steps.C2.letter",
        "is the id of another letter",
        ("[steps.second-warning]  ", '[steps.C2]\nname = "x"\nletter = "L3"\n[steps.second-warning] '),
    ),
    (
        "steps.X9-.letter",
        "There is no letter",
        ("[steps.X3]", '[steps.X9-]\nname = "x"\nletter = "nil"\n[steps.X3]'),
    ),
    (
        "steps.second-warning.then.appeal",
        "no answer 'appeal'",
        ('appeals = ["appeal"]', 'appeal = ["appeal"]'),
    ),
    (
        "outcomes.keeps-away.counts_as",
        "No adult answers 'lapsed'",
        ('counts_as = "stops"', 'counts_as = "lapsed"'),
    ),
    ("outcomes.keeps-away", "No step and no rule asks", ("keeps-away = []\n", "")),
    ("outcomes.stops", "is one of our answers", ("[outcomes.keeps-away]", "[outcomes.stops]")),
    (
        "steps.block.also.ends_on",
        "Write `until` alone",
        ('{ until = "end of term" }', '{ until = "end of term", days = 3 }'),
    ),
    ("steps.block.also.ends_on.until", "Input should be 'half term'", ('"end of term" }', '"Easter" }')),
    (
        "steps.L1.clock",
        "`until` is for ends_on and review_by",
        ('clock = { days = 5, unit = "school days" }', 'clock = { until = "half term" }'),
    ),
    (
        "conduct.approaching.police",
        "no step by which the police are told",
        ("[steps.X3", "[steps.police"),
    ),
    ("parent_includes.2", "Input should be 'parents'", ('"grandparents"]', '"friends"]')),
    (
        "mandatory",
        "are kept for",
        (
            "[outcomes.keeps-away]",
            '[[mandatory]]\nid = "police-asked"\nsays = "x"\nsource = "y"\n[outcomes.keeps-away]',
        ),
    ),
]


@pytest.mark.parametrize(("where", "what", "change"), FAULTS, ids=[f"{one[0]}-{one[1]}" for one in FAULTS])
def test_every_fault_is_named_with_its_key(
    where: str, what: str, change: tuple[str, str], tmp_path: Path
) -> None:
    """Each change breaks the example at one place; the fault says file, key and what is wrong."""
    text = example()
    assert change[0] in text
    file = tmp_path / "own.toml"
    file.write_text(text.replace(*change), encoding="utf-8")
    policy, faults = read_policy(file, LETTERS)
    assert policy is None
    assert [one.what for one in faults if one.where == f"own.toml, {where}" and what in one.what], faults
