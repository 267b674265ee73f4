"""What no policy can leave out: each row of the table is broken in a file, and in a case that is running."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from cast import BEGUN, a_case, a_school, drafted, opened, posted, reported, sent, triaged
from cast_actions import answer, criticism, duty, measure
from shipped import LETTERS
from tools.invariants_page import PAGE, page

from letterladder.config.letters_file import read_letters
from letterladder.config.paths import shipped_policies, shipped_policy
from letterladder.config.policy_file import read_policy
from letterladder.ground.errors import Problem
from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.event_values import FlagSeen
from letterladder.rules.cases.events import AlertRaised, AnyEvent
from letterladder.rules.cases.gates import barred, reviewing
from letterladder.rules.days.counting import ClockRule, half_way_clock
from letterladder.rules.letters.given_check import wrong_fields
from letterladder.rules.policies.invariants import INVARIANTS, broken_by
from letterladder.rules.policies.policy import Policy, Step, StepKind
from letterladder.rules.standing.options import options_now
from letterladder.rules.standing.stops import Act, stop_of
from letterladder.rules.words import Flag, Outcome, Unit

MODEL_TEXT = shipped_policy("model").read_text(encoding="utf-8")
UNTIL, AFTER = date(2026, 11, 19), date(2026, 11, 20)
IDS = [one.id for one in INVARIANTS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A policy, or the school's letters beside it, that leaves something out, and the key under which that is said."""

    key: str
    policy: Callable[[str], str] = str
    letters: str = ""


def in_table(table: str, old: str, new: str) -> Callable[[str], str]:
    """The first `old` below this heading becomes `new`; it must be there."""

    def change(text: str) -> str:
        before, heading, after = text.partition(f"{table}\n")
        own = re.split(r"\n\[", after, maxsplit=1)[0]
        assert old in own, (table, old)
        return f"{before}{heading}{own.replace(old, new, 1)}{after[len(own) :]}"

    return change


def at_the_top(line: str) -> Callable[[str], str]:
    """This line among the first keys."""
    return lambda text: text.replace("look_back_months = 24\n", f"look_back_months = 24\n{line}\n", 1)


def more(table: str, line: str) -> Callable[[str], str]:
    """This line as the first below the heading."""
    return lambda text: text.replace(f"{table}\n", f"{table}\n{line}\n", 1)


def unannounced(text: str) -> str:
    """No notice leads to the decision."""
    for table in ("[steps.B1.then]", "[steps.B2.then]"):
        before, heading, after = text.partition(table)
        own, blank, rest = after.partition("\n\n")
        text = before + heading + own.replace('"B3", ', "").replace(', "B3"', "") + blank + rest
    return text


def endless(text: str) -> str:
    """No step may end a case, and none closes it."""
    text = text.replace("may_end = false\n", "").replace("closes = true\n", "")
    return re.sub(r"(\[steps\.[\w-]+\]\n)", r"\1may_end = false\n", text)


B3_REVIEW = "review_by = { half_way = true, weeks_before_end = 4 }"
P2_REVIEW = 'review_by = { days = 30, unit = "working days" }, '
B3_END = 'ends_on = { days = 65, unit = "school days" }'
BREAKS: dict[str, tuple[Break, ...]] = {
    "heard-first": (Break(key="heard_first", policy=at_the_top("heard_first = false")),),
    "asked-first": (
        Break(
            key="conduct.photo-of-others.first",
            policy=in_table("[conduct.photo-of-others]", 'first = ["L1"]', 'first = ["P2", "L1"]'),
        ),
        Break(key="repeat_first", policy=at_the_top('repeat_first = ["C2"]')),
        Break(key="repeat_first", policy=at_the_top('repeat_first = ["B3"]')),
    ),
    "time-to-answer": tuple(
        Break(key=f"steps.{one}.clock", policy=in_table(f"[steps.{one}]", "clock = ", "# clock = "))
        for one in ("B1", "B2", "L3", "X1")
    ),
    "announced": (Break(key="steps.B3", policy=unannounced),),
    "adverse-fixed": (
        Break(key="steps.L3", policy=more("[steps.L3]", "adverse = true")),
        Break(key="letters.L3.adverse", letters="[letters.L3]\nadverse = false\n"),
        Break(key="letters.B2.adverse", letters="[letters.B2]\nadverse = true\n"),
    ),
    "urgency-once": (
        Break(
            key="steps.B2.then.lapsed",
            policy=in_table("[steps.B2.then]", 'lapsed = ["B3"', 'lapsed = ["B2", "B3"'),
        ),
    ),
    "interim-end": (
        Break(key="steps.B2.also", policy=in_table("[steps.B2.also]", "interim_end", "# interim_end")),
        Break(key="steps.B2.also.interim_end", policy=in_table("[steps.B2.also]", "cap_days = 28", "cap_days = 90")),
        Break(key="steps.B2.also", policy=in_table("[steps.B2.also]", "decision_by", "# decision_by")),
    ),
    "settled": (
        Break(key="steps.B1.may_end", policy=in_table("[steps.B1]", "may_end = false", "may_end = true")),
        Break(key="steps.B2.may_end", policy=in_table("[steps.B2.then]", '"B3", "B4"]', '"B3", "B4", "none"]')),
        Break(key="steps.B1.then.lapsed", policy=in_table("[steps.B1.then]", '["B3", "B4"]', '["B3"]')),
    ),
    "comments-reckoned": (
        Break(key="steps.B3.needs", policy=in_table("[steps.B3]", '"reviewer"]', '"reviewer", "heard"]')),
    ),
    "end-and-review": (
        Break(key="steps.B3.also", policy=in_table("[steps.B3.also]", f"{B3_REVIEW}\n{B3_END}", "")),
        Break(key="steps.B3.also", policy=in_table("[steps.B3.also]", B3_END, "")),
        Break(
            key="steps.B5.also",
            policy=lambda text: in_table("[steps.B5]", '"decision_reason"]', '"decision_reason", "ends_on"]')(
                in_table("[steps.B5.also]", f"{B3_REVIEW}\n{B3_END}", "")(text)
            ),
        ),
        Break(key="steps.P2.also", policy=in_table("[steps.P2]", P2_REVIEW, "")),
        Break(
            key="steps.B3.also",
            policy=lambda text: in_table("[steps.B3]", '"reviewer"]', '"reviewer", "ends_on"]')(
                in_table("[steps.B3.also]", f"{B3_REVIEW}\n{B3_END}", "")(text)
            ),
        ),
        Break(key="steps.P2.also", policy=in_table("[steps.P2]", "also = {", "also = {} #")),
        Break(key="steps.C2.also", policy=in_table("[steps.C2]", "also = {", "also = {} #")),
        Break(
            key="steps.B3.also.review_by",
            policy=in_table(
                "[steps.B3.also]", B3_REVIEW, 'review_by = { days = 90, unit = "school days" }'
            ),
        ),
        Break(
            key="steps.B3.also.ends_on",
            policy=in_table("[steps.B3.also]", B3_END, "ends_on = { half_way = true }"),
        ),
    ),
    "way-out": (
        Break(key="steps.B3.review", policy=in_table("[steps.B3]", '["B6", "B5"]', '["B5"]')),
        Break(key="steps.P2.review", policy=in_table("[steps.P2]", '["lift-block", "P2"]', '["P2"]')),
        Break(key="steps.B3.review", policy=in_table("[steps.B3]", 'review = ["B6", "B5"]', "")),
    ),
    "other-reviewer": (
        Break(key="steps.B3.review", policy=in_table("[steps.B3]", '["B6", "B5"]', '["B6", "B3"]')),
        Break(key="steps.B5.review", policy=in_table("[steps.B5]", '["B6", "B5"]', '["B6", "L3"]')),
    ),
    "ended-by-letter": (
        Break(key="steps.lift-block.ends", policy=in_table("[steps.lift-block]", '["P2"]', '["P2", "B3"]')),
        Break(key="steps.end-plan.ends", policy=in_table("[steps.end-plan]", '["C2"]', '["B1"]')),
    ),
    "written-reasons": (
        Break(key="", letters="[letters.B1]\nneeds = []\n"),
        Break(key="letters.B1.stage", letters='[letters.B1]\nstage = "decision"\n'),
    ),
    "provided-for": (
        Break(key="site_access", policy=in_table("look_back_months = 24", "site_access = true", "site_access = false")),
        Break(key="website_block", policy=lambda text: text.replace("website_block = true", "website_block = false")),
    ),
    "on-the-ladder": (
        Break(key="steps.L3.aside", policy=more("[steps.L3]", "aside = true")),
        Break(key="steps.B4.aside", policy=more("[steps.B4]", "aside = true")),
    ),
    "no-last-word": (
        Break(key="steps.L3.closes", policy=more("[steps.L3]", "closes = true")),
        Break(key="steps.C2.closes", policy=more("[steps.C2]", "closes = true")),
        Break(key="steps.L2.closes", policy=more("[steps.L2]", "closes = true")),
    ),
    "own-letters": (
        Break(key="letters.S1.adverse", letters='[letters.S1]\nname = "A"\nfile = "S1-a.docx"\n'),
        Break(
            key="letters.S1.must_print",
            letters='[letters.S1]\nname = "A"\nfile = "S1-a.docx"\nadverse = true\nstage = "notice"\n',
        ),
    ),
    "sheets": tuple(
        Break(key=f"steps.{one}.kind", policy=in_table(f"[steps.{one}]", 'kind = "action"\n', ""))
        for one in ("P1", "X2", "X3")
    ),
    "criticism": (
        Break(
            key="conduct.complaint-online.criticism",
            policy=in_table("[conduct.complaint-online]", "criticism = true", "criticism = false"),
        ),
        Break(
            key="conduct.complaint-online.first",
            policy=in_table("[conduct.complaint-online]", 'first = ["C1"]', 'first = ["C1", "L3"]'),
        ),
        Break(key="steps.C1.then.other", policy=more("[steps.C1]", 'then = { other = ["L3"] }')),
    ),
    "danger": (
        Break(key="danger_stops", policy=at_the_top("danger_stops = false")),
        Break(key="steps.L3.even_on_hold", policy=more("[steps.L3]", "even_on_hold = true")),
    ),
    "duties-done": (
        Break(key="mandatory.police-told.step", policy=lambda text: text.replace('step = "X3"', 'step = "X9"')),
    ),
    "can-end": (Break(key="steps.L1.may_end", policy=endless),),
}  # fmt: skip


def faults_of(found: Break, folder: Path) -> list[Problem]:
    """What is said of the model policy with this change, and of the school's letters beside it."""
    file = folder / "own.toml"
    file.write_text(found.policy(MODEL_TEXT), encoding="utf-8")
    if found.letters:
        (folder / "letters.toml").write_text(found.letters, encoding="utf-8")
    letters, said = read_letters(folder)
    return [*said, *read_policy(file, letters)[1]]


CASES = [(row, one) for row, broken in BREAKS.items() for one in broken]


def test_every_row_is_broken_once_in_a_file() -> None:
    """A row of the table without a policy that leaves it out is no test of it."""
    assert list(BREAKS) == IDS


@pytest.mark.parametrize(
    ("row", "broken"), CASES, ids=[f"{row}-{place}" for place, (row, _) in enumerate(CASES)]
)
def test_a_policy_that_leaves_it_out_is_refused(row: str, broken: Break, tmp_path: Path) -> None:
    """Under its file and key, with what to write; where no key reaches it, the file changes nothing."""
    del row
    faults = faults_of(broken, tmp_path)
    if not broken.key:
        assert faults == []
        return
    said = [one for one in faults if one.where.endswith(f", {broken.key}")]
    assert said, faults
    assert all(one.what_to_do for one in said)


def test_all_that_is_left_out_is_said_at_once(tmp_path: Path) -> None:
    """Nobody wants to run `check` seven times."""
    text = MODEL_TEXT
    wanted = []
    for row in ("time-to-answer", "interim-end", "end-and-review", "on-the-ladder", "sheets", "criticism"):
        text = BREAKS[row][0].policy(text)
        wanted.append(f"own.toml, {BREAKS[row][0].key}")
    faults = faults_of(Break(key="", policy=lambda _: text), tmp_path)
    assert set(wanted) <= {one.where for one in faults}


@pytest.mark.parametrize("name", shipped_policies())
def test_the_policies_that_ship_break_none(name: str) -> None:
    """So each fault above comes from its own change."""
    policy, faults = read_policy(shipped_policy(name), LETTERS)
    assert faults == []
    assert policy is not None
    assert list(broken_by(policy)) == []


def model(**changes: object) -> Policy:
    """The model policy, changed behind the back of the check."""
    policy, _ = read_policy(shipped_policy("model"), LETTERS)
    assert policy is not None
    return replace(policy, **changes)


def edited(step: str, **changes: object) -> Policy:
    """The model policy after somebody edited one step, while a case was running."""
    policy = model()
    return replace(policy, steps={**policy.steps, step: replace(policy.steps[step], **changes)})


def with_step(step: Step) -> Policy:
    """The model policy with one step more."""
    policy = model()
    return replace(policy, steps={**policy.steps, step.id: step})


def refused(step: str, policy: Callable[[], Policy], *events: AnyEvent, today: date = AFTER) -> str:
    """The rule that refuses this step in a case after these events."""
    refusal = barred(a_case(*BEGUN, *events), policy(), step, today)
    return refusal.rule if refusal else ""


def typed() -> str:
    """Comments that nobody sent, typed into a decision."""
    policy = model()
    fields = {"heard": "We received your comments on Friday 4 December."}
    found = wrong_fields(LETTERS, policy.steps["B3"], fields, printed={"heard"}, today=AFTER)
    return " ".join(one.what for one in found)


def reviewed_by_the_decider() -> str:
    """The head reviews a bar that the head decided on, and nobody else is left."""
    head = a_school().people["head"]
    refusal = reviewing(model().steps["B5"], {}, signer=head, deciders=[head], free=False, advice="")
    return refusal.rule if refusal else ""


def without_reasons() -> str:
    """The fields that a notice asks for where the policy asks for none."""
    return ", ".join(edited("B1", needs=()).steps["B1"].always_needs)


def in_danger() -> str:
    """A letter in a case with an alert."""
    seen = FlagSeen(flag=Flag.DANGER, words="kill")
    stop = stop_of(
        a_case(*BEGUN, AlertRaised(flags=[seen], told=[], message_id="<a@b>", to=["dsl"])), Act.DRAFT
    )
    return stop.what if stop else ""


def against_criticism() -> str:
    """A warning for a complaint, by a policy whose menus lead there."""
    case = a_case(opened(), reported(), triaged("grumble"))
    refusal = barred(case, criticism(), "L3", AFTER)
    return refusal.rule if refusal else ""


def duty_open() -> str:
    """The end of a case whose policy requires a step that nobody did."""
    refusal = barred(a_case(*BEGUN), duty("P1"), "none", AFTER)
    return refusal.rule if refusal else ""


L1, B1, B2 = sent("L1"), sent("B1"), sent("B2")
UNKNOWN = Step(id="S9", name="Who knows")
HARMLESS = partial(edited, "L3", adverse=False)
WITHOUT_END = partial(edited, "B3", also={"review_by": model().steps["B3"].also["review_by"]})
LIFTS_A_BAR = partial(edited, "lift-block", ends=("B3",))
AT_STEP: dict[str, tuple[str, Callable[[], str]]] = {
    "heard-first": ("may be taken from Friday 20", partial(refused, "L3", model, *L1, today=UNTIL)),
    "asked-first": ("not asked anything", partial(refused, "P2", model)),
    "time-to-answer": ("no time for one", partial(refused, "L3", partial(edited, "L3", clock=None), *L1)),
    "announced": ("only after a notice", partial(refused, "B3", partial(edited, "B3", after=()), *L1)),
    "adverse-fixed": ("may be taken from", partial(refused, "L3", HARMLESS, *L1, today=UNTIL)),
    "urgency-once": ("not decided on yet", partial(refused, "B2", model, *B2)),
    "interim-end": ("no end", partial(refused, "B2", partial(edited, "B2", also={}), *L1)),
    "settled": ("not decided on yet", partial(refused, "none", partial(edited, "B1", may_end=True), *B1)),
    "comments-reckoned": ("cannot be typed in", typed),
    "end-and-review": ("no end", partial(refused, "B3", WITHOUT_END, *B1)),
    "way-out": ("could end the measure", partial(refused, "B3", partial(edited, "B3", review=("B5",)), *B1)),
    "other-reviewer": ("took part in the decision", reviewed_by_the_decider),
    "ended-by-letter": ("settled by a letter", partial(refused, "lift-block", LIFTS_A_BAR)),
    "written-reasons": ("premises_risk_reason, alternatives_considered, meeting_offered", without_reasons),
    "provided-for": ("does not provide for", partial(refused, "B1", partial(model, site_access=False))),
    "on-the-ladder": ("beside the ladder", partial(refused, "L3", partial(edited, "L3", aside=True), *L1)),
    "no-last-word": ("closed before the adult", partial(refused, "L3", partial(edited, "L3", closes=True), *L1)),
    "own-letters": ("may be taken from", partial(refused, "S9", partial(with_step, UNKNOWN), *L1, today=UNTIL)),
    "sheets": ("goes to no adult", partial(refused, "X3", partial(edited, "X3", kind=StepKind.LETTER))),
    "criticism": ("is criticism and nothing else", against_criticism),
    "danger": ("stopped by an alert", in_danger),
    "duties-done": ("cannot end yet", duty_open),
}  # fmt: skip


def test_every_row_is_kept_at_each_step() -> None:
    """Those of which the table says so; a row about the way through the file as a whole is not of a step."""
    assert list(AT_STEP) == [one.id for one in INVARIANTS if one.at_step != "—"]


@pytest.mark.parametrize("row", AT_STEP)
def test_it_holds_in_a_running_case_whatever_the_file_says_by_then(row: str) -> None:
    """The step is refused, with the rule."""
    rule, found = AT_STEP[row]
    assert rule in found()


def test_an_edited_policy_stops_the_step_and_says_where_to_put_it_right() -> None:
    """The head reads which key of the policy it is."""
    refusal = barred(a_case(*BEGUN, *B1), edited("B3", also={}), "B3", AFTER)
    assert refusal is not None
    assert "end-and-review" in refusal.source
    assert "steps.B3.also" in refusal.satisfied_by
    assert "B3" not in options_now(a_case(*BEGUN, *B1), edited("B3", also={}), AFTER)


@pytest.mark.parametrize("letter", ["P2", "P3", "C2"])
def test_a_measure_comes_once_the_adult_was_asked(letter: str) -> None:
    """After a letter whose day has passed, or an answer."""
    assert refused(letter, model, *L1) == ""
    early: Case = a_case(*BEGUN, *L1, answer(Outcome.CONTINUES))
    assert barred(early, model(), letter, UNTIL) is None


def test_the_end_of_a_measure_in_force_is_kept_too() -> None:
    """Beside an open notice, a measure whose letter was taken out of the policy holds the case open."""
    bar = (drafted("B3", also={"review_by": date(2027, 2, 22)}), posted("B3", answer_by=None))
    assert "in force" in refused("none", model, *B1, *bar)
    assert "in force" in refused("none", model, *L1, *measure("P2", review_by=date(2027, 2, 22)))


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (half_way_clock(4), ""),
        (half_way_clock(0), "review_by = { half_way = true }"),
        (half_way_clock(2), "review_by = { half_way = true, weeks_before_end = 2 }"),
        (
            ClockRule(days=30, unit=Unit.SCHOOL_DAYS),
            'review_by = { days = 30, unit = "school days" }',
        ),
    ],
)
@pytest.mark.parametrize("step", ["B3", "B5"])
def test_a_bar_is_reviewed_half_way_unless_the_policy_says_otherwise(
    step: str, expected: ClockRule, written: str, tmp_path: Path
) -> None:
    """By what its letter is: at the latest four weeks before the end. A policy that names a review keeps its own."""
    file = tmp_path / "own.toml"
    file.write_text(in_table(f"[steps.{step}.also]", B3_REVIEW, written)(MODEL_TEXT), encoding="utf-8")
    policy, faults = read_policy(file, read_letters(tmp_path)[0])
    assert faults == []
    assert policy is not None
    assert policy.steps[step].also["review_by"] == expected


def test_the_page_shows_the_table() -> None:
    """Run tests/tools/invariants_page.py after a change of the table."""
    assert PAGE.read_text(encoding="utf-8") == page()
